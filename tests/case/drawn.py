"""Cases and stated facts for the tests of this folder, drawn from the catalogue."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from tests.robustness.drawing import draw_case, draw_value

CASES = st.integers(0, 10**9).map(lambda seed: draw_case(random.Random(seed)))
SCALARS = tuple(
    fact
    for fact in catalogue().facts.values()
    if not fact.is_list and not fact.computed and "[]" not in fact.path
)


@st.composite
def answers(draw: st.DrawFn) -> tuple[str, Any]:
    """A path at the root and a value that may stand there."""
    fact: Fact = draw(st.sampled_from(SCALARS))
    return fact.path, draw_value(fact, random.Random(draw(st.integers(0, 10**9))))


ANSWERS = answers()


def entered(place: str = "land_port", into: str = "ca", **more: Any) -> Case:
    """A case that states one entry and nothing else."""
    entry = {"id": "e1", "place": place, **more}
    return Case.from_data({"journey": {"into": into}, "entries": {"items": [entry]}})
