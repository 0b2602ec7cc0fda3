"""Large print: a table of three columns or more is told row by row, since narrow columns break every word.

>>> from core.report.papers.tree import Table, cell, line
>>> wide = Table(line("Who"), (line("A"), line("B"), line("C")), ((cell("x"), cell("y"), cell("z")),))
>>> [type(block).__name__ for block in told_by_row(wide)]
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
    strong,
    words,
)

MOST = 2
"""So many columns stay a table."""


def enlarged(document: Document) -> Document:
    """The paper with its wide tables told row by row."""
    blocks = tuple(made for block in document.blocks for made in _block(block))
    return replace(document, blocks=blocks)


def _block(block: Block) -> Iterator[Block]:
    if isinstance(block, Table) and len(block.head) > MOST:
        yield from told_by_row(block)
    else:
        yield block


def told_by_row(table: Table) -> Iterator[Block]:
    """The caption, and each row as a word (its first cell) with what the other columns say of it."""
    if table.caption:
        yield Paragraph(table.caption, aside=True)
    yield Definitions(tuple(_row(table, row) for row in table.rows))


def _row(table: Table, row: tuple[Cell, ...]) -> tuple[Line, Cell]:
    named, *others = row
    first, *more = named or ((),)
    said: list[Line] = list(more)
    for head, cell in zip(table.head[1:], others, strict=True):
        said.append((strong(words(head)),))
        said += cell
    return first, tuple(said)
