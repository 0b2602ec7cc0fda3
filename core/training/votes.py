"""Votes of a room: counts only. A show of hands is typed in as a number, a team's vote by the team's code.

A vote says what was chosen for one part (outcome, provision or fact) of one column, in one round. Who of the
room chose it is never asked. What a show of hands came to is withheld under five answers, so that nobody can
be told from the numbers; a team's vote is always shown.

>>> hands = [Vote("e", "left", "first", "hands", "outcome", "heard", 3)]
>>> tally(hands, "e", "left", "first", "hands", "outcome").shown is None
True
>>> hands.append(Vote("e", "left", "first", "hands", "outcome", "returned", 2))
>>> tally(hands, "e", "left", "first", "hands", "outcome").shown
{'heard': 3, 'returned': 2}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from core.training.model import COLUMNS, Side

Round = Literal["before", "first", "second", "after"]
Way = Literal["hands", "team"]
Part = Literal["outcome", "provision", "fact"]
ROUNDS: tuple[Round, ...] = get_args(Round)
WAYS: tuple[Way, ...] = get_args(Way)
PARTS: tuple[Part, ...] = get_args(Part)
FEWEST = 5
"""Under so many answers a show of hands is not shown."""
MOST = 10_000
LONGEST = 40
"""Characters of a team's code."""


class VoteError(ValueError):
    """A vote that cannot be; the message is a sentence for the trainer."""


@dataclass(frozen=True)
class Vote:
    """So many chose this. For a team ``count`` is 1; a later vote of the same slot takes its place."""

    exercise: str
    side: Side
    round: Round
    way: Way
    part: Part
    choice: str
    count: int = 1
    team: str = ""

    def __post_init__(self) -> None:
        """Raises VoteError."""
        for what, value, among in (
            ("column", self.side, COLUMNS),
            ("round", self.round, ROUNDS),
            ("way", self.way, WAYS),
            ("part", self.part, PARTS),
        ):
            if value not in among:
                raise VoteError(f"{what}: found {value!r}; expected one of {', '.join(among)}")
        if isinstance(self.count, bool) or not 0 <= self.count <= MOST:
            raise VoteError(f"found {self.count} hands; expected a whole number from 0 to {MOST}")
        if self.way == "team" and not 0 < len(self.team.strip()) <= LONGEST:
            raise VoteError(f"a team needs a code of 1 to {LONGEST} characters")
        if self.way == "team" and self.count != 1:
            raise VoteError("a team has one vote")
        if self.way == "hands" and self.team:
            raise VoteError("a show of hands names no team")

    @property
    def slot(self) -> tuple[str, ...]:
        """What a later vote takes the place of: the hands for a choice, or the vote of a team."""
        which = self.team.strip().casefold() if self.way == "team" else self.choice
        return self.exercise, self.side, self.round, self.way, self.part, which


def standing(votes: Iterable[Vote]) -> tuple[Vote, ...]:
    """The votes that still stand, in the order in which their slots were first filled."""
    found: dict[tuple[str, ...], Vote] = {}
    for vote in votes:
        found[vote.slot] = vote
    return tuple(found.values())


@dataclass(frozen=True)
class Tally:
    """What one question to the room came to, in one round and one way of voting."""

    exercise: str
    side: Side
    round: Round
    way: Way
    part: Part
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """How many answers there are."""
        return sum(self.counts.values())

    @property
    def withheld(self) -> bool:
        """Whether there are too few answers of single people to be shown."""
        return self.way == "hands" and 0 < self.total < FEWEST

    @property
    def shown(self) -> dict[str, int] | None:
        """The counts by choice, or None where they are withheld."""
        return None if self.withheld else dict(self.counts)


def tally(
    votes: Iterable[Vote], exercise: str, side: Side, round_: Round, way: Way, part: Part
) -> Tally:
    """The counts of one question, of the votes that stand."""
    counts: dict[str, int] = {}
    wanted = (exercise, side, round_, way, part)
    for vote in standing(votes):
        if vote.slot[:5] == wanted and vote.count:
            counts[vote.choice] = counts.get(vote.choice, 0) + vote.count
    return Tally(exercise, side, round_, way, part, counts)


def together(found: Iterable[Tally]) -> dict[str, int]:
    """The counts by choice of several tallies, without those that are withheld."""
    counts: dict[str, int] = {}
    for one in found:
        for choice, n in (one.shown or {}).items():
            counts[choice] = counts.get(choice, 0) + n
    return counts


def tallies(votes: Iterable[Vote]) -> tuple[Tally, ...]:
    """Every question that was voted on, in order of the first vote."""
    kept = standing(votes)
    asked = dict.fromkeys((v.exercise, v.side, v.round, v.way, v.part) for v in kept)
    return tuple(tally(kept, *question) for question in asked)
