"""The main flow without a mouse, and what an edit may not do to the widgets."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from core.case.catalogue import catalogue
from core.case.library import library
from gui.pictures import settle


def press(keys: str) -> None:
    """Press a chord on whatever has the focus."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keySequence(target, QKeySequence(keys))
    settle()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def kinds(root: QWidget) -> Counter[str]:
    return Counter(type(widget).__name__ for widget in root.findChildren(QWidget))


@pytest.fixture
def active(window):
    window.activateWindow()
    window.body.questions.setFocus()
    settle()
    return window


def test_a_station_is_chosen_and_a_fact_is_stated_by_keyboard_alone(active):
    press("Alt+1")
    assert active.document.station == "origin"
    [age] = [
        field
        for field in active.body.questions.findChildren(QLineEdit)
        if field.isVisible() and field.text() == "34"
    ]
    for _ in range(60):
        if focus() is age:
            break
        press("Tab")
    assert focus() is age
    press("Ctrl+A")
    QTest.keyClicks(age, "17")
    settle()
    assert active.document.case.get("claimant.age") == 17
    assert focus() is age


def test_undo_in_a_text_field_undoes_the_case(active):
    test_a_station_is_chosen_and_a_fact_is_stated_by_keyboard_alone(active)
    press("Ctrl+Z")
    assert active.document.case.get("claimant.age") == 34
    assert focus().property("text") == "34"
    press("Ctrl+Shift+Z")
    assert active.document.case.get("claimant.age") == 17


def test_f6_goes_round_the_parts_of_the_window(active):
    seen = []
    for _ in range(4):
        press("F6")
        parts = {
            "journey": active.journey,
            "questions": active.body.questions,
            "columns": active.body.columns,
            "header": active.header,
        }
        seen += [name for name, part in parts.items() if part.isAncestorOf(focus())]
    assert sorted(seen) == ["columns", "header", "journey", "questions"]


def test_a_case_is_opened_from_the_next_one_by_key(active):
    press("Ctrl+PgDown")
    assert active.document.library_id == library().ids()[1]
    press("Ctrl+PgUp")
    assert active.document.library_id == library().ids()[0]


def test_the_text_grows_and_shrinks_by_key(active):
    size = active.font().pointSizeF()
    press("Ctrl++")
    assert active.font().pointSizeF() > size
    press("Ctrl+0")
    assert active.font().pointSizeF() == size


def test_none_of_the_rest_is_one_key_and_one_step(active):
    active.actions_by_id["new"].trigger()
    press("F8")
    assert active.document.undo.count() == 1
    assert len(active.document.case.data) > 1
    press("Ctrl+Z")
    assert active.document.case.data == {"journey": {"into": "ca"}}


def edit_to_and_fro(window) -> None:
    """Edit facts, lists and versions, and come back to the case as it was."""
    document = window.document
    for age in (8, 17, None, 34):
        document.set_fact("claimant.age", age)
        settle()
    document.set_fact("claimant.stateless", None)
    document.set_complete("relatives", None)
    document.set_version("left", "2023-04-01")
    settle()
    document.set_version("left", "2018-05-01")
    document.set_complete("relatives", "all")
    document.set_fact("claimant.stateless", False)
    settle()


def test_an_edit_makes_no_widget_and_removes_none(window):
    for station in catalogue().stations:
        window.document.choose_station(station.id)
        settle()
        edit_to_and_fro(window)
        before, widgets = kinds(window), set(window.findChildren(QWidget))
        edit_to_and_fro(window)
        assert kinds(window) == before, station.id
        assert set(window.findChildren(QWidget)) == widgets, station.id


def test_another_language_makes_no_widget_and_removes_none(window):
    window.document.set_language("fr")
    settle()
    before = kinds(window)
    for lang in ("en", "fr"):
        window.document.set_language(lang)
        settle()
    assert kinds(window) == before
