"""The library on what follows: both directions, and every day on which it changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from core.case.library import library
from core.explore.expected import expectations
from core.law.load import law

BEFORE_ALL = "2004-12-30"
"""The first day after that on which the Agreement took effect."""

FIRST_WORDS = {
    provision.id: min(text.start for text in provision.texts)
    for provision in law().provisions.values()
    if provision.kind == "consequence"
}
CHANGES = [
    (provision.id, text.start)
    for provision in law().provisions.values()
    if provision.kind == "consequence"
    for text in provision.texts
    if text.start >= BEFORE_ALL
]
"""Every consequence that begins, or is worded anew, while the Agreement is in force."""


def rows() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Case, version and expectation, where it says what follows."""
    for name in library().ids():
        for version, said in library().load(name).teaching.get("expected", {}).items():
            if "consequences" in said:
                yield name, version, said


SAYING = list(rows())


def told_in_these_words(said: dict[str, Any], consequence: str, start: str) -> bool:
    """Whether a row tells the consequence as it has been worded from that day on."""
    if consequence not in said["consequences"]:
        return False
    first = FIRST_WORDS[consequence] == start
    return first or said.get("texts", {}).get(consequence) == start


@pytest.mark.parametrize(("consequence", "start"), CHANGES)
def test_a_case_tells_apart_the_days_on_both_sides_of_a_change_in_what_follows(
    consequence: str, start: str
) -> None:
    day = start[:10]
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    by_case: dict[str, dict[str, bool]] = {}
    for name, version, said in SAYING:
        by_case.setdefault(name, {})[version] = told_in_these_words(said, consequence, start)
    apart = [
        name for name, told in by_case.items() if told.get(day) is True and told.get(eve) is False
    ]
    assert apart


def test_the_days_on_which_what_follows_changes_are_those_of_the_notes() -> None:
    assert {start[:10] for id_, start in CHANGES if id_.startswith("ca.")} == {
        "2012-12-15",
        "2019-06-21",
        "2020-03-21",
        "2026-03-26",
    }
    assert {start[:10] for id_, start in CHANGES if id_.startswith("us.")} == {
        "2009-03-23",
        "2023-03-25",
        "2024-08-14",
    }


def test_what_follows_is_said_of_many_cases_in_both_directions() -> None:
    into = [
        library().load(name).case.get("journey.into") for name in {name for name, _, _ in SAYING}
    ]
    assert into.count("ca") >= 20
    assert into.count("us") >= 10


def test_what_follows_is_said_of_every_way_in_which_a_claim_comes_out() -> None:
    said_of = {
        (library().load(name).case.get("journey.into"), said["outcome"], said["how"])
        for name, _, said in SAYING
    }
    assert said_of == {
        ("ca", "heard", "not_covered"),
        ("ca", "heard", "exempt"),
        ("ca", "returned", "agreement"),
        ("ca", "returned", "directed_back"),
        ("ca", "barred", "ground"),
        ("ca", "barred", "cannot_claim"),
        ("ca", "barred", "suspended"),
        ("us", "heard", "not_covered"),
        ("us", "heard", "exempt"),
        ("us", "returned", "agreement"),
    }


def test_everything_that_can_follow_is_expected_of_some_case() -> None:
    said = {consequence for _, _, row in SAYING for consequence in row["consequences"]}
    assert set(FIRST_WORDS) - said == set()


def test_an_expectation_lists_what_follows_in_any_order_and_one_thing_more_is_too_much() -> None:
    row = next(
        row for row in expectations() if len(row.said.get("consequences", ())) > 1 and row.holds()
    )
    assert row.said["consequences"] == sorted(row.said["consequences"])
    row.said["consequences"].append("ca.irpa.99(9)")
    assert not row.holds()
