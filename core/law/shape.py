"""The keys a law file may have, and the small readings that every part of it shares.

Everything here ends in a :class:`LawError`: file, line, what was found, what was expected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from core.calendar import parse_moment
from core.files.yamlfile import Document
from core.logic.parse import ConditionError, Scope, parse_condition
from core.logic.tree import All, Condition
from core.words import LANGUAGES, Words

Step = str | int

PROVISION_KEYS = frozenset(
    {
        "id",
        "kind",
        "effect",
        "exempts",
        "order",
        "node",
        "cite",
        "title",
        "gist",
        "mark",
        "sources",
        "of",
        "parts",
        "limbs",
        "texts",
        "over",
        "continues",
        "reaches_back",
        "suspends",
        "gate",
    }
)
TEXT_KEYS = frozenset(
    {
        "from",
        "until",
        "by",
        "ended_by",
        "applies",
        "when",
        "gate",
        "limbs",
        "gist",
        "changed",
        "mark",
    }
)
PROPOSAL_KEYS = frozenset(
    {
        "proposal",
        "title",
        "amends_country",
        "base",
        "note",
        "source",
        "sources",
        "assumes",
        "amends",
    }
)
AMENDMENT_KEYS = frozenset(
    {
        "clause",
        "title",
        "replace",
        "gate_of",
        "insert",
        "repeal",
        "mark",
        "changed",
        "gist",
        "limbs",
        "when",
        "gate",
    }
)

INSERTING_KEYS = frozenset({"clause", "title", "insert", "changed"})
"""The keys of a clause that inserts: what the provision says stands inside ``insert:``."""
INSERTED_KEYS = (PROVISION_KEYS - {"texts", "continues", "reaches_back", "suspends"}) | {"when"}
"""An inserted provision has one text, whose condition stands beside the rest."""


class LawError(ValueError):
    """A mistake in a law file; ``problems`` lists one sentence each, with file and line."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Place:
    """A value in a law file, for messages: ``at.down("texts", 0).fail("…")``."""

    document: Document
    steps: tuple[Step, ...] = ()

    def down(self, *steps: Step) -> Place:
        """The place of something inside."""
        return Place(self.document, (*self.steps, *steps))

    def line(self) -> int:
        """The line in the file."""
        return self.document.line(*self.steps)

    def fail(self, message: str) -> LawError:
        """The error at this place."""
        return LawError([f"{self.document.place(*self.steps)}: {message}"])


def known_keys(data: Any, allowed: frozenset[str], at: Place) -> dict[str, Any]:
    """``data`` as a mapping without unknown keys."""
    if not isinstance(data, dict):
        raise at.fail(f"keys and values were expected here, found {data!r}")
    for key in data:
        if key not in allowed:
            raise at.down(key).fail(f"unknown key {key!r}; here stand {', '.join(sorted(allowed))}")
    return data


def words(data: dict[str, Any], key: str, at: Place) -> Words:
    """A text in both languages."""
    found = data.get(key)
    if not isinstance(found, dict):
        raise at.fail(f"{key}: a text in each of en and fr was expected, found {found!r}")
    for lang in LANGUAGES:
        if not isinstance(found.get(lang), str) or not found[lang].strip():
            raise at.down(key).fail(f"{key}: the language {lang!r} is missing; give both en and fr")
    return Words({lang: found[lang] for lang in LANGUAGES})


def optional_words(data: dict[str, Any], key: str, at: Place) -> Words | None:
    """A text in both languages, if there is one."""
    return words(data, key, at) if key in data else None


def text(data: dict[str, Any], key: str, at: Place) -> str:
    """A string that must be there."""
    found = data.get(key)
    if not isinstance(found, str) or not found:
        raise at.fail(f"{key}: text was expected, found {found!r}")
    return found


def moment(data: dict[str, Any], key: str, at: Place) -> str | None:
    """A day or moment as text, checked."""
    found = data.get(key)
    if found is None:
        return None
    try:
        parse_moment(str(found))
    except ValueError as error:
        raise at.down(key).fail(
            f"{key}: {error}; write YYYY-MM-DD, or YYYY-MM-DDTHH:MM±HH:MM"
        ) from None
    return str(found)


def condition(data: Any, scope: Scope, at: Place) -> Condition:
    """The condition at a place; always true where there is none."""
    if data is None:
        return All(())
    try:
        return parse_condition(data, scope)
    except ConditionError as error:
        raise at.down(*error.steps).fail(str(error)) from None


def one_of(data: dict[str, Any], key: str, allowed: tuple[str, ...], at: Place) -> str:
    """A word among some."""
    found = data.get(key)
    if found not in allowed:
        raise at.down(key).fail(f"{key}: found {found!r}, expected one of {', '.join(allowed)}")
    return str(found)


def gather(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
    """The results of all jobs; the mistakes of all of them in one LawError."""
    done, problems = [], []
    for job in jobs:
        try:
            done.append(job())
        except LawError as error:
            problems.extend(error.problems)
    if problems:
        raise LawError(problems)
    return done
