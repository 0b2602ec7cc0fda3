"""Two versions over one case: rows at the same height, what changed, where they part."""

from __future__ import annotations

from collections.abc import Iterator

from core.case.case import Case
from core.case.setup import Setup
from core.decision.across import parting_across, rows_across
from core.decision.decide import decide
from core.decision.model import Comparison, Decision, Parting, Row, Verdict
from core.decision.pair import changed
from core.decision.parting import find_parting
from core.decision.which import version_for
from core.law.provisions import Provision


def compare(case: Case, setup: Setup | None = None) -> Comparison:
    """Both versions of ``setup`` over ``case``. Raises VersionError for a version that does not exist."""
    chosen = setup or Setup()
    left = decide(case, version_for(case, chosen.left, chosen), chosen)
    right = decide(case, version_for(case, chosen.right, chosen), chosen)
    return compare_decisions(case, left, right)


def compare_decisions(case: Case, left: Decision, right: Decision) -> Comparison:
    """Two decisions of one case side by side; those of two countries by the nodes of the law."""
    if left.version.country != right.version.country:
        across = parting_across(left, right)
        return Comparison(
            left, right, _agree(left, right), rows_across(left, right, across), across
        )
    parting = find_parting(left, right)
    return Comparison(left, right, _agree(left, right), tuple(_rows(left, right, parting)), parting)


def _agree(left: Decision, right: Decision) -> bool | None:
    """Whether both give the same outcome; None while either outcome may still fall out otherwise."""
    if left.determined and right.determined:
        return left.outcome == right.outcome
    if not set(left.possible) & set(right.possible):
        return False
    return None


def _rows(left: Decision, right: Decision, parting: Parting | None) -> Iterator[Row]:
    parts = {unit.id for unit in parting.all if unit.kind == "text"} if parting else set()
    for provision in _provisions(left, right):
        before, after = left.verdicts.get(provision.id), right.verdicts.get(provision.id)
        yield Row(
            provision,
            before,
            after,
            _change(left, right, provision.id),
            _differs(before, after),
            provision.id in parts,
        )


def _provisions(left: Decision, right: Decision) -> list[Provision]:
    """Every provision of either version that has a row, in the officer's order."""
    found = {
        verdict.provision.id: verdict.provision
        for decision in (left, right)
        for verdict in decision.verdicts.values()
        if verdict.provision.is_row
    }
    return sorted(found.values(), key=lambda p: (p.order, p.id))


def _change(left: Decision, right: Decision, name: str) -> str:
    if name not in left.verdicts:
        return "only_right"
    if name not in right.verdicts:
        return "only_left"
    if not changed(left.version, right.version, name):
        return "same"
    same = left.verdicts[name].same_as == right.verdicts[name].same_as
    return "amended_no_effect" if same else "amended"


def _differs(left: Verdict | None, right: Verdict | None) -> bool:
    if left is None or right is None:
        return True
    return left.same_as != right.same_as
