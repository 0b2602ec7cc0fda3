"""Whether a named port was open at an hour: by its rows, by side, and unknown where no row speaks."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import parse_day
from core.case.ports import Finding, Ports, build_ports, folded, in_season, ports
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth

PLACES: dict[str, Any] = {
    "sides": {
        "ca": [{"name": "name", "region": "province"}],
        "us": [
            {"name": "us_counterpart", "region": "us_state"},
            {"name": "name", "region": "province"},
        ],
    },
    "rows": [
        {
            "name": "Élan",
            "province": "QC",
            "us_counterpart": "Elk",
            "us_state": "VT",
            "kind": "land",
        },
        {
            "name": "Élan (train)",
            "province": "QC",
            "us_counterpart": "Elk",
            "us_state": "VT",
            "kind": "rail",
        },
        {
            "name": "Moose",
            "province": "MB",
            "us_counterpart": "Elk",
            "us_state": "ND",
            "kind": "land",
        },
        {"name": "Wood Road", "province": "QC", "kind": "unofficial"},
    ],
}
SUMMER = ["second sunday of 03", "first saturday of 11"]


def made(*rows: dict[str, Any]) -> Ports:
    """The four places with these hours."""
    whole = [{"side": "ca", "from": "2020-01-01", "source": "s", **row} for row in rows]
    sources = [{"id": "s", "title": "a notice", "address": "https://example.org/"}]
    return build_ports(PLACES, {"rows": whole, "sources": sources})


NINE_TO_FIVE = {"port": "Élan", "open": "09:00-17:00"}


def asked(
    found: Ports,
    name: str = "Élan",
    day: str = "2024-06-05",
    clock: str | None = "03:00",
    side: str | None = "ca",
    kinds: list[str] | None = None,
) -> Truth:
    """Whether the port was open."""
    hour = time.fromisoformat(clock) if clock else None
    return found.asked(name, side, kinds, parse_day(day), hour).truth


@pytest.mark.parametrize(
    ("clock", "open_"),
    [("00:00", FALSE), ("08:59", FALSE), ("09:00", TRUE), ("16:59", TRUE), ("17:00", FALSE)],
)
def test_a_port_is_open_from_its_first_minute_and_closed_from_its_last_hour_on(
    clock: str, open_: Truth
) -> None:
    assert asked(made(NINE_TO_FIVE), clock=clock) == open_


@pytest.mark.parametrize("day", ["2019-12-31", "2018-05-01"])
def test_hours_say_nothing_of_the_days_before_them(day: str) -> None:
    assert asked(made(NINE_TO_FIVE), day=day) == UNKNOWN
    assert asked(made(NINE_TO_FIVE), day="2020-01-01") == FALSE


def test_hours_end_on_the_day_on_which_others_begin() -> None:
    found = made(
        {**NINE_TO_FIVE, "until": "2022-01-01"},
        {"port": "Élan", "open": "06:00-18:00", "from": "2022-01-01"},
    )
    assert asked(found, day="2021-12-31", clock="07:00") == FALSE
    assert asked(found, day="2022-01-01", clock="07:00") == TRUE
    assert asked(made({**NINE_TO_FIVE, "until": "2022-01-01"}), day="2022-01-01") == UNKNOWN


def test_without_the_hour_only_a_port_that_kept_one_state_all_day_is_known() -> None:
    assert asked(made(NINE_TO_FIVE), clock=None) == UNKNOWN
    assert asked(made({"port": "Élan", "open": "closed"}), clock=None) == FALSE
    assert asked(made({"port": "Élan", "open": "00:00-24:00"}), clock=None) == TRUE


@pytest.mark.parametrize("missing", ["name", "side", "day"])
def test_without_port_direction_or_day_nothing_is_known(missing: str) -> None:
    given_: dict[str, Any] = {"name": "Élan", "side": "ca", "day": date(2024, 6, 5)}
    given_[missing] = None
    found = made({"port": "Élan", "open": "closed"})
    assert found.asked(given_["name"], given_["side"], None, given_["day"], None).truth == UNKNOWN


def test_what_is_known_of_one_side_says_nothing_of_the_other() -> None:
    found = made(NINE_TO_FIVE, {"port": "Moose", "open": "closed", "side": "us"})
    assert asked(found, "Élan", side="us") == UNKNOWN
    assert asked(found, "Moose", side="us") == FALSE
    assert asked(found, "Moose", side="ca") == UNKNOWN


def test_the_name_across_the_line_counts_on_the_way_there_only() -> None:
    found = made(
        {"port": "Moose", "open": "closed", "side": "us"}, {"port": "Moose", "open": "closed"}
    )
    assert asked(found, "Elk, ND", side="us") == FALSE
    assert asked(found, "Elk, ND", side="ca") == UNKNOWN
    assert asked(found, "Moose, MB", side="us") == FALSE


@pytest.mark.parametrize("name", ["élan", "ELAN", "Elan, qc", "  Élan ,  QC".replace(" ,", ",")])
def test_case_accents_and_spaces_are_no_matter(name: str) -> None:
    assert asked(made(NINE_TO_FIVE), name) == FALSE


@pytest.mark.parametrize("name", ["Éla", "Élan, ON", "Élan Road", "port of Élan", ""])
def test_any_other_name_is_not_that_port(name: str) -> None:
    assert asked(made(NINE_TO_FIVE), name) == UNKNOWN


def test_of_a_name_that_fits_several_ports_all_must_agree() -> None:
    west = {"port": "Moose", "open": "closed", "side": "us"}
    east = {"port": "Élan", "open": "09:00-17:00", "side": "us"}
    rail = {"port": "Élan (train)", "open": "closed", "side": "us"}
    assert asked(made(west, east), "Elk", side="us", clock="10:00") == UNKNOWN
    assert asked(made(west, east), "Elk", side="us", clock="03:00") == UNKNOWN
    assert asked(made(west, east, rail), "Elk", side="us", clock="03:00") == FALSE
    assert asked(made(west, east, rail), "Elk", side="us", clock="10:00") == UNKNOWN


def test_a_bridge_and_a_railway_station_of_one_name_are_kept_apart() -> None:
    found = made({"port": "Élan", "open": "closed", "side": "us"})
    assert asked(found, "Elk, VT", side="us", kinds=["land"]) == FALSE
    assert asked(found, "Elk, VT", side="us", kinds=["rail"]) == UNKNOWN
    assert asked(found, "Elk, VT", side="us", kinds=[]) == UNKNOWN


def test_seasons_and_days_of_the_week_have_hours_of_their_own() -> None:
    found = made(
        {"port": "Élan", "open": "08:00-18:00", "season": SUMMER},
        {"port": "Élan", "open": "09:00-19:00", "outside": SUMMER, "days": ["mon"]},
        {"port": "Élan", "open": "closed", "outside": SUMMER, "days": ["sun"]},
    )
    assert asked(found, day="2025-03-09", clock="08:30") == TRUE  # the second Sunday of March
    assert asked(found, day="2025-03-03", clock="08:30") == FALSE  # the Monday before
    assert (
        asked(found, day="2025-11-02", clock="12:00") == FALSE
    )  # a Sunday, the day after the season
    assert asked(found, day="2025-11-04", clock="12:00") == UNKNOWN  # a Tuesday


def test_where_two_rows_differ_the_hour_is_unknown() -> None:
    found = made(NINE_TO_FIVE, {"port": "Élan", "open": "08:00-16:00"})
    states = [asked(found, clock=clock) for clock in ("07:00", "08:30", "12:00", "16:30", "20:00")]
    assert states == [FALSE, UNKNOWN, TRUE, UNKNOWN, FALSE]


def test_of_a_month_or_a_year_every_day_must_agree() -> None:
    winter = {"port": "Élan", "open": "closed", "season": ["10-01", "05-14"]}
    rest = {"port": "Élan", "open": "09:00-18:00", "outside": ["10-01", "05-14"]}
    found = made(winter, rest)
    assert asked(found, day="2024-01", clock=None) == FALSE
    assert asked(found, day="2024-05", clock="12:00") == UNKNOWN
    assert asked(found, day="2024", clock="03:00") == FALSE
    assert asked(found, day="2019", clock="03:00") == UNKNOWN


def test_a_finding_names_the_port_and_the_rows() -> None:
    found = made(NINE_TO_FIVE).asked("elan", "ca", None, date(2024, 6, 5), time(3))
    assert found.port is not None
    assert (found.port.name, [row.source for row in found.rows]) == ("Élan", ["s"])
    nothing = made(NINE_TO_FIVE).asked("elan", "ca", None, date(2018, 6, 5), time(3))
    assert nothing == Finding(UNKNOWN)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_year_lies_in_a_season_or_in_the_one_that_follows_it(day: date) -> None:
    assert in_season(day, "05-15", "09-30") != in_season(day, "10-01", "05-14")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("first monday of 09", date(2024, 9, 2)),
        ("second sunday of 03", date(2026, 3, 8)),
        ("fourth saturday of 02", date(2025, 2, 22)),
        ("last monday of 05", date(2024, 5, 27)),
        ("last monday of 05", date(2027, 5, 31)),
    ],
)
def test_a_floating_day_falls_where_the_calendar_has_it(text: str, day: date) -> None:
    assert in_season(day, text, text)
    assert not in_season(day - timedelta(days=1), text, text)
    assert not in_season(day + timedelta(days=7), text, text)


# --- the ports of the program -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "side", "day", "clock", "open_"),
    [
        ("Del Bonita, AB", "ca", "2025-02-01", "08:30", FALSE),
        ("Del Bonita, AB", "ca", "2025-02-01", "09:00", TRUE),
        ("Del Bonita, AB", "ca", "2018-02-01", "08:30", UNKNOWN),
        ("Cascade", "ca", "2025-01-05", "21:00", TRUE),
        ("Cascade", "ca", "2025-01-06", "21:00", FALSE),
        ("Chief Mountain", "ca", "2024-01-15", None, FALSE),
        ("Chief Mountain", "ca", "2024-07-15", "21:30", TRUE),
        ("Rouses Point, NY", "us", "2025-03-01", "22:00", FALSE),
        ("Rouses Point, NY", "ca", "2025-03-01", "22:00", UNKNOWN),
        ("Roxham Road, QC", "ca", "2019-08-15", None, FALSE),
        ("Big Beaver", "ca", "2011-03-31", "12:00", UNKNOWN),
        ("Big Beaver", "ca", "2011-04-01", "12:00", FALSE),
        ("Coutts, AB", "ca", "2025-02-01", "03:00", UNKNOWN),
        ("Oungre, SK", "ca", "2025-07-01", "18:30", FALSE),
        ("Oungre, SK", "ca", "2025-12-01", "18:30", TRUE),
        ("Monchy", "ca", "2025-06-07", "12:00", FALSE),
    ],
)
def test_ports_were_open_as_the_agencies_said(
    name: str, side: str, day: str, clock: str | None, open_: Truth
) -> None:
    kinds = ["land", "unofficial"]
    assert asked(ports(), name, day, clock, side, kinds) == open_


@pytest.mark.parametrize("text", ["Saint-Bernard–de Lacolle", "ÉÀÇ", " a  b "])
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
