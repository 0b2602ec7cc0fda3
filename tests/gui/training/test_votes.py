"""What the room votes: typed in, counted, withheld under five, kept through a kill, wiped at a clean end."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from core.places import sessions_folder
from core.training.store import sessions, unfinished
from gui.pictures import settle
from gui.training.presenter.slides import spoken
from gui.training.results import ResultsDialog
from gui.training.votes.session import Session

ROAD = "empty-road"


class Answers:
    """Answers every question alike, and remembers what was asked."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def __call__(self, box: QMessageBox) -> str:
        self.asked.append(box.text())
        return self.answer


@pytest.fixture
def running(window):
    """The desk of a session that runs in the window."""
    window.training.sessions.ask = lambda box: "wipe"
    window.training.enter("present")
    desk = window.training.sessions.desk
    vote(desk, "first")
    return desk


@pytest.fixture
def voting(desk):
    """A desk by itself, at a vote."""
    vote(desk, "first")
    return desk


def vote(desk, round_: str) -> None:
    desk.deck.jump(desk.deck.script.index(f"3:{ROAD}:vote-{round_}"))
    settle()


def type_hands(desk, side: str, *counts: int) -> None:
    for hands, count in zip(desk.votes.rows[side], counts, strict=False):
        hands.count.setValue(count)


def spread(desk) -> str:
    desk.deck.jump(desk.deck.script.index(f"3:{ROAD}:spread"))
    return spoken(desk.deck.page.slide)


def test_hands_are_on_the_disk_as_soon_as_they_are_typed(voting):
    type_hands(voting, "left", 7, 9)
    assert len(voting.session.store.votes()) == 2
    assert voting.session.counted(ROAD, "left", "first", "outcome") == {"heard": 7, "returned": 9}


def test_every_digit_is_kept_at_once_and_a_count_is_taken_back_whole(voting):
    field = voting.votes.rows["left"][1].count
    field.selectAll()
    QTest.keyClicks(field, "14")
    assert voting.session.counted(ROAD, "left", "first", "outcome") == {"returned": 14}
    voting.votes.undo_button.click()
    assert voting.session.votes == ()


def test_four_hands_are_withheld_from_the_audience_and_a_fifth_shows_them(voting):
    type_hands(voting, "left", 4)
    assert "Withheld under 5 answers" in spread(voting)
    vote(voting, "first")
    assert voting.votes.rows["left"][0].count.value() == 4
    type_hands(voting, "left", 5)
    assert "first 5" in spread(voting)


def test_the_vote_of_one_team_is_shown(voting):
    voting.votes.code.setText("Blue")
    voting.votes.teams[0].setCurrentIndex(1)
    voting.votes.record_button.click()
    assert voting.votes.code.text() == ""
    assert "first 1" in spread(voting)


def test_a_team_without_a_code_is_asked_for_one(voting):
    told: list[str] = []
    voting.votes.failed.connect(told.append)
    voting.votes.teams[0].setCurrentIndex(1)
    voting.votes.record_button.click()
    assert told
    assert "code" in told[0]
    assert voting.session.votes == ()


def test_the_second_vote_stands_beside_the_first(voting):
    type_hands(voting, "left", 7, 9)
    vote(voting, "second")
    assert voting.votes.rows["left"][0].count.value() == 0
    type_hands(voting, "left", 14, 2)
    assert "first 7; again 14" in spread(voting)


def test_the_last_count_can_be_taken_back(voting):
    type_hands(voting, "left", 7, 9)
    voting.votes.undo_button.click()
    assert voting.session.counted(ROAD, "left", "first", "outcome") == {"heard": 7}
    assert voting.votes.rows["left"][1].count.value() == 0


def test_a_clean_end_wipes_what_is_not_kept(window, running):
    type_hands(running, "left", 7)
    running.buttons["end"].click()
    assert not list(sessions_folder().iterdir())
    assert window.training.mode == "packs"


def test_results_that_are_kept_stay(window, running):
    type_hands(running, "left", 7)
    window.training.sessions.ask = lambda box: "keep"
    running.buttons["end"].click()
    kept = sessions()
    assert [(about.votes, about.saved) for about in kept] == [(1, True)]
    assert unfinished() == ()


def test_a_window_that_is_closed_asks_first_and_stays_if_told_so(window, running):
    type_hands(running, "left", 7)
    answers = window.training.sessions.ask = Answers("stay")
    assert not window.close()
    assert answers.asked == ["1 count was typed in."]
    assert window.isVisible()
    window.training.sessions.ask = lambda box: "wipe"
    assert window.close()


def test_the_csv_of_a_session_holds_no_formula_and_no_name(window, voting, tmp_path):
    voting.votes.code.setText("=1+1")
    voting.votes.teams[0].setCurrentIndex(0)
    voting.votes.record_button.click()
    type_hands(voting, "right", 3)
    dialog = ResultsDialog(voting.session.pack, voting.session.votes, "en", window)
    assert dialog.save_csv(tmp_path / "results.csv")
    text = (tmp_path / "results.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["team"] for row in rows] == ["'=1+1", ""]
    assert rows[1]["count"] == "withheld"
    assert not dialog.save_csv(tmp_path / "no" / "such" / "folder.csv")
    assert "could not be saved" in dialog.failed.text()


CHILD = """
import sys
from gui.application import application, make_window
from gui.window.settings import Settings
app = application()
window = make_window(Settings())
window.training.open_id("debate-2018")
window.training.enter("present")
desk = window.training.sessions.desk
desk.deck.jump(desk.deck.script.index("3:empty-road:vote-first"))
for hands, count in zip(desk.votes.rows["left"], (7, 9)):
    hands.count.setValue(count)
print("voted", flush=True)
sys.stdin.read()
"""


def test_a_killed_program_offers_the_session_again_with_every_vote(window, home):
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "THRESHOLD_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "voted\n"
        assert unfinished() == ()  # nobody else may take up what still runs
        child.send_signal(signal.SIGKILL)
    answers = window.training.sessions.ask = Answers("go_on")
    window.training.sessions.offer_unfinished()
    desk = window.training.sessions.desk
    assert "The debate of 2018" in answers.asked[0]
    assert desk.deck.stop.id == "3:empty-road:vote-first"
    assert desk.session.counted(ROAD, "left", "first", "outcome") == {"heard": 7, "returned": 9}
    assert desk.votes.rows["left"][1].count.value() == 9
    window.training.sessions.ask = lambda box: "wipe"


def test_a_session_of_a_pack_that_is_gone_is_told_and_kept(window, tmp_path, pack):
    from core.training.packfile import PackFile, write_pack

    file = write_pack(tmp_path / "mine.yaml", PackFile(pack))
    session = Session.start(file)
    session.hands(ROAD, "left", "first", "outcome", "heard", 6)
    session.store.release()
    (tmp_path / "mine.yaml").unlink()
    window.training.sessions.ask = lambda box: "go_on"
    window.training.sessions.offer_unfinished()
    assert "mine.yaml" in window.message.sentence
    assert [about.votes for about in unfinished()] == [1]
