"""Every case that is found is what was asked for, decided by itself, and every pair differs in one change.

``THRESHOLD_FINDS`` says how many requests are drawn at random (the whole run: 2500).
"""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import pytest

from core.case.case import Case
from core.case.checks import broken_checks
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.which import version_for
from core.explore.changing import changeable
from core.explore.contrast import contrasts
from core.explore.find import Found, find
from core.explore.rows import case_with
from core.explore.steps import finish
from core.explore.variants import ADDED, plain_at
from core.explore.wanted import Wanted, can_decide
from core.law.version import Version, find_version
from core.logic.tree import Any

REQUESTS = int(os.environ.get("THRESHOLD_FINDS", "14"))
WHOLE = REQUESTS > 1000
DAYS = (
    (("2018-05-01", "ca"), ("2024-05-01", "ca"), ("2018-05-01", "us"), ("2024-05-01", "us"))
    if WHOLE
    else (("2024-05-01", "ca"),)
)
DECIDING = [
    pytest.param(name, into, p.id, id=f"{into}-{name}-{p.id}")
    for name, into in DAYS
    for p in can_decide(find_version(name, into))[:: 1 if WHOLE else 3]
]
LIBRARY, FAR = 140, 400
"""Steps that most searches are followed for, just past the library, and those of every twelfth."""
VERSIONS = ("2010-06-01", "2018-05-01", "2023-04-01", "2024-05-01", "whole_border_2018", "own")
OUTCOMES = ("heard", "returned", "barred", None)


def supposing_not_met(version: Version, name: str) -> Version:
    """The version with a provision that holds nowhere; of one with parts, none of them does."""
    away = {name, *(part.id for part in version.parts.get(name, ()))}
    never = {key: replace(version.texts[key], when=Any(())) for key in away}
    return replace(version, texts={**version.texts, **never}, kept={})


def decided(case: Case, name: str, setup: Setup, without: str | None = None) -> str:
    version = version_for(case, name, setup)
    if without is not None:
        if without not in version.texts:
            return decide(case, version, setup).outcome
        version = supposing_not_met(version, without)
    return decide(case, version, setup).outcome


def decides(case: Case, name: str, setup: Setup, provision: str) -> bool:
    return decided(case, name, setup) != decided(case, name, setup, provision)


def is_what_was_asked(found: Found, wanted: Wanted) -> bool:
    """Whether a found case is so, asked of the decision alone."""
    case, setup = found.case, found.setup
    sides = (setup.left, setup.right)
    outcomes = tuple(decided(case, name, setup) for name in sides)
    told = all(want in (None, got) for want, got in zip(wanted.outcomes, outcomes, strict=True))
    hangs = wanted.deciding is None or any(
        decides(case, name, setup, wanted.deciding) for name in sides
    )
    return found.outcomes == outcomes and told and hangs and not broken_checks(case, setup.readings)


@pytest.mark.parametrize(("name", "into", "provision"), DECIDING)
def test_a_case_is_found_that_each_provision_decides_and_a_pair_on_either_side(
    name, into, provision
):
    setup = Setup(left=name, right=name)
    wanted = Wanted((None, None), provision)
    found = finish(find(setup, wanted, into, most=2))
    assert found
    assert all(is_what_was_asked(one, wanted) for one in found)
    for pair in finish(contrasts(provision, setup, into, most=1)):
        assert len(pair.change) == 1
        assert case_with(pair.first, pair.change) == pair.second != pair.first
        told = tuple(decided(case, name, pair.setup) for case in (pair.first, pair.second))
        assert told == pair.outcomes
        assert told[0] != told[1]
        assert decides(pair.first, name, pair.setup, provision)
        assert not decides(pair.second, name, pair.setup, provision)
        assert not broken_checks(pair.second, pair.setup.readings)


def test_every_provision_has_a_pair_on_some_day():
    """Of each that can decide under a version the search finds a pair, or the list says it finds none."""
    version = find_version("2024-05-01", "ca")
    setup = Setup(left="2024-05-01", right="2024-05-01")
    every = can_decide(version)[:: 1 if WHOLE else 4]
    assert [p.id for p in every if not finish(contrasts(p.id, setup, "ca", most=1))] == []


@pytest.mark.parametrize("seed", range(REQUESTS))
def test_what_is_found_for_a_random_request_is_what_was_asked(seed):
    rng = Random(seed)
    into = rng.choice(("ca", "us"))
    names = [v for v in VERSIONS if into == "ca" or "whole" not in v]
    setup = Setup(left=rng.choice(names), right=rng.choice(names))
    wanted = Wanted((rng.choice(OUTCOMES), rng.choice(OUTCOMES)), _deciding(rng, setup, into))
    if setup.left == setup.right and len(set(wanted.outcomes) - {None}) == 2:
        wanted = replace(wanted, outcomes=(wanted.outcomes[0], None))
    search = find(setup, wanted, into, most=2)
    for found in _within(search, FAR if seed % 12 == 0 else LIBRARY):
        assert is_what_was_asked(found, wanted), (setup, wanted, found.source, found.changes)
        if found.near:
            assert case_with(found.base(), found.changes) == found.case


def _deciding(rng: Random, setup: Setup, into: str) -> str | None:
    if rng.random() < 0.4:
        return None
    name = next((n for n in (setup.left, setup.right) if n != "own"), "2024-05-01")
    return rng.choice([p.id for p in can_decide(find_version(name, into))])


def _within(search, steps: int) -> list[Found]:
    """What a search finds in so many steps; one that would go on is left."""
    for _ in range(steps):
        try:
            next(search)
        except StopIteration as end:
            return list(end.value)
    return []


def test_a_case_made_near_another_differs_only_where_it_says():
    from core.case.library import library

    near = library().load("the-formal-crossing").case
    [found] = finish(find(Setup(), Wanted(("heard", "returned")), "ca", near))
    assert len(found.changes) == 1
    same = [p for p in changeable(near) if p not in found.changes and not p.endswith((ADDED, "]"))]
    assert all(plain_at(near, path) == plain_at(found.case, path) for path in same)


def test_what_cannot_be_is_not_found_and_the_search_ends():
    near = Case.from_data({"journey": {"into": "ca"}, "claimant": {"age": 30}})
    same = Setup(left="2018-05-01", right="2018-05-01")
    assert finish(find(same, Wanted(("heard", "returned")), "ca", near)) == []
