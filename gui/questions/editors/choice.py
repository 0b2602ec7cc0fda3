"""Editors of yes-or-no facts and of one choice among several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.case.facts import Fact
from core.report.facts import capital
from core.words import say
from gui.questions.editors.base import Editor, Shown
from gui.questions.editors.combo import WrappedCombo
from gui.questions.editors.segments import Segments
from gui.questions.wrap import plain


def yes_no_words(fact: Fact, lang: str) -> tuple[str, str]:
    """Return the words of yes and no; of what is to be proved, shown and not shown."""
    if fact.cls == "shown" and fact.path.endswith("shown"):
        return say(lang, "Shown"), say(lang, "Not shown")
    return say(lang, "Yes"), say(lang, "No")


class SegmentsEditor(Editor):
    """A yes-or-no fact, or a choice among two or three, with "unknown" as the last segment."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        choices: list[object] = list(fact.choices) if fact.type == "choice" else [True, False]
        self._values = [*choices, None]
        self.segments = Segments(len(self._values), self)
        self.segments.chosen.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.segments)

    def present(self, shown: Shown) -> None:
        self.segments.reword(self._words(shown.lang))
        derived = shown.value is None and shown.derived in self._values[:-1]
        value = shown.derived if derived else shown.value
        self.segments.check(self._index(value), derived=derived)

    def name(self, question: str, description: str) -> None:
        self.segments.name(question, description)

    def buddy(self) -> QWidget:
        return self.segments

    def _words(self, lang: str) -> list[str]:
        if self.fact.type == "choice":
            words = [plain(capital(choice[lang])) for choice in self.fact.choices.values()]
        else:
            words = list(yes_no_words(self.fact, lang))
        return [*words, say(lang, "Unknown")]

    def _index(self, value: object) -> int:
        return next(n for n, known in enumerate(self._values) if known is None or known == value)

    def _chosen(self, number: int) -> None:
        self.write(self._values[number])


class ComboEditor(Editor):
    """A choice among many, with "unknown" first."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self._values: list[str | None] = [None, *fact.choices]
        self.combo = WrappedCombo(self)
        self.combo.addItems([""] * len(self._values))
        self.combo.activated.connect(self._activated)
        self.combo.cleared.connect(self.forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)

    def present(self, shown: Shown) -> None:
        unknown = shown.derived_words or say(shown.lang, "Unknown")
        words = [capital(choice[shown.lang]) for choice in self.fact.choices.values()]
        for number, text in enumerate([unknown, *words]):
            if self.combo.itemText(number) != text:
                self.combo.setItemText(number, text)
        value = shown.value if shown.value in self._values else None
        self.combo.show_item(self._values.index(value if isinstance(value, str) else None))

    def name(self, question: str, description: str) -> None:
        self.combo.setAccessibleName(question)
        self.combo.setAccessibleDescription(description)

    def buddy(self) -> QWidget:
        return self.combo

    def _activated(self, number: int) -> None:
        self.write(self._values[number])
