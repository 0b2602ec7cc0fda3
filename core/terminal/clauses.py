"""``threshold clauses PROPOSAL``: what a proposal changes, and which clause changes whose outcome."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from typing import Any

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.explore.clauses import MatrixRow, library_into, matrix
from core.explore.steps import finish
from core.explore.switches import Switchboard
from core.law.version import Version, find_version, is_own
from core.report.changes import changes_of
from core.report.clauses import (
    MARKS,
    POINT,
    change_lines,
    changing_words,
    clauses_data,
    effect_sentences,
    effect_words,
    matrix_lines,
)
from core.terminal.options import InputError, chosen_positions, find_case
from core.words import say


def clauses_command(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The answer: a list of changes, then one case, or the library, or neither."""
    if is_own(given.proposal):
        raise InputError(f"{given.proposal}: the case's own law has no clauses; name a proposal")
    file = find_case(given.case) if given.case else None
    into = file.case.get("journey.into") if file else None
    version = find_version(given.proposal, into)
    if version.whole is None:
        raise InputError(
            f"{given.proposal}: this is no proposal, so it has no clauses; "
            f"there are: {', '.join(sorted(version.law.proposals))}, or a law file"
        )
    setup = chosen_positions(file.setup if file else Setup(), given, [version])
    lines = change_lines(version, setup.assumptions, given.lang)
    cases: list[tuple[str, Case]] = []
    titles = {}
    if file is not None:
        cases = [(file.id or (file.path.stem if file.path else ""), file.case)]
    elif given.library:
        cases = list(library_into(version.country))
        titles = {entry.id: entry.title[given.lang] for entry in library().entries}
    rows = finish(matrix(Switchboard(version), cases, setup))
    if file is not None:
        lines += ["", file.title(given.lang), *_of_case(rows[0], version, setup, given.lang)]
    elif rows:
        names = Switchboard(version).names
        lines += ["", _legend(given.lang), ""]
        lines += matrix_lines(rows, titles, version, names, given.lang)
    return 0, _wrapped(lines), clauses_data(rows, version, setup.assumptions, given.lang)


def _wrapped(lines: list[str]) -> str:
    """The lines, broken to the width of the terminal; what goes on stands further in."""
    width = shutil.get_terminal_size((120, 40)).columns
    broken = []
    for line in lines:
        inner = " " * (len(line) - len(line.lstrip()) + 2)
        found = textwrap.wrap(
            line, width, subsequent_indent=inner, break_long_words=False, drop_whitespace=True
        )
        broken += found if len(line) > width else [line]
    return "\n".join(broken) + "\n"


def _of_case(row: MatrixRow, version: Version, setup: Setup, lang: str) -> list[str]:
    changes = {change.name: change for change in changes_of(version, setup.assumptions, lang)}
    lines = [changing_words(row.found, changes, lang), ""]
    for effect in row.found.effects:
        first, *more = effect_sentences(effect, row.found, version, changes, lang)
        title = changes[effect.clause].title
        colon = "" if title.endswith("?") else say(lang, ":")
        lines.append(f"{MARKS.get(effect.kind, POINT)} {title}{colon} {first}")
        lines += [f"    {line}" for line in more if effect.kind in MARKS]
    return lines


def _legend(lang: str) -> str:
    shown = [f"{mark} {effect_words(kind, lang)}" for kind, mark in MARKS.items()]
    return "   ".join((say(lang, "Which clause changes whose outcome"), *shown))
