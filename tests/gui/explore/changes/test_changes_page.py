"""The page "Smallest changes": whole words, a preview that leaves no trace, one step for a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.case.library import library
from core.decision.compare import compare
from gui.document import Document
from gui.explore.changes.page import ChangesPage


@pytest.fixture
def page(qtbot):
    document = Document(library().load("the-ferry-to-victoria"))
    room = QWidget()
    qtbot.addWidget(room)
    made = ChangesPage(document, room)
    for part in (room, made):
        part.resize(700, 500)
    made.restyle()
    with qtbot.waitExposed(room):
        room.show()
    document.changed.connect(made.refresh)
    made.refresh()
    made.finish()
    yield made
    made.leave()


def shown(page: ChangesPage):
    return [row for row in page.rows if row.isVisible()]


def test_every_change_is_as_high_as_its_words(page, qtbot):
    rows = shown(page)
    assert len(rows) > 3
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
    assert any(row.heightForWidth(row.width()) > row.sizeHint().height() for row in rows)


def test_every_change_turns_the_outcome_as_it_says(page):
    now = page.document.comparison.right.outcome
    for row in shown(page):
        case = row.contrast.case(page.document.case)
        assert compare(case, page.document.setup).right.outcome != now


def test_what_is_looked_at_is_shown_and_leaves_no_trace(page):
    document = page.document
    before, steps = document.comparison, document.undo.count()
    row = shown(page)[0]
    row.looked.emit(row.contrast)
    assert document.shown.right.outcome != before.right.outcome
    row.looked.emit(None)
    assert document.shown is document.comparison is before
    assert document.undo.count() == steps
    assert not document.dirty


def test_a_click_makes_the_change_as_one_step_that_undo_takes_back(page, qtbot):
    document = page.document
    before = document.case
    row = shown(page)[0]
    wanted = row.contrast.case(before)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert document.case == wanted != before
    assert document.undo.count() == 1
    document.undo.undo()
    assert document.case == before


def test_a_locked_class_is_not_changed(page):
    page.lock("chosen", True)
    page.finish()
    assert shown(page)
    assert all("chosen" not in row.accessibleName().split(" · ")[0] for row in shown(page))
