"""Why not: every ground and exception in two columns, aligned row by row, each with what keeps it as it is.

The heads with both versions stay while the rows scroll. A fact in a sentence leads to its question, a
citation to its provision.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.decision.model import Decision
from core.report.facts import lower
from core.report.sentences import outcome_words, version_title
from core.report.whynot import state_words
from core.words import say
from gui import theme
from gui.document import Document
from gui.explore.page import Page
from gui.explore.slices import Slices
from gui.explore.whynot.row import Row
from gui.explore.whynot.rowlist import Rows
from gui.explore.whynot.views import SHAPES, View, search_views
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark
from gui.parts.pairs import PairLayout, follow_width
from gui.parts.segments import Segments

EVERY, EXCEPTIONS = "all", "exceptions"


class WhyNotPage(Page):
    """Two columns of sentences, and a filter over them."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self._views: tuple[View, ...] = ()
        self._filter = EVERY
        self._slices = Slices(self)
        self.filter = Segments(self)
        self.filter.picked.connect(self._pick)
        self.legend = Legend(self)
        self.heads = (Head(self), Head(self))
        self._head = QWidget(self)
        self._pairs = PairLayout(self._head)
        self._pairs.add_pair(*self.heads)
        follow_width(self._head)
        self.rows = Rows(self)
        self.rows.opened.connect(document.choose_provision)
        self.rows.fact_chosen.connect(self._choose_fact)
        self.rows.focused.connect(self._reveal)
        self.area = QScrollArea(self)
        self._build()

    def _build(self) -> None:
        self.area.setWidget(self.rows)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.area.viewport().installEventFilter(self)
        self.rows.setAutoFillBackground(False)
        self._top = QHBoxLayout()
        self._top.addWidget(self.filter)
        self._top.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._head)
        self._column.addWidget(self.area, 1)

    # --- showing ------------------------------------------------------------------------------------
    def refresh(self) -> None:
        lang, comparison = self.document.lang, self.document.comparison
        self.setAccessibleName(say(lang, "Why not"))
        self.area.setAccessibleName(say(lang, "Why not, exception by exception"))
        self.legend.show_words(lang)
        self._show_filter()
        for head, decision in zip(self.heads, (comparison.left, comparison.right), strict=True):
            head.show_decision(decision, lang)
        self._slices.start(search_views(comparison, lang), self._show)

    def leave(self) -> None:
        self._slices.stop()

    def restyle(self) -> None:
        self._column.setSpacing(theme.space(1.5))
        self._top.setSpacing(theme.space(4))
        for head in self.heads:
            head.restyle()

    def _show(self, views: tuple[View, ...]) -> None:
        self._views = views
        self._show_rows()

    def _show_rows(self) -> None:
        alone = self._filter == EXCEPTIONS
        self.rows.show_views(tuple(v for v in self._views if v.exception or not alone))

    def _show_filter(self) -> None:
        lang = self.document.lang
        positions = (
            (EVERY, say(lang, "Grounds and exceptions")),
            (EXCEPTIONS, say(lang, "Exceptions only")),
        )
        self.filter.show_positions(positions, self._filter, say(lang, "Which rows are shown"))

    def _pick(self, position: str) -> None:
        self._filter = position
        self._show_filter()
        self._show_rows()

    # --- what a person does -------------------------------------------------------------------------
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys to the rows."""
        self.rows.take_focus(event.reason())

    def _choose_fact(self, path: str) -> None:
        """Lead to the question of a fact."""
        self.document.choose_fact(path)
        self.fact_chosen.emit(path)

    def _reveal(self, row: Row) -> None:
        """Scroll no more than is needed to see a row."""
        top = row.mapTo(self.rows, QPoint()).y()
        bar, room = self.area.verticalScrollBar(), self.area.viewport().height()
        lowest = min(top + row.height() - room, top)
        bar.setValue(min(max(bar.value(), lowest), top))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the heads as wide as the rows, whether there is a scroll bar or not."""
        if event.type() == QEvent.Type.Resize:
            beside = self.area.width() - self.area.viewport().width()
            self._pairs.setContentsMargins(0, 0, beside, 0)
        return super().eventFilter(watched, event)


class Head(QWidget):
    """Over one column: the shape and words of the outcome, and the version."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = ShapeMark(self, theme.shapes.paint_outcome, "", font="strong")
        self.version = RoleLabel(self, font="strong")
        self.outcome = RoleLabel(self, font="small", colour="text_muted")
        self._row = FlowLayout(self, spacing=1)
        for part in (self.mark, self.version, self.outcome):
            self._row.addWidget(part)
        follow_width(self)

    def show_decision(self, decision: Decision, lang: str) -> None:
        """Show a version and what it comes to."""
        self.mark.show_shape(decision.outcome)
        self.version.say(version_title(decision.version, lang))
        self.outcome.say(outcome_words(decision, lang).headline)

    def restyle(self) -> None:
        """Take the room at the sides from the theme."""
        self._row.setContentsMargins(theme.space(1), 0, theme.space(1), 0)


class Legend(QWidget):
    """What the shapes before the rows mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=3)
        self._words = {}
        for state, shape in SHAPES.items():
            key = QWidget(self)
            pair = FlowLayout(key, spacing=1)
            pair.addWidget(ShapeMark(key, _truth, shape, font="small"))
            self._words[state] = RoleLabel(key, font="small", colour="text_muted")
            pair.addWidget(self._words[state])
            follow_width(key)
            flow.addWidget(key)
        follow_width(self)

    def show_words(self, lang: str) -> None:
        """Say it in a language."""
        for state, label in self._words.items():
            label.say(lower(state_words(state, lang)))


def _truth(painter: QPainter, rect: QRectF, name: str) -> None:
    theme.shapes.paint_truth(painter, rect, name)
