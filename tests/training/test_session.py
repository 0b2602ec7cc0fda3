"""A session with a room: votes among what was offered, taken up again after an unclean end."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.training.packfile import packs
from core.training.session import PACK, Session
from core.training.store import SessionStore, StoreError, unfinished
from core.training.votes import VoteError


def start(folder: Path) -> Session:
    return Session.start(packs()["debate-2018"], begun="2026-05-01T09:00", folder=folder)


def test_a_session_cut_short_is_taken_up_with_its_pack_its_place_and_its_votes(tmp_path):
    session = start(tmp_path)
    session.go("cases/2/vote")
    session.hands("empty-road", "left", "first", "outcome", {"heard": 9, "returned": 4})
    session.team("empty-road", "left", "first", "provision", "A1", "ca.irpr.159.4(1)(a)")
    before, after = session.items("before"), session.items("after")
    session.release()

    (found,) = unfinished(tmp_path)
    again = Session.reopen(found.path)
    assert again.pack == packs()["debate-2018"].pack
    assert again.place == "cases/2/vote"
    assert (again.items("before"), again.items("after")) == (before, after)
    assert again.tally("empty-road", "left", "first", "hands", "outcome").total == 13
    again.team("empty-road", "left", "second", "outcome", "A1", "heard")
    assert len(again.votes) == 4
    again.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("part", "choice"), [("outcome", "won"), ("provision", "ca.irpr.1"), ("fact", "claimant.shoe")]
)
def test_a_vote_for_what_was_not_offered_is_refused_and_not_kept(tmp_path, part, choice):
    session = start(tmp_path)
    with pytest.raises(VoteError, match=f"{part}: found .*expected one of"):
        session.hands("empty-road", "left", "first", part, {choice: 3})
    with pytest.raises(VoteError, match="no exercise"):
        session.team("nowhere", "left", "first", "outcome", "A", "heard")
    assert session.votes == ()
    session.close()


def test_of_a_show_of_hands_with_one_mistake_nothing_is_kept(tmp_path):
    session = start(tmp_path)
    with pytest.raises(VoteError):
        session.hands("empty-road", "left", "first", "outcome", {"heard": 9, "lost": 4})
    assert session.votes == ()
    session.close()


def test_what_was_taken_back_is_gone_here_and_on_the_disk(tmp_path):
    session = start(tmp_path)
    session.hands("empty-road", "left", "first", "outcome", {"heard": 9})
    session.take_back()
    session.release()
    again = Session.reopen(session.path)
    assert again.votes == ()
    again.close()


def test_a_pack_that_this_program_cannot_read_is_told(tmp_path):
    session = start(tmp_path)
    session.release()
    store = SessionStore.reopen(session.path)
    store.put(PACK, '{"schema": "threshold/pack/9"}')
    store.release()
    with pytest.raises(StoreError, match="another version of the program"):
        Session.reopen(session.path)
    SessionStore.reopen(session.path).close()


def test_results_are_taken_away_before_the_wipe(tmp_path):
    session = start(tmp_path / "sessions")
    session.hands("item-ferry", "left", "before", "outcome", {"heard": 3, "returned": 7})
    session.hands("item-ferry", "left", "after", "outcome", {"heard": 10})
    session.hands("item-ferry", "left", "before", "provision", {"ca.irpa.101(1)(e)": 7})
    figures = session.summary()
    assert (figures.before.percent, figures.after.percent) == (30, 100)
    assert [m.provision for m in session.misconceptions()] == ["ca.irpa.101(1)(e)"]
    target = tmp_path / "results.csv"
    session.write_csv(target)
    session.close()
    assert target.read_text(encoding="utf-8-sig").count("\n") == 5
