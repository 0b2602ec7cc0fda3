"""Days are counted, and ages reached, as the Interpretation Act says."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import (
    EASTERN_STANDARD,
    Span,
    add_days,
    anniversary,
    born_with_age,
    days_between,
    highest,
    lowest,
    narrow,
    noon,
    parse_clock,
    parse_day,
    parse_moment,
    years_of_age,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


# --- counting days -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("entry", "claim", "number"),
    [
        ("2018-06-01", "2018-06-14", 13),
        ("2018-06-01", "2018-06-15", 14),
        ("2018-01-25", "2018-02-07", 13),
        ("2018-01-25", "2018-02-08", 14),
        ("2018-02-20", "2018-03-06", 14),  # February of 28 days
        ("2020-02-20", "2020-03-05", 14),  # February of 29 days
        ("2020-02-20", "2020-03-06", 15),
        ("2018-12-25", "2019-01-07", 13),
        ("2018-12-25", "2019-01-08", 14),
        ("2023-03-05", "2023-03-18", 13),  # the clocks go forward on 12 March 2023
        ("2023-03-05", "2023-03-19", 14),
        ("2023-10-29", "2023-11-11", 13),  # and back on 5 November
        ("2023-10-29", "2023-11-12", 14),
    ],
)
def test_the_day_of_the_first_event_is_left_out_and_the_last_counted(
    entry: str, claim: str, number: int
) -> None:
    assert days_between(parse_day(entry), parse_day(claim)) == number


def test_a_claim_on_the_day_of_the_entry_is_made_on_day_nought() -> None:
    assert days_between(date(2018, 5, 1), date(2018, 5, 1)) == 0


def test_a_claim_before_the_entry_counts_below_nought() -> None:
    assert days_between(date(2018, 5, 2), date(2018, 5, 1)) == -1


def test_days_from_a_month_to_a_day_are_a_span_with_both_ends() -> None:
    assert days_between(parse_day("2018-02"), date(2018, 3, 1)) == Span(1, 28)
    assert days_between(date(2018, 2, 28), parse_day("2018-03")) == Span(1, 31)


@given(DAYS, st.integers(-4000, 4000))
def test_so_many_days_later_is_so_many_days_away(day: date, number: int) -> None:
    assert days_between(day, add_days(day, number)) == number


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_a_span_moves_as_a_whole(day: date, width: int, number: int) -> None:
    span = Span(day, day + timedelta(days=width))
    assert add_days(span, number) == Span(add_days(day, number), add_days(span.hi, number))  # type: ignore[arg-type]


# --- ages ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2000-05-01", "2018-04-30", 17),
        ("2000-05-01", "2018-05-01", 18),  # at the first moment of the birthday
        ("2000-02-29", "2018-02-28", 17),
        ("2000-02-29", "2018-03-01", 18),  # no 29 February in 2018
        ("2000-02-29", "2020-02-28", 19),
        ("2000-02-29", "2020-02-29", 20),
        ("1999-12-31", "2017-12-30", 17),
        ("2018-05-01", "2018-05-01", 0),
    ],
)
def test_an_age_is_reached_at_the_first_moment_of_the_birthday(
    born: str, on: str, age: int
) -> None:
    assert years_of_age(parse_day(born), parse_day(on)) == age


def test_nobody_is_younger_than_nought() -> None:
    assert years_of_age(date(2019, 1, 1), date(2018, 1, 1)) == 0


def test_who_is_born_in_a_year_is_one_of_two_ages_on_a_day_of_another() -> None:
    assert years_of_age(parse_day("2000"), date(2018, 5, 1)) == Span(17, 18)


def test_who_is_born_in_a_month_before_the_day_has_one_age() -> None:
    assert years_of_age(parse_day("2000-04"), date(2018, 5, 1)) == 18


def test_the_anniversary_of_29_february_is_1_march_in_a_common_year() -> None:
    assert anniversary(date(2000, 2, 29), 18) == date(2018, 3, 1)
    assert anniversary(date(2000, 2, 29), 20) == date(2020, 2, 29)


@given(DAYS, st.integers(0, 100))
def test_everyone_in_the_span_of_births_has_the_age_and_their_neighbours_not(
    on: date, age: int
) -> None:
    span = born_with_age(age, on)
    first, last = lowest(span), highest(span)
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert years_of_age(first, on) == years_of_age(last, on) == age
    assert years_of_age(first - timedelta(days=1), on) == age + 1
    if age:
        assert years_of_age(last + timedelta(days=1), on) == age - 1


@given(DAYS, st.integers(0, 100), st.integers(0, 5), st.integers(0, 60))
def test_a_birth_lies_in_the_span_found_from_an_age_that_is_itself_a_span(
    born: date, years: int, more: int, late: int
) -> None:
    on = born + timedelta(days=366 * years + late)
    age = years_of_age(born, on)
    assert isinstance(age, int)
    span = born_with_age(Span(age, age + more), Span(on, on + timedelta(days=late)))
    first, last = lowest(span), highest(span)
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert first <= born <= last


# --- reading what was written ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-05-01", date(2018, 5, 1)),
        ("2018-02", Span(date(2018, 2, 1), date(2018, 2, 28))),
        ("2020-02", Span(date(2020, 2, 1), date(2020, 2, 29))),
        ("2018-12", Span(date(2018, 12, 1), date(2018, 12, 31))),
        ("2018", Span(date(2018, 1, 1), date(2018, 12, 31))),
        ("9999-12", Span(date(9999, 12, 1), date(9999, 12, 31))),
    ],
)
def test_a_day_may_be_known_as_a_month_or_a_year(text: str, day: date | Span) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 May 2018",
        "2018-5-1",
        "18-05-01",
        "2018/05/01",
        "2018-05-01-02",
        "20180501",
        "2018-05-",
        "٢٠١٨",
    ],
)
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD, YYYY-MM or YYYY"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2018-02-29", "2018-13-01", "2018-13", "2018-00", "0000"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' names a day that does not exist"):
        parse_day(text)


def test_an_hour_is_two_digits_and_two_digits() -> None:
    assert parse_clock("09:30") == time(9, 30)
    assert parse_clock("00:00") == time(0, 0)


@pytest.mark.parametrize("text", ["9:30", "24:00", "12:60", "0930", "12:30:00", "noon", "12.30"])
def test_what_is_no_hour_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write HH:MM"):
        parse_clock(text)


def test_a_moment_without_a_zone_is_read_in_eastern_standard_time() -> None:
    assert parse_moment("2023-03-25T00:01") == datetime(2023, 3, 25, 0, 1, tzinfo=EASTERN_STANDARD)
    assert parse_moment("2023-03-25") == datetime(2023, 3, 25, tzinfo=timezone(timedelta(hours=-5)))


def test_a_moment_with_a_zone_keeps_it() -> None:
    zoned = parse_moment("2023-03-25T00:01-04:00")
    assert zoned == parse_moment("2023-03-24T23:01-05:00")
    assert zoned < parse_moment("2023-03-25T00:01")


@pytest.mark.parametrize("text", ["", "soon", "2023-02-29", "2023-03-25T25:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no day or moment"):
        parse_moment(text)


def test_the_law_of_a_day_is_read_at_its_noon() -> None:
    assert noon(date(2023, 3, 25)) == parse_moment("2023-03-25T12:00-05:00")


def test_two_equal_ends_are_no_span() -> None:
    assert narrow(3, 3) == 3
    assert narrow(3, 4) == Span(3, 4)
    assert (lowest(3), highest(3)) == (3, 3)
