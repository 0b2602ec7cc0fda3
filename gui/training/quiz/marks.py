"""The marks of an answer, each apart: outcome, provision, fact; a shape and a word for each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.training.marking import Mark
from core.words import say
from gui import theme
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark
from gui.parts.pairs import follow_width

SHAPES = {True: "met", False: "not_met", None: "not_reached"}


class MarkChip(QWidget):
    """One mark: its shape, and what it is of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = ShapeMark(self, theme.shapes.paint_truth, "not_reached", font="strong")
        self.word = RoleLabel(self, font="strong")
        self.word.setWordWrap(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._mark)
        self._row.addWidget(self.word)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_mark(self, right: bool | None, words: str) -> None:
        """Show whether a part of the answer was right."""
        self._mark.show_shape(SHAPES[right])
        self.word.say(words)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.space(1))


class MarkLine(QWidget):
    """The three marks of a column, side by side where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=4)
        self.chips = [MarkChip(self) for _ in range(3)]
        for chip in self.chips:
            self._flow.addWidget(chip)
        follow_width(self)

    def show_mark(self, mark: Mark, lang: str) -> None:
        """Show the marks of one answer."""
        named = mark_parts(mark, lang)
        for chip, (right, words) in zip(self.chips, named, strict=True):
            chip.show_mark(right, words)
        self.setAccessibleName("; ".join(words for _, words in named))


def mark_parts(mark: Mark, lang: str) -> tuple[tuple[bool | None, str], ...]:
    """Each part of an answer: whether it was right, and that in words."""
    named = (
        (mark.outcome, say(lang, "Outcome")),
        (mark.provision, say(lang, "Provision")),
        (mark.fact, say(lang, "Fact")),
    )
    told = {
        True: say(lang, "right"),
        False: say(lang, "wrong"),
        None: say(lang, "not marked"),
    }
    return tuple(
        (right, say(lang, "{label}: {value}", label=name, value=told[right]))
        for right, name in named
    )
