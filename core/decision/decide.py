"""Decide one case under one version, with the reasons of every provision.

>>> from core.case.case import Case
>>> from core.law.version import find_version
>>> decide(Case.empty("ca"), find_version("2018-05-01")).outcome
'undetermined'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from core.case.case import Case
from core.case.setup import Setup
from core.case.turn import turned
from core.decision.conclude import conclude
from core.decision.model import Decision, Verdict
from core.decision.settle import (
    HEARD,
    RETURNED,
    UNDETERMINED,
    Settled,
    applies,
    counts,
    settle,
)
from core.decision.situation import Choices, Situation, choices_of
from core.decision.split import settle_sharply
from core.law.provisions import Provision
from core.law.version import Version
from core.logic.explain import Explainer, Why
from core.logic.tree import All, Limb
from core.logic.tree import Provision as ProvisionRef
from core.logic.truth import FALSE, TRUE


def decide(case: Case, version: Version, setup: Setup | None = None) -> Decision:
    """What ``version`` makes of ``case`` with the choices of ``setup``."""
    return decide_with(case, version, choices_of(version, setup or Setup()))


def decide_with(case: Case, version: Version, choices: Choices) -> Decision:
    """The same with every choice given: (kind, name) to a position, or None for open.

    Under the law of the country that the journey does not go into, the case is decided turned round.
    """
    asked_of = case
    case, lost = turned(case, version.country)
    situation = Situation(case, version, choices)
    plain = settle(situation)
    asked = sorted(situation.asked)
    explainer = Explainer(situation, situation)
    verdicts = {p.id: _verdict(p, situation, explainer) for p in version.ordered if p.is_row}
    settled, branches, waits_for = conclude(
        situation, lambda name: verdicts[name].why, lambda name: verdicts[name].why_gate
    )
    return Decision(
        case=case,
        version=version,
        outcome=settled.outcome,
        how=settled.how,
        possible=settled.possible,
        basis=tuple(_basis_of(settled, situation, branches, explainer)),
        grounds=tuple(g.id for g in version.grounds if applies(situation, g) == TRUE),
        waits_for=waits_for,
        depends_on=tuple(_depends(case, version, choices, plain, asked)),
        not_examined=version.not_examined,
        verdicts=verdicts,
        choices=choices,
        lost=lost,
        turned=case is not asked_of,
    )


def _verdict(provision: Provision, situation: Situation, explainer: Explainer) -> Verdict:
    text = situation.version.texts[provision.id]
    met, reached = situation.provision(provision.id), situation.reached(provision.id)
    condition = situation.condition(provision.id) or All(())
    return Verdict(
        provision,
        text,
        met,
        reached,
        situation.case,
        situation.version,
        partial(explainer.explain, condition),
        partial(explainer.explain, situation.gate(provision.id)),
    )


# --- what carries the outcome ----------------------------------------------------------------------
def _basis_of(
    settled: Settled,
    situation: Situation,
    branches: tuple[Situation, ...],
    explainer: Explainer,
) -> list[str]:
    """What carries the outcome; where it took two branches to settle it, what carries it in each."""
    found = list(_basis(settled, situation, explainer))
    for branch in branches if not found else ():
        found += _basis(settle_sharply(branch)[0], branch, Explainer(branch, branch))
    return _unique(found)


def _basis(settled: Settled, situation: Situation, explainer: Explainer) -> Iterator[str]:
    if settled.outcome == UNDETERMINED:
        return
    grounds = situation.version.grounds
    if settled.outcome != HEARD:
        for ground in grounds:
            if ground.outcome == settled.outcome and applies(situation, ground) == TRUE:
                yield ground.id
        return
    returning = [ground for ground in grounds if ground.outcome == RETURNED]
    exemptions = list(_exemptions_met(settled.how, returning, situation))
    yield from exemptions
    for ground in returning if not exemptions else ():
        if situation.provision(ground.id) == FALSE:
            condition = situation.condition(ground.id) or All(())
            yield _first_failing(ground, explainer.explain(condition))
    yield from _exemptions_met(None, [g for g in grounds if g not in returning], situation)


def _exemptions_met(
    how: str | None, grounds: Iterable[Provision], situation: Situation
) -> Iterator[str]:
    """The exemptions that carry "heard": of the kind of ``how``; of a chapeau, the parts met.

    How a person is heard is said of the grounds of return; what lifts another is told beside it.
    """
    for ground in grounds:
        if situation.provision(ground.id) == FALSE:
            continue
        for exemption in situation.version.exemptions[ground.id]:
            if (how is not None and exemption.how != how) or counts(situation, exemption) != TRUE:
                continue
            if not exemption.parts:
                yield exemption.id
                continue
            for part in situation.version.parts[exemption.id]:
                if counts(situation, part) == TRUE:
                    yield part.id


def _first_failing(ground: Provision, why: Why) -> str:
    """The first element of a ground that fails: the provision or limb it stands for."""
    part = next((part for part in why.parts if part.truth == FALSE), None)
    if part is not None and isinstance(part.node, All):
        return _first_failing(ground, part)
    if part is not None and isinstance(part.node, ProvisionRef | Limb):
        return part.node.id
    return ground.id


# --- what else could have come ---------------------------------------------------------------------
def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _depends(
    case: Case,
    version: Version,
    choices: Choices,
    settled: Settled,
    asked: list[tuple[str, str]],
) -> Iterator[str]:
    """The choices of which some position would give another outcome, or another way to it.

    Only a choice that was asked for on the way to the outcome can do so.
    """
    for kind, name in asked:
        found = {settled} if choices.get((kind, name)) is not None else set()
        for position in positions(version, kind, name):
            if position != choices.get((kind, name)):
                found.add(settle(Situation(case, version, {**choices, (kind, name): position})))
        if len(found) > 1:
            yield f"{kind}:{name}"


def positions(version: Version, kind: str, name: str) -> tuple[str, ...]:
    """The positions that a choice can stand at."""
    if kind == "reading":
        return tuple(version.law.readings[name].positions)
    return tuple(version.assumes[name].positions) if name in version.assumes else ()
