"""Sentences of the questions that are neither law nor fact: units, origins, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.case.facts import Fact
from core.report.derivation import grounds
from core.report.facts import capital, lower, member_words, value_words
from core.words import many, say

if TYPE_CHECKING:
    from gui.document import Document


def unit(name: str | None, lang: str) -> str:
    """Return the word that stands behind a number."""
    if name == "years":
        return say(lang, "years")
    if name == "days":
        return say(lang, "days")
    return ""


def amount(number: int, unit_: str | None, lang: str) -> str:
    """Return a number with its unit."""
    if unit_ == "years":
        return many(lang, "{n} year", "{n} years", number)
    if unit_ == "days":
        return many(lang, "{n} day", "{n} days", number)
    return str(number)


def refusal(fact: Fact, typed: str, lang: str) -> str:
    """Say what was typed and what the fact expects; the case was not changed."""
    found = say(lang, "Not taken: “{text}”.", text=typed)
    return f"{found} {expected(fact, lang)}"


def needed_by_a_version(lang: str) -> str:
    """Say that a version of the law cannot be picked without this answer."""
    return say(
        lang, "One of the two versions cannot be read without this answer, so it stays as it was."
    )


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
    """Say from which known facts, or from which row of a table, a derived value follows."""
    return grounds(document.view, path, document.lang).told(document.lang)


def member(document: Document, path: str, fact: Fact) -> str:
    """Say in one sentence who or what a member of a list is."""
    case, lang = document.case, document.lang
    whole, _, id_ = path.removesuffix("]").rpartition("[")
    known = [field for field in fact.fields if field.name != fact.kind and not field.computed]
    values = [said for field in known if (said := _said(document, path, field))]
    named = fact.kind or not values
    name = member_words(case, whole, id_, lang) if named else (fact.item or fact.label)[lang]
    details = ", ".join(values) or say(lang, "nothing more is stated")
    return f"{capital(name)}: {details}"


def _said(document: Document, path: str, field: Fact) -> str:
    """Say one stated field of a member, where a value alone is understood."""
    case, lang, place = document.case, document.lang, f"{path}.{field.name}"
    value = case.get(place)
    if value in (None, []):
        return ""
    if isinstance(value, bool):
        return say(lang, "not shown") if field.name == "shown" and not value else ""
    if field.type == "records":
        return f"{lower(field.label[lang])} ({len(case.items(place))})"
    if isinstance(value, int):
        return amount(value, field.unit, lang)
    return value_words(case, place, lang)
