"""``threshold timeline CASE``: what every state of the law makes of one journey.

>>> from core.terminal.options import parser
>>> code, text, data = timeline_of(parser().parse_args(["timeline", "an-empty-road"]))
>>> code, data["tracks"][0]["stretches"][0]["outcome"]
(0, 'heard')
"""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterator
from typing import Any

from core.case.casefile import CaseFile
from core.case.catalogue import catalogue
from core.decision.compare import compare
from core.decision.model import Comparison
from core.explore.lawdays import Point
from core.explore.pins import JourneyDay, Pin, journey_days, pins
from core.explore.timeline import History, Stretch, Track, history
from core.report.contract import case_data
from core.report.dates import day_words, moment_words
from core.report.facts import capital
from core.report.sidebyside import OUTCOMES
from core.report.timeline import (
    day_name,
    instrument_words,
    pin_words,
    side_words,
    stretch_words,
)
from core.terminal.options import InputError, chosen_setup, find_case
from core.words import say

LEAST_WIDE = 24
"""Characters that the instruments have at least, however narrow the terminal is."""
SCHEMA = "threshold/timeline/1"


def timeline_of(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The stretches, the pins of both versions and the days of the journey. Raises InputError."""
    file = find_case(given.case)
    setup = chosen_setup(file.setup, given, file.case.get("journey.into"))
    known = catalogue().directions
    if given.into is not None and given.into not in known:
        raise InputError(f"--into {given.into}: expected one of {', '.join(known)}")
    comparison = compare(file.case, setup)
    found = history(file.case, setup, given.into)
    days = journey_days(file.case, setup)
    width = shutil.get_terminal_size((120, 40)).columns
    return (
        0,
        as_text(file, found, comparison, days, given.lang, width),
        as_data(file, found, comparison, days, given.lang),
    )


# --- for people ------------------------------------------------------------------------------------
def as_text(
    file: CaseFile,
    found: History,
    comparison: Comparison,
    days: tuple[JourneyDay, ...],
    lang: str,
    width: int,
) -> str:
    """One line for each state of the law, with pins and days between them."""
    lines = [file.title(lang) or say(lang, "Untitled case")]
    for track in found.tracks:
        law = capital(catalogue().laws[track.country][lang])
        turned = say(lang, "turned round")
        lines += ["", f"{law} ({turned})" if track.turned else law]
        rows = [_row(stretch, track, lang) for stretch in track.stretches]
        rows += _beside(track, comparison, days, lang)
        rows.sort(key=lambda row: row[0])
        wide = [max(len(row[column]) for row in rows) for column in (1, 2)]
        for _, when, what, by in rows:
            lines += _wrapped(f"{when:>{wide[0]}}", f"{what:<{wide[1]}}", by, width)
    return "\n".join(lines) + "\n"


def _wrapped(when: str, what: str, words: str, width: int) -> Iterator[str]:
    """Words behind what stands before them; below it where the terminal is too narrow for that."""
    before, below = f"{when}  {what}  ", " " * (len(when) + 4)
    beside = width - len(before) >= LEAST_WIDE
    indent = " " * len(before) if beside else below
    lines = textwrap.wrap(words, max(width - len(indent), LEAST_WIDE), break_long_words=False)
    if beside:
        yield f"{before}{lines.pop(0) if lines else ''}".rstrip()
    else:
        yield before.rstrip()
    yield from (f"{indent}{line}" for line in lines)


Row = tuple[tuple[Point, int], str, str, str]
"""Where it stands, and its three columns."""


def _row(stretch: Stretch, track: Track, lang: str) -> Row:
    what = f"{OUTCOMES[stretch.outcome]} {stretch_words(stretch, track, lang)}"
    return (stretch.at, 0), moment_words(stretch.base, lang), what, instrument_words(stretch, lang)


def _beside(
    track: Track, comparison: Comparison, days: tuple[JourneyDay, ...], lang: str
) -> Iterator[Row]:
    """The pins that stand on a track, and the days of the journey."""
    versions = {"left": comparison.left.version, "right": comparison.right.version}
    for pin in pins(comparison):
        if pin.country == track.country:
            words = pin_words(pin, versions[pin.side], lang)
            what = f"▲ {side_words(pin.side, lang)}"
            yield (Point.read(pin.base), 1), moment_words(pin.base, lang), what, words
    for day in days:
        at = Point.read(day.day.isoformat())
        yield (at, 2), day_words(day.day, lang), f"○ {day_name(day, lang)}", ""


# --- for programs ----------------------------------------------------------------------------------
def as_data(
    file: CaseFile,
    found: History,
    comparison: Comparison,
    days: tuple[JourneyDay, ...],
    lang: str,
) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "case": case_data(file, lang),
        "begins": found.begins.isoformat(),
        "ends": found.ends.isoformat(),
        "tracks": [_track_data(track, lang) for track in found.tracks],
        "pins": [_pin_data(pin) for pin in pins(comparison)],
        "days": [{"fact": d.of, "path": d.path, "day": d.day.isoformat()} for d in days],
    }


def _track_data(track: Track, lang: str) -> dict[str, Any]:
    return {
        "country": track.country,
        "turned": track.turned,
        "stretches": [_stretch_data(stretch, track, lang) for stretch in track.stretches],
    }


def _stretch_data(stretch: Stretch, track: Track, lang: str) -> dict[str, Any]:
    return {
        "version": f"{track.country}:{stretch.base}",
        "from": stretch.base,
        "until": stretch.until,
        "outcome": stretch.outcome,
        "how": stretch.how,
        "possible": list(stretch.possible),
        "state_begins": stretch.turn,
        "instruments": [by[lang] for by in stretch.instruments],
        "words": stretch_words(stretch, track, lang),
    }


def _pin_data(pin: Pin) -> dict[str, Any]:
    return {
        "side": pin.side,
        "country": pin.country,
        "at": pin.base,
        "kind": pin.kind,
        "suspended": pin.suspended,
    }
