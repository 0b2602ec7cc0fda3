"""Questions about the days of a journey and the ages of its people, asked of the diagrams and of z3.

Those marked stand for what the diagrams cannot yet tell: ages are tried with an entry five days before
the claim and a decision ten days after it, whatever the days of the journey are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from core.case.catalogue import catalogue
from core.explore.model import Model
from core.explore.witness import witness
from core.law.version import find_version
from core.logic.parse import Scope, parse_condition
from tests.explore.test_conditions_together import amiss
from tests.explore.z3case import case_of
from tests.explore.z3judge import Judge

YET = pytest.mark.xfail(reason="ages are tried on days that are not the journey's")

POSSIBLE: list[Any] = [
    ["entry.date.days_to(claim.date) == 13", "claimant.age == 40"],
    ["claimant.age < 18", "claimant.age_at_decision >= 18"],
    ["claimant.age_at_entry < 18", "entry.date.days_to(claim.date) == 14"],
    ['claim.date >= D("2026-03-26")'],
    ['entry.date == D("2023-04-01")', "entry.date.days_to(claim.date) == 365"],
    ["claim.time < entry.time", "entry.date.days_to(claim.date) == 14"],
    [{"some": {"r": "relatives"}, "where": ["r.age_at_decision >= 18", "r.age < 18"]}],
    [{"some": {"c": "history.claims"}, "where": ["c.date.days_to(claim.date) > 800"]}],
    pytest.param(
        [
            "claimant.age_at_entry >= 18",
            "entry.date.days_to(claim.date) == 14",
            "claimant.age < 19",
        ],
        id="adult at an entry fourteen days ago",
        marks=YET,
    ),
    pytest.param(
        [
            "claimant.age_at_entry >= 18",
            "entry.date.days_to(claim.date) > 800",
            "claimant.age < 30",
        ],
        id="adult at an entry long ago",
        marks=YET,
    ),
    pytest.param(
        ["claimant.age_at_entry < 18", "claimant.age >= 30"], id="grown up since", marks=YET
    ),
    pytest.param(["claim.date.days_to(claim.decision_date) == 0"], id="decided at once", marks=YET),
    pytest.param(
        ["claimant.age < 18", "claimant.age_at_decision >= 19"], id="decided late", marks=YET
    ),
]
IMPOSSIBLE: list[Any] = [
    ["claimant.age >= 18", "claimant.age_at_decision < 18"],
    ["claim.time < entry.time", "entry.date.days_to(claim.date) < 0"],
    ['claim.date < D("2023-04-01")'],
    [
        "claimant.age < 18",
        {
            "some": {"r": "relatives"},
            "where": ['r.relation == "child"', 'r.tie == "blood"', "r.age >= 18"],
        },
    ],
    pytest.param(
        ["entry.date.days_to(claim.date) == 0", "claimant.age_at_entry < 18", "claimant.age >= 18"],
        id="of age on one day and not",
        marks=YET,
    ),
]


def _rows() -> Iterator[Any]:
    for rows, possible in ((POSSIBLE, True), (IMPOSSIBLE, False)):
        for row in rows:
            param: Any = row if hasattr(row, "marks") else pytest.param(row)
            yield pytest.param(*param.values, possible, id=param.id, marks=param.marks)


@pytest.mark.parametrize(("rows", "possible"), list(_rows()))
def test_days_and_ages_go_together_as_the_calendar_says(rows: list, possible: bool) -> None:
    both_say(rows, possible)


def both_say(rows: list, possible: bool) -> None:
    """Ask z3 and the diagrams whether a case can fulfil all of the rows, and look at their cases."""
    version = find_version("2023-04-01", "ca")
    condition = parse_condition({"all": rows}, Scope(catalogue()))
    model = Model((version,), extra=[condition])
    judge = Judge((version,), [condition])
    where = model.book(version).condition(condition, {})
    found = judge.find(judge.law(version).condition(condition, {}))
    cases = [case_of(judge.facts, found) if found is not None else None]
    assert (cases[0] is not None) == possible, "z3"
    cases.append(witness(model, where, "ca"))
    assert (cases[1] is not None) == possible, "the diagrams"
    for case in cases:
        assert case is None or not amiss(version, [condition], *case)
