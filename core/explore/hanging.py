"""On which facts of the case a single point of a condition hangs, by their paths in the case.

Mostly the facts that it read. A date that is compared with a date of the law is looked at as if the entry
had fallen on the version's day: then the date of the entry itself does not matter, and of every other date
only how far it lies from the entry. A date picked from a list hangs on what else is in the list, and a
table on the day on which it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.case.catalogue import catalogue
from core.decision.situation import ENTRY, Situation
from core.decision.waits import concrete
from core.logic.explain import Why
from core.logic.run import is_absolute
from core.logic.tree import Compare, Granted, Some, Table, picks_in

ENTRY_DAY = f"{ENTRY}.date"
MORE = "[+]"
"""After the path of a list: that nothing else is in it."""


class Hanging:
    """Tells of the points of one version's reasons on which facts they hang."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._known: dict[int, tuple[Why, tuple[str, ...]]] = {}
        self._places: dict[str, str] = {}

    def __call__(self, point: Why) -> tuple[str, ...]:
        """The paths, each once; none where the law or a choice speaks."""
        found = self._known.get(id(point))
        if found is None:  # the point is kept too, so that its id stays its own
            found = self._known[id(point)] = point, tuple(dict.fromkeys(self._paths(point)))
        return found[1]

    def _paths(self, point: Why) -> Iterator[str]:
        match point.node:
            case Compare() as node if is_absolute(node) and self._situation.day is not None:
                yield from self._as_if(point)
            case Compare() as node:
                yield from self._read(point)
                yield from self._picked(node)
            case Table(at=at):
                yield from self._read(point)
                if self._situation.day is None:
                    yield self._place(ENTRY_DAY if at is None else at.path)
            case Granted():
                yield from self._read(point)
            case Some():
                yield from (listed(read.path) for read in point.reads)

    def _read(self, point: Why) -> Iterator[str]:
        yield from (self._place(read.path) for read in point.reads)

    def _as_if(self, point: Why) -> Iterator[str]:
        """The other dates, and the entry's from which they are counted."""
        entry = self._place(ENTRY_DAY)
        others = [path for path in self._read(point) if path != entry]
        yield from others
        if others:
            yield entry

    def _picked(self, node: Compare) -> Iterator[str]:
        for pick in (*picks_in(node.left), *picks_in(node.right)):
            yield listed(self._place(pick.source))
            if pick.after is not None and self._situation.day is not None:
                yield self._place(ENTRY_DAY)

    def _place(self, path: str) -> str:
        place = self._places.get(path)
        if place is None:
            place = self._places[path] = concrete(path, self._situation)
        return place


def listed(path: str) -> str:
    """The name of "what is in this list": ``list[+]`` of members of its own, else the list itself."""
    return f"{path}{MORE}" if catalogue().fact(path).type == "records" else path
