"""The stated values of a case, read once into the form that rules use.

Scalars by path; lists as tuples of codes or of :class:`StatedRecord`. This is the same for every
version of the law; what depends on the version is in :mod:`core.case.view`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.case.case import Case
from core.case.catalogue import Catalogue, catalogue
from core.case.facts import CODE_LISTS, Fact


@dataclass(frozen=True, slots=True)
class StatedList:
    """A list as stated: entries, and for which kinds it is complete."""

    fact: Fact
    path: str
    entries: tuple[Any, ...]
    complete: Any


@dataclass(frozen=True, slots=True)
class StatedRecord:
    """One member of a list of records as stated."""

    fact: Fact
    path: str
    id: str
    values: dict[str, Any]
    lists: dict[str, StatedList]


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything a case states: scalars by path, lists by path."""

    values: dict[str, Any]
    lists: dict[str, StatedList]


def stated(case: Case) -> Stated:
    """What ``case`` states (made once per case)."""
    found = case.cache.get("stated")
    if found is None:
        found = case.cache["stated"] = _read(case.data, catalogue())
    assert isinstance(found, Stated)
    return found


def _read(data: dict[str, Any], facts: Catalogue) -> Stated:
    values: dict[str, Any] = {}
    lists: dict[str, StatedList] = {}
    _walk(data, "", facts, values, lists)
    return Stated(values, lists)


def _walk(
    data: dict[str, Any],
    prefix: str,
    facts: Catalogue,
    values: dict[str, Any],
    lists: dict[str, StatedList],
) -> None:
    for key, inner in data.items():
        path = f"{prefix}{key}"
        fact = facts.facts.get(path)
        if fact is None:
            if isinstance(inner, dict):
                _walk(inner, f"{path}.", facts, values, lists)
        elif fact.is_list:
            lists[path] = _list(inner, fact, path)
        elif inner is not None:
            values[path] = fact.read(inner)


def _list(data: Any, fact: Fact, path: str) -> StatedList:
    found = data or {}
    items = found.get("items") or ()
    if fact.type in CODE_LISTS:
        return StatedList(fact, path, tuple(items), found.get("complete"))
    return StatedList(
        fact, path, tuple(_record(item, fact, path) for item in items), found.get("complete")
    )


def _record(data: dict[str, Any], fact: Fact, path: str) -> StatedRecord:
    values: dict[str, Any] = {}
    lists: dict[str, StatedList] = {}
    where = f"{path}[{data['id']}]"
    for inner in fact.fields:
        found = data.get(inner.name)
        if found is None:
            continue
        if inner.is_list:
            lists[inner.name] = _list(found, inner, f"{where}.{inner.name}")
        else:
            values[inner.name] = inner.read(found)
    return StatedRecord(fact, where, data["id"], values, lists)
