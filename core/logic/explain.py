"""Why a condition came out as it did: the same tree, with the truth and the facts read at every node.

The explanation is data; words are made of it elsewhere. It evaluates everything, also what a result
would skip, because the exceptions that did *not* help are the lesson.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any as Anything

from core.logic.run import (
    Runner,
    Situation,
    apply,
    chosen,
    compile_condition,
    granted,
    is_absolute,
    member_of,
    read_fact,
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
    facts_in,
    picks_in,
)
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth, conjunction, disjunction, negation
from core.logic.values import compare, contains, one_of


@dataclass(frozen=True, slots=True)
class Read:
    """One fact as a leaf read it: its path in the case, and the value found (None if unknown)."""

    path: str
    value: Anything


@dataclass(frozen=True, slots=True)
class Why:
    """A node of the condition with its truth, what it read, and the reasons below it.

    ``member`` is the id of the list member a branch of :class:`Some` speaks of, ``"+"`` for a member
    that the list might still lack.
    """

    node: Condition
    truth: Truth
    parts: tuple[Why, ...] = ()
    reads: tuple[Read, ...] = ()
    member: str | None = None
    compared: tuple[Anything, Anything] | None = None
    """The two values that a comparison compared."""


def walk_why(why: Why) -> Iterator[Why]:
    """``why`` and everything below it."""
    yield why
    for part in why.parts:
        yield from walk_why(part)


class Explainer:
    """Explains conditions in one situation; ``references`` finds what a name refers to."""

    def __init__(self, situation: Situation, references: References) -> None:
        self._s = situation
        self._references = references

    def explain(self, node: Condition) -> Why:
        """The reasons of ``node``."""
        match node:
            case Compare():
                return self._compare(node)
            case All(parts):
                below = tuple(self.explain(part) for part in parts)
                return Why(node, conjunction(w.truth for w in below), below)
            case Any(parts):
                below = tuple(self.explain(part) for part in parts)
                return Why(node, disjunction(w.truth for w in below), below)
            case Not(part):
                inner = self.explain(part)
                return Why(node, negation(inner.truth), (inner,))
            case Some():
                return self._some(node)
            case Choose():
                return self._choose(node)
            case _:
                return self._reference(node)

    def _reference(self, node: Condition) -> Why:
        match node:
            case Provision(id=name) | Limb(id=name):
                below = self._references.condition(name)
                return self._follow(node, below)
            case Term(id=name, of=of):
                member, below = member_of(self._s, of), self._references.condition(name)
                if member is None:  # nobody to look at, such as an entry that never was
                    return Why(node, FALSE if below is None else UNKNOWN)
                before = self._s.bound.get("it")
                self._s.bound["it"] = member
                why = self._follow(node, below)
                self._s.bound["it"] = before
                return why
            case Table(name=name, on=on, at=at):
                codes = read_fact(self._s, on)
                truth = self._s.listed(name, codes, at)
                return Why(node, truth, reads=(Read(self._path(on), codes),))
            case Chosen():
                return Why(node, chosen(self._s, node))
            case Result(kind=kind, id=name):
                return Why(node, self._s.result(kind, name))
            case Granted(fact=fact):
                read = Read(self._path(fact), read_fact(self._s, fact))
                return Why(node, granted(self._s, fact), reads=(read,))
            case _:
                raise TypeError(f"not a condition: {node!r}")

    def _follow(self, node: Condition, below: Condition | None) -> Why:
        if below is None:
            return Why(node, FALSE)
        inner = self.explain(below)
        return Why(node, inner.truth, (inner,))

    def _choose(self, node: Choose) -> Why:
        position = self._s.choice(node.kind, node.id)
        if position is not None:
            inner = self.explain(dict(node.cases)[position])
            return Why(node, inner.truth, (inner,))
        below = tuple(self.explain(condition) for _, condition in node.cases)
        truths = {w.truth for w in below}
        return Why(node, truths.pop() if len(truths) == 1 else UNKNOWN, below)

    def _some(self, node: Some) -> Why:
        source = read_fact(self._s, node.source)
        path = self._path(node.source)
        if source is None:
            return Why(node, UNKNOWN, reads=(Read(path, None),))
        before = self._s.bound.get(node.var)
        below = [self._member(node, m, member_name(m)) for m in source.members]
        if not source.closed and self._may_be_missing(node, source):
            below.append(Why(node.where, UNKNOWN, member="+"))
        self._s.bound[node.var] = before
        truth = disjunction(w.truth for w in below)
        return Why(node, truth, tuple(below), (Read(path, source),))

    def _may_be_missing(self, node: Some, source: Anything) -> bool:
        """Whether a member that the list still lacks could fulfil the condition."""
        run = _runner(node.where)
        for member in source.possible:
            self._s.bound[node.var] = member
            if run(self._s) != FALSE:
                return True
        return False

    def _member(self, node: Some, member: Anything, name: str) -> Why:
        self._s.bound[node.var] = member
        inner = self.explain(node.where)
        return Why(inner.node, inner.truth, inner.parts, inner.reads, name, inner.compared)

    def _compare(self, node: Compare) -> Why:
        left, right = self._value(node.left, node), self._value(node.right, node)
        if node.op == "in":
            truth = (
                one_of(left, right) if isinstance(node.right, Choices) else contains(right, left)
            )
        else:
            truth = compare(node.op, left, right)
        return Why(
            node,
            negation(truth) if node.negated else truth,
            reads=tuple(self._reads(node)),
            compared=(left, right),
        )

    def _value(self, expr: Expr, leaf: Compare) -> Anything:
        match expr:
            case Const(value):
                return value
            case Choices(values):
                return values
            case Fact(path=path, var=None) if is_absolute(leaf):
                return self._s.absolute(path)
            case Fact(path=path, var=str(var)) if path and is_absolute(leaf):
                return self._s.absolute_of(self._s.bound[var], path)
            case Fact():
                return read_fact(self._s, expr)
            case Pick():
                return self._s.pick(expr)
            case Call(name=name, args=()):
                return self._s.call(name)
            case Call(name=name, args=(only,)):
                return apply(name, self._value(only, leaf), True)
            case Call(name=name, args=args):
                first, second = (self._value(arg, leaf) for arg in args)
                return apply(name, first, second)
        raise TypeError(f"not an expression: {expr!r}")

    def _reads(self, node: Compare) -> Iterator[Read]:
        for side in (node.left, node.right):
            for fact in facts_in(side):
                yield Read(self._path(fact), read_fact(self._s, fact))
            for pick in picks_in(side):
                yield from self._picked(pick)

    def _picked(self, pick: Pick) -> Iterator[Read]:
        """The list a date was picked from, while it is open, and the dates it holds."""
        source = self._s.value(pick.source)
        if not source.closed:
            yield Read(pick.source, source)
        for member in source.members:
            yield Read(f"{member.path}.{pick.field}", member.value(pick.field))

    def _path(self, fact: Fact) -> str:
        if fact.var is None:
            return fact.path
        member = self._s.bound[fact.var]
        where = getattr(member, "path", None)
        if where is None:  # a code or choice of a plain list has no path of its own
            return fact.var
        return f"{where}.{fact.path}" if fact.path else str(where)


_RUNNERS: dict[int, tuple[Condition, Runner]] = {}


def _runner(node: Condition) -> Runner:
    """The compiled form of a condition; conditions are few and live as long as the law."""
    found = _RUNNERS.get(id(node))
    if found is None or found[0] is not node:
        found = _RUNNERS[id(node)] = (node, compile_condition(node))
    return found[1]


class References:
    """Finds the condition behind the name of a provision, limb or term; None where it is absent."""

    def condition(self, name: str) -> Condition | None:
        """The condition that ``name`` stands for in the version at hand."""
        raise NotImplementedError


def member_name(member: Anything) -> str:
    """The id of a record, or the code or choice itself."""
    return str(getattr(member, "id", member))


__all__ = ["TRUE", "Explainer", "Read", "References", "Why", "member_name", "walk_why"]
