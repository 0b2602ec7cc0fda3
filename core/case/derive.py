"""Facts found from other facts, by the recipes that stand with them in the catalogue.

Five kinds of recipe: ``value`` (an expression), ``condition`` (true or false), ``first_known`` (the first
of several expressions that yields anything), ``cases`` (each with ``when``, and ``value`` or ``choose``),
``lookup`` (a dated table).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from core.calendar import highest, lowest, narrow
from core.case.facts import Fact
from core.case.tables import tables, visa_needed
from core.logic.leaf import expression
from core.logic.parse import parse_condition
from core.logic.run import Getter, Runner, compile_condition, compile_expression
from core.logic.truth import TRUE, UNKNOWN, to_bool

if TYPE_CHECKING:
    from core.case.view import View

Recipe = Callable[["View"], Any]


def derive(fact: Fact, view: View) -> Any:
    """The derived value of ``fact`` in ``view``; None if it cannot be known."""
    return _recipe(fact.path)(view)


@cache
def _recipe(path: str) -> Recipe:
    from core.case.catalogue import catalogue

    fact = catalogue().facts[path]
    recipe = fact.derivation or {}
    if "value" in recipe:
        return _expression(recipe["value"])
    if "condition" in recipe:
        test = _condition(recipe["condition"], path)
        return lambda view: to_bool(test(view))
    if "first_known" in recipe:
        return _first_known([_expression(text) for text in recipe["first_known"]])
    if "lookup" in recipe:
        return _lookup(recipe)
    return _cases(recipe["cases"], path)


def _expression(text: str) -> Getter:
    return compile_expression(expression(text, {"it"}))


def _condition(data: Any, path: str) -> Runner:
    from core.case.catalogue import catalogue, record_scope

    return compile_condition(parse_condition(data, record_scope(catalogue(), path)))


def _first_known(getters: list[Getter]) -> Recipe:
    def found(view: View) -> Any:
        for get in getters:
            value = get(view)
            if value is not None:
                return value
        return None

    return found


def _lookup(recipe: dict[str, Any]) -> Recipe:
    def found(view: View) -> Any:
        into = view.country(recipe["country"])
        table = tables().get(recipe["lookup"])
        if into is None or table is None:
            return None
        codes = view.value(recipe["on"])
        day, passports = view.table_day(), _passports(view, recipe["passports"])
        return to_bool(visa_needed(table, codes, into, day, passports))

    return found


def _passports(view: View, recipe: dict[str, str]) -> dict[str, str]:
    """By issuing country, the special passport that a list of documents states."""
    found = {}
    for member in view.value(recipe["list"]).members:
        issuer, condition = member.value(recipe["issuer"]), member.value(recipe["condition"])
        if issuer is not None and condition is not None:
            found[issuer] = condition
    return found


def _cases(rows: list[dict[str, Any]], path: str) -> Recipe:
    tests = [(_condition(row["when"], path), _case_value(row)) for row in rows]

    def found(view: View) -> Any:
        for test, value in tests:
            truth = test(view)
            if truth == TRUE:
                return value(view)
            if truth == UNKNOWN:
                return _same_in_all([value for _, value in tests], view)
        return None

    return found


def _same_in_all(values: list[Recipe], view: View) -> Any:
    """The value that every branch gives while it is open which one counts; None if they differ."""
    first, *others = [value(view) for value in values]
    return first if all(other == first for other in others) else None


def _case_value(row: dict[str, Any]) -> Recipe:
    if "value" in row:
        return _expression(row["value"])
    options = dict(row["choose"])
    reading = options.pop("reading")
    getters = {position: _expression(text) for position, text in options.items()}

    def found(view: View) -> Any:
        position = view.choice("reading", reading)
        if position is not None:
            return getters[position](view)
        values = [get(view) for get in getters.values()]
        if any(value is None for value in values):
            return None
        return narrow(min(lowest(v) for v in values), max(highest(v) for v in values))

    return found
