"""Where tags hang: the earlier of two to the left of its day, the later to the right, within the strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

Wanted = tuple[float, int]
"""The place of a tag's day, and how wide the tag is."""


def hang(tags: Sequence[Wanted], width: int) -> list[int]:
    """The left edge of each tag of a row; two never cover one another where there is room for both."""
    if len(tags) == 1:
        return [_within(round(tags[0][0]), tags[0][1], width)]
    if len(tags) != 2:
        return []
    first, second = sorted((0, 1), key=lambda n: tags[n][0])
    (x, wide), (other, other_wide) = tags[first], tags[second]
    left = _within(round(x) - wide, wide, width)
    right = _within(round(other), other_wide, width)
    if right < left + wide:
        right = _within(left + wide + 1, other_wide, width)
        left = min(left, right - wide - 1)
    found = {first: left, second: right}
    return [found[0], found[1]]


def _within(left: int, wide: int, width: int) -> int:
    return max(min(left, width - wide), 0)


def widest_gap(taken: Sequence[QRect], room: QRect) -> QRect:
    """The widest part of a row that none of some boxes takes."""
    edges = sorted((box.left(), box.left() + box.width()) for box in taken)
    found, at = QRect(room.left(), room.top(), 0, room.height()), room.left()
    for left, right in (*edges, (room.left() + room.width(), 0)):
        if left - at > found.width():
            found = QRect(at, room.top(), left - at, room.height())
        at = max(at, right)
    return found
