"""Which provisions of the program the oracle's names stand for, and where both mean the same by "met"."""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.situation import Situation
from core.logic.truth import FALSE, TRUE

# The oracle's names, and the provisions of the program whose own elements they stand for.
PROVISIONS = {
    "159.2": ("ca.irpr.159.2",),
    "159.4(1)(a)": ("ca.irpr.159.4(1)(a)",),
    "159.4(1)(b)": ("ca.irpr.159.4(1)(b)",),
    "159.4(1)(c)": ("ca.irpr.159.4(1)(c)",),
    "159.4(1.1)": ("ca.irpr.159.4(1.1)",),
    "159.4(2)": ("ca.irpr.159.4(2)",),
    "zhao": ("ca.case.zhao-2015",),
    "159.5(a)": ("ca.irpr.159.5(a)",),
    "159.5(b)": ("ca.irpr.159.5(b)(i)", "ca.irpr.159.5(b)(ii)", "ca.irpr.159.5(b)(iii)"),
    "159.5(c)": ("ca.irpr.159.5(c)",),
    "159.5(d)": ("ca.irpr.159.5(d)",),
    "159.5(e)": ("ca.irpr.159.5(e)",),
    "159.5(f)": ("ca.irpr.159.5(f)",),
    "159.5(g)": ("ca.irpr.159.5(g)",),
    "159.5(h)": ("ca.irpr.159.5(h)(i)", "ca.irpr.159.5(h)(ii)"),
    "159.6(a)": ("ca.irpr.159.6(a)",),
    "159.6(b)": ("ca.irpr.159.6(b)",),
    "159.6(c)": ("ca.irpr.159.6(c)",),
}

# "Subject to": the oracle names the elements before the colon as met even where the provision after
# it takes their effect away; in the program they are then not met.
SUBJECT_TO = {"159.4(1)(a)": "159.4(1.1)", "159.4(1)(c)": "159.4(2)"}

# What "met" does not mean the same of. The proposal rewrites 159.4(1)(a), and the oracle knows the
# old elements only. A suspension silences the Regulations; the program goes on to judge the court's
# decision, which then helps nobody, and the oracle names nothing.
NOT_COMPARED = {("159.4(1)(a)", "whole_border_2018"), ("zhao", "+suspended")}


def verdicts_that_differ(situation: Situation, name: str, oracle: set[str]) -> Iterator[str]:
    """Name the provisions of whose elements the two think differently under the version ``name``."""
    for said, ids in PROVISIONS.items():
        if any(said == not_compared and where in name for not_compared, where in NOT_COMPARED):
            continue
        truths = [situation.provision(id_) for id_ in ids]
        met = said in oracle and SUBJECT_TO.get(said) not in oracle
        if max(truths) != (TRUE if met else FALSE) or not set(truths) <= {TRUE, FALSE}:
            yield said
