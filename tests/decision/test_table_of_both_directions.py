"""The program gives every cell of the side-by-side table of the note on U.S. law (its part 2.4)."""

from __future__ import annotations

from typing import Any

import pytest

from core.case.case import Case
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.model import Decision
from core.law.version import find_version
from tests.oracle.test_oracle_vectors_south import CELLS
from tests.oracle.vectors_south import OPEN_NORTH, OPEN_SOUTH, ROWS

COUNTRY = {"north": "ca", "south": "us"}
OPEN = {"north": OPEN_NORTH, "south": OPEN_SOUTH}


def decided(
    row: dict[str, Any], direction: str, version: str, readings: dict[str, str]
) -> Decision:
    """The program's decision of one cell."""
    law = find_version(f"{COUNTRY[direction]}:{version}")
    return decide(Case.from_data(row[direction]), law, Setup(readings=readings))


@pytest.mark.parametrize(
    ("row", "direction", "version", "readings", "outcome"),
    CELLS,
    ids=["-".join((r["number"], d, v, *p.values())) for r, d, v, p, _ in CELLS],
)
def test_the_program_gives_each_cell_of_the_table(
    row: dict[str, Any], direction: str, version: str, readings: dict[str, str], outcome: str
) -> None:
    found = decided(row, direction, version, OPEN[direction] | readings)
    assert f"{found.outcome}/{found.how}" == outcome, row["facts"]


@pytest.mark.parametrize(
    ("row", "direction", "version", "reading"),
    sorted(
        {(n, d, v, r) for n, row in enumerate(ROWS) for d, v, r, _, _ in row["either"]},
    ),
)
def test_a_cell_that_the_table_leaves_open_says_on_which_reading_it_depends(
    row: int, direction: str, version: str, reading: str
) -> None:
    readings = {name: to for name, to in OPEN[direction].items() if name != reading}
    found = decided(ROWS[row], direction, version, readings)
    assert f"reading:{reading}" in found.depends_on
