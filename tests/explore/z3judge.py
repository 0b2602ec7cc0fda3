"""A second encoding of the law, for z3: straight from the condition trees, and not from `core.explore`.

Lists are written out as slots. How many are enough: a condition says "the list has a member such that"
of a list, or denies it. A case for which some set of conditions is true stays one if every member is
taken out but one witness for each such statement that is true, since what is denied of all members is
denied of fewer. So as many slots are enough as there are different statements of that kind about the
list; those inside a member are counted for each member. The first of some dates is one such statement
too: it lies so far back only if some date does. An ordinary run takes no more than `MOST` slots for a
list; where that finds nothing although the diagrams do, `Judge` is asked again with all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import z3

from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS
from core.case.tables import tables
from core.law.version import Version
from core.logic import tree
from core.logic.run import is_absolute
from core.logic.tree import Condition, Expr
from core.logic.truth import TRUE
from tests.explore import z3facts
from tests.explore.z3facts import Facts, Member

MOST = 3
Env = dict[str, Any]
Function = Any
"""A truth of z3."""

RETURNED, BARRED, HEARD = "returned", "barred", "heard"
NOT_COVERED, EXEMPT = "not_covered", "exempt"
OPERATORS = {
    "==": lambda a, b: a == b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


# --- how many slots ----------------------------------------------------------------------------------
def slots_for(versions: Iterable[Version], extra: Iterable[Condition], most: int) -> dict[str, int]:
    """For each list of records, how many different statements are made about its members."""
    found: dict[str, set[Any]] = {}
    for version in versions:
        for text in version.texts.values():
            inside = version.law.provisions[text.provision].over
            limbs = (limb.condition for limb in text.limbs.values())
            for condition in (text.when, text.gate, *limbs):
                _count(condition, {"it": f"{inside}[]"}, version.name, found)
    for condition in (*extra, *(check.holds for check in catalogue().checks)):
        _count(condition, {}, "", found)
    return {path: min(len(said), most) for path, said in found.items()}


def _count(node: Condition, env: dict[str, str], where: str, found: dict[str, set[Any]]) -> None:
    if isinstance(node, tree.Some):
        path = _pattern(node.source, env)
        found.setdefault(path, set()).add(repr(node.where))
        env = {**env, node.var: f"{path}[]"}
    if isinstance(node, tree.Compare) and (pick := _picked(node.right)) is not None:
        found.setdefault(pick.source, set()).add(node.text)
    for child in tree.children(node):
        _count(child, env, where, found)


def _picked(expr: Expr) -> tree.Pick | None:
    if isinstance(expr, tree.Pick):
        return expr
    inner = (_picked(arg) for arg in expr.args) if isinstance(expr, tree.Call) else iter(())
    return next((found for found in inner if found), None)


def _pattern(source: tree.Fact, env: dict[str, str]) -> str:
    return source.path if source.var is None else f"{env[source.var]}.{source.path}"


# --- versions ----------------------------------------------------------------------------------------
class Judge:
    """Some versions over the facts of one case into a country."""

    def __init__(
        self,
        versions: Sequence[Version],
        extra: Iterable[Condition] = (),
        most: int = MOST,
    ) -> None:
        self.versions = tuple(versions)
        self.slots = slots_for(versions, extra, most)
        self.facts = Facts(versions[0].country, self.slots)
        self._laws = {version.name: Law(self.facts, version) for version in versions}
        first = next(iter(self._laws.values()))
        self.facts.deriving = first.expression
        self.checks = [first.condition(check.holds, {}) for check in catalogue().checks]

    def law(self, version: Version) -> Law:
        """What a version makes of the case."""
        return self._laws[version.name]

    def solver(self) -> z3.Solver:
        """A solver that knows what any case must keep to, as far as it was asked for by now."""
        solver = z3.Solver()
        solver.set("timeout", 60_000)
        solver.add(*self.checks, *self.facts.limits)
        return solver

    def find(self, *functions: Function) -> z3.ModelRef | None:
        """A case for which all functions hold, or None where there is none."""
        solver = self.solver()
        found = solver.check(*functions)
        if found == z3.unknown:
            raise TimeoutError(solver.reason_unknown())
        return solver.model() if found == z3.sat else None


class Law:
    """One version of the law over the facts."""

    def __init__(self, facts: Facts, version: Version) -> None:
        self.facts = facts
        self.version = version
        self._met: dict[str, Function] = {}

    # --- provisions ------------------------------------------------------------------------------------
    def met(self, name: str) -> Function:
        """Whether a provision's own elements hold."""
        if name not in self._met:
            text = self.version.texts.get(name)
            if text is None:
                found = z3.BoolVal(False)
            elif self.version.law.provisions[name].parts:
                parts = [p for p in self.version.texts if self._of(p) == name]
                found = z3.Or([self.met(part) for part in parts])
            else:
                found = self.condition(text.when, {})
            self._met[name] = found
        return self._met[name]

    def _of(self, name: str) -> str:
        return self.version.law.provisions[name].of

    def counts(self, name: str) -> Function:
        """Whether a provision is met, and its gate and that of what it is part of stand open."""
        found, at = self.met(name), name
        while at:
            text = self.version.texts.get(at)
            found = z3.And(found, self.condition(text.gate, {}) if text else z3.BoolVal(False))
            at = self._of(at)
        return found

    def applies(self, ground: str) -> Function:
        """Whether a ground is met and nothing exempts from it."""
        return z3.And(self.met(ground), z3.Not(z3.Or([self.counts(e) for e in self._from(ground)])))

    def _from(self, ground: str, how: str | None = None) -> list[str]:
        law = self.version.law.provisions
        return [
            name
            for name in self.version.texts
            if ground in law[name].exempts and how in (None, law[name].how)
        ]

    def grounds(self, outcome: str) -> list[str]:
        """The grounds of an outcome in the officer's order."""
        law = self.version.law.provisions
        found = [p for p in map(law.__getitem__, self.version.texts) if p.kind == "ground"]
        return [p.id for p in sorted(found, key=lambda p: (p.order, p.id)) if p.outcome == outcome]

    # --- outcomes --------------------------------------------------------------------------------------
    def ways(self) -> dict[tuple[str, str], Function]:
        """When each outcome comes about in each way; every one is said by itself.

        Heard as exempt needs an exemption that counts: not to be outside is not enough.
        """
        found: dict[tuple[str, str], Function] = {}
        earlier: list[Function] = []
        for outcome in (RETURNED, BARRED):
            for ground in self.grounds(outcome):
                how = self.version.law.provisions[ground].how
                here = z3.And(self.applies(ground), z3.Not(z3.Or(earlier)))
                found[outcome, how] = z3.Or(found.get((outcome, how), z3.BoolVal(False)), here)
                earlier = [*earlier, self.applies(ground)]
        free = z3.Not(z3.Or(earlier))
        returning = self.grounds(RETURNED)
        outside = z3.And(
            [z3.Or(z3.Not(self.met(g)), self._some(g, NOT_COVERED)) for g in returning]
        )
        exempt = z3.Or([z3.And(self.met(g), self._some(g, EXEMPT)) for g in returning])
        found[HEARD, NOT_COVERED] = z3.And(free, outside)
        found[HEARD, EXEMPT] = z3.And(free, z3.Not(outside), exempt)
        return found

    def _some(self, ground: str, how: str) -> Function:
        return z3.Or([self.counts(name) for name in self._from(ground, how)])

    def result(self, kind: str, name: str) -> Function:
        """Whether the decision comes to an outcome, in a way, or by a ground."""
        if kind in ("ground", "only_ground"):
            grounds = [*self.grounds(RETURNED), *self.grounds(BARRED)]
            others = [self.applies(g) for g in grounds if g != name and kind == "only_ground"]
            own = self.applies(name) if name in grounds else z3.BoolVal(False)
            return z3.And(own, z3.Not(z3.Or(others)))
        at = 0 if kind == "outcome" else 1
        return z3.Or([where for way, where in self.ways().items() if way[at] == name])

    # --- conditions ------------------------------------------------------------------------------------
    def condition(self, node: Condition, env: Env) -> Function:
        """A condition with its variables bound to slots, or to a code as it stands."""
        match node:
            case tree.All(parts):
                return z3.And([self.condition(part, env) for part in parts])
            case tree.Any(parts):
                return z3.Or([self.condition(part, env) for part in parts])
            case tree.Not(part):
                return z3.Not(self.condition(part, env))
            case tree.Compare():
                found = self._compare(node, env)
                return z3.Not(found) if node.negated else found
            case tree.Some():
                return z3.Or(list(self._each(node, env)))
            case tree.Provision(name):
                return self.met(name)
            case tree.Limb(name):
                owner, _, key = name.rpartition("#")
                text = self.version.texts.get(owner)
                limb = text.limbs.get(key) if text else None
                return self.condition(limb.condition, {}) if limb else z3.BoolVal(False)
            case tree.Term(name, of):
                text = self.version.texts.get(name)
                member = env.get(of, self.facts.entry)
                return self.condition(text.when, {"it": member}) if text else z3.BoolVal(False)
            case tree.Table(name, on):
                return self._listed(name, on, env)
            case tree.Granted(fact):
                return self._value(fact, env)
            case tree.Chosen(kind, name, position):
                return self._positions(kind, name)[position]
            case tree.Choose(kind, name, cases):
                at = self._positions(kind, name)
                return z3.Or([z3.And(at[p], self.condition(case, env)) for p, case in cases])
            case tree.Result(kind, name):
                return self.result(kind, name)
        raise TypeError(node)

    def _positions(self, kind: str, name: str) -> dict[str, Function]:
        law = self.version.law
        offered = law.readings[name] if kind == "reading" else self.version.assumes[name]
        return self.facts.choice(kind, name, tuple(offered.positions))

    def _each(self, node: tree.Some, env: Env) -> Iterator[Function]:
        path, pattern = self._path(node.source, env)
        fact = catalogue().fact(pattern)
        if fact.type in CODE_LISTS:
            for code in self.facts.members_of(fact):
                here = self.condition(node.where, {**env, node.var: code})
                yield z3.And(self.facts.holds(path, pattern, code), here)
            return
        for member in self.facts.slots(path, pattern):
            yield z3.And(member.taken, self.condition(node.where, {**env, node.var: member}))

    def _path(self, source: tree.Fact, env: Env) -> tuple[str, str]:
        if source.var is None:
            return source.path, source.path
        member: Member = env[source.var]
        return f"{member.path}.{source.path}", f"{member.pattern}.{source.path}"

    def _listed(self, name: str, on: tree.Fact, env: Env) -> Function:
        table, day = tables()[name], self.version.day
        rows = [c for c in z3facts.codes() if table.on((c,), day) == TRUE]
        path, pattern = self._path(on, env)
        if catalogue().fact(pattern).type == "countries":
            return z3.Or([self.facts.holds(path, pattern, code) for code in rows])
        value = self._value(on, env)
        return z3.Or([value == z3facts.codes().index(code) for code in rows])

    # --- comparisons -----------------------------------------------------------------------------------
    def _compare(self, node: tree.Compare, env: Env) -> Function:
        if node.op == "in" and isinstance(node.right, tree.Fact):
            path, pattern = self._path(node.right, env)
            assert isinstance(node.left, tree.Const)
            return self.facts.holds(path, pattern, str(node.left.value))
        if node.op == "in":
            assert isinstance(node.right, tree.Choices)
            each = [tree.Const(value) for value in node.right.values]
            return z3.Or([self._same("==", node.left, one, node, env) for one in each])
        if (pick := _picked(node.right)) is not None:
            return self._from_first(node, pick, env)
        return self._same(node.op, node.left, node.right, node, env)

    def _same(self, op: str, left: Expr, right: Expr, node: tree.Compare, env: Env) -> Function:
        shift = is_absolute(node)
        sides = []
        for side, other in ((left, right), (right, left)):
            if isinstance(side, tree.Const):
                sides.append(self._constant(side.value, other, env))
            elif shift and isinstance(side, tree.Fact):
                sides.append(self._as_if(side, env))
            else:
                sides.append(self.expression(side, env))
        return OPERATORS[op](*sides)

    def _constant(self, value: Any, beside: Expr, env: Env) -> Any:
        if isinstance(value, bool):
            return z3.BoolVal(value)
        if isinstance(value, date):
            return z3.IntVal(z3facts.day(value))
        if isinstance(value, str):
            assert isinstance(beside, tree.Fact)
            fact = self._fact(beside, env)
            if fact.type == "country":
                return z3.IntVal(z3facts.codes().index(value))
            return self.facts.sort_of(fact)[value]
        return z3.IntVal(value)

    def _fact(self, of: tree.Fact, env: Env) -> Any:
        if of.var is None:
            return catalogue().fact(of.path)
        return catalogue().fact(f"{env[of.var].pattern}.{of.path}")

    def _value(self, of: tree.Fact, env: Env) -> Any:
        return self.facts.value(of.path) if of.var is None else env[of.var].value(of.path)

    def _as_if(self, of: tree.Fact, env: Env) -> Any:
        """A date moved so far as the entry is to fall on the day of the version."""
        return self._moved(self._value(of, env))

    def _moved(self, at: Any) -> Any:
        return z3facts.day(self.version.day) + at - self.facts.value("entry.date")

    def expression(self, expr: Expr, env: Env) -> Any:
        """The value of an expression."""
        match expr:
            case tree.Fact():
                return self._value(expr, env)
            case tree.Const(value=bool() | int() | date()):
                return self._constant(expr.value, expr, env)
            case tree.Call("days_to", (start, end)):
                return self.expression(end, env) - self.expression(start, env)
            case tree.Call("age_on", (born, on)):
                return z3facts.age(self.expression(born, env), self.expression(on, env))
            case tree.Call("plus_days", (start, tree.Const(number))):
                return self.expression(start, env) + number
            case tree.Call("plus_years", (start, tree.Const(int() as number))):
                return z3facts.anniversary(self.expression(start, env), number)
        raise TypeError(expr)

    def _from_first(self, node: tree.Compare, pick: tree.Pick, env: Env) -> Function:
        """A comparison with the first (or last) of the dates of a list; false where there is none."""
        members = self.facts.slots(pick.source, pick.source)
        dates = {member.path: member.value(pick.field) for member in members}
        after = (
            [self._moved(at) > z3facts.day(pick.after) for at in dates.values()]
            if pick.after
            else []
        )
        picked = [z3.And(m.taken, *after[n : n + 1]) for n, m in enumerate(members)]
        earlier = OPERATORS["<=" if pick.which == "first" else ">="]
        found = []
        for here, at in zip(picked, dates.values(), strict=True):
            first = [
                z3.Implies(o, earlier(at, d)) for o, d in zip(picked, dates.values(), strict=True)
            ]
            right = self.expression(_with(node.right, "picked"), {**env, "picked": _Fixed(at)})
            left = self.expression(node.left, env)
            found.append(z3.And(here, *first, OPERATORS[node.op](left, right)))
        return z3.Or(found)


class _Fixed:
    """A date that was picked, read as if it were a field."""

    def __init__(self, at: Any) -> None:
        self._at = at

    def value(self, _name: str) -> Any:
        """The date."""
        return self._at


def _with(expr: Expr, var: str) -> Expr:
    if isinstance(expr, tree.Pick):
        return tree.Fact("date", var)
    if isinstance(expr, tree.Call):
        return tree.Call(expr.name, tuple(_with(arg, var) for arg in expr.args))
    return expr
