"""``threshold whynot CASE``: every ground and exception in two columns, each with what keeps it as it is."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from itertools import zip_longest
from typing import Any

from core.case.casefile import CaseFile
from core.decision.compare import compare
from core.decision.model import Comparison, Decision
from core.explore.whynot import FAILS, MET, NOT_REACHED, UNDECIDED, Status, WhyNot, why_not
from core.report.contract import case_data
from core.report.outcome import agreement_words, missing_words, outcome_words, version_title
from core.report.sidebyside import GAP, OUTCOMES, SHAPES
from core.report.whynot import row_data, sentence, state_words
from core.terminal.options import chosen_setup, find_case
from core.words import say

SCHEMA = "threshold/whynot/1"
SIGNS = {MET: "met", FAILS: "not_met", UNDECIDED: "unknown", NOT_REACHED: "not_reached"}
"""The shape of each state, by its name among the shapes of verdicts."""


def whynot_of(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The table of a case. Raises InputError."""
    file = find_case(given.case)
    setup = chosen_setup(file.setup, given, file.case.get("journey.into"))
    comparison = compare(file.case, setup)
    rows = [row for row in why_not(comparison) if row.exception or not given.exceptions]
    width = shutil.get_terminal_size((120, 40)).columns
    left, right = comparison.left, comparison.right
    data = {
        "schema": SCHEMA,
        "case": case_data(file, given.lang),
        "setup": asdict(setup),
        "left": _side(left, given.lang),
        "right": _side(right, given.lang),
        "agree": comparison.agree,
        "rows": [row_data(row, left, right, given.lang) for row in rows],
    }
    return 0, as_text(file, comparison, rows, given.lang, width), data


def _side(decision: Decision, lang: str) -> dict[str, Any]:
    return {
        "version": decision.version.name,
        "title": version_title(decision.version, lang),
        "outcome": decision.outcome,
        "how": decision.how,
    }


def as_text(
    file: CaseFile, comparison: Comparison, rows: list[WhyNot], lang: str, width: int
) -> str:
    """The table for a terminal of this many characters (at least 60)."""
    column = (max(width, 60) - len(GAP)) // 2
    left, right = comparison.left, comparison.right
    lines = [file.title(lang) or say(lang, "Untitled case"), ""]
    lines += _level((_head(left, lang), _head(right, lang)), column)
    lines += ["", agreement_words(comparison.agree, lang), ""]
    lines += [say(lang, "Why not, exception by exception"), _legend(lang)]
    missing = missing_words(comparison, lang)
    for row in rows:
        cells = [
            _cell(row, status, decision, missing, lang)
            for status, decision in ((row.left, left), (row.right, right))
        ]
        lines += _level((cells[0], cells[1]), column)
    lines += ["", say(lang, "Teaching tool, not legal advice.")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _legend(lang: str) -> str:
    return "   ".join(f"{SHAPES[SIGNS[s]]} {state_words(s, lang).lower()}" for s in SIGNS)


def _head(decision: Decision, lang: str) -> Iterator[str]:
    yield version_title(decision.version, lang)
    yield f"{OUTCOMES[decision.outcome]} {outcome_words(decision, lang).headline.upper()}"


def _cell(
    row: WhyNot, status: Status, decision: Decision, missing: str, lang: str
) -> Iterator[str]:
    room = "  " * row.depth
    if status.verdict is None:
        yield f"{room}  {row.provision.cite[lang]}: {missing}"
        return
    provision = status.verdict.provision
    sign = SHAPES[SIGNS[status.state]]
    yield f"{room}{sign} {provision.title[lang]} ({provision.cite[lang]})"
    yield f"{room}  {sentence(status, decision, lang).text}"


def _level(cells: tuple[Iterator[str], Iterator[str]], column: int) -> Iterator[str]:
    """Lines side by side, each wrapped to its column, under its own indent."""
    for one, other in zip_longest(*(_wrapped(cell, column) for cell in cells), fillvalue=""):
        yield f"{one:<{column}}{GAP}{other}"


def _wrapped(lines: Iterator[str], column: int) -> list[str]:
    found: list[str] = []
    for line in lines:
        room = " " * (len(line) - len(line.lstrip()) + 2)
        found += textwrap.wrap(line, column, subsequent_indent=room) or [""]
    return found
