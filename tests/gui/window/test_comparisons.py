"""The menu of comparisons: both versions in one step, ticked while they hold, undone in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from core.law.load import law
from core.law.version import find_version
from gui import theme
from gui.pictures import settle
from tests.gui.window.fitting import too_large

PAIRS = law().pairs


def action(window, pair):
    return window.actions_by_id[f"compare_{pair.id}"]


def ticked(window):
    return [pair.id for pair in PAIRS if action(window, pair).isChecked()]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_a_comparison_sets_both_versions_in_one_step(window, pair):
    window.document.set_version("left", "2019-06-21")
    steps = window.document.undo.count()
    before = window.document.setup
    action(window, pair).trigger()
    assert (window.document.setup.left, window.document.setup.right) == (pair.left, pair.right)
    into = window.document.case.get("journey.into")
    assert window.document.comparison.left.version == find_version(pair.left, into)
    assert window.document.undo.count() == steps + 1
    window.document.undo.undo()
    assert window.document.setup == before


def test_the_menu_ticks_the_comparison_that_holds_and_none_where_none_does(window):
    first, second = PAIRS[:2]
    action(window, first).trigger()
    assert ticked(window) == [first.id]
    action(window, second).trigger()
    assert ticked(window) == [second.id]
    action(window, second).trigger()
    assert ticked(window) == [second.id]
    window.document.set_version("left", "2019-06-21")
    assert ticked(window) == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_comparison_says_in_a_tip_what_it_shows(window, lang):
    window.document.set_language(lang)
    menu = window.findChild(QMenu, "menu_comparisons")
    assert menu.toolTipsVisible()
    for pair in PAIRS:
        assert action(window, pair).text().endswith(pair.title[lang])
        assert action(window, pair).toolTip().startswith(pair.note[lang])


def test_any_two_dates_leads_to_the_field_of_the_left_version(window, qtbot):
    theme.set_text_scale(2.0)
    window.body.show_questions()
    window.actions_by_id["any_dates"].trigger()
    settle()
    edit = window.body.columns.columns[0].picker.edit
    assert edit.text() == ""
    assert edit.hasFocus() or window.focusWidget() in (edit, edit.parentWidget())
    qtbot.keyClicks(edit, "2019-06-21")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert window.document.setup.left == "2019-06-21"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_comparison_fits(window, scale, lang):
    theme.set_text_scale(scale)
    window.document.set_language(lang)
    for pair in PAIRS:
        action(window, pair).trigger()
        window.body.columns.columns[0].follows.click()
        settle()
        assert too_large(window) == [], pair.id
