"""Days as places from left to right, and the years that are written below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

STEPS = (1, 2, 5, 10, 20)
"""Years from one written year to the next; the first that leaves room is taken."""


@dataclass(frozen=True)
class Axis:
    """The days ``[begins, ends)`` between two places, in pixels."""

    begins: date
    ends: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; what lies beyond an end stands at that end."""
        days = (min(max(day, self.begins), self.ends) - self.begins).days
        return self.left + (self.right - self.left) * days / self._days

    def day(self, x: float) -> date:
        """The day at a place, within the axis."""
        share = (x - self.left) / max(self.right - self.left, 1)
        number = min(max(round(share * self._days), 0), self._days - 1)
        return self.begins + timedelta(days=number)

    def years(self, room: float) -> Iterator[tuple[date, float]]:
        """The beginnings of years, far enough apart for words that need ``room`` pixels."""
        a_year = (self.right - self.left) * 365 / self._days
        step = next((n for n in STEPS if a_year * n >= room), STEPS[-1])
        for year in range(self.begins.year, self.ends.year + 1):
            day = date(year, 1, 1)
            if year % step == 0 and self.begins <= day < self.ends:
                yield day, self.x(day)

    @property
    def _days(self) -> int:
        return max((self.ends - self.begins).days, 1)
