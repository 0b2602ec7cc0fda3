"""``threshold whatif CASE``: the smallest changes that bring another outcome, agreement or difference about.

>>> from core.terminal.options import parser
>>> told = ["whatif", "an-empty-road", "--version", "whole_border_2018", "--most", "1"]
>>> code, text, data = whatif_of(parser().parse_args(told))
>>> code, data["goal"]["kind"], data["exhausted"], data["flips"][0]["size"]
(0, 'right', True, 1)
"""

from __future__ import annotations

import argparse
import re
import textwrap
from dataclasses import asdict
from typing import Any

from core.case.case import Case
from core.case.casefile import CaseFile
from core.case.catalogue import catalogue
from core.case.facts import pattern
from core.decision.compare import compare
from core.decision.model import Comparison
from core.explore.changing import changeable, class_of
from core.explore.flips import LARGEST, Flips, flips
from core.explore.goals import AGREE, DIFFER, Goal
from core.explore.steps import finish
from core.explore.ways import CLASSES, Change, Contrast, contrasts
from core.report.changing import (
    after_words,
    change_words,
    class_words,
    contrast_words,
    goal_words,
    standing_words,
    teaching_words,
)
from core.report.contract import case_data
from core.report.sidebyside import OUTCOMES
from core.terminal.options import InputError, chosen_setup, find_case
from core.words import many, say

SCHEMA = "threshold/whatif/1"
TURN = "turn"
WIDTH = 110
SIDES = ("left", "right")


def whatif_of(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The smallest changes as lines and as data. Raises InputError, VersionError."""
    file = find_case(given.case)
    case = file.case
    if given.only and (given.left or given.right):
        raise InputError(
            "--version names one version; leave it out where --left or --right is given"
        )
    if given.only:
        given.left = given.right = given.only
    setup = chosen_setup(file.setup, given, case.get("journey.into"))
    if not 1 <= given.most <= LARGEST:
        raise InputError(f"--most {given.most}: expected a number from 1 to {LARGEST}")
    comparison = compare(case, setup)
    goal = _goal(given, comparison)
    found = finish(flips(case, setup, goal, _locks(given.lock, case), given.most))
    told = contrasts(case, setup, found.flips)
    data = {
        "schema": SCHEMA,
        "case": case_data(file, given.lang),
        "setup": asdict(setup),
        "teaching": teaching_words(given.lang),
        "goal": {**asdict(goal), "words": goal_words(goal, given.lang)},
        "now": {side: getattr(comparison, side).outcome for side in SIDES},
        "exhausted": found.exhausted,
        "largest": found.largest,
        "flips": [contrast_data(case, one, given.lang) for one in told],
    }
    return 0, "\n".join(_lines(file, comparison, goal, found, told, given.lang)) + "\n", data


# --- what was asked --------------------------------------------------------------------------------
def _goal(given: argparse.Namespace, comparison: Comparison) -> Goal:
    """The goal: one version or the proposed one shall turn, or both agree or differ."""
    kind = given.goal
    if kind is None:
        kind = TURN
    if kind == TURN:
        kind = "right" if given.only or not given.left or given.right else "left"
    if kind in (AGREE, DIFFER):
        if given.only:
            raise InputError(f"--goal {kind} needs two versions: --left and --right")
        return Goal(kind)
    return Goal.turn(kind, getattr(comparison, kind).outcome)


def _locks(given: list[str], case: Case) -> list[str]:
    """The paths that stay as they are: facts, lists, members, or all facts of a class."""
    paths = changeable(case)
    found = []
    for name in given:
        if name in CLASSES:
            found += [path for path in paths if class_of(path) == name]
            continue
        inside = [p for p in paths if p == name or p.startswith((f"{name}.", f"{name}["))]
        if not inside:
            inside = [p for p in paths if pattern(p) == name]
        if not inside and catalogue().get(pattern(re.sub(r"\[\+?\]$", "", name))) is None:
            raise InputError(
                f"{name}: there is no such fact in this case; expected a fact such as "
                f"{paths[0]}, or a class: {', '.join(CLASSES)}"
            )
        found += inside
    return found


# --- lines -----------------------------------------------------------------------------------------
def _lines(
    file: CaseFile,
    comparison: Comparison,
    goal: Goal,
    found: Flips,
    told: list[Contrast],
    lang: str,
) -> list[str]:
    lines = [file.title(lang) or say(lang, "Untitled case"), "", goal_words(goal, lang)]
    lines += textwrap.wrap(teaching_words(lang), WIDTH)
    size = 0
    for one in told:
        if one.size != size:
            size = one.size
            lines += ["", many(lang, "{n} change", "{n} changes", size)]
        came = _outcomes(comparison, goal, one, lang)
        words = f"{class_words(one.cls, lang)} · {contrast_words(file.case, one, lang)} → {came}"
        lines += textwrap.wrap(words, WIDTH, initial_indent="  ", subsequent_indent="    ")
    lines += ["", standing_words(found, lang), "", say(lang, "Teaching tool, not legal advice.")]
    return lines


def _outcomes(comparison: Comparison, goal: Goal, one: Contrast, lang: str) -> str:
    after = after_words(comparison, goal.kind, one, lang)
    return " | ".join(f"{OUTCOMES[outcome]} {name}" for outcome, name in after)


# --- data ------------------------------------------------------------------------------------------
def contrast_data(case: Case, one: Contrast, lang: str) -> dict[str, Any]:
    """One smallest change as plain data."""
    return {
        "size": one.size,
        "class": one.cls,
        "words": contrast_words(case, one, lang),
        "changes": [_change_data(case, change, lang) for change in one.changes],
        "outcome": dict(zip(SIDES, one.outcomes, strict=True)),
        "case": one.case(case).data,
    }


def _change_data(case: Case, change: Change, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "path": change.path,
        "kind": change.kind,
        "class": class_of(change.path),
        "words": change_words(case, change, lang),
    }
    if change.regions:
        found["regions"] = [_plain(asdict(region)) for region in change.regions]
    if change.fields:
        found["fields"] = {
            field.path.rpartition(".")[2]: [_plain(asdict(region)) for region in field.regions]
            for field in change.fields
        }
    return found


def _plain(region: dict[str, Any]) -> dict[str, Any]:
    """A region without what it does not use: one ``value``, or ``from`` and ``to``."""
    if region["low"] == region["high"]:
        found: dict[str, Any] = {"value": region["low"]}
    else:
        found = {"from": region["low"], "to": region["high"]}
    if region["since"]:
        found |= {"since": region["since"], "days": list(region["days"])}
    return found
