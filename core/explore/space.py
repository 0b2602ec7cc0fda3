"""The space of complete cases as variables of a diagram: every group of facts by its regions, in binary.

A question is then a function of the variables of its group. ``domain`` says which values stand for a
region at all, and which regions of a member go with which region of the journey.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.case.catalogue import catalogue
from core.explore.atoms import Question, pattern_of, slot_of
from core.explore.diagram import NO, YES, Diagrams
from core.explore.linked import Linked, link
from core.explore.regions import Region, innermost, kind_of, regions_of, simple_values

LINKED = ("dates", "ages")


@dataclass
class Group:
    """Facts whose regions share some variables; ``slot`` is the list member they belong to."""

    name: str
    slot: str
    questions: list[Question]
    regions: list[Region]
    codes: list[int] = field(default_factory=list)
    bits: list[str] = field(default_factory=list)

    def region(self, diagrams: Diagrams, values: dict[str, bool]) -> int | None:
        """The number of the region that these values stand for, if they stand for one."""
        for number, code in enumerate(self.codes):
            if diagrams.holds(code, values):
                return number
        return None


class Space:
    """All groups of facts behind a set of questions, in one store of diagrams."""

    def __init__(self, questions: Iterable[Question], day: date) -> None:
        self._day = day
        self.diagrams = Diagrams()
        self.groups: dict[tuple[str, str], Group] = {}
        self.linked: dict[str, Linked] = {}
        self._answers: dict[Question, int] = {}
        self._choices: dict[tuple[str, str], dict[str, int]] = {}
        self._domains: dict[str, int] = {"": YES}
        kinds: dict[str, list[Question]] = {"dates": []}  # a case has its days, whoever asks
        for question in dict.fromkeys(questions):
            kinds.setdefault(kind_of(question), []).append(question)
        for kind in sorted(kinds, key=lambda k: (k not in LINKED, k.count("*"), k)):
            self._add_linked(kind, kinds[kind]) if kind in LINKED else self._add(kind, kinds[kind])

    # --- what is asked -----------------------------------------------------------------------------
    def answer(self, question: Question) -> int:
        """Where a question is answered yes."""
        return self._answers[question]

    def choice(self, kind: str, name: str, positions: Iterable[str]) -> dict[str, int]:
        """Where a reading or assumption stands at each of its positions."""
        found = self._choices.get((kind, name))
        if found is None:
            names = list(positions)
            codes, _ = self._coded(f"{kind}:{name}", len(names))
            found = self._choices[kind, name] = dict(zip(names, codes, strict=True))
            self._restrict("", self.diagrams.any(codes))
        return found

    @property
    def choices(self) -> dict[tuple[str, str], dict[str, int]]:
        """Every choice that was asked for, with where it stands at each position."""
        return self._choices

    def domain(self, slot: str = "") -> int:
        """Which values stand for a case; with a slot, which stand for a member beside the journey's."""
        return self._domains.get(slot, YES)

    def bits(self, slot: str) -> list[str]:
        """The variables of a slot."""
        return [bit for group in self.groups.values() if group.slot == slot for bit in group.bits]

    # --- making ------------------------------------------------------------------------------------
    def _restrict(self, slot: str, condition: int) -> None:
        self._domains[slot] = self.diagrams.both(self.domain(slot), condition)

    def _coded(self, name: str, many: int) -> tuple[list[int], list[str]]:
        """Codes for ``many`` regions in binary, and the variables they use."""
        width = max(0, (many - 1).bit_length())
        bits = [f"{name}/{at}" for at in range(width)]
        variables = [self.diagrams.variable(bit) for bit in bits]
        codes = []
        for number in range(many):
            code = YES
            for at, variable in enumerate(variables):
                on = number >> at & 1
                code = self.diagrams.both(code, variable if on else self.diagrams.neither(variable))
            codes.append(code)
        return codes, bits

    def _group(
        self, name: str, slot: str, questions: list[Question], regions: list[Region]
    ) -> Group:
        group = Group(name, slot, questions, regions)
        group.codes, group.bits = self._coded(f"{slot or 'case'} {name}", len(regions))
        self.groups[name, slot] = group
        for at, question in enumerate(questions):
            where = [c for c, r in zip(group.codes, regions, strict=True) if r.answers[at]]
            self._answers[question] = self.diagrams.any(where)
        return group

    def _add(self, path: str, questions: list[Question]) -> None:
        fact: Any = catalogue().fact(pattern_of(path))
        regions = regions_of(questions, simple_values(fact, path, questions))
        group = self._group(path, slot_of(path), questions, regions)
        self._restrict(group.slot, self.diagrams.any(group.codes))

    def _add_linked(self, kind: str, questions: list[Question]) -> None:
        by_slot: dict[str, list[Question]] = {"": []}
        for question in questions:
            by_slot.setdefault(innermost(question), []).append(question)
        found = self.linked[kind] = link(kind, by_slot, self._day)
        outer = self._group(kind, "", by_slot[""], found.outer)
        self._restrict("", self.diagrams.any(outer.codes))
        for slot, regions in found.members.items():
            group = self._group(kind, slot, by_slot[slot], regions)
            fits = NO
            for code, allowed in zip(outer.codes, found.allowed, strict=True):
                may = self.diagrams.any(group.codes[n] for n in sorted(allowed[slot]))
                fits = self.diagrams.either(fits, self.diagrams.both(code, may))
            self._restrict(slot, fits)
