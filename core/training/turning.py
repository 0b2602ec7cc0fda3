"""The provisions on which a decision turns: those that carry its outcome, or that leave it open.

>>> from core.case.library import library
>>> from core.decision.compare import compare
>>> turns_on(compare(library().load("how-old-is-the-sister").case).right)
('ca.irpr.159.5(c)',)
"""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.model import Decision
from core.decision.settle import applies, counts
from core.decision.situation import Situation
from core.logic.truth import UNKNOWN


def turns_on(decision: Decision) -> tuple[str, ...]:
    """The ids of those provisions or limbs, in the officer's order."""
    return decision.basis if decision.determined else tuple(_leaving_open(decision))


def _leaving_open(decision: Decision) -> Iterator[str]:
    """Of each ground that may or may not apply: itself if it is not known, and the open exceptions."""
    version = decision.version
    situation = Situation(decision.case, version, decision.choices)
    for ground in version.grounds:
        if applies(situation, ground) != UNKNOWN:
            continue
        if situation.provision(ground.id) == UNKNOWN:
            yield ground.id
        for exemption in version.exemptions[ground.id]:
            smallest = version.smallest(exemption)
            yield from (p.id for p in smallest if counts(situation, p) == UNKNOWN)
