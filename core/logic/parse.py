"""From YAML to the condition tree, checked against the catalogue of facts on the way.

A condition that names an unknown fact, an impossible value or a fact that may not apply without asking
first whether it does, is refused with file and line: a rule that can never be right must not load.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any as Data

from core.logic import typecheck
from core.logic.leaf import LeafError, leaf
from core.logic.tree import (
    RESULTS,
    All,
    Any,
    Choose,
    Chosen,
    Condition,
    Fact,
    Granted,
    Limb,
    Not,
    Provision,
    Result,
    Some,
    Table,
    Term,
)

Steps = tuple[str | int, ...]


class ConditionError(ValueError):
    """A condition that cannot be read; carries where it stands."""

    def __init__(self, steps: Steps, message: str) -> None:
        super().__init__(message)
        self.steps = steps


@dataclass(frozen=True)
class Scope:
    """What a condition may speak of: the facts, and the variables bound around it."""

    facts: typecheck.Facts
    variables: dict[str, str] = field(default_factory=dict)
    guards: tuple[Condition, ...] = ()

    def bind(self, name: str, pattern: str) -> Scope:
        """The scope inside ``some: {name: list}``; ``pattern`` is the path of one member."""
        return replace(self, variables={**self.variables, name: pattern})

    def under(self, conditions: tuple[Condition, ...]) -> Scope:
        """The scope in which ``conditions`` are known to hold as well."""
        return replace(self, guards=(*self.guards, *conditions))


def parse_condition(data: Data, scope: Scope, steps: Steps = ()) -> Condition:
    """The condition written as ``data``. Raises ConditionError."""
    if isinstance(data, str):
        return _leaf(data, scope, steps)
    if not isinstance(data, dict) or not data:
        raise ConditionError(
            steps,
            f"a condition was expected here (a comparison, all:, any:, not: …), found {data!r}",
        )
    for key, reader in _READERS.items():
        if key in data:
            return reader(data, scope, steps)
    raise ConditionError(
        steps, f"{sorted(data)} is no condition; it begins with one of {', '.join(_READERS)}"
    )


def _only(data: dict[str, Data], allowed: set[str], steps: Steps) -> None:
    extra = sorted(set(data) - allowed)
    if extra:
        raise ConditionError(steps, f"unknown key {extra[0]!r}; here stand {sorted(allowed)}")


def _text(data: dict[str, Data], key: str, steps: Steps) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise ConditionError(steps, f"{key}: text was expected, found {value!r}")
    return value


def _leaf(text: str, scope: Scope, steps: Steps) -> Condition:
    try:
        found = leaf(text, set(scope.variables))
        typecheck.check_compare(found, scope.facts, scope.variables)
        typecheck.check_guards(found, scope.facts, scope.variables, scope.guards)
    except (LeafError, typecheck.TypeFault) as error:
        raise ConditionError(steps, str(error)) from None
    return found


def _all(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"all"}, steps)
    parts: list[Condition] = []
    for at, item in enumerate(_items(data["all"], (*steps, "all"))):
        parts.append(parse_condition(item, scope.under(tuple(parts)), (*steps, "all", at)))
    return All(tuple(parts))


def _any(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"any"}, steps)
    items = _items(data["any"], (*steps, "any"))
    return Any(
        tuple(parse_condition(item, scope, (*steps, "any", at)) for at, item in enumerate(items))
    )


def _items(data: Data, steps: Steps) -> list[Data]:
    if not isinstance(data, list):
        raise ConditionError(steps, f"a list of conditions was expected, found {data!r}")
    return data


def _not(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"not"}, steps)
    return Not(parse_condition(data["not"], scope, (*steps, "not")))


def _some(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"some", "where"}, steps)
    binding = data["some"]
    if not isinstance(binding, dict) or len(binding) != 1:
        raise ConditionError(steps, "some: takes one variable and its list, such as {r: relatives}")
    name, source = next(iter(binding.items()))
    if name in scope.variables:
        raise ConditionError(
            (*steps, "some"), f"{name!r} is the name of something else here already; choose another"
        )
    fact = _fact(source, scope, (*steps, "some"))
    pattern = typecheck.pattern_of(fact, scope.variables)
    spec = scope.facts.get(pattern)
    if spec is None or not spec.is_list:
        raise ConditionError(steps, f"{source!r} is not a list of the case")
    inner = scope.bind(name, f"{pattern}[]")
    where = parse_condition({"all": data.get("where", [])}, inner, steps)
    return Some(name, fact, where)


def _fact(text: Data, scope: Scope, steps: Steps) -> Fact:
    if not isinstance(text, str):
        raise ConditionError(steps, f"a fact was expected, found {text!r}")
    first, _, rest = text.partition(".")
    fact = Fact(rest, first) if first in scope.variables else Fact(text)
    if scope.facts.get(typecheck.pattern_of(fact, scope.variables)) is None:
        raise ConditionError(steps, f"unknown fact {text!r}; the catalogue has no such path")
    return fact


def _provision(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"provision"}, steps)
    return Provision(_text(data, "provision", steps))


def _limb(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"limb"}, steps)
    return Limb(_text(data, "limb", steps))


def _term(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"term", "of"}, steps)
    of = _text(data, "of", steps)
    if of not in scope.variables and of != "entry":
        raise ConditionError(steps, f"of: {of!r} is no variable bound here")
    return Term(_text(data, "term", steps), of)


def _table(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"table", "on", "at"}, steps)
    at = _fact(data["at"], scope, steps) if "at" in data else None
    return Table(_text(data, "table", steps), _fact(data.get("on"), scope, steps), at)


def _chosen(kind: str) -> Callable[[dict[str, Data], Scope, Steps], Condition]:
    def read(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
        _only(data, {kind, "is"}, steps)
        return Chosen(kind, _text(data, kind, steps), _text(data, "is", steps))

    return read


def _choose(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    chosen = data["choose"]
    if not isinstance(chosen, dict) or len(chosen) != 1 or not set(chosen) <= {"reading", "assume"}:
        raise ConditionError(steps, "choose: takes {reading: ID} or {assume: NAME}")
    kind, name = next(iter(chosen.items()))
    cases = tuple(
        (position, parse_condition(condition, scope, (*steps, position)))
        for position, condition in data.items()
        if position != "choose"
    )
    if len(cases) < 2:
        raise ConditionError(steps, "choose: needs a condition for each position")
    return Choose(kind, name, cases)


def _granted(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
    _only(data, {"granted"}, steps)
    fact = _fact(data["granted"], scope, steps)
    spec = scope.facts.get(typecheck.pattern_of(fact, scope.variables))
    if spec is None or spec.cls != "granted":
        raise ConditionError(steps, f"{data['granted']!r} is not a discretionary fact")
    return Granted(fact)


def _result(kind: str) -> Callable[[dict[str, Data], Scope, Steps], Condition]:
    def read(data: dict[str, Data], scope: Scope, steps: Steps) -> Condition:
        _only(data, {kind}, steps)
        return Result(kind, _text(data, kind, steps))

    return read


_READERS: dict[str, Callable[[dict[str, Data], Scope, Steps], Condition]] = {
    "all": _all,
    "any": _any,
    "not": _not,
    "some": _some,
    "provision": _provision,
    "limb": _limb,
    "term": _term,
    "table": _table,
    "reading": _chosen("reading"),
    "assume": _chosen("assume"),
    "choose": _choose,
    "granted": _granted,
    **{kind: _result(kind) for kind in RESULTS},
}
