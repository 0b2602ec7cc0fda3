"""Days at either end of the calendar: absurd, but no reason to fall over."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from core.calendar import add_days, anniversary, parse_day
from core.case.casefile import parse_case
from core.case.migrate import SCHEMA
from core.decision.compare import compare

DAYS = ("0001-01-01", "9999-12-31", "9999-12")
VERSIONS = ("2018-05-01", "whole_border_2018", "9999-12-31")


@pytest.mark.parametrize(("claim", "entry"), list(product(DAYS, DAYS)))
@pytest.mark.parametrize("version", VERSIONS)
def test_a_case_at_the_end_of_the_calendar_is_decided(claim: str, entry: str, version: str) -> None:
    file = parse_case(
        f"""
schema: {SCHEMA}
setup: {{left: {version}, right: {version}}}
case:
  claimant: {{age: 120}}
  claim: {{date: "{claim}"}}
  entries: {{complete: all, items: [{{id: e, date: "{entry}", place: between_land}}]}}
  relatives: {{complete: all, items: [{{id: c, relation: child, birth_date: "{claim}"}},
    {{id: p, relation: parent, age: 120}}]}}
""",
        "end.yaml",
    )
    comparison = compare(file.case, file.setup)
    assert comparison.left.outcome == comparison.right.outcome


def test_the_calendar_ends_where_it_ends() -> None:
    assert add_days(date.max, 1) == date.max
    assert add_days(date.min, -1) == date.min
    assert add_days(date.min, 1) == date(1, 1, 2)
    assert anniversary(date.max, 1) == date.max
    assert anniversary(date(1, 1, 1), -1) == date.min


def test_the_last_month_of_the_calendar_has_its_days() -> None:
    assert parse_day("9999-12") == (date(9999, 12, 1), date(9999, 12, 31))
