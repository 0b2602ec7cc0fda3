"""In what two cases differ, and what a case says, each as plain sentences of facts.

>>> from core.case.case import Case
>>> case = Case.from_data({"claimant": {"age": 17}, "relatives": {"items": [{"id": "ana"}]}})
>>> change_words(case, "claimant.age", 18, "en")
'Age at the claim: 17 → 18'
>>> change_words(case, "relatives[ana]", False, "en")
'Relative: taken out'
>>> fact_lines(case, "en")[0]
'Age at the claim: 17'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact
from core.explore.sampling import concrete
from core.explore.variants import ADDED, put
from core.report.facts import (
    capital,
    fact_words,
    join,
    lower,
    member_words,
    stated_words,
    value_words,
)
from core.report.facts import put as put_words
from core.words import say


def changes_words(case: Case, changes: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    """Every change of a case, each as a sentence without its full stop."""
    return tuple(change_words(case, path, value, lang) for path, value in changes.items())


def change_words(case: Case, path: str, value: Any, lang: str) -> str:
    """One change: another value of a fact, a member taken out of a list, or one that joins it."""
    if path.endswith(ADDED):
        return _joined(case, path, value, lang)
    if path.endswith("]"):
        listed, _, member = path[:-1].rpartition("[")
        who = capital(member_words(case, listed, member, lang))
        return say(lang, "{label}: {value}", label=who, value=say(lang, "taken out"))
    before, after = (value_words(one, path, lang) for one in (case, put(case, path, value)))
    return say(
        lang,
        "{fact}: {before} → {after}",
        fact=capital(fact_words(case, path, lang)),
        before=before,
        after=after,
    )


def _joined(case: Case, path: str, member: Any, lang: str) -> str:
    """That a member joins a list, with what is said of it."""
    name = capital(fact_words(case, path, lang))
    if not isinstance(member, Mapping):
        return name
    fact = catalogue().fact(path.removesuffix(ADDED))
    told = [
        say(lang, "{label}: {value}", label=lower(f.label[lang]), value=_value(f, found, lang))
        for f in fact.fields
        if (found := member.get(f.name)) is not None
    ]
    if not told:
        return name
    return say(lang, "{fact} ({value})", fact=name, value="; ".join(told))


def _value(fact: Fact, plain: Any, lang: str) -> str:
    if fact.type in CODE_LISTS or fact.type == "records":
        items = plain.get("items") or ()
        if not items:
            return say(lang, "none")
        if fact.type == "records":
            return str(len(items))
        return join([put_words(fact, code, lang) for code in items], say(lang, "and"))
    return put_words(fact, fact.read(plain), lang)


def fact_lines(case: Case, lang: str) -> tuple[str, ...]:
    """Everything that a case states, a sentence for each fact, in the order of the journey."""
    return tuple(stated_words(case, path, lang) for path in _stated(case))


def _stated(case: Case) -> Iterator[str]:
    for fact in catalogue().facts.values():
        for path in concrete(case, fact):
            if fact.type == "records":
                if not case.items(path) and case.complete(path):
                    yield path
            elif fact.type in CODE_LISTS:
                if case.items(path) or case.complete(path):
                    yield path
            elif case.get(path) is not None:
                yield path
