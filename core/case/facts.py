"""What one fact is: its path, type, words and the values it may take.

A fact is described once, in ``resources/facts``; forms, checks, the file's schema, sentences and the
language of conditions all read that description.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cached_property
from typing import Any

from core.calendar import parse_clock, parse_day
from core.logic.tree import Condition
from core.words import Words

CODE_LISTS = frozenset({"choices", "countries"})
NOTHING = object()
"""Stands for "this fact has no value for *none of the rest applies*"."""

_ID = re.compile(r"\[[^\]]*\]")


class FactError(ValueError):
    """A value that does not fit its fact; the message says what was found and what was expected."""


@dataclass(frozen=True)
class Fact:
    """One fact of the catalogue.

    ``path`` is a pattern: members of lists stand as ``relatives[].age``. ``kind`` names the field of a
    list of records by which the list may be complete for some kinds only.
    """

    path: str
    type: str
    station: str
    label: Words
    cls: str = "chosen"
    ask: Words | None = None
    help: Words | None = None
    item: Words | None = None
    choices: dict[str, Words] = dataclass_field(default_factory=dict)
    minimum: int | None = None
    maximum: int | None = None
    unit: str | None = None
    kind: str | None = None
    only: str | None = None
    """The country of destination in which alone the fact means something."""
    only_choices: dict[str, str] = dataclass_field(default_factory=dict)
    """The same for some of its choices."""
    fields: tuple[Fact, ...] = ()
    rest: Any = NOTHING
    computed: bool = False
    derivation: dict[str, Any] | None = None
    asked_when: Any = None
    codes: frozenset[str] = frozenset()
    guard: Condition | None = None

    @cached_property
    def name(self) -> str:
        """The last step of the path: ``age``."""
        return self.path.rsplit(".", 1)[-1]

    @cached_property
    def _by_name(self) -> dict[str, Fact]:
        return {inner.name: inner for inner in self.fields}

    def field(self, name: str) -> Fact:
        """The field ``name`` of a list of records. Raises KeyError."""
        return self._by_name[name]

    @property
    def is_list(self) -> bool:
        """Whether the fact is a list of codes, choices or records."""
        return self.type in CODE_LISTS or self.type == "records"

    @property
    def derived(self) -> bool:
        """Whether the fact can be found from others."""
        return self.derivation is not None

    @property
    def allowed(self) -> frozenset[str]:
        """The choices, or the country codes, that the fact may take."""
        return frozenset(self.choices) or self.codes

    def read(self, value: Any) -> Any:
        """The value as rules use it: dates as days or spans, hours as clock times. Raises FactError."""
        if value is None:
            return None
        reader = _READERS.get(self.type)
        if reader is None:
            raise FactError(f"{self.path} is a list; add or remove its members")
        return reader(self, value)


def pattern(path: str) -> str:
    """The catalogue path of a concrete one: ``relatives[ana].age`` is ``relatives[].age``."""
    return _ID.sub("[]", path)


def _boolean(fact: Fact, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise FactError(f"found {value!r}; expected true or false, or nothing if it is not known")


def _integer(fact: Fact, value: Any) -> int:
    low, high = fact.minimum, fact.maximum
    within = f" from {low} to {high}" if low is not None and high is not None else ""
    if isinstance(value, bool) or not isinstance(value, int):
        raise FactError(f"found {value!r}; expected a whole number{within}")
    if (low is not None and value < low) or (high is not None and value > high):
        raise FactError(f"found {value}; expected a whole number{within}")
    return value


def _text(fact: Fact, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise FactError(f"found {value!r}; expected text")


def _date(fact: Fact, value: Any) -> Any:
    if not isinstance(value, str):
        raise FactError(f"found {value!r}; expected a date in quotes, YYYY-MM-DD, YYYY-MM or YYYY")
    try:
        return parse_day(value)
    except ValueError as error:
        raise FactError(str(error)) from None


def _time(fact: Fact, value: Any) -> Any:
    if not isinstance(value, str):
        raise FactError(f"found {value!r}; expected an hour in quotes, HH:MM")
    try:
        return parse_clock(value)
    except ValueError as error:
        raise FactError(str(error)) from None


def _choice(fact: Fact, value: Any) -> str:
    if isinstance(value, str) and value in fact.choices:
        return value
    raise FactError(f"found {value!r}; expected one of {', '.join(fact.choices)}")


def _country(fact: Fact, value: Any) -> str:
    if isinstance(value, str) and value in fact.codes:
        return value
    raise FactError(
        f"found {value!r}; expected a country code of two letters, such as CA, NG or US"
    )


_READERS: dict[str, Any] = {
    "boolean": _boolean,
    "integer": _integer,
    "text": _text,
    "date": _date,
    "time": _time,
    "choice": _choice,
    "country": _country,
}


def read_code(fact: Fact, value: Any) -> str:
    """One entry of a list of choices or countries. Raises FactError."""
    return _country(fact, value) if fact.type == "countries" else _choice(fact, value)
