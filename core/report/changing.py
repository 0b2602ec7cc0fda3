"""Smallest changes in words, from the catalogue of facts: what changes, to what, and of which class it is.

>>> from core.case.case import Case
>>> from core.explore.ways import SET
>>> case = Case.from_data({"journey": {"into": "ca"}, "claimant": {"age": 30}})
>>> change_words(case, Change("claimant.age", SET, (Region(None, 17),)), "en")
'Age at the claim: 17 or less'
"""

from __future__ import annotations

from datetime import date
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.decision.model import Comparison
from core.explore.flips import Flips
from core.explore.goals import AGREE, DIFFER, Goal
from core.explore.variants import ADDED
from core.explore.ways import GOES, JOINS, Change, Contrast, Region
from core.report.dates import day_words
from core.report.facts import capital, fact_words, join, lower, member_words, put
from core.report.outcome import outcome_name
from core.words import many, say


def class_words(cls: str, lang: str) -> str:
    """A class of facts in a word or two."""
    return {
        "chosen": say(lang, "chosen"),
        "shown": say(lang, "to prove"),
        "fixed": say(lang, "fixed"),
        "granted": say(lang, "granted"),
    }[cls]


def goal_words(goal: Goal, lang: str) -> str:
    """What the changes are to bring about, as a title."""
    return {
        "left": say(lang, "Smallest changes that would turn the left outcome"),
        "right": say(lang, "Smallest changes that would turn the right outcome"),
        AGREE: say(lang, "Smallest changes that would make the two versions agree"),
        DIFFER: say(lang, "Smallest changes that would make the two versions differ"),
    }[goal.kind]


def teaching_words(lang: str) -> str:
    """What the list is for, and what it is not."""
    return say(
        lang,
        "A teaching contrast: it shows what the rules turn on. It is never advice on what to claim.",
    )


def standing_words(found: Flips, lang: str) -> str:
    """How far the search came, and whether that is all there is."""
    if found.exhausted:
        return many(
            lang,
            "These are all smallest changes of up to {n} fact.",
            "These are all smallest changes of up to {n} facts.",
            found.largest,
        )
    return many(
        lang,
        "Complete up to {n} fact; beyond that the search could not be exhausted.",
        "Complete up to {n} facts; beyond that the search could not be exhausted.",
        found.largest,
    )


def contrast_words(case: Case, contrast: Contrast, lang: str) -> str:
    """All changes of one contrast: ``Stateless: yes + Age at the claim: 17 or less``."""
    return " + ".join(change_words(case, change, lang) for change in contrast.changes)


def after_words(
    comparison: Comparison, kind: str, contrast: Contrast, lang: str
) -> list[tuple[str, str]]:
    """The outcomes after a change, by name and in words: of the side that turns, else of both."""
    decisions = {"left": comparison.left, "right": comparison.right}
    after = dict(zip(decisions, contrast.outcomes, strict=True))
    return [
        (after[side], outcome_name(after[side], decision.version.country, lang))
        for side, decision in decisions.items()
        if kind not in decisions or kind == side
    ]


def change_words(case: Case, change: Change, lang: str) -> str:
    """One change: ``Age at the claim: 17 or less``."""
    if change.kind == GOES:
        listed, _, member = change.path[:-1].rpartition("[")
        return say(lang, "without: {member}", member=member_words(case, listed, member, lang))
    if change.kind == JOINS:
        return _joining(case, change, lang)
    value = _values(change, lang)
    return say(lang, "{label}: {value}", label=fact_words(case, change.path, lang), value=value)


def _joining(case: Case, change: Change, lang: str) -> str:
    """A member that joins: its kind first, then what else is needed of it."""
    listed = catalogue().fact(change.path.removesuffix(ADDED))
    parts = []
    for field in change.fields:
        fact = _fact(field.path)
        value = _values(field, lang)
        if fact.name != listed.kind:
            value = say(lang, "{label}: {value}", label=lower(fact.label[lang]), value=value)
        parts.append(value)
    label = capital(fact_words(case, change.path, lang))
    return say(lang, "{label}: {value}", label=label, value="; ".join(parts)) if parts else label


# --- values ----------------------------------------------------------------------------------------
def _values(change: Change, lang: str) -> str:
    fact = _fact(change.path)
    names = [region_words(fact, region, lang) for region in change.regions]
    return join(list(dict.fromkeys(names)), say(lang, "or"))


def region_words(fact: Fact, region: Region, lang: str) -> str:
    """A region of one fact: ``day 14 or later``, ``17 or less``, ``between 14 and 17``."""
    if fact.type == "date":
        return _days(region, lang)
    if region.single:
        return _one(fact, region.low, lang)
    if region.low is None and region.high is None:
        return say(lang, "any other")
    low, high = (None if v is None else _one(fact, v, lang) for v in (region.low, region.high))
    if fact.type == "time":
        return _ends(lang, low, high, hours=True)
    return _ends(lang, low, high)


def _ends(lang: str, low: str | None, high: str | None, *, hours: bool = False) -> str:
    if low is None:
        return say(lang, "{n} or earlier", n=high) if hours else say(lang, "{n} or less", n=high)
    if high is None:
        return say(lang, "{n} or later", n=low) if hours else say(lang, "{n} or more", n=low)
    return say(lang, "between {a} and {b}", a=low, b=high)


def _days(region: Region, lang: str) -> str:
    """Days counted from the day the law counts them from, where there is one; else as dates."""
    ends = (region.low, region.high)
    if region.since and all(d is None or d >= 0 for d in region.days):
        low, high = region.days
        if region.single:
            return say(lang, "day {n}, {day}", n=low, day=_day(ends[0], lang))
        if low is None:
            return say(lang, "day {n} or earlier", n=high)
        if high is None:
            return say(lang, "day {n} or later", n=low)
        return say(lang, "days {a} to {b}", a=low, b=high)
    if region.single:
        return _day(region.low, lang)
    low_words, high_words = (None if e is None else _day(e, lang) for e in ends)
    if low_words is None and high_words is None:
        return say(lang, "any other")
    return _ends(lang, low_words, high_words, hours=True)


def _day(text: str, lang: str) -> str:
    return day_words(date.fromisoformat(text), lang)


def _one(fact: Fact, value: Any, lang: str) -> str:
    if isinstance(value, tuple):
        if not value:
            return say(lang, "none")
        return join([_code(fact, code, lang) for code in value], say(lang, "and"))
    if fact.type == "country":
        return _code(fact, value, lang)
    return put(fact, fact.read(value), lang)


def _code(fact: Fact, code: str, lang: str) -> str:
    """A choice, or a country: one that no rule names stands for all that are treated alike."""
    if code in fact.choices:
        return fact.choices[code][lang]
    name = put(fact, code, lang)
    if code.lower() in catalogue().laws:
        return name
    return say(lang, "a country such as {country}", country=name)


def _fact(path: str) -> Fact:
    return catalogue().fact(path.replace(ADDED, "[]"))
