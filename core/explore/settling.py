"""What one version makes of many variants of a case, each exactly as if it were decided alone.

Sets of variants settle most of them at once (:mod:`core.explore.planes`). A variant that stays open there
may still be settled by what :mod:`core.decision.conclude` knows beyond that. It is asked of one variant
for all in which every condition came out alike; where that takes answers to an open question, each answer
is tried for all of these at once.

>>> from core.case.setup import Setup
>>> from core.explore.steps import finish
>>> from core.law.version import find_version
>>> case = Case.from_data({"journey": {"into": "ca"}})
>>> asked = Asked(case, {"claimant.stateless": (True, None)}, ((0,), (1,)))
>>> finish(settled_each(asked, find_version("2018-05-01"), Setup()))
[('barred', 'heard', 'returned'), ('barred', 'heard', 'returned')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.calendar import Span
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.case.turn import turned, turned_value
from core.decision.conclude import conclude
from core.decision.situation import Choices, Situation, choices_of
from core.decision.split import settle_sharply
from core.explore.planes import Env, Plane, Planes
from core.explore.steps import Search, Step
from core.explore.subsets import bits
from core.explore.variants import Column, Variants
from core.law.version import Version
from core.logic.tree import Condition

Possible = tuple[str, ...]
"""The outcomes that are still possible, in order; one alone is determined."""


@dataclass(frozen=True)
class Asked:
    """Variants of a case: each row holds, for every path of ``values``, the number of its value."""

    case: Case
    values: Mapping[str, Sequence[Any]]
    rows: Sequence[tuple[int, ...]]

    def turned(self, into: str) -> Asked:
        """The same variants as journeys into another country."""
        case = turned(self.case, into).case
        if case is self.case:
            return self
        facts = catalogue()
        values = {
            path: tuple(turned_value(facts.fact(path), value, into) for value in plain)
            for path, plain in self.values.items()
        }
        return Asked(case, values, self.rows)

    def of(self, numbers: Iterable[int]) -> Asked:
        """Some of the variants alone."""
        return replace(self, rows=tuple(self.rows[number] for number in numbers))

    def variants(self) -> Variants:
        """The same as columns, so that they can be asked at once."""
        columns = {}
        for at, (path, plain) in enumerate(self.values.items()):
            masks = [0] * len(plain)
            for number, row in enumerate(self.rows):
                masks[row[at]] |= 1 << number
            columns[path] = Column(path, plain, masks)
        return Variants(self.case, len(self.rows), columns)


def settled_each(asked: Asked, version: Version, setup: Setup) -> Search[list[Possible]]:
    """What stays possible in each variant, in their order, under one version."""
    settling = Settling(asked.turned(version.country), version, choices_of(version, setup))
    yield from settling.at_once()
    yield from settling.by_answers()
    return settling.found


class Settling:
    """The variants under one version; ``found`` holds what is possible in each so far."""

    def __init__(self, asked: Asked, version: Version, choices: Choices) -> None:
        self.asked = asked
        self._version = version
        self._choices = choices
        self._variants = asked.variants()
        self.found: list[Possible] = [()] * self._variants.count
        self._open: dict[tuple[tuple[str, ...], bool], list[int]] = defaultdict(list)
        """Variants to be settled by answers: the paths to answer, and whether that settled the first."""

    def at_once(self, *, sharply: bool = False) -> Search[None]:
        """Settle all by sets, and what stays open by one of those that are alike.

        ``sharply`` stops short of answers to open questions.
        """
        planes = Noting(self._variants, self._version, self._choices)
        count = self._variants.count
        for ground in self._version.grounds:  # what is asked here is remembered for the outcomes
            planes.applies(ground.id)
            yield Step(0, count)
        still = self._by_sets(planes)
        yield Step(count - still.bit_count(), count)
        for alike in _classes(still, [*planes.apart, *_indefinite(self._variants)]):
            self._of_one(alike, sharply=sharply)
            still &= ~alike
            yield Step(count - still.bit_count(), count)

    def by_answers(self) -> Search[None]:
        """Settle those that answers to an open question may settle."""
        for (paths, settles), numbers in self._open.items():
            if any(path in self.asked.values for path in paths):
                yield from self._each_alone(numbers)
                continue
            for path in paths:
                yield from self._answered(path, numbers)
            left = [number for number in numbers if settles and len(self.found[number]) > 1]
            yield from self._each_alone(left)

    # --- one step each -----------------------------------------------------------------------------
    def _by_sets(self, planes: Planes) -> int:
        """What sets of variants say; returns the variants that they leave open."""
        outcomes = sorted(planes.outcomes().items())
        many = 0
        for (_, one), (_, other) in _pairs(outcomes):
            many |= one & other
        for number in range(self._variants.count):
            self.found[number] = tuple(name for name, mask in outcomes if mask >> number & 1)
        return many

    def _of_one(self, alike: int, *, sharply: bool) -> None:
        numbers = tuple(bits(alike))
        situation = Trying(self._variants.case_of(numbers[0]), self._version, self._choices)
        settled = settle_sharply(situation)[0]
        for number in numbers:
            self.found[number] = settled.possible
        if sharply or len(settled.possible) == 1:
            return
        settled = conclude(situation).settled
        tried = tuple(dict.fromkeys(situation.tried))
        self.found[numbers[0]] = settled.possible
        if tried:
            self._open[tried, len(settled.possible) == 1] += numbers[1:]

    def _answered(self, path: str, numbers: Sequence[int]) -> Search[None]:
        """Leave out what no answer to a question leaves possible."""
        left = [number for number in numbers if len(self.found[number]) > 1]
        if not left:
            return
        union: list[set[str]] = [set() for _ in left]
        for value in answers(path):
            some = replace(self.asked.of(left), case=self.asked.case.replace(path, value))
            inner = Settling(some, self._version, self._choices)
            yield from inner.at_once(sharply=True)
            for kept, possible in zip(union, inner.found, strict=True):
                kept.update(possible)
        for number, kept in zip(left, union, strict=True):
            self.found[number] = tuple(name for name in self.found[number] if name in kept)

    def _each_alone(self, numbers: Sequence[int]) -> Search[None]:
        for done, number in enumerate(numbers, 1):
            situation = Situation(self._variants.case_of(number), self._version, self._choices)
            self.found[number] = conclude(situation).settled.possible
            yield Step(done, len(numbers))


class Noting(Planes):
    """Planes that note which sets of variants some condition tells apart."""

    def __init__(self, variants: Variants, version: Version, choices: Choices) -> None:
        super().__init__(variants, version, choices)
        self.apart: set[int] = set()

    def condition(self, node: Condition, env: Env) -> Plane:
        """Where a condition must and may hold."""
        found = super().condition(node, env)
        self.apart.update(found)
        return found


class Trying(Situation):
    """A situation that notes which of its questions were answered to see what comes of it."""

    def __init__(self, case: Case, version: Version, choices: Choices) -> None:
        super().__init__(case, version, choices)
        self.tried: list[str] = []

    def answering(self, path: str, value: object) -> Situation:
        """This situation with one question answered."""
        self.tried.append(path)
        return super().answering(path, value)


def answers(path: str) -> tuple[Any, ...]:
    """Every answer to a question that has few."""
    fact = catalogue().fact(path)
    return (True, False) if fact.type == "boolean" else tuple(fact.choices)


def _pairs(found: Sequence[tuple[str, int]]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            yield one, other


def _classes(whole: int, apart: Iterable[int]) -> list[int]:
    """A set of variants in parts, so that no set of ``apart`` cuts through one."""
    parts = [whole] if whole else []
    for mask in apart:
        parts = [half for part in parts for half in (part & mask, part & ~mask) if half]
    return parts


def _indefinite(variants: Variants) -> Iterator[int]:
    """The variants in which a column knows nothing, or no more than a span."""
    for column in variants.columns.values():
        for mask, value in zip(column.masks, column.read, strict=True):
            if value is None or isinstance(value, Span):
                yield mask
