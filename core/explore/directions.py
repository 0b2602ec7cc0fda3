"""Where the two directions see a journey differently: for each node of the law, a case or a proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.case.case import Case
from core.explore.model import Model
from core.explore.witness import witness
from core.law.meeting import Node
from core.law.provisions import Law
from core.law.version import find_version


@dataclass(frozen=True)
class Meeting:
    """A node, and a case to which the two laws answer differently; none where they never do."""

    node: Node
    case: Case | None


def meetings(law: Law, base: str) -> Iterator[Meeting]:
    """Every node to which two countries' laws have an answer, under the law of a day in both."""
    both = [find_version(f"{country}:{base}") for country in law.outcomes]
    nodes = [node for node in law.nodes.values() if len(node.holds) > 1]
    model = Model(both, extra=())
    for node in nodes:
        asked = [node.holds[version.country] for version in both]
        one, other = (
            model.book(version).condition(condition, {})
            for version, condition in zip(both, asked, strict=True)
        )
        found = witness(model, model.diagrams.differ(one, other), both[0].country)
        yield Meeting(node, found[0] if found is not None else None)
