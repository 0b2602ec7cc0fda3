"""The shapes of truth: which one a verdict has, and the word that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.logic.truth import FALSE, TRUE
from core.words import say

if TYPE_CHECKING:
    from core.decision.model import Verdict

TruthName = Literal["met", "not_met", "unknown", "not_reached", "follows"]


def truth_name(verdict: Verdict) -> TruthName:
    """The shape of a verdict: a provision that is kept from counting is not reached at all.

    A provision with parts shows whether its parts can be used; each part shows whether it is met.
    """
    if verdict.provision.parts:
        return line_truth(verdict.reached)
    if verdict.reached == FALSE:
        return "not_reached"
    if verdict.met == FALSE:
        return "not_met"
    if verdict.met == TRUE and verdict.reached == TRUE:
        return "met"
    return "unknown"


def truth_words(truth: TruthName, lang: str) -> str:
    """The word that goes with a shape."""
    match truth:
        case "met":
            return say(lang, "met")
        case "not_met":
            return say(lang, "not met")
        case "not_reached":
            return say(lang, "not reached")
        case "follows":
            return say(lang, "follows")
        case _:
            return say(lang, "unknown")


def line_truth(truth: int) -> TruthName:
    """The shape of one line of reasoning."""
    if truth == TRUE:
        return "met"
    return "not_met" if truth == FALSE else "unknown"
