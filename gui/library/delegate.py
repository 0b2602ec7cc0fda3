"""How one case stands in the list: title, what it teaches, both outcomes, topics.

Everything wraps. The outcomes stand side by side where they fit, under one another where not.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.case.library import LibraryEntry
from core.report.sentences import outcome_words
from core.words import say
from gui import theme
from gui.library.model import ENTRY, tag_words
from gui.library.outcomes import known

AnyIndex = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
TALL = 1 << 14


@dataclass(frozen=True)
class Piece:
    """Words in their place; with an outcome, on its ground and behind its shape."""

    rect: QRect
    text: str
    font: str
    colour: str
    outcome: str = ""


class EntryDelegate(QStyledItemDelegate):
    """Paints a case, and says how tall it is in the width of its list."""

    def __init__(self, lang: str, view: QListView) -> None:
        super().__init__(view)
        self._lang = lang
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        bottom = max(piece.rect.bottom() for piece in self.pieces(index.data(ENTRY), width))
        return QSize(width, bottom + theme.space(3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, rect, state)
        painter.translate(rect.topLeft())
        for piece in self.pieces(index.data(ENTRY), rect.width()):
            _paint_piece(painter, piece)
        painter.restore()

    def pieces(self, entry: LibraryEntry, width: int) -> list[Piece]:
        """Place everything of a case in a width."""
        side, gap = theme.space(4), theme.space(1)
        room = width - 2 * side
        placed: list[Piece] = []
        y = theme.space(3)
        for text, font, colour in (
            (entry.title[self._lang], "strong", "text"),
            (entry.teaches[self._lang], "body", "text_muted"),
        ):
            piece = _words(text, font, colour, side, y, room)
            placed.append(piece)
            y = piece.rect.bottom() + gap
        for piece in self._outcomes(entry, side, y + gap, room):
            placed.append(piece)
            y = piece.rect.bottom() + 2 * gap
        tags = " · ".join(tag_words(tag, self._lang) for tag in entry.tags)
        placed.append(_words(tags, "small", "text_faint", side, y, room))
        return placed

    def _outcomes(self, entry: LibraryEntry, x: int, y: int, room: int) -> list[Piece]:
        comparison = known(entry.id)
        if comparison is None:
            waiting = say(self._lang, "Both outcomes are being computed …")
            return [_words(waiting, "body", "text_faint", x, y, room)]
        pair = [
            (decision.outcome, outcome_words(decision, self._lang).headline)
            for decision in (comparison.left, comparison.right)
        ]
        gap = theme.space(2)
        half = (room - gap) // 2
        if all(_chip_width(text) <= half for _, text in pair):
            return [
                _chip(text, outcome, x + at * (half + gap), y, half)
                for at, (outcome, text) in enumerate(pair)
            ]
        first = _chip(pair[0][1], pair[0][0], x, y, room)
        below = first.rect.bottom() + theme.space(1)
        return [first, _chip(pair[1][1], pair[1][0], x, below, room)]

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("selection" if chosen else "surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            edge = QRect(rect.left(), rect.top(), theme.space(1), rect.height())
            painter.fillRect(edge, theme.colour("accent"))


def _words(text: str, font: str, colour: str, x: int, y: int, room: int) -> Piece:
    metrics = QFontMetrics(theme.font(font))
    height = metrics.boundingRect(QRect(0, 0, room, TALL), WRAP, text).height()
    return Piece(QRect(x, y, room, height), text, font, colour)


def _shape_room() -> int:
    return QFontMetrics(theme.font("strong")).height() + theme.space(1.5)


def _chip_width(text: str) -> int:
    words = QFontMetrics(theme.font("strong")).horizontalAdvance(text)
    return words + _shape_room() + theme.space(3)


def _chip(text: str, outcome: str, x: int, y: int, room: int) -> Piece:
    inside = room - _shape_room() - theme.space(3)
    words = _words(text, "strong", outcome, 0, 0, inside)
    height = words.rect.height() + theme.space(1.5)
    return Piece(QRect(x, y, room, height), text, "strong", outcome, outcome)


def _paint_piece(painter: QPainter, piece: Piece) -> None:
    rect = piece.rect
    if piece.outcome:
        painter.fillRect(rect, theme.colour(f"{piece.outcome}_soft"))
        rect = rect.adjusted(theme.space(1.5), theme.space(0.75), -theme.space(1.5), 0)
        side = QFontMetrics(theme.font("strong")).height()
        shape = QRectF(rect.left(), rect.top(), side, side)
        theme.shapes.paint_outcome(painter, shape, piece.outcome)
        rect = rect.adjusted(_shape_room(), 0, 0, 0)
    painter.setFont(theme.font(piece.font))
    painter.setPen(theme.colour(piece.colour))
    painter.drawText(rect, WRAP, piece.text)
