"""The same journey in the other direction: a case turned round.

Facts are written from the journey's side (destination, origin, elsewhere), so turning changes where the
journey goes and nothing else. What exists in one country only (a status, a channel) becomes unknown.

>>> from core.case.case import Case
>>> case = Case.from_data({"journey": {"into": "ca"}, "claimant": {"age": 16}})
>>> turned(case, "us").case.data
{'journey': {'into': 'us'}, 'claimant': {'age': 16}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, NOTHING, Fact

INTO = "journey.into"


class Turned(NamedTuple):
    """A case turned round, and the paths of what became unknown on the way."""

    case: Case
    lost: tuple[str, ...]


def turned(case: Case, into: str) -> Turned:
    """``case`` as a journey into another country; the case itself where it goes there already."""
    if case.get(INTO) in (None, into):
        return Turned(case, ())
    kept = case.cache.get(f"{INTO}:{into}")
    if kept is None:
        kept = case.cache[f"{INTO}:{into}"] = _turn(case, into)
    found: Turned = kept
    return found


def _turn(case: Case, into: str) -> Turned:
    lost: list[str] = []
    for fact in catalogue().facts.values():
        if "[]" not in fact.path:
            for path in _foreign(case, fact, fact.path, into):
                case = _forget(case, catalogue().fact(path), path, into)
                lost.append(path)
    return Turned(case.replace(INTO, into), tuple(lost))


def _foreign(case: Case, fact: Fact, path: str, into: str) -> Iterator[str]:
    """The stated paths at ``path`` whose value has no meaning on a journey into ``into``."""
    if fact.type == "records":
        for member in case.items(path):
            for inner in fact.fields:
                yield from _foreign(case, inner, f"{path}[{member}].{inner.name}", into)
        return
    value = case.get(path)
    if value in (None, []):
        return
    if fact.only is not None:
        if fact.only != into and (fact.rest is NOTHING or value != fact.rest):
            yield path
    elif _strange(fact, value, into):
        yield path


def _strange(fact: Fact, value: Any, into: str) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if fact.only_choices.get(one, into) != into]


def _forget(case: Case, fact: Fact, path: str, into: str) -> Case:
    """The case without a value; of a list of choices, without those that mean nothing."""
    if fact.type not in CODE_LISTS:
        return case.replace(path, None)
    value = case.get(path)
    gone = _strange(fact, value, into)
    case = case.set_complete(path, None)
    return case.replace(path, [one for one in value if one not in gone])


def turned_value(fact: Fact, value: Any, into: str) -> Any:
    """What becomes of one plain value when its case is turned; a list of codes is ``{items, complete}``."""
    if value in (None, True) and fact.type == "records":
        return value
    if fact.only is not None:
        foreign = fact.only != into and (fact.rest is NOTHING or value != fact.rest)
        return None if foreign else value
    if fact.type in CODE_LISTS and isinstance(value, dict):
        gone = _strange(fact, value["items"], into)
        return {"items": [v for v in value["items"] if v not in gone]} if gone else value
    return None if value is not None and _strange(fact, value, into) else value
