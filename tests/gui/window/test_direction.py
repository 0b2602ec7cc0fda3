"""The direction of the journey in the header: turning it shows what the other country makes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.case.casefile import write_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.report.sentences import headline_words
from gui import theme
from gui.pictures import settle
from gui.window.body import QUESTIONS
from tests.gui.window.fitting import too_large

HERE = catalogue().opening["into"]
OTHER = next(code for code in catalogue().directions if code != HERE)


def segment(window, code):
    return next(s for s in window.header.direction.segments() if s.position == code)


@pytest.fixture
def turned(window, qtbot):
    window.body.explore.fold(True)  # so that the heads of the columns have all their room
    qtbot.mouseClick(segment(window, OTHER), Qt.MouseButton.LeftButton)
    settle()
    return window


def test_a_click_turns_the_journey_and_undo_turns_it_back(window, qtbot):
    before = window.body.columns.columns[0].banner.headline.text()
    qtbot.mouseClick(segment(window, OTHER), Qt.MouseButton.LeftButton)
    assert window.document.case.get("journey.into") == OTHER
    assert segment(window, OTHER).isChecked()
    assert window.body.columns.columns[0].banner.headline.text() != before
    window.actions_by_id["undo"].trigger()
    assert window.document.case.get("journey.into") == HERE
    assert segment(window, HERE).isChecked()
    assert window.body.columns.columns[0].banner.headline.text() == before


def test_the_key_turns_the_journey_to_and_fro(window):
    window.actions_by_id["turn"].trigger()
    assert window.document.case.get("journey.into") == OTHER
    window.actions_by_id["turn"].trigger()
    assert window.document.case.get("journey.into") == HERE


def test_both_columns_show_the_outcome_of_the_other_country(turned):
    for column in turned.body.columns.columns:
        decision = getattr(turned.document.comparison, column.side)
        assert decision.version.country == OTHER
        assert column.banner.isVisible()
        assert column.banner.headline.text() == headline_words(decision, "en")
        assert column.line.text().casefold().startswith(catalogue().laws[OTHER]["en"].casefold())


def test_an_opened_provision_stays_open_when_the_journey_turns(window):
    provision = window.document.comparison.rows[0].provision.id
    window.document.choose_provision(provision)
    window.actions_by_id["turn"].trigger()
    assert window.body.provision_open
    assert window.body.provision.provision == provision


def test_what_stands_over_the_questions_says_so_too(turned):
    theme.set_text_scale(2.0)
    turned.body.tabs.setCurrentIndex(QUESTIONS)
    settle()
    assert turned.body.strip.isVisible()
    left, right = turned.document.comparison.left, turned.document.comparison.right
    assert turned.body.strip.left.words == headline_words(left, "en")
    assert turned.body.strip.right.words == headline_words(right, "en")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_turned_journey_fits(turned, scale, lang):
    theme.set_text_scale(scale)
    turned.document.set_language(lang)
    settle()
    assert too_large(turned) == []


def test_a_turned_journey_is_saved_and_opened_again(turned, person, tmp_path):
    outcome = turned.document.comparison.left.outcome
    person.path = tmp_path / "turned.yaml"
    assert turned.files.save_as()
    turned.files.show_entry("a-visa-of-her-own")
    assert turned.document.case.get("journey.into") == HERE
    assert turned.files.read(person.path)
    assert turned.document.comparison.left.version.country == OTHER
    assert turned.document.comparison.left.outcome == outcome
    assert not turned.document.dirty


def test_a_file_with_a_version_that_is_none_opens_and_says_so(window, tmp_path):
    file = library().load("a-visa-of-her-own")
    path = tmp_path / "old.yaml"
    write_case(path, file.__class__(case=file.case, setup=file.setup.with_version("left", "soon")))
    assert window.files.read(path)
    assert "soon" in window.message.sentence
    assert window.message.isVisible()
    assert window.document.case == file.case
    assert window.isWindowModified()


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_story_fits_beside_the_columns(window, scale, lang):
    theme.set_text_scale(scale)
    window.document.set_language(lang)
    window.actions_by_id["story"].trigger()
    settle()
    assert window.body.story_open
    assert too_large(window) == []


def test_the_story_takes_the_keys_and_gives_them_back(window, qtbot):
    window.journey.stations[window.document.station].setFocus()
    window.actions_by_id["story"].trigger()
    settle()
    assert window.body.story.text.hasFocus()
    qtbot.keyClick(window.body.story.text, Qt.Key.Key_Escape)
    assert not window.body.story_open
    assert window.journey.stations[window.document.station].hasFocus()


def test_a_chosen_station_puts_the_story_away(window):
    window.actions_by_id["story"].trigger()
    window.document.choose_station("claim")
    assert not window.body.story_open
    assert window.body.questions.isVisible()
