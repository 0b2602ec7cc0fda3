"""The version pickers: choose, type, be told what is wrong, and keep what was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


@pytest.fixture
def right(panel):
    return panel.columns[1]


def typed(qtbot, picker, text, key=Qt.Key.Key_Return):
    picker.edit.setFocus()
    picker.edit.selectAll()
    qtbot.keyClicks(picker.edit, text)
    qtbot.keyClick(picker.edit, key)


def test_a_version_chosen_from_the_menu_is_compared_and_can_be_undone(document, right):
    combo = right.picker.combo
    combo.activated.emit(combo.findData("2023-04-01"))
    assert document.comparison.right.version.name == "ca:2023-04-01"
    assert right.picker.edit.text() == "Law of 1 April 2023"
    document.undo.undo()
    assert document.setup.right == "whole_border_2018"
    assert right.picker.edit.text() == "Proposal: whole border, 2018"


def test_a_day_can_be_typed(qtbot, document, right):
    typed(qtbot, right.picker, "2019-06-21")
    assert document.setup.right == "2019-06-21"
    assert right.picker.edit.text().split() == ["Law", "of", "21", "June", "2019"]
    assert not right.error.isVisible()


def test_part_of_a_title_that_fits_one_version_will_do(qtbot, document, right):
    typed(qtbot, right.picker, "1 April 2023")
    assert document.setup.right == "2023-04-01"


def test_what_is_no_version_is_told_in_a_sentence_and_the_old_one_stays(qtbot, document, right):
    outcome = document.comparison.right.outcome
    typed(qtbot, right.picker, "the day after")
    assert right.error.isVisible()
    assert "the day after" in right.error.text()
    assert document.setup.right == "whole_border_2018"
    assert document.comparison.right.outcome == outcome
    assert document.undo.count() == 0


def test_escape_puts_the_version_back_and_the_sentence_away(qtbot, right):
    typed(qtbot, right.picker, "the day after")
    qtbot.keyClick(right.picker.edit, Qt.Key.Key_Escape)
    assert right.picker.edit.text() == "Proposal: whole border, 2018"
    assert not right.error.isVisible()


def test_leaving_the_field_puts_the_version_back(qtbot, panel, right):
    typed(qtbot, right.picker, "the day after")
    panel.columns[0].picker.combo.setFocus()
    assert right.picker.edit.text() == "Proposal: whole border, 2018"
    assert not right.error.isVisible()


def test_another_date_empties_the_field_and_asks_for_one(document, right):
    combo = right.picker.combo
    combo.activated.emit(combo.count() - 1)
    assert right.picker.edit.text() == ""
    assert "2019-06-21" in right.picker.edit.placeholderText()
    assert document.undo.count() == 0


def test_the_letter_of_the_label_leads_to_the_field(right):
    assert right.picker.label.text() == "&Right:"
    assert right.picker.label.buddy() is right.picker.combo
    assert isinstance(right.picker.combo.focusProxy() or right.picker.combo.lineEdit(), QLineEdit)


def test_a_title_too_long_for_its_field_is_told_in_full_below(show, document):
    panel = show(document, 420, 600)
    column = panel.columns[1]
    assert not column.picker.shows_all()
    assert column.picker.title() in column.line.text()
