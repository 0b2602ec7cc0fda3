"""Before the commit no window holds a word of the answer, wherever one looks; after it, it does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from core.training.work import work
from gui.pictures import settle
from gui.training.quiz.options import Option
from tests.gui.training.reading import every_word, secrets


def given_away(worked, lang: str) -> list[str]:
    words = every_word()
    return [secret for secret in secrets(worked, lang) if secret in words]


def answer(page) -> None:
    for column in page.ask.columns:
        column.outcome.options()[0].click()


@pytest.mark.parametrize(("lang", "exercises"), [("en", 3), ("fr", 1)])
def test_no_exercise_is_given_away_before_its_commit(window, pack, lang, exercises):
    window.document.set_language(lang)
    window.training.enter("quiz")
    page = window.training.room.quiz
    for exercise in pack.active[:exercises]:
        settle()
        worked = work(pack, exercise)
        assert page.case.title.text() == worked.file.title(lang)
        assert len(secrets(worked, lang)) > 10
        assert given_away(worked, lang) == [], exercise.id
        answer(page)
        assert given_away(worked, lang) == [], exercise.id
        page.step()
        page.step()


def test_after_the_commit_the_answer_is_there_for_eyes_and_for_screen_readers(window, pack):
    window.training.enter("quiz")
    page = window.training.room.quiz
    answer(page)
    page.step()
    settle()
    assert len(given_away(work(pack, pack.active[0]), "en")) > 5


def test_the_case_that_stood_open_is_unmade_and_comes_back_as_it_was(window, pack):
    road = work(pack, pack.exercise("empty-road"))
    window.document.set_fact("claimant.age", 30)
    settle()
    assert given_away(road, "en")
    window.training.enter("quiz")
    settle()
    assert given_away(road, "en") == []
    window.training.enter("explore")
    settle()
    assert window.document.case.get("claimant.age") == 30
    window.actions_by_id["undo"].trigger()
    assert window.document.case.get("claimant.age") == 34
    assert window.header.isVisible()


def test_no_choice_is_marked_before_it_is_taken(window):
    window.training.enter("quiz")
    settle()
    options = [w for w in QApplication.allWidgets() if isinstance(w, Option) and w.isVisible()]
    assert len(options) > 20
    assert not any(option.isChecked() or option.toolTip() for option in options)
    fonts = {option.font().toString() for option in options}
    assert len(fonts) == 1


def test_what_acts_on_the_case_cannot_be_used_meanwhile(window):
    window.training.enter("quiz")
    for id_ in ("undo", "save", "library", "next_case", "picture", "explore_glance", "story"):
        assert not window.actions_by_id[id_].isEnabled(), id_
    for id_ in ("quit", "dark", "larger", "french", "training_explore"):
        assert window.actions_by_id[id_].isEnabled(), id_


def test_the_list_of_packs_gives_nothing_away(window, pack):
    window.training.enter("packs")
    window.training.room.packs.finish()
    settle()
    for exercise in pack.active[1:3]:
        assert given_away(work(pack, exercise), "en") == []
