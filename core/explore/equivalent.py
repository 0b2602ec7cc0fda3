"""Whether two laws decide every complete case alike; where they do not, a case that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from core.case.case import Case
from core.case.setup import Setup
from core.decision.settle import HEARD, ORDER
from core.explore.diagram import NO
from core.explore.everyversion import countries, dates_of, names, own_days, turning_days
from core.explore.locally import reading, says_the_same
from core.explore.model import Model
from core.explore.touched import Error
from core.explore.witness import witness
from core.law.provisions import Law
from core.law.version import OWN, Version, VersionError, find_version, own_version

CHANGED = " changed"


@dataclass(frozen=True)
class Difference:
    """A case that two laws decide differently under one version."""

    version: str
    case: Case
    setup: Setup


def difference(sound: Law, changed: Law) -> Difference | None:
    """A case decided differently by the two laws under some version, or None if there is none."""
    name = _only_text(sound, changed)
    known: set[object] = set()
    for one, other in _pairs(sound, changed):
        if name is not None:
            key = reading(one, name)
            if key in known:
                continue
            if says_the_same(one, replace(other, name=other.name + CHANGED), name):
                known.add(key)
                continue
        found = unlike(one, replace(other, name=other.name + CHANGED))
        if found is not None:
            return Difference(one.name, *found)
    return None


def _only_text(sound: Law, changed: Law) -> str | None:
    """The provision of which only the words were changed; None where periods, links or proposals were."""
    for name, provision in sound.provisions.items():
        other = changed.provisions[name]
        if other is provision:
            continue
        periods = [[(t.start, t.until) for t in p.texts] for p in (provision, other)]
        if periods[0] == periods[1] and provision.exempts == other.exempts:
            return name
    return None


def _pairs(sound: Law, changed: Law) -> Iterator[tuple[Version, Version]]:
    """The versions that the change touches, in both laws."""
    error = Error(sound, changed)
    for country in countries(sound):
        days = sorted({*turning_days(sound, country), *turning_days(changed, country)})
        for name in names(sound, country, days):
            yield from _touched(error, partial(find_version, f"{country}:{name}"), sound, changed)
        for claimed, decided in own_days(sound, country, _own_dates(sound, changed, country)):
            own = f"{OWN}@{decided.isoformat()}"
            make = partial(own_version, own, country, claimed, decided)
            yield from _touched(error, make, sound, changed)


def _own_dates(sound: Law, changed: Law, country: str) -> list[date]:
    """The dates of the provisions that were changed, where the case's own dates could matter to them.

    Without a transitional rule, and away from the days on which its texts change, a provision asks
    under the case's own law what it asks as if the entry had fallen on the version's day.
    """
    found: set[date] = set()
    for name, provision in sound.provisions.items():
        other = changed.provisions[name]
        if provision is other or provision.country != country:
            continue
        found |= dates_of(provision) | dates_of(other)
    return sorted(found)


def _touched(
    error: Error, make: Callable[..., Version], sound: Law, changed: Law
) -> Iterator[tuple[Version, Version]]:
    """A version in both laws, if they have it and it is not the same."""
    try:
        one = make(of=sound)
        other = error.in_version(one, partial(make, of=changed))
    except VersionError:  # before the first law there is
        return
    if other is not None:
        yield one, other


def unlike(one: Version, other: Version) -> tuple[Case, Setup] | None:
    """A case that two versions decide differently, or differently in the way to it."""
    model = Model([one, other])
    d = model.diagrams
    book, changed = model.book(one), model.book(other)
    if book.elements() == changed.elements():
        return None
    for key in (*ORDER, HEARD):
        apart = d.differ(book.outcomes()[key], changed.outcomes()[key])
        found = witness(model, apart, one.country) if apart != NO else None
        if found is not None:
            return found
    ways, others = book.ways(), changed.ways()
    apart = d.any([d.differ(ways.get(key, NO), others.get(key, NO)) for key in {**ways, **others}])
    return witness(model, apart, one.country) if apart != NO else None
