"""What the members of a list can bring about together, their own lists with them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.explore.test_days_and_ages import both_say


def some(*where: Any) -> dict:
    """There is such a relative."""
    return {"some": {"r": "relatives"}, "where": list(where)}


def claim(*where: Any) -> dict:
    """The relative has such a claim."""
    return {"some": {"c": "r.claims"}, "where": list(where)}


def no(condition: dict) -> dict:
    """There is none."""
    return {"not": condition}


SPOUSE, PARENT = 'r.relation == "spouse"', 'r.relation == "parent"'
SHOWN, REFERRED, OPEN = "r.shown == true", "c.referred == true", 'c.stage == "appeal_open"'

TOGETHER = {
    "one of each": [some(SPOUSE), some(PARENT)],
    "two of a kind that differ": [some(SPOUSE, SHOWN), some(SPOUSE, {"not": SHOWN})],
    "one that is not another": [some(SPOUSE), no(some(SPOUSE, SHOWN))],
    "none at all": [no(some(SHOWN)), no(some({"not": SHOWN}))],
    "one with two claims that differ": [some(claim(REFERRED), claim({"not": REFERRED}))],
    "one with a claim, one without": [some(claim(REFERRED)), some(no(claim(REFERRED)))],
    "one with a claim and another claim of which none is open": [
        some(claim(REFERRED), no(claim(OPEN)), no(claim(REFERRED, OPEN)))
    ],
    "two claims, each of its own relative": [
        some(SPOUSE, claim(REFERRED, OPEN)),
        some(PARENT, claim(REFERRED), no(claim(OPEN))),
        no(some(SPOUSE, claim({"not": OPEN}))),
    ],
}
NOT_TOGETHER = {
    "one with more and none with less": [some(SPOUSE, SHOWN), no(some(SPOUSE))],
    "one of two and neither": [
        some({"any": [SPOUSE, PARENT]}),
        no(some(SPOUSE)),
        no(some(PARENT)),
    ],
    "two values at once": [some(SPOUSE, PARENT)],
    "one with a claim of more and none of less": [some(claim(REFERRED, OPEN), no(claim(REFERRED)))],
    "one with a claim that is neither": [
        some(claim(REFERRED), no(claim(REFERRED, OPEN)), no(claim(REFERRED, {"not": OPEN})))
    ],
    "one with a claim and none with any": [
        some(SPOUSE, claim(REFERRED)),
        no(some(claim(REFERRED, OPEN))),
        no(some(claim({"not": OPEN}))),
    ],
}


@pytest.mark.parametrize("rows", TOGETHER.values(), ids=list(TOGETHER))
def test_some_members_can_stand_in_one_list(rows: list) -> None:
    both_say(rows, possible=True)


@pytest.mark.parametrize("rows", NOT_TOGETHER.values(), ids=list(NOT_TOGETHER))
def test_some_members_cannot_stand_in_one_list(rows: list) -> None:
    both_say(rows, possible=False)
