"""No vote is lost: every one is on the disk before the next, and only a clean close wipes them."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.places import sessions_folder
from core.training.store import (
    ENDING,
    SessionStore,
    StoreError,
    sessions,
    unfinished,
)
from core.training.votes import Vote
from tests.house.sources import ROOT

VOTING = """
import sys
from pathlib import Path
from core.training.store import SessionStore
from core.training.votes import Vote

store = SessionStore.start("debate-2018", seed=1, begun="2026-05-01T09:00", folder=Path(sys.argv[1]))
for number in range(100_000):
    store.record(Vote(f"e{number}", "left", "first", "hands", "outcome", "heard", number % 30))
    print(number, flush=True)
"""


def vote(number: int = 1, choice: str = "heard") -> Vote:
    return Vote("e", "left", "first", "hands", "outcome", choice, number)


def start(folder: Path) -> SessionStore:
    return SessionStore.start("debate-2018", seed=7, begun="2026-05-01T09:00", folder=folder)


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [1, 2, 17, 120])
def test_a_killed_program_loses_no_vote(tmp_path, after):
    child = subprocess.Popen(
        [sys.executable, "-c", VOTING, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(after)]
    child.send_signal(signal.SIGKILL)
    told += [int(line) for line in child.stdout.read().split("\n")[:-1]]
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL

    (found,) = unfinished(tmp_path)
    assert (found.pack, found.begun, found.saved) == ("debate-2018", "2026-05-01T09:00", False)
    store = SessionStore.reopen(found.path)
    votes = store.votes()
    assert len(votes) in (len(told), len(told) + 1), "one more may have been kept, but not yet told"
    assert [v.exercise for v in votes] == [f"e{n}" for n in range(len(votes))]
    store.record(vote(3))
    assert len(store.votes()) == len(votes) + 1
    store.close()
    assert unfinished(tmp_path) == ()


def test_a_clean_close_wipes_the_session(tmp_path):
    store = start(tmp_path)
    store.record(vote())
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_saved_session_stays_and_is_no_unfinished_one(tmp_path):
    store = start(tmp_path)
    store.record(vote(4))
    store.save()
    store.close()
    (found,) = sessions(tmp_path)
    assert (found.saved, found.votes) == (True, 1)
    assert unfinished(tmp_path) == ()
    again = SessionStore.reopen(found.path)
    assert again.votes() == (vote(4),)
    again.save(keep=False)
    again.close()
    assert sessions(tmp_path) == ()


def test_an_end_that_is_no_close_leaves_everything_to_go_on_with(tmp_path):
    store = start(tmp_path)
    store.record(vote(4))
    store.put("step", "cases/2")
    store.release()
    (found,) = unfinished(tmp_path)
    again = SessionStore.reopen(found.path)
    assert (again.get("step"), again.seed, again.votes()) == ("cases/2", 7, (vote(4),))
    again.close()


def test_a_vote_can_be_taken_back(tmp_path):
    store = start(tmp_path)
    assert store.take_back() is None
    store.record(vote(4))
    store.record(vote(5, "returned"))
    assert store.take_back() == vote(5, "returned")
    assert store.votes() == (vote(4),)
    store.close()


def test_a_session_is_open_in_one_window_only(tmp_path):
    store = start(tmp_path)
    assert sessions(tmp_path) == (), "a running session is not offered again"
    with pytest.raises(StoreError, match="open in another window"):
        SessionStore.reopen(store.path)
    store.record(vote())
    store.close()


def test_only_the_user_can_read_the_file(tmp_path):
    store = start(tmp_path)
    if os.name == "posix":
        assert store.path.stat().st_mode & 0o077 == 0
    store.close()


def test_sessions_live_in_the_users_own_folder(home):
    assert sessions_folder().is_relative_to(home)
    store = SessionStore.start("p", seed=1, begun="2026-05-01T09:00")
    assert store.path.parent == sessions_folder()
    store.close()


@pytest.mark.parametrize("content", [b"", b"not a database at all, however long it is" * 20])
def test_a_file_that_is_no_session_is_left_alone_and_told(tmp_path, content):
    path = tmp_path / f"x{ENDING}"
    path.write_bytes(content)
    assert sessions(tmp_path) == ()
    assert path.read_bytes() == content
    with pytest.raises(StoreError, match="session"):
        SessionStore.reopen(path)


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / f"x{ENDING}"
    base = sqlite3.connect(path)
    base.execute("create table votes (a)")
    base.commit()
    base.close()
    with pytest.raises(StoreError, match="no session of this program"):
        SessionStore.reopen(path)
    assert sessions(tmp_path) == ()
    assert path.exists()


def test_a_count_that_took_the_place_of_another_is_counted_once(tmp_path):
    store = start(tmp_path)
    for count in (1, 12):
        store.record(Vote("e", "left", "first", "hands", "outcome", "heard", count))
    store.release()
    (found,) = unfinished(tmp_path)
    assert found.votes == 1


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(StoreError, match="session"):
        start(blocked / "below")


def test_nothing_of_a_wiped_vote_can_be_read_from_the_disk_while_the_session_goes_on(tmp_path):
    store = start(tmp_path)
    secret = "team-that-nobody-should-find-again"
    store.record(Vote("e", "left", "first", "team", "outcome", "heard", 1, secret))
    assert secret.encode() in store.path.read_bytes()
    store.take_back()
    assert secret.encode() not in store.path.read_bytes()
    store.close()
