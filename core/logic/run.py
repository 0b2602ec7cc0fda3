"""Run a condition: compile the tree once to nested functions, then call them on any case.

Results only; reasons are made by :mod:`core.logic.explain`, from the same tree. Each function takes a
:class:`Situation`, the case as one version of the law sees it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any as Anything
from typing import Protocol

from core.calendar import (
    ENDLESS,
    Span,
    born_with_age,
    days_between,
    highest,
    lowest,
    plus,
    years_of_age,
)
from core.logic.tree import (
    All,
    Any,
    Call,
    Choices,
    Choose,
    Chosen,
    Compare,
    Condition,
    Const,
    Expr,
    Fact,
    Granted,
    Limb,
    Not,
    Pick,
    Provision,
    Result,
    Some,
    Table,
    Term,
)
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth
from core.logic.values import compare, contains, one_of


class Situation(Protocol):
    """A case under one version: facts, choices, and the provisions of that version."""

    bound: dict[str, Anything]

    def value(self, path: str) -> Anything:
        """A fact or list of the case, stated or derived; None if unknown."""

    def absolute(self, path: str) -> Anything:
        """A date as if the entry had fallen on the version's day."""

    def absolute_of(self, member: Anything, field: str) -> Anything:
        """The same for a date of a member of a list."""

    def call(self, name: str) -> Anything:
        """A function of the journey, such as ``other_country``."""

    def pick(self, pick: Pick) -> Anything:
        """A date picked from a list; NEVER where there is none."""

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a reading or assumption; None while it is open."""

    def provision(self, name: str) -> Truth:
        """Whether a provision is met."""

    def limb(self, name: str) -> Truth:
        """Whether a limb holds."""

    def term(self, name: str, member: Anything) -> Truth:
        """Whether a term holds of a member."""

    def listed(self, table: str, codes: Anything, at: Fact | None = None) -> Truth:
        """Whether a table lists one of the codes, on the day of ``at`` or of the entry."""

    def result(self, kind: str, name: str) -> Truth:
        """Whether the decision came to that; only what follows from a decision may ask."""


Runner = Callable[[Situation], Truth]
Getter = Callable[[Situation], Anything]


def compile_condition(node: Condition) -> Runner:
    """The function that evaluates ``node``."""
    match node:
        case Compare():
            return _compare(node)
        case All(parts):
            return _all(tuple(compile_condition(part) for part in parts))
        case Any(parts):
            return _any(tuple(compile_condition(part) for part in parts))
        case Not(part):
            inner = compile_condition(part)
            return lambda s: TRUE - inner(s)
        case Some():
            return _some(node)
        case Choose():
            return _choose(node)
        case _:
            return _reference(node)


def _all(parts: tuple[Runner, ...]) -> Runner:
    def run(s: Situation) -> Truth:
        worst = TRUE
        for part in parts:
            truth = part(s)
            if truth < worst:
                if truth == FALSE:
                    return FALSE
                worst = truth
        return worst

    return run


def _any(parts: tuple[Runner, ...]) -> Runner:
    def run(s: Situation) -> Truth:
        best = FALSE
        for part in parts:
            truth = part(s)
            if truth > best:
                if truth == TRUE:
                    return TRUE
                best = truth
        return best

    return run


def _some(node: Some) -> Runner:
    source = compile_expression(node.source)
    where = compile_condition(node.where)
    var = node.var

    def run(s: Situation) -> Truth:
        found = source(s)
        if found is None:
            return UNKNOWN
        bound = s.bound
        before = bound.get(var)
        best = FALSE
        for member in found.members:
            bound[var] = member
            truth = where(s)
            if truth > best:
                best = truth
                if best == TRUE:
                    break
        if best == FALSE and not found.closed:
            for member in found.possible:
                bound[var] = member
                if where(s) != FALSE:
                    best = UNKNOWN
                    break
        bound[var] = before
        return best

    return run


def _choose(node: Choose) -> Runner:
    cases = {position: compile_condition(condition) for position, condition in node.cases}
    kind, name = node.kind, node.id

    def run(s: Situation) -> Truth:
        position = s.choice(kind, name)
        if position is not None:
            return cases[position](s)
        truths = {case(s) for case in cases.values()}
        return truths.pop() if len(truths) == 1 else UNKNOWN

    return run


def chosen(s: Situation, node: Chosen) -> Truth:
    """Whether the choice of ``node`` stands at its position."""
    position = s.choice(node.kind, node.id)
    if position is None:
        return UNKNOWN
    return TRUE if position == node.position else FALSE


def granted(s: Situation, fact: Fact) -> Truth:
    """A favour counts only when it is stated."""
    return TRUE if read_fact(s, fact) is True else FALSE


def _reference(node: Condition) -> Runner:
    match node:
        case Provision(id=name):
            return lambda s: s.provision(name)
        case Limb(id=name):
            return lambda s: s.limb(name)
        case Term(id=name, of=of):
            return lambda s: s.term(name, member_of(s, of))
        case Table(name=name, on=on, at=None):
            return lambda s: s.listed(name, read_fact(s, on))
        case Table(name=name, on=on, at=Fact() as at):
            return lambda s: s.listed(name, read_fact(s, on), at)
        case Chosen():
            return lambda s: chosen(s, node)
        case Granted(fact=fact):
            return lambda s: granted(s, fact)
        case Result(kind=kind, id=name):
            return lambda s: s.result(kind, name)
        case _:
            raise TypeError(f"not a reference: {node!r}")


def member_of(s: Situation, name: str) -> Anything:
    """The member bound to ``name``, or the entry relied on."""
    member = s.bound.get(name)
    return s.value(name) if member is None else member


def read_fact(s: Situation, fact: Fact) -> Anything:
    """The value of ``fact``; a variable alone is the member itself (a code or a choice)."""
    if fact.var is None:
        return s.value(fact.path)
    member = s.bound[fact.var]
    return member.value(fact.path) if fact.path else member


def compile_expression(expr: Expr) -> Getter:
    """The function that yields the value of ``expr``."""
    match expr:
        case Const(value):
            return lambda s: value
        case Choices(values):
            return lambda s: values
        case Fact(path=path, var=None):
            return lambda s: s.value(path)
        case Fact(path="", var=str(var)):
            return lambda s: s.bound[var]
        case Fact(path=path, var=str(var)):
            return lambda s: s.bound[var].value(path)
        case Pick():
            return lambda s: s.pick(expr)
        case Call(name=name, args=()):
            return lambda s: s.call(name)
        case Call(name=name, args=(only,)):
            inner = compile_expression(only)
            return lambda s: apply(name, inner(s), True)
        case Call(name=name, args=args):
            first, second = (compile_expression(arg) for arg in args)
            return lambda s: apply(name, first(s), second(s))
    raise TypeError(f"not an expression: {expr!r}")


def apply(name: str, first: Anything, second: Anything) -> Anything:
    """A calendar method on two values; unknown if either is."""
    if first is None or second is None:
        return None
    if name == "days_to":
        return days_between(first, second)
    if name == "age_on":
        return years_of_age(first, second)
    if name in ("plus_days", "plus_years"):
        return plus(first, second, years=name == "plus_years")
    if name == "born_by":
        return born_with_age(first, second)
    if name == "or_older":
        return Span(lowest(first), ENDLESS)
    return Span(0, highest(first))


def is_absolute(node: Compare) -> bool:
    """Whether the leaf compares a date of the case with a date written in the law."""
    return any(
        isinstance(side, Const) and isinstance(side.value, date) for side in (node.left, node.right)
    )


def _compare(node: Compare) -> Runner:
    left, right = _sides(node)
    op = node.op
    if op == "in":
        test = contains if isinstance(node.right, Fact) else None
        if test is not None:
            run: Runner = lambda s: contains(right(s), left(s))  # noqa: E731
        else:
            run = lambda s: one_of(left(s), right(s))  # noqa: E731
    else:
        run = lambda s: compare(op, left(s), right(s))  # noqa: E731
    return (lambda s: TRUE - run(s)) if node.negated else run


def _sides(node: Compare) -> tuple[Getter, Getter]:
    if not is_absolute(node):
        return compile_expression(node.left), compile_expression(node.right)
    return _absolute(node.left), _absolute(node.right)


def _absolute(expr: Expr) -> Getter:
    if isinstance(expr, Fact) and expr.var is None:
        path = expr.path
        return lambda s: s.absolute(path)
    if isinstance(expr, Fact) and expr.path:
        field, var = expr.path, str(expr.var)
        return lambda s: s.absolute_of(s.bound[var], field)
    return compile_expression(expr)
