"""The smallest questions that conditions ask of a case, each with the list member it is asked of.

A comparison in a rule speaks of a variable (``r.age >= 18``); here the variable is replaced by its
*slot*: ``relatives*`` for some relative, ``entry`` for the entry relied on, nothing at the root. Opposite
comparisons become one atom, so that ``age < 18`` and ``age >= 18`` cannot both be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.logic.run import is_absolute
from core.logic.tree import Call, Compare, Const, Expr, Fact, facts_in

MEMBER = "*"
OPPOSITE = {">=": "<", ">": "<=", "!=": "=="}
Env = dict[str, str]


@dataclass(frozen=True)
class Atom:
    """One comparison; ``day`` is the version's, where a date is compared with a date of the law."""

    op: str
    left: Expr
    right: Expr
    day: date | None = None


@dataclass(frozen=True)
class Listed:
    """Whether a table lists what a fact says, on the version's day."""

    table: str
    on: Fact
    day: date | None


@dataclass(frozen=True)
class Granted:
    """Whether a favour was granted."""

    on: Fact


Question = Atom | Listed | Granted


def located(fact: Fact, env: Env) -> Fact:
    """``r.age`` as ``relatives*.age``, by the slots of ``env``."""
    if fact.var is None:
        return fact
    slot = env[fact.var]
    return Fact(f"{slot}.{fact.path}" if fact.path else slot)


def expression(expr: Expr, env: Env) -> Expr:
    """An expression with every fact located."""
    match expr:
        case Fact():
            return located(expr, env)
        case Call(name=name, args=args):
            return Call(name, tuple(expression(arg, env) for arg in args))
        case _:
            return expr


def atom_of(leaf: Compare, env: Env, day: date | None) -> tuple[Atom, bool]:
    """The atom of a comparison, and whether the comparison says the opposite of it."""
    op = OPPOSITE.get(leaf.op, leaf.op)
    left, right = expression(leaf.left, env), expression(leaf.right, env)
    found = Atom(op, left, right, day if is_absolute(leaf) else None)
    return found, leaf.negated != (op != leaf.op)


def facts_of(question: Question) -> tuple[str, ...]:
    """The located paths of the facts a question reads, each once."""
    if isinstance(question, Listed | Granted):
        return (question.on.path,)
    read = (*facts_in(question.left), *facts_in(question.right))
    return tuple(dict.fromkeys(fact.path for fact in read))


def slot_of(path: str) -> str:
    """The slot a located path belongs to: ``relatives*`` of ``relatives*.age``, "" at the root."""
    head, star, _ = path.rpartition(MEMBER)
    return head + star


def pattern_of(path: str) -> str:
    """The path in the catalogue: ``relatives*.age`` is ``relatives[].age``."""
    return path.replace(MEMBER, "[]")


def law_days(*sides: Expr) -> Iterator[date]:
    """The dates of the law among the sides of a comparison."""
    for side in sides:
        if isinstance(side, Const) and isinstance(side.value, date):
            yield side.value
