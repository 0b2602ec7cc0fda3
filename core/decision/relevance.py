"""Which unanswered questions can still change either outcome; the others may fold away.

A question matters while the outcome (or the way to it) of one of the two versions waits for it.
"""

from __future__ import annotations

from core.decision.model import Comparison


def open_questions(comparison: Comparison) -> frozenset[str]:
    """The paths of facts that either outcome waits for; a list that may grow stands as ``list[+]``."""
    return frozenset(
        name
        for decision in (comparison.left, comparison.right)
        for name in decision.waits_for
        if not name.startswith(("assume:", "reading:"))
    )
