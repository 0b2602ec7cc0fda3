"""The heart of the window: two versions of the law, side by side, on the same case.

On top stand, for each column, the version, its outcome and whether the two agree; they stay
while the reasons under them scroll. Everything is shown from `document.comparison` and put into
widgets that are there already. Where room is scarce the details of the outcomes scroll with the
rows, so that the outcome words and the place of the parting never leave the screen.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from core.decision.model import Comparison, Decision
from core.decision.pair import TEXT
from core.law.load import law
from core.report.sentences import outcome_words, version_line
from core.words import many, say
from gui import theme
from gui.columns.agreement import AgreementLine, Legend, parting_rows
from gui.columns.choices import all_switches
from gui.columns.details import Details
from gui.columns.folding import fold, turned, worth_reading
from gui.columns.followline import FollowLine
from gui.columns.follows import Follows
from gui.columns.outcome import Banner
from gui.columns.picker import VersionPicker
from gui.columns.rowlist import RowList
from gui.columns.rows import Opened, RowMaker, RowView
from gui.columns.rowwidget import RowWidget
from gui.columns.switches import SwitchList, pick_choice
from gui.document import Document
from gui.parts.label import RoleLabel
from gui.parts.pairs import PairLayout, follow_width

SIDES = ("left", "right")
EXCEPTIONS = frozenset({"exemption", "part"})
MOST_FOR_HEADS = 0.45
ENOUGH = 7
"""So many rows that come into sight are worth unfolding a longer list; the rest scrolls."""


class Column:
    """The widgets of one side's head."""

    def __init__(self, document: Document, side: str, head: QWidget) -> None:
        self.side = side
        self.picker = VersionPicker(document, side, head)
        self.error = RoleLabel(head, font="small", colour="warning")
        self.line = RoleLabel(head, font="small", colour="text_muted")
        self.turned = RoleLabel(head, font="small", colour="text_muted")
        self.banner = Banner(head)
        self.details = Details(document, head)
        self.follows = FollowLine(head)
        self.picker.failed.connect(self.error.say)
        self.error.hide()


