"""Which unanswered questions can still change either outcome; the others may fold away.

A question matters while the outcome (or the way to it) of one of the two versions waits for it.
"""

from __future__ import annotations

from core.decision.matters import is_path, matters
from core.decision.model import Comparison
from core.logic.explain import walk_why


def open_questions(comparison: Comparison) -> frozenset[str]:
    """The paths of facts that either outcome waits for; a list that may grow stands as ``list[+]``."""
    return frozenset(
        name
        for decision in (comparison.left, comparison.right)
        for name in decision.waits_for
        if not name.startswith(("assume:", "reading:"))
    )


def leading_question(comparison: Comparison) -> str:
    """The path of the fact to look at first: what an outcome waits for, or what makes the versions part.

    Empty where there is neither.
    """
    for decision in (comparison.left, comparison.right):
        for name in decision.waits_for:
            if ":" not in name:
                return name.replace("[+]", "[]")
    for reads in matters(comparison).values():
        for read in reads:
            return read.path
    return _asked_where_they_part(comparison)


def _asked_where_they_part(comparison: Comparison) -> str:
    """The first fact of the case that a provision reads at which the versions part."""
    for row in comparison.rows:
        for verdict in (row.right, row.left) if row.parts else ():
            for why in (verdict.why, verdict.why_gate) if verdict else ():
                for below in walk_why(why):
                    for read in below.reads:
                        if is_path(read.path):
                            return read.path
    return ""
