"""The case that z3 found, as one that the program can decide."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import z3

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact, pattern
from core.case.setup import Setup
from core.explore.witness import completed
from tests.explore.z3facts import EPOCH, Facts, Member, codes


def case_of(facts: Facts, found: z3.ModelRef) -> tuple[Case, Setup]:
    """The case and the choices of a model; what z3 was not asked about is denied or left plain."""
    data: dict[str, Any] = {"journey": {"into": facts.into}}
    for path in _paths(facts):
        if "[" not in path and not path.startswith("entry."):
            _put(data, path.split("."), _value(facts, found, path))
    for path, members in facts.lists.items():
        if "[" not in path:
            _put(data, path.split("."), _records(facts, found, path, members))
    if "entries" not in facts.lists:
        data["entries"] = _records(facts, found, "entries", [facts.entry])
    for path, codes_ in _code_lists(facts, found).items():
        if "[" not in path:
            _put(data, path.split("."), codes_)
    return completed(Case.from_data(data)), _setup(facts, found)


def _setup(facts: Facts, found: z3.ModelRef) -> Setup:
    chosen: dict[str, dict[str, str]] = {"reading": {}, "assume": {}}
    for (kind, name), positions in facts.choices.items():
        for position, here in positions.items():
            if z3.is_true(found.eval(here, model_completion=True)):
                chosen[kind][name] = position
    return Setup(readings=chosen["reading"], assumptions=chosen["assume"])


def _paths(facts: Facts) -> list[str]:
    return [path for path in facts.values if "/" not in path]


def _code_lists(facts: Facts, found: z3.ModelRef) -> dict[str, Any]:
    lists: dict[str, list[str]] = {}
    for path, holds in facts.values.items():
        name, slash, code = path.partition("/")
        if slash:
            members = lists.setdefault(name, [])
            if z3.is_true(found.eval(holds, model_completion=True)):
                members.append(code)
    return {name: {"complete": "all", "items": members} for name, members in lists.items()}


def _records(facts: Facts, found: z3.ModelRef, path: str, members: list[Member]) -> dict[str, Any]:
    """A list of records; other entries stand before the one relied on, in the order of their days."""
    rows = []
    for number, member in enumerate(members):
        if not z3.is_true(found.eval(member.taken, model_completion=True)):
            continue
        fields = [p for p in _paths(facts) if p.rpartition(".")[0] == member.path]
        row = {p.rpartition(".")[2]: _value(facts, found, p) for p in fields}
        for inner, nested in facts.lists.items():
            if inner.rpartition(".")[0] == member.path:
                row[inner.rpartition(".")[2]] = _records(facts, found, inner, nested)
        for inner, codes_ in _code_lists(facts, found).items():
            if inner.rpartition(".")[0] == member.path:
                row[inner.rpartition(".")[2]] = codes_
        rows.append({"id": f"{path[0]}{number}", **row})
    if path in catalogue().singles.values():
        rows[:-1] = sorted(rows[:-1], key=lambda row: row.get("date", ""))
    return {"complete": "all", "items": rows}


def _fact(path: str) -> Fact:
    return catalogue().fact(pattern(path))


def _value(facts: Facts, found: z3.ModelRef, path: str) -> Any:
    fact = _fact(path)
    at = found.eval(facts.values[path], model_completion=True)
    assert fact.type not in CODE_LISTS
    if fact.type == "boolean":
        return z3.is_true(at)
    if fact.type == "choice":
        return next(name for name, member in facts.sort_of(fact).items() if member.eq(at))
    number = at.as_long()
    if fact.type == "date":
        return (EPOCH + timedelta(number)).isoformat()
    if fact.type == "time":
        return f"{number // 60:02}:{number % 60:02}"
    return codes()[number] if fact.type == "country" else number


def _put(data: dict[str, Any], way: list[str], value: Any) -> None:
    *steps, last = way
    for step in steps:
        data = data.setdefault(step, {})
    data[last] = value
