"""What two versions make of variants hangs on nothing but the case: no seed, and no country's view of it."""

from __future__ import annotations

import os
import subprocess
import sys

from core.case.case import Case
from core.case.checks import broken_checks
from core.case.setup import Setup
from core.explore.sides import Sides
from core.explore.variants import product

WANTING = """
from core.case.case import Case
from core.case.setup import Setup
from core.explore.sides import Sides
from core.explore.variants import product

sides = Sides.of(product(Case.empty("ca"), {}, noting=True), Setup())
print(list(sides.wanting().items()))
"""


def wanting(seed: str) -> str:
    """What is looked for in an empty case, in order, by a process that hashes with a seed."""
    env = {**os.environ, "PYTHONHASHSEED": seed}
    found = subprocess.run(
        [sys.executable, "-c", WANTING], env=env, capture_output=True, text=True, check=True
    )
    return found.stdout


def test_what_is_looked_for_first_hangs_on_no_hash_seed() -> None:
    first, second = wanting("0"), wanting("1")
    assert first == second
    assert "claim.date" in first


def test_a_check_is_broken_by_the_case_as_it_stands_whichever_country_decides_the_left() -> None:
    case = Case.from_data(
        {
            "journey": {"into": "ca"},
            "entries": {"items": [{"id": "e1", "date": "2018-05-01"}]},
            "claim": {
                "through_portal": True,
                "received": "2018-01-01",
                "in_person": "2018-09-01",
            },
        }
    )
    readings = {"n.claim_made": "portal_receipt"}
    told = {check.id for check in broken_checks(case, readings)}
    assert told == {"claim_not_before_entry"}
    for left in ("2018-05-01", "us:2018-05-01"):
        sides = Sides.of(product(case, {}), Setup(left, "2023-04-01", readings=readings))
        assert sides.broken_in(0) == told
        assert not sides.consistent(0)
