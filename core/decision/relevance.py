"""Which unanswered questions can still change either outcome; the others may fold away.

A question matters while the outcome (or the way to it) of one of the two versions waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.model import Comparison
from core.law.provisions import Text
from core.logic.tree import Compare, Fact, walk


def open_questions(comparison: Comparison) -> frozenset[str]:
    """The paths of facts that either outcome waits for; a list that may grow stands as ``list[+]``."""
    return frozenset(
        name
        for decision in (comparison.left, comparison.right)
        for name in decision.waits_for
        if not name.startswith(("assume:", "reading:"))
    )


def leading_question(comparison: Comparison) -> str:
    """The path of the fact to look at first: what an outcome waits for, or where the versions part.

    Empty where there is neither.
    """
    for decision in (comparison.left, comparison.right):
        for name in decision.waits_for:
            if ":" not in name:
                return name.replace("[+]", "[]")
    for row in comparison.rows:
        for verdict in (row.right, row.left) if row.parts else ():
            for path in _facts_of(verdict.text) if verdict else ():
                return path
    return ""


def _facts_of(text: Text) -> Iterator[str]:
    """The facts of the case that a text asks for, in the order of the text."""
    for condition in (*(limb.condition for limb in text.limbs.values()), text.when, text.gate):
        for node in walk(condition):
            if isinstance(node, Compare):
                for side in (node.left, node.right):
                    if isinstance(side, Fact) and side.var is None:
                        yield side.path
