"""Two decisions under the laws of two countries: rows by node, and the nodes at which they part.

Provisions of two countries have nothing in common but the point of the law they settle. So rows are
paired within a node, met with met, and the two versions part at the nodes where the same question, asked
of the same journey, has two answers. If none has, they part at whatever carries the outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.model import Decision, Parting, Row, Unit, Verdict
from core.decision.situation import Situation
from core.law.meeting import Node
from core.law.provisions import Provision
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth

NODE = "node"


def rows_across(left: Decision, right: Decision, parting: Parting | None) -> tuple[Row, ...]:
    """Rows in the officer's order: within a node, provisions of one kind stand side by side."""
    parts = {unit.id for unit in parting.all} if parting else set()
    rows = [_row(one, other, parts) for one, other in _pairs(left, right)]
    return tuple(sorted(rows, key=lambda row: (row.provision.order, row.provision.id)))


def _pairs(left: Decision, right: Decision) -> Iterator[tuple[Verdict | None, Verdict | None]]:
    keys = dict.fromkeys(_key(v.provision) for d in (left, right) for v in d.verdicts.values())
    for key in keys:
        ones = [v for v in left.verdicts.values() if _key(v.provision) == key]
        others = [v for v in right.verdicts.values() if _key(v.provision) == key]
        yield from level(ones, others)


def level(
    ones: list[Verdict], others: list[Verdict]
) -> Iterator[tuple[Verdict | None, Verdict | None]]:
    """Verdicts on one point side by side: met with met, then like with like, then as they come.

    Every provision of the left keeps its row; only what stands beside it may change with the case.
    """
    partners: dict[int, Verdict] = {}
    rest = list(others)
    for rank in (TRUE, UNKNOWN, FALSE):
        for at, one in enumerate(ones):
            if at in partners or _rank(one) != rank:
                continue
            like = next((other for other in rest if _rank(other) == rank), None)
            if like is not None:
                partners[at] = like
                rest.remove(like)
    for at, one in enumerate(ones):
        yield one, partners.get(at) or (rest.pop(0) if rest else None)
    for other in rest:
        yield None, other


def _rank(verdict: Verdict) -> Truth:
    return min(verdict.met, verdict.reached)


def _key(provision: Provision) -> tuple[str, str]:
    return provision.node, provision.kind


def _row(left: Verdict | None, right: Verdict | None, parts: set[str]) -> Row:
    shown = left or right
    assert shown is not None
    if left is None or right is None:
        change, differs = ("only_right" if left is None else "only_left"), True
    else:
        differs = left.same_as != right.same_as
        change = "amended" if differs else "amended_no_effect"
    return Row(shown.provision, left, right, change, differs, shown.provision.node in parts)


def parting_across(left: Decision, right: Decision) -> Parting | None:
    """The nodes at which the two part, or None if outcome and how are the same."""
    if (left.outcome, left.how, left.possible) == (right.outcome, right.how, right.possible):
        return None
    one, other = answers(left), answers(right)
    found = [node for node in _nodes(left) if one[node.id] != other[node.id]]
    if not found:
        carrying = {_node_of(d, name) for d in (left, right) for name in d.basis}
        found = [node for node in left.version.law.nodes.values() if node.id in carrying]
    return Parting(tuple(Unit(NODE, n.id, n.order) for n in found)) if found else None


def _nodes(decision: Decision) -> Iterator[Node]:
    for node in decision.version.law.nodes.values():
        if len(node.holds) > 1:
            yield node


def _node_of(decision: Decision, name: str) -> str:
    provisions = decision.version.law.provisions
    found = provisions.get(name) or provisions[name.rpartition("#")[0]]
    return found.node


def answers(decision: Decision) -> dict[str, Truth]:
    """What a decision's law answers to the question of each node that both laws are asked."""
    situation = Situation(decision.case, decision.version, decision.choices)
    country = decision.version.country
    return {node.id: node.run[country](situation) for node in _nodes(decision)}
