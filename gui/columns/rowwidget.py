"""One row across both columns: painted words, two citations, one chevron for the reasons.

A row is one widget, so the same provision cannot but stand at the same height left and right.
It is given a :class:`RowView` and keeps nothing else; an equal view is no work at all.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.words import say
from gui import theme
from gui.columns.cellplan import Plan, Planner, paint_plan, wrap
from gui.columns.rows import BLANK, QUIET, RowView
from gui.parts.focus import ENTER_KEYS, paint_focus
from gui.parts.link import LinkButton
from gui.parts.pairs import column_rects
from gui.parts.rowlist import Row

Plans = tuple[Plan | None, Plan | None]
WIDTHS = 3
SPREAD_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Space)


class Chevron(QAbstractButton):
    """The small arrow between the columns: open or closed. The row has the keys for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_open = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("link" if self.underMouse() else "text_faint"), theme.space(0.35))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, arm = QRectF(self.rect()).center(), theme.space(0.8)
        painter.translate(middle)
        painter.rotate(90 if self.is_open else 0)
        tip = QPointF(arm / 2, 0)
        painter.drawLine(QPointF(-arm / 2, -arm), tip)
        painter.drawLine(tip, QPointF(-arm / 2, arm))


class RowWidget(Row):
    """Paints a row view and says what a person wants of it."""

    spread = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = BLANK
        self._lang = "en"
        self._made: dict[int, Plans] = {}
        self._plans: Plans = (None, None)
        self._over = False
        self.cites = (self._cite_button(0), self._cite_button(1))
        self.chevron = Chevron(self)
        self.chevron.clicked.connect(lambda: self.spread.emit(self.view.key, not self.is_spread))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.changed.connect(self._restyle)

    @property
    def key(self) -> str:
        """The key of the view."""
        return self.view.key

    @property
    def is_spread(self) -> bool:
        """Whether the reasons, or the members of the fold, are open."""
        if self.view.fold:
            return self.view.fold_open
        return any(cell is not None and cell.reasons for cell in self.view.cells)

    def show_row(self, view: RowView, lang: str) -> None:
        """Show a view in place."""
        if view == self.view and lang == self._lang:
            return
        self.view, self._lang = view, lang
        self.setObjectName(view.key)
        self.setAccessibleName(view.name)
        self.setAccessibleDescription(self._reasons_said())
        self.chevron.is_open = self.is_spread
        self.chevron.setAccessibleName(self._chevron_words())
        self.chevron.setToolTip(self._chevron_words())
        for button, cell in zip(self.cites, view.cells, strict=True):
            button.say(cell.cite if cell is not None else "")
        self._made.clear()
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height of the taller cell, with the room around it."""
        plans = self._plans_at(width)
        tallest = max((plan.height for plan in plans if plan is not None), default=0)
        return round(tallest) + 2 * self._pad() + self._head()

    def height_of(self, view: RowView, width: int) -> int:
        """Return the height that another view would have here; what is shown stays."""
        if view == self.view:
            return self.height_for(width)
        tallest = 0.0
        for cell, cite, (_, wide) in zip(view.cells, self.cites, column_rects(width), strict=True):
            if cell is not None:
                plan = Planner(cell, view.weight, wide - 2 * self._side(), cite).make()
                tallest = max(tallest, plan.height)
        return round(tallest) + 2 * self._pad_of(view) + self._head_of(view)

    def plans(self) -> Plans:
        """Return where everything stands in the left and the right cell."""
        return self._plans

    def cell_rects(self) -> tuple[QRect, QRect]:
        """Return the two cells, the padding taken off."""
        pad, top = self._pad(), self._top()
        (x1, w1), (x2, w2) = column_rects(self.width())
        height = self.height() - top - pad
        side = self._side()
        return (
            QRect(x1 + side, top, w1 - 2 * side, height),
            QRect(x2 + side, top, w2 - 2 * side, height),
        )

    @staticmethod
    def _side() -> int:
        return theme.space(1)

    def _pad(self) -> int:
        return self._pad_of(self.view)

    def _head(self) -> int:
        return self._head_of(self.view)

    def _top(self) -> int:
        return self._pad() + self._head()

    @staticmethod
    def _head_of(view: RowView) -> int:
        """The height of a heading, with the room above it."""
        line = QFontMetrics(theme.font("small")).height()
        return line + theme.space(1) if view.heading else 0

    @staticmethod
    def _pad_of(view: RowView) -> int:
        return theme.space(0.5 if view.weight in QUIET else 1.25)

    def _cite_button(self, side: int) -> LinkButton:
        button = LinkButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._open(side))
        return button

    def _open(self, side: int) -> None:
        cell = self.view.cells[side] or self.view.cells[1 - side]
        if cell is not None and cell.provision:
            self.opened.emit(cell.provision)

    def place(self) -> None:
        """Place everything for the width that the row has now."""
        self._plans = self._plans_at(self.width())
        self._place_buttons()

    def _plans_at(self, width: int) -> Plans:
        """Return the plans for a width; a layout asks for a few widths again and again."""
        if width not in self._made:
            if len(self._made) >= WIDTHS:
                self._made.clear()
            left, right = (w for _, w in column_rects(width))
            self._made[width] = (self._plan(0, left), self._plan(1, right))
        return self._made[width]

    def _plan(self, side: int, width: int) -> Plan | None:
        cell = self.view.cells[side]
        if cell is None:
            return None
        return Planner(cell, self.view.weight, width - 2 * self._side(), self.cites[side]).make()

    def _place_buttons(self) -> None:
        top = self._top()
        rects = column_rects(self.width())
        for button, plan, (x, _) in zip(self.cites, self._plans, rects, strict=True):
            if plan is not None and plan.cite is not None:
                button.setGeometry(plan.cite.toRect().translated(x + self._side(), top))
        (x, wide), (right, _) = rects
        side = min(right - x - wide, theme.space(4))
        line = theme.space(4)
        self.chevron.setGeometry(QRect(x + wide, top, side, line))

    def _restyle(self) -> None:
        self._made.clear()
        self.place()
        self.update()

    def resizeEvent(self, event: object) -> None:
        self.place()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_for(self.width()))

    # --- what a person does ----------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Left and self.is_spread:
            self.spread.emit(self.view.key, False)
        elif key in SPREAD_KEYS:
            self.spread.emit(self.view.key, key == Qt.Key.Key_Right or not self.is_spread)
        elif key in ENTER_KEYS and self.view.fold:
            self.spread.emit(self.view.key, not self.is_spread)
        elif key in ENTER_KEYS:
            self._open(0)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.spread.emit(self.view.key, not self.is_spread)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.view.fold and event.button() == Qt.MouseButton.LeftButton:
            self.spread.emit(self.view.key, not self.is_spread)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.view.key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()

    # --- words -----------------------------------------------------------------------------------
    def _chevron_words(self) -> str:
        if self.view.fold:
            return (
                say(self._lang, "Fold these rules")
                if self.is_spread
                else say(self._lang, "Show these rules")
            )
        if self.is_spread:
            return say(self._lang, "Hide the reasons")
        return say(self._lang, "Show the reasons")

    def _reasons_said(self) -> str:
        cells = [cell for cell in self.view.cells if cell is not None]
        return " ".join(reason.text for cell in cells for reason in cell.reasons)

    # --- painting --------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._paint_ground(painter)
        self._paint_heading(painter)
        for side, rect in enumerate(self.cell_rects()):
            plan, cell = self._plans[side], self.view.cells[side]
            if plan is None or cell is None:
                self._paint_missing(painter, rect)
                continue
            if cell.carries:
                self._paint_bar(painter, rect, cell.carries)
            paint_plan(painter, plan, QPointF(rect.topLeft()), ground)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(0, self._head(), 0, 0))

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint what the row stands on, and return its role."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5 + self._head(), -0.5, -0.5)
        radius = theme.space(1.25)
        if self.view.parts:
            painter.setPen(QPen(theme.colour("parting"), 1.5))
            painter.setBrush(theme.colour("parting_soft"))
            painter.drawRoundedRect(box, radius, radius)
            return "parting_soft"
        if self._over or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface_alt"))
            painter.drawRoundedRect(box, radius, radius)
            return "surface_alt"
        return "surface"

    def _paint_heading(self, painter: QPainter) -> None:
        if not self.view.heading:
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_muted"))
        room = QRect(self._side(), 0, self.width() - 2 * self._side(), self._head())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, flags, self.view.heading)

    def _paint_bar(self, painter: QPainter, rect: QRect, outcome: str) -> None:
        """Repeat the banner's edge beside what carries the outcome."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(outcome))
        wide = theme.space(0.5)
        bar = QRectF(rect.left() - wide / 2, rect.top(), wide, rect.height())
        painter.drawRoundedRect(bar, wide / 2, wide / 2)

    def _paint_missing(self, painter: QPainter, rect: QRect) -> None:
        if not self.view.missing:
            return
        if self.view.weight not in QUIET:
            pen = QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = theme.space(1)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 0.5, -0.5, -0.5), radius, radius)
        layout, height = wrap(self.view.missing, theme.font("small"), rect.width() - theme.space(4))
        painter.setPen(theme.colour("text_faint"))
        top = rect.top() + max((rect.height() - height) / 2, 0)
        layout.draw(painter, QPointF(rect.left() + theme.space(2), top))
