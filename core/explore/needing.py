"""What an undecided provision needs: of the facts it asks for, those whose answer can make the difference.

Three values of truth ask for too much: where a second way that is open in any case asks for less, what the
first one asks for beside it is idle. So the open points of the reasons are made the variables of a decision
diagram, the same question one variable wherever it is asked, and a point matters exactly if the diagram
depends on it. A choice is numbered in binary, its last position filling up the numbers.

>>> from core.logic.tree import Chosen
>>> one, other = (Why(Chosen("reading", name, "yes"), UNKNOWN) for name in "ab")
>>> either = Why(Any(()), UNKNOWN, (one, Why(All(()), UNKNOWN, (one, other))))
>>> Points(lambda point: (), lambda point: (), lambda kind, name: ("yes", "no")).mattering([either])
{'reading:a'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from core.case.catalogue import catalogue
from core.explore.atoms import OPPOSITE
from core.explore.blocking import Hangs
from core.explore.diagram import NO, YES, Diagrams
from core.explore.hanging import MORE
from core.logic.explain import Why
from core.logic.tree import (
    All,
    Any,
    Call,
    Choices,
    Choose,
    Chosen,
    Compare,
    Const,
    Expr,
    Fact,
    Limb,
    Not,
    Provision,
    Some,
    Term,
)
from core.logic.truth import FALSE, UNKNOWN

Asks = Callable[[Why], Iterable[str]]
"""What an open point asks for: facts by path, ``reading:ID``, ``assume:NAME``."""

Positions = Callable[[str, str], tuple[str, ...]]
"""The positions of a choice, by its kind and name."""

NOT_LISTED = "+"
"""The member that a list might still lack."""


class Points:
    """The open points of some reasons, as variables of one diagram."""

    def __init__(self, hangs: Hangs, asks: Asks, positions: Positions) -> None:
        self._hangs = hangs
        self._asks = asks
        self._positions = positions
        self._diagrams = Diagrams()
        self._names: dict[str, tuple[str, ...]] = {}

    def mattering(self, whys: Iterable[Why]) -> set[str]:
        """What the points ask for on which it depends whether all of these hold; nothing if on none."""
        whole = self._diagrams.every([self._function(why) for why in whys])
        return {name for point in self._diagrams.support(whole) for name in self._names[point]}

    def _function(self, why: Why) -> int:
        if why.truth != UNKNOWN:
            return NO if why.truth == FALSE else YES
        below = why.parts
        match why.node:
            case All():
                return self._diagrams.every([self._function(part) for part in below])
            case Any():
                return self._diagrams.any([self._function(part) for part in below])
            case Not():
                return self._diagrams.neither(self._function(below[0]))
            case Some() if below:
                return self._diagrams.any([self._member(why, part) for part in below])
            case Choose() as node if len(below) > 1:
                return self._choose(node, below)
            case Choose() | Limb() | Term() | Provision() if below:
                return self._function(below[0])
            case Chosen(kind=kind, id=name, position=position):
                return self._stands_at(kind, name, position)
            case Compare() as node:
                return self._compared(node, why)
            case node:
                return self._open((str(node),), why)

    def _member(self, why: Why, part: Why) -> int:
        if part.member != NOT_LISTED:
            return self._function(part)
        names = (f"{why.reads[0].path}{MORE}",)
        return self._variable((*names, str(part.node)), names)

    def _choose(self, node: Choose, below: tuple[Why, ...]) -> int:
        found = NO
        for (position, _), part in zip(node.cases, below, strict=True):
            here = self._stands_at(node.kind, node.id, position)
            found = self._diagrams.ite(here, self._function(part), found)
        return found

    def _stands_at(self, kind: str, name: str, position: str) -> int:
        return self._is_one_of(f"{kind}:{name}", self._positions(kind, name), {position})

    def _is_one_of(self, name: str, places: tuple[str, ...], wanted: set[object]) -> int:
        """Where the number of a choice is that of one of these places."""
        bits = max(len(places) - 1, 1).bit_length()
        return self._diagrams.any(
            self._number(name, number, bits)
            for number in range(1 << bits)
            if places[min(number, len(places) - 1)] in wanted
        )

    def _number(self, name: str, number: int, bits: int) -> int:
        variables = [self._variable((name, str(bit)), (name,)) for bit in range(bits)]
        return self._diagrams.every(
            variable if number >> bit & 1 else self._diagrams.neither(variable)
            for bit, variable in enumerate(variables)
        )

    def _compared(self, node: Compare, why: Why) -> int:
        chosen, paths = _chosen_among(node), self._hangs(why)
        places = tuple(catalogue().fact(paths[0]).choices) if chosen and paths else ()
        if chosen and places:
            found = self._is_one_of(paths[0], places, chosen)
            return self._diagrams.neither(found) if node.negated else found
        op = OPPOSITE.get(node.op, node.op)
        found = self._open((op, _shape(node.left), _shape(node.right)), why)
        return found if node.negated == (op != node.op) else self._diagrams.neither(found)

    def _open(self, asked: tuple[str, ...], why: Why) -> int:
        """The variable of an open point: what is asked, and of which facts."""
        return self._variable((*asked, *self._hangs(why)), tuple(self._asks(why)))

    def _variable(self, key: tuple[str, ...], names: tuple[str, ...]) -> int:
        name = "\n".join(key)
        self._names.setdefault(name, names)
        return self._diagrams.variable(name)


def _chosen_among(node: Compare) -> set[object]:
    """The words that a fact is compared with; none if that is not what is compared."""
    match node:
        case Compare(op="==", left=Fact(path=path), right=Const(str() as value)) if path:
            return {value}
        case Compare(op="in", left=Fact(path=path), right=Choices(values)) if path:
            return set(values)
        case _:
            return set()


def _shape(expr: Expr) -> str:
    """An expression without the names of its facts, which are known by their places."""
    match expr:
        case Fact():
            return "fact"
        case Call(name=name, args=args):
            return f"{name}({','.join(_shape(arg) for arg in args)})"
        case _:
            return str(expr)
