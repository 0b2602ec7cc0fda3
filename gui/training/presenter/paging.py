"""How a slide is cut into pages and set: on a sheet of 1920 by 1080, whatever the size of the screen.

A sheet is 540 points high, as in the programs that make slides, so one point is two of its 1080 lines.
Result words have 44 points, reasons 32, citations 24, and nothing is smaller. A side holds six lines at most;
what is longer goes on on the next page. The sheet is then painted as large as the screen allows.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from gui import theme
from gui.training.presenter.slides import Bar, Block, Line, Size, Slide

WIDTH, HEIGHT = 1920, 1080
POINTS = 540
"""The height of a sheet in points."""
TITLE, RESULT, REASON, CITE = 36, 44, 32, 24
SIZES: dict[Size, int] = {"title": TITLE, "result": RESULT, "reason": REASON, "cite": CITE}
MOST_LINES = 6
MARGIN = 72
GUTTER = 72
BODY = QRect(MARGIN, 296, WIDTH - 2 * MARGIN, 694)
BAR = 50
GAP = 18
SIDE = (BODY.width() - GUTTER) // 2


@dataclass(frozen=True)
class Set:
    """A line of text as it is set: one row of letters, or the first row with its mark."""

    text: str
    line: Line
    y: int
    height: int
    first: bool
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class Page:
    """One page of a slide: what is set across it, at its left and at its right."""

    slide: Slide
    title: tuple[str, ...]
    wide: tuple[Set, ...]
    left: tuple[Set, ...]
    right: tuple[Set, ...]
    number: int
    of: int


def pixels(size: Size) -> int:
    """The size of letters in lines of a 1080-line sheet."""
    return SIZES[size] * HEIGHT // POINTS


def font_of(size: Size, *, bold: bool = False) -> QFont:
    """The font of a size on the sheet."""
    made = QFont(theme.font("strong" if bold else "body"))
    made.setPixelSize(pixels(size))
    return made


def pages_of(slide: Slide) -> tuple[Page, ...]:
    """A slide on as many pages as it needs."""
    wide = _cut(slide.wide, BODY.width())
    left, right = _cut(slide.left, SIDE), _cut(slide.right, SIDE)
    count = max(len(wide), len(left), len(right), 1)
    title = tuple(_wrapped(slide.title, font_of("title", bold=True), BODY.width())[:2])
    return tuple(
        Page(slide, title, _at(wide, n), _at(left, n), _at(right, n), n + 1, count)
        for n in range(count)
    )


def _at(pages: list[tuple[Set, ...]], number: int) -> tuple[Set, ...]:
    """A page of one side; the shorter side keeps its last one."""
    return pages[min(number, len(pages) - 1)] if pages else ()


def _cut(blocks: tuple[Block, ...], width: int) -> list[tuple[Set, ...]]:
    pages: list[tuple[Set, ...]] = []
    page: list[Set] = []
    y = 0
    for block in blocks:
        rows = _rows(block, width)
        height = sum(row.height for row in rows) + (GAP if page else 0)
        if page and (len(page) + len(rows) > MOST_LINES or y + height > BODY.height()):
            pages.append(tuple(page))
            page, y = [], 0
        y += GAP if page else 0
        for row in rows:
            if len(page) == MOST_LINES or y + row.height > BODY.height():
                pages.append(tuple(page))
                page, y = [], 0
            page.append(Set(row.text, row.line, y, row.height, row.first, row.bars))
            y += row.height
    if page:
        pages.append(tuple(page))
    return pages


def _rows(block: Block, width: int) -> list[Set]:
    rows = []
    for line in block:
        font = font_of(line.size, bold=line.bold)
        height = QFontMetrics(font).lineSpacing()
        texts = _wrapped(line.text, font, width - indent_of(line))
        for number, text in enumerate(texts):
            last = number == len(texts) - 1
            bars = line.bars if last else ()
            rows.append(Set(text, line, 0, height + len(bars) * BAR, number == 0, bars))
    return rows


def indent_of(line: Line) -> int:
    """How far a line with a mark or a letter stands in."""
    if not line.mark and not line.letter:
        return 0
    return round(pixels(line.size) * 1.3)


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """A text in rows that fit a width; a word that is too long is broken."""
    found = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
            found.append(paragraph[row.textStart() : row.textStart() + row.textLength()].rstrip())
        layout.endLayout()
    return [row for row in found if row]
