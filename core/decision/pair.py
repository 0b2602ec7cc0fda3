"""Two versions of one country's law: in what they differ, and every mixture of their texts.

A difference is the text of a provision (present, absent or amended), a table that reads otherwise on the
day of the other version, or the day as if on which the entry falls (for dates that the law itself
names). What only follows from an outcome is none. All this is the same for every case, so it is kept
with the left version.

>>> from core.law.version import find_version
>>> pair = pair_of(find_version("2018-05-01"), find_version("whole_border_2018"))
>>> [unit.id for unit in pair.units][:1]
['ca.irpr.159.4(1)(a)']

Sets of differences are numbers: bit ``i`` stands for the ``i``-th difference in the officer's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache

from core.case.tables import tables
from core.decision.model import Unit
from core.law.provisions import CONSEQUENCE, Law, Provision, Text
from core.law.version import OWN, Version
from core.logic.tree import Limb, Term, walk
from core.logic.tree import Provision as ProvisionRef

AFTER_ALL_ROWS = 10**6
"""The place of a term: what a word means is told after the rules that use it."""

TEXT, TABLE, MOMENT = "text", "table", "moment"
MOST_KEPT = 512
"""So many mixed versions are kept for the next case."""


def pair_of(left: Version, right: Version) -> Pair:
    """The pair of two versions; the last one of a left version is kept."""
    known = left.kept.get("pair")
    if not isinstance(known, Pair) or known.right is not right:
        known = left.kept["pair"] = Pair(left, right)
    return known


def changed(left: Version, right: Version, name: str) -> bool:
    """Whether the text of a provision differs between two versions."""
    one, other = left.texts.get(name), right.texts.get(name)
    return one is not other and one != other


def as_if(version: Version) -> date | None:
    """The day as if on which the entry falls; None under the case's own law."""
    return None if version.asked == OWN else version.day


class Pair:
    """A left and a right version, and what lies between them."""

    def __init__(self, left: Version, right: Version) -> None:
        self.left = left
        self.right = right
        self.law = _of_both(left.law, right.law)
        self.units: tuple[Unit, ...] = (*self._changed_texts(), *self._changed_days())
        texts = [unit for unit in self.units if unit.kind == TEXT]
        self.provisions: tuple[tuple[Provision, int], ...] = tuple(
            (self.law.provisions[unit.id], 1 << at) for at, unit in enumerate(texts)
        )
        self.texts = (1 << len(texts)) - 1
        """The set of all changed texts."""
        moved = bool(self.units) and self.units[-1].kind == MOMENT
        self.day = 1 << len(self.units) - 1 if moved else 0
        """The set of the day alone; empty if it is the same."""
        self._versions: dict[int, Version] = {}

    def version(self, mask: int) -> Version:
        """The left version with the texts, and perhaps the day, of a set taken from the right."""
        mask &= self.texts | self.day
        found = self._versions.get(mask)
        if found is None:
            if len(self._versions) >= MOST_KEPT:
                self._versions.clear()
            found = self._versions[mask] = self._mixed(mask)
        return found

    @cached_property
    def touched(self) -> frozenset[str]:
        """The provisions of whose truth some changed text may be a part; no other mixture has others."""
        found = {unit.id for unit in self.units if unit.kind == TEXT}
        while True:
            more = {name for name, reads in self._reads.items() if not reads.isdisjoint(found)}
            if more <= found:
                return frozenset(found)
            found |= more

    @cached_property
    def _reads(self) -> dict[str, set[str]]:
        """What each provision reads, in either version: others by their ids, also as chapeau and part."""
        found: dict[str, set[str]] = {}
        for version in (self.left, self.right):
            for name, text in version.texts.items():
                reads = found.setdefault(name, set())
                for node in (*text.references, *walk(text.applies)):
                    if isinstance(node, ProvisionRef | Limb | Term):
                        reads |= {node.id, node.id.rpartition("#")[0]}
                provision = self.law.provisions[name]
                if provision.of:
                    reads.add(provision.of)
                    found.setdefault(provision.of, set()).add(name)
        return found

    def _mixed(self, mask: int) -> Version:
        old, new = self.left, self.right
        texts = {n: t for n, t in new.texts.items() if self._lacks_term(n)} | old.texts
        for provision, bit in self.provisions:
            if not mask & bit:
                continue
            text = new.texts.get(provision.id)
            if text is not None:
                texts[provision.id] = text
            else:
                del texts[provision.id]
        asks = new if mask & self.day else old
        return replace(old, texts=texts, day=asks.day, asked=asks.asked, law=self.law, kept={})

    def either(self, name: str) -> Iterator[Text]:
        """The texts of a provision in the two versions."""
        for version in (self.left, self.right):
            if name in version.texts:
                yield version.texts[name]

    # --- differences -----------------------------------------------------------------------------
    def _changed_texts(self) -> list[Unit]:
        provisions = self.law.provisions
        units = [
            Unit(TEXT, name, _place(provisions[name]))
            for name in {**self.left.texts, **self.right.texts}
            if changed(self.left, self.right, name)
            and not self._lacks_term(name)
            and provisions[name].kind != CONSEQUENCE
        ]
        return sorted(units, key=lambda unit: (unit.order, unit.id))

    def _lacks_term(self, name: str) -> bool:
        """Whether a term stands in one version only: it comes and goes with the rules that use it."""
        one_sided = (name in self.left.texts) != (name in self.right.texts)
        return one_sided and self.law.provisions[name].kind == "term"

    def _changed_days(self) -> list[Unit]:
        one, other = as_if(self.left), as_if(self.right)
        if one == other:
            return []
        found = [n for n in tables() if one is None or other is None or _moves(n, one, other)]
        return [*(Unit(TABLE, n, 0) for n in found), Unit(MOMENT, self.right.name, 0)]


def _of_both(one: Law, other: Law) -> Law:
    """The law that has what either law has: a proposal may insert provisions of its own."""
    if one.provisions.keys() <= other.provisions.keys():
        return other
    return replace(one, provisions={**other.provisions, **one.provisions})


@lru_cache(maxsize=256)
def _moves(table: str, one: date, other: date) -> bool:
    """Whether a table reads otherwise on another day, for some country."""
    periods = [period for rows in tables()[table].periods.values() for period in rows]
    return any(period.truth(one) != period.truth(other) for period in periods)


def _place(provision: Provision) -> int:
    return provision.order if provision.is_row else AFTER_ALL_ROWS
