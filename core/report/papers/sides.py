"""What papers for the trainer say of one decision: outcome, what decides, what it waits for and rests on."""

from __future__ import annotations

from core.case.catalogue import catalogue
from core.case.facts import pattern
from core.decision.model import Decision, Verdict
from core.law.load import law
from core.report.dates import FIRM
from core.report.facts import capital, fact_words, stated_words
from core.report.outcome import headline_words, outcome_words, version_line, version_title
from core.report.papers.tree import Cell, Line, aside, cell, cited, line, strong
from core.report.sidebyside import OUTCOMES, SHAPES, shape
from core.report.waiting import waiting_words
from core.training.question import offer_of
from core.words import say

HELPS = (SHAPES["met"], SHAPES["unknown"])
"""What stands out among states: what helps, and what may."""


def outcome_line(decision: Decision, lang: str) -> Line:
    """The outcome with its shape: never the shape alone."""
    return line(strong(f"{OUTCOMES[decision.outcome]}{FIRM}{headline_words(decision, lang)}"))


def outcome_cell(decision: Decision, lang: str) -> Cell:
    """The outcome, what it stands over and what it means."""
    words = outcome_words(decision, lang)
    told = (words.detail, words.turned)
    return (
        outcome_line(decision, lang),
        *cell(capital(words.over)),
        *map(_quiet, filter(None, told)),
    )


def law_cell(decision: Decision, lang: str) -> Cell:
    """Which law, whether it was in force, and on which day it is read."""
    version = decision.version
    return (line(version_title(version, lang)), _quiet(version_line(version, lang)))


def provision_line(decision: Decision, name: str, lang: str) -> Line:
    """A provision or a limb of one: title, citation, and how sure it is where that is not "verified"."""
    offer = offer_of((decision,), name)
    verdict = decision.verdicts.get(name)
    sure = sureness(verdict, lang) if verdict is not None else ""
    return line(f"{offer.title[lang]} ", cited(offer.cite[lang]), aside(sure))


def sureness(verdict: Verdict, lang: str) -> str:
    """`` [our reading]``; nothing for the first of the marks, which is the plainest."""
    mark = law().marks[verdict.text.mark]
    plainest = next(iter(law().marks))
    return "" if mark.key == plainest else f" [{mark.title[lang]}]"


def fact_line(decision: Decision, name: str, lang: str) -> Line:
    """A fact with its value, or a choice with the position taken."""
    kind, colon, key = name.partition(":")
    if colon:
        return choice_line(decision, kind, key, lang)
    if "[+]" in name or catalogue().get(pattern(name)) is None:
        return line(capital(fact_words(decision.case, name, lang)))
    return line(stated_words(decision.case, name, lang))


def choice_line(decision: Decision, kind: str, name: str, lang: str) -> Line:
    """A point that was left open, and the position that was taken on it."""
    question = waiting_words(decision, f"{kind}:{name}", lang)
    position = decision.choices.get((kind, name))
    if position is None:
        return line(f"{question} ", aside(say(lang, "left open")))
    known = law().readings if kind == "reading" else decision.version.assumes
    told = known[name].positions[position][lang] if name in known else position
    return line(f"{question} ", aside(told))


def rests_on(decision: Decision, lang: str) -> Cell:
    """The choices on which the outcome depends, each with its position."""
    parted = (name.partition(":") for name in decision.depends_on)
    return tuple(choice_line(decision, kind, key, lang) for kind, _, key in parted)


def state_line(verdict: Verdict, lang: str) -> Line:
    """Whether a provision is met, as shape and word."""
    words = {
        SHAPES["met"]: say(lang, "met"),
        SHAPES["not_met"]: say(lang, "not met"),
        SHAPES["unknown"]: say(lang, "not known"),
        SHAPES["not_reached"]: say(lang, "not reached"),
    }
    found = shape(verdict)
    told = f"{found}{FIRM}{words[found]}"
    return line(strong(told) if found in HELPS else told)


def _quiet(text: str) -> Line:
    return line(aside(text))
