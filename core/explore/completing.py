"""What a partial case can still come to, exactly: completions are looked for, one for each pair of outcomes.

Three values alone can hold two outcomes for possible of which one never falls out, because one unknown
stands behind two rules, or because days bind each other. Here each outcome is proved possible by a
completion that keeps the checks, or proved impossible by trying every answer that makes a difference.

A completion keeps all that is stated and contradicts none of it, in either direction of the journey. Open
readings and assumptions take each position. A list that is open takes up to two more members; but the one
that is relied on stays so: no later entry is thought up.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> found = finish(reachable(Case.from_data({"journey": {"into": "ca"}}), Setup()))
>>> sorted({left for left, right in found.pairs}), found.exhausted
(['barred', 'heard', 'returned'], True)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from random import Random

from core.case.case import Case
from core.case.setup import Setup
from core.decision.decide import decide
from core.explore import answering
from core.explore.answering import Values, closed, is_codes, is_fact, trying_of
from core.explore.contradicting import contradictions, same_law
from core.explore.goals import OUTCOMES, only
from core.explore.never import never
from core.explore.reached import Pair, Reached
from core.explore.sampling import sample
from core.explore.sides import Sides, versions_of
from core.explore.steps import Search, Step, finish
from core.explore.subsets import bits
from core.explore.variants import ADDED, Variants, product

DRAWN = 192
"""So many completions are drawn before any is looked for, where much is open."""
MOST_TRIED = 60
"""So many such tries, after which the search says that it did not come to an end."""
PER_TRY = 100
"""So many variants at once count as one try more."""
TRIED_FIRST = 12
"""So many, where all answers go together, before the diagrams are asked: that takes long the first time."""
TRIED_BRIEFLY = 40
"""So many in a brief search."""
DRAWS, PROBED = 2, 6
"""How often completions are drawn, and how many of those that lack little are looked into."""
FEW_CHOICES = 2
"""So many open choices, at most, are made before facts are answered."""
MOST_ADDED = 2
"""So many members are added to one list: one for each of two rules that look for one."""
MOST_LOOKED_AT = 12
"""So many completions with one pair, at most, are looked at for one that contradicts nothing."""


def reachable(
    case: Case,
    setup: Setup,
    within: Reached | None = None,
    known: tuple[Sides, int] | None = None,
    *,
    brief: bool = False,
) -> Search[Reached]:
    """Which outcomes the completions of a case have, by side and together. Raises VersionError.

    ``within`` is what was found for a case that says less: nothing else is looked for. ``known`` are
    completions at hand: variants, and which of them are completions of this case. A ``brief`` search
    gives up earlier.
    """
    search = _Completing(case, setup, within, known)
    search.brief = brief
    yield Step(0, MOST_TRIED)
    return (yield from search.run())


class _Completing:
    """One search, depth first; what is found prunes what is still looked for."""

    def __init__(
        self,
        case: Case,
        setup: Setup,
        within: Reached | None,
        known: tuple[Sides, int] | None,
    ) -> None:
        self.reached = Reached()
        self._case, self._setup = closed(case), setup
        self._outer, self._known = within, known
        self._within: set[Pair] = set()
        self._stated = set(contradictions(case, setup))
        self._broken = Sides.of(product(self._case, {}), setup).broken_in(0)
        self._left_to_try = MOST_TRIED
        self._strict = True
        self.brief = False

    def run(self) -> Search[Reached]:
        """Look in what is likely first: the case alone, completions drawn, then everything in turn."""
        yield from self._run()
        if (
            not self.reached.pairs
        ):  # whatever is answered contradicts something: then that is allowed
            self._strict, self.reached.contradicts = False, True
            self.reached.exhausted = True
            yield from self._run()
        for pair in () if self.reached.pairs else self._within:
            self.reached.pairs[pair] = self._case, self._setup
            self.reached.exhausted = False
        return self.reached

    def _run(self) -> Search[None]:
        case, setup = self._case, self._setup
        sides = self._sides(product(case, {}, noting=True), setup)
        outer = self._outer
        self._within = {pair for pair in sides.pairs(0) if outer is None or outer.allows(pair)}
        if len(self._within) == 1:
            self.reached.pairs[self._within.copy().pop()] = case, setup
            return
        if self._known is not None:
            self._take_sure(self._known[0], setup, self._known[1])
        small = self._all_found() or self._small(case, setup, sides)
        if not small:
            yield from self._draw(case, setup)
        if small and not self._all_found():
            yield from self._exhaust(TRIED_FIRST)
        if not self._all_found() and not (small and self.reached.exhausted):
            self._within -= yield from never(case, setup)
            self.reached.exhausted = True
            if not self._all_found():
                yield from self._exhaust(TRIED_BRIEFLY if self.brief else MOST_TRIED)

    def _exhaust(self, most: int) -> Search[None]:
        self._left_to_try = most
        yield from self.explore(self._case, self._setup, {})

    def _small(self, case: Case, setup: Setup, sides: Sides) -> bool:
        """Whether all answers that are wanted can be tried in one go."""
        names = [name for name, _ in sides.wanting().most_common()]
        _, all_of_it = answering.answers(case, setup, names)
        return all_of_it and all(is_fact(name) or is_codes(name) for name in names)

    def _draw(self, case: Case, setup: Setup) -> Search[None]:
        """Take what completions drawn at random come to, and what those come to that lack little."""
        rng, trying = Random(0), trying_of(case, setup)
        for _ in range(DRAWS):
            sides = self._sides(sample(case, trying, DRAWN, rng), setup)
            yield Step(0, MOST_TRIED)
            self._take_sure(sides, setup)
            yield Step(0, MOST_TRIED)
            for variant in islice(bits(self._news(sides, sides.checks[0])), PROBED):
                if self._news(sides, 1 << variant):
                    self._left_to_try = PROBED
                    yield from self.explore(sides.variants.case_of(variant), setup, {})
            self.reached.exhausted = True
            if self._all_found():
                return

    def explore(self, case: Case, setup: Setup, added: dict[str, int]) -> Search[None]:
        """Look at a partial case, then at what its most wanted answers make of it."""
        if self._left_to_try <= 0:
            self.reached.exhausted = False
            return
        self._left_to_try -= 1
        yield Step(MOST_TRIED - self._left_to_try, MOST_TRIED)
        if self._contradicts(case, setup):
            return
        sides = self._sides(product(case, {}, noting=True), setup)
        wanting = sides.wanting()
        if not self._news(sides, sides.checks[1]):
            return
        self._take_sure(sides, setup)
        if not self._news(sides, 1):
            return
        if len(sides.pairs(0)) == 1:  # only the checks still want something
            wanting = sides.wanting()
        yield from self._answer(case, setup, added, sides, wanting)

    def _answer(
        self,
        case: Case,
        setup: Setup,
        added: dict[str, int],
        sides: Sides,
        wanting: Counter[str],
    ) -> Search[None]:
        names = [name for name, _ in wanting.most_common()]
        choices = [name for name in names if ":" in name]
        choice = choices[0] if choices else None
        adding = next((n for n in names if n.endswith(ADDED) and not is_codes(n)), None)
        values, _ = answering.answers(case, setup, names)
        if values and (choice is None or len(choices) > FEW_CHOICES):
            yield from self._combine(case, setup, added, values)
        elif choice is not None:
            for option in answering.positions(choice, sides.versions):
                yield from self.explore(case, answering.chosen(setup, choice, option), added)
        elif adding is not None:
            yield from self._fill(case, setup, added, adding)
        elif found := answering.findable(case, setup, names):
            yield from self._combine(case, setup, added, found)
        elif sides.consistent(0):  # nothing that a case can state
            self._take_open(case, setup)

    def _combine(
        self, case: Case, setup: Setup, added: dict[str, int], values: Values
    ) -> Search[None]:
        sides = self._sides(product(case, values, noting=True), setup)
        self._left_to_try -= sides.variants.count // PER_TRY
        self._take_sure(sides, setup)
        open_ones = sorted(
            (len(sides.pairs(v)), v) for v in bits(self._news(sides, sides.checks[1]))
        )
        for _, variant in open_ones:
            if self._news(sides, 1 << variant):
                yield from self.explore(sides.variants.case_of(variant), setup, added)

    def _fill(self, case: Case, setup: Setup, added: dict[str, int], path: str) -> Search[None]:
        """Close a list, or put one more member into it."""
        listed = path.removesuffix(ADDED)
        yield from self.explore(case.set_complete(listed, "all"), setup, added)
        for _, more in answering.one_more(case, listed):
            if added.get(listed, 0) < MOST_ADDED:
                count = {**added, listed: added.get(listed, 0) + 1}
                yield from self.explore(closed(more), setup, count)

    # --- taking ------------------------------------------------------------------------------------
    def _missing(self, sides: Sides) -> Iterator[tuple[Pair, int, int]]:
        """The pairs not found yet, each with the variants that have it for sure, and that may have it."""
        first, last = sides.outcomes[0], sides.outcomes[-1]
        for one in OUTCOMES:
            for other in OUTCOMES:
                pair = one, other
                if not self._looked_for(pair):
                    continue
                if len(sides.outcomes) == 1 and one != other:
                    continue
                may = first[one] & last[other]
                yield pair, only(first, one) & only(last, other), may

    def _looked_for(self, pair: Pair) -> bool:
        return pair in self._within and self.reached.adds(pair)

    def _news(self, sides: Sides, among: int) -> int:
        """The variants among some that may have a pair not found yet."""
        found = 0
        for _, _, may in self._missing(sides):
            found |= may
        return found & among

    def _take_sure(self, sides: Sides, setup: Setup, among: int = -1) -> None:
        """Take every pair that some variant (of some) has for sure, whatever is still unknown of it."""
        for pair, sure, _ in list(self._missing(sides)):
            if not self.reached.adds(pair):
                continue
            for variant in islice(bits(sure & sides.checks[0] & among), MOST_LOOKED_AT):
                if self._take(sides, variant, setup, pair):
                    break

    def _take(self, sides: Sides, variant: int, setup: Setup, pair: Pair) -> bool:
        """Keep a pair with its case, if the case contradicts nothing that the first one did not."""
        case = sides.variants.case_of(variant)
        if self._contradicts(case, setup) or not same_law(case, setup, sides):
            return False
        self.reached.pairs.setdefault(pair, (case, setup))
        return True

    def _take_open(self, case: Case, setup: Setup) -> None:
        """Take all that may come where nothing more can be stated: it has no meaning in this direction."""
        if self._contradicts(case, setup):
            return
        left, right = (decide(case, v, setup).possible for v in versions_of(case, setup))
        for pair in ((one, other) for one in left for other in right):
            if self._looked_for(pair):
                self.reached.pairs.setdefault(pair, (case, setup))

    def _contradicts(self, case: Case, setup: Setup) -> bool:
        return self._strict and bool(contradictions(case, setup) - self._stated)

    def _all_found(self) -> bool:
        return not any(self.reached.adds(pair) for pair in self._within)

    def _sides(self, variants: Variants, setup: Setup) -> Sides:
        return Sides.of(variants, setup, broken=self._broken)


__all__ = ["Reached", "finish", "reachable", "trying_of", "versions_of"]
