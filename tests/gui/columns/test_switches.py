"""Assumptions and readings as switches: they show what holds, and choosing is an edit like any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.case.library import library
from core.decision.model import Comparison
from gui import theme
from gui.columns.choices import SwitchView, all_switches, switch_views
from gui.columns.switches import SwitchList
from gui.document import Document
from gui.parts.segments import Segments


@pytest.fixture
def river(show):
    """The case that depends on an assumption left open."""
    document = Document(library().load("across-the-detroit-river"))
    return document, show(document)


def view_of(number, **more):
    given = {
        "kind": "assume",
        "id": f"name{number}",
        "question": f"Question {number}?",
        "positions": (("a", "one way"), ("b", "the other way")),
        "holds": "a",
        "chosen": False,
        "status": "assumed, by default",
        "back": "",
        "ground": "not specified",
    }
    return SwitchView(**{**given, **more})


def click(qtbot, switch, position):
    segment = next(s for s in switch.segments.segments() if s.position == position)
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_choosing_a_position_changes_the_outcome_and_can_be_undone(qtbot, river):
    document, panel = river
    [switch] = panel.columns[1].details.switches.switches()
    assert document.comparison.right.outcome == "undetermined"
    click(qtbot, switch, "covered")
    assert document.setup.assumptions == {"waters": "covered"}
    assert document.comparison.right.outcome == "returned"
    assert panel.columns[1].banner.outcome == "returned"
    assert document.undo.count() == 1
    document.undo.undo()
    assert panel.columns[1].banner.outcome == "undetermined"


def test_the_way_back_to_the_default_is_there_once_something_was_chosen(qtbot, river):
    document, panel = river
    switches = panel.columns[1].details.switches
    assert not switches.switches()[0].back.isVisible()
    click(qtbot, switches.switches()[0], "not_covered")
    back = switches.switches()[0].back
    assert back.isVisible()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert document.setup.assumptions == {}


def test_an_open_point_has_no_position_that_holds(river):
    _, panel = river
    [switch] = panel.columns[1].details.switches.switches()
    assert not any(segment.isChecked() for segment in switch.segments.segments())
    assert "left open" in switch.status.text()


def test_a_reading_that_matters_to_both_columns_stands_once_and_sets_both(qtbot, show):
    document = Document(library().load("married-at-seventeen"))
    panel = show(document)
    [switch] = panel.shared.switches()
    assert not panel.columns[0].details.switches.switches()
    click(qtbot, switch, "yes")
    assert document.setup.readings == {"n.minor_married": "yes"}
    assert isinstance(document.comparison, Comparison)
    assert document.comparison.left.outcome != "undetermined"


def test_every_choice_a_decision_rests_on_has_its_switch():
    for entry in library().entries:
        document = Document(library().load(entry.id))
        assert isinstance(document.comparison, Comparison)
        for decision in (document.comparison.left, document.comparison.right):
            keys = {view.key for view in switch_views(decision, document.setup, "en")}
            assert set(decision.depends_on) <= keys


def test_no_switch_stands_on_the_screen_twice():
    for entry in library().entries:
        document = Document(library().load(entry.id))
        assert isinstance(document.comparison, Comparison)
        found = all_switches(document.comparison, document.setup, "en")
        keys = [view.key for views in (found.left, found.right, found.both) for view in views]
        assert len(keys) == len(set(keys))


def test_more_than_two_switches_fold_and_open_by_one_key(qtbot):
    switches = SwitchList()
    qtbot.addWidget(switches)
    switches.show_switches(tuple(view_of(number) for number in range(3)), "en")
    switches.show()
    assert "3 assumptions and readings matter here" in switches.fold.text()
    assert not any(switch.isVisible() for switch in switches.switches())
    switches.fold.setFocus()
    qtbot.keyClick(switches.fold, Qt.Key.Key_Return)
    assert all(switch.isVisible() for switch in switches.switches())


def test_switches_are_reused(qtbot):
    switches = SwitchList()
    qtbot.addWidget(switches)
    switches.show_switches((view_of(1), view_of(2)), "en")
    [first, second] = switches.switches()
    switches.show_switches((view_of(3),), "en")
    assert switches.switches() == [first]
    assert second.isHidden()


def test_arrow_keys_move_between_positions_and_space_chooses(qtbot):
    segments = Segments()
    qtbot.addWidget(segments)
    segments.show_positions((("a", "one"), ("b", "two")), "a", "Which?")
    with qtbot.waitExposed(segments):
        segments.show()
    first, second = segments.segments()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(segments.picked) as picked:
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert picked.args == ["b"]
    assert first.isChecked(), "a click asks; only the document answers"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_positions_stand_under_one_another_where_they_do_not_fit(qtbot, scale):
    theme.set_text_scale(scale)
    segments = Segments()
    qtbot.addWidget(segments)
    words = "hours from the entry, as the French words have it"
    segments.show_positions((("a", words), ("b", words)), None, "Which?")
    segments.show()
    wide, narrow = segments.sizeHint().width(), segments.sizeHint().width() // 3
    segments.resize(wide, segments.heightForWidth(wide))
    first, second = segments.segments()
    assert first.y() == second.y()
    segments.resize(narrow, segments.heightForWidth(narrow))
    assert second.y() > first.geometry().bottom()
    assert second.geometry().bottom() < segments.height()
