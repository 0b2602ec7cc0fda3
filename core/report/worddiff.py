"""What changed between two texts, word by word.

>>> [(piece.kind, piece.text) for piece in word_diff("at a port of entry", "at the entire border")]
[('same', 'at'), ('gone', 'a port of entry'), ('new', 'the entire border')]
>>> changed_spans("at a port of entry", "at the entire border")
(((3, 18),), ((3, 20),))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

PieceKind = Literal["same", "gone", "new"]
Span = tuple[int, int]
"""The first character, and the one after the last."""

WORD = re.compile(r"\w[\w.'’()/-]*[\w)]|\w|[^\w\s]")
"""A word, a citation such as ``159.4(1.1)``, or a mark of punctuation."""

WORDS = re.compile(r"\w.*[\w)]|\w", re.DOTALL)

ISLAND = 2
"""So few words that stayed, between words that changed, are read with them: a mark that is broken up
every other word is hard to read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stayed, went, or came."""

    kind: PieceKind
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of both texts, in reading order, what is gone before what is new."""
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    for tag, a1, a2, b1, b2 in _steps(before, after):
        if tag == "equal":
            pieces.append(Piece("same", " ".join(before[a1:a2])))
            continue
        if a2 > a1:
            pieces.append(Piece("gone", " ".join(before[a1:a2])))
        if b2 > b1:
            pieces.append(Piece("new", " ".join(after[b1:b2])))
    return tuple(pieces)


def alike(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether nothing changed."""
    return all(piece.kind == "same" for piece in pieces)


def changed_spans(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the words of each text stand that the other does not have, as character offsets."""
    before, after = (list(WORD.finditer(text)) for text in (old, new))
    steps = _steps([word.group() for word in before], [word.group() for word in after])
    runs: tuple[list[Span], list[Span]] = ([], [])
    for at, (tag, a1, a2, b1, b2) in enumerate(steps):
        island = 0 < at < len(steps) - 1 and a2 - a1 <= ISLAND
        if tag == "equal" and not island:
            continue
        for run, words, first, last in ((runs[0], before, a1, a2), (runs[1], after, b1, b2)):
            if last > first:
                _join(run, (words[first].start(), words[last - 1].end()))
    return _without_edges(old, runs[0]), _without_edges(new, runs[1])


def _without_edges(text: str, runs: list[Span]) -> tuple[Span, ...]:
    """Spans without the punctuation at their ends; a change of punctuation alone is told as it is."""
    found = []
    for start, end in runs:
        words = WORDS.search(text, start, end)
        found.append(words.span() if words is not None else (start, end))
    return tuple(found)


def _join(runs: list[Span], span: Span) -> None:
    """Add a span; one that only a space parts from the last goes on with it."""
    if runs and span[0] <= runs[-1][1] + 1:
        runs[-1] = (runs[-1][0], span[1])
    else:
        runs.append(span)


def _steps(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
