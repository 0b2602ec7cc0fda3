"""Conditions asked of many variants at once: for each, the variants where it must and where it may hold.

The same tree as :mod:`core.logic.run`, with sets of variants in the place of three values: a condition is
unknown where it may hold and need not. Only a comparison (or another leaf) is asked of single variants,
once for each combination of the values it reads.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> from core.decision.situation import choices_of
>>> from core.explore.variants import product
>>> from core.law.version import find_version
>>> case = Case.from_data({"journey": {"into": "ca"}})
>>> version = find_version("2018-05-01")
>>> variants = product(case, {"claimant.stateless": (True, None)})
>>> planes = Planes(variants, version, choices_of(version, Setup()))
>>> from core.logic.tree import Compare, Const, Fact
>>> planes.condition(Compare("==", Fact("claimant.stateless"), Const(True), "stateless"), {})
(1, 3)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from core.case.catalogue import catalogue
from core.case.stated import StatedList, StatedRecord
from core.case.view import RecordView
from core.decision.settle import HEARD, ORDER
from core.decision.situation import Choices, Situation
from core.explore.variants import ADDED, Lists, Variants
from core.law.version import OWN, Version
from core.logic import tree
from core.logic.run import Runner, compile_condition
from core.logic.tree import Condition
from core.logic.truth import FALSE, TRUE

Plane = tuple[int, int]
"""The variants where something must hold, and those where it may."""
Env = dict[str, StatedRecord]
Answer = tuple[int, tuple[str, ...]]
"""The truth of a leaf, and what it did not find."""
LeafName = tuple[int, tuple[str, ...]]
Memo = dict[LeafName, Any]
"""What leaves answered, by the values they read: for variants of one case under one version."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A value was read at ``path``; ``next`` is what came of each."""

    path: str
    next: dict[str, Any]


def _joined(known: Any, more: Any) -> Any:
    """What was known of a leaf, and one more answer. What is read first is the same each time."""
    if not isinstance(known, Branch):
        return more
    for key, inner in more.next.items():
        known.next[key] = _joined(known.next.get(key), inner)
    return known


