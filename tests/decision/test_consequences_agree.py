"""What follows from a decision: the program and the oracle agree on drawn complete cases.

`THRESHOLD_CONSEQUENCE_CASES` sets how many cases are drawn in all, half of them each way. Every case
is put to every version of its direction.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from core.decision.consequences import consequences
from core.decision.decide import decide
from core.decision.which import version_for
from core.law.load import law as whole_law
from core.logic.truth import TRUE
from tests.decision.whole_law import Asked, Drawn, drawn_north, drawn_south
from tests.oracle import aftermath, draw_south, draw_whole

CASES = int(os.environ.get("THRESHOLD_CONSEQUENCE_CASES", "5000"))
CHUNK = 250
CHUNKS = range(-(-CASES // (2 * CHUNK)))
SHOWN = 8
"""So many kinds of disagreement are printed, each with its smallest case."""

ONLY_FOLLOWS = {
    "n.two_grounds": ("seven_days", "same_day"),
    "n.prra_after_old_e": ("barred", "not_barred"),
    "n.rad_no_exception": ("appeal_open", "appeal_closed"),
}
"""The readings that change nothing but what follows."""

DIRECTIONS = {"north": draw_whole.VERSIONS, "south": draw_south.VERSIONS}


def drawn(direction: str, seed: str, size: int) -> Iterator[Drawn]:
    """Draw cases; into Canada, half of them with other positions on what follows."""
    if direction == "south":
        yield from drawn_south(f"what follows, {seed}", size)
        return
    rng = random.Random(f"what follows, north, {seed}")
    for case in drawn_north(f"what follows, {seed}", size):
        chosen = {name: rng.choice(positions) for name, positions in ONLY_FOLLOWS.items()}
        yield case._replace(readings={**case.readings, **(chosen if rng.random() < 0.5 else {})})


class Followed(NamedTuple):
    """A drawn case under a version, with what follows from it according to both."""

    case: Drawn
    version: str
    program: dict[str, str]
    oracle: dict[str, bool]

    @property
    def differ(self) -> set[str]:
        """The consequences that follow in one only, or in other words than they should."""
        told = {name: self.later(name) for name in self.program}
        return {name for name, _ in told.items() ^ self.oracle.items()}

    def later(self, name: str) -> bool:
        """Whether the program tells the consequence in its later words."""
        return name in aftermath.TEXTS and self.program[name][:10] >= aftermath.TEXTS[name]


def followed(direction: str, seed: str, size: int) -> Iterator[Followed]:
    """Ask both, case by case and version by version."""
    for case in drawn(direction, seed, size):
        asked = Asked(case)
        for version in DIRECTIONS[direction]:
            law = version_for(asked.case, version, asked.setup)
            program = {
                follows.provision.id: follows.text.start
                for follows in consequences(decide(asked.case, law, asked.setup))
                if follows.truth is TRUE
            }
            yield Followed(case, version, program, wanted(case, version))


def wanted(case: Drawn, version: str) -> dict[str, bool]:
    """What the oracle says follows, and whether in its later words."""
    facts, readings, assumptions = case
    if facts["journey"]["into"] == "ca":
        names = aftermath.northbound(facts, version, readings, assumptions)
    else:
        names = aftermath.southbound(facts, version, readings)
    later = aftermath.in_later_words(facts, version, readings)
    return {name: name in later for name in names}


# --- the tests --------------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_same_follows_according_to_the_program_and_the_oracle(
    direction: str, chunk: int
) -> None:
    kinds: dict[str, list[Followed]] = {}
    for one in followed(direction, str(chunk), CHUNK):
        rest = one.differ
        if rest:
            said = f"program {sorted(rest & set(one.program))}, oracle {sorted(rest & set(one.oracle))}"
            kinds.setdefault(said, []).append(one)
    lines = []
    for said, found in sorted(kinds.items(), key=lambda kind: -len(kind[1]))[:SHOWN]:
        least = min(found, key=lambda one: len(str(one.case)))
        lines.append(f"{len(found)} times: {said}\n  such as under {least.version}: {least.case}")
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


def ids(country: str) -> set[str]:
    """The consequences that a country's law has."""
    return {
        provision.id
        for provision in whole_law().provisions.values()
        if provision.kind == "consequence" and provision.id.startswith(f"{country}.")
    }


@pytest.mark.parametrize(("direction", "country"), [("north", "ca"), ("south", "us")])
def test_everything_that_can_follow_follows_in_some_draw_and_not_in_others(
    direction: str, country: str
) -> None:
    counts: Counter[str] = Counter()
    total = 0
    for case in drawn(direction, "census", 400):
        for version in DIRECTIONS[direction]:
            counts.update(wanted(case, version).keys())
            total += 1
    assert set(counts) == ids(country)
    assert {name for name, count in counts.items() if not 0.003 * total <= count < total} == set()


@pytest.mark.parametrize("reading", ONLY_FOLLOWS)
def test_a_reading_of_what_follows_changes_that_and_no_outcome(reading: str) -> None:
    changed = 0
    for case in drawn_north(f"reading {reading}", 150):
        for version in ("2018-05-01", "2026-04-01"):
            told = set()
            for position in ONLY_FOLLOWS[reading]:
                asked = Asked(case._replace(readings={**case.readings, reading: position}))
                law = version_for(asked.case, version, asked.setup)
                found = decide(asked.case, law, asked.setup)
                names = frozenset(follows.provision.id for follows in consequences(found))
                told.add((found.outcome, found.how, names))
            assert len({(outcome, how) for outcome, how, _ in told}) == 1
            changed += len(told) > 1
    assert changed > 0
