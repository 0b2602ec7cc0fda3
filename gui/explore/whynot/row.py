"""One provision across both columns: painted words with links in them, and a citation on each side.

The keys: up and down go from row to row, left and right from link to link within one; Enter follows the
link, or opens the provision where none is chosen. The menu key lists them all.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from gui import theme
from gui.columns.cellplan import wrap
from gui.explore.whynot.plan import Plan, indent_of
from gui.explore.whynot.views import View
from gui.parts import rowlist
from gui.parts.focus import ENTER_KEYS, paint_focus
from gui.parts.link import LinkButton
from gui.parts.pairs import column_rects

STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -(1 << 20),
    Qt.Key.Key_End: 1 << 20,
}
NOWHERE = (-1, -1)


class Row(rowlist.Row):
    """Paints a view and says what a person wants of it."""

    fact_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = View("")
        self._plans: list[Plan | None] = [None, None]
        self._made = -1
        self._over = NOWHERE
        self._chosen = NOWHERE
        self._inside = False
        self.cites = (self._cite(0), self._cite(1))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.changed.connect(self._restyle)

    # --- showing ------------------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """The key of the view."""
        return self.view.key

    def show_view(self, view: View) -> None:
        """Show a view in place; an equal one is no work at all."""
        self.setAccessibleName(view.name)
        if view == self.view:
            return
        self.view = view
        self.setObjectName(f"whynot-{view.key}")
        self._over = self._chosen = NOWHERE
        for button, cell in zip(self.cites, view.cells, strict=True):
            button.say(cell.cite.replace("&", "&&") if cell is not None else "")
        self._restyle()

    def height_for(self, width: int) -> int:
        """The height of the taller cell, with the room around it."""
        self._plan(width)
        tallest = max((plan.height for plan in self._plans if plan is not None), default=0.0)
        return round(tallest) + 2 * self._pad()

    def place(self) -> None:
        """Place the citations for the width that the row has now."""
        self._plan(self.width())
        for side, (button, plan) in enumerate(zip(self.cites, self._plans, strict=True)):
            if plan is not None:
                button.setGeometry(plan.cite.translated(self._origin(side)).toRect())

    def plan(self, side: int) -> Plan | None:
        """Where everything stands in the left or the right cell."""
        return self._plans[side]

    def link_point(self, side: int, number: int) -> QPoint:
        """A point in the middle of a link."""
        plan = self._plans[side]
        assert plan is not None
        return plan.link_rects(number)[0].translated(self._origin(side)).center().toPoint()

    def _plan(self, width: int) -> None:
        if width == self._made:
            return
        self._made = width
        for side, (_, wide) in enumerate(column_rects(width)):
            cell = self.view.cells[side]
            size = self.cites[side].sizeHint()
            room = wide - 2 * self._side()
            self._plans[side] = None if cell is None else Plan(cell, self.view.depth, room, size)

    def _cell_rect(self, side: int) -> QRect:
        x, wide = column_rects(self.width())[side]
        edge, pad = self._side(), self._pad()
        return QRect(x + edge, pad, wide - 2 * edge, self.height() - 2 * pad)

    def _origin(self, side: int) -> QPointF:
        return QPointF(self._cell_rect(side).topLeft())

    @staticmethod
    def _side() -> int:
        return theme.space(1)

    @staticmethod
    def _pad() -> int:
        return theme.space(1)

    def _cite(self, side: int) -> LinkButton:
        button = LinkButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._open(side))
        return button

    def _restyle(self) -> None:
        self._made = -1
        self.place()
        self.update()

    def resizeEvent(self, event: object) -> None:
        self.place()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_for(self.width()))

    # --- what a person does -------------------------------------------------------------------------
    def links(self) -> list[tuple[int, int]]:
        """Every link: its side, and its number there; the left ones first."""
        return [
            (side, number)
            for side, cell in enumerate(self.view.cells)
            if cell is not None
            for number in range(len(cell.facts))
        ]

    def follow(self, side: int, number: int) -> None:
        """Go to the question of a fact."""
        cell = self.view.cells[side]
        if cell is not None:
            self.fact_chosen.emit(cell.facts[number].path)

    def _open(self, side: int) -> None:
        cell = self.view.cells[side] or self.view.cells[1 - side]
        if cell is not None:
            self.opened.emit(cell.provision)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.moved.emit(STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in ENTER_KEYS and self._chosen != NOWHERE:
            self.follow(*self._chosen)
        elif key in ENTER_KEYS:
            self._open(0)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Choose the next link, or none again behind the last."""
        ring = [NOWHERE, *self.links()]
        self._chosen = ring[(ring.index(self._chosen) + step) % len(ring)]
        cell = self.view.cells[self._chosen[0]] if self._chosen != NOWHERE else None
        self.setAccessibleDescription(cell.facts[self._chosen[1]].text if cell is not None else "")
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return a menu of the provisions and facts that the row leads to."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for side, cell in enumerate(self.view.cells):
            if cell is not None:
                action = menu.addAction(f"{cell.cite}: {cell.title}".replace("&", "&&"))
                action.triggered.connect(lambda _=False, side=side: self._open(side))
        for side, number in self.links():
            cell = self.view.cells[side]
            assert cell is not None
            action = menu.addAction(cell.facts[number].text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, at=(side, number): self.follow(*at))
        return menu

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._link_at(event.position())
        if over != self._over:
            self._over = over
            if over == NOWHERE:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._link_at(event.position())
        if at != NOWHERE and event.button() == Qt.MouseButton.LeftButton:
            self.follow(*at)

    def _link_at(self, point: QPointF) -> tuple[int, int]:
        for side, plan in enumerate(self._plans):
            number = plan.link_at(point - self._origin(side)) if plan is not None else -1
            if number >= 0:
                return side, number
        return NOWHERE

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.view.key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = NOWHERE
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._inside = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._inside, self._over = False, NOWHERE
        self.update()

    # --- painting -----------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.colour(self._paint_ground(painter))
        for side, plan in enumerate(self._plans):
            if plan is None:
                self._paint_missing(painter, side)
                continue
            over = self._over[1] if self._over[0] == side else -1
            chosen = self._chosen[1] if self._chosen[0] == side else -1
            plan.paint(painter, self._origin(side), ground, over, chosen)
        if self.view.parts:
            self._paint_diamond(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint what the row stands on, and return its role."""
        role = "parting_soft" if self.view.parts else "surface_alt"
        if not self.view.parts and not self._inside and not self.hasFocus():
            return "surface"
        painter.setPen(QPen(theme.colour("parting"), 1.5) if self.view.parts else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(role))
        radius = theme.space(1.25)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        return role

    def _paint_diamond(self, painter: QPainter) -> None:
        """The mark of the parting, between the columns."""
        side = theme.space(2.5)
        middle = self.width() / 2
        rect = QRectF(middle - side / 2, self._pad() + theme.space(0.5), side, side)
        theme.shapes.paint_diamond(painter, rect)

    def _paint_missing(self, painter: QPainter, side: int) -> None:
        rect, indent = self._cell_rect(side), indent_of(self.view.depth)
        layout, _ = wrap(self.view.missing, theme.font("small"), rect.width() - indent)
        painter.setPen(theme.colour("text_faint"))
        layout.draw(painter, QPointF(rect.left() + indent, rect.top()))
