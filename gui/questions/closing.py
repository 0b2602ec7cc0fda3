"""Whether a list is complete: an answer of its own, because "none" and "not listed" differ in law.

An empty list that is complete says "there is none". A list of records may also be complete for some
kinds only ("the parents are all listed, the cousins perhaps not").
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.case.facts import Fact
from core.words import Words, say
from gui import theme
from gui.parts.label import RoleLabel
from gui.questions.editors.segments import Segments
from gui.questions.wrap import plain


def kinds_of(fact: Fact) -> dict[str, Words]:
    """Return the kinds by which a list of records may be complete."""
    return next((field.choices for field in fact.fields if field.name == fact.kind), {})


class Closing(QWidget):
    """Complete, complete for some kinds, or not known; emits `closed` with the new answer."""

    closed = Signal(object)

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact = fact
        self._kinds = kinds_of(fact)
        self._complete: object = None
        self._shown: tuple[object, ...] = ()
        self._menu: QMenu | None = None
        self.words = RoleLabel(self, font="small", colour="text_muted")
        self.segments = Segments(3 if self._kinds else 2, self)
        self.segments.chosen.connect(self._chosen)
        self.words.setBuddy(self.segments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(0.5))
        layout.addWidget(self.words)
        layout.addWidget(self.segments)

    def present(self, complete: object, *, empty: bool, lang: str) -> None:
        """Show what the case says of the list."""
        key = (repr(complete), empty, lang)
        if key == self._shown:
            return
        self._shown, self._complete = key, complete
        self.words.say(say(lang, "Is this list complete?"))
        whole = say(lang, "There is none") if empty else say(lang, "Nothing is missing")
        middle = [self._kinds_words(lang)] if self._kinds else []
        self.segments.reword([whole, *middle, say(lang, "Unknown")])
        self.segments.check(self._number())

    def name(self, question: str) -> None:
        """Tell a screen reader which list it is about."""
        self.segments.name(f"{question} {self.words.text()}", "")

    def _kinds_words(self, lang: str) -> str:
        kinds = self._complete if isinstance(self._complete, list) else []
        named = ", ".join(plain(self._kinds[kind][lang]) for kind in kinds)
        if named:
            return say(lang, "Nothing is missing among: {kinds}", kinds=named)
        return say(lang, "Only for some kinds …")

    def _number(self) -> int:
        if self._complete == "all":
            return 0
        return 1 if isinstance(self._complete, list) else len(self.segments.buttons) - 1

    def _chosen(self, number: int) -> None:
        if number == 0:
            self.closed.emit("all")
        elif number == len(self.segments.buttons) - 1:
            self.closed.emit(None)
        else:
            self.segments.check(self._number())
            self.open_menu()

    def open_menu(self) -> QMenu:
        """Open the menu of kinds below the middle segment."""
        lang = str(self._shown[-1])
        if self._menu is None:
            self._menu = QMenu(self)
            for kind in self._kinds:
                self._menu.addAction(self._action(kind))
        chosen = self._complete if isinstance(self._complete, list) else []
        self._menu.setFont(theme.font("body"))
        for action, (kind, words) in zip(self._menu.actions(), self._kinds.items(), strict=True):
            action.setText(plain(words[lang]))
            action.setChecked(kind in chosen)
        button = self.segments.buttons[1]
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return self._menu

    def _action(self, kind: str) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.triggered.connect(lambda on: self._toggle(kind, on=on))
        return action

    def _toggle(self, kind: str, *, on: bool) -> None:
        before = self._complete if isinstance(self._complete, list) else []
        after = [known for known in self._kinds if (on if known == kind else known in before)]
        self.closed.emit(after or None)
