"""At which moment "the law of a day" is read: noon of that day, or the minute given."""

from __future__ import annotations

from datetime import date, datetime

from core.calendar import Span, noon, parse_day, parse_moment


def reading_moment(base: str) -> datetime:
    """The moment at which the law named by a day or a moment is read. Raises ValueError."""
    if "T" in base:
        return parse_moment(base)
    return noon(reading_day(base))


def reading_day(base: str) -> date:
    """The day named by a day or a moment. Raises ValueError."""
    day = parse_day(base.partition("T")[0])
    if isinstance(day, Span):
        raise ValueError(f"{base!r} must name one day, YYYY-MM-DD")
    return day
