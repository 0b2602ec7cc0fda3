"""Which unanswered questions can still change either outcome; the others may fold away.

A question matters while the outcome (or the way to it) of one of the two versions waits for it.
Where there is no law to decide, nothing is settled: whatever is unanswered may matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact as FactOfCase
from core.case.view import View
from core.decision.model import Comparison, NoComparison
from core.law.provisions import Text
from core.logic.tree import Compare, Fact, walk
from core.logic.truth import FALSE


def open_questions(comparison: Comparison | NoComparison) -> frozenset[str]:
    """The paths of facts that either outcome waits for; a list that may grow stands as ``list[+]``."""
    if isinstance(comparison, NoComparison):
        return frozenset(_unanswered(comparison.case))
    return frozenset(
        name
        for decision in (comparison.left, comparison.right)
        for name in decision.waits_for
        if not name.startswith(("assume:", "reading:"))
    )


def _unanswered(case: Case) -> Iterator[str]:
    """Every question that is asked of the case and that nobody has answered."""
    view = View(case)
    for path in _asked(case, (f for f in catalogue().facts.values() if "[]" not in f.path)):
        listed = catalogue().fact(path).is_list
        if view.applies(path) != FALSE and (
            case.complete(path) != "all" if listed else case.get(path) is None
        ):
            yield path


def _asked(case: Case, facts: Iterable[FactOfCase], within: str = "") -> Iterator[str]:
    """The paths of these facts, and of the facts of each member where they are lists."""
    for fact in facts:
        path = within + fact.path.rpartition("[].")[2]
        if not fact.computed:
            yield path
        if fact.type == "records":
            for member in case.items(path):
                yield from _asked(case, fact.fields, f"{path}[{member}].")


def leading_question(comparison: Comparison | NoComparison) -> str:
    """The path of the fact to look at first: what an outcome waits for, or where the versions part.

    Empty where there is neither.
    """
    if isinstance(comparison, NoComparison):
        return ""
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
