"""Facts and their values in words.

>>> from core.case.case import Case
>>> case = Case.from_data({"relatives": {"items": [{"id": "ana", "relation": "sibling", "age": 17}]}})
>>> fact_words(case, "relatives[ana].age", "en"), value_words(case, "relatives[ana].age", "en")
('Brother or sister: age at the claim', '17')
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

from core.calendar import ENDLESS, Span
from core.case.case import Case, steps_of
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.case.view import View
from core.report.dates import day_words
from core.words import say


def capital(text: str) -> str:
    """``text`` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """``text`` with its first letter small, unless the word is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def fact_words(case: Case, path: str, lang: str) -> str:
    """The label of a fact, after the member it belongs to: ``Brother or sister: age at the claim``."""
    owner, label = owner_and_label(case, path, lang)
    return say(lang, "{label}: {value}", label=owner, value=lower(label)) if owner else label


def owner_and_label(case: Case, path: str, lang: str) -> tuple[str, str]:
    """The member a fact belongs to (or nothing), and the label of the fact."""
    if path.endswith("[+]"):
        fact = catalogue().fact(path.removesuffix("[+]"))
        item = (fact.item or fact.label)[lang]
        return "", say(lang, "one more: {item}", item=lower(item))
    owners = _owners(case, path, lang)
    return capital(", ".join(owners)), catalogue().fact(path).label[lang]


def _owners(case: Case, path: str, lang: str) -> list[str]:
    """The members of lists around a path, outermost first; entries of which there is one stay unnamed."""
    found, where = [], ""
    for key, member in steps_of(path):
        where = f"{where}.{key}" if where else key
        if member is None:
            continue
        single = where in catalogue().singles.values() and len(case.items(where)) <= 1
        if not single:
            found.append(member_words(case, where, member, lang))
        where = f"{where}[{member}]"
    return found


def member_words(case: Case, path: str, member: str, lang: str) -> str:
    """What a member of a list is called: its kind, and its id where the list has two of that kind."""
    fact = catalogue().fact(path)
    item = (fact.item or fact.label)[lang]
    if member == "+":
        return (
            say(lang, "someone not listed")
            if fact.kind == "relation"
            else say(lang, "one not listed")
        )
    kind = case.get(f"{path}[{member}].{fact.kind}") if fact.kind else None
    if kind is None:
        return lower(item) if len(case.items(path)) < 2 else f"{lower(item)} {member}"
    kinds = [case.get(f"{path}[{other}].{fact.kind}") for other in case.items(path)]
    name = next(f for f in fact.fields if f.name == fact.kind).choices[kind][lang]
    return name if kinds.count(kind) < 2 else f"{name} ({member})"


def value_words(case: Case, path: str, lang: str) -> str:
    """The value at a path, stated or derived, in words."""
    fact = catalogue().fact(path)
    return put(fact, View(case).at(path), lang)


def stated_words(case: Case, path: str, lang: str) -> str:
    """A fact of a case with its value, as a line to itself."""
    label = capital(fact_words(case, path, lang))
    return say(lang, "{label}: {value}", label=label, value=value_words(case, path, lang))


def put(fact: Fact, value: Any, lang: str) -> str:
    """A value of ``fact`` in words."""
    if value is None:
        return say(lang, "not known")
    if isinstance(value, bool):
        return say(lang, "yes") if value else say(lang, "no")
    if hasattr(value, "members"):
        return _list_words(fact, value, lang)
    if isinstance(value, str):
        return _code_words(fact, value, lang)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return number_words(value, lang)


def number_words(value: Any, lang: str) -> str:
    """A day, a number or a span of either."""
    if isinstance(value, date):
        return day_words(value, lang)
    if not isinstance(value, Span):
        return str(value)
    if value.hi == ENDLESS:
        return say(lang, "{n} or more", n=value.lo)
    return say(
        lang,
        "between {a} and {b}",
        a=number_words(value.lo, lang),
        b=number_words(value.hi, lang),
    )


def _code_words(fact: Fact, code: str, lang: str) -> str:
    if code in fact.choices:
        return fact.choices[code][lang]
    if code in fact.codes:
        return catalogue().countries[code][lang]
    return code


def _list_words(fact: Fact, listed: Any, lang: str) -> str:
    if not listed.members:
        return say(lang, "none") if listed.closed else say(lang, "none listed yet")
    if fact.type == "records":
        return str(len(listed.members))
    names = [_code_words(fact, code, lang) for code in listed.members]
    return join(names, say(lang, "and"))


def join(names: list[str], word: str) -> str:
    """``a, b and c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
