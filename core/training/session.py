"""A session with a room: a pack, the votes kept on the disk, the step it has come to.

The pack goes into the session's file as it was at the start, so that a session that was cut short can be
taken up again even where the pack's own file has been changed or moved. Nothing here advances by itself.

>>> import tempfile
>>> from core.training.packfile import packs
>>> with tempfile.TemporaryDirectory() as folder:
...     session = Session.start(packs()["debate-2018"], begun="2026-05-01T09:00", folder=Path(folder))
...     session.hands("empty-road", "left", "first", "outcome", {"heard": 9, "returned": 4})
...     shown = session.tally("empty-road", "left", "first", "hands", "outcome").shown
...     session.close()
...     shown
{'heard': 9, 'returned': 4}
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from core.training.model import Key, Pack, Side
from core.training.packfile import PackFile
from core.training.question import Question, question_of
from core.training.results import Summary, summary, write_csv
from core.training.room import Misconception, item_order, keys_of, misconceptions
from core.training.store import SessionStore, StoreError
from core.training.votes import Part, Round, Tally, Vote, VoteError, Way, tally
from core.training.work import Worked, work

PACK, PLACE = "pack_as_it_was", "place"


class Session:
    """An open session. What it gives to an audience is :meth:`question` and what tallies show."""

    def __init__(self, store: SessionStore, pack: Pack) -> None:
        self._store = store
        self.pack = pack
        self._worked: dict[str, Worked] = {}
        self._questions: dict[str, Question] = {}
        self._votes: list[Vote] = list(store.votes())

    # --- opening and closing ------------------------------------------------------------------------
    @staticmethod
    def start(file: PackFile, *, begun: str, folder: Path | None = None) -> Session:
        """A new session on a pack; ``begun`` is the day and hour in ISO form. Raises StoreError."""
        store = SessionStore.start(
            file.name, seed=secrets.randbelow(2**31), begun=begun, folder=folder
        )
        store.put(PACK, json.dumps(file.pack.plain(), ensure_ascii=False))
        return Session(store, file.pack)

    @staticmethod
    def reopen(path: Path) -> Session:
        """A session that was cut short, or saved. Raises StoreError."""
        store = SessionStore.reopen(path)
        try:
            pack = Pack.model_validate(json.loads(store.get(PACK) or "null"))
        except ValueError:
            store.release()
            raise StoreError(
                f"{path.name}: the pack of this session was kept by another version of the program"
            ) from None
        return Session(store, pack)

    def close(self) -> None:
        """The clean end: wiped, unless :meth:`save` was called. Raises StoreError."""
        self._store.close()

    def release(self) -> None:
        """An end that is no close: the session can be taken up again."""
        self._store.release()

    def save(self, *, keep: bool = True) -> None:
        """Let the results stay when the session is closed, or go again. Raises StoreError."""
        self._store.save(keep=keep)

    @property
    def saved(self) -> bool:
        """Whether the results stay when the session is closed."""
        return self._store.saved

    @property
    def path(self) -> Path:
        """The session's file."""
        return self._store.path

    # --- where the session is -----------------------------------------------------------------------
    @property
    def place(self) -> str:
        """The step the session has come to, in the words of whoever put it; empty at the start."""
        return self._store.get(PLACE) or ""

    def go(self, place: str) -> None:
        """Note the step the session has come to. Raises StoreError."""
        self._store.put(PLACE, place)

    def items(self, when: Literal["before", "after"]) -> tuple[str, ...]:
        """The items of the quiz before or after, in this session's mixed order."""
        return item_order(self.pack, self._store.seed, when)

    # --- exercises ----------------------------------------------------------------------------------
    def question(self, exercise: str) -> Question:
        """What the audience may see of an exercise. Raises KeyError."""
        if exercise not in self._questions:
            self._questions[exercise] = question_of(self.worked(exercise))
        return self._questions[exercise]

    def worked(self, exercise: str) -> Worked:
        """For the trainer's window and the reveal alone: the exercise with its reasoning."""
        if exercise not in self._worked:
            self._worked[exercise] = work(self.pack, self.pack.exercise(exercise))
        return self._worked[exercise]

    @cached_property
    def keys(self) -> dict[str, Key]:
        """For the trainer's window and the results alone: the key of every exercise."""
        return keys_of(self.pack)

    # --- votes --------------------------------------------------------------------------------------
    def hands(
        self, exercise: str, side: Side, round_: Round, part: Part, counts: Mapping[str, int]
    ) -> None:
        """Keep a show of hands: how many for each choice. Raises VoteError, StoreError."""
        votes = [
            Vote(exercise, side, round_, "hands", part, choice, n) for choice, n in counts.items()
        ]
        for vote in votes:
            self._check(vote)
        for vote in votes:
            self._keep(vote)

    def team(
        self, exercise: str, side: Side, round_: Round, part: Part, code: str, choice: str
    ) -> None:
        """Keep the vote of a team. Raises VoteError, StoreError."""
        vote = Vote(exercise, side, round_, "team", part, choice, 1, code)
        self._check(vote)
        self._keep(vote)

    def take_back(self) -> Vote | None:
        """Take the last vote back. Raises StoreError."""
        vote = self._store.take_back()
        if vote is not None:
            self._votes.pop()
        return vote

    @property
    def votes(self) -> tuple[Vote, ...]:
        """All votes as they came; for results, not for showing."""
        return tuple(self._votes)

    def tally(self, exercise: str, side: Side, round_: Round, way: Way, part: Part) -> Tally:
        """The counts of one question; show what its ``shown`` gives."""
        return tally(self._votes, exercise, side, round_, way, part)

    def _keep(self, vote: Vote) -> None:
        self._store.record(vote)
        self._votes.append(vote)

    def _check(self, vote: Vote) -> None:
        """Raise VoteError for a choice that the question does not offer."""
        try:
            question = self.question(vote.exercise)
        except KeyError:
            raise VoteError(f"this pack has no exercise {vote.exercise!r}") from None
        column = question.column(vote.side)
        offered = {
            "outcome": column.outcomes,
            "provision": tuple(offer.id for offer in column.provisions),
            "fact": question.facts,
        }[vote.part]
        if vote.choice not in offered:
            among = ", ".join(offered)
            raise VoteError(f"{vote.part}: found {vote.choice!r}; expected one of {among}")

    # --- results ------------------------------------------------------------------------------------
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Which wrong provisions were chosen, under which version, before and after."""
        return misconceptions(self._votes, self.keys)

    def summary(self) -> Summary:
        """The figures of the one-page summary."""
        return summary(self.pack, self._votes, self.keys)

    def write_csv(self, path: Path) -> None:
        """Write the counts as a table. Raises OSError."""
        write_csv(path, self._votes, self.keys)