class ColumnsPanel(QWidget):
    """Two columns, one model."""

    fact_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columns")
        self._document = document
        self._opened = Opened()
        self._parting: object = None
        self._compact = False
        self._follows_open = False
        self._roomed: object = None
        self._resized = QTimer(self, singleShot=True, interval=0)
        self.head = QWidget(self)
        self.columns = tuple(Column(document, side, self.head) for side in SIDES)
        self.agreement = AgreementLine(self.head)
        self.shared = SwitchList(self.head)
        self.follows = RowList(self)
        self.legend = Legend(self)
        self.rows = RowList(self)
        self.area = QScrollArea(self)
        self._build()
        self._connect()
        self.refresh()

    # --- building --------------------------------------------------------------------------------
    def _build(self) -> None:
        self._heads = PairLayout(self.head, spacing=1)
        left, right = self.columns
        self._heads.add_pair(left.picker, right.picker)
        self._heads.add_pair(left.error, right.error)
        self._heads.add_pair(left.line, right.line)
        self._heads.add_pair(left.turned, right.turned)
        self._heads.add_pair(left.banner, right.banner)
        self._heads.add_pair(left.details, right.details)
        self._heads.addWidget(self.shared)
        self._heads.addWidget(self.agreement)
        self._heads.add_pair(left.follows, right.follows)
        self.content = QWidget()
        self._content = PairLayout(self.content, spacing=1)
        self._content.addWidget(self.follows)
        self._content.addWidget(self.legend)
        self._content.addWidget(self.rows)
        self._build_scroll()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.area, 1)
        follow_width(self.head)
        self._restyle()

    def _build_scroll(self) -> None:
        self.area.setWidget(self.content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setObjectName("rows")
        self.area.viewport().setAutoFillBackground(False)
        self.content.setAutoFillBackground(False)
        self.area.viewport().installEventFilter(self)

    def _connect(self) -> None:
        document = self._document
        document.changed.connect(self.refresh)
        document.previewed.connect(self.refresh)
        document.language_changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._resized.timeout.connect(self._show_rows)
        for rows, spread in ((self.rows, self._spread), (self.follows, self._spread_follow)):
            rows.opened.connect(document.choose_provision)
            rows.spread.connect(spread)
            rows.focused.connect(self._reveal)
        self.shared.picked.connect(lambda key, position: pick_choice(document, key, position))
        self.agreement.asked.connect(self.show_parting)
        for column in self.columns:
            column.details.fact_chosen.connect(self._choose_fact)
            column.banner.asked.connect(partial(self._show_details, column))
            column.follows.clicked.connect(self._toggle_follows)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the document as it now is."""
        comparison, lang = self._document.shown, self._document.lang
        self.setAccessibleName(say(lang, "Two versions of the law"))
        for column in self.columns:
            column.picker.refresh()
        self._show_comparison(comparison)
        if not self._document.previewing:
            self._follow_parting(comparison)
        self.update()

    def _show_comparison(self, comparison: Comparison) -> None:
        lang = self._document.lang
        switches = all_switches(comparison, self._document.setup, lang)
        for column in self.columns:
            decision = getattr(comparison, column.side)
            column.banner.show_decision(decision, lang)
            column.details.show_decision(decision, getattr(switches, column.side))
        self.shared.show_switches(switches.both, lang)
        self.agreement.show_comparison(comparison, lang)
        self._follows = Follows(comparison, lang)
        self._show_follows()
        self._maker = RowMaker(comparison, lang)
        self.legend.show_words(lang)
        self.area.setAccessibleName(say(lang, "Reasons, in the order the officer decides"))
        self._show_rows()
        self._fit()

    def _show_follows(self) -> None:
        """Show what follows from the outcomes: in a line each, or row by row."""
        lang = self._document.lang
        for column, titles in zip(self.columns, self._follows.titles(), strict=True):
            column.follows.show_titles(titles, lang, is_open=self._follows_open)
        views = self._follows.views(self._opened.reasons) if self._follows_open else ()
        self.follows.show_rows(views, lang)
        self.follows.setVisible(bool(views))
        self.legend.set_apart(bool(views))
        self.follows.setAccessibleName(say(lang, "What follows"))

    def _show_rows(self) -> None:
        """Show the rows, with the exceptions unfolded where enough of them come into sight."""
        if not self.isVisible():
            return
        self._roomed = self.area.contentsRect().size()
        self._opened = replace(self._opened, room=frozenset())
        folded = self._views()
        members = worth_reading(folded, _kind)
        if members and self._spare(folded) >= min(len(members), ENOUGH):
            self._opened = replace(self._opened, room=members)
            folded = self._views()
        self.rows.show_rows(folded, self._document.lang)

    def _spare(self, folded: tuple[RowView, ...]) -> float:
        """Return how many quiet rows more would have room under these without scrolling."""
        size = self.area.contentsRect().size()  # as wide as it is without a scroll bar
        row = QFontMetrics(theme.font("small")).height() + theme.space(1.5)
        besides = self._content.heightForWidth(size.width())
        besides -= self.rows.heightForWidth(size.width())
        heights = self.rows.height_of(folded, size.width())
        return (size.height() - besides - heights) / row

    def _views(self) -> tuple[RowView, ...]:
        views = self._maker.views(self._opened)
        return fold(views, _kind, self._document.lang, self._opened)

    def _show_lines(self) -> None:
        """Say under each picker what law that is; with its title, where the field cuts it."""
        for column in self.columns:
            decision, lang = getattr(self._document.shown, column.side), self._document.lang
            words, turned = _version_words(decision, lang), outcome_words(decision, lang).turned
            title = "" if column.picker.shows_all() else column.picker.title()
            above = "" if self._compact else words
            preview = self._document.previewing
            column.line.set_colour("parting" if preview else "text_muted")
            told = say(lang, "Preview of a smallest change: nothing is changed yet")
            column.line.say(told if preview else " · ".join(filter(None, (title, above))))
            column.turned.say("" if self._compact else turned)
            below = "\n".join(filter(None, (words, turned)))
            column.details.version.say(below if self._compact else "")

    # --- the parting -----------------------------------------------------------------------------
    def _follow_parting(self, comparison: Comparison) -> None:
        """Bring the parting into view when it, or an outcome, is not what it was."""
        now = (parting_rows(comparison), comparison.left.outcome, comparison.right.outcome)
        before, self._parting = self._parting, now
        if now != before and now[0]:
            QTimer.singleShot(0, self, self.show_parting)

    def show_parting(self) -> None:
        """Scroll to where the versions part; the focus stays where it is. A term has its page."""
        comparison = self._document.shown
        rows, parting = parting_rows(comparison), comparison.parting
        row = self.rows.row(rows[0]) if rows else None
        if parting is not None and not rows and parting.first.kind == TEXT:
            self._document.choose_provision(parting.first.id)
        if row is not None:
            self._reveal(row)

    def _reveal(self, row: RowWidget) -> None:
        """Scroll no more than is needed to see a row, or its top where it is a tall one."""
        self._content.activate()
        top, room = row.mapTo(self.content, QPoint()).y(), self.area.viewport().height()
        margin = theme.space(1)
        highest = max(top - margin, 0)
        lowest = min(top + row.height() + margin - room, highest)
        bar = self.area.verticalScrollBar()
        bar.setValue(min(max(bar.value(), lowest), highest))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed frame around what is only a preview."""
        super().paintEvent(event)
        if self._document.previewing:
            painter = QPainter(self)
            painter.setPen(QPen(theme.colour("parting"), 2, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    # --- opening and choosing --------------------------------------------------------------------
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys to the rows."""
        self.rows.take_focus(event.reason())

    def _spread(self, key: str, wanted: bool) -> None:
        row = self.rows.row(key)
        if row is not None and row.is_spread != wanted:
            self._opened = turned(self._opened, row.view, wanted=wanted)
            self._show_rows()

    def _toggle_follows(self) -> None:
        self._follows_open = not self._follows_open
        self._show_follows()
        self._show_rows()
        if self._follows_open:
            lines = [c.follows for c in self.columns if self._compact and c.follows.isVisible()]
            line = lines[0] if lines else self.follows
            self._content.activate()
            self.area.verticalScrollBar().setValue(line.mapTo(self.content, QPoint()).y())

    def _spread_follow(self, key: str, wanted: bool) -> None:
        self._opened = self._opened.with_reasons(key, wanted=wanted)
        self._show_follows()

    def _show_details(self, column: Column) -> None:
        """Lead to what an open outcome waits for, where that scrolls."""
        self.area.verticalScrollBar().setValue(0)
        for owner in (column.details, self.shared):
            ways = [w for w in owner.findChildren(QAbstractButton) if w.isVisibleTo(owner)]
            if ways and owner.isVisibleTo(self):
                ways[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _choose_fact(self, path: str) -> None:
        """Lead to the question of a fact."""
        self._document.choose_fact(path)
        self.fact_chosen.emit(path)

    # --- fitting ---------------------------------------------------------------------------------
    def _fit(self) -> None:
        """Let the details scroll where the heads would take too much of the height."""
        width = self.head.width()
        details = max(c.details.heightForWidth(self._column_width()) for c in self.columns)
        details += self.shared.heightForWidth(width) if self.shared.isVisibleTo(self) else 0
        details += max(c.follows.sizeHint().height() for c in self.columns)
        heads = self._heads.heightForWidth(width)
        full = heads + details if self._compact else heads
        self._set_compact(full > MOST_FOR_HEADS * self.height())
        self._show_lines()

    def _column_width(self) -> int:
        return max((self.head.width() - theme.space(4)) // 2, 1)

    def _set_compact(self, compact: bool) -> None:
        if compact == self._compact:
            return
        self._compact = compact
        left, right = (column.details for column in self.columns)
        target = self._content if compact else self._heads
        at = 0 if compact else 5 * 2
        target.insert_pair(at, left, right)
        target.insert_wide(at + 2, self.shared)
        lines = (column.follows for column in self.columns)
        target.insert_pair(at + 3 if compact else target.count(), *lines)
        for column in self.columns:
            column.banner.set_compact(compact)
            column.details.set_compact(compact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the heads as wide as the rows, whether there is a scroll bar or not."""
        if event.type() == QEvent.Type.Resize:
            bar = self.area.width() - self.area.viewport().width()
            self._heads.setContentsMargins(0, 0, bar, 0)
            if self.area.contentsRect().size() != self._roomed:
                self._resized.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rows()
        self._fit()

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1.5))
        self._show_rows()
        self._fit()
        self.update()


def _version_words(decision: Decision, lang: str) -> str:
    """Say what law that is, and on how many assumptions the outcome rests."""
    keys = {*decision.depends_on, *decision.waits_for}
    assumed = sum(key.startswith("assume:") for key in keys)
    words = version_line(decision.version, lang)
    if not assumed:
        return words
    return f"{words} · {many(lang, '{n} assumption matters', '{n} assumptions matter', assumed)}"


def _kind(provision: str) -> str:
    """Return of what kind a rule is, for those who count them: an exception, a ground, or other."""
    known = law().provisions.get(provision)
    kind = known.kind if known is not None else ""
    return "exception" if kind in EXCEPTIONS else "ground" if kind == "ground" else ""
