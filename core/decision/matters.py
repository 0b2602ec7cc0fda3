"""Which facts of the case made a difference matter: without them the two versions would not surely part.

Two versions differ in many words; in most cases most of them are idle. At a parting the changed words
read some facts. Each of these is forgotten in turn. If then the left version, with and without the
differences of the parting, does not surely come out otherwise any more, the difference decides because
of that fact. If none does it alone, the smallest group that was found by leaving out one after the other.

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> from core.decision.compare import compare
>>> found = matters(compare(library().load("an-empty-road").case, Setup()))
>>> [(read.path, read.value) for reads in found.values() for read in reads]
[('entries[roxham].at_port', False), ('entries[roxham].place', 'between_land')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.case.catalogue import catalogue
from core.case.view import View
from core.decision.mixture import Mixtures
from core.decision.model import Comparison, Decision, Parting, Unit, Verdict
from core.decision.pair import MOMENT, TABLE, TEXT
from core.decision.settle import Settled, settle
from core.decision.situation import Situation
from core.decision.split import settle_sharply
from core.decision.waits import concrete
from core.logic.explain import Read, Why, walk_why
from core.logic.run import is_absolute
from core.logic.tree import Choose, Chosen, Compare, Granted, Some, Table, Term

Matters = dict[Unit, tuple[Read, ...]]


def matters(comparison: Comparison) -> Matters:
    """For each difference of the parting, the facts by which it decides; empty across countries.

    Paths are concrete. A fact that several differences read stands at the first of them; one that is
    found from another fact of the answer is left out.
    """
    parting = comparison.parting
    if parting is None or comparison.left.version.country != comparison.right.version.country:
        return {}
    if "matters" not in comparison.kept:
        comparison.kept["matters"] = _matters(comparison, parting)
    found: Matters = comparison.kept["matters"]
    return found


def _matters(comparison: Comparison, parting: Parting) -> Matters:
    asked = Forgetting(comparison, parting.all)
    every: dict[str, tuple[Unit, Read]] = {}
    for unit in parting.all:
        for read in _reads(unit, comparison):
            path = concrete(read.path, asked.left)
            every.setdefault(path, (unit, Read(path, read.value)))
    alone = [path for path, (unit, _) in every.items() if asked.matters([path], unit)]
    told = asked.without_found(alone) or asked.group(list(every))
    return {
        unit: tuple(every[path][1] for path in told if every[path][0] == unit)
        for unit in parting.all
    }


class Forgetting:
    """The left version with and without the differences of a parting, while facts are forgotten."""

    def __init__(self, comparison: Comparison, units: Iterable[Unit]) -> None:
        left, right = comparison.left, comparison.right
        mixtures = Mixtures(left, right)
        self.left = mixtures.situation(0)
        self._given = mixtures.situation(mixtures.mask_of(units))
        self._surely = not set(left.possible) & set(right.possible)
        self._by_way = left.possible == right.possible

    def matters(self, paths: list[str], unit: Unit | None = None) -> bool:
        """Whether the two no longer surely come out otherwise once these facts are forgotten.

        With a ``unit``, its own words must feel the loss.
        """
        sides = (self.left.forgetting(paths), self._given.forgetting(paths))
        if unit is not None and not self._felt(unit, sides):
            return False
        if self._surely:
            one, other = (settle(side) for side in sides)
            if not set(one.possible) & set(other.possible):
                return False
        one, other = (settle_sharply(side)[0] for side in sides)
        return not self._apart(one, other)

    def _felt(self, unit: Unit, sides: tuple[Situation, Situation]) -> bool:
        """Whether a provision is met, and reached, as before; of what is no row, that is not told."""
        law = self.left.version.law.provisions
        if unit.kind != TEXT or not law[unit.id].is_row:
            return True
        before = (self.left, self._given)
        return any(
            (one.provision(unit.id), one.reached(unit.id))
            != (other.provision(unit.id), other.reached(unit.id))
            for one, other in zip(before, sides, strict=True)
        )

    def without_found(self, paths: list[str]) -> list[str]:
        """These facts without those that are not known either once another of them is forgotten."""
        stated = [path for path in paths if self.left.case.get(path)]
        for path in stated:
            later = self.left.forgetting([path])
            paths = [p for p in paths if p == path or p in stated or later.at(p) is not None]
        return paths

    def group(self, paths: list[str]) -> list[str]:
        """Of facts that matter only together, those that are left when none more can be left out."""
        if not paths or not self.matters(paths):
            return []
        for path in reversed(paths):
            fewer = [other for other in paths if other != path]
            if fewer and self.matters(fewer):
                paths = fewer
        return paths

    def _apart(self, one: Settled, other: Settled) -> bool:
        if not set(one.possible) & set(other.possible):
            return True
        if self._surely:
            return False
        if self._by_way:
            return one.how != other.how and None not in (one.how, other.how)
        return one.possible != other.possible


# --- what the changed words read ---------------------------------------------------------------------
def _reads(unit: Unit, comparison: Comparison) -> Iterator[Read]:
    """The known facts that a difference reads, in the order of the text; the left's text first."""
    for side in (comparison.left, comparison.right):
        for why in _changed_words(unit, side):
            for below in walk_why(why):
                for read in _facts_of(below):
                    if unit.kind == TABLE and _looked_up(read) == unit.id:
                        path = (catalogue().fact(read.path).derivation or {})["on"]
                        read = Read(path, View(side.case).value(path))
                    if read.value is not None:
                        yield read


def _facts_of(why: Why) -> Iterator[Read]:
    """What a leaf read; of "there is one", the list itself where no member has facts of its own."""
    match why.node:
        case Compare() | Table() | Granted():
            yield from (read for read in why.reads if is_path(read.path))
        case Some():
            listed = why.reads[0].value if why.reads else None
            if listed is not None and not any(hasattr(m, "path") for m in listed.members):
                yield why.reads[0]


def is_path(path: str) -> bool:
    """Whether what was read has a place in the case; a code of a plain list has none of its own."""
    return "[+]" not in path and ("." in path or path in catalogue().facts)


def _changed_words(unit: Unit, side: Decision) -> Iterator[Why]:
    if unit.kind == TEXT and unit.id in side.verdicts:
        verdict = side.verdicts[unit.id]
        yield from (verdict.why_gate,) if verdict.provision.parts else _both(verdict)
        return
    for verdict in side.verdicts.values():
        for why in _both(verdict):
            yield from (below for below in walk_why(why) if _stands_for(unit, below))


def _both(verdict: Verdict) -> tuple[Why, Why]:
    return verdict.why, verdict.why_gate


def _stands_for(unit: Unit, why: Why) -> bool:
    """Whether a node of the reasons is the difference: the term, the table, a day, the choice."""
    match why.node:
        case Term(id=name):
            return unit.kind == TEXT and unit.id == name
        case Table(name=name):
            return unit.kind == TABLE and unit.id == name
        case Compare() as leaf:
            return (unit.kind == MOMENT and is_absolute(leaf)) or (
                unit.kind == TABLE and any(_looked_up(read) == unit.id for read in why.reads)
            )
        case Chosen(kind=kind, id=name) | Choose(kind=kind, id=name):
            return (unit.kind, unit.id) == (kind, name)
        case _:
            return False


def _looked_up(read: Read) -> str:
    """The table in which a derived fact is looked up, if it is one."""
    derivation = catalogue().fact(read.path).derivation if is_path(read.path) else None
    return str((derivation or {}).get("lookup", ""))
