"""All sets of so many of ``n`` things, as bits: for each thing the sets that hold it.

Sets are numbered so that those without the last thing come first. The masks are put together from those
of smaller sets, so hundreds of thousands of sets are ready in a moment.

>>> count, masks = subsets(3, 2)
>>> count, [members(n, 3, 2) for n in range(count)]
(3, [(0, 1), (0, 2), (1, 2)])
>>> [bin(mask) for mask in masks]
['0b11', '0b101', '0b110']
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import comb


def bits(mask: int) -> Iterator[int]:
    """The numbers of what a set holds, in order.

    >>> list(bits(0b1101))
    [0, 2, 3]
    """
    while mask:
        yield (mask & -mask).bit_length() - 1
        mask &= mask - 1


@lru_cache(maxsize=1024)
def subsets(n: int, size: int) -> tuple[int, tuple[int, ...]]:
    """How many sets there are, and for each thing the sets that hold it."""
    if size == 0:
        return 1, (0,) * n
    if size > n:
        return 0, (0,) * n
    count, without_last = subsets(n - 1, size)
    more, with_last = subsets(n - 1, size - 1)
    masks = [one | other << count for one, other in zip(without_last, with_last, strict=True)]
    return count + more, (*masks, ((1 << more) - 1) << count)


def members(number: int, n: int, size: int) -> tuple[int, ...]:
    """The things in the set of a number, in order."""
    found: list[int] = []
    while size:
        n -= 1
        fewer = comb(n, size)
        if number >= fewer:
            number -= fewer
            size -= 1
            found.append(n)
    return tuple(reversed(found))
