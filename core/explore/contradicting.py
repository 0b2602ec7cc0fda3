"""What a completion must not do: contradict what is stated, or change by its days which law is asked.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> stated = {"journey": {"into": "ca"}, "entries": {"items": [{"id": "e1", "date": "2018-05-02"}]}}
>>> case = Case.from_data({**stated, "claimant": {"nationalities": {"items": ["FR"]}}})
>>> len(contradictions(case.replace("claimant.visa_needed.destination", True), Setup()))
1
"""

from __future__ import annotations

from core.case.case import Case
from core.case.conflicts import Conflict, conflicts
from core.case.setup import Setup
from core.case.turn import turned
from core.explore.sides import Sides, versions_of
from core.law.version import OWN


def contradictions(case: Case, setup: Setup) -> set[Conflict]:
    """What is stated otherwise than it follows, in either direction of the journey."""
    found = set(conflicts(case, setup.readings))
    for version in versions_of(case, setup):
        across = turned(case, version.country).case
        if across is not case:
            found.update(conflicts(across, setup.readings))
    return found


def same_law(case: Case, setup: Setup, sides: Sides) -> bool:
    """Whether a completed case is decided by the same texts: under its own law its days might pick others."""
    if all(version.asked != OWN for version in sides.versions):
        return True
    asked = versions_of(case, setup)
    return all(any(v.texts == w.texts for w in sides.versions) for v in asked)
