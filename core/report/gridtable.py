"""A grid as a table: lines for a terminal, CSV for a spreadsheet, plain data for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from core.case.casefile import CaseFile
from core.explore.axes import Axis
from core.report.contract import case_data
from core.report.dates import FIRM
from core.report.facts import capital
from core.report.grid import GridWords, mark
from core.report.sidebyside import OUTCOMES
from core.training.results import safe_cell
from core.words import say

SCHEMA = "threshold/grid/1"
SHORT = 5
"""Letters that the heads of columns may have before they are numbered and told below."""


# --- for people ------------------------------------------------------------------------------------
def as_lines(title: str, words: GridWords) -> list[str]:
    """The grid in signs, the left version before the right, and what the signs mean."""
    grid = words.grid
    heads, told = _heads(words)
    names = [words.short(grid.down, y) for y in range(len(grid.down.values))]
    margin, wide = max(map(len, names)), max(4, *(len(head) for head in heads))
    lines = [
        title,
        *words.sides,
        "",
        f"→ {words.title(grid.across)}",
        f"↓ {words.title(grid.down)}",
        "",
    ]
    lines.append(f"{'':{margin}}  {' '.join(f'{head:^{wide}}' for head in heads)}".rstrip())
    for y, name in enumerate(names):
        cells = (f"{_signs(words, x, y):^{wide}}" for x in range(len(heads)))
        lines.append(f"{name:<{margin}}  {' '.join(cells)}".rstrip())
    return [*lines, "", *told, *_legend(words)]


def _heads(words: GridWords) -> tuple[list[str], list[str]]:
    """The heads of the columns; where they are long, numbers, and what these stand for."""
    axis = words.grid.across
    heads = [words.short(axis, x) for x in range(len(axis.values))]
    if max(map(len, heads)) <= SHORT:
        return heads, []
    numbers = [str(n + 1) for n in range(len(heads))]
    wide = len(numbers[-1])
    return numbers, [*(f"{n:>{wide}}  {h}" for n, h in zip(numbers, heads, strict=True)), ""]


def _signs(words: GridWords, x: int, y: int) -> str:
    cell = words.grid.at(x, y)
    both = OUTCOMES[mark(cell.left)] + OUTCOMES[mark(cell.right)]
    before, after = ("[", "]") if (x, y) == words.grid.here else ("", "")
    return before + both + ("" if cell.consistent else "!") + after


def _legend(words: GridWords) -> Iterator[str]:
    """What the signs mean that are in the grid."""
    lang = words.lang
    cells = [cell for row in words.grid.rows for cell in row]
    seen = {mark(possible) for cell in cells for possible in (cell.left, cell.right)}
    said = {
        "heard": say(lang, "heard"),
        "returned": say(lang, "returned"),
        "barred": say(lang, "barred"),
        "undetermined": say(lang, "not determined"),
    }
    yield "   ".join(f"{OUTCOMES[name]} {word}" for name, word in said.items() if name in seen)
    yield say(lang, "In each cell the left version, then the right; [ ] the case as it stands.")
    if not all(cell.consistent for cell in cells):
        yield say(lang, "! means that the facts contradict each other there.")
    differ = sum(cell.agree is False for cell in cells)
    yield say(lang, "The versions part in {n} of {all} cells.", n=differ, all=len(cells))


# --- for spreadsheets ------------------------------------------------------------------------------
def as_csv(words: GridWords) -> str:
    """One row for each cell: both values, both outcomes in words and as codes, and what else is said."""
    grid, lang = words.grid, words.lang
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    head = [
        words.title(grid.down),
        words.title(grid.across),
        *words.sides,
        say(lang, "Versions"),
        say(lang, "Note"),
    ]
    writer.writerow([safe_cell(cell) for cell in head])
    for y, row in enumerate(grid.rows):
        for x in range(len(row)):
            writer.writerow([safe_cell(text) for text in _csv_row(words, x, y)])
    return target.getvalue().replace(FIRM, " ")


def _csv_row(words: GridWords, x: int, y: int) -> list[str]:
    grid, lang, cell = words.grid, words.lang, words.grid.at(x, y)
    agree = {
        True: say(lang, "agree"),
        False: say(lang, "part"),
        None: say(lang, "not known"),
    }
    return [
        words.long(grid.down, y),
        words.long(grid.across, x),
        words.outcome(0, cell.left),
        words.outcome(1, cell.right),
        agree[cell.agree],
        " ".join(words.notes(x, y)),
    ]


# --- for programs ----------------------------------------------------------------------------------
def as_data(file: CaseFile, words: GridWords) -> dict[str, Any]:
    """The same as plain data; cells in rows from above."""
    grid = words.grid
    return {
        "schema": SCHEMA,
        "case": case_data(file, words.lang),
        "left": grid.setup.left,
        "right": grid.setup.right,
        "across": _axis_data(words, grid.across),
        "down": _axis_data(words, grid.down),
        "here": list(grid.here),
        "cells": [
            [
                {
                    "left": list(cell.left),
                    "right": list(cell.right),
                    "agree": cell.agree,
                    "consistent": cell.consistent,
                }
                for cell in row
            ]
            for row in grid.rows
        ],
    }


def _axis_data(words: GridWords, axis: Axis) -> dict[str, Any]:
    return {
        "fact": axis.path,
        "label": capital(words.title(axis)),
        "since": axis.since or None,
        "values": list(axis.values),
        "days": list(axis.days) or None,
        "words": [words.long(axis, number) for number in range(len(axis.values))],
        "own": axis.own,
    }
