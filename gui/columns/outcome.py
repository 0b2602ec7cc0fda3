"""The outcome of one column: a shape, a word and a colour, and what stands over it.

The banner never scrolls away. Where there is little room (large text, a small window) it keeps
the outcome and what was examined, and hands its second sentence down to the details, which
scroll.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.report.sentences import outcome_name, outcome_words, possible_words
from core.words import say
from gui import theme
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton
from gui.parts.mark import ShapeMark
from gui.parts.pairs import PairLayout, follow_width

if TYPE_CHECKING:
    from core.decision.model import Decision


class OutcomeChip(QWidget):
    """A small outcome that is still possible: shape and word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = ShapeMark(self, theme.shapes.paint_outcome, "", font="body")
        self.word = RoleLabel(self, font="strong")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.word)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_outcome(self, outcome: str, words: str) -> None:
        """Show an outcome in its shape, words and colour."""
        self.mark.show_shape(outcome)
        self.word.say(words)
        self.word.set_colour(outcome)

    def set_compact(self, compact: bool) -> None:
        """Use small type where there is little room."""
        self.word.set_font("small" if compact else "strong")
        self._row.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        mark, word = self.mark.sizeHint(), self.word.sizeHint()
        width = mark.width() + self._row.spacing() + word.width()
        return QSize(width, max(mark.height(), word.height()))

    def _restyle(self) -> None:
        self._row.setSpacing(theme.space(1))
        self.updateGeometry()


class Banner(QWidget):
    """The outcome, large. `asked`: the reader wants to see what it waits for."""

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = "undetermined"
        self.mark = ShapeMark(
            self, theme.shapes.paint_outcome, "undetermined", font="headline", lines=1.25
        )
        self.headline = RoleLabel(self, font="headline", colour="undetermined")
        self.over = RoleLabel(self, font="body")
        self.detail = RoleLabel(self, font="small", colour="text_muted")
        self.waits = LinkButton(self)
        self.waits.clicked.connect(self.asked)
        self.chips = QWidget(self)
        self._flow = FlowLayout(self.chips, spacing=3)
        self._chips: list[OutcomeChip] = []
        self._words = PairLayout(self, spacing=0.5)
        for widget in (self.headline, self.over, self.detail, self.chips, self.waits):
            self._words.addWidget(widget)
        follow_width(self)
        follow_width(self.chips)
        self._detail = ""
        self._compact = False
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_decision(self, decision: Decision, lang: str) -> None:
        """Show a decision's outcome in place."""
        words = outcome_words(decision, lang)
        self._outcome = decision.outcome
        self.mark.show_shape(decision.outcome)
        self.headline.say(words.headline)
        self.headline.set_colour(decision.outcome)
        self.over.say(words.over if decision.determined else "")
        self._detail = words.detail
        self._show_detail()
        self._show_possible(decision, lang)
        self.setAccessibleName(" ".join(filter(None, (words.headline, words.over))))
        self.setAccessibleDescription(words.detail)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Keep to the outcome and what stands over it, or say the second sentence too."""
        self._compact = compact
        self.headline.set_font("heading" if compact else "headline")
        for chip in self._chips:
            chip.set_compact(compact)
        self._flow.invalidate()
        self.chips.updateGeometry()
        self._show_detail()

    @property
    def outcome(self) -> str:
        """The outcome that is shown."""
        return self._outcome

    def _show_detail(self) -> None:
        leads = self._compact and self._outcome == "undetermined"
        self.waits.say(self._detail if leads else "")
        self.detail.say("" if self._compact else self._detail)

    def _show_possible(self, decision: Decision, lang: str) -> None:
        possible = decision.possible if decision.outcome == "undetermined" else ()
        while len(self._chips) < len(possible):
            chip = OutcomeChip(self.chips)
            chip.set_compact(self._compact)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        for chip, outcome in zip(self._chips, possible, strict=False):
            chip.show_outcome(outcome, outcome_name(outcome, decision.version.country, lang))
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(possible))
        self.chips.setVisible(bool(possible))
        outcomes = possible_words(decision, lang)
        self.chips.setAccessibleName(say(lang, "Still possible: {outcomes}", outcomes=outcomes))

    def _restyle(self) -> None:
        pad, side = theme.space(1.5), self.mark.sizeHint()
        left = theme.space(3)
        self.mark.setGeometry(QRect(QPoint(left, pad), side))
        self._words.setContentsMargins(left + side.width() + theme.space(2), pad, pad, pad)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft ground with the strong edge at the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.space(1.25)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), theme.colour(self._outcome + "_soft"))
        edge = QRectF(0, 0, theme.space(1), self.height())
        painter.fillRect(edge, theme.colour(self._outcome))
