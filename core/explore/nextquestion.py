"""Which question to answer next: for each open one, how many of its answers settle something, ranked.

Something is settled where it was open before and every completion of the case so answered has it alike:
the outcome of the left version, that of the right one, or whether the two agree. Answers that the law
cannot tell apart count once (:mod:`core.explore.offers`).

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> from core.explore.steps import finish
>>> case = library().load("an-empty-road").case.replace("entries[roxham].place", None)
>>> found = finish(next_questions(case, Setup()))
>>> found.reached.left, found.reached.agree
(('heard', 'returned'), None)
>>> [(question.name, question.settled("left")) for question in found.questions]
[('entries[roxham].place', 6), ('reading:n.port_hours', 1), ('assume:waters', 0)]
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from random import Random

from core.case.case import Case
from core.case.setup import Setup
from core.case.view import View
from core.decision.compare import compare
from core.decision.model import Comparison
from core.explore.completing import reachable, trying_of
from core.explore.offers import ONE_MORE, Offer, joined, offers
from core.explore.reached import Reached
from core.explore.sampling import sample
from core.explore.sides import Sides
from core.explore.steps import Search, Step
from core.explore.variants import ADDED, Column
from core.logic.truth import FALSE

LEFT, RIGHT, AGREE = "left", "right", "agree"
THINGS = (LEFT, RIGHT, AGREE)
DRAWN = 512
MOST_ASKED = 12
"""So many questions, at most, are looked into."""


@dataclass(frozen=True)
class Answer:
    """One answer, or a region of them, and what the case can still come to with it."""

    offers: tuple[Offer, ...]
    found: Reached
    settles: frozenset[str]

    @property
    def offer(self) -> Offer:
        """The answer that stands for the region: the one in its middle."""
        return self.offers[len(self.offers) // 2]


@dataclass(frozen=True)
class Question:
    """An open question: a concrete path, ``relatives[+]``, ``reading:ID`` or ``assume:NAME``."""

    name: str
    answers: tuple[Answer, ...]

    def settled(self, thing: str) -> int:
        """In how many of the answers the left or right outcome, or the agreement, is settled."""
        return sum(thing in answer.settles for answer in self.answers)

    @property
    def all_settled(self) -> int:
        """How many things the answers settle, all together."""
        return sum(len(answer.settles) for answer in self.answers)

    @property
    def separates(self) -> bool:
        """Whether after some answer the versions surely differ, and after no other they surely differ."""
        return any(a.found.agree is False and AGREE in a.settles for a in self.answers)

    @property
    def exact(self) -> bool:
        """Whether the search behind every answer came to an end."""
        return all(answer.found.exhausted for answer in self.answers)


@dataclass(frozen=True)
class Next:
    """What a case can still come to, and the open questions, the one that settles most often first."""

    reached: Reached
    questions: tuple[Question, ...] = ()
    later: tuple[str, ...] = ()
    """Open questions that were not looked into, because there are too many."""
    unasked: tuple[str, ...] = ()
    """What an outcome waits for but this journey is not asked: it exists in the other country only."""

    @property
    def open(self) -> tuple[str, ...]:
        """What is not settled yet, of left, right and agreement."""
        return tuple(thing for thing in THINGS if is_open(self.reached, thing))


def is_open(reached: Reached, thing: str) -> bool:
    """Whether the left or right outcome, or the agreement, is not settled."""
    if thing == AGREE:
        return reached.agree is None
    return len(reached.left if thing == LEFT else reached.right) != 1


def next_questions(case: Case, setup: Setup, comparison: Comparison | None = None) -> Search[Next]:
    """The open questions of a case, ranked. Raises VersionError."""
    reached = yield from reachable(case, setup)
    if not any(is_open(reached, thing) for thing in THINGS):
        return Next(reached)
    told = comparison if comparison is not None else compare(case, setup)
    drawn = Drawn(case, setup)
    names = sorted(_names(told), key=lambda name: -drawn.tells(name))
    view = View(case)
    asked = [name for name in names if ":" in name or view.applies(_bare(name)) != FALSE]
    yield Step(0, len(asked))
    found = []
    for number, name in enumerate(asked[:MOST_ASKED]):
        question = yield from _question(name, case, setup, reached, drawn)
        if question.answers:
            found.append(question)
        yield Step(number + 1, min(len(asked), MOST_ASKED))
    things = sum(is_open(reached, thing) for thing in THINGS)
    found.sort(key=lambda q: -q.all_settled / (len(q.answers) * things))
    unasked = tuple(name for name in names if name not in asked)
    return Next(reached, tuple(found), tuple(asked[MOST_ASKED:]), unasked)


def _names(comparison: Comparison) -> list[str]:
    """What either outcome waits for, in the order of the texts."""
    both = (*comparison.left.waits_for, *comparison.right.waits_for)
    return list(dict.fromkeys(both))


def _bare(name: str) -> str:
    return name.removesuffix("[+]")


def _question(
    name: str, case: Case, setup: Setup, reached: Reached, drawn: Drawn
) -> Search[Question]:
    answers: list[tuple[Offer, Reached]] = []
    for offer in offers(name, case, setup):
        known = drawn.with_offer(offer)
        found = yield from reachable(
            offer.case, offer.setup, within=reached, known=known, brief=True
        )
        if found.pairs:
            answers.append((offer, found))
    settled = [(offer, found, _settles(reached, found)) for offer, found in answers]
    regions = joined([(o, (f.left, f.right, f.agree, f.exhausted)) for o, f, _ in settled])
    made = []
    for first, many in regions:
        _, found, settles = settled[first]
        group = tuple(offer for offer, _, _ in settled[first : first + many])
        made.append(Answer(group, found, settles))
    return Question(name, tuple(made))


def _settles(before: Reached, after: Reached) -> frozenset[str]:
    if not after.exhausted:
        return frozenset()
    return frozenset(t for t in THINGS if is_open(before, t) and not is_open(after, t))


class Drawn:
    """Completions of the case as it is: those that give an answer show what is possible with it."""

    def __init__(self, case: Case, setup: Setup) -> None:
        self._setup = setup
        self._sides = Sides.of(sample(case, trying_of(case, setup), DRAWN, Random(1)), setup)

    def tells(self, name: str) -> float:
        """How much less open the outcomes are, on the average, once the answer to a question is known."""
        column = self._column(name)
        if column is None:
            return 0.0
        whole = self._sides.checks[0]
        parts = [mask & whole for mask in column.masks]
        left = sum(part.bit_count() * self._open(part) for part in parts if part)
        return self._open(whole) - left / max(whole.bit_count(), 1)

    def _open(self, among: int) -> float:
        """How evenly some variants are spread over the pairs of outcomes."""
        first, last = self._sides.outcomes[0], self._sides.outcomes[-1]
        many = [
            (one & other & among).bit_count() for one in first.values() for other in last.values()
        ]
        total = sum(many)
        return -sum(n / total * log2(n / total) for n in many if n)

    def _column(self, name: str) -> Column | None:
        """The column that answers a question: of a list that may grow, whether the new member is there."""
        columns = self._sides.variants.columns
        if ONE_MORE in name or name.endswith(ADDED):
            listed, _, rest = name.partition(ADDED)
            begins = f"{listed}["
            ends = f"]{rest}"
            inside = (p for p in columns if p.startswith(begins) and p.endswith(ends))
            found = next((p for p in inside if p.count("[") == name.count("[")), listed)
            return columns.get(found)
        return columns.get(name)

    def with_offer(self, offer: Offer) -> tuple[Sides, int] | None:
        """The completions that give an answer, as a set of variants."""
        column = self._sides.variants.columns.get(offer.path)
        if column is None or offer.setup is not self._setup:
            return None
        masks = zip(column.plain, column.masks, strict=True)
        where = next((mask for value, mask in masks if value == offer.value), 0)
        return self._sides, where
