"""What a room voted, kept while the session runs: every vote is on the disk before the next is asked for.

One SQLite file a session, in the user's data folder, with a rollback journal and full synchronising. A clean
close wipes the file unless the session was saved. An end that is no close (a crash, a kill, a power cut)
leaves it, and :func:`unfinished` finds it again. It holds counts and team codes, and no name is asked for.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     store = SessionStore.start("debate-2018", seed=7, begun="2026-05-01T09:00", folder=Path(folder))
...     store.record(Vote("e", "left", "first", "hands", "outcome", "heard", 9))
...     votes = len(store.votes())
...     store.close()
...     votes, list(Path(folder).iterdir())
(1, [])
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from core.places import sessions_folder
from core.training.votes import Vote, VoteError, standing

ENDING = ".session"
APPLICATION = 0x54687265
"""Marks a SQLite file as one of ours."""
SCHEMA = 1
OPEN, SAVED = "open", "saved"
_COLUMNS = tuple(field.name for field in fields(Vote))
_MAKE = f"""
create table about (key text primary key, value text not null) without rowid;
create table votes (number integer primary key autoincrement, {
    ", ".join(f'"{name}" {"integer" if name == "count" else "text"} not null' for name in _COLUMNS)
});
"""
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)


class StoreError(RuntimeError):
    """Results that cannot be kept or read; the message is a sentence for the trainer."""


@dataclass(frozen=True)
class About:
    """What a session file says of itself."""

    path: Path
    pack: str
    begun: str
    votes: int
    """How many votes stand; those that a later one took the place of are not counted."""
    saved: bool


class SessionStore:
    """An open session. Nobody else can open it meanwhile."""

    def __init__(self, path: Path, base: sqlite3.Connection) -> None:
        self.path = path
        self._base = base

    # --- opening and closing ------------------------------------------------------------------------
    @staticmethod
    def start(pack: str, *, seed: int, begun: str, folder: Path | None = None) -> SessionStore:
        """A new session on a pack. Raises StoreError."""
        place = folder or sessions_folder()
        path = place / f"{secrets.token_hex(8)}{ENDING}"
        with _told(path):
            place.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            base = _connect(path)
            base.execute("begin")
            for statement in _MAKE.split(";"):
                base.execute(statement)
            base.execute(f"pragma application_id = {APPLICATION}")
            base.execute(f"pragma user_version = {SCHEMA}")
            for key, value in (("pack", pack), ("begun", begun), ("seed", str(seed))):
                base.execute("insert into about values (?, ?)", (key, value))
            base.execute("insert into about values ('state', ?)", (OPEN,))
            base.execute("commit")
        return SessionStore(path, base)

    @staticmethod
    def reopen(path: Path) -> SessionStore:
        """A session that has not been closed, or was saved, to go on with it. Raises StoreError."""
        with _told(path):
            if not path.is_file():
                raise StoreError(f"{path.name}: there is no such session")
            base = _connect(path)
            try:
                _check(path, base)
                base.execute("update about set value = value where key = 'state'")  # takes the lock
            except BaseException:
                base.close()
                raise
        return SessionStore(path, base)

    def close(self) -> None:
        """A clean end: the session is wiped unless it was saved. Raises StoreError."""
        saved = self.saved
        with _told(self.path):
            if not saved:
                self._base.execute("delete from votes")
                self._base.execute("delete from about")
            self._base.close()
            if not saved:
                self.path.unlink(missing_ok=True)
                self.path.with_name(self.path.name + "-journal").unlink(missing_ok=True)

    def release(self) -> None:
        """Let go of the file without ending the session: it can be reopened. For the end of a program
        that was not asked to close it.
        """
        self._base.close()

    # --- votes --------------------------------------------------------------------------------------
    def record(self, vote: Vote) -> None:
        """Keep a vote; it is on the disk when this returns. Raises StoreError."""
        marks = ", ".join("?" * len(_COLUMNS))
        with _told(self.path):
            self._base.execute(f"insert into votes ({_NAMES}) values ({marks})", astuple(vote))

    def take_back(self) -> Vote | None:
        """Take the last vote back, and give it; None if there is none. Raises StoreError."""
        votes = self.votes()
        with _told(self.path):
            self._base.execute("delete from votes where number = (select max(number) from votes)")
        return votes[-1] if votes else None

    def votes(self) -> tuple[Vote, ...]:
        """All votes in the order in which they came. Raises StoreError."""
        with _told(self.path):
            rows = self._base.execute(f"select {_NAMES} from votes order by number").fetchall()
        return tuple(Vote(*row) for row in rows)

    # --- about the session --------------------------------------------------------------------------
    def get(self, key: str) -> str | None:
        """Something noted about the session. Raises StoreError."""
        with _told(self.path):
            row = self._base.execute("select value from about where key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        """Note something about the session, such as the step it has come to. Raises StoreError."""
        with _told(self.path):
            self._base.execute(
                "insert into about values (?, ?) on conflict (key) do update set value = excluded.value",
                (key, value),
            )

    @property
    def seed(self) -> int:
        """The number that settles the order of the items before and after."""
        return int(self.get("seed") or 0)

    @property
    def saved(self) -> bool:
        """Whether the results stay when the session is closed."""
        return self.get("state") == SAVED

    def save(self, *, keep: bool = True) -> None:
        """Say that the results stay when the session is closed (or, again, that they go)."""
        self.put("state", SAVED if keep else OPEN)


def sessions(folder: Path | None = None) -> tuple[About, ...]:
    """The sessions that nobody has open: saved ones, and those that were never closed; newest last.

    A file that is no session, or a broken one, is left out.
    """
    place = folder or sessions_folder()
    found = []
    for path in sorted(place.glob(f"*{ENDING}")) if place.is_dir() else ():
        try:
            store = SessionStore.reopen(path)
            with closing(store._base) as base:
                about = dict(base.execute("select key, value from about").fetchall())
                votes = len(standing(store.votes()))
        except (StoreError, VoteError):
            continue
        if "pack" not in about:  # a close that was cut short had wiped it already
            path.unlink(missing_ok=True)
            continue
        saved = about.get("state") == SAVED
        found.append(About(path, about["pack"], about.get("begun", ""), votes, saved))
    return tuple(sorted(found, key=lambda row: row.begun))


def unfinished(folder: Path | None = None) -> tuple[About, ...]:
    """The sessions that ended without a close, to be offered again."""
    return tuple(row for row in sessions(folder) if not row.saved)


# --- SQLite ----------------------------------------------------------------------------------------
def _connect(path: Path) -> sqlite3.Connection:
    """A connection whose every statement is a transaction that is on the disk when it returns."""
    base = sqlite3.connect(path, isolation_level=None, timeout=0)
    base.execute("pragma locking_mode = exclusive")
    base.execute("pragma journal_mode = delete")
    base.execute("pragma synchronous = extra")  # full, and the folder after the journal is gone
    base.execute("pragma secure_delete = on")
    return base


def _check(path: Path, base: sqlite3.Connection) -> None:
    if base.execute("pragma application_id").fetchone()[0] != APPLICATION:
        raise StoreError(f"{path.name}: this file is no session of this program")
    if base.execute("pragma user_version").fetchone()[0] != SCHEMA:
        raise StoreError(f"{path.name}: this session was kept by another version of the program")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say into a sentence."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{path.name}: this session is open in another window") from None
        raise StoreError(
            f"{path.name}: the results cannot be kept ({error}); look whether the disk is full or "
            "the folder closed, then try again"
        ) from None
    except sqlite3.Error as error:
        raise StoreError(f"{path.name}: this file cannot be read as a session ({error})") from None
    except OSError as error:
        raise StoreError(f"{path.name}: {error.strerror or 'it cannot be written'}") from None
