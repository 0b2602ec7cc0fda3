"""What the strip says where a person points, or where the keys are."""

from __future__ import annotations

from core.decision.model import Comparison, Decision
from core.explore.pins import JourneyDay, Pin
from core.explore.timeline import Stretch, Track
from core.report.dates import day_words
from core.report.facts import capital
from core.report.outcome import headline_words
from core.report.timeline import (
    day_name,
    instrument_words,
    period_words,
    pin_words,
    stretch_words,
    turn_words,
)
from core.words import say


def stretch_tip(stretch: Stretch, track: Track, lang: str) -> str:
    """Everything about a stretch, a line for each thing."""
    return "\n".join(
        (
            stretch_words(stretch, track, lang),
            period_words(stretch, lang),
            say(lang, "Begins with: {what}", what=instrument_words(stretch, lang)),
        )
    )


def stretch_line(stretch: Stretch, track: Track, lang: str) -> str:
    """The same on one line."""
    return " · ".join((stretch_words(stretch, track, lang), turn_words(stretch, lang)))


def marks_tip(stretches: list[Stretch], lang: str) -> str:
    """The instruments of marks that stand close together, a line for each."""
    return "\n".join(turn_words(stretch, lang) for stretch in stretches)


def decision_of(comparison: Comparison, side: str) -> Decision:
    """The decision of a side."""
    return comparison.left if side == "left" else comparison.right


def pin_line(pin: Pin, comparison: Comparison, lang: str) -> str:
    """The version at a pin, and what it makes of the journey."""
    decision = decision_of(comparison, pin.side)
    title = pin_words(pin, decision.version, lang)
    return say(lang, "{label}: {value}", label=title, value=headline_words(decision, lang))


def pin_spoken(pin: Pin, comparison: Comparison, lang: str) -> str:
    """A pin for a screen reader: which column, which version, what it comes to, how it moves."""
    column = say(lang, "Left column") if pin.side == "left" else say(lang, "Right column")
    where = say(lang, "{label}: {value}", label=column, value=pin_line(pin, comparison, lang))
    return f"{where}. {moves(lang)}"


def day_line(day: JourneyDay, comparison: Comparison, lang: str) -> str:
    """A day of the journey, and what both versions make of it then."""
    told = say(
        lang,
        "Left: {left}. Right: {right}.",
        left=headline_words(comparison.left, lang),
        right=headline_words(comparison.right, lang),
    )
    name = capital(day_name(day, lang))
    when = say(lang, "{label}: {value}", label=name, value=day_words(day.day, lang))
    return f"{when}. {told}"


def day_spoken(day: JourneyDay, comparison: Comparison, lang: str) -> str:
    """The same for a screen reader, with how it moves."""
    return f"{day_line(day, comparison, lang)} {moves(lang)}"


def moves(lang: str) -> str:
    """How a tag is moved by keys."""
    return say(
        lang, "Arrow keys go to the next state of the law, with Ctrl by one day; or drag it."
    )


def strip_spoken(track: Track, cursor: int, lang: str) -> str:
    """The strip for a screen reader: where the keys stand, of how many, and what is there."""
    place = say(lang, "{n} of {all}", n=cursor + 1, all=len(track.stretches))
    stretch = track.stretches[cursor]
    title = say(lang, "This journey through the law's history")
    told = f"{stretch_words(stretch, track, lang)}. {period_words(stretch, lang)}"
    by = say(lang, "Begins with: {what}", what=instrument_words(stretch, lang))
    return f"{title}, {place}. {told}. {by}"
