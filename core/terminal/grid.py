"""``threshold grid CASE``: two facts against each other, each cell with the outcome of both versions.

>>> from core.terminal.options import parser
>>> told = ["grid", "an-empty-road", "--across", "claim.date=0..2", "--down", "entry.place"]
>>> code, text, data = grid_of(parser().parse_args(told))
>>> code, data["across"]["days"], data["cells"][2][0]["right"]
(0, [0, 1, 2], ['returned'])
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact, FactError, read_code
from core.case.setup import Setup
from core.case.view import View
from core.explore.answering import trying_of
from core.explore.axes import (
    MOST,
    Axis,
    AxisError,
    axis,
    axis_paths,
    counted_from,
    dated,
    of_values,
)
from core.explore.grid import grid
from core.explore.gridpresets import concrete_path, offered
from core.explore.trying import Trying
from core.report.grid import GridWords
from core.report.gridtable import as_csv, as_data, as_lines
from core.terminal.options import InputError, chosen_setup, find_case
from core.words import say

RUN = re.compile(r"(-?\d+)\.\.(-?\d+)")
WORDS = {"yes": True, "no": False, "true": True, "false": False}
UNKNOWN, NONE = "unknown", "none"


def grid_of(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The grid as lines, or as CSV, and as data. Raises InputError, VersionError."""
    file = find_case(given.case)
    setup = chosen_setup(file.setup, given, file.case.get("journey.into"))
    across, down = _axes(given, file.case, setup)
    found = grid(file.case, setup, across, down)
    words = GridWords(found, given.lang)
    title = file.title(given.lang) or say(given.lang, "Untitled case")
    text = as_csv(words) if given.csv else "\n".join(as_lines(title, words)) + "\n"
    return 0, text, as_data(file, words)


def _axes(given: argparse.Namespace, case: Case, setup: Setup) -> tuple[Axis, Axis]:
    """Both axes; what is not given comes from the first preset that fits."""
    told = [given.across, given.down]
    if None in told:
        fitting = offered(case)
        if told != [None, None] or not fitting:
            raise InputError(
                "--across and --down are both needed, each with a fact of this case, such as: "
                + ", ".join(axis_paths(case)[:3])
            )
        told = [fitting[0].across, fitting[0].down]
    paths = [concrete_path(case, text.partition("=")[0]) for text in told]
    if paths[0] == paths[1]:
        raise InputError(f"{paths[0]} stands both across and down; name two different facts")
    trying = trying_of(case, setup)
    one, other = (
        _axis(case, trying, path, beside, text.partition("=")[2])
        for path, beside, text in zip(paths, reversed(paths), told, strict=True)
    )
    return one, other


def _axis(case: Case, trying: Trying, path: str, beside: str, values: str) -> Axis:
    known = axis_paths(case)
    if path not in known:
        raise InputError(
            f"{path}: this is no fact that can be an axis of this case; there are: "
            + ", ".join(known)
        )
    try:
        if not values:
            return axis(case, trying, path, beside)
        plain = [v for text in values.split(",") for v in _read(case, trying, path, beside, text)]
        if len(plain) > MOST:
            raise InputError(
                f"{path}: {len(plain)} values were given; at most {MOST} can stand on an axis"
            )
        if catalogue().fact(path).type == "date":
            return dated(case, trying, path, beside, plain)
        return of_values(case, path, plain)
    except (AxisError, FactError) as error:
        raise InputError(str(error) if path in str(error) else f"{path}: {error}") from None


# --- values ----------------------------------------------------------------------------------------
def _read(case: Case, trying: Trying, path: str, beside: str, text: str) -> Iterator[Any]:
    """The values that one part of a list of values stands for. Raises FactError."""
    fact, text = catalogue().fact(path), text.strip()
    run = RUN.fullmatch(text)
    if text == UNKNOWN:
        yield None
    elif fact.type in ("integer", "date") and run is not None:
        first, last = int(run[1]), int(run[2])
        for number in range(first, min(last, first + MOST) + 1):
            yield _number(case, trying, path, beside, number)
    elif fact.type in ("integer", "date") and re.fullmatch(r"-?\d{1,3}", text):
        yield _number(case, trying, path, beside, int(text))
    else:
        yield _plain(fact, text)


def _number(case: Case, trying: Trying, path: str, beside: str, number: int) -> Any:
    """A number as it is; of a date, the day so many days after the one it is counted from."""
    fact = catalogue().fact(path)
    if fact.type == "integer":
        fact.read(number)
        return number
    since = counted_from(case, trying, path, beside)
    start = View(case).at(since) if since else None
    if not isinstance(start, date):
        raise FactError(f"{number} days after which day? Write days as YYYY-MM-DD")
    return (start + timedelta(number)).isoformat()


def _plain(fact: Fact, text: str) -> Any:
    if fact.type in CODE_LISTS:
        codes = [] if text == NONE else text.split("+")
        return {"items": [read_code(fact, code) for code in codes], "complete": "all"}
    if fact.type == "boolean":
        if text not in WORDS:
            raise FactError(f"found {text!r}; expected yes, no or unknown")
        return WORDS[text]
    if fact.type == "integer":
        raise FactError(f"found {text!r}; expected a whole number, or a run such as 14..20")
    fact.read(text)
    return text
