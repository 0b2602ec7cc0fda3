"""What a partial case can still come to, exactly: completions are looked for, one for each pair of outcomes.

Three values alone can hold two outcomes for possible of which one never falls out, because one unknown
stands behind two rules, or because days bind each other. Here each outcome is proved possible by a
completion that keeps the checks, or proved impossible by trying every answer that makes a difference.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> found = finish(reachable(Case.from_data({"journey": {"into": "ca"}}), Setup()))
>>> sorted({left for left, right in found.pairs}), found.exhausted
(['barred', 'heard', 'returned'], True)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, pattern
from core.case.setup import Setup
from core.case.view import View
from core.decision.decide import decide
from core.decision.which import version_for
from core.explore.sampling import sample
from core.explore.sides import Sides
from core.explore.steps import Search, Step, finish
from core.explore.trying import Trying, is_open
from core.explore.variants import ADDED, product
from core.law.version import Version

MOST_AT_ONCE = 600
"""So many combinations of answers, at most, are tried in one go."""
DRAWN = 256
"""So many completions are drawn before any is looked for."""
MOST_TRIED = 60
"""So many such tries, after which the search says that it did not come to an end."""
MOST_ADDED = 2
"""So many members are added to one list: one for each of two rules that look for one."""

Pair = tuple[str, str]


@dataclass
class Reached:
    """Pairs of outcomes (left, right) that some completion has, each with one completion.

    ``exhausted`` is false where the search was given up: then other pairs may be possible too.
    """

    pairs: dict[Pair, tuple[Case, Setup]] = field(default_factory=dict)
    exhausted: bool = True

    @property
    def left(self) -> tuple[str, ...]:
        """The outcomes the left version can still come to."""
        return tuple(sorted({left for left, _ in self.pairs}))

    @property
    def right(self) -> tuple[str, ...]:
        """The outcomes the right version can still come to."""
        return tuple(sorted({right for _, right in self.pairs}))

    @property
    def agree(self) -> bool | None:
        """Whether the versions agree in every completion, in none, or (None) in some."""
        found = {left == right for left, right in self.pairs}
        return found.pop() if len(found) == 1 else None


def reachable(case: Case, setup: Setup) -> Search[Reached]:
    """Which pairs of outcomes the completions of a case have. Raises VersionError."""
    search = _Completing(setup)
    yield Step(0, MOST_TRIED)
    search.draw(case, setup)
    yield from search.explore(case, setup, {})
    return search.reached


class _Completing:
    """One search, depth first; what is found prunes what is still looked for."""

    def __init__(self, setup: Setup) -> None:
        self.reached = Reached()
        self._tried = 0
        self._trying: dict[tuple[str, str], Trying] = {}

    def draw(self, case: Case, setup: Setup) -> None:
        """Take what completions drawn at random come to; most of what is possible is found so."""
        sides = Sides.of(sample(case, self._trying_of(case, setup), DRAWN, Random(0)), setup)
        for variant in range(sides.variants.count):
            pairs = sides.pairs(variant)
            if len(pairs) == 1 and sides.sound(variant):
                self._take(sides, variant, setup)

    def explore(self, case: Case, setup: Setup, added: dict[str, int]) -> Search[None]:
        """Look at a partial case, then at what its most wanted answers make of it."""
        if self._tried >= MOST_TRIED:
            self.reached.exhausted = False
            return
        self._tried += 1
        yield Step(self._tried, MOST_TRIED)
        sides = Sides.of(product(case, {}), setup)
        if not self._news(sides.pairs(0)):
            return
        wanting = sides.wanting()
        if not wanting:
            self._take(sides, 0, setup)
            return
        choice = next((name for name, _ in wanting.most_common() if ":" in name), None)
        adding = next((name for name, _ in wanting.most_common() if name.endswith(ADDED)), None)
        values = self._values(case, setup, wanting)
        if values:
            yield from self._combine(case, setup, added, values)
        elif choice is not None:
            for option in _positions(choice, sides):
                yield from self.explore(case, _chosen(setup, choice, option), added)
        elif adding is not None:
            yield from self._fill(case, setup, added, adding)
        else:  # nothing that a case can state
            self._take(sides, 0, setup)

    def _combine(
        self, case: Case, setup: Setup, added: dict[str, int], values: dict[str, list[Any]]
    ) -> Search[None]:
        variants = product(case, values)
        sides = Sides.of(variants, setup)
        open_ones = []
        for variant in range(variants.count):
            pairs = sides.pairs(variant)
            if not self._news(pairs):
                continue
            if len(pairs) == 1 and sides.sound(variant):
                self._take(sides, variant, setup)
            else:
                open_ones.append((len(pairs), variant))
        for _, variant in sorted(open_ones):
            if self._news(sides.pairs(variant)):
                yield from self.explore(variants.case_of(variant), setup, added)

    def _fill(self, case: Case, setup: Setup, added: dict[str, int], path: str) -> Search[None]:
        """Close a list, or put one more member into it."""
        listed = path.removesuffix(ADDED)
        yield from self.explore(case.set_complete(listed, "all"), setup, added)
        for more in _one_more(case, listed):
            if added.get(listed, 0) < MOST_ADDED:
                count = {**added, listed: added.get(listed, 0) + 1}
                yield from self.explore(more, setup, count)

    def _values(self, case: Case, setup: Setup, wanting: Counter[str]) -> dict[str, list[Any]]:
        """Values for the most wanted facts, as many as go together."""
        trying, view = self._trying_of(case, setup), View(case)
        found: dict[str, list[Any]] = {}
        total = 1
        for path, _ in wanting.most_common():
            if not _is_fact(path) or not is_open(case, view, path):
                continue
            options = trying.values(case, path)
            if options and total * len(options) <= MOST_AT_ONCE:
                found[path] = options
                total *= len(options)
        return found

    def _trying_of(self, case: Case, setup: Setup) -> Trying:
        versions = versions_of(case, setup)
        key = (versions[0].name, versions[1].name)
        if key not in self._trying:
            self._trying[key] = Trying(versions)
        return self._trying[key]

    def _news(self, pairs: set[Pair]) -> bool:
        return bool(pairs - self.reached.pairs.keys())

    def _take(self, sides: Sides, variant: int, setup: Setup) -> None:
        if not sides.consistent(variant):
            return
        case, pairs = sides.variants.case_of(variant), sides.pairs(variant)
        if len(pairs) > 1:  # what is unknown cannot be stated: it means nothing in this direction
            left, right = (decide(case, v, setup).possible for v in versions_of(case, setup))
            pairs = {(one, other) for one in left for other in right}
        for pair in pairs:
            self.reached.pairs.setdefault(pair, (case, setup))


def _is_fact(path: str) -> bool:
    """Whether a name is that of a single fact."""
    if ":" in path or ADDED in path or path.partition(".")[0] in catalogue().singles:
        return False
    fact = catalogue().get(pattern(path))
    return fact is not None and not fact.is_list


def versions_of(case: Case, setup: Setup) -> tuple[Version, Version]:
    """Both versions of a setup for a case. Raises VersionError."""
    return version_for(case, setup.left, setup), version_for(case, setup.right, setup)


def _positions(name: str, sides: Sides) -> Iterator[str]:
    kind, _, key = name.partition(":")
    for version in sides.versions:
        choices: Any = version.law.readings if kind == "reading" else version.assumes
        if key in choices:
            yield from choices[key].positions
            return


def _chosen(setup: Setup, name: str, position: str) -> Setup:
    kind, _, key = name.partition(":")
    if kind == "reading":
        return replace(setup, readings={**setup.readings, key: position})
    return replace(setup, assumptions={**setup.assumptions, key: position})


def _one_more(case: Case, listed: str) -> Iterator[Case]:
    fact = catalogue().fact(listed)
    if fact.type in CODE_LISTS:
        codes = case.get(listed)
        options = fact.choices or ()
        yield from (case.replace(listed, [*codes, c]) for c in options if c not in codes)
        return
    kind = next((f for f in fact.fields if f.name == fact.kind), None)
    complete = case.complete(listed)
    if kind is not None and isinstance(complete, list):
        for name in kind.choices:
            if name not in complete:
                yield case.add_item(listed, {kind.name: name})[0]
        return
    yield case.add_item(listed)[0]


__all__ = ["Reached", "finish", "reachable", "versions_of"]
