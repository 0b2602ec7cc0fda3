"""A quiz as plain data, for ``threshold quiz --json``: one object a line. Keys are only ever added."""

from __future__ import annotations

from typing import Any

from core.report.quiz import (
    column_title,
    departure_words,
    fact_choice,
    offer_words,
    outcome_choice,
    provision_words,
)
from core.training.model import COLUMNS, Side
from core.training.question import Question
from core.training.quiz import ColumnReveal, Reveal, Score


def question_data(question: Question, number: int, total: int, lang: str) -> dict[str, Any]:
    """A question: what is asked, and every choice by id with its words; nothing of the key."""
    return {
        "type": "question",
        "exercise": question.exercise,
        "number": number,
        "of": total,
        "title": question.title[lang],
        "story": question.story[lang],
        "case": question.case.data,
        "readings": dict(question.readings),
        "assumptions": dict(question.assumptions),
        "facts": [{"id": p, "words": fact_choice(question, p, lang)} for p in question.facts],
        **{side: _asked(question, side, lang) for side in COLUMNS},
    }


def _asked(question: Question, side: Side, lang: str) -> dict[str, Any]:
    column = question.column(side)
    return {
        "version": column.version,
        "title": column_title(question, column.version, lang),
        "outcomes": [
            {"id": o, "words": outcome_choice(o, column.country, lang)} for o in column.outcomes
        ],
        "provisions": [{"id": o.id, "words": offer_words(o, lang)} for o in column.provisions],
    }


def reveal_data(reveal: Reveal, lang: str) -> dict[str, Any]:
    """The key of an exercise, the marks, and where the reasoning parted."""
    return {
        "type": "reveal",
        "exercise": reveal.exercise,
        **{side: _revealed(reveal, side, lang) for side in COLUMNS},
    }


def _revealed(reveal: Reveal, side: Side, lang: str) -> dict[str, Any]:
    found: ColumnReveal = reveal.column(side)
    decision = reveal.worked.decision(side)
    given = found.answer
    return {
        "answer": {
            "outcome": given.outcome,
            "provision": given.provision,
            "fact": given.fact,
            "confidence": given.confidence,
        },
        "key": found.key.model_dump(mode="json"),
        "basis_words": [provision_words(decision, name, lang) for name in found.key.basis],
        "marks": {
            "outcome": found.mark.outcome,
            "provision": found.mark.provision,
            "fact": found.mark.fact,
        },
        "left_at": found.left_at,
        "left_at_words": departure_words(found, decision, lang),
    }


def score_data(score: Score) -> dict[str, Any]:
    """The score at the end."""
    return {
        "type": "score",
        "columns": score.columns,
        "outcome": {"right": score.outcome, "of": score.columns},
        "provision": {"right": score.provision, "of": score.provisions},
        "fact": {"right": score.fact, "of": score.facts},
        "confidence": {
            str(level): {"right": right, "of": of} for level, (right, of) in score.sure.items()
        },
    }
