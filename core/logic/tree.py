"""The condition tree: what a provision needs, as immutable data.

A condition is built of groups (:class:`All`, :class:`Any`, :class:`Not`), of "there is one" over a list
(:class:`Some`), of references to other provisions and to choices, and of leaves: one comparison of two
expressions, kept with the text it was written as. From this one tree come results (``run``), reasons
(``explain``), sentences, and whatever later reads conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Constant = bool | int | str | date | datetime


# --- expressions: they yield a value ---------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Const:
    """A literal: ``18``, ``"destination"``, ``true``, ``D("2023-03-25")``."""

    value: Constant


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: ``claimant.age`` (no variable) or ``r.age`` (variable ``r``, field ``age``)."""

    path: str
    var: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the language, its arguments evaluated first: ``entry.date.days_to(claim.date)``."""

    name: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """A literal list: ``["work", "study"]``."""

    values: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """The first (or last) date ``field`` of a list, of those after a day written in the law."""

    which: str
    source: str
    field: str
    after: date | None = None


Expr = Const | Fact | Call | Choices | Pick


def facts_in(expr: Expr) -> list[Fact]:
    """Every fact that an expression reads by itself; what it picks from a list is in :func:`picks_in`."""
    match expr:
        case Fact():
            return [expr]
        case Call(args=args):
            return [fact for arg in args for fact in facts_in(arg)]
        case _:
            return []


def picks_in(expr: Expr) -> list[Pick]:
    """Every date that an expression picks from a list."""
    match expr:
        case Pick():
            return [expr]
        case Call(args=args):
            return [pick for arg in args for pick in picks_in(arg)]
        case _:
            return []


# --- conditions: they are true, false or unknown ---------------------------------------------------
@dataclass(frozen=True, slots=True)
class Compare:
    """A leaf: ``left op right``, with op one of ``== != < <= > >= in``, and its text."""

    op: str
    left: Expr
    right: Expr
    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Some:
    """The list ``source`` has a member (called ``var``) for which ``where`` holds."""

    var: str
    source: Fact
    where: Condition


@dataclass(frozen=True, slots=True)
class Provision:
    """The provision ``id`` is met under the version at hand."""

    id: str


@dataclass(frozen=True, slots=True)
class Limb:
    """The named limb ``id`` (``provision#limb``) holds."""

    id: str


@dataclass(frozen=True, slots=True)
class Term:
    """The term ``id`` holds of the member ``of``."""

    id: str
    of: str


@dataclass(frozen=True, slots=True)
class Table:
    """The table lists what ``on`` says, on the day that counts: that of ``at``, or of the entry."""

    name: str
    on: Fact
    at: Fact | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice stands at ``position``. ``kind`` is ``assume`` (of a proposal) or ``reading``."""

    kind: str
    id: str
    position: str


@dataclass(frozen=True, slots=True)
class Choose:
    """One condition per position of a choice; while the choice is open, what all positions share."""

    kind: str
    id: str
    cases: tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True)
class Granted:
    """A favour was granted: unknown counts as not granted."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Result:
    """What the decision came to, for consequences alone.

    ``kind`` is ``outcome``, ``how``, ``ground`` (the ground ``id`` applies), ``only_ground`` (it alone
    does) or ``counts`` (the provision ``id`` is met, and reached).
    """

    kind: str
    id: str


RESULTS = ("outcome", "how", "ground", "only_ground", "counts")

Condition = (
    Compare
    | All
    | Any
    | Not
    | Some
    | Provision
    | Limb
    | Term
    | Table
    | Chosen
    | Choose
    | Granted
    | Result
)


def children(node: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside ``node``."""
    match node:
        case All(parts) | Any(parts):
            return parts
        case Not(part):
            return (part,)
        case Some(where=where):
            return (where,)
        case Choose(cases=cases):
            return tuple(case for _, case in cases)
        case _:
            return ()


def walk(node: Condition) -> list[Condition]:
    """``node`` and everything inside it, from the outside in, in the order of the text."""
    found = [node]
    for child in children(node):
        found.extend(walk(child))
    return found
