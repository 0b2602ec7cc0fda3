r"""What a paper is made of: headings, paragraphs, lists, tables, definitions, notes, lines to write on.

A paper is built once as a value of these classes and written by any of the writers beside this module. They
hold words only, no markup, and no writer ever reads a word as markup: what stands in a case can say
anything. Characters that no paper can show are taken out here, once for all writers.

>>> words(line("Under the law of ", strong("1 May"), ".\x07"))
'Under the law of 1 May.'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

HARMFUL = frozenset("\u202a\u202b\u202c\u202d\u202e\ufffe\uffff")
"""Characters that turn round the order of what stands around them, or that are none."""


class PaperError(ValueError):
    """A paper that cannot be made or written; the message is a sentence for the user."""


@dataclass(frozen=True)
class Run:
    """Words in one style. ``lang`` is set where they are not in the language of the paper.

    ``firm`` words, such as a short citation, are not broken over two lines where a writer can see to it.
    """

    text: str
    strong: bool = False
    aside: bool = False
    lang: str = ""
    firm: bool = False


SHORT = 20
"""A citation of up to so many characters is kept on one line."""
TICK = "☐"
"""A run of this alone, at the head of a line, is a box to tick."""

Line = tuple[Run, ...]
"""Words on one line. In a table an empty one is a line to write on."""
Cell = tuple[Line, ...]
BLANK: Cell = ((),)
"""One line to write on."""


@dataclass(frozen=True)
class Heading:
    """``level`` 1 stands below the title; no level may be left out on the way down."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    """Ordinary words, or an ``aside`` in a quieter voice."""

    line: Line
    aside: bool = False


@dataclass(frozen=True)
class Items:
    """A list; each item has a first line and perhaps more below it. ``boxes`` are there to be ticked."""

    items: tuple[Cell, ...]
    mark: Literal["bullet", "number", "box"] = "bullet"


@dataclass(frozen=True)
class Table:
    """A table with one row of header cells; the first cell of each row names the row.

    ``caption`` says what it shows, ``widths`` how wide the columns are against each other.
    """

    caption: Line
    head: tuple[Line, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Definitions:
    """Words and what is said of each."""

    pairs: tuple[tuple[Line, Cell], ...]


@dataclass(frozen=True)
class Note:
    """A few lines set apart from the rest, under a title of their own."""

    title: Line
    lines: Cell


@dataclass(frozen=True)
class Ruled:
    """Lines to write on."""

    count: int


@dataclass(frozen=True)
class Break:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Items | Table | Definitions | Note | Ruled | Break


@dataclass(frozen=True)
class Document:
    """A whole paper. ``kind`` is what it is (an answer key), ``title`` of what.

    ``caution`` and ``stamp`` stand below the title, where a screen reader finds them, and on each page.
    """

    kind: str
    title: str
    lang: str
    day: date
    program: str
    caution: str
    stamp: str
    page_word: str
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()


def line(*parts: str | Run | Iterable[Run]) -> Line:
    """A line of words, runs and other lines."""
    found: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Run(clean(part)))
        else:
            found += [part] if isinstance(part, Run) else part
    return tuple(run for run in found if run.text)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(clean(text), strong=True)


def aside(text: str, lang: str = "") -> Run:
    """Words in a quieter voice."""
    return Run(clean(text), aside=True, lang=lang)


def tick(*parts: str | Run | Iterable[Run]) -> Line:
    """A line with a box to tick at its head."""
    return (Run(TICK), *line(*parts))


def is_tick(given: Line) -> bool:
    """Whether a line has a box to tick at its head."""
    return bool(given) and given[0].text == TICK


def cited(cite: str) -> Run:
    """A citation, in a quieter voice; a short one stays on one line."""
    return Run(clean(cite), aside=True, firm=len(cite) <= SHORT)


def cell(*lines: str | Line) -> Cell:
    """Lines, such as those of a cell; empty ones given as text are left out."""
    return tuple(line(given) if isinstance(given, str) else given for given in lines if given)


def clean(text: str) -> str:
    """``text`` on one line, without characters that cannot stand on paper."""
    kept = "".join(c if _shows(c) else " " if c.isspace() else "" for c in text)
    return kept.replace("\N{LINE SEPARATOR}", " ").replace("\N{PARAGRAPH SEPARATOR}", " ")


def _shows(char: str) -> bool:
    return char not in HARMFUL and unicodedata.category(char) not in ("Cc", "Cs")


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text; empty lines part them."""
    for part in text.split("\n\n"):
        if part.strip():
            yield Paragraph(line(" ".join(part.split("\n")).strip()))


def words(given: Line) -> str:
    """The words of a line, without their style."""
    return "".join(run.text for run in given)
