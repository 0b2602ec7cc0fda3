"""``threshold coverage PACK``: what a pack turns on, what it only looks at, and what would close its gaps."""

from __future__ import annotations

import argparse
from typing import Any

from core.case.library import library
from core.law.load import law
from core.terminal.packs import find_pack
from core.training.coverage import Coverage, CoverageRow, coverage
from core.training.suggest import Suggestion, suggestions
from core.words import many, say

SIGNS = {"decisive": "✓", "checked": "·", "left_out": "✕"}


def coverage_of(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The coverage of a pack. Raises InputError."""
    pack = find_pack(given.pack).pack
    found, near = coverage(pack), suggestions(pack)
    return 0, as_text(found, near, given.lang), as_data(found, near)


def as_text(found: Coverage, near: tuple[Suggestion, ...], lang: str) -> str:
    """The coverage for a terminal."""
    legend = {
        "decisive": say(lang, "decides in an exercise"),
        "checked": say(lang, "is only looked at"),
        "left_out": say(lang, "is left out"),
    }
    lines = ["   ".join(f"{SIGNS[key]} {words}" for key, words in legend.items()), ""]
    lines += [_line(row, lang) for row in found.rows]
    lines += ["", _counted(say(lang, "Provisions"), found.rows, lang)]
    lines.append(_counted(say(lang, "Exceptions"), found.exceptions, lang))
    if found.differences:
        lines.append(
            _counted(say(lang, "Differences between the versions"), found.differences, lang)
        )
    if near:
        lines += ["", say(lang, "Cases of the library that would close gaps")]
        for row in near:
            title = library().load(row.case).title(lang)
            cites = ", ".join(law().provisions[name].cite[lang] for name in row.closes)
            lines.append(f"  {row.case}  {title}: {cites}")
    return "\n".join(lines) + "\n"


def _line(row: CoverageRow, lang: str) -> str:
    provision = row.provision
    told = f"{SIGNS[row.touched]} {provision.title[lang]} ({provision.cite[lang]})"
    more = []
    if row.differs:
        more.append(say(lang, "differs between the versions"))
    if row.decisive:
        more.append(", ".join(row.decisive))
    if row.over_drilled:
        n = len(row.decisive)
        more.append(many(lang, "over-drilled: {n} exercise", "over-drilled: {n} exercises", n))
    return f"{told}: {'; '.join(more)}" if more else told


def _counted(what: str, rows: tuple[CoverageRow, ...], lang: str) -> str:
    n = sum(1 for row in rows if row.decisive)
    told = say(lang, "{n} of {all} decide somewhere", n=n, all=len(rows))
    return say(lang, "{label}: {value}", label=what, value=told)


def as_data(found: Coverage, near: tuple[Suggestion, ...]) -> dict[str, Any]:
    """The coverage as ``--json`` prints it."""
    return {
        "schema": "threshold/coverage/1",
        "exercises": list(found.exercises),
        "broken": list(found.broken),
        "provisions": [
            {
                "provision": row.provision.id,
                "touched": row.touched,
                "decisive": list(row.decisive),
                "checked": list(row.checked),
                "exception": row.exception,
                "differs": row.differs,
                "over_drilled": row.over_drilled,
            }
            for row in found.rows
        ],
        "suggestions": [
            {"case": s.case, "left": s.left, "right": s.right, "closes": list(s.closes)}
            for s in near
        ],
    }
