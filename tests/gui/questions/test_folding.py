"""What is settled folds away and stays editable; nothing moves under a person's hands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from core.decision.relevance import open_questions
from gui.questions.row import FactRow
from tests.gui.questions.conftest import keyboard


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def settled(panel) -> set[str]:
    return {row.path for row in panel.page().rows.rows if row.settled}


def case_that_is_settled(document) -> None:
    """A U.S. citizen: no other answer about the claimant matters."""
    document.set_fact("claimant.nationalities", ["US"])
    document.set_complete("claimant.nationalities", "all")


def test_exactly_what_no_answer_changes_folds_away(document, panel):
    for station in ("origin", "route", "claim", "history"):
        document.choose_station(station)
        rows = [row for row in panel.page().rows.rows if row.fact.cls != "granted"]
        matter = open_questions(document.comparison)
        for row in rows:
            known = row.path in matter or any(path.startswith(f"{row.path}[") for path in matter)
            assert row.settled is not (known or row.answered(panel.page().rows._moment)), row.path


def test_the_fold_counts_what_it_hides_and_shows_it_on_a_click(qtbot, document, panel):
    case_that_is_settled(document)
    document.choose_station("route")
    rows = panel.page().rows
    hidden = [row for row in rows.rows if row.settled and row.isHidden()]
    shown = [row for row in rows.rows if row.settled and row.applies(rows._moment)]
    assert hidden
    assert rows.settled.text().startswith(str(len(shown)))
    click(qtbot, rows.settled)
    assert all(row.isVisible() for row in shown)
    qtbot.keyClick(rows.settled, Qt.Key.Key_Space)
    assert all(row.isHidden() for row in shown)


def test_a_settled_question_can_still_be_answered_and_then_stays(qtbot, document, panel):
    case_that_is_settled(document)
    document.choose_station("route")
    rows = panel.page().rows
    click(qtbot, rows.settled)
    row = next(r for r in rows.rows if r.path == "route.ordered_removed")
    click(qtbot, row.editor.segments.buttons[0])
    assert document.case.get("route.ordered_removed") is True
    rows.settled.setFocus()
    rows.settled.setChecked(False)
    panel.refresh()
    assert row.isVisible()


def test_answered_questions_stay_in_the_order_of_the_catalogue(document, panel):
    document.set_fact("claimant.age", 40)
    document.set_fact("claimant.stateless", False)
    shown = [row for row in panel.page().rows.rows if row.isVisible()]
    tops = [row.mapTo(panel, QPoint(0, 0)).y() for row in shown]
    assert tops == sorted(tops)
    assert {"claimant.age", "claimant.stateless"} <= {row.path for row in shown}


def test_a_question_that_does_not_apply_is_not_there(document, panel):
    document.choose_station("history")
    panel.page().rows.settled.setChecked(True)
    row = next(r for r in panel.page().rows.rows if r.path == "history.returnable_there")
    document.set_fact("history.recognised_elsewhere", False)
    assert row.isHidden()
    document.set_fact("history.recognised_elsewhere", True)
    assert not row.isHidden()


def test_favours_stand_in_a_group_of_their_own(qtbot, document, panel):
    document.choose_station("history")
    rows = panel.page().rows
    favours = [row for row in rows.rows if row.fact.cls == "granted"]
    assert rows.granted.text() == "Discretionary: counts only if granted"
    assert favours
    assert all(row.isHidden() for row in favours)
    click(qtbot, rows.granted)
    assert all(row.isVisible() for row in favours)


def test_the_row_with_the_keyboard_folds_only_after_it_is_left(qtbot, document, panel):
    page = panel.page()
    row = next(r for r in page.rows.rows if r.path == "claimant.stateless")
    document.set_fact("claimant.stateless", False)
    row.editor.segments.setFocus()
    here = keyboard()
    case_that_is_settled(document)
    document.set_fact("claimant.stateless", None)
    assert row.isVisible()
    assert row.isAncestorOf(keyboard())
    assert here.window() is panel.window()


def test_an_edit_moves_neither_the_keyboard_nor_what_is_on_the_screen(qtbot, document, panel):
    panel.resize(420, 360)
    page = panel.page()
    page.rows.settled.setChecked(True)
    QCoreApplication.processEvents()
    line = next(r for r in page.rows.rows if r.path == "claimant.age").editor.line
    line.setFocus()
    QCoreApplication.processEvents()
    before = line.mapTo(panel, QPoint(0, 0))
    case_that_is_settled(document)
    assert line.hasFocus()
    QCoreApplication.processEvents()
    assert line.mapTo(panel, QPoint(0, 0)) == before


def test_no_row_is_made_anew_by_an_edit_or_a_language(document, panel):
    def rows():
        return {id(row) for row in panel.page().findChildren(FactRow)}

    before = rows()
    case_that_is_settled(document)
    document.set_language("fr")
    document.undo.undo()
    assert rows() == before


def test_tab_goes_down_the_page(qtbot, document, panel):
    case_that_is_settled(document)
    document.set_fact("claimant.age", 40)
    page = panel.page()
    page.rows.settled.setChecked(True)
    page.rows.rows[0].editor.segments.setFocus()
    tops = []
    while True:
        at = keyboard()
        if not page.isAncestorOf(at):
            break
        tops.append(at.mapTo(page.widget(), QPoint(0, 0)).y())
        qtbot.keyClick(at, Qt.Key.Key_Tab)
        assert keyboard() is not at
    assert len(tops) > 10
    assert tops == sorted(tops)
    assert keyboard() is panel.rest


def test_the_page_scrolls_with_the_keyboard(qtbot, document, panel):
    panel.resize(420, 360)
    page = panel.page()
    page.rows.settled.setChecked(True)
    QCoreApplication.processEvents()
    last = [row for row in page.rows.rows if row.isVisible()][-1]
    last.editor.buddy().setFocus()
    QCoreApplication.processEvents()
    assert page.verticalScrollBar().value() > 0
    at = keyboard()
    top = at.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= page.viewport().height() - at.height()
