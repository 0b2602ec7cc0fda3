"""A proposal with some of its clauses switched off, and the name of such a version.

What a proposal does can be taken apart: each clause that amends the law, and each assumption, is on or
off. Off, an amendment leaves the law as its base has it; an assumption is not made, so that what hangs
on it stays open. The name says what is off: ``PROPOSAL-without-CLAUSE,assume:NAME``.

>>> split_name("whole_border_2018-without-exceptions,assume:waters")
('whole_border_2018', ('exceptions', 'assume:waters'))
>>> name_without("mine.yaml", ())
'mine.yaml'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.law.provisions import Proposal

WITHOUT = "-without-"
ASSUME = "assume:"
"""Stands before the name of an assumption, as in what an outcome waits for."""
ENDINGS = (".yaml", ".yml")


def clause_names(proposal: Proposal) -> tuple[str, ...]:
    """Everything of a proposal that can be switched: its clauses, then its assumptions, in order."""
    clauses = tuple(amendment.clause for amendment in proposal.amends)
    return (*clauses, *(f"{ASSUME}{name}" for name in proposal.assumes))


def split_name(base: str) -> tuple[str, tuple[str, ...]]:
    """The proposal (or law file) that a name begins with, and what it says is off."""
    head, found, off = base.rpartition(WITHOUT)
    if not found or base.endswith(ENDINGS):
        return base, ()
    return head, tuple(name.strip() for name in off.split(","))


def name_without(base: str, off: Iterable[str]) -> str:
    """The name of a proposal, or of a law file, with these off."""
    names = ",".join(off)
    return f"{base}{WITHOUT}{names}" if names else base


def in_order(proposal: Proposal, off: Iterable[str]) -> tuple[str, ...]:
    """What is off, each once, in the order of the proposal. Raises KeyError for what it does not have."""
    wanted, known = set(off), clause_names(proposal)
    for name in sorted(wanted - set(known)):
        raise KeyError(name)
    return tuple(name for name in known if name in wanted)


def reduced(proposal: Proposal, off: Iterable[str]) -> Proposal:
    """The proposal as if what is off had never been written."""
    gone = set(off)
    return replace(
        proposal,
        amends=tuple(a for a in proposal.amends if a.clause not in gone),
        assumes={n: a for n, a in proposal.assumes.items() if f"{ASSUME}{n}" not in gone},
    )
