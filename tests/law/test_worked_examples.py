"""The worked examples of the research note that turn on more than the Agreement: nos. 5 to 8, 20 to 37.

Each row: the note's number and facts, the case, the setup's readings, and for each law the outcome, how,
and every ground that applies. A law is read as if the entry had fallen on its day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from core.case.case import Case
from core.case.setup import Setup
from core.decision.decide import decide
from core.law.version import find_version
from tests.oracle.cases import Facts, case, listed, relative

OLD, MIDDLE, NEW = "2018-05-01", "2023-04-01", "2026-04-01"
E = "ca.irpa.101(1)(e)"
ORDERS = "ca.order.covid-2020"


def ground(letter: str) -> str:
    """The id of a ground of IRPA 101(1)."""
    return f"ca.irpa.101(1)({letter})"


class Example(NamedTuple):
    """One row of the table."""

    number: str
    case: Facts
    expected: dict[str, tuple[str, str, set[str]]]


def heard(how: str = "not_covered") -> tuple[str, str, set[str]]:
    """Heard, with no ground applying."""
    return "heard", how, set()


def returned(*others: str) -> tuple[str, str, set[str]]:
    """Returned under the Agreement, with other grounds beside it."""
    return "returned", "agreement", {E, *others}


def barred(*grounds: str) -> tuple[str, str, set[str]]:
    """Barred by these grounds."""
    return "barred", "ground", set(grounds)


def irregular(n: int, **more: Any) -> Facts:
    """Across the land border between ports, claiming n days later."""
    made = case("between_land", 0, **more)
    day = date.fromisoformat(made["entries"]["items"][0]["date"])
    made["claim"] = {
        k: v
        for k, v in made["claim"].items()
        if k not in ("in_person", "through_portal", "received")
    }
    made["claim"]["date"] = (day + timedelta(days=n)).isoformat()
    return made


def earlier(made: Facts, place: str, days_before: int) -> Facts:
    """The same with an earlier entry, so many days before the one relied on."""
    last = made["entries"]["items"][-1]
    day = date.fromisoformat(last["date"]) - timedelta(days=days_before)
    first = {k: v for k, v in last.items() if k != "at_port"}
    first |= {"id": "e0", "place": place, "date": day.isoformat()}
    return {**made, "entries": listed(first, last)}


def history(made: Facts, *claims: Facts) -> Facts:
    """The same with earlier refugee claims."""
    return {**made, "history": {**made["history"], "claims": listed(*claims)}}


SISTER = relative("sibling", 30, "destination", "citizen")
UNCLE = relative("aunt_or_uncle", 45, "destination", "permanent_resident")
FIRST_REFUSAL: Facts = {
    "id": "h1",
    "place": "here",
    "date": "2022-04-01",
    "result": "ineligible",
    "ground": "agreement",
}
CLAIM_IN_2016: Facts = {
    "id": "h1",
    "place": "abroad",
    "country": "US",
    "date": "2016-03-01",
    "result": "rejected",
    "confirmed": True,
}
SENT_BACK: Facts = {
    "re_entering": True,
    "refused_by_other_side": True,
    "claim_decided_there": False,
    "could_have_claimed_there": False,
}
LONE_MINOR = irregular(30, age=16)

EXAMPLES = [
    Example("5", irregular(13), {OLD: heard(), MIDDLE: returned(), NEW: returned()}),
    Example("6", irregular(14), {OLD: heard(), MIDDLE: heard(), NEW: barred(ground("b.2"))}),
    Example(
        "7",
        irregular(5, relatives=(SISTER,)),
        {OLD: heard(), MIDDLE: heard("exempt"), NEW: heard("exempt")},
    ),
    Example(
        "8",
        irregular(20, relatives=(SISTER,)),
        {OLD: heard(), MIDDLE: heard(), NEW: barred(ground("b.2"))},
    ),
    Example(
        "20",
        case(route=SENT_BACK),
        {OLD: heard("exempt"), MIDDLE: heard("exempt"), NEW: heard("exempt")},
    ),
    Example(
        "20, first entry over a year ago",
        earlier(case(route=SENT_BACK), "airport", 400),
        {MIDDLE: heard("exempt"), NEW: barred(ground("b.1"))},
    ),
    Example(
        "21",
        history(case(relatives=(SISTER,)), FIRST_REFUSAL),
        {OLD: barred(ground("c")), MIDDLE: barred(ground("c")), NEW: barred(ground("c"))},
    ),
    Example(
        "22",
        history(case(route=SENT_BACK), FIRST_REFUSAL),
        {OLD: barred(ground("c")), MIDDLE: heard("exempt"), NEW: heard("exempt")},
    ),
    Example(
        "23",
        history(case(relatives=(UNCLE,)), CLAIM_IN_2016),
        {OLD: heard("exempt"), MIDDLE: barred(ground("c.1")), NEW: barred(ground("c.1"))},
    ),
    Example(
        "24, irregular, n = 20",
        irregular(
            20,
            claimant={
                "nationalities": listed(),
                "stateless": True,
                "former_residence": listed("US"),
            },
        ),
        {OLD: heard(), MIDDLE: heard(), NEW: barred(ground("b.2"))},
    ),
    Example(
        "30",
        irregular(0),
        {
            "2020-04-01": ("returned", "directed_back", {ORDERS}),
            "2021-11-20": ("returned", "directed_back", {ORDERS}),
            "2021-11-21": heard(),
            "2020-03-20": heard(),
        },
    ),
    Example(
        "part 1.4, an exception at a land port",
        case(relatives=(SISTER,)),
        {
            "2020-04-01": ("returned", "directed_back", {ORDERS}),
            "2020-04-22": heard("exempt"),
            "2020-03-20": heard("exempt"),
        },
    ),
    Example(
        "part 1.4, an exception between ports",
        irregular(0, relatives=(SISTER,)),
        {"2020-06-01": ("returned", "directed_back", {ORDERS})},
    ),
    Example("28", LONE_MINOR, {NEW: barred(ground("b.2"))}),
    Example(
        "28, policy applied",
        {**LONE_MINOR, "relief": {"unaccompanied_minor_policy": True}},
        {"2026-06-01": heard(), NEW: barred(ground("b.2"))},
    ),
    Example(
        "32",
        earlier(irregular(5, relatives=(SISTER,)), "airport", 900),
        {MIDDLE: heard("exempt"), NEW: barred(ground("b.1"))},
    ),
    Example(
        "34",
        irregular(20, claimant={"nationalities": listed("US")}),
        {OLD: heard(), MIDDLE: heard(), NEW: barred(ground("b.2"))},
    ),
    Example(
        "37",
        earlier(irregular(5), "airport", 900),
        {MIDDLE: returned(), NEW: returned(ground("b.1"))},
    ),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.number)
def test_the_program_gives_what_the_note_works_out(example: Example) -> None:
    made = Case.from_data(example.case)
    for version, (outcome, how, grounds) in example.expected.items():
        decision = decide(made, find_version(version), Setup())
        found = decision.outcome, decision.how, set(decision.grounds)
        assert found == (outcome, how, grounds), version


def test_the_last_day_of_the_year_after_the_first_entry_is_in_time_and_the_next_is_not() -> None:
    """Nos. 26 and 33, and the day counts of part 3.4."""
    for entered, good, late in (
        ("2024-06-30", "2025-06-30", "2025-07-01"),
        ("2025-03-02", "2026-03-02", "2026-03-03"),
        ("2024-02-29", "2025-02-28", "2025-03-01"),
    ):
        for day, outcome in ((good, "heard"), (late, "barred")):
            made = case("airport")
            made["entries"]["items"][0]["date"] = entered
            claim = {"date": day, "inland": True, "under_removal_order": False}
            decision = decide(Case.from_data({**made, "claim": claim}), find_version(NEW))
            assert decision.outcome == outcome, (entered, day)


def test_an_entry_not_after_24_june_2020_starts_no_year() -> None:
    """No. 27: entered in 2019, with the entry relied on read as if in April 2026."""
    made = earlier(case("airport"), "airport", 2200)  # six years before the entry relied on
    decision = decide(Case.from_data(made), find_version(NEW))
    assert ground("b.1") not in decision.grounds


def test_an_old_crossing_and_a_later_lawful_entry_are_readings_of_the_fourteen_day_bar() -> None:
    made = Case.from_data(earlier(case("airport"), "between_land", 100))
    version = find_version(NEW)
    assert decide(made, version).grounds == (ground("b.2"),)
    assert "reading:n.b2_several_entries" in decide(made, version).depends_on
    latest = Setup(readings={"n.b2_several_entries": "latest_only"})
    assert decide(made, version, latest).outcome == "heard"


def test_under_suspension_the_fourteen_day_bar_is_open_as_the_note_says() -> None:
    decision = decide(Case.from_data(irregular(20)), find_version(f"{NEW}+suspended"))
    assert decision.outcome == "undetermined"
    assert decision.waits_for == ("reading:n.b2_suspended",)


@pytest.mark.parametrize(
    ("facts", "letter"),
    [
        ({"protected_here": True}, "a"),
        ({"claims": listed({"id": "h", "place": "here", "result": "rejected"})}, "b"),
        ({"claims": listed({"id": "h", "place": "here", "result": "withdrawn"})}, "c"),
        ({"recognised_elsewhere": True, "returnable_there": True}, "d"),
        ({"inadmissible": listed("security")}, "f"),
    ],
)
def test_each_other_ground_bars_on_its_own_and_an_exception_does_not_cure_it(
    facts: Facts, letter: str
) -> None:
    made = case(relatives=(SISTER,))
    made["history"] = {**made["history"], **facts}
    decision = decide(Case.from_data(made), find_version(OLD))
    assert (decision.outcome, decision.grounds) == ("barred", (ground(letter),))


def test_a_removal_order_shuts_the_door_to_any_claim() -> None:
    made = case("airport")
    made["claim"]["under_removal_order"] = True
    decision = decide(Case.from_data(made), find_version(OLD))
    assert (decision.outcome, decision.how) == ("barred", "cannot_claim")
