"""Sentences of the reveal: what was answered, and how sure that was."""

from __future__ import annotations

from core.report.facts import capital
from core.report.quiz import confidence_words, fact_choice, offer_words, outcome_choice
from core.training.model import Side
from core.training.question import Question
from core.training.quiz import ColumnReveal
from core.words import say


def answer_words(question: Question, side: Side, found: ColumnReveal, lang: str) -> str:
    """What the trainee said for one column, in one line."""
    column, given = question.column(side), found.answer
    offers = {offer.id: offer for offer in column.provisions}
    said = [outcome_choice(given.outcome, column.country, lang)]
    if given.provision in offers:
        said.append(offer_words(offers[given.provision], lang))
    if given.fact is not None:
        said.append(capital(fact_choice(question, given.fact, lang)))
    return say(lang, "You said: {answer}", answer=" · ".join(said))


def sure_words(found: ColumnReveal, lang: str) -> str:
    """How sure the trainee was, and how it came out; no mark hangs on it."""
    level = found.answer.confidence
    if level is None:
        return ""
    how = confidence_words(level, lang)
    if found.mark.outcome:
        return say(lang, "How sure you were: {how}; the outcome was right.", how=how)
    return say(lang, "How sure you were: {how}; the outcome was another.", how=how)
