"""Predict, commit, reveal: one trainee, one pack, exercise by exercise.

A quiz gives a :class:`Question` while predicting. What is right is computed when it is revealed, after the
commit, and is never an attribute of anything that was handed out before.

>>> from core.training.packfile import packs
>>> from core.training.marking import Answer
>>> quiz = Quiz(packs()["debate-2018"].pack, only=["empty-road"])
>>> quiz.predict("left", Answer("heard", quiz.question.left.provisions[0].id))
>>> quiz.predict("right", Answer("returned"))
>>> quiz.commit()
>>> quiz.reveal().left.mark.outcome, quiz.stage
(True, 'revealed')
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.training.key import key_of
from core.training.marking import Answer, Mark, check_answer, departure, mark
from core.training.model import COLUMNS, ColumnKey, Exercise, Notes, Pack, Side
from core.training.question import Question, question_of
from core.training.work import Worked, work

Stage = Literal["predicting", "committed", "revealed", "done"]


class QuizError(RuntimeError):
    """A step that the stage of the quiz does not allow; the message is a sentence."""


@dataclass(frozen=True)
class ColumnReveal:
    """One column after the commit: the answer given, the right one, the marks, where they parted."""

    answer: Answer
    key: ColumnKey
    mark: Mark
    left_at: str | None
    """The row at which the trainee's reasoning left the law's."""


@dataclass(frozen=True)
class Reveal:
    """An exercise after the commit. ``worked`` has the whole reasoning of both decisions, and no notes."""

    exercise: str
    left: ColumnReveal
    right: ColumnReveal
    worked: Worked

    def column(self, side: Side) -> ColumnReveal:
        """One side."""
        return self.left if side == "left" else self.right


@dataclass(frozen=True)
class Score:
    """How many columns were answered, and how often each part was right. No mark for confidence."""

    columns: int
    outcome: int
    provision: int
    provisions: int
    fact: int
    facts: int
    sure: dict[int, tuple[int, int]]
    """By confidence: how often the outcome was right, of how many answers. Fed back, never scored."""


class Quiz:
    """A run through the exercises of a pack, in its order or in a mixed one."""

    def __init__(
        self, pack: Pack, only: Sequence[str] | None = None, seed: int | None = None
    ) -> None:
        """Raises KeyError for an id in ``only`` that the pack does not have."""
        self._pack = pack = sealed(pack)
        chosen = [pack.exercise(name) for name in only] if only is not None else list(pack.active)
        self._exercises: list[Exercise] = chosen if seed is None else mixed(chosen, seed)
        self._at = 0
        self._answers: dict[Side, Answer] = {}
        self._reveals: list[Reveal] = []
        self._question: Question | None = None
        self.stage: Stage = "predicting" if self._exercises else "done"

    # --- what can be shown at any time --------------------------------------------------------------
    @property
    def question(self) -> Question:
        """The question at hand. Raises QuizError when there is none left."""
        if self.stage == "done":
            raise QuizError("the quiz is over; there is no question left")
        if self._question is None:
            self._question = question_of(work(self._pack, self._exercises[self._at]))
        return self._question

    @property
    def number(self) -> int:
        """The number of the question at hand, from 1."""
        return min(self._at + 1, self.total)

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self._exercises)

    @property
    def answers(self) -> dict[Side, Answer]:
        """What has been predicted so far for the question at hand."""
        return dict(self._answers)

    @property
    def complete(self) -> bool:
        """Whether both columns have a prediction, so that it can be committed."""
        return len(self._answers) == len(COLUMNS)

    @property
    def reveals(self) -> tuple[Reveal, ...]:
        """What has been revealed so far."""
        return tuple(self._reveals)

    # --- the steps ----------------------------------------------------------------------------------
    def predict(self, side: Side, answer: Answer) -> None:
        """Predict one column; may be changed until the commit. Raises AnswerError, QuizError."""
        self._need("predicting", "an answer stands once it is committed")
        check_answer(answer, self.question.column(side), self.question.facts)
        self._answers[side] = answer

    def commit(self) -> None:
        """Commit both predictions. Raises QuizError while one is missing."""
        self._need("predicting", "this question is committed already")
        if not self.complete:
            raise QuizError("predict both columns first; then commit")
        self.stage = "committed"

    def reveal(self) -> Reveal:
        """Open the reasoning. Raises QuizError before the commit."""
        if self.stage == "revealed":
            return self._reveals[-1]
        self._need("committed", "commit both predictions first; then the reasoning opens")
        worked = work(self._pack, self._exercises[self._at])
        key = key_of(worked)
        left, right = (
            ColumnReveal(
                answer := self._answers[side],
                key.column(side),
                mark(answer, key.column(side)),
                departure(answer, worked.decision(side)),
            )
            for side in COLUMNS
        )
        self._reveals.append(Reveal(worked.exercise.id, left, right, worked))
        self.stage = "revealed"
        return self._reveals[-1]

    def next(self) -> None:
        """Go on to the next question. Raises QuizError before the reveal."""
        self._need("revealed", "look at the reasoning first; then go on")
        self._at += 1
        self._answers, self._question = {}, None
        self.stage = "predicting" if self._at < len(self._exercises) else "done"

    def _need(self, stage: Stage, otherwise: str) -> None:
        if self.stage != stage:
            raise QuizError(otherwise)

    # --- at the end ---------------------------------------------------------------------------------
    def score(self) -> Score:
        """Outcome, provision and fact counted apart, over what has been revealed."""
        return score([r.column(side) for r in self._reveals for side in COLUMNS])


def sealed(pack: Pack) -> Pack:
    """The pack without the stored key and without the trainer's notes."""
    bare = tuple(e.model_copy(update={"notes": Notes()}) for e in pack.exercises)
    return pack.model_copy(update={"stored": None, "exercises": bare})


def score(columns: Sequence[ColumnReveal]) -> Score:
    """Outcome, provision and fact counted apart."""
    marks = [column.mark for column in columns]
    provisions = [m.provision for m in marks if m.provision is not None]
    facts = [m.fact for m in marks if m.fact is not None]
    sure: dict[int, tuple[int, int]] = {}
    for column in columns:
        level = column.answer.confidence
        if level is not None:
            right, of = sure.get(level, (0, 0))
            sure[level] = (right + column.mark.outcome, of + 1)
    return Score(
        columns=len(marks),
        outcome=sum(m.outcome for m in marks),
        provision=sum(provisions),
        provisions=len(provisions),
        fact=sum(facts),
        facts=len(facts),
        sure=dict(sorted(sure.items())),
    )


def mixed(exercises: Sequence[Exercise], seed: int) -> list[Exercise]:
    """The same exercises in an order that the seed settles; never the given one if there are two."""
    found = list(exercises)
    if len({e.id for e in found}) < 2:
        return found
    source = random.Random(seed)
    while found == list(exercises):
        source.shuffle(found)
    return found
