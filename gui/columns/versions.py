"""What the pickers offer, as plain data: the versions of the journey's country, then of the other one.

A version of the other country decides the same journey turned round, and says so in its title. Only
law that was in force is offered there: proposals amend one country's law and mean nothing across.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.case.case import Case
from core.case.catalogue import catalogue
from core.decision.model import Decision
from core.law.load import law
from core.law.version import VersionError, find_version
from core.report.facts import lower
from core.report.sentences import version_title
from core.words import say


@dataclass(frozen=True, slots=True)
class Offer:
    """One version that can be chosen."""

    version: str
    title: str
    note: str


def country_of(case: Case) -> str:
    """The country by whose law a case is decided where a version names none."""
    into: str | None = case.get("journey.into")
    return into or catalogue().opening["into"]


def own_offers(case: Case, lang: str) -> tuple[Offer, ...]:
    """The versions of the journey's own country."""
    presets = law().presets(country_of(case))
    return tuple(Offer(preset.id, preset.title[lang], preset.note[lang]) for preset in presets)


def turned_offers(case: Case, lang: str) -> tuple[Offer, ...]:
    """The law in force of the other country, by which the journey is decided turned round."""
    here = country_of(case)
    return tuple(
        Offer(
            f"{there}:{preset.version}",
            turned_title(preset.title[lang], there, lang),
            preset.note[lang],
        )
        for there in catalogue().directions
        if there != here
        for preset in law().presets(there)
        if _was_in_force(preset.version, there)
    )


def shown_title(decision: Decision, lang: str) -> str:
    """The title of a column's version; of the other country's, with the direction."""
    title = version_title(decision.version, lang)
    return turned_title(title, decision.version.country, lang) if decision.turned else title


def turned_title(title: str, country: str, lang: str) -> str:
    """The title of a version by which a journey is decided turned round."""
    direction = lower(catalogue().directions[country][lang])
    return say(lang, "{title}, {direction}, turned round", title=title, direction=direction)


def _was_in_force(version: str, country: str) -> bool:
    try:
        found = find_version(version, country)
    except VersionError:  # the case's own law: it needs a case
        return False
    return found.proposal is None and not found.suspended
