"""Long searches tell how far they are: a search yields steps and returns its answer.

Whoever wants the answer alone runs it to the end; a window runs it a slice at a time.

>>> def squares(n: int) -> Search[list[int]]:
...     found = []
...     for k in range(n):
...         found.append(k * k)
...         yield Step(k + 1, n)
...     return found
>>> finish(squares(3))
[0, 1, 4]
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Step:
    """How far a search is: ``done`` of ``of`` parts; ``of`` is 0 while nobody can tell."""

    done: int
    of: int = 0


Search = Generator[Step, None, Found]


def finish(search: Search[Found]) -> Found:
    """The answer of a search, however long it takes."""
    while True:
        try:
            next(search)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
