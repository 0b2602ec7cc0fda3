"""Every rule of counting days and years, once, each with its source.

A day may be known only as a month or a year; it is then a :class:`Span` of days, and what is computed
from it is a span too. Days are local calendar days; nothing here counts hours.

Sources. *Days*: the day of the first event is left out, the day of the last is counted (Interpretation
Act, R.S.C. 1985, c. I-21, s. 27). *Age*: an age is reached at the first moment of the birthday (same
Act, s. 30). *29 February*: the Act names no birthday in a common year; a person born on that day is
taken to reach an age on 1 March, the first day on which that many years have fully passed.

>>> days_between(parse_day("2018-06-01"), parse_day("2018-06-14"))
13
>>> years_of_age(parse_day("2000-05-02"), parse_day("2018-05-01"))
17
>>> parse_day("2018-02")
Span(lo=datetime.date(2018, 2, 1), hi=datetime.date(2018, 2, 28))
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

ENDLESS = 10**6
"""Stands for "no upper bound" where a number of years or days is only bounded below."""

EASTERN_STANDARD = timezone(timedelta(hours=-5))
"""A moment written without a zone is read in Eastern standard time: Ottawa and Washington."""


class Span(NamedTuple):
    """A value known only to lie between two others, both included."""

    lo: date | int
    hi: date | int


Day = date | Span
Number = int | Span


def lowest(value: date | int | Span) -> date | int:
    """The earliest or smallest value it can be."""
    return value.lo if isinstance(value, Span) else value


def highest(value: date | int | Span) -> date | int:
    """The latest or largest value it can be."""
    return value.hi if isinstance(value, Span) else value


def narrow(lo: date | int, hi: date | int) -> date | int | Span:
    """``lo`` itself if the two are equal, else the span between them."""
    return lo if lo == hi else Span(lo, hi)


def parse_day(text: str) -> Day:
    """A day from ``YYYY-MM-DD``, or a span from ``YYYY-MM`` or ``YYYY``. Raises ValueError."""
    parts = text.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or [
        len(p) for p in parts
    ] not in (
        [4],
        [4, 2],
        [4, 2, 2],
    ):
        raise ValueError(f"{text!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    numbers = [int(part) for part in parts]
    try:
        if len(numbers) == 3:
            return date(numbers[0], numbers[1], numbers[2])
        if len(numbers) == 2:
            return Span(date(numbers[0], numbers[1], 1), _last_of_month(numbers[0], numbers[1]))
        return Span(date(numbers[0], 1, 1), date(numbers[0], 12, 31))
    except ValueError:
        raise ValueError(f"{text!r} names a day that does not exist") from None


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def parse_clock(text: str) -> time:
    """A local hour ``HH:MM``. Raises ValueError."""
    if len(text) == 5 and text[2] == ":":
        try:
            return time.fromisoformat(text)
        except ValueError:
            pass
    raise ValueError(f"{text!r} is no hour; write HH:MM, such as 09:30")


@lru_cache(maxsize=512)
def parse_moment(text: str) -> datetime:
    """A moment from a day (its first minute) or from ``YYYY-MM-DDTHH:MM±HH:MM``. Raises ValueError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day or moment") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=EASTERN_STANDARD)


def noon(day: date) -> datetime:
    """Noon of ``day``: the moment at which "the law on that day" is read."""
    return datetime.combine(day, time(12), EASTERN_STANDARD)


def days_between(start: Day, end: Day) -> Number:
    """Whole days from ``start`` to ``end``: the first day is left out (Interpretation Act s. 27)."""
    least = (_day(lowest(end)) - _day(highest(start))).days
    most = (_day(highest(end)) - _day(lowest(start))).days
    return _number(narrow(least, most))


def add_days(start: Day, number: int) -> Day:
    """The day ``number`` days after ``start``."""
    if isinstance(start, Span):
        return Span(_moved(_day(start.lo), number), _moved(_day(start.hi), number))
    return _moved(start, number)


def _moved(day: date, number: int) -> date:
    """``day`` moved by ``number`` days, or the end of the calendar in that direction."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return date.max if number > 0 else date.min


NEVER = date.max
"""Stands for a day that does not come: the first entry of someone who never entered."""


def plus(start: Day, number: int, *, years: bool) -> Day:
    """``start`` plus a number of days or of years; NEVER stays NEVER."""
    if isinstance(start, Span):
        lo = plus(_day(start.lo), number, years=years)
        hi = plus(_day(start.hi), number, years=years)
        return Span(_day(lowest(lo)), _day(highest(hi)))
    if start == NEVER:
        return NEVER
    return anniversary(start, number) if years else start + timedelta(days=number)


def anniversary(start: date, years: int) -> date:
    """The same day ``years`` later; 29 February falls on 1 March in a common year.

    Beyond either end of the calendar it is that end.
    """
    if start.year + years < date.min.year:
        return date.min
    if start.year + years > date.max.year:
        return date.max
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def years_of_age(born: Day, on: Day) -> Number:
    """Completed years on the day ``on`` (Interpretation Act s. 30); never below 0."""
    least = _age(_day(highest(born)), _day(lowest(on)))
    most = _age(_day(lowest(born)), _day(highest(on)))
    return _number(narrow(max(least, 0), max(most, 0)))


def _age(born: date, on: date) -> int:
    years = on.year - born.year
    return years if anniversary(born, years) <= on else years - 1


def _latest_birth(on: date, years: int) -> date:
    """The latest day of birth whose ``years``-th anniversary has come by the day ``on``."""
    same = anniversary(on, -years)
    return same if same.day == on.day else _moved(same, -1)  # 29 February: the 28th a year earlier


def born_with_age(age: Number, on: Day) -> Day:
    """The days on which someone can have been born who is ``age`` on the day ``on``."""
    youngest = _latest_birth(_day(highest(on)), int(_int(lowest(age))))
    oldest = _moved(_latest_birth(_day(lowest(on)), int(_int(highest(age))) + 1), 1)
    found = narrow(oldest, youngest)
    assert isinstance(found, date | Span)
    return found


def _day(value: date | int) -> date:
    assert isinstance(value, date)
    return value


def _int(value: date | int) -> int:
    assert isinstance(value, int)
    return value


def _number(value: date | int | Span) -> Number:
    assert isinstance(value, int | Span)
    return value
