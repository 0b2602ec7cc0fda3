"""Outcomes and versions in words. "Heard" never stands alone: it says over what, and on which day's law."""

from __future__ import annotations

from dataclasses import dataclass

from core.case.catalogue import catalogue
from core.decision.model import Comparison, Decision
from core.decision.settle import HEARD, OUTSIDE, RETURNED, UNDETERMINED
from core.law.load import law
from core.law.switch import ASSUME
from core.law.version import OWN, Version
from core.report.dates import day_words
from core.report.facts import capital, join, lower
from core.words import many, say


@dataclass(frozen=True)
class OutcomeWords:
    """An outcome on the screen: the large words, what they stand over, and what they do not cover."""

    headline: str
    over: str
    detail: str
    not_examined: str
    turned: str = ""
    """That the journey was turned round for this law, and what that left unknown."""


def outcome_words(decision: Decision, lang: str) -> OutcomeWords:
    """The words of a decision."""
    return OutcomeWords(
        headline_words(decision, lang),
        _over(decision, lang),
        _detail(decision, lang),
        "; ".join(capital(n.words[lang]) for n in decision.not_examined),
        _turned(decision, lang),
    )


def _turned(decision: Decision, lang: str) -> str:
    if not decision.turned:
        return ""
    said = say(lang, "The same journey, turned round.")
    if not decision.lost:
        return said
    labels = dict.fromkeys(lower(catalogue().fact(path).label[lang]) for path in decision.lost)
    unknown = say(lang, "Not known there: {facts}.", facts=join(list(labels), say(lang, "and")))
    return f"{said} {unknown}"


def headline_words(decision: Decision, lang: str) -> str:
    """The large words: ``Heard in Canada``."""
    return outcome_name(decision.outcome, decision.version.country, lang)


def outcome_name(outcome: str, country: str, lang: str) -> str:
    """One outcome in the words of the country whose law decides; of an open one, that it is open."""
    if outcome == UNDETERMINED:
        return say(lang, "Not determined yet")
    return law().outcomes[country][outcome][lang]


def possible_words(decision: Decision, lang: str) -> str:
    """The outcomes that are still possible, joined by "or"."""
    names = [outcome_name(o, decision.version.country, lang) for o in decision.possible]
    return join(names, say(lang, "or"))


def _over(decision: Decision, lang: str) -> str:
    if decision.outcome == HEARD:
        grounds = sorted(decision.version.grounds, key=lambda g: g.outcome != RETURNED)
        first, *others = grounds
        return (
            many(
                lang,
                "not barred by {cite}, nor by {n} other ground",
                "not barred by {cite}, nor by {n} other grounds",
                len(others),
                cite=first.cite[lang],
            )
            if others
            else say(lang, "not barred by {cites}", cites=first.cite[lang])
        )
    if decision.determined:
        known = decision.version.law.provisions
        cited = [known[ground].cite[lang] for ground in decision.grounds]
        return say(lang, "under {cites}", cites=join(cited, say(lang, "and")))
    return possible_words(decision, lang)


def _detail(decision: Decision, lang: str) -> str:
    if not decision.determined:
        n = len(decision.waits_for)
        return many(lang, "Waits for {n} answer.", "Waits for {n} answers.", n)
    follows = law().follows[decision.version.country][decision.outcome][lang]
    return f"{_why_heard(decision, lang)} {follows}" if decision.outcome == HEARD else follows


def _why_heard(decision: Decision, lang: str) -> str:
    if decision.how == OUTSIDE:
        return say(lang, "The Agreement does not reach this journey.")
    if decision.how is not None:
        return say(lang, "An exception applies.")
    return say(
        lang, "Outside the Agreement or within an exception; which of the two is not known yet."
    )


def version_title(version: Version, lang: str) -> str:
    """What a version is called: its preset's title, its proposal's, or its day."""
    bare = version.name.partition(":")[2]
    for preset in version.law.presets():
        if preset.version == bare and preset.country in (None, version.country):
            return preset.title[lang]
    if version.asked == OWN:
        return say(lang, "The case's own law")
    title = (
        version.proposal.title[lang]
        if version.proposal
        else say(lang, "Law of {day}", day=day_words(version.day, lang))
    )
    if version.off:
        title = say(lang, "{title}, without {what}", title=title, what=_off_words(version, lang))
    return say(lang, "{title}, suspended", title=title) if version.suspended else title


def _off_words(version: Version, lang: str) -> str:
    """What of a proposal is off: one thing by its title, more by their number."""
    whole, off = version.whole, version.off
    if whole is not None and len(off) == 1:
        titles = {a.clause: a.title for a in whole.amends}
        if off[0] in titles:
            return say(lang, "“{title}”", title=titles[off[0]][lang])
    assumed = sum(name.startswith(ASSUME) for name in off)
    parts = []
    if len(off) > assumed:
        parts.append(many(lang, "{n} clause", "{n} clauses", len(off) - assumed))
    if assumed:
        parts.append(many(lang, "{n} assumption", "{n} assumptions", assumed))
    return join(parts, say(lang, "and"))


def version_line(version: Version, lang: str) -> str:
    """``in force · as if entered on 1 May 2018``."""
    if version.asked == OWN:
        day = day_words(version.day, lang)
        said = say(lang, "the law of the case's own dates · claim of {day}", day=day)
        return f"{capital(catalogue().laws[version.country][lang])} · {said}"
    standing = _standing(version, lang)
    entered = say(lang, "as if entered on {day}", day=day_words(version.day, lang))
    parts = [capital(catalogue().laws[version.country][lang]), standing, entered]
    return " · ".join(parts)


def _standing(version: Version, lang: str) -> str:
    """Whether a version was ever law; a proposal leaves the law of the other country as it was."""
    proposal = version.proposal
    if proposal is not None and proposal.country != version.country:
        laws = catalogue().laws
        return say(
            lang, "unchanged: the proposal amends {law} alone", law=laws[proposal.country][lang]
        )
    if proposal is not None or version.suspended:
        return say(lang, "never in force")
    return say(lang, "law in force on that day")


def missing_words(comparison: Comparison, lang: str) -> str:
    """What is said of a provision in the version that has none such."""
    if comparison.left.version.country != comparison.right.version.country:
        return say(lang, "no counterpart in this law")
    return say(lang, "not in this version")


def agreement_words(agree: bool | None, lang: str) -> str:
    """Whether the two versions agree on a case."""
    if agree is None:
        return say(lang, "It is not known yet whether the two versions agree on this case.")
    if agree:
        return say(lang, "The two versions agree on this case.")
    return say(lang, "The two versions part on this case.")
