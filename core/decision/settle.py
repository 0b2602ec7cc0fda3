"""What a version makes of a case: the outcome and how it comes about, without the reasons.

Returned comes before barred, barred before heard. While facts are missing, every outcome that is still
possible is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from core.decision.situation import Situation
from core.law.provisions import Provision
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth

HEARD = "heard"
UNDETERMINED = "undetermined"
OUTSIDE = "not_covered"
RETURNED = "returned"
ORDER = (RETURNED, "barred")
"""Outcomes that a ground brings, the first before the second."""


class Settled(NamedTuple):
    """An outcome; ``how`` is None where it is not settled; ``possible`` lists outcomes in order."""

    outcome: str
    how: str | None
    possible: tuple[str, ...]


def applies(situation: Situation, ground: Provision) -> Truth:
    """Whether a ground is met and no exemption that counts is met."""
    met = situation.provision(ground.id)
    if met == FALSE:
        return FALSE
    return min(met, TRUE - exempted(situation, ground))


def exempted(situation: Situation, ground: Provision) -> Truth:
    """Whether some exemption from the ground is met and reached."""
    return first_true(counts(situation, e) for e in situation.version.exemptions[ground.id])


def first_true(truths: Iterable[Truth]) -> Truth:
    """The greatest truth, looking no further than the first that is true."""
    best = FALSE
    for truth in truths:
        if truth == TRUE:
            return TRUE
        best = max(best, truth)
    return best


def counts(situation: Situation, provision: Provision) -> Truth:
    """Whether a provision is both met and reached."""
    reached = situation.reached(provision.id)
    return min(situation.provision(provision.id), reached) if reached != FALSE else FALSE


def settle(situation: Situation) -> Settled:
    """The outcome of a situation."""
    found = dict.fromkeys(ORDER, FALSE)
    for ground in situation.version.grounds:
        found[ground.outcome] = max(found[ground.outcome], applies(situation, ground))
    possible, blocked = [], FALSE
    for outcome in ORDER:
        if min(found[outcome], TRUE - blocked) != FALSE:
            possible.append(outcome)
        blocked = max(blocked, found[outcome])
    if blocked != TRUE:
        possible.append(HEARD)
    outcome = possible[0] if len(possible) == 1 else UNDETERMINED
    return Settled(outcome, _how(situation, outcome), tuple(sorted(possible)))


def _how(situation: Situation, outcome: str) -> str | None:
    if outcome == UNDETERMINED:
        return None
    if outcome == HEARD:
        return _how_heard(situation)
    for ground in situation.version.grounds:
        if ground.outcome != outcome:
            continue
        truth = applies(situation, ground)
        if truth == TRUE:
            return ground.how
        if truth == UNKNOWN:
            return None
    return None


def _how_heard(situation: Situation) -> str | None:
    """How a person is heard: outside the rule if a ground is not met or its reach is taken away.

    Where an exemption brings the person outside and another exempts, the first is looked at first.
    """
    outside, hows = TRUE, set()
    for ground in situation.version.grounds:
        if ground.outcome != ORDER[0]:
            continue
        exemptions = situation.version.exemptions[ground.id]
        beyond = [e for e in exemptions if e.how == OUTSIDE]
        away = first_true(counts(situation, e) for e in beyond)
        outside = min(outside, max(TRUE - situation.provision(ground.id), away))
        hows |= {e.how for e in exemptions if e.how != OUTSIDE and counts(situation, e) != FALSE}
    if outside == TRUE:
        return OUTSIDE
    if outside == FALSE and len(hows) == 1:
        return hows.pop()
    return None
