"""Large print: a table of three columns or more is told row by row, since narrow columns break every word.

>>> from core.report.papers.tree import cell
>>> wide = Table(line("Who"), (line("A"), line("B"), line("C")), ((cell("x"), cell("y"), cell("z")),))
>>> [type(block).__name__ for block in told_by_row(wide, "en")]
['Paragraph', 'Definitions']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.report.papers.tree import (
    Block,
    Cell,
    Definitions,
    Document,
    Line,
    Paragraph,
    Table,
    aside,
    is_tick,
    line,
    words,
)
from core.words import say

MOST = 2
"""So many columns stay a table."""


def enlarged(document: Document) -> Document:
    """The paper with its wide tables told row by row."""
    blocks = tuple(made for block in document.blocks for made in _block(block, document.lang))
    return replace(document, blocks=blocks)


def _block(block: Block, lang: str) -> Iterator[Block]:
    if isinstance(block, Table) and len(block.head) > MOST:
        yield from told_by_row(block, lang)
    else:
        yield block


def told_by_row(table: Table, lang: str) -> Iterator[Block]:
    """The caption, and each row as a word (its first cell) with what the other columns say of it."""
    if table.caption:
        yield Paragraph(table.caption, aside=True)
    yield Definitions(tuple(_row(table, row, lang) for row in table.rows))


def _row(table: Table, row: tuple[Cell, ...], lang: str) -> tuple[Line, Cell]:
    named, *others = row
    first, *more = named or ((),)
    said: list[Line] = list(more)
    if _alike(others):
        return first, (*said, *_under(say(lang, "Both:"), others[0]))
    for head, cell in zip(table.head[1:], others, strict=True):
        said += _under(say(lang, "{label}:", label=words(head)), cell)
    return first, tuple(said)


def _alike(cells: list[Cell]) -> bool:
    """Whether two columns say the same, and nothing is asked in them."""
    asked = any(not one or is_tick(one) for cell in cells for one in cell)
    return len(cells) == MOST and cells[0] == cells[1] and not asked


def _under(head: str, cell: Cell) -> Iterator[Line]:
    """What a column says, with its head on the first line, or above boxes and lines to write on."""
    first, *others = cell or ((),)
    if not first or is_tick(first):
        yield line(aside(head))
        yield from cell
    else:
        yield line(aside(f"{head} "), first)
        yield from others
