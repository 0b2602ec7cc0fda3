"""A station of the journey in two short lines, made of the facts stated there."""

from __future__ import annotations

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.view import View
from core.report.facts import capital, fact_words, join, member_words, put, value_words
from core.words import many, say

Line = tuple[str, str]


def station_line(case: Case, station: str, lang: str) -> Line:
    """The main line and the second line of a station; the main line says when nothing is known."""
    maker = {
        "origin": _origin,
        "family": _family,
        "route": _route,
        "crossing": _crossing,
        "claim": _claim,
        "history": _history,
    }.get(station)
    main, second = maker(case, lang) if maker else ("", "")
    return (main or say(lang, "not filled in"), second)


def _origin(case: Case, lang: str) -> Line:
    view = View(case)
    codes = case.items("claimant.nationalities")
    names = [catalogue().countries[code][lang] for code in codes]
    if case.get("claimant.stateless"):
        main = say(lang, "Stateless")
    else:
        main = join(names, say(lang, "and")) if names else ""
    age = view.at("claimant.age")
    said = (
        say(lang, "age {age}", age=put(catalogue().fact("claimant.age"), age, lang))
        if age is not None
        else ""
    )
    return main, said


def _family(case: Case, lang: str) -> Line:
    names = [member_words(case, "relatives", m, lang) for m in case.items("relatives")]
    complete = case.complete("relatives")
    if not names:
        return (
            (say(lang, "Nobody who matters"), say(lang, "list complete"))
            if complete == "all"
            else ("", "")
        )
    closed = say(lang, "list complete") if complete == "all" else say(lang, "list still open")
    return capital(", ".join(names)), closed


def _route(case: Case, lang: str) -> Line:
    legs = case.items("route.legs")
    if not legs:
        came = case.get("route.from_designated")
        if came is None:
            return "", ""
        return fact_words(case, "route.from_designated", lang), value_words(
            case, "route.from_designated", lang
        )
    last = legs[-1]
    names = [
        value_words(case, f"route.legs[{leg}].country", lang)
        for leg in legs
        if case.get(f"route.legs[{leg}].country")
    ]
    days = case.get(f"route.legs[{last}].days")
    second = many(lang, "{n} day there", "{n} days there", days) if days is not None else ""
    return " → ".join(names), second


def _crossing(case: Case, lang: str) -> Line:
    entries = case.items("entries")
    if not entries:
        return "", ""
    at = f"entries[{entries[-1]}]"
    place = value_words(case, f"{at}.place", lang) if case.get(f"{at}.place") else ""
    day = value_words(case, f"{at}.date", lang) if case.get(f"{at}.date") else ""
    port = case.get(f"{at}.port") or ""
    second = ", ".join(part for part in (place if port else "", day) if part)
    return port or capital(place), second


def _claim(case: Case, lang: str) -> Line:
    from core.calendar import days_between

    view = View(case)
    made, entered = view.value("claim.date"), view.value("entry.date")
    if made is None:
        return "", ""
    main = put(catalogue().fact("claim.date"), made, lang)
    gap = days_between(entered, made) if entered is not None else None
    if gap == 0:
        second = say(lang, "same day as the entry")
    elif isinstance(gap, int):
        second = many(lang, "{n} day after the entry", "{n} days after the entry", gap)
    else:
        second = ""
    inland = case.get("claim.inland")
    where = (
        say(lang, "inland")
        if inland
        else (say(lang, "at a port of entry") if inland is False else "")
    )
    return main, ", ".join(part for part in (second, where) if part)


def _history(case: Case, lang: str) -> Line:
    claims = case.items("history.claims")
    if claims:
        return many(lang, "{n} earlier claim", "{n} earlier claims", len(claims)), ""
    if case.complete("history.claims") == "all":
        return say(lang, "No earlier claim"), ""
    return "", ""
