"""What an outcome waits for or depends on, in words."""

from __future__ import annotations

from core.decision.model import Decision
from core.report.facts import fact_words


def waiting_words(decision: Decision, name: str, lang: str) -> str:
    """A fact path, ``assume:NAME`` or ``reading:ID`` in words."""
    kind, colon, key = name.partition(":")
    if not colon:
        return fact_words(decision.case, name, lang)
    if kind == "reading":
        reading = decision.version.law.readings.get(key)
        return reading.question[lang] if reading else key
    assumption = decision.version.assumes.get(key)
    return assumption.question[lang] if assumption else key
