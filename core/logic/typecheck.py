"""Do the two sides of a comparison belong together, and may the fact be read here?

A fact with ``asked_when`` may be read only where that condition is known to hold: an elder branch of
the same ``all`` must say so, in the same words or with a narrower list of choices.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from core.logic.tree import (
    All,
    Call,
    Choices,
    Compare,
    Condition,
    Const,
    Expr,
    Fact,
    Pick,
    facts_in,
    picks_in,
)


class TypeFault(ValueError):
    """A comparison that can never be right; the message says why and what was expected."""


class FactSpec(Protocol):
    """What the language must know of a fact."""

    @property
    def type(self) -> str:
        """boolean, integer, text, date, time, choice, country, choices, countries or records."""

    @property
    def cls(self) -> str:
        """fixed, chosen, shown or granted."""

    @property
    def is_list(self) -> bool:
        """Whether the fact is a list."""

    @property
    def allowed(self) -> frozenset[str]:
        """The values of a choice (or the country codes); empty if any value of the type will do."""

    @property
    def guard(self) -> Condition | None:
        """The condition under which the fact applies, in terms of the variable ``it``."""


class Facts(Protocol):
    """The catalogue as the language sees it."""

    def get(self, pattern: str) -> FactSpec | None:
        """The fact at a pattern path such as ``relatives[].age``."""


def pattern_of(fact: Fact, variables: dict[str, str]) -> str:
    """The catalogue path of ``fact``: ``r.age`` with r in relatives is ``relatives[].age``."""
    if fact.var is None:
        return fact.path
    return f"{variables[fact.var]}.{fact.path}" if fact.path else variables[fact.var]


def spec_of(fact: Fact, facts: Facts, variables: dict[str, str]) -> FactSpec:
    """The catalogue entry of ``fact``. Raises TypeFault if there is none."""
    pattern = pattern_of(fact, variables)
    spec = facts.get(pattern)
    if spec is None:
        raise TypeFault(f"unknown fact {pattern!r}; the catalogue has no such path")
    return spec


def _type(expr: Expr, facts: Facts, variables: dict[str, str]) -> str:
    match expr:
        case Fact():
            return spec_of(expr, facts, variables).type
        case Const(value=bool()):
            return "boolean"
        case Const(value=int()):
            return "integer"
        case Const(value=date()):
            return "date"
        case Const():
            return "word"
        case Choices():
            return "words"
        case Call(name="days_to", args=(start, end)):
            _need(start, "date", facts, variables)
            _need(end, "date", facts, variables)
            return "integer"
        case Call(name="age_on", args=(born, on)):
            _need(born, "date", facts, variables)
            _need(on, "date", facts, variables)
            return "integer"
        case Call(name="born_by", args=(age, on)):
            _need(age, "integer", facts, variables)
            _need(on, "date", facts, variables)
            return "date"
        case Call(name="plus_days" | "plus_years", args=(start, _)):
            _need(start, "date", facts, variables)
            return "date"
        case Pick(source=source, field=field):
            return spec_of(Fact(f"{source}[].{field}"), facts, variables).type
        case Call(name="or_older" | "or_younger", args=(age,)):
            _need(age, "integer", facts, variables)
            return "integer"
        case _:
            return "word"


def _need(expr: Expr, kind: str, facts: Facts, variables: dict[str, str]) -> None:
    found = _type(expr, facts, variables)
    if found != kind:
        raise TypeFault(f"a {kind} is needed here, but this is of type {found}")


def check_compare(node: Compare, facts: Facts, variables: dict[str, str]) -> None:
    """Raise TypeFault unless the comparison can be both true and false."""
    left = _type(node.left, facts, variables)
    right = _type(node.right, facts, variables)
    if node.op == "in":
        _check_in(node, left, right, facts, variables)
    elif right == "word" and isinstance(node.right, Const) and left in ("choice", "country"):
        _check_choice(node.left, [node.right.value], node.text, facts, variables)
    elif left != right and not _names_country(node, left, right):
        raise TypeFault(f"{node.text!r} compares a {left} with a {right}")
    if not (_read(node.left) or _read(node.right)):
        raise TypeFault(f"{node.text!r} reads no fact; it would always come out the same")
    if node.op in ("<", "<=", ">", ">=") and left not in ("integer", "date", "time"):
        raise TypeFault(f"{node.text!r}: a {left} has no order")
    if node.op == "==" and left in ("choices", "countries", "records"):
        raise TypeFault(f"{node.text!r}: use in for a list")


def _names_country(node: Compare, left: str, right: str) -> bool:
    """Whether a country is compared with a country of the journey: ``l.country == other_country()``."""
    return (isinstance(node.left, Call) or isinstance(node.right, Call)) and {left, right} == {
        "country",
        "word",
    }


def _check_in(
    node: Compare, left: str, right: str, facts: Facts, variables: dict[str, str]
) -> None:
    if isinstance(node.right, Choices) and left in ("choice", "country"):
        _check_choice(node.left, node.right.values, node.text, facts, variables)
    elif isinstance(node.left, Const) and right in ("choices", "countries"):
        _check_choice(node.right, [node.left.value], node.text, facts, variables)
    elif isinstance(node.left, Call) and left == "word" and right == "countries":
        return
    else:
        raise TypeFault(
            f"{node.text!r}: in takes a choice and a list of quoted choices, "
            "or a quoted choice and a list of the case"
        )


def _check_choice(
    expr: Expr, values: Iterable[object], text: str, facts: Facts, variables: dict[str, str]
) -> None:
    if not isinstance(expr, Fact):
        raise TypeFault(f"{text!r}: a fact was expected beside the choice")
    allowed = spec_of(expr, facts, variables).allowed
    for value in values:
        if value not in allowed:
            shown = ", ".join(sorted(allowed)[:16])
            raise TypeFault(f"{text!r}: {value!r} is outside the choices of this fact ({shown})")


def check_guards(
    node: Compare, facts: Facts, variables: dict[str, str], known: tuple[Condition, ...]
) -> None:
    """Raise TypeFault if the leaf reads a fact whose ``asked_when`` is not known to hold here."""
    for expr in (node.left, node.right):
        for fact in _read(expr):
            guard = spec_of(fact, facts, variables).guard
            for need in _conjuncts(guard):
                wanted = _named(need, fact.var)
                if not any(_implies(given, wanted) for given in (*known, node)):
                    raise TypeFault(
                        f"{node.text!r} reads a fact that may not apply; "
                        f"ask first, in the same all:, whether {need.text}"
                    )


def _read(expr: Expr) -> list[Fact]:
    """Every fact that ``expr`` reads, those it picks from a list included."""
    picked = [Fact(f"{pick.source}[].{pick.field}") for pick in picks_in(expr)]
    return [*facts_in(expr), *picked]


def _conjuncts(guard: Condition | None) -> list[Compare]:
    if guard is None:
        return []
    if isinstance(guard, All):
        return [leaf for part in guard.parts for leaf in _conjuncts(part)]
    return [guard] if isinstance(guard, Compare) else []


def _named(need: Compare, var: str | None) -> Compare:
    """The guard in terms of the variable used here instead of ``it``."""
    if var is None or not (isinstance(need.left, Fact) and need.left.var == "it"):
        return need
    return Compare(need.op, Fact(need.left.path, var), need.right, need.text, need.negated)


def _implies(given: Condition, wanted: Compare) -> bool:
    if isinstance(given, All):
        return any(_implies(part, wanted) for part in given.parts)
    if not isinstance(given, Compare) or given.negated or wanted.negated:
        return False
    if given.left != wanted.left:
        return False
    have, need = _values(given), _values(wanted)
    return have is not None and need is not None and have <= need


def _values(node: Compare) -> frozenset[object] | None:
    """The values a positive ``==`` or ``in`` leaf allows."""
    if node.op == "==" and isinstance(node.right, Const):
        return frozenset([node.right.value])
    if node.op == "in" and isinstance(node.right, Choices):
        return frozenset(node.right.values)
    return None
