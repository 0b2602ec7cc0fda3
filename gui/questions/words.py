"""Sentences of the questions that are neither law nor fact: units, origins, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.case.facts import Fact
from core.report.sentences import value_words
from core.words import say

if TYPE_CHECKING:
    from gui.document import Document


def unit(name: str | None, lang: str) -> str:
    """Return the word that stands behind a number."""
    if name == "years":
        return say(lang, "years")
    if name == "days":
        return say(lang, "days")
    return ""


def refusal(fact: Fact, typed: str, lang: str) -> str:
    """Say what was typed and what the fact expects; the case was not changed."""
    found = say(lang, "Not taken: “{text}”.", text=typed)
    return f"{found} {expected(fact, lang)}"


def expected(fact: Fact, lang: str) -> str:
    """Say what a fact takes."""
    if fact.type == "integer" and fact.maximum is not None:
        low, high = fact.minimum or 0, fact.maximum
        return say(lang, "Give a whole number from {low} to {high}.", low=low, high=high)
    if fact.type == "date":
        return say(lang, "Give a year, a month or a day: 2018, 2018-05 or 2018-05-01.")
    if fact.type == "time":
        return say(lang, "Give an hour from 00:00 to 23:59.")
    if fact.type in ("country", "countries"):
        return say(lang, "Give the name of a country from the list that opens as you type.")
    return say(lang, "This answer does not fit the question.")


def origin(source: str, derivation: str, *, open_: bool, lang: str) -> str:
    """Say where a value comes from, or whether its lack still matters."""
    if source == "stated":
        return say(lang, "stated")
    if source == "derived":
        if derivation:
            return say(lang, "derived: {ground}", ground=derivation)
        return say(lang, "derived from other answers")
    if open_:
        return say(lang, "unknown: can still change the outcome")
    return say(lang, "unknown: no answer changes either outcome")


def list_origin(*, given: bool, open_: bool, lang: str) -> str:
    """Say of a list whether what may be missing from it still matters."""
    if open_:
        return say(lang, "what may be missing here can still change the outcome")
    return "" if given else say(lang, "unknown: no answer changes either outcome")


def derived_words(document: Document, path: str) -> str:
    """Return a derived value in words."""
    return value_words(document.case, path, document.lang)


def derivation(document: Document, path: str) -> str:
    """Say from what a derived value follows."""
    return ""


def member(document: Document, path: str, fact: Fact) -> str:
    """Say in one sentence who or what a member of a list is."""
    return ""
