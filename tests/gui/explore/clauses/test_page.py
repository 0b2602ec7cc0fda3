"""The page of clauses: a switch for each, their effect in the open case, and the matrix of the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from core.case.library import library
from core.explore.clauses import case_effects
from core.explore.steps import finish
from core.explore.switches import Switchboard
from core.law.version import find_version
from gui.explore.clauses.table import ID, KIND
from gui.window.language import speak


def kinds(page, row: int) -> list[str]:
    """What the cells of a row show."""
    matrix = page.table.matrix
    columns = range(1, matrix.columnCount() - 1)
    return [matrix.data(matrix.index(row, column), KIND) for column in columns]


def ids(page) -> list[str]:
    """The cases of the rows."""
    matrix = page.table.matrix
    return [matrix.data(matrix.index(row, 0), ID) for row in range(matrix.rowCount())]


def click(qtbot, box) -> None:
    """Tick or untick a box."""
    box.click()
    qtbot.wait(0)


def shown(page) -> list[str]:
    """The names of the switches on the screen."""
    return [row.name for row in page.rows if not row.isHidden()]


def test_every_clause_and_assumption_of_the_proposal_has_a_switch(page) -> None:
    names = ["transfer", "exceptions", "assume:transfer", "assume:waters", "assume:exceptions"]
    assert shown(page) == names
    assert [row.box.isChecked() for row in page.rows[:5]] == [True] * 5
    assert page.rows[0].after.text().startswith("+ Someone who crossed")
    assert "whoever the case says was" in page.rows[2].where.text()


def test_a_switch_names_another_version_and_can_be_undone(qtbot, page, document) -> None:
    click(qtbot, page.rows[1].box)
    assert document.setup.right == "port_transfer_2019-without-exceptions"
    assert not page.rows[1].box.isChecked()
    assert document.comparison.right.version.off == ("exceptions",)
    click(qtbot, page.rows[3].box)
    assert document.setup.right == "port_transfer_2019-without-exceptions,assume:waters"
    document.undo.undo()
    document.undo.undo()
    assert document.setup.right == "port_transfer_2019"
    assert page.rows[1].box.isChecked()


def test_all_on_brings_the_whole_proposal_back(qtbot, page, document) -> None:
    assert page.all_on.isHidden()
    click(qtbot, page.rows[0].box)
    click(qtbot, page.rows[2].box)
    page.all_on.click()
    assert document.setup.right == "port_transfer_2019"


def test_the_proposal_of_the_left_column_is_switched_where_only_that_is_one(
    qtbot, page, document
) -> None:
    document.set_versions("evidence_2019+suspended", "2018-05-01")
    assert shown(page)[0] == "scope"
    click(qtbot, page.rows[0].box)
    assert document.setup.left == "evidence_2019-without-scope+suspended"
    assert document.setup.right == "2018-05-01"


def test_without_a_proposal_the_page_says_what_to_do(page, document) -> None:
    document.set_versions("2018-05-01", "2023-04-01")
    assert page.title.text() == "Neither column is a proposal"
    assert shown(page) == []
    assert page.table.isHidden()
    assert page.table.matrix.rowCount() == 0
    assert isinstance(page.build_button, QPushButton)
    assert page.build_button.isEnabled()


def test_the_open_case_and_the_library_show_what_each_clause_does(page, document) -> None:
    page.finish()
    board = Switchboard(find_version("port_transfer_2019"))
    found = finish(case_effects(board, document.case, document.setup))
    assert kinds(page, 0) == [effect.kind for effect in found.effects]
    assert ids(page)[0] == ""
    assert ids(page)[1:] == [name for name in library().ids() if name in ids(page)]
    road = finish(case_effects(board, library().load("an-empty-road").case, document.setup))
    assert kinds(page, ids(page).index("an-empty-road")) == [effect.kind for effect in road.effects]
    into = [n for n in library().ids() if library().load(n).case.get("journey.into") == "ca"]
    assert len(ids(page)) - 1 + page.table.matrix.idle == len(into)
    assert page.progress.text().endswith("no clause changes anything.")


def test_a_cell_says_in_words_what_its_shape_means(page) -> None:
    page.finish()
    matrix = page.table.matrix
    for column in range(1, matrix.columnCount() - 1):
        index = matrix.index(0, column)
        tip = matrix.data(index, Qt.ItemDataRole.ToolTipRole)
        assert tip == matrix.data(index, Qt.ItemDataRole.AccessibleTextRole)
        assert len(tip.splitlines()) >= 4
    assert "only together with others" in matrix.data(
        matrix.index(0, 2), Qt.ItemDataRole.ToolTipRole
    )


def test_a_search_tells_how_far_it_is_and_an_edit_of_the_case_does_not_begin_it_anew(
    qtbot, page, document
) -> None:
    assert page.progress.text().startswith("Library: ")
    page.finish()
    rows = page.table.matrix.rowCount()
    document.set_fact("claimant.stateless", value=True)
    assert page.table.matrix.rowCount() == rows
    assert not page._there.busy


def test_another_position_on_an_assumption_begins_the_library_anew(page, document) -> None:
    page.finish()
    before = [kinds(page, row) for row in range(page.table.matrix.rowCount())]
    document.set_assumption("transfer", "everyone")
    page.finish()
    assert [kinds(page, row) for row in range(page.table.matrix.rowCount())] != before


def test_a_page_out_of_sight_stops_and_begins_again_when_it_is_seen(in_window, window) -> None:
    window.body.show_explore("glance")
    assert not in_window._there.busy
    window.body.show_explore("clauses")
    in_window.finish()
    assert in_window.table.matrix.rowCount() > 10


def test_opening_a_case_asks_before_work_is_lost(in_window, window, person) -> None:
    in_window.finish()
    row = ids(in_window).index("an-empty-road")
    in_window.table.clicked.emit(in_window.table.matrix.index(row, 2))
    assert person.asked == []
    in_window.table.clicked.emit(in_window.table.matrix.index(row, 0))
    assert len(person.asked) == 1
    assert window.document.library_id == "a-sister-in-laval"
    person.leaves = "discard"
    in_window.table.clicked.emit(in_window.table.matrix.index(row, 0))
    assert window.document.library_id == "an-empty-road"


def test_the_key_of_a_row_opens_its_case(qtbot, in_window, window, person) -> None:
    in_window.finish()
    person.leaves = "discard"
    in_window.table.setCurrentIndex(
        in_window.table.matrix.index(ids(in_window).index("an-empty-road"), 3)
    )
    qtbot.keyClick(in_window.table, Qt.Key.Key_Return)
    assert window.document.library_id == "an-empty-road"


def test_the_page_speaks_french(page, document) -> None:
    page.finish()
    speak("fr")
    document.set_language("fr")
    matrix = page.table.matrix
    assert page.rows[0].box.text() == "a   Conduite à un point d'entrée"
    assert matrix.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Cas"
    titles = {entry.id: entry.title["fr"] for entry in library().entries}
    assert [matrix.data(matrix.index(row, 0), Qt.ItemDataRole.DisplayRole) for row in (1, 2)] == [
        titles[name] for name in ids(page)[1:3]
    ]
