"""Whatever the diagrams hold possible they can show: a complete case that the program decides so.

What they hold impossible is found in no drawn case either.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest

from core.case.checks import broken_checks
from core.decision.decide import decide
from core.decision.model import Decision
from core.decision.settle import settle
from core.explore.diagram import NO
from core.explore.model import Model
from core.explore.witness import witness
from core.law.version import Version, find_version
from core.logic.truth import FALSE, TRUE
from tests.explore.laws import EVERY, LONGER, NAMES, alone, drawn, encoded, joint, rows_of, versions

DRAWN = 1000 * LONGER
TOGETHER = 40 * LONGER
Wanted = tuple[str, ...]
"""``("way", outcome, how)``, ``("counts", provision)`` or ``("not met", provision)``."""


def questions(model: Model, version: Version) -> Iterator[tuple[Wanted, int]]:
    """Everything asked of a version, with the function that says where it is so."""
    book = model.book(version)
    for (outcome, how), function in book.ways().items():
        yield ("way", outcome, how), function
    for name in rows_of(version):
        yield ("counts", name), book.counts(name)
        yield ("not met", name), model.diagrams.neither(book.met(name))


def is_so(decision: Decision, wanted: Wanted) -> bool:
    """Whether the program decides as wanted."""
    kind, *said = wanted
    if kind == "way":
        return [decision.outcome, decision.how] == said
    verdict = decision.verdicts[said[0]]
    if kind == "not met":
        return verdict.met == FALSE
    return verdict.met == TRUE and verdict.reached == TRUE


@pytest.mark.parametrize("name", EVERY)
def test_what_is_possible_is_shown_by_a_complete_case_that_the_program_decides_so(
    name: str,
) -> None:
    version, model = find_version(name), alone(name)
    wrong: list[tuple[Any, ...]] = []
    shown = 0
    for wanted, function in questions(model, version):
        found = witness(model, function, version.country)
        if found is None:
            continue
        case, setup = found
        shown += 1
        decision = decide(case, version, setup)
        if not is_so(decision, wanted):
            wrong.append((wanted, decision.outcome, decision.how, case.data))
        if decision.waits_for:
            wrong.append((wanted, "waits for", decision.waits_for, case.data))
        wrong += [
            (wanted, "breaks", check.id, case.data) for check in broken_checks(case, setup.readings)
        ]
    assert wrong == []
    assert shown > len(rows_of(version))


@pytest.mark.parametrize("country", sorted(NAMES))
def test_every_choice_stands_at_exactly_one_position(country: str) -> None:
    model = joint(country)
    d, cases = model.diagrams, model.space.domain()
    for (kind, name), codes in model.space.choices.items():
        assert d.both(cases, d.neither(d.any(codes.values()))) == NO, (kind, name)
        for one, other in combinations(codes.values(), 2):
            assert d.both(one, other) == NO, (kind, name)


PAIRS = [
    ("ca:2018-05-01", "ca:whole_border_2018"),
    ("ca:2020-06-01", "ca:evidence_2019"),
    ("ca:2023-04-01", "ca:2026-06-01"),
    ("us:2018-05-01", "us:2023-04-01"),
    ("ca:2023-04-01", "us:2023-04-01"),
]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_two_versions_decide_one_case_as_the_diagrams_say(left: str, right: str) -> None:
    laws = find_version(left), find_version(right)
    model = encoded(Model(laws))
    wrong: list[tuple[Any, ...]] = []
    shown = 0
    ways = [model.book(version).ways().items() for version in laws]
    for (way, here), (other, there) in product(*ways):
        found = witness(model, model.diagrams.both(here, there), laws[0].country)
        if found is None:
            continue
        case, setup = found
        shown += 1
        decided = [decide(case, version, setup) for version in laws]
        said = [(decision.outcome, decision.how) for decision in decided]
        if said != [way, other] or broken_checks(case, setup.readings):
            wrong.append((way, other, said, case.data))
    assert wrong == []
    assert shown >= 3


@pytest.mark.parametrize("name", EVERY)
def test_a_case_is_shown_for_any_two_verdicts_together_under_any_choices(name: str) -> None:
    rng = random.Random(f"two verdicts, {name}")
    version, model = find_version(name), alone(name)
    wrong: list[tuple[Any, ...]] = []
    shown = 0
    asked = list(questions(model, version))
    for _ in range(TOGETHER):
        (one, here), (other, there) = rng.sample(asked, 2)
        both = model.diagrams.both(here, there)
        for codes in model.space.choices.values():
            both = model.diagrams.both(both, codes[rng.choice(sorted(codes))])
        found = witness(model, both, version.country)
        if found is None:
            continue
        case, setup = found
        shown += 1
        decision = decide(case, version, setup)
        said = (is_so(decision, one), is_so(decision, other), broken_checks(case, setup.readings))
        if said != (True, True, ()):
            wrong.append((one, other, said, setup.readings, case.data))
    assert wrong == []
    assert shown > TOGETHER / 3


# --- what is impossible ------------------------------------------------------------------------------
def met_in_draws(country: str) -> dict[str, set[Wanted]]:
    """What drawn cases come to, by version."""
    found: dict[str, set[Wanted]] = {version.name: set() for version in versions(country)}
    for placed in drawn(country, "possible", DRAWN):
        for version in versions(country):
            situation = placed.under(version)
            seen = found[version.name]
            outcome, how, _ = settle(situation)
            seen.add(("way", outcome, str(how)))
            for name in rows_of(version):
                met = situation.provision(name)
                if met == FALSE:
                    seen.add(("not met", name))
                elif met == TRUE and situation.reached(name) == TRUE:
                    seen.add(("counts", name))
    return found


@pytest.mark.parametrize("country", sorted(NAMES))
def test_drawn_cases_come_to_nothing_impossible_and_to_every_possible_outcome_and_way(
    country: str,
) -> None:
    """What no draw comes to would be compared by nobody."""
    wrong: list[tuple[Any, ...]] = []
    impossible = 0
    drawn_to = met_in_draws(country)
    for version in versions(country):
        model = alone(version.name)
        for wanted, function in questions(model, version):
            possible = model.witness(function) is not None
            impossible += not possible
            if wanted in drawn_to[version.name] and not possible:
                wrong.append((version.name, wanted, "drawn, but impossible"))
            if wanted[0] == "way" and possible and wanted not in drawn_to[version.name]:
                wrong.append((version.name, wanted, "possible, but not drawn"))
    assert wrong == []
    assert impossible or country == "us"  # where all is possible
