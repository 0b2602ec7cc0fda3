"""Answers by keyboard and mouse: each reaches the case, and the case reaches the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

# The list that opens while a country is typed asks the platform to raise it.
pytestmark = pytest.mark.qt_log_ignore(
    "^This plugin does not support (raise|grabbing)", extend=True
)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def segment(row, text):
    return next(b for b in row.editor.segments.buttons if b.text() == text)


def type_into(qtbot, line, text):
    line.setFocus()
    qtbot.keyClicks(line, text)


def test_a_click_on_yes_states_yes(qtbot, document, row):
    stateless = row("claimant.stateless")
    click(qtbot, segment(stateless, "Yes"))
    assert document.case.get("claimant.stateless") is True
    assert stateless.stated.text() == "stated"


def test_a_click_on_unknown_takes_an_answer_back(qtbot, document, row):
    document.set_fact("claimant.stateless", True)
    click(qtbot, segment(row("claimant.stateless"), "Unknown"))
    assert document.case.get("claimant.stateless") is None


@pytest.mark.parametrize(("key", "value"), [("y", True), ("n", False), ("u", None)])
def test_a_letter_answers_where_the_keyboard_is(qtbot, document, row, key, value):
    document.set_fact("claimant.stateless", not value)
    buttons = row("claimant.stateless").editor.segments
    buttons.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), key)
    assert document.case.get("claimant.stateless") is value
    assert buttons.isAncestorOf(QApplication.focusWidget())


def test_the_arrows_move_an_answer(qtbot, document, row):
    document.set_fact("claimant.stateless", True)
    row("claimant.stateless").editor.segments.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert document.case.get("claimant.stateless") is False


def test_what_is_to_be_proved_can_be_not_shown(qtbot, document, row):
    document.choose_station("crossing")
    document.add_item("entries", {"place": "between_land"})
    [entry] = document.case.items("entries")
    shown = row(f"entries[{entry}].shown")
    assert [b.text() for b in shown.editor.segments.buttons] == ["Shown", "Not shown", "Unknown"]
    click(qtbot, segment(shown, "Not shown"))
    assert document.case.get(f"entries[{entry}].shown") is False


def test_every_letter_of_a_number_reaches_the_case(qtbot, document, row):
    line = row("claimant.age").editor.line
    type_into(qtbot, line, "1")
    assert document.case.get("claimant.age") == 1
    qtbot.keyClicks(line, "7")
    assert document.case.get("claimant.age") == 17
    document.undo.undo()
    assert document.case.get("claimant.age") is None
    assert line.text() == ""


def test_the_arrows_count_a_number_within_its_bounds(qtbot, document, row):
    document.set_fact("claimant.age", 119)
    line = row("claimant.age").editor.line
    for _ in range(3):
        qtbot.keyClick(line, Qt.Key.Key_Up)
    assert document.case.get("claimant.age") == 120
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert (document.case.get("claimant.age"), line.text()) == (119, "119")


def test_a_number_out_of_bounds_stays_as_typed_and_is_explained(qtbot, document, row):
    age = row("claimant.age")
    type_into(qtbot, age.editor.line, "170")
    assert age.editor.line.text() == "170"
    assert age.warning.isVisible()
    assert "170" in age.warning.text()
    assert "from 0 to 120" in age.warning.text()
    assert document.case.get("claimant.age") == 17


def test_escape_brings_back_what_the_case_says(qtbot, document, row):
    age = row("claimant.age")
    type_into(qtbot, age.editor.line, "170")
    qtbot.keyClick(age.editor.line, Qt.Key.Key_Escape)
    assert age.editor.line.text() == "17"
    assert not age.warning.isVisible()


def test_letters_in_a_number_are_refused_and_the_case_stays(qtbot, document, row):
    age = row("claimant.age")
    type_into(qtbot, age.editor.line, "old")
    assert age.editor.line.text() == "old"
    assert "whole number" in age.warning.text()
    assert document.case.get("claimant.age") is None


def test_an_edit_elsewhere_leaves_a_refused_text_alone(qtbot, document, row):
    age = row("claimant.age")
    type_into(qtbot, age.editor.line, "old")
    document.set_fact("claimant.stateless", True)
    assert age.editor.line.text() == "old"
    assert age.warning.isVisible()


@pytest.mark.parametrize("text", ["2018", "2018-05", "2018-05-01"])
def test_a_date_may_be_a_year_a_month_or_a_day(qtbot, document, row, text):
    born = row("claimant.birth_date")
    type_into(qtbot, born.editor.line, text)
    assert document.case.get("claimant.birth_date") == text
    assert not born.warning.isVisible()


def test_a_date_on_its_way_is_judged_only_when_it_is_left(qtbot, document, row):
    born = row("claimant.birth_date")
    type_into(qtbot, born.editor.line, "2018-0")
    assert not born.warning.isVisible()
    qtbot.keyClick(born.editor.line, Qt.Key.Key_Return)
    assert born.editor.line.text() == "2018-0"
    assert "2018-05-01" in born.warning.text()
    assert document.case.get("claimant.birth_date") == "2018"


def test_a_day_that_does_not_exist_is_refused(qtbot, document, row):
    born = row("claimant.birth_date")
    type_into(qtbot, born.editor.line, "2018-02-30")
    assert born.warning.isVisible()
    assert document.case.get("claimant.birth_date") == "2018-02"


def test_the_calendar_writes_a_day(qtbot, document, row):
    born = row("claimant.birth_date")
    type_into(qtbot, born.editor.line, "2018-05")
    qtbot.keyClick(born.editor.line, Qt.Key.Key_Down)
    popup = born.editor._popup
    assert popup.isVisible()
    assert (popup.calendar.yearShown(), popup.calendar.monthShown()) == (2018, 5)
    qtbot.keyClick(popup.calendar.focusProxy(), Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert document.case.get("claimant.birth_date") == "2018-05-01"


@pytest.mark.parametrize(("text", "code"), [("nigeria", "NG"), ("ETATS-UNIS", "US")])
def test_a_country_is_found_without_its_accents(qtbot, document, row, text, code):
    document.set_language("fr")
    line = row("claimant.habitual_residence").editor.line
    type_into(qtbot, line, text)
    assert document.case.get("claimant.habitual_residence") == code


def test_a_country_that_does_not_exist_is_refused_when_it_is_left(qtbot, document, row):
    home = row("claimant.habitual_residence")
    type_into(qtbot, home.editor.line, "Atlantis")
    assert not home.warning.isVisible()
    qtbot.keyClick(home.editor.line, Qt.Key.Key_Return)
    assert "Atlantis" in home.warning.text()
    assert document.case.get("claimant.habitual_residence") is None


def test_countries_become_chips_that_a_click_removes(qtbot, document, row):
    editor = row("claimant.nationalities").editor
    for name in ("Nigeria", "Canada"):
        type_into(qtbot, editor.line, name)
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert document.case.get("claimant.nationalities") == ["NG", "CA"]
    assert editor.line.text() == ""
    chip = editor._chips[0]
    assert chip.accessibleName() == "Remove Nigeria"
    click(qtbot, chip)
    assert document.case.get("claimant.nationalities") == ["CA"]


def test_an_empty_list_that_is_complete_says_there_is_none(qtbot, document, row):
    closing = row("claimant.nationalities").editor.closing
    assert closing.segments.buttons[0].text() == "There is none"
    click(qtbot, closing.segments.buttons[0])
    assert document.case.complete("claimant.nationalities") == "all"
    document.set_fact("claimant.nationalities", ["NG"])
    assert closing.segments.buttons[0].text() == "Nothing is missing"


def test_a_choice_among_many_is_made_by_keyboard_and_forgotten_by_delete(qtbot, document, row):
    document.choose_station("crossing")
    document.add_item("entries", {"place": "airport"})
    [entry] = document.case.items("entries")
    path = f"entries[{entry}].place"
    combo = row(path).editor.combo
    assert combo.currentText() == "At an airport"
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert document.case.get(path) == "coast"
    qtbot.keyClick(combo, Qt.Key.Key_Delete)
    assert document.case.get(path) is None
    assert combo.currentText() == "Unknown"


def test_several_choices_are_ticked(qtbot, document, row):
    document.choose_station("route")
    ticks = row("route.presence_shown_by").editor.ticks
    click(qtbot, ticks["visa"])
    ticks["biometrics"].setFocus()
    qtbot.keyClick(ticks["biometrics"], Qt.Key.Key_Space)
    assert document.case.get("route.presence_shown_by") == ["biometrics", "visa"]
    click(qtbot, ticks["visa"])
    assert document.case.get("route.presence_shown_by") == ["biometrics"]


def test_control_u_makes_the_answer_unknown_where_the_keyboard_is(qtbot, document, panel, row):
    document.set_fact("claimant.stateless", True)
    row("claimant.stateless").editor.segments.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert document.case.get("claimant.stateless") is None


def test_a_value_that_follows_from_others_says_so_and_can_be_stated(qtbot, document, row):
    document.choose_station("crossing")
    document.add_item("entries", {"place": "airport"})
    [entry] = document.case.items("entries")
    at_port = row(f"entries[{entry}].at_port")
    yes = segment(at_port, "Yes")
    assert yes.isChecked()
    assert yes.derived
    assert at_port.origin.text().startswith("derived")
    click(qtbot, yes)
    assert document.case.get(f"entries[{entry}].at_port") is True
    assert not yes.derived


def test_undo_brings_the_editor_back(qtbot, document, row):
    stateless = row("claimant.stateless")
    click(qtbot, segment(stateless, "No"))
    document.undo.undo()
    assert segment(stateless, "Unknown").isChecked()
    document.undo.redo()
    assert segment(stateless, "No").isChecked()


def test_the_wheel_over_a_combo_box_changes_nothing(qtbot, document, row):
    document.choose_station("crossing")
    document.add_item("entries", {"place": "airport"})
    [entry] = document.case.items("entries")
    combo = row(f"entries[{entry}].place").editor.combo
    event = wheel(combo)
    QApplication.sendEvent(combo, event)
    assert not event.isAccepted()
    assert document.case.get(f"entries[{entry}].place") == "airport"


def wheel(widget):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(widget.rect().center())
    return QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
