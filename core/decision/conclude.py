"""What a situation comes to, with every means there is: the one road that all decisions take.

First plainly; then with each shared point taken as true and as false; then, where few questions are open,
with their answers tried one by one. Whoever asks what a version would make of a case, a decision or the
search for the parting, asks here, so that none of them can settle what another leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.decision.settle import UNDETERMINED, Settled, applies, counts
from core.decision.situation import Situation
from core.decision.split import settle_by_values, settle_sharply
from core.decision.waits import waits
from core.law.provisions import Provision
from core.logic.explain import Explainer, Why
from core.logic.tree import All
from core.logic.truth import UNKNOWN

Reasons = Callable[[str], Why]
"""The reasons of a provision, by its id."""


class Conclusion(NamedTuple):
    """An outcome, the branches that settled it if it took any, and what an open one waits for."""

    settled: Settled
    branches: tuple[Situation, ...]
    waits_for: tuple[str, ...]


def conclude(
    situation: Situation, why: Reasons | None = None, why_gate: Reasons | None = None
) -> Conclusion:
    """What the situation comes to. ``why`` and ``why_gate`` are for who has the reasons already."""
    settled, branches = settle_sharply(situation)
    if settled.outcome != UNDETERMINED:
        return Conclusion(settled, branches, ())
    explainer = Explainer(situation, situation)
    waiting = _Waiting(
        situation,
        why or (lambda name: explainer.explain(situation.condition(name) or All(()))),
        why_gate or (lambda name: explainer.explain(situation.gate(name))),
    )
    waits_for = tuple(dict.fromkeys(waiting.names()))
    settled, branches = settle_by_values(situation, settled, waits_for)
    return Conclusion(settled, branches, waits_for if settled.outcome == UNDETERMINED else ())


class _Waiting:
    """What an undetermined outcome waits for, in the officer's order."""

    def __init__(self, situation: Situation, why: Reasons, why_gate: Reasons) -> None:
        self._situation = situation
        self._why = why
        self._why_gate = why_gate

    def names(self) -> Iterator[str]:
        """The names of what could settle it; one may come more than once."""
        situation = self._situation
        for ground in situation.version.grounds:
            if applies(situation, ground) != UNKNOWN:
                continue
            yield from waits(self._why(ground.id), situation)
            for exemption in situation.version.exemptions[ground.id]:
                if counts(situation, exemption) == UNKNOWN:
                    yield from self._of_exemption(exemption)

    def _of_exemption(self, exemption: Provision) -> Iterator[str]:
        situation = self._situation
        yield from waits(self._why_gate(exemption.id), situation)
        if not exemption.parts:
            yield from waits(self._why(exemption.id), situation)
            return
        for part in situation.version.parts[exemption.id]:
            yield from waits(self._why(part.id), situation)
