"""A comparison as text for a terminal: two columns, as wide as the terminal allows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from core.case.casefile import CaseFile
from core.decision.across import NODE
from core.decision.consequences import consequences
from core.decision.model import Comparison, Decision, Row, Verdict
from core.logic.truth import FALSE, TRUE
from core.report.outcome import (
    agreement_words,
    missing_words,
    outcome_words,
    version_line,
    version_title,
)
from core.report.parting import (
    Gist,
    PartedUnit,
    facts_words,
    gist_at,
    inexact_words,
    marked,
    parted_units,
)
from core.report.reasons import because
from core.report.waiting import waiting_words
from core.words import say

GAP = "  │  "
SHAPES = {"met": "✓", "not_met": "✕", "unknown": "?", "not_reached": "–"}
OUTCOMES = {"heard": "✔", "returned": "↩", "barred": "▬", "undetermined": "?"}


def shape(verdict: Verdict | None) -> str:
    """The shape of a verdict: met, not met, unknown or not reached."""
    if verdict is None:
        return " "
    if verdict.provision.parts:
        return _mark(verdict.reached)
    if verdict.reached == FALSE:
        return SHAPES["not_reached"]
    return _mark(verdict.met)


def _mark(truth: int) -> str:
    if truth == TRUE:
        return SHAPES["met"]
    return SHAPES["not_met"] if truth == FALSE else SHAPES["unknown"]


def side_by_side(file: CaseFile, comparison: Comparison, lang: str, width: int) -> str:
    """The whole comparison, ``width`` characters wide (at least 60)."""
    column = (max(width, 60) - len(GAP)) // 2
    lines = [file.title(lang) or say(lang, "Untitled case"), ""]
    lines += _pair(_head(comparison.left, lang), _head(comparison.right, lang), column)
    lines += ["", agreement_words(comparison.agree, lang)]
    units = {unit.id: unit for unit in parted_units(comparison, lang)}
    rows = {row.provision.id for row in comparison.rows if row.parts}
    for unit in units.values():
        if not (rows if unit.kind == NODE else unit.id in rows):  # a term, a table, a day, a choice
            lines += _elsewhere(unit, column, lang)
    if comparison.parting is not None and not comparison.parting.exact:
        lines.append(inexact_words(lang))
    lines.append("")
    lines.append(say(lang, "Why, in the order the officer decides"))
    lines.append(_legend(lang))
    for row in comparison.rows:
        lines += _row(row, comparison, units.get(row.provision.id), column, lang)
    left, right = _follows(comparison.left, lang), _follows(comparison.right, lang)
    if left or right:
        lines += ["", say(lang, "What follows")]
        lines += _pair(iter(left), iter(right), column)
    lines += ["", say(lang, "Teaching tool, not legal advice.")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _legend(lang: str) -> str:
    names = {
        "met": say(lang, "met"),
        "not_met": say(lang, "not met"),
        "unknown": say(lang, "not known"),
        "not_reached": say(lang, "not reached"),
    }
    return "   ".join(f"{SHAPES[key]} {name}" for key, name in names.items())


def _head(decision: Decision, lang: str) -> Iterator[str]:
    words = outcome_words(decision, lang)
    yield version_title(decision.version, lang)
    yield version_line(decision.version, lang)
    yield ""
    yield f"{OUTCOMES[decision.outcome]} {words.headline.upper()}"
    yield words.over
    yield words.detail
    if words.turned:
        yield words.turned
    for name in decision.waits_for:
        yield f"  · {waiting_words(decision, name, lang)}"
    for name in decision.depends_on:
        if name not in decision.waits_for:
            yield say(lang, "depends on: {choice}", choice=waiting_words(decision, name, lang))
    if words.not_examined:
        yield words.not_examined


def _elsewhere(unit: PartedUnit, column: int, lang: str) -> Iterator[str]:
    """Where two versions part in something that has no row."""
    yield f"{say(lang, '◆ The versions part here')}: {unit.title}"
    yield from _parted(unit, column, lang)
    yield ""


def _parted(unit: PartedUnit, column: int, lang: str) -> Iterator[str]:
    """What each version says there, changed words in brackets, and the facts that made it matter."""
    left, right = (gist_at(unit, right=side) for side in (False, True))
    yield from _pair(_gist(left), _gist(right), column)
    facts = facts_words(unit, lang)
    if facts:
        yield from textwrap.wrap(
            facts, 2 * column + len(GAP), initial_indent="  ", subsequent_indent="  "
        )


def _gist(gist: Gist | None) -> Iterator[str]:
    if gist is not None:
        yield f"  {marked(gist)}"


def _follows(decision: Decision, lang: str) -> list[str]:
    """What follows from a decision, one line each; "perhaps" where it hangs on something not stated."""
    return [
        f"{_mark(c.truth)} {c.provision.title[lang]} ({c.provision.cite[lang]})"
        for c in consequences(decision)
    ]


def _row(
    row: Row, comparison: Comparison, unit: PartedUnit | None, column: int, lang: str
) -> Iterator[str]:
    if row.parts:
        yield say(lang, "◆ The versions part here").rjust(column)
    missing = missing_words(comparison, lang)
    yield from _pair(
        _cell(row, row.left, missing, lang), _cell(row, row.right, missing, lang), column
    )
    if unit is not None:
        yield from _parted(unit, column, lang)


def _cell(row: Row, verdict: Verdict | None, missing: str, lang: str) -> Iterator[str]:
    if verdict is None:
        yield f"  {row.provision.cite[lang]}: {missing}"
        return
    yield f"{shape(verdict)} {verdict.provision.title[lang]} ({verdict.provision.cite[lang]})"
    yield f"  {because(verdict, lang)}"


def _pair(left: Iterator[str], right: Iterator[str], column: int) -> Iterator[str]:
    for one, other in zip_longest(_wrapped(left, column), _wrapped(right, column), fillvalue=""):
        yield f"{one:<{column}}{GAP}{other}"


def _wrapped(lines: Iterator[str], column: int) -> list[str]:
    found: list[str] = []
    for line in lines:
        found += textwrap.wrap(line, column, subsequent_indent="  ") or [""]
    return found
