"""Everything the window and the terminal say of a decision, in one place to import from."""

from __future__ import annotations

from core.report.facts import fact_words, value_words
from core.report.outcome import (
    OutcomeWords,
    agreement_words,
    headline_words,
    outcome_name,
    outcome_words,
    possible_words,
    version_line,
    version_title,
)
from core.report.reasons import ReasonLine, because, reason_lines
from core.report.stations import station_line

__all__ = [
    "OutcomeWords",
    "ReasonLine",
    "agreement_words",
    "because",
    "fact_words",
    "headline_words",
    "outcome_name",
    "outcome_words",
    "possible_words",
    "reason_lines",
    "station_line",
    "value_words",
    "version_line",
    "version_title",
]
