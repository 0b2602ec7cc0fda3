"""Whether the two versions agree, in one line that stays in sight; the legend of shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.decision.across import NODE
from core.decision.pair import TEXT
from core.report.parting import facts_words, marked, parted_units, unit_title
from core.report.sentences import agreement_words as core_words
from core.words import many, say
from gui import theme
from gui.columns.truths import TruthName, truth_words
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton
from gui.parts.mark import ShapeMark
from gui.parts.pairs import follow_width

if TYPE_CHECKING:
    from core.decision.model import Comparison

LEGEND: tuple[TruthName, ...] = ("met", "not_met", "unknown", "not_reached")


def parting_rows(comparison: Comparison) -> tuple[str, ...]:
    """Return the rows at which the versions part, in the officer's order."""
    return tuple(row.provision.id for row in comparison.rows if row.parts)


def agreement_words(comparison: Comparison, lang: str) -> str:
    """Say in one sentence whether and where the versions part."""
    if comparison.parting is not None:
        place = unit_title(comparison.parting.first, comparison, lang)
        words = (
            say(lang, "The versions may part at: {place}", place=place)
            if comparison.agree is None
            else say(lang, "The versions part at: {place}", place=place)
        )
        others = len(comparison.parting.all) - 1
        more = many(lang, "and at {n} more place", "and at {n} more places", others)
        return f"{words} {more}" if others else words
    return core_words(comparison.agree, lang)


def beside_words(comparison: Comparison, lang: str) -> str:
    """Tell what the versions have at a parting that has no row: a table, a day, a choice.

    The words of a term stand on its page, which the line opens.
    """
    parting = comparison.parting
    if parting is None or parting.first.kind in (TEXT, NODE):
        return ""
    unit = parted_units(comparison, lang)[0]
    sides = (
        say(lang, "Left: {what}", what=marked(unit.left)) if unit.left else "",
        say(lang, "Right: {what}", what=marked(unit.right)) if unit.right else "",
    )
    told = (words if words.endswith(".") else f"{words}." for words in sides if words)
    return " ".join((*told, facts_words(unit, lang)))


class AgreementLine(QWidget):
    """The diamond with the place of the parting as a link, or a quiet sentence."""

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = ShapeMark(self, _diamond, "parting", font="strong", lines=0.75)
        self.link = LinkButton(self, font="strong", colour="parting")
        self.words = RoleLabel(self, font="small", colour="text_muted")
        self.link.clicked.connect(self.asked)
        flow = FlowLayout(self, spacing=1)
        for widget in (self.mark, self.link, self.words):
            flow.addWidget(widget)
        follow_width(self)

    def show_comparison(self, comparison: Comparison, lang: str) -> None:
        """Show where the versions part, or that they agree, or that it is not known."""
        words = agreement_words(comparison, lang)
        parts = comparison.parting is not None
        self.mark.setVisible(parts)
        self.link.say(words.replace("&", "&&") if parts else "")
        self.words.say(beside_words(comparison, lang) if parts else words)
        self.setAccessibleName(words)


class Legend(QWidget):
    """What the shapes before the rows mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._apart = False
        self.lead = RoleLabel(self, font="small", colour="text_muted")
        flow = FlowLayout(self, spacing=2.5)
        flow.addWidget(self.lead)
        self._keys = [_Key(self, truth) for truth in LEGEND]
        for key in self._keys:
            flow.addWidget(key)
        follow_width(self)
        theme.changed.connect(self._restyle)

    def show_words(self, lang: str) -> None:
        """Say it in a language."""
        self.lead.say(say(lang, "Why, in the order the officer decides"))
        for key in self._keys:
            key.word.say(truth_words(key.truth, lang))

    def set_apart(self, apart: bool) -> None:
        """Leave room above, where something else stands there."""
        self._apart = apart
        self._restyle()

    def _restyle(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, theme.space(3) if self._apart else 0, 0, 0)
        self.updateGeometry()


class _Key(QWidget):
    """One shape with its word."""

    def __init__(self, parent: QWidget, truth: TruthName) -> None:
        super().__init__(parent)
        self.truth = truth
        self.mark = ShapeMark(self, _truth, truth, font="small")
        self.word = RoleLabel(self, font="small", colour="text_muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.word)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        mark, word = self.mark.sizeHint(), self.word.sizeHint()
        width = mark.width() + self._row.spacing() + word.width()
        return QSize(width, max(mark.height(), word.height()))

    def _restyle(self) -> None:
        self._row.setSpacing(theme.space(0.75))
        self.updateGeometry()


def _truth(painter: QPainter, rect: QRectF, name: str) -> None:
    theme.shapes.paint_truth(painter, rect, name)


def _diamond(painter: QPainter, rect: QRectF, name: str) -> None:
    theme.shapes.paint_diamond(painter, rect, theme.colour(name))
