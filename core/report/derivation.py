r"""How a derived fact came about: the facts it was found from, or the row of a table and its source.

>>> from core.case.case import Case
>>> case = Case.from_data({
...     "journey": {"into": "ca"},
...     "claimant": {"nationalities": {"complete": "all", "items": ["MX"]}},
...     "entries": {"items": [{"id": "e1", "date": "2018-05-02"}]},
... })
>>> found = grounds(View(case), "claimant.visa_needed.destination", "en")
>>> print(found.told("en").replace("\N{NO-BREAK SPACE}", " "))
Mexico → Canada: no visa needed, 1 December 2016 to 28 February 2024 (source: gazette.gc.ca)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from core.case.catalogue import catalogue
from core.case.conflicts import Conflict
from core.case.derive import PortHours, VisaNeeded, recipe_of
from core.case.facts import Fact, pattern
from core.case.ports import Hours, ports
from core.case.tables import Period
from core.case.view import View
from core.logic.truth import FALSE, TRUE
from core.report.dates import day_words
from core.report.facts import fact_words, join, lower, put, value_words
from core.words import say

PATH = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
"""A path as it stands in the text of a recipe."""
DIRECTION = "journey.into"
"""Everything depends on it, and everybody sees it."""


@dataclass(frozen=True)
class Grounds:
    """Why a derived fact is as it is, and the addresses at which a table's rows were read."""

    text: str
    sources: tuple[str, ...] = ()

    def told(self, lang: str) -> str:
        """The text, and behind it where a table has it from."""
        if not self.sources:
            return self.text
        hosts = [urlsplit(address).hostname or address for address in self.sources]
        named = list(dict.fromkeys(host.removeprefix("www.") for host in hosts))
        return say(lang, "{text} (source: {sources})", text=self.text, sources=", ".join(named))


def grounds(view: View, path: str, lang: str) -> Grounds:
    """From what the value at ``path`` follows, whether it is stated or not; empty if nothing is known."""
    fact = catalogue().fact(path)
    if fact.derivation is None:
        return Grounds("")
    recipe = recipe_of(fact)
    if isinstance(recipe, VisaNeeded):
        return _of_visa(recipe, view, lang) or _of_facts(view, path, lang)
    if isinstance(recipe, PortHours):
        return _of_port(fact, view, path, lang)
    return _of_facts(view, path, lang)


def conflict_words(view: View, conflict: Conflict, lang: str) -> str:
    """A warning: what is stated, what follows from other facts, and that the stated value counts."""
    fact = catalogue().fact(conflict.path)
    why = grounds(view, conflict.path, lang).text
    derived = put(fact, conflict.derived, lang)
    return say(
        lang,
        "“{fact}” is stated as {stated}, but from other facts follows {derived}. What is stated counts.",
        fact=fact_words(view.case, conflict.path, lang),
        stated=put(fact, conflict.stated, lang),
        derived=f"{derived} ({why})" if why else derived,
    )


# --- from a table -----------------------------------------------------------------------------------
def _of_visa(recipe: VisaNeeded, view: View, lang: str) -> Grounds | None:
    rows = recipe.rows(view)
    into = recipe.into(view)
    if not rows or into is None:
        return None
    names = catalogue().countries
    told = [
        say(
            lang,
            "{country} → {into}: visa needed, {period}"
            if row.value
            else "{country} → {into}: no visa needed, {period}",
            country=names[code][lang],
            into=names[into][lang],
            period=_period(row, recipe.table().begins, lang),
        )
        for code, row in rows
    ]
    return Grounds("; ".join(told), tuple(dict.fromkeys(row.source for _, row in rows)))


def _period(row: Period, begins: date | None, lang: str) -> str:
    if row.starts_latest != begins:
        return _days(row.starts_latest, row.until, lang)
    if row.until is None:
        return say(lang, "since {day} or earlier", day=day_words(begins, lang))
    return say(lang, "to {day}", day=day_words(row.until - timedelta(days=1), lang))


def _days(since: date, until: date | None, lang: str) -> str:
    """The days of a row; its last one stands in the table as the first after it."""
    if until is None:
        return say(lang, "since {day}", day=day_words(since, lang))
    last = until - timedelta(days=1)
    return say(lang, "{first} to {last}", first=day_words(since, lang), last=day_words(last, lang))


def _of_port(fact: Fact, view: View, path: str, lang: str) -> Grounds:
    """The hours of the named port where they decide, else what the place says."""
    record = view.record(path)
    finding = view.derived(fact, record, lambda _, bound: _port_hours(fact).finding(bound))
    found = view.derived(fact, record)
    place = f"{path.rpartition('.')[0]}.place"
    said = "" if view.at(place) is None else _known(view, place, lang)
    if finding.port is None or found is None or (finding.truth == TRUE) != found:
        return Grounds(said)
    row = finding.rows[0]
    told = say(
        lang,
        "{port}: {hours}, {period}",
        port=finding.port.name,
        hours=_hours(row, lang),
        period=_days(row.since, row.until, lang),
    )
    known = ports().sources
    text = told if finding.truth == FALSE or not said else f"{said}; {told}"
    return Grounds(text, tuple(known[name].address for name in {r.source: 0 for r in finding.rows}))


def _port_hours(fact: Fact) -> PortHours:
    recipe = recipe_of(fact)
    assert isinstance(recipe, PortHours)
    return recipe


def _hours(row: Hours, lang: str) -> str:
    if row.opens == row.closes:
        return say(lang, "closed")
    return say(lang, "open {start} to {end}", start=_clock(row.opens), end=_clock(row.closes))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


# --- from other facts -------------------------------------------------------------------------------
def _of_facts(view: View, path: str, lang: str) -> Grounds:
    told = [
        _known(view, source, lang)
        for source in _sources(path)
        if catalogue().get(pattern(source)) is not None
        and view.source(source) in ("stated", "derived")
    ]
    return Grounds(", ".join(told))


def _known(view: View, path: str, lang: str) -> str:
    """A fact and its value; of a list, what is in it."""
    fact = catalogue().fact(path)
    label = lower(fact.label[lang])
    if fact.is_list:
        value = _members(view, path, fact, lang)
    else:
        value = put(fact, view.at(path), lang)
    if fact.type == "boolean":
        return say(lang, "{label}: {value}", label=label, value=value)
    return f"{label} {value}".strip()


def _members(view: View, path: str, fact: Fact, lang: str) -> str:
    if fact.type != "records":
        return value_words(view.case, path, lang)
    named = [
        put(field, member.value(field.name), lang)
        for member in view.value(path).members
        for field in fact.fields[:1]
    ]
    return join(list(dict.fromkeys(named)), say(lang, "and")) if named else ""


def _sources(path: str) -> Iterator[str]:
    """The paths that a fact's recipe names, those of its own record included, each once."""
    recipe = str(catalogue().fact(path).derivation)
    record = path.rpartition(".")[0]
    named = dict.fromkeys(PATH.findall(recipe))
    places = (f"{record}.{p.removeprefix('it.')}" if p.startswith("it.") else p for p in named)
    found = dict.fromkeys(map(_known_part, places))
    yield from (place for place in found if place not in ("", path, DIRECTION))


def _known_part(place: str) -> str:
    """The fact at the head of an expression: ``claim.date`` of ``claim.date.age_on``."""
    while place and catalogue().get(pattern(place)) is None:
        place = place.rpartition(".")[0]
    return place
