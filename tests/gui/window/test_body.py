"""How many panes stand side by side, and what an opened provision does to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui import theme
from gui.pictures import settle
from gui.window.body import COLUMNS, PROVISION, QUESTIONS
from gui.window.settings import load_settings


def shown(window) -> set[str]:
    body = window.body
    panels = {"questions": body.questions, "provision": body.provision, "columns": body.columns}
    return {name for name, panel in panels.items() if panel.isVisible()}


def open_first(window) -> None:
    window.document.choose_provision(window.document.comparison.rows[0].provision.id)
    settle()


def test_at_the_usual_size_questions_and_columns_stand_side_by_side(window):
    assert shown(window) == {"questions", "columns"}
    assert not window.body.tabs.isVisible()
    assert not window.body.strip.isVisible()


def test_an_opened_provision_takes_the_place_of_the_questions_and_the_columns_stay(window):
    before = window.body.columns.mapTo(window, window.body.columns.rect().topLeft())
    size = window.body.columns.size()
    open_first(window)
    assert shown(window) == {"provision", "columns"}
    assert window.body.columns.mapTo(window, window.body.columns.rect().topLeft()) == before
    assert window.body.columns.size() == size


def test_where_there_is_room_all_three_stand_side_by_side(window):
    window.resize(2000, 1000)
    settle()
    open_first(window)
    assert shown(window) == {"questions", "provision", "columns"}


def test_with_large_text_the_panes_are_tabs_and_the_outcomes_stay(window):
    theme.set_text_scale(2.0)
    settle()
    assert shown(window) == {"columns"}
    assert window.body.tabs.isVisible()
    window.body.tabs.setCurrentIndex(QUESTIONS)
    assert shown(window) == {"questions"}
    assert window.body.strip.isVisible()
    assert window.body.strip.left.words
    assert window.body.strip.right.words


def test_the_strip_follows_an_edit(window):
    theme.set_text_scale(2.0)
    window.body.tabs.setCurrentIndex(QUESTIONS)
    before = window.body.strip.accessibleName()
    window.actions_by_id["new"].trigger()
    assert window.body.strip.accessibleName() != before


def test_the_tab_of_a_provision_is_there_only_while_one_is_open(window):
    theme.set_text_scale(2.0)
    tabs = window.body.tabs
    assert not tabs.isTabVisible(PROVISION)
    open_first(window)
    assert tabs.isTabVisible(PROVISION)
    assert tabs.currentIndex() == PROVISION
    window.actions_by_id["close_provision"].trigger()
    assert not tabs.isTabVisible(PROVISION)
    assert tabs.currentIndex() == COLUMNS


def test_escape_closes_a_provision_and_gives_the_focus_back(window, qtbot):
    opener = window.body.columns.rows.findChildren(type(window.body.columns.rows._shown[0]))[0]
    opener.setFocus()
    qtbot.waitUntil(opener.hasFocus)
    open_first(window)
    assert not opener.hasFocus()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    settle()
    assert shown(window) == {"questions", "columns"}
    assert opener.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_choosing_a_station_brings_its_questions_to_the_front(window, scale):
    theme.set_text_scale(scale)
    open_first(window)
    window.document.choose_station("crossing")
    settle()
    assert "questions" in shown(window)


def test_a_language_rewords_tabs_and_menus_and_keeps_the_case(window):
    file, station = window.document.file, window.document.station
    window.document.set_fact("claimant.age", 12)
    english = [action.text() for action in window.menuBar().actions()]
    count = window.document.undo.count()
    window.actions_by_id["french"].trigger()
    french = [action.text() for action in window.menuBar().actions()]
    assert all(one != other for one, other in zip(english, french, strict=True))
    assert window.document.undo.count() == count
    assert window.document.station == station
    assert window.document.file.setup == file.setup
    assert window.document.case.get("claimant.age") == 12


def test_the_width_that_a_person_gives_to_the_left_part_is_remembered(window, qtbot):
    window.body.split.moveSplitter(450, COLUMNS)
    settle()
    assert window.body.questions.width() > 420
    open_first(window)
    assert window.body._cards[PROVISION].width() == window.body.left
    window.close()
    assert load_settings().left == window.body.left > 420
