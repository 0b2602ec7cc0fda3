"""The words of the timeline: what a stretch comes to, from when to when, and by which instruments.

>>> from core.case.library import library
>>> from core.explore.timeline import history
>>> file = library().load("an-empty-road")
>>> track = history(file.case, file.setup).tracks[0]
>>> stretch_words(track.at("2020-04-01"), track, "en")
'Returned to the United States, directed back'
>>> short_words(track.at("2018-05-01"), "en")
'heard'
"""

from __future__ import annotations

from core.decision.settle import HEARD, OUTSIDE, RETURNED, UNDETERMINED
from core.explore.pins import CLAIM_DATE, DATED, JourneyDay, Pin
from core.explore.timeline import Stretch, Track
from core.law.version import Version
from core.report.dates import moment_words
from core.report.facts import join
from core.report.outcome import outcome_name, version_title
from core.words import say

MOST_NAMED = 3
"""So many instruments of one turn are named before the rest is counted."""

SHORT_HOWS = ("directed_back",)
"""Ways to an outcome that have a short word of their own."""


def short_words(stretch: Stretch, lang: str) -> str:
    """One or two words for a small place."""
    if stretch.how in SHORT_HOWS:
        return say(lang, "directed back")
    if stretch.outcome == HEARD:
        return say(lang, "heard")
    if stretch.outcome == RETURNED:
        return say(lang, "returned")
    if stretch.outcome == UNDETERMINED:
        return say(lang, "not determined")
    return say(lang, "barred")


def name_words(stretch: Stretch, track: Track, lang: str) -> str:
    """The outcome in the words of the country whose law decides."""
    return outcome_name(stretch.outcome, track.country, lang)


def stretch_words(stretch: Stretch, track: Track, lang: str) -> str:
    """The outcome and how it comes about; of an open one, what is still possible."""
    name = name_words(stretch, track, lang)
    if stretch.outcome == UNDETERMINED:
        open_ = [outcome_name(one, track.country, lang) for one in stretch.possible]
        return say(lang, "{label}: {value}", label=name, value=join(open_, say(lang, "or")))
    how = how_words(stretch.how, lang)
    return f"{name}, {how}" if how else name


def how_words(how: str | None, lang: str) -> str:
    """How an outcome comes about; empty where the outcome says it, or it is not known."""
    words = {
        OUTSIDE: say(lang, "outside the Agreement"),
        "exempt": say(lang, "by an exception"),
        "agreement": say(lang, "under the Agreement"),
        "directed_back": say(lang, "directed back"),
        "cannot_claim": say(lang, "no claim can be made"),
    }
    return words.get(how or "", "")


def period_words(stretch: Stretch, lang: str) -> str:
    """``From 21 June 2019 until 21 March 2020``; the second day is the first of the next stretch."""
    start = moment_words(stretch.base, lang)
    if stretch.until is None:
        return say(lang, "Since {start}", start=start)
    until = moment_words(stretch.until, lang)
    return say(lang, "From {start} until {end}", start=start, end=until)


def instrument_words(stretch: Stretch, lang: str) -> str:
    """By which instruments the law turned; where it did not, that the day alone matters."""
    if not stretch.instruments:
        return say(lang, "a date in the law, or a list of countries")
    named = [by[lang] for by in stretch.instruments[:MOST_NAMED]]
    more = len(stretch.instruments) - len(named)
    if more:
        named.append(say(lang, "{n} more", n=more))
    return "; ".join(named)


def turn_words(stretch: Stretch, lang: str) -> str:
    """``25 March 2023, 00:01: SOR/2023-58``."""
    day = moment_words(stretch.base, lang)
    return say(lang, "{label}: {value}", label=day, value=instrument_words(stretch, lang))


def side_words(side: str, lang: str) -> str:
    """Which column a pin belongs to."""
    return say(lang, "on the left") if side == "left" else say(lang, "on the right")


def pin_words(pin: Pin, version: Version, lang: str) -> str:
    """The version at a pin: its title, and for a minute, or what hangs at a day, that day."""
    title = version_title(version, lang)
    if pin.kind == DATED and "T" not in pin.base:
        return title
    return f"{title} ({moment_words(pin.base, lang)})"


def day_name(day: JourneyDay, lang: str) -> str:
    """Which day of the journey it is."""
    return say(lang, "claim") if day.of == CLAIM_DATE else say(lang, "entry")
