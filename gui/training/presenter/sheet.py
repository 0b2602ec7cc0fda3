"""The sheet that the audience sees, painted as large as there is room; the trainer has a small one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.words import say
from gui import theme
from gui.training.presenter.paging import (
    BAR,
    BODY,
    GUTTER,
    HEIGHT,
    MARGIN,
    SIDE,
    WIDTH,
    Page,
    Set,
    font_of,
    indent_of,
)
from gui.training.presenter.slides import Bar, spoken

HEADS = QRect(MARGIN, 214, WIDTH - 2 * MARGIN, 66)
FOOT = QRect(MARGIN, HEIGHT - 84, WIDTH - 2 * MARGIN, 66)
LABEL, NUMBER = 220, 110
"""Room before and behind a bar."""


class Sheet(QWidget):
    """One page; ``blank`` covers it."""

    def __init__(self, parent: QWidget, *, edged: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._edged = edged
        self._page: Page | None = None
        self._blank = False
        self._lang = "en"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def page(self) -> Page | None:
        """What is on it, covered or not."""
        return self._page

    def show_page(self, page: Page | None, lang: str, *, blank: bool = False) -> None:
        """Show another page, or cover this one."""
        self._page, self._lang, self._blank = page, lang, blank
        words = "" if page is None or blank else spoken(page.slide)
        self.setAccessibleName(say(lang, "Slide"))
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * HEIGHT // WIDTH

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._blank or self._page is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._edged:
            painter.setPen(theme.colour("line_strong"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter.translate((self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        paint_page(painter, self._page, self._lang)


def paint_page(painter: QPainter, page: Page, lang: str) -> None:
    """Paint a page on its sheet of 1920 by 1080."""
    painter.setFont(font_of("title", bold=True))
    painter.setPen(theme.colour("text"))
    height = painter.fontMetrics().lineSpacing()
    top = MARGIN - 44 if len(page.title) > 1 else MARGIN
    for number, row in enumerate(page.title):
        room = QRect(MARGIN, top + number * height, BODY.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row)
    _paint_heads(painter, page)
    for rows, x in ((page.wide, BODY.left()), (page.left, BODY.left())):
        _paint_rows(painter, rows, x)
    _paint_rows(painter, page.right, BODY.left() + SIDE + GUTTER)
    painter.setFont(font_of("cite"))
    painter.setPen(theme.colour("text_muted"))
    low = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(
        FOOT, Qt.AlignmentFlag.AlignLeft | low, say(lang, "Teaching tool, not legal advice")
    )
    if page.of > 1:
        where = say(lang, "page {n} of {all}", n=page.number, all=page.of)
        painter.drawText(FOOT, Qt.AlignmentFlag.AlignRight | low, where)


def _paint_heads(painter: QPainter, page: Page) -> None:
    if not any(page.slide.heads) or not (page.left or page.right):
        return
    painter.setFont(font_of("cite", bold=True))
    painter.setPen(theme.colour("text_muted"))
    metrics = painter.fontMetrics()
    for head, x in zip(page.slide.heads, (HEADS.left(), HEADS.left() + SIDE + GUTTER), strict=True):
        shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, SIDE)
        room = QRect(x, HEADS.top(), SIDE, HEADS.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setPen(QPen(theme.colour("line"), 3))
    for x in (HEADS.left(), HEADS.left() + SIDE + GUTTER):
        painter.drawLine(x, HEADS.bottom(), x + SIDE, HEADS.bottom())


def _paint_rows(painter: QPainter, rows: tuple[Set, ...], x: int) -> None:
    for row in rows:
        top = BODY.top() + row.y
        line = row.line
        inset = indent_of(line)
        font = font_of(line.size, bold=line.bold)
        painter.setFont(font)
        high = painter.fontMetrics().lineSpacing()
        if line.mark and row.first:
            _paint_mark(painter, line.mark, QRectF(x, top + high * 0.14, high * 0.72, high * 0.72))
        painter.setPen(theme.colour(line.colour))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if line.letter and row.first:
            painter.drawText(QRect(x, top, inset, high), middle, line.letter)
        room = QRect(x + inset, top, BODY.width(), high)
        painter.drawText(room, middle, row.text)
        for number, bar in enumerate(row.bars):
            _paint_bar(painter, bar, QRect(x, top + high + number * BAR, SIDE, BAR))


def _paint_mark(painter: QPainter, mark: str, room: QRectF) -> None:
    if mark == "diamond":
        theme.shapes.paint_diamond(painter, room)
    elif mark in theme.shapes.OUTCOMES:
        theme.shapes.paint_outcome(painter, room, mark)
    else:
        theme.shapes.paint_truth(painter, room, mark)


def _paint_bar(painter: QPainter, bar: Bar, room: QRect) -> None:
    """A bar with its round before it and its number behind: full for the later round, an outline else."""
    painter.setFont(font_of("cite"))
    painter.setPen(theme.colour("text_muted"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, bar.label)
    full = room.width() - LABEL - NUMBER
    width = full * bar.count // bar.of if bar.of else 0
    box = QRectF(room.left() + LABEL, room.top() + 8, max(width, 2), room.height() - 16)
    painter.setPen(QPen(theme.colour("accent"), 3))
    painter.setBrush(theme.colour("accent" if bar.second else "selection"))
    painter.drawRect(box)
    painter.setPen(theme.colour("text"))
    count = QRectF(box.right() + 18, room.top(), NUMBER, room.height())
    painter.drawText(count, Qt.AlignmentFlag.AlignLeft | middle, str(bar.count))
