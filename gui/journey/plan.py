"""Where the stations stand at a width, and the lines that are drawn between and beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLabel

from core.words import say
from gui import theme
from gui.journey import places
from gui.journey.station import StationButton, dot_side

MOST_LINES = 3
"""A text that needs more lines than this below its dot folds the whole line of stations."""

Stations = Mapping[str, StationButton]


@dataclass(frozen=True)
class Plan:
    """A place for everything at one width."""

    folded: bool
    boxes: dict[str, QRect]
    words: QRect
    height: int
    divider: int
    """Where the stations on the way end and those aside begin; 0 for no line."""


def arrange(stations: Stations, words: QLabel, width: int, *, tight: bool = False) -> Plan:
    """Return the plan for a width; `tight` folds whatever the width, to save height."""
    full = None if tight else _full(stations, width)
    return full if full is not None else _folded(stations, words, width)


def _full(stations: Stations, width: int) -> Plan | None:
    """Return equal columns with the words below the dots, or None where these do not fit."""
    edge, gap, top = theme.space(2), theme.space(6), _label_height() + theme.space(1.5)
    column = (width - 2 * edge - gap) // len(stations)
    buttons = [stations[station] for station in places.in_order()]
    if any(b.least_width() > column or b.lines_needed(column) > MOST_LINES for b in buttons):
        return None
    height = max(button.words_height(column) for button in buttons)
    boxes, left, divider = {}, edge, 0
    for station in places.in_order():
        if station in places.ASIDE and not divider:
            divider = left + gap // 2
            left += gap
        boxes[station] = QRect(left, top, column, height)
        left += column
    return Plan(False, boxes, QRect(), top + height + theme.space(1), divider)


def _folded(stations: Stations, words: QLabel, width: int) -> Plan:
    """Return a row of chips, on more than one line if it must be, and the chosen words below."""
    edge, gap = theme.space(2), theme.space(1)
    boxes, left, top = {}, edge, edge
    tall = stations[places.BORDER].chip_height()
    for station in places.in_order():
        wide = stations[station].chip_width()
        if left > edge and left + wide > width - edge:
            left, top = edge, top + tall
        boxes[station] = QRect(left, top, wide, tall)
        left += wide + gap
    below = top + tall + theme.space(0.5)
    room = max(width - 2 * edge - theme.space(1), 1)
    said = QRect(edge + theme.space(1), below, room, words.heightForWidth(room))
    return Plan(True, boxes, said, below + said.height() + edge, 0)


def paint(painter: QPainter, plan: Plan, stations: Stations, lang: str) -> None:
    """Draw the way, the border across it, and the line beside which the rest stands aside."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if plan.folded:
        _paint_border_between(painter, plan)
        return
    _paint_way(painter, stations)
    _paint_border(painter, stations, lang)
    painter.setPen(QPen(theme.colour("line"), 1))
    inset = theme.space(2)
    painter.drawLine(plan.divider, inset, plan.divider, plan.height - inset)


def _paint_way(painter: QPainter, stations: Stations) -> None:
    painter.setPen(QPen(theme.colour("line_strong"), 2))
    centres = [_centre(stations[station]) for station in places.on_the_way()]
    away = QPointF(dot_side() / 2 + theme.space(1), 0)
    for before, after in pairwise(centres):
        painter.drawLine(before + away, after - away)


def _paint_border(painter: QPainter, stations: Stations, lang: str) -> None:
    """Draw the border from the edge of the card down to the dot of the crossing."""
    at = _centre(stations[places.BORDER])
    painter.setPen(_dashes())
    painter.drawLine(QPointF(at.x(), 1), QPointF(at.x(), at.y() - dot_side() / 2))
    font = theme.font("small")
    font.setWeight(theme.font("strong").weight())
    painter.setFont(font)
    painter.setPen(theme.colour("text_muted"))
    text = say(lang, "Canada–U.S. border")
    room = QRectF(at.x() + theme.space(1.5), theme.space(1), theme.space(100), _label_height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, text)


def _paint_border_between(painter: QPainter, plan: Plan) -> None:
    """Draw the border before the chip of the crossing."""
    box = plan.boxes[places.BORDER]
    painter.setPen(_dashes())
    x = box.left() - theme.space(0.5)
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))


def _dashes() -> QPen:
    pen = QPen(theme.colour("text_muted"), 2)
    pen.setDashPattern([3, 2])
    return pen


def _centre(station: StationButton) -> QPointF:
    return QPointF(station.pos()) + station.dot_centre()


def _label_height() -> int:
    return QFontMetrics(theme.font("small")).height()
