"""A session that is under way: its pack, its store on the disk, and the votes as they come in."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path

from core.training.model import Pack, Side
from core.training.packfile import PackError, PackFile, packs, read_pack
from core.training.store import About, SessionStore
from core.training.votes import Part, Round, Vote, tally

AT, FILE = "at", "file"
LARGEST_SEED = 1_000_000


class Session:
    """Every vote is on the disk before this says that it is recorded."""

    def __init__(self, file: PackFile, store: SessionStore) -> None:
        self.file = file
        self.store = store

    @staticmethod
    def start(file: PackFile) -> Session:
        """A new session on a pack. Raises StoreError."""
        begun = datetime.now().astimezone().isoformat(timespec="seconds")
        seed = secrets.randbelow(LARGEST_SEED) + 1
        store = SessionStore.start(file.name, seed=seed, begun=begun)
        if file.path is not None:
            store.put(FILE, str(file.path.absolute()))
        return Session(file, store)

    @staticmethod
    def reopen(about: About) -> Session:
        """A session that was not closed. Raises StoreError, PackError, KeyError for a pack that is gone."""
        store = SessionStore.reopen(about.path)
        try:
            named = store.get(FILE)
            file = read_pack(Path(named)) if named else packs()[about.pack]
        except (PackError, KeyError):
            store.release()
            raise
        return Session(file, store)

    @property
    def pack(self) -> Pack:
        """The pack it is on."""
        return self.file.pack

    @property
    def votes(self) -> tuple[Vote, ...]:
        """All votes so far."""
        return self.store.votes()

    @property
    def at(self) -> str:
        """The stop it came to."""
        return self.store.get(AT) or ""

    def came_to(self, stop: str) -> None:
        """Note the stop it has come to. Raises StoreError."""
        if stop != self.at:
            self.store.put(AT, stop)

    def hands(
        self, exercise: str, side: Side, round_: Round, part: Part, choice: str, count: int
    ) -> None:
        """So many hands for a choice. Raises VoteError, StoreError."""
        self.store.record(Vote(exercise, side, round_, "hands", part, choice, count))

    def team(
        self, exercise: str, side: Side, round_: Round, part: Part, choice: str, code: str
    ) -> None:
        """The vote of a team. Raises VoteError, StoreError."""
        self.store.record(Vote(exercise, side, round_, "team", part, choice, team=code.strip()))

    def counted(self, exercise: str, side: Side, round_: Round, part: Part) -> dict[str, int]:
        """The hands that were typed in, for the trainer who typed them."""
        return tally(self.votes, exercise, side, round_, "hands", part).counts

    def teams(self, exercise: str, side: Side, round_: Round, part: Part) -> dict[str, int]:
        """What the teams chose."""
        return tally(self.votes, exercise, side, round_, "team", part).counts

    def take_back(self) -> None:
        """Take the last count back, with the digits that were typed on the way to it. Raises StoreError."""
        last = self.store.take_back()
        while last is not None and self.votes and self.votes[-1].slot == last.slot:
            self.store.take_back()

    def end(self, *, keep: bool) -> None:
        """A clean end: wiped unless kept. Raises StoreError."""
        if keep:
            self.store.save()
        self.store.close()
