"""Dated tables of countries: who needed a visa where, and when; whose nationals were listed, and when.

A table knows only what a source says. A day outside every period is unknown, unless the table says that
what it does not list is not so (``otherwise: false``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from core.calendar import highest, lowest, parse_day
from core.files.resources import load_folder
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth, of_bool
from core.words import Words


@dataclass(frozen=True)
class Period:
    """What holds of a country from a day (included) to a day (not included)."""

    value: bool
    starts_earliest: date
    starts_latest: date
    until: date | None
    condition: str | None = None
    source: str = ""
    """Where the row was read."""

    def truth(self, day: date) -> Truth | None:
        """The value on ``day``, UNKNOWN where the start is not known so exactly, None outside."""
        if day < self.starts_earliest or (self.until is not None and day >= self.until):
            return None
        return of_bool(self.value) if day >= self.starts_latest else UNKNOWN


@dataclass(frozen=True)
class DatedTable:
    """Periods by key: a country, or a country and the country it enters."""

    name: str
    about: Words
    periods: dict[tuple[str, ...], tuple[Period, ...]]
    otherwise: Truth
    begins: date | None = None
    """The table's first day: a row that starts on it may have begun before."""

    def on(self, key: tuple[str, ...], day: date | None, condition: str | None = None) -> Truth:
        """The value for ``key`` on ``day``; unknown where no source covers it.

        ``condition`` is the special passport that is stated (``none``: stated to be none): its own row
        comes before the plain one. Where only rows with a condition cover the day, an unstated
        passport leaves the value unknown.
        """
        if day is None:
            return UNKNOWN
        row = self.row(key, day, condition)
        if row is not None:
            return row.truth(day) or FALSE
        covered = any(period.truth(day) is not None for period in self.periods.get(key, ()))
        return UNKNOWN if covered else self.otherwise

    def row(self, key: tuple[str, ...], day: date, condition: str | None = None) -> Period | None:
        """The row that says so on ``day``, or None."""
        plain = special = None
        for period in self.periods.get(key, ()):
            if period.truth(day) is None:
                continue
            if period.condition is None:
                plain = period
            elif period.condition == condition:
                special = period
        return special or plain


EARLIEST = date(1900, 1, 1)


@lru_cache(maxsize=1)
def tables() -> dict[str, DatedTable]:
    """The tables of ``resources/data`` by name."""
    found = {}
    for document in load_folder("data"):
        data = document.data or {}
        if "table" in data:
            table = build_table(data)
            found[table.name] = table
    return found


def build_table(data: dict[str, Any]) -> DatedTable:
    """A table from the plain data of its file."""
    periods: dict[tuple[str, ...], list[Period]] = {}
    for row in data["rows"]:
        key = (row["country"], row["into"]) if "into" in row else (row["country"],)
        periods.setdefault(key, []).append(_period(row))
    return DatedTable(
        data["table"],
        Words(data.get("about", {})),
        {key: tuple(rows) for key, rows in periods.items()},
        FALSE if data.get("otherwise") is False else UNKNOWN,
        _bound(data.get("begins"), lowest, EARLIEST),
    )


def _period(row: dict[str, Any]) -> Period:
    start = row.get("from")
    earliest = _bound(row.get("from_earliest", start), lowest, EARLIEST)
    latest = _bound(row.get("from_latest", row.get("from_at_latest", start)), highest, EARLIEST)
    until = row.get("until")
    end = _bound(until, lowest, EARLIEST) if until else None
    value = row.get("needed", row.get("listed", True))
    return Period(
        bool(value), earliest, latest, end, row.get("passport_condition"), row.get("source", "")
    )


def _bound(text: Any, pick: Any, default: date) -> date:
    if text is None:
        return default
    found = pick(parse_day(str(text)))
    assert isinstance(found, date)
    return found


def any_listed(table: DatedTable, codes: Any, day: date | None) -> Truth:
    """Whether the table lists one of the countries of a list of the case."""
    if codes is None:
        return UNKNOWN
    if isinstance(codes, str):
        return table.on((codes,), day)
    best = FALSE
    for code in codes.members:
        best = max(best, table.on((code,), day))
    if best == FALSE and not codes.closed:
        return UNKNOWN
    return best


def visa_needed(
    table: DatedTable, codes: Any, into: str, day: date | None, passports: dict[str, str]
) -> Truth:
    """Whether a person of these nationalities needs a visa: not if one of them is exempt.

    ``passports`` gives, by issuing country, the special passport that is stated. A person with no
    nationality is on no country's list.
    """
    if codes is None or (not codes.members and not codes.closed):
        return UNKNOWN
    if not codes.members:
        return TRUE
    exempt = max(TRUE - table.on((code, into), day, passports.get(code)) for code in codes.members)
    if exempt == FALSE and not codes.closed:
        return UNKNOWN
    return TRUE - exempt


def visa_rows(
    table: DatedTable, codes: Any, into: str, day: date | None, passports: dict[str, str]
) -> tuple[tuple[str, Period], ...]:
    """The rows by which :func:`visa_needed` comes out as it does, each with its nationality."""
    if codes is None or day is None:
        return ()
    found = [(code, table.row((code, into), day, passports.get(code))) for code in codes.members]
    rows = [(code, row) for code, row in found if row is not None and row.truth(day) != UNKNOWN]
    exempt = [(code, row) for code, row in rows if not row.value]
    return tuple(exempt[:1] or rows)
