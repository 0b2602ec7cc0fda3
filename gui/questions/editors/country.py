"""The editors of a country and of a list of countries: typed in the language of the screen.

Letters with and without accents find the same country, anywhere in the name ("etats" finds
États-Unis). A name that fits only one country states it; a list shows each of its countries as a
chip that a click or Delete removes.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.words import say
from gui import theme
from gui.parts.flow import FlowLayout
from gui.questions import words
from gui.questions.closing import Closing
from gui.questions.editors.base import Editor, Shown
from gui.questions.editors.line import Line, LineEditor, Parsed
from gui.questions.push import Push
from gui.questions.tabs import follow_with_tab
from gui.questions.wrap import plain

FOLDED = Qt.ItemDataRole.UserRole


def fold(text: str) -> str:
    """Return a name as it is compared: no capitals, no accents, no outer blanks."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).strip()


@cache
def codes_by_name(lang: str) -> dict[str, str]:
    """Return the countries' codes by their folded names."""
    return {fold(name[lang]): code for code, name in catalogue().countries.items()}


def code_of(text: str, lang: str) -> str | None:
    """Return the one country that a text names, in full."""
    return codes_by_name(lang).get(fold(text))


def name_of(code: object, lang: str) -> str:
    """Return a country's name."""
    names = catalogue().countries.get(str(code))
    return names[lang] if names else str(code)


class CountryCompleter(QCompleter):
    """Offers the countries whose names contain what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lang = ""
        self.setModel(QStandardItemModel(self))
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def speak(self, lang: str) -> None:
        """Offer the names in a language, in its alphabetical order."""
        if lang == self._lang:
            return
        self._lang = lang
        model = QStandardItemModel(self)
        for name in sorted((name[lang] for name in catalogue().countries.values()), key=fold):
            item = QStandardItem(name)
            item.setData(fold(name), FOLDED)
            model.appendRow(item)
        self.setModel(model)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class CountryEditor(LineEditor):
    """One country."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self._completer = CountryCompleter(self)
        self._completer.activated.connect(self._picked)
        self.line.setCompleter(self._completer)

    def parse(self, text: str) -> Parsed:
        code = code_of(text, self.lang)
        return Parsed(code, waiting=code is None)

    def text_of(self, value: object) -> str:
        return "" if value is None else name_of(value, self.lang)

    def present(self, shown: Shown) -> None:
        self._completer.speak(shown.lang)
        super().present(shown)

    def _picked(self, text: str) -> None:
        self._take(str(text), done=True)


class CountriesEditor(Editor):
    """Several countries as chips, a line to add one, and whether there is no other."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self.lang = "en"
        self._codes: list[str] = []
        self._question = ""
        self._chips: list[Push] = []
        self._tray = QWidget(self)
        self._flow = FlowLayout(self._tray, 1)
        self.line = Line(self)
        self._completer = CountryCompleter(self)
        self._completer.activated.connect(self._add, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(self._completer)
        self.line.returnPressed.connect(self._entered)
        self.line.editingFinished.connect(self._left)
        self.closing = Closing(fact, self)
        self.closing.closed.connect(self.list_closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(1))
        for widget in (self._tray, self.line, self.closing):
            layout.addWidget(widget)

    def present(self, shown: Shown) -> None:
        codes = [str(code) for code in shown.value] if isinstance(shown.value, list) else []
        if (codes, shown.lang) != (self._codes, self.lang) or not self._chips:
            self._codes, self.lang = codes, shown.lang
            self._completer.speak(shown.lang)
            self.line.setPlaceholderText(say(shown.lang, "Add a country"))
            self._show_chips()
        self.closing.present(shown.complete, empty=not codes, lang=shown.lang)

    def name(self, question: str, description: str) -> None:
        self._question = question
        self.line.setAccessibleName(question)
        self.line.setAccessibleDescription(description)
        self.closing.name(question)

    def buddy(self) -> QWidget:
        return self.line

    def forget(self) -> None:
        self.line.clear()
        self.refuse("")
        self.write(None)
        self.close_list(None)

    def _show_chips(self) -> None:
        while len(self._chips) < len(self._codes):
            self._chips.append(self._new_chip(len(self._chips)))
            follow_with_tab([*self._chips, self.line, self.closing])
        for number, chip in enumerate(self._chips):
            used = number < len(self._codes)
            if used:
                name = name_of(self._codes[number], self.lang)
                chip.reword(plain(name))
                chip.setAccessibleName(say(self.lang, "Remove {name}", name=name))
                chip.setToolTip(say(self.lang, "Remove {name}", name=name))
            elif chip.hasFocus():
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            chip.setVisible(used)
        self._tray.setVisible(bool(self._codes))

    def _new_chip(self, number: int) -> Push:
        chip = Push(self._tray, icon="close")
        chip.clicked.connect(lambda: self._remove(number))
        self._flow.addWidget(chip)
        return chip

    def _remove(self, number: int) -> None:
        self.write([code for n, code in enumerate(self._codes) if n != number] or None)

    def _entered(self) -> None:
        self._add(self.line.text())

    def _left(self) -> None:
        text = self.line.text().strip()
        if text and code_of(text, self.lang):
            self._add(text)
        elif text:
            self.refuse(words.refusal(self.fact, text, self.lang))

    def _add(self, text: str) -> None:
        code = code_of(text, self.lang)
        if code is None:
            if text.strip():
                self.refuse(words.refusal(self.fact, text.strip(), self.lang))
            return
        self.line.clear()
        self.refuse("")
        if code not in self._codes:
            self.write([*self._codes, code])
