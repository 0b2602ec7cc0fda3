"""One journey through the law's history: what each state of the law would have made of it.

Each stretch is what a dated version comes to: as if this journey had been made on that day. Where the
law of the other country decides a column, there is a track for that law too.

>>> from core.case.library import library
>>> file = library().load("an-empty-road")
>>> track = history(file.case, file.setup).tracks[0]
>>> [s.base for s in track.stretches if s.outcome == "returned"][:2]
['2020-03-21', '2020-04-22']
>>> track.at("2018-05-01").outcome
'heard'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.case.turn import INTO, turned
from core.decision.conclude import conclude
from core.decision.settle import Settled
from core.decision.situation import Situation, choices_of
from core.decision.which import version_for
from core.explore.lawdays import Point, Turn, telling_days, turns
from core.explore.steps import Search, Step, finish
from core.law.lawfile import VersionError
from core.law.provisions import Law
from core.law.version import find_version
from core.words import Words


@dataclass(frozen=True)
class Stretch:
    """From ``at`` to the next stretch, a version comes to the same, and the law reads the same.

    ``base`` names the first version of the stretch. ``instruments`` are those by which the law turned
    there; without any, only the day makes the difference: a date that the law names, or a table.
    """

    base: str
    at: Point
    until: str | None
    outcome: str
    how: str | None
    possible: tuple[str, ...]
    turn: bool
    instruments: tuple[Words, ...]

    @property
    def comes_to(self) -> Settled:
        """What the stretch comes to."""
        return Settled(self.outcome, self.how, self.possible)


@dataclass(frozen=True)
class Track:
    """The law of one country over the journey; ``turned``: the journey is turned round for it."""

    country: str
    turned: bool
    stretches: tuple[Stretch, ...]

    def index(self, base: str) -> int:
        """The number of the stretch in which a day or a moment lies; before the first, the first."""
        return max(bisect_right(self._points, Point.read(base)) - 1, 0)

    def at(self, base: str) -> Stretch:
        """The stretch in which a day or a moment lies. Raises ValueError for neither."""
        return self.stretches[self.index(base)]

    @cached_property
    def _points(self) -> list[Point]:
        return [stretch.at for stretch in self.stretches]

    @cached_property
    def states(self) -> tuple[Stretch, ...]:
        """The stretches with which a state of the law begins."""
        return tuple(stretch for stretch in self.stretches if stretch.turn)

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Neighbours that come to the same, as the numbers of the first and of the one after the last."""
        turns_ = [
            at
            for at, (before, here) in enumerate(pairwise(self.stretches), 1)
            if before.comes_to != here.comes_to
        ]
        return tuple(pairwise((0, *turns_, len(self.stretches))))

    def next_state(self, base: str, steps: int) -> str:
        """The first version of the state ``steps`` after that of ``base``; the last (first) at an end."""
        points = [state.at for state in self.states]
        here = max(bisect_right(points, Point.read(base)) - 1, 0)
        return self.states[min(max(here + steps, 0), len(points) - 1)].base


@dataclass(frozen=True)
class History:
    """The tracks, the journey's own first, on one axis: ``[begins, ends)``.

    It ends with the year in which the law turned last; no clock is asked.
    """

    tracks: tuple[Track, ...]
    begins: date
    ends: date

    def track(self, country: str) -> Track | None:
        """The track of a country's law."""
        return next((track for track in self.tracks if track.country == country), None)


def history(
    case: Case, setup: Setup | None = None, into: str | None = None, of: Law | None = None
) -> History:
    """What every state of the law makes of ``case`` under the readings of ``setup``.

    ``into`` asks for one country's law alone; ``of`` is a law other than the program's own.
    """
    return finish(search_history(case, setup, into, of))


def search_history(
    case: Case, setup: Setup | None = None, into: str | None = None, of: Law | None = None
) -> Search[History]:
    """The same as a search that can be left between two stretches."""
    chosen = setup or Setup()
    wanted = (into,) if into is not None else countries_of(case, chosen)
    ends = date(max(turns(country, of)[-1].at.day for country in wanted).year + 1, 1, 1)
    found = []
    for country in wanted:
        track = yield from _track(case, chosen, country, ends, of)
        found.append(track)
    return History(tuple(found), min(track.stretches[0].at.day for track in found), ends)


def countries_of(case: Case, setup: Setup) -> tuple[str, ...]:
    """The journey's own country, then another whose law decides a column."""
    found = []
    for text in (setup.left, setup.right):
        try:
            found.append(version_for(case, text, setup).country)
        except VersionError:  # the case's own law, before the day of its claim is known
            continue
    own = case.get(INTO) or catalogue().opening["into"]
    return tuple(dict.fromkeys((own, *found)))


def _track(case: Case, setup: Setup, country: str, ends: date, of: Law | None) -> Search[Track]:
    decided, _ = turned(case, country)
    days = {day for day in telling_days(decided, country, of) if day < ends}
    points = list(_points(turns(country, of), days))
    made: list[tuple[str, Turn | None, Settled]] = []
    for number, (base, turn) in enumerate(points):
        version = find_version(f"{country}:{base}", of=of)
        settled = conclude(Situation(decided, version, choices_of(version, setup))).settled
        if turn is not None or settled != made[-1][2]:
            made.append((base, turn, settled))
        yield Step(number + 1, len(points))
    bases = [base for base, _, _ in made]
    stretches = tuple(
        Stretch(
            base,
            turn.at if turn is not None else Point.begin(base),
            until,
            *settled,
            turn=turn is not None,
            instruments=turn.instruments if turn is not None else (),
        )
        for (base, turn, settled), until in zip(made, (*bases[1:], None), strict=True)
    )
    return Track(country, decided is not case, stretches)


def _points(turns_: tuple[Turn, ...], days: set[date]) -> Iterator[tuple[str, Turn | None]]:
    """Every base at which something may change, in order, each turn with itself.

    On the day of a turn that comes within the day, the hours before it are a place of their own: the
    old law, read as of the new day.
    """
    first = turns_[0]
    found: dict[Point, tuple[str, Turn | None]] = {turn.at: (turn.base, turn) for turn in turns_}
    within = {turn.at.day: turn.at.moment for turn in turns_ if "T" in turn.base}
    for day, moment in within.items():
        midnight = datetime.combine(day, datetime.min.time(), moment.tzinfo)
        point = Point(day, midnight)
        if point > first.at:
            found.setdefault(point, (midnight.isoformat(timespec="minutes"), None))
    for day in days - within.keys():
        point = Point.begin(day.isoformat())
        if point > first.at:
            found.setdefault(point, (day.isoformat(), None))
    for point in sorted(found):
        yield found[point]
