"""The draws stand near enough to every day of the law that the oracle would notice it a day off."""

from __future__ import annotations

import random
from datetime import date, timedelta
from types import ModuleType
from typing import Any

import pytest

from tests.oracle import basis, draw_south, draw_whole, exceptions, grounds, north, south

CASES = 10_000
OF_NORTH = [
    (basis, "AGREEMENT_STARTS"),
    (basis, "PROTOCOL_STARTS"),
    (north, "PROTOCOL_STARTS"),
    (exceptions, "MORATORIUM_ENDS"),
    (exceptions, "PERMITS_RENUMBERED"),
    (exceptions, "EIGHTEEN_YEAR_RULE"),
    (grounds, "ORDERS_START"),
    (grounds, "ORDERS_LET_EXCEPTIONS_IN"),
    (grounds, "ORDERS_END"),
    (grounds, "SHARING_STARTS"),
    (grounds, "SHARING_REACHES_BACK_TO"),
    (grounds, "SHARING_HEARD_BY"),
    (grounds, "PRIOR_CLAIM_SOFTENED"),
    (grounds, "PROTOCOL_STARTS"),
    (grounds, "LIMITS_START"),
    (grounds, "LIMITS_REACH_BACK_TO"),
    (grounds, "ENTRIES_AFTER"),
    (grounds, "POLICY_STARTS"),
]
OF_SOUTH = ["CHILDREN_LET_IN", "PROTOCOL_STARTS", "LAST_DAY_COVERED"]


@pytest.fixture(scope="module")
def into_canada() -> list[tuple[Any, ...]]:
    """Northbound cases, with their readings and assumptions."""
    rng = random.Random("every day, north")
    return [(draw_whole.draw_northbound(rng), *draw_whole.draw_setup(rng)) for _ in range(CASES)]


@pytest.fixture(scope="module")
def into_the_united_states() -> list[tuple[Any, ...]]:
    """Southbound cases, with their readings."""
    rng = random.Random("every day, south")
    return [(draw_south.draw_southbound(rng), draw_south.draw_setup(rng)) for _ in range(CASES)]


def a_day_off(value: Any, days: int) -> Any:
    """The day before or after, or one day fewer or more."""
    if isinstance(value, str):
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    return value + (days if isinstance(value, int) else timedelta(days=days))


@pytest.mark.slow
@pytest.mark.parametrize("days", [-1, 1])
@pytest.mark.parametrize(("module", "name"), OF_NORTH, ids=lambda value: str(value))
def test_a_northbound_day_moved_by_one_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
    into_canada: list[tuple[Any, ...]],
    module: ModuleType,
    name: str,
    days: int,
) -> None:
    before = under_own_law(into_canada)
    monkeypatch.setattr(module, name, a_day_off(getattr(module, name), days))
    assert before != under_own_law(into_canada)


def under_own_law(cases: list[tuple[Any, ...]]) -> list[grounds.Finding]:
    """What the oracle finds under the law of each case, whenever it is decided."""
    return [
        grounds.decide(facts, version, *setup)
        for facts, *setup in cases
        for version in draw_whole.OWN
    ]


@pytest.mark.slow
@pytest.mark.parametrize("days", [-1, 1])
@pytest.mark.parametrize("name", OF_SOUTH)
def test_a_southbound_day_moved_by_one_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
    into_the_united_states: list[tuple[Any, ...]],
    name: str,
    days: int,
) -> None:
    before = [south.decide(facts, "own", *setup) for facts, *setup in into_the_united_states]
    monkeypatch.setattr(south, name, a_day_off(getattr(south, name), days))
    after = [south.decide(facts, "own", *setup) for facts, *setup in into_the_united_states]
    assert before != after
