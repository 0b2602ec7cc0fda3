"""The parting is exact: that set of differences makes the left decide like the right, no smaller one does.

``THRESHOLD_PARTINGS`` sets how many drawn cases that come out differently are looked at, and from a
thousand on, every two states of the law are compared for the library, not only those that follow one
another.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, permutations

import pytest

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare, compare_decisions
from core.decision.decide import decide
from core.decision.mixture import Mixtures
from core.decision.model import Comparison
from core.decision.parting import Exhausted, Search
from core.decision.settle import settle
from core.decision.situation import Situation, choices_of
from core.law.load import law
from core.law.version import Version, VersionError, find_version
from tests.decision.completing import Gap, make_partial
from tests.decision.parted import assert_exact
from tests.decision.whole_law import drawn_north, drawn_south
from tests.oracle.cases import case as made_case
from tests.oracle.cases import relative
from tests.oracle.draw import draw_case, draw_setup

PARTED = int(os.environ.get("THRESHOLD_PARTINGS", "300"))
"""Drawn cases that come out differently, in all."""

WHOLE = PARTED >= 1000
CHUNKS = 10

PAIRS = [
    ("2018-05-01", "whole_border_2018"),
    ("2018-05-01", "2023-04-01"),
    ("whole_border_2018", "2023-04-01"),
    ("2023-04-01", "2026-04-01"),
]
TOGETHER = [pair for pair in law().pairs if not pair.left.startswith("ca:")]
"""The comparisons of the menu that compare two versions of one country."""


def exact(comparison: Comparison) -> None:
    """Judge the parting of a comparison."""
    assert_exact(comparison, Mixtures(comparison.left, comparison.right).units)


@cache
def states(country: str) -> tuple[Version, ...]:
    """The law of a country on each day on which it changed."""
    provisions = [p for p in law().provisions.values() if p.country == country]
    days = sorted({text.start for provision in provisions for text in provision.texts})
    return tuple(find_version(f"{country}:{day}") for day in days)


@pytest.mark.parametrize("pair", TOGETHER, ids=lambda pair: pair.id)
def test_the_parting_of_every_library_case_is_exact_in_every_comparison_of_the_menu(pair) -> None:
    parted = 0
    for name in library().ids():
        comparison = compare(library().load(name).case, Setup(left=pair.left, right=pair.right))
        exact(comparison)
        parted += comparison.parting is not None
    assert parted


@pytest.mark.parametrize("country", ["ca", "us"])
def test_the_parting_of_every_library_case_is_exact_between_states_of_the_law(country) -> None:
    follow = {(one.name, other.name) for one, other in pairwise(states(country))}
    parted = 0
    for name in library().ids():
        case = library().load(name).case
        if case.get("journey.into") != country:
            continue
        decisions = [decide(case, version) for version in states(country)]
        for left, right in permutations(decisions, 2):
            if WHOLE or (left.version.name, right.version.name) in follow:
                comparison = compare_decisions(case, left, right)
                exact(comparison)
                parted += comparison.parting is not None
    print(f"{country}: {parted} parted")
    assert parted


def drawn(rng: random.Random) -> Iterator[tuple[Case, Setup]]:
    """Cases of both directions and two versions to compare them under, some complete, some not."""
    days = {into: [v.name for v in states(into)] for into in ("ca", "us")}
    seed = str(rng.random())
    north, south = drawn_north(seed, 10**9), drawn_south(seed, 10**9)
    while True:
        into = rng.choice(["ca", "ca", "ca", "us"])
        facts, readings, assumptions = next(north if into == "ca" else south)
        near = list(pairwise(days[into])) * 2 + PAIRS + [(v, "own") for v in days[into][-3:]]
        left, right = rng.choice(near)
        if rng.random() < 0.5:
            left, right = right, left
        setup = Setup(left=left, right=right, readings=readings, assumptions=assumptions)
        yield Case.from_data(facts), setup


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_parting_of_drawn_cases_is_exact(chunk: int) -> None:
    parted = asked = 0
    for case, setup in drawn(random.Random(f"partings {chunk}")):
        try:
            comparison = compare(case, setup)
        except VersionError:  # its own law begins before the program's
            continue
        asked += 1
        if comparison.parting is not None:
            exact(comparison)
            parted += 1
        if parted >= PARTED // CHUNKS:
            break
    print(f"{parted} parted of {asked}")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p[0]} against {p[1]}")
def test_the_parting_of_partial_cases_is_exact_too(pair: tuple[str, str]) -> None:
    rng = random.Random(f"parting of partial cases {pair}")
    for _ in range(PARTED // 10):
        readings, assumptions = draw_setup(rng)
        setup = Setup(left=pair[0], right=pair[1], readings=readings, assumptions=assumptions)
        made = make_partial(draw_case(rng), setup, {}, rng, 2, wanted=any_gap)
        exact(compare(Case(made.facts), made.setup))


def any_gap(gap: Gap) -> bool:
    """Every fact may be forgotten, those of the entry too."""
    return bool(gap.name)


def test_swapping_left_and_right_swaps_what_only_one_side_has() -> None:
    swapped = {"only_left": "only_right", "only_right": "only_left"}
    for name in library().ids():
        case = library().load(name).case
        one = compare(case, Setup(left="2018-05-01", right="2023-04-01"))
        other = compare(case, Setup(left="2023-04-01", right="2018-05-01"))
        assert one.agree is other.agree
        for here, there in zip(one.rows, other.rows, strict=True):
            assert there.provision.id == here.provision.id
            assert there.change == swapped.get(here.change, here.change)


def test_a_parting_looks_for_what_a_decision_says() -> None:
    sister = relative("sibling", 30, "destination", "citizen")
    made = made_case("land_port", 5, relatives=(sister,))
    entry = made["entries"]["items"][0]
    del entry["place"], entry["at_port"]
    first = {"id": "e0", "place": "between_land", "date": "2021-05-01", "shown": True}
    made["entries"]["items"].insert(0, first)
    setup = Setup(left="2023-04-01", right="2026-04-01", readings={"n.port_hours": "all_hours"})
    comparison = compare(Case.from_data(made), setup)
    assert (comparison.left.outcome, comparison.right.outcome) == ("heard", "barred")
    assert comparison.parting is not None
    assert [unit.id for unit in comparison.parting.all] == ["ca.irpa.101(1)(b.1)"]


def test_a_list_of_countries_that_moved_is_a_parting_of_its_own() -> None:
    case = library().load("the-list-moves").case
    found = compare(case, Setup(left="ca:2004-12-29", right="ca:2009-07-22")).parting
    assert found is not None
    assert {unit.kind for unit in found.all} == {"table"}


def test_a_search_that_was_given_up_says_that_a_smaller_set_may_exist(monkeypatch) -> None:
    monkeypatch.setattr("core.decision.parting.MOST_TRIED", 3)
    case = library().load("across-the-st-clair").case
    setup = Setup(left="whole_border_2018", right="2023-04-01")
    parting = compare(case, setup).parting
    assert parting is not None
    assert not parting.exact
    comparison = compare(case, setup)
    search = Search(Mixtures(comparison.left, comparison.right))
    with pytest.raises(Exhausted):
        search.smallest()
    kept = search.pruned()
    assert search.mixtures.units_of(kept) == parting.all
    assert search.reached(kept)
    for at in range(kept.bit_length()):
        assert not (kept >> at & 1 and search.reached(kept & ~(1 << at)))


def test_the_outcome_of_a_mixture_hangs_on_what_it_says_alone() -> None:
    rng = random.Random("what a mixture hangs on")
    tried = 0
    for case, setup in drawn(rng):
        version = find_version(setup.left) if setup.left != "own" else None
        if version is None or setup.right == "own":
            continue
        comparison = compare(case, setup)
        if comparison.parting is None:
            continue
        mixtures = Mixtures(comparison.left, comparison.right)
        every = (1 << len(mixtures.units)) - 1
        one = rng.randrange(every + 1)
        read = mixtures.what(one).read
        other = one & read | rng.randrange(every + 1) & ~read
        fresh = Mixtures(comparison.left, comparison.right)
        assert fresh.what(other).settled == mixtures.what(one).settled
        tried += 1
        if tried == PARTED // 4:
            return


def test_the_parting_is_none_exactly_where_outcome_and_way_are_the_same() -> None:
    for case, setup in drawn(random.Random("no parting")):
        if "own" in (setup.left, setup.right):
            continue
        left, right = (
            settle(Situation(case, version, choices_of(version, setup)))
            for version in map(find_version, (setup.left, setup.right))
        )
        if left == right:
            assert compare(case, setup).parting is None
            return
