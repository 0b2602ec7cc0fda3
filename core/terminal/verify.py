"""``threshold verify``: four tables that show whether the law as held here is sound, and what it proves."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core.explore.directions import meetings
from core.explore.errors import GUARD, MISSED, NO_EFFECT, NOTICED, Fate, fates
from core.explore.noticing import Watch
from core.explore.separation import alike
from core.explore.theorems import PROVED, REFUTED, day_of_directions, judge, theorems
from core.explore.wellformed import every_one, idle
from core.law.load import law
from core.words import many, say


@dataclass
class Table:
    """One table: what it is about, its rows, and the faults that make it fail."""

    id: str
    title: str
    lines: list[str] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        """Whether nothing was found wanting."""
        return not self.faults


def verify(lang: str) -> list[Table]:
    """All four tables."""
    makers: tuple[Callable[[str], Table], ...] = (soundness, claims, coverage, errors)
    found = []
    for make in makers:
        began = time.monotonic()
        table = make(lang)
        table.seconds = round(time.monotonic() - began, 1)
        found.append(table)
    return found


def soundness(lang: str) -> Table:
    """One outcome for every case under every version; every provision decisive somewhere."""
    table = Table("soundness", say(lang, "1. Every complete case has one outcome"))
    looked = list(every_one(law()))
    for sound in looked:
        table.rows.append(
            {"version": sound.version, "faults": list(sound.faults), "nodes": sound.nodes}
        )
        table.faults += [f"{sound.version}: {fault}" for fault in sound.faults]
    never = idle(law(), looked)
    table.faults += [say(lang, "{provision} decides no case", provision=name) for name in never]
    table.lines.append(
        many(lang, "{n} version looked at", "{n} versions looked at", len(looked))
        + "; "
        + say(lang, "every provision decides some case" if not never else "not all decide")
    )
    return table


def claims(lang: str) -> Table:
    """The stated theorems, and where the two directions differ."""
    table = Table("claims", say(lang, "2. What is claimed of two versions"))
    for theorem in theorems():
        found = judge(theorem)
        word = say(lang, "proved") if found.found == PROVED else say(lang, "refuted by a case")
        table.lines.append(f"{_sign(found.passed)} {theorem.title[lang]}: {word}")
        row: dict[str, Any] = {"id": theorem.id, "found": found.found, "expected": theorem.expect}
        if found.found == REFUTED and found.case is not None:
            row["case"] = found.case.data
        table.rows.append(row)
        if not found.passed:
            table.faults.append(theorem.id)
    for meeting in meetings(law(), day_of_directions()):
        asked = (meeting.node.asks or meeting.node.title)[lang]
        differ = say(lang, "the directions differ") if meeting.case else say(lang, "no difference")
        table.lines.append(f"  {asked}: {differ}")
        table.rows.append(
            {"node": meeting.node.id, "case": meeting.case.data if meeting.case else None}
        )
    return table


def coverage(lang: str) -> Table:
    """Every provision and every leaf true, false and decisive in the library."""
    title = say(lang, "3. Every provision and condition, both ways, by the library")
    table = with_fates(Table("coverage", title), fates("forced"), lang, faults=(MISSED, NO_EFFECT))
    for pair in alike(law()):
        told = say(lang, "no case of the library tells them apart")
        if not pair.differ:
            told = say(lang, "they differ in procedure only, or not at all")
        table.lines.append(f"  {_sign(not pair.differ)} {pair.one}, {pair.other}: {told}")
        table.rows.append({"alike": [pair.one, pair.other], "differ": pair.differ})
        if pair.differ:
            table.faults.append(f"{pair.one}, {pair.other}")
    return table


def errors(lang: str) -> Table:
    """Every small error in the law is noticed by the library, or changes nothing."""
    title = say(lang, "4. Errors put into the law, one at a time")
    table = Table("errors", title)
    table.faults += [f"{row.name} {row.version}" for row in Watch().unmet()]
    return with_fates(table, fates("mutants"), lang, faults=(MISSED,))


def with_fates(table: Table, found: list[Fate], lang: str, faults: tuple[str, ...]) -> Table:
    """The table with what became of each error; ``faults`` are the fates that make it fail."""
    count = Counter(fate.fate for fate in found)
    table.lines.append(
        "; ".join(
            (
                many(lang, "{n} error noticed", "{n} errors noticed", count[NOTICED]),
                say(lang, "without effect: {n}", n=count[NO_EFFECT]),
                say(lang, "guards: {n}", n=count[GUARD]),
                many(lang, "{n} error missed", "{n} errors missed", count[MISSED]),
            )
        )
    )
    words = {NO_EFFECT: say(lang, "changes no case"), MISSED: say(lang, "missed")}
    for fate in found:
        if fate.fate == NOTICED:
            continue
        row: dict[str, Any] = {"error": fate.name, "fate": fate.fate, "version": fate.version}
        told = words.get(fate.fate, "")
        if fate.fate == GUARD:
            row["lets"] = list(fate.lets)
            told = say(lang, "a guard; only it lets {what} be asked", what=", ".join(fate.lets))
        table.lines.append(f"  {_sign(fate.fate not in faults)} {fate.name}: {told}")
        table.rows.append(row)
    table.faults += [fate.name for fate in found if fate.fate in faults]
    return table


def _sign(passed: bool) -> str:
    return "✓" if passed else "✕"


def as_text(tables: list[Table], lang: str) -> str:
    """The tables for a terminal."""
    lines: list[str] = []
    for table in tables:
        state = say(lang, "passed") if table.passed else say(lang, "failed")
        lines += [f"{table.title}: {state} ({table.seconds} s)"]
        lines += [f"  {line}" for line in table.lines]
        lines += [f"  ✕ {fault}" for fault in table.faults]
        lines.append("")
    return "\n".join(lines)


def as_data(tables: list[Table]) -> dict[str, Any]:
    """The tables as ``verify --json`` prints them."""
    return {
        "schema": "threshold/verify/1",
        "passed": all(table.passed for table in tables),
        "tables": [
            {
                "id": table.id,
                "title": table.title,
                "passed": table.passed,
                "seconds": table.seconds,
                "faults": table.faults,
                "rows": table.rows,
            }
            for table in tables
        ],
    }
