"""The page "Why not": two columns of sentences whose facts and citations lead somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.case.library import library
from core.explore.whynot import why_not
from core.report.whynot import sentence
from gui import theme
from gui.document import Document
from gui.explore.slices import Slices
from gui.explore.whynot.row import NOWHERE
from gui.questions.row import FactRow
from gui.window.settings import Settings
from gui.window.window import MainWindow

CITIZEN, CHAPEAU = "ca.irpr.159.5(a)", "ca.irpr.159.5"
TAKEN_BACK = "ca.irpr.159.4(1)(a)"


def rest(window):
    """Let searches and layouts come to an end."""
    for search in window.findChildren(Slices):
        search.finish()
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture(scope="module")
def seen(qapp):
    """A window that is looked at and left as it is."""
    made = MainWindow(Document(library().load("an-empty-road")), Settings())
    made.files.may_leave = lambda: True  # type: ignore[method-assign]
    made.resize(1440, 960)
    made.show()
    made.body.show_explore("whynot")
    rest(made)
    yield made, made.body.explore.page("whynot")
    made.hide()
    made.deleteLater()


def opened(qtbot, case="an-empty-road", size=(1440, 960)):
    made = MainWindow(Document(library().load(case)), Settings())
    made.files.may_leave = lambda: True  # type: ignore[method-assign]
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitExposed(made):
        made.show()
    made.body.show_explore("whynot")
    rest(made)
    return made, made.body.explore.page("whynot")


def reveal(page, row):
    page._reveal(row)
    QApplication.processEvents()


def test_every_row_of_the_table_is_there_in_its_order_with_its_sentences(seen):
    window, page = seen
    comparison = window.document.comparison
    table = why_not(comparison)
    assert [row.view.key for row in page.rows.rows()] == [row.provision.id for row in table]
    for row, told in zip(page.rows.rows(), table, strict=True):
        for cell, status, side in (
            (row.view.left, told.left, comparison.left),
            (row.view.right, told.right, comparison.right),
        ):
            assert cell.sentence == sentence(status, side, "en").text


def test_a_row_is_named_with_both_sides_and_their_sentences(seen):
    _, page = seen
    name = page.rows.row(CITIZEN).accessibleName()
    assert "Left: Relative who is a citizen (IRPR 159.5(a)). Not reached because:" in name
    assert "Right: Relative who is a citizen (IRPR 159.5(a)). Fails because: Cousin:" in name
    assert "parts here" not in name
    assert page.rows.row(TAKEN_BACK).accessibleName().startswith("◆ The versions part here.")


def test_everything_that_has_keys_has_a_name(seen):
    _, page = seen
    for row in page.rows.rows():
        assert row.accessibleName()
        for button in row.cites:
            assert button.isHidden() or button.accessibleName()
    for segment in page.filter.segments():
        assert segment.accessibleName()


def test_both_cells_of_a_row_begin_at_one_height_and_nothing_sticks_out(qtbot):
    for case, size in (
        ("an-empty-road", (1280, 800)),
        ("her-mother-stayed-in-hamilton", (1440, 960)),
    ):
        _, page = opened(qtbot, case, size)
        before = 0
        for row in page.rows.rows():
            assert row.y() >= before
            before = row.y() + row.height()
            for side in (0, 1):
                plan = row.plan(side)
                if plan is not None:
                    assert row._origin(side).y() + plan.height <= row.height()


def test_an_exception_to_an_exception_is_moved_in_under_it(qtbot):
    window, page = opened(qtbot)
    window.document.set_version("right", "2023-04-01")
    rest(window)
    keys = [row.view.key for row in page.rows.rows()]
    at = keys.index("ca.irpr.159.4(1.1)")
    under, over = page.rows.rows()[at], page.rows.rows()[at - 1]
    assert over.view.key == TAKEN_BACK
    assert under.plan(1).mark.left() > over.plan(1).mark.left()
    assert under.plan(0) is None
    assert under.view.missing == "not in this version"


def test_an_edit_is_shown_in_the_rows_that_are_there(qtbot):
    window, page = opened(qtbot)
    rows = {row.view.key: row for row in page.rows.rows()}
    idle = rows["ca.irpa.101(1)(a)"]
    before, plan = idle.view, idle.plan(0)
    window.document.set_fact("relatives[cousin].relation", "sibling")
    rest(window)
    after = {row.view.key: row for row in page.rows.rows()}
    assert {key: id(row) for key, row in rows.items()} == {key: id(r) for key, r in after.items()}
    assert rows[CITIZEN].view.right.shape == "unknown"
    assert rows[CITIZEN].view.right.lead == "Undecided, needs: "
    assert idle.view is before
    assert idle.plan(0) is plan
    window.document.undo.undo()
    rest(window)
    assert rows[CITIZEN].view.right.shape == "not_met"


def test_a_click_on_a_fact_leads_to_its_question(qtbot):
    window, page = opened(qtbot)
    window.document.choose_station("origin")
    row = page.rows.row(CHAPEAU)
    reveal(page, row)
    number = next(n for n, piece in enumerate(row.view.left.facts) if "place" in piece.path)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.link_point(0, number))
    rest(window)
    assert window.document.station == "crossing"
    asked = next(r for r in window.findChildren(FactRow) if r.path == "entries[roxham].place")
    assert asked.editor.buddy().hasFocus()


def test_a_fact_of_a_relative_leads_to_the_station_of_the_family(qtbot):
    window, page = opened(qtbot)
    row = page.rows.row(CITIZEN)
    reveal(page, row)
    assert row.view.right.facts[0].path == "relatives[cousin].relation"
    with qtbot.assertNotEmitted(page.fact_chosen):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(2, row.height() - 2))
    with qtbot.waitSignal(page.fact_chosen):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.link_point(1, 0))
    assert window.document.station == "family"


def test_one_more_of_a_list_leads_to_the_station_of_the_list(qtbot):
    window, page = opened(qtbot)
    page.rows.fact_chosen.emit("relatives[cousin].permits[+]")
    assert window.document.station == "family"


def test_a_click_on_a_citation_opens_the_provision_of_that_side(qtbot):
    window, page = opened(qtbot)
    row = page.rows.row(CITIZEN)
    reveal(page, row)
    with qtbot.waitSignal(window.document.provision_chosen) as chosen:
        QTest.mouseClick(row.cites[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [CITIZEN]
    assert window.body.provision_open


def test_the_keys_go_from_row_to_row_and_from_link_to_link(qtbot):
    window, page = opened(qtbot)
    page.setFocus(Qt.FocusReason.TabFocusReason)
    rows = page.rows.rows()
    assert rows[0].hasFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_End)
    assert rows[-1].hasFocus()
    QTest.keyClick(rows[-1], Qt.Key.Key_Home)
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    row = page.rows.row(CITIZEN)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in row.links():
        QTest.keyClick(row, Qt.Key.Key_Right)
    assert row.accessibleDescription() == row.view.right.facts[-1].text
    with qtbot.waitSignal(page.fact_chosen) as chosen:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert chosen.args == [row.view.right.facts[-1].path]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert row._chosen == NOWHERE
    with qtbot.waitSignal(window.document.provision_chosen) as provision:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert provision.args == [CITIZEN]


def test_the_list_is_one_stop_of_the_tab_key(seen):
    _, page = seen
    stops = [r for r in page.rows.rows() if r.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_the_menu_of_a_row_lists_its_provisions_and_facts(qtbot):
    window, page = opened(qtbot)
    row = page.rows.row(CITIZEN)
    menu = row.menu()
    texts = [action.text() for action in menu.actions()]
    assert texts[0].startswith("IRPR 159.5(a)")
    assert len(texts) == 2 + len(row.links())
    with qtbot.waitSignal(page.fact_chosen):
        menu.actions()[-1].trigger()
    with qtbot.waitSignal(window.document.provision_chosen) as chosen:
        menu.actions()[0].trigger()
    assert chosen.args == [CITIZEN]


def test_the_filter_leaves_the_exceptions_alone_and_gives_the_rest_back(qtbot):
    _, page = opened(qtbot)
    every = [row.view.key for row in page.rows.rows()]
    alone = next(s for s in page.filter.segments() if s.position == "exceptions")
    QTest.mouseClick(alone, Qt.MouseButton.LeftButton)
    shown = page.rows.rows()
    assert 0 < len(shown) < len(every)
    assert all(row.view.exception for row in shown)
    assert CHAPEAU in [row.view.key for row in shown]
    assert "ca.irpa.101(1)(a)" not in [row.view.key for row in shown]
    QTest.mouseClick(page.filter.segments()[0], Qt.MouseButton.LeftButton)
    assert [row.view.key for row in page.rows.rows()] == every


def test_the_page_speaks_the_language_of_the_document(qtbot):
    window, page = opened(qtbot)
    window.document.set_language("fr")
    rest(window)
    assert page.rows.row(CITIZEN).view.right.lead.startswith("Non rempli, car")
    assert page.filter.segments()[1].text() == "Exceptions seulement"


def test_a_link_lies_where_its_words_are_painted(qtbot):
    theme.set_text_scale(2.0)
    _, page = opened(qtbot)
    for row in page.rows.rows():
        for side, number in row.links():
            point = row.link_point(side, number)
            assert row.rect().contains(point)
            assert row._link_at(point.toPointF()) == (side, number)
