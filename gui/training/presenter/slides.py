"""What can be on the screen of the audience, as plain data: no widget, no size in pixels.

A slide has a title and either lines across it or lines at the left and the right, under the two versions.
Lines come in blocks, which stay together where a slide has to be cut into pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["title", "result", "reason", "cite"]


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: how many, of how many, and in which round."""

    label: str
    count: int
    of: int
    second: bool = False


@dataclass(frozen=True)
class Line:
    """A text of one size; a shape (``mark``) or a letter may stand before it. ``colour`` is a role."""

    text: str
    size: Size = "reason"
    mark: str = ""
    letter: str = ""
    colour: str = "text"
    bold: bool = False
    bars: tuple[Bar, ...] = ()


Block = tuple[Line, ...]


@dataclass(frozen=True)
class Slide:
    """One slide; ``secret`` says that it shows something of the key."""

    title: str
    wide: tuple[Block, ...] = ()
    heads: tuple[str, str] = ("", "")
    left: tuple[Block, ...] = ()
    right: tuple[Block, ...] = ()
    secret: bool = False


def spoken(slide: Slide) -> str:
    """The slide as sentences to be read out."""
    said = [slide.title, *_texts(slide.wide)]
    for head, blocks in zip(slide.heads, (slide.left, slide.right), strict=True):
        said += [head, *_texts(blocks)] if blocks else []
    return " ".join(
        part if part.endswith((".", "?", ":", "!")) else f"{part}." for part in said if part
    )


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for line in (line for block in blocks for line in block):
        bars = "; ".join(f"{bar.label} {bar.count}" for bar in line.bars)
        text = f"{line.letter}: {line.text}" if line.letter else line.text
        found.append(f"{text}: {bars}" if bars else text)
    return found
