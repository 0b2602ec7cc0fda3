"""The words of a quiz: the question and its choices, the answer key of a column, the marks, the score.

>>> outcome_choice("need", "ca", "en")
'Not enough facts: I would need …'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.decision.model import Decision
from core.decision.which import version_for
from core.law.load import law
from core.law.version import Version
from core.report.facts import capital, fact_words, value_words
from core.report.outcome import headline_words, outcome_name, possible_words, version_title
from core.report.reasons import because
from core.report.waiting import waiting_words
from core.training.marking import Mark
from core.training.model import COLUMNS, ColumnKey
from core.training.question import NEED, Offer, Question, offer_of
from core.training.quiz import ColumnReveal, Score
from core.words import many, say

MOST = 3
"""So many of the facts that decide are told; the key has them all."""
SIGNS = {True: "✓", False: "✕", None: "–"}


def outcome_choice(outcome: str, country: str, lang: str) -> str:
    """An outcome that can be chosen, in the words of the country whose law decides."""
    if outcome == NEED:
        return say(lang, "Not enough facts: I would need …")
    return outcome_name(outcome, country, lang)


def offer_words(offer: Offer, lang: str) -> str:
    """A provision that can be chosen: title and citation."""
    return f"{offer.title[lang]} ({offer.cite[lang]})"


def fact_choice(question: Question, path: str, lang: str) -> str:
    """A fact that can be chosen, without its value; or the question of a point left open."""
    kind, colon, name = path.partition(":")
    if not colon:
        return fact_words(question.case, path, lang)
    if kind == "reading":
        return law().readings[name].question[lang]
    for column in (question.left, question.right):
        assumed = column_version(question.case, column.version, question.readings).assumes.get(name)
        if assumed is not None:
            return assumed.question[lang]
    return name


def column_version(case: Case, name: str, readings: Iterable[tuple[str, str]] = ()) -> Version:
    """The version that a column of a question names. Raises VersionError."""
    return version_for(case, name, Setup(readings=dict(readings)))


def column_title(question: Question, version: str, lang: str) -> str:
    """What the version of a column is called; with the country where the columns have two."""
    found = column_version(question.case, version, question.readings)
    title = version_title(found, lang)
    if question.left.country == question.right.country:
        return title
    return f"{title} · {capital(catalogue().laws[found.country][lang])}"


def taken_words(question: Question, lang: str) -> Iterator[tuple[str, str]]:
    """The points that the law leaves open and on which a position was chosen: question and position."""
    for name, position in question.readings:
        reading = law().readings.get(name)
        if reading is not None:
            yield reading.question[lang], reading.positions[position][lang]
    for name, position in question.assumptions:
        versions = (column_version(question.case, question.column(s).version) for s in COLUMNS)
        assumed = next((v.assumes[name] for v in versions if name in v.assumes), None)
        if assumed is not None:
            yield assumed.question[lang], assumed.positions[position][lang]


# --- after the commit ------------------------------------------------------------------------------
def provision_words(decision: Decision, name: str, lang: str) -> str:
    """A provision, or a limb of one, by title and citation."""
    return offer_words(offer_of((decision,), name), lang)


def key_lines(key: ColumnKey, decision: Decision, lang: str) -> list[str]:
    """The right answer of a column: outcome, what carries it, the facts that decide with their values."""
    if not key.determined:
        lines = [f"{headline_words(decision, lang)}: {possible_words(decision, lang)}"]
        waits = [waiting_words(decision, name, lang) for name in key.waits_for]
        return [*lines, *(say(lang, "Waits for: {what}", what=what) for what in waits)]
    lines = [headline_words(decision, lang)]
    for name in key.basis:
        told = provision_words(decision, name, lang)
        lines.append(say(lang, "Deciding provision: {provision}", provision=told))
    for path in key.facts[:MOST]:
        what = fact_words(decision.case, path, lang)
        value = value_words(decision.case, path, lang)
        lines.append(say(lang, "Fact that decides: {fact}: {value}", fact=what, value=value))
    return lines


def mark_words(mark: Mark, lang: str) -> str:
    """The marks, each apart: ``✓ outcome   ✕ provision   – fact``."""
    named = (
        (mark.outcome, say(lang, "outcome")),
        (mark.provision, say(lang, "provision")),
        (mark.fact, say(lang, "fact")),
    )
    return "   ".join(f"{SIGNS[right]} {name}" for right, name in named)


def departure_words(found: ColumnReveal, decision: Decision, lang: str) -> str:
    """Where the trainee's reasoning left the law's, and what the law found there; empty if nowhere."""
    if found.left_at is None:
        return ""
    where = provision_words(decision, found.left_at, lang)
    verdict = decision.verdicts.get(found.left_at)
    why = f" {because(verdict, lang)}." if verdict is not None else ""
    told = say(lang, "Your reasoning left the law's here: {provision}.", provision=where)
    return f"{told}{why}"


def confidence_words(level: int, lang: str) -> str:
    """How sure an answer was."""
    words = {1: say(lang, "guessed"), 2: say(lang, "fairly sure"), 3: say(lang, "sure")}
    return words[level]


def score_lines(score: Score, lang: str) -> list[str]:
    """The score, each part apart, and how confidence went with it."""
    lines = [
        say(lang, "Outcome: {n} of {all}", n=score.outcome, all=score.columns),
        say(lang, "Provision: {n} of {all}", n=score.provision, all=score.provisions),
        say(lang, "Fact: {n} of {all}", n=score.fact, all=score.facts),
    ]
    for level, (right, of) in score.sure.items():
        how = capital(confidence_words(level, lang))
        told = many(
            lang, "{right} of {n} outcome right", "{right} of {n} outcomes right", of, right=right
        )
        lines.append(say(lang, "{label}: {value}", label=how, value=told))
    return lines
