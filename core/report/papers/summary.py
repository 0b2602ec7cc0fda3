"""One page of results: per case and version how many were right before and after, and the commonest mistake.

Without results the page is a form on which the trainer counts hands. Individual answers are told only where
there are at least :data:`FEWEST`, so that nobody can be known by theirs; those of teams always.

>>> told = Tally("road", "left", "before", {"heard": 3, "returned": 1})
>>> told.told, Tally("road", "left", "before", {"heard": 3}, teams=True).told
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.report.papers.key import case_title
from core.report.papers.session import Press, Session, pair_of, paper
from core.report.papers.sides import outcome_line, provision_line
from core.report.papers.tree import (
    BLANK,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Ruled,
    Table,
    aside,
    cell,
    line,
)
from core.training.model import COLUMNS, Side
from core.training.question import NEED
from core.training.work import Worked
from core.words import many, say

FEWEST = 5
"""Fewer individual answers than this are withheld."""
Round = Literal["before", "after"]
ROUNDS: tuple[Round, Round] = ("before", "after")


@dataclass(frozen=True)
class Tally:
    """The answers of one round for one column of an exercise, counted by what was chosen."""

    exercise: str
    side: Side
    round: Round
    outcomes: dict[str, int]
    provisions: dict[str, int] = field(default_factory=dict)
    teams: bool = False

    @property
    def count(self) -> int:
        """How many answered."""
        return sum(self.outcomes.values())

    @property
    def told(self) -> bool:
        """Whether so many answered that the counts may be printed."""
        return self.teams or self.count >= FEWEST


def summary(session: Session, press: Press, tallies: Sequence[Tally] = ()) -> Document:
    """The summary of a session's results; a form to fill in where there are none."""
    lang = press.lang
    return paper(session, press, say(lang, "Summary of results"), _blocks(session, tallies, lang))


def _blocks(session: Session, tallies: Sequence[Tally], lang: str) -> Iterator[Block]:
    told = (
        say(lang, "Right outcomes before and after. Counts alone, no names.")
        if tallies
        else say(lang, "To fill in by hand: count hands for the right outcome, before and after.")
    )
    yield Paragraph(line(told))
    if any(not tally.told for tally in tallies):
        withheld = many(lang, "Withheld under {n} answer.", "Withheld under {n} answers.", FEWEST)
        yield Paragraph(line(withheld), aside=True)
    yield _table(session, tallies, lang)
    yield Heading(1, line(say(lang, "What to do differently next time")))
    yield Ruled(3)


def _table(session: Session, tallies: Sequence[Tally], lang: str) -> Table:
    head = (
        say(lang, "Case and version"),
        say(lang, "Right answer"),
        say(lang, "Before"),
        say(lang, "After"),
        say(lang, "Commonest wrong provision"),
    )
    rows = [
        _row(n, worked, side, tallies, lang)
        for n, worked in enumerate(session.works, 1)
        for side in COLUMNS
    ]
    caption = line(say(lang, "Right outcomes, by case and version"))
    return Table(caption, tuple(line(one) for one in head), tuple(rows), (6, 4, 2, 2, 5))


def _row(
    number: int, worked: Worked, side: Side, tallies: Sequence[Tally], lang: str
) -> tuple[Cell, ...]:
    decision = worked.decision(side)
    head = pair_of(worked, lang)[COLUMNS.index(side)]
    named = cell(case_title(number, worked, lang), line(aside(head)))
    right = (outcome_line(decision, lang),)
    mine = [t for t in tallies if (t.exercise, t.side) == (worked.exercise.id, side)]
    if not tallies:
        return (named, right, BLANK, BLANK, BLANK)
    counts = (_right(mine, one, worked, side, lang) for one in ROUNDS)
    return (named, right, *counts, _wrong(mine, worked, side, lang))


def _right(mine: list[Tally], when: Round, worked: Worked, side: Side, lang: str) -> Cell:
    tally = next((t for t in mine if t.round == when), None)
    if tally is None:
        return cell("–")
    if not tally.told:
        return cell(line(aside(say(lang, "withheld"))))
    decision = worked.decision(side)
    wanted = decision.outcome if decision.determined else NEED
    return cell(say(lang, "{n} of {all}", n=tally.outcomes.get(wanted, 0), all=tally.count))


def _wrong(mine: list[Tally], worked: Worked, side: Side, lang: str) -> Cell:
    """The provision that was most often chosen and carries nothing, in all rounds that may be told."""
    decision = worked.decision(side)
    counts: dict[str, int] = {}
    for tally in mine:
        if tally.told:
            for name, n in tally.provisions.items():
                if name not in decision.basis and n:
                    counts[name] = counts.get(name, 0) + n
    if not counts:
        return cell("–")
    worst = max(counts, key=lambda name: counts[name])
    return (line(provision_line(decision, worst, lang), aside(f" × {counts[worst]}")),)
