"""What follows from a decision, in words: what a consequence hangs on that nobody stated."""

from __future__ import annotations

from core.decision.consequences import Aftermath, Consequence
from core.decision.model import Decision
from core.decision.waits import waits
from core.logic.explain import Explainer
from core.logic.tree import All
from core.logic.truth import UNKNOWN
from core.report.facts import join, lower
from core.report.waiting import waiting_words
from core.words import say


def hangs_on(decision: Decision, found: Consequence, lang: str) -> str:
    """What a possible consequence waits for, joined by "and"; empty where it follows."""
    if found.truth != UNKNOWN:
        return ""
    after = Aftermath(decision)
    why = Explainer(after, after).explain(after.condition(found.provision.id) or All(()))
    names = dict.fromkeys(waits(why, after))
    said = dict.fromkeys(lower(waiting_words(decision, name, lang)) for name in names)
    if not said:
        return say(lang, "how the outcome comes about")
    return join(list(said), say(lang, "and"))
