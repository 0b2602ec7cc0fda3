"""Where the law of a country turns, and where, between two turns, the day itself may matter.

A *turn* is the moment at which some text begins or ends; from one turn to the next the law reads the same.
Within such a state a dated version may still come out otherwise on another day, because dates that
the law names and tables of countries are read as if the entry had been on the version's day. Which days
these can be is found from the dates and countries of the case; between two of them nothing can change.

>>> turn = turns("ca")[1]
>>> turn.base, turn.instruments[0]["en"]
('2004-12-29', 'SOR/2004-217')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from core.calendar import Day, Span, add_days, days_between, highest, lowest, noon, parse_moment
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.case.tables import tables
from core.case.view import RecordView, View
from core.explore.atoms import law_days
from core.law.cut import reading_day
from core.law.load import law
from core.law.provisions import CONSEQUENCE, Law, Provision, Text
from core.logic.tree import Compare, facts_in, picks_in, walk
from core.words import Words

ENTRY_DATE = "entry.date"
NAMED_LAST = ("term", CONSEQUENCE)
"""Kinds whose instruments are named after the others: they decide nothing by themselves."""


@dataclass(frozen=True, order=True)
class Point:
    """A place on the axis of versions: the day as if, then the moment at which the law is read."""

    day: date
    moment: datetime

    @staticmethod
    def begin(base: str) -> Point:
        """Where ``base``, a day or a moment, begins. Raises ValueError."""
        return Point(reading_day(base), parse_moment(base))

    @staticmethod
    def read(base: str) -> Point:
        """Where the version ``base`` reads the law: that of a day, at its noon. Raises ValueError."""
        day = reading_day(base)
        return Point(day, parse_moment(base) if "T" in base else noon(day))


@dataclass(frozen=True)
class Turn:
    """A moment at which texts begin or end, with the instruments by which they do."""

    base: str
    at: Point
    instruments: tuple[Words, ...]


def turns(country: str, of: Law | None = None) -> tuple[Turn, ...]:
    """The turns of a country's law in order; the first is the one at which it begins."""
    return _known_turns(country) if of is None else tuple(_turns(of, country))


@lru_cache
def _known_turns(country: str) -> tuple[Turn, ...]:
    return tuple(_turns(law(), country))


def _turns(of: Law, country: str) -> Iterator[Turn]:
    """Moments that are the same in different words (a day, its first minute) are one turn.

    Of the instruments of a turn, those come first that change the most provisions which decide.
    """
    found: dict[Point, tuple[str, Counter[str], dict[str, Words]]] = {}
    own = [p for p in of.provisions.values() if p.country == country and not p.suspends]
    for provision in sorted(own, key=lambda p: p.kind in NAMED_LAST):
        for base, by in _changes(provision):
            _, times, named = found.setdefault(Point.begin(base), (base, Counter(), {}))
            if by is not None:
                named.setdefault(by["en"], by)
                times[by["en"]] += 0 if provision.kind in NAMED_LAST else 1
    for at in sorted(found):
        base, times, named = found[at]
        yield Turn(base, at, tuple(sorted(named.values(), key=lambda by: -times[by["en"]])))


def _changes(provision: Provision) -> Iterator[tuple[str, Words | None]]:
    """When the texts of a provision begin and end, and by what; a text that follows names itself."""
    begins = {text.start for text in provision.texts}
    for text in provision.texts:
        yield text.start, text.by
        if text.until is not None and text.until not in begins:
            yield text.until, text.ended_by


# --- between two turns -----------------------------------------------------------------------------
def telling_days(case: Case, country: str, of: Law | None = None) -> set[date]:
    """The days on which a version of ``country`` may begin to treat ``case`` otherwise, turns aside.

    ``case`` is as that country decides it: turned round where it goes elsewhere.
    """
    named = _known_days(country) if of is None else frozenset(_law_days(of, country))
    return {*_shifted(View(case), named), *_table_days(case)}


Named = tuple[date, str]
"""A date of the law, and the name of the field of a case that is compared with it."""


@lru_cache
def _known_days(country: str) -> frozenset[Named]:
    return frozenset(_law_days(law(), country))


def _law_days(of: Law, country: str) -> Iterator[Named]:
    """The dates that the law of a country compares with dates of a case."""
    for provision in of.provisions.values():
        for text in provision.texts if provision.country == country else ():
            yield from _named(text)


def _named(text: Text) -> Iterator[Named]:
    limbs = (limb.condition for limb in text.limbs.values())
    nodes = (node for root in (text.when, text.gate, *limbs) for node in walk(root))
    for node in nodes:
        if not isinstance(node, Compare):
            continue
        for side in (node.left, node.right):
            yield from ((pick.after, pick.field) for pick in picks_in(side) if pick.after)
            for fact in facts_in(side):
                field = fact.path.rpartition(".")[2]
                yield from ((day, field) for day in law_days(node.left, node.right))


def _shifted(view: View, named: frozenset[Named]) -> Iterator[date]:
    """The days as if on which some date of the case comes to stand on, or just after, one of the law."""
    entry = view.value(ENTRY_DATE)
    gaps: dict[str, set[int]] = {}
    for field, day in _dates(view) if entry is not None else ():
        gap = days_between(entry, day)
        gaps.setdefault(field, set()).update((int(lowest(gap)), int(highest(gap))))  # type: ignore[arg-type]
    for one, field in named:
        for gap in {0, *gaps.get(field, ())}:
            moved = add_days(one, -gap)
            assert isinstance(moved, date)
            yield moved
            yield add_days(moved, 1)  # type: ignore[misc]


def _dates(view: View) -> Iterator[tuple[str, Day]]:
    """Every date of a case, stated or derived, by the name of its field."""
    for fact in catalogue().facts.values():
        if "[]" in fact.path:
            continue
        if fact.type == "records":
            for member in view.value(fact.path).members:
                for inner in fact.fields:
                    yield from _date(inner, member)
        else:
            yield from _date(fact, view)


def _date(fact: Fact, of: View | RecordView) -> Iterator[tuple[str, Day]]:
    """The date at a fact, at the root or of a list member; nothing where it is unknown or no date."""
    if fact.type == "date":
        found = of.value(fact.name if isinstance(of, RecordView) else fact.path)
        if isinstance(found, date | Span):
            yield fact.name, found


def _table_days(case: Case) -> Iterator[date]:
    """The days on which a row begins or ends that speaks of nothing but countries of the case."""
    here = {*texts_in(case.data), *(key.upper() for key in catalogue().directions)}
    for rows in _rows_of(frozenset(here)):
        yield from rows


@lru_cache(maxsize=256)
def _rows_of(codes: frozenset[str]) -> tuple[tuple[date, ...], ...]:
    return tuple(
        tuple(d for d in (row.starts_earliest, row.starts_latest, row.until) if d is not None)
        for table in tables().values()
        for key, rows in table.periods.items()
        if codes.issuperset(key)
        for row in rows
    )


def texts_in(data: Any) -> Iterator[str]:
    """Every text in plain data: of a case, where codes of countries are among them, or of a recipe."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for inner in data.values():
            yield from texts_in(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from texts_in(inner)
