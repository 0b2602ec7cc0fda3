"""Facts found from other facts, by the recipes that stand with them in the catalogue.

Five kinds of recipe: ``value`` (an expression), ``condition`` (true or false), ``first_known`` (the first
of several expressions that yields anything), ``cases`` (each with ``when``, and ``value`` or ``choose``),
``lookup`` (a table: ``visa_needed``, by nationality and day, or ``port_hours``, by port, day and hour).

``port_hours`` is false where the named port is known to have been closed; elsewhere it is what ``otherwise``,
a condition, says. Hours known from a later day on say nothing, and the place decides:

>>> from core.case.case import Case
>>> from core.case.view import View
>>> case = Case.empty("ca").replace("entries", {"items": [
...     {"id": "e1", "place": "land_port", "port": "Del Bonita", "date": "2025-02-01", "time": "03:00"}]})
>>> View(case).value("entry.at_port"), View(case.replace("entries[e1].time", "10:00")).value("entry.at_port")
(False, True)
>>> View(case.replace("entries[e1].date", "2018-02-01")).value("entry.at_port")
True
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from core.calendar import highest, lowest, narrow
from core.case.facts import Fact
from core.case.ports import NOTHING_KNOWN, Finding, ports
from core.case.tables import DatedTable, Period, tables, visa_needed, visa_rows
from core.logic.leaf import expression
from core.logic.parse import parse_condition
from core.logic.run import Getter, Runner, compile_condition, compile_expression
from core.logic.truth import FALSE, TRUE, UNKNOWN, to_bool

if TYPE_CHECKING:
    from core.case.view import View

Recipe = Callable[["View"], Any]


def derive(fact: Fact, view: View) -> Any:
    """The derived value of ``fact`` in ``view``; None if it cannot be known."""
    return _recipe(fact.path)(view)


def derive_firmly(fact: Fact, view: View) -> Any:
    """The derived value as far as nothing is presumed: what a stated value can contradict.

    Presumed are that a place where ports stand is an open port, as long as no hours are known, and that
    a person of no nationality needs a visa, whatever their residence.
    """
    recipe = _recipe(fact.path)
    return recipe.firmly(view) if isinstance(recipe, PortHours | VisaNeeded) else recipe(view)


def recipe_of(fact: Fact) -> Recipe:
    """The recipe of a fact that has one, for those that tell what it looked up."""
    return _recipe(fact.path)


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
    if recipe.get("lookup") == "port_hours":
        return PortHours(recipe, _condition(recipe["otherwise"], path))
    if "lookup" in recipe:
        return VisaNeeded(recipe)
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


class VisaNeeded:
    """The recipe that asks whether nationals of some countries need a visa on the day of the tables."""

    def __init__(self, recipe: dict[str, Any]) -> None:
        self._recipe = recipe

    def __call__(self, view: View) -> bool | None:
        """Whether a visa is needed; None where the table does not know."""
        into = self.into(view)
        if into is None:
            return None
        return to_bool(visa_needed(self.table(), *self._asked(view, into)))

    def firmly(self, view: View) -> bool | None:
        """The same, but only where the table lists a nationality."""
        return self(view) if self.rows(view) else None

    def into(self, view: View) -> str | None:
        """The country that is entered."""
        return view.country(self._recipe["country"])

    def rows(self, view: View) -> tuple[tuple[str, Period], ...]:
        """The rows that say so, each with its nationality."""
        into = self.into(view)
        return () if into is None else visa_rows(self.table(), *self._asked(view, into))

    def table(self) -> DatedTable:
        """The table that is asked."""
        return tables()[self._recipe["lookup"]]

    def _asked(self, view: View, into: str) -> tuple[Any, str, date | None, dict[str, str]]:
        codes = view.value(self._recipe["on"])
        day = view.table_day(self._recipe["lookup"])
        return codes, into, day, _passports(view, self._recipe["passports"])


class PortHours:
    """The recipe that asks whether a named port was open; the place decides where that is not known.

    The day is the case's own under every version: the hours of a port are no law.
    """

    def __init__(self, recipe: dict[str, Any], otherwise: Runner) -> None:
        self._otherwise = otherwise
        self._kinds: dict[str, list[str]] = recipe["kinds"]
        self._get = {name: _expression(recipe[name]) for name in ("port", "place", "day", "hour")}

    def __call__(self, view: View) -> bool | None:
        """False for a closed port, else what the place says."""
        if self.finding(view).truth == FALSE:
            return False
        return to_bool(self._otherwise(view))

    def firmly(self, view: View) -> bool | None:
        """The same, but a port whose hours are not known is not presumed open."""
        found = self(view)
        return None if found and self.finding(view).truth != TRUE else found

    def finding(self, view: View) -> Finding:
        """What is known of the named port at the hour of entry."""
        port, place, day, hour = (get(view) for get in self._get.values())
        into = view.value("journey.into")
        if port is None or day is None or into is None:
            return NOTHING_KNOWN
        kinds = self._kinds.get(place, ()) if place is not None else None
        return ports().asked(port, into, kinds, day, hour)


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
