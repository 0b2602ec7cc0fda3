"""Every version of the law that differs from its neighbours: one for each state, proposal and suspension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from core.calendar import parse_moment
from core.explore.atoms import law_days
from core.law.provisions import Law, Provision, Text
from core.law.version import SUSPENDED, Version, find_version
from core.logic.tree import Compare, walk

DAY = timedelta(days=1)


def countries(law: Law) -> tuple[str, ...]:
    """The countries whose law is held, in the order of the files."""
    return tuple(dict.fromkeys(p.country for p in law.provisions.values()))


def turning_days(law: Law, country: str) -> list[date]:
    """The days on which some text of a country begins or ends, in order."""
    own = (p for p in law.provisions.values() if p.country == country)
    return sorted({day for provision in own for day in _turns(provision)})


def _turns(provision: Provision) -> set[date]:
    """The days on which the texts of a provision begin or end."""
    moments = {m for text in provision.texts for m in (text.start, text.until) if m is not None}
    return {parse_moment(moment).date() for moment in moments}


def names(law: Law, country: str, days: list[date]) -> list[str]:
    """The bases of a country's versions: the days, the proposals, and each suspended."""
    found = [day.isoformat() for day in days]
    found += [p.id for p in law.proposals.values() if p.country == country]
    return [*found, *(f"{name}{SUSPENDED}" for name in found)]


def every_version(law: Law) -> Iterator[Version]:
    """One version for each state of each country's law, each proposal, and each state suspended."""
    for country in countries(law):
        seen: list[dict[str, Text]] = []
        for name in names(law, country, turning_days(law, country)):
            version = find_version(f"{country}:{name}", of=law)
            if version.texts not in seen:
                seen.append(version.texts)
                yield version


def own_days(law: Law, country: str, days: list[date]) -> Iterator[tuple[date, date]]:
    """Days of claim around some dates of the law, each with days of decision: the same, or the last."""
    turns = turning_days(law, country)
    last = (turns[-1] - DAY, turns[-1])
    for claimed in sorted({day + step * DAY for day in days for step in (-1, 0, 1)}):
        for decided in (claimed, *(day for day in last if day > claimed)):
            yield claimed, decided


def dates_of(provision: Provision) -> set[date]:
    """The days on which a provision's texts begin or end, and those its transitional rules name."""
    named = {
        day
        for text in provision.texts
        for node in walk(text.applies)
        if isinstance(node, Compare)
        for day in law_days(node.left, node.right)
    }
    return named | _turns(provision)