class Probe(Situation):
    """One variant as a situation; its members are made once, so that the entry is one object."""

    def __init__(self, variants: Variants, version: Version, choices: Choices) -> None:
        super().__init__(variants.case, version, choices)
        self._stated = variants.stated
        self._missing = variants.missing
        self._records: dict[int, RecordView] = {}

    def member(self, found: StatedRecord) -> RecordView:
        """The one record of a stated member."""
        record = self._records.get(id(found))
        if record is None:
            record = self._records[id(found)] = RecordView(self, found)
        return record

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a choice; an open one on which a derived fact hangs is noted as wanting."""
        stands = super().choice(kind, name)
        if stands is None:
            self._missing.add(f"{kind}:{name}")
        return stands


class Planes:
    """One version over some variants."""

    def __init__(
        self,
        variants: Variants,
        version: Version,
        choices: Choices,
        memo: Memo | None = None,
    ) -> None:
        self.variants = variants
        self._memo: Memo = {} if memo is None else memo
        self.version = version
        self.choices = choices
        self.full = variants.full
        self._met: dict[str, Plane] = {}
        self._reached: dict[str, Plane] = {}
        self._limbs: dict[str, Plane] = {}
        self._terms: dict[tuple[str, int], Plane] = {}
        self._single: dict[str, StatedRecord | None] = {}
        self._kept: list[StatedRecord] = []
        self.wanting: Counter[str] = Counter()
        """What some unknown condition did not find: paths, ``reading:ID`` and ``assume:NAME``."""

    # --- the outcome -------------------------------------------------------------------------------
    def outcomes(self) -> dict[str, int]:
        """For each outcome the variants where it is possible (see :func:`core.decision.settle.settle`)."""
        blocked, found = 0, {}
        by_outcome: dict[str, Plane] = dict.fromkeys(ORDER, (0, 0))
        for ground in self.version.grounds:
            by_outcome[ground.outcome] = _or(by_outcome[ground.outcome], self.applies(ground.id))
        for outcome in ORDER:
            must, may = by_outcome[outcome]
            found[outcome] = may & ~blocked
            blocked |= must
        found[HEARD] = self.full & ~blocked
        return found

    def applies(self, ground: str) -> Plane:
        """Where a ground is met and no exemption that counts is."""
        met = self.provision(ground)
        if not met[1]:
            return met
        away: Plane = (0, 0)
        for exemption in self.version.exemptions[ground]:
            reached = self.reached(exemption.id)
            if reached[1]:
                away = _or(away, _and(reached, self.provision(exemption.id)))
            if away[0] == self.full:
                break
        return _and(met, self._not(away))

    # --- what the law names ------------------------------------------------------------------------
    def provision(self, name: str) -> Plane:
        """Where a provision's own elements hold."""
        found = self._met.get(name)
        if found is None:
            found = self._met[name] = self._provision(name)
        return found

    def _provision(self, name: str) -> Plane:
        text = self.version.texts.get(name)
        if text is None:
            return 0, 0
        if self.version.law.provisions[name].parts:
            best: Plane = (0, 0)
            for part in self.version.parts[name]:
                best = _or(best, self.provision(part.id))
            return best
        met = self.condition(text.when, {})
        own = self.version.asked == OWN
        return _and(met, self.condition(text.applies, {})) if own else met

    def reached(self, name: str) -> Plane:
        """Where the gates of a provision let it count."""
        found = self._reached.get(name)
        if found is None:
            text = self.version.texts.get(name)
            found = self.condition(text.gate, {}) if text is not None else (0, 0)
            chapeau = self.version.law.provisions[name].of
            if chapeau:
                found = _and(found, self.reached(chapeau))
            self._reached[name] = found
        return found

    def _limb(self, name: str) -> Plane:
        found = self._limbs.get(name)
        if found is None:
            owner, _, key = name.rpartition("#")
            text = self.version.texts.get(owner)
            limb = text.limbs.get(key) if text is not None else None
            found = self._limbs[name] = self.condition(limb.condition, {}) if limb else (0, 0)
        return found

    def _term(self, name: str, of: str, env: Env) -> Plane:
        text = self.version.texts.get(name)
        if text is None:
            return 0, 0
        member = env[of] if of in env else self._single_member(of)
        if member is None:
            return 0, self.full
        key = name, id(member)
        found = self._terms.get(key)
        if found is None:
            found = self._terms[key] = self.condition(text.when, {"it": member})
        return found

    def _single_member(self, name: str) -> StatedRecord | None:
        """The member relied on: the last of its list, which is the same in every variant."""
        if name not in self._single:
            member = self._probe().value(name)
            self._single[name] = member.stated if member is not None else None
        return self._single[name]

    # --- conditions --------------------------------------------------------------------------------
    def condition(self, node: Condition, env: Env) -> Plane:
        """Where a condition must and may hold, with some list members bound to names."""
        match node:
            case tree.All(parts):
                must, may = self.full, self.full
                for part in parts:
                    one, other = self.condition(part, env)
                    must, may = must & one, may & other
                    if not may:
                        break
                return must, may
            case tree.Any(parts):
                must, may = 0, 0
                for part in parts:
                    one, other = self.condition(part, env)
                    must, may = must | one, may | other
                    if must == self.full:
                        break
                return must, may
            case tree.Not(part):
                return self._not(self.condition(part, env))
            case tree.Provision(id=name):
                return self.provision(name)
            case tree.Limb(id=name):
                return self._limb(name)
            case tree.Term(id=name, of=of):
                return self._term(name, of, env)
            case tree.Some() if not _of_codes(node, env):
                return self._some(node, env)
            case tree.Choose(kind=kind, id=name, cases=cases):
                stands = self.choices.get((kind, name))
                if stands is None:
                    self.wanting[f"{kind}:{name}"] += 1
                return self._choose(dict(cases), stands, env)
            case tree.Chosen(kind=kind, id=name, position=position):
                stands = self.choices.get((kind, name))
                if stands is None:
                    self.wanting[f"{kind}:{name}"] += 1
                    return 0, self.full
                return (self.full, self.full) if stands == position else (0, 0)
            case _:
                return self._leaf(node, env)

    def _choose(self, cases: dict[str, Condition], stands: str | None, env: Env) -> Plane:
        if stands is not None:
            return self.condition(cases[stands], env)
        must, may = self.full, 0
        for case in cases.values():
            one, other = self.condition(case, env)
            must, may = must & one, may | other
        return must, may

    def _some(self, node: tree.Some, env: Env) -> Plane:
        path, own, listed = self._list(node.source, env)
        must, may = 0, 0
        for member in listed:
            there = self.variants.present(member)
            one, other = self.condition(node.where, {**env, node.var: member})
            must, may = must | (one & there), may | (other & there)
            if must == self.full:
                return must, may
        gone = 0
        for member in listed:
            gone |= self.variants.perhaps(member)
        rows = [*self._openness(path, own), *([(None, gone)] if gone else [])]
        for complete, where in rows:
            for member in self._missing(path, complete):
                more = self.condition(node.where, {**env, node.var: member})[1] & where
                if more & ~must:
                    self.wanting[path + ADDED] += 1
                may |= more
        return must, may

    def _list(
        self, source: tree.Fact, env: Env
    ) -> tuple[str, StatedList | None, tuple[StatedRecord, ...]]:
        if source.var is None:
            path, lists = source.path, self.variants.stated.lists
        else:
            holder = env[source.var]
            path, lists = f"{holder.path}.{source.path}", holder.lists
        name = source.path
        own = lists.own(name) if isinstance(lists, Lists) else lists.get(name)
        members = own.entries if own is not None else ()
        if self.variants.touched(path) and isinstance(lists, Lists):
            members = self.variants.all_members(path, own)
        return path, own, members

    def _openness(self, path: str, own: StatedList | None) -> list[tuple[Any, int]]:
        """For which kinds a list is complete, and where; where it is closed is left out."""
        column = self.variants.columns.get(path + ADDED)
        if column is not None:
            self.variants.ever.add(column.path)
            rows = list(zip(column.read, column.masks, strict=True))
        else:
            rows = [(own.complete if own is not None else None, self.full)]
        return [(complete, where) for complete, where in rows if complete != "all"]

    def _missing(self, path: str, complete: Any) -> list[StatedRecord]:
        fact = catalogue().fact(path.replace(ADDED, "[]"))
        kind = next((f for f in fact.fields if f.name == fact.kind), None)
        kinds = (
            [None]
            if kind is None or not complete
            else [c for c in kind.choices if c not in complete]
        )
        made = [
            StatedRecord(fact, path + ADDED, "+", {kind.name: name} if kind and name else {}, {})
            for name in kinds
        ]
        self._kept += made  # terms are remembered by the member's identity
        return made

    # --- leaves ------------------------------------------------------------------------------------
    def _leaf(self, node: Condition, env: Env) -> Plane:
        memo = self._memo
        name = id(node), tuple(member.path for member in env.values())
        columns, todo = self.variants.columns, self.full
        must, may = 0, 0
        while todo:
            bit = todo & -todo
            same, at = todo, memo.get(name)
            while isinstance(at, Branch):
                column = columns[at.path]
                number = column.having(bit)
                same &= column.masks[number]
                self.variants.ever.add(at.path)
                at = at.next.get(column.keys[number])
            if at is None:
                at, same = self._ask(node, env, name, bit, todo)
            truth, missing = at
            if truth != FALSE:
                may |= same
                if truth == TRUE:
                    must |= same
                else:
                    self.wanting.update(missing)
            todo &= ~same
        return must, may

    def _ask(
        self, node: Condition, env: Env, name: LeafName, bit: int, todo: int
    ) -> tuple[Answer, int]:
        """Ask a leaf of one variant; the answer is that of every variant with the same values."""
        variants = self.variants
        variants.bit, variants.reads, variants.missing = bit, {}, set()
        truth = _compiled(node)(self._probe(env))
        answer: Answer = (truth, tuple(sorted(variants.missing)))
        at: Any = answer
        for column, number in reversed(variants.reads.items()):
            todo &= column.masks[number]
            at = Branch(column.path, {column.keys[number]: at})
        self._memo[name] = _joined(self._memo.get(name), at)
        return answer, todo

    def _probe(self, env: Env | None = None) -> Probe:
        probe = Probe(self.variants, self.version, self.choices)
        for name, member in (env or {}).items():
            probe.bound[name] = probe.member(member)
        return probe

    def _not(self, plane: Plane) -> Plane:
        must, may = plane
        return self.full & ~may, self.full & ~must


def _and(one: Plane, other: Plane) -> Plane:
    return one[0] & other[0], one[1] & other[1]


def _or(one: Plane, other: Plane) -> Plane:
    return one[0] | other[0], one[1] | other[1]


def _of_codes(node: tree.Some, env: Env) -> bool:
    """Whether the list holds codes or choices: then the whole is one leaf."""
    if node.source.var is None:
        return catalogue().fact(node.source.path).type != "records"
    return env[node.source.var].fact.field(node.source.path).type != "records"


@lru_cache(maxsize=4096)
def _compiled(node: Condition) -> Runner:
    return compile_condition(node)
