"""What changed between two texts, word by word.

>>> [(piece.kind, piece.text) for piece in word_diff("at a port of entry", "at the entire
border")] [('same', 'at'), ('gone', 'a port of entry'), ('new', 'the entire border')]
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

PieceKind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stayed, went, or came."""

    kind: PieceKind
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of both texts, in reading order, what is gone before what is new."""
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
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
