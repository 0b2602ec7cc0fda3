"""The oracle against the side-by-side table of the note on U.S. law, and its own agreement."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.oracle import grounds, south
from tests.oracle.draw_south import READINGS, VERSIONS, draw_setup, draw_southbound
from tests.oracle.vectors_south import OPEN_NORTH, OPEN_SOUTH, ROWS

CELLS = [
    (row, direction, version, {}, outcome)
    for row in ROWS
    for (direction, version), outcome in row["expected"].items()
] + [
    (row, direction, version, {reading: position}, outcome)
    for row in ROWS
    for direction, version, reading, position, outcome in row["either"]
]


def decided(
    row: dict[str, Any], direction: str, version: str, readings: dict[str, str]
) -> tuple[str, str]:
    """The oracle's outcome for one cell of the table."""
    if direction == "north":
        return grounds.decide(row["north"], version, OPEN_NORTH | readings)[:2]
    return south.decide(row["south"], version, OPEN_SOUTH | readings)[:2]


@pytest.mark.parametrize(
    ("row", "direction", "version", "readings", "outcome"),
    CELLS,
    ids=[
        "-".join((row["number"], direction, version, *readings.values()))
        for row, direction, version, readings, _ in CELLS
    ],
)
def test_the_oracle_gives_each_cell_of_the_table(
    row: dict[str, Any], direction: str, version: str, readings: dict[str, str], outcome: str
) -> None:
    assert "/".join(decided(row, direction, version, readings)) == outcome, row["facts"]


def test_every_row_and_column_of_the_table_is_there() -> None:
    assert sorted({int(row["number"]) for row in ROWS}) == list(range(1, 19))
    by_number: dict[str, set[tuple[str, str]]] = {}
    for row, direction, version, _, _ in CELLS:
        by_number.setdefault(row["number"], set()).add((direction, version))
    columns = {
        *(("north", version) for version in ("2018-05-01", "2023-04-01", "2026-04-01")),
        *(("south", version) for version in ("2018-05-01", "2023-04-01")),
    }
    # Row 13 has no cell under the law of 2004.
    missing = {number: columns - cells for number, cells in by_number.items() if columns - cells}
    assert missing == {"13": {("north", "2018-05-01"), ("south", "2018-05-01")}}


def test_the_fourteenth_day_is_covered_into_the_united_states_and_not_into_canada() -> None:
    (row,) = [row for row in ROWS if row["number"] == "4"]
    assert decided(row, "north", "2023-04-01", {})[0] == "heard"
    assert decided(row, "south", "2023-04-01", {})[0] == "returned"


def test_public_interest_lets_in_whoever_is_not_in_removal_transit() -> None:
    for number, outcome in (("1", ("heard", "exempt")), ("15", ("returned", "agreement"))):
        row = next(row for row in ROWS if row["number"] == number)
        granted = {**row["south"], "relief": {"public_interest": True}}
        assert south.decide(granted, "2023-04-01", OPEN_SOUTH)[:2] == outcome


@pytest.mark.parametrize("version", VERSIONS)
def test_the_southbound_draws_reach_every_outcome(version: str) -> None:
    rng = random.Random(208)
    found = [south.decide(draw_southbound(rng), version, draw_setup(rng))[:2] for _ in range(2000)]
    for outcome in ("returned", "agreement"), ("heard", "not_covered"), ("heard", "exempt"):
        assert found.count(outcome) >= 100, outcome


def test_every_open_southbound_reading_is_set_in_every_draw() -> None:
    rng = random.Random(30)
    for _ in range(100):
        assert set(READINGS) <= set(draw_setup(rng))
