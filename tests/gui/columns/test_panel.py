"""The two columns on the screen: level rows, a parting in sight, edits in place, keys for all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from core.case.library import library
from core.decision.model import Comparison
from gui import theme
from gui.document import Document

CASES = ["an-empty-road", "across-the-detroit-river", "married-at-seventeen", "day-fourteen"]


def in_sight(panel, row):
    """Whether at least the top of a row is inside the part that scrolls."""
    top = row.mapTo(panel.area.viewport(), QPoint()).y()
    return -1 <= top < panel.area.viewport().height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("case", CASES)
def test_what_is_painted_stays_inside_its_cell_and_both_cells_are_level(show, case, scale):
    theme.set_text_scale(scale)
    panel = show(Document(library().load(case), "fr"), 880, 560)
    for row in panel.rows.rows():
        left, right = row.cell_rects()
        assert (left.y(), left.height()) == (right.y(), right.height())
        for plan, rect in zip(row.plans(), (left, right), strict=True):
            for bounds in plan.bounds() if plan else ():
                assert bounds.right() <= rect.width() + 1
                assert bounds.bottom() <= rect.height() + 1


def test_rows_stand_under_one_another_in_the_officers_order(panel, document):
    rows = panel.rows.rows()
    for above, below in pairwise(rows):
        assert above.geometry().bottom() < below.y()
    shown = [row.view.key for row in rows if not row.view.fold]
    order = [row.provision.id for row in document.comparison.rows]
    assert shown == [key for key in order if key in shown]


def test_heads_and_rows_share_their_columns(panel):
    left, right = (column.banner for column in panel.columns)
    assert left.y() == right.y()
    assert left.height() == right.height()
    row = panel.rows.rows()[0]
    cell = row.cell_rects()[1]
    here = row.mapTo(panel, cell.topLeft()).x()
    assert abs(here - right.mapTo(panel, QPoint()).x()) <= theme.space(1)


def test_an_edit_changes_the_rows_in_the_widgets_that_are_there(panel, document):
    before = {row.view.key: row for row in panel.rows.rows()}
    was = before["ca.irpr.159.4(1)(a)"].view
    [entry] = document.case.items("entries")
    document.set_fact(f"entries[{entry}].place", "coast")
    after = {row.view.key: row for row in panel.rows.rows()}
    assert all(after[key] is before[key] for key in after.keys() & before.keys())
    assert after["ca.irpr.159.4(1)(a)"].view != was


def test_a_row_that_did_not_change_is_not_painted_again(panel, document, qtbot):
    row = panel.rows.row("ca.irpr.159.3")
    view = row.view
    document.set_fact("claimant.age", 12)
    assert row.view is view


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_parting_is_in_sight_from_the_start(show, document, qtbot, scale):
    theme.set_text_scale(scale)
    panel = show(document, 880, 480)
    row = panel.rows.row(document.comparison.parting.first.id)
    qtbot.waitUntil(lambda: in_sight(panel, row))


def test_the_parting_comes_into_sight_again_when_an_outcome_changes(panel, document, qtbot):
    panel.resize(900, 360)
    bar = panel.area.verticalScrollBar()
    document.set_assumption("exceptions", "none")
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    document.set_fact("route.legs", None)
    document.undo.undo()
    row = panel.rows.row(document.comparison.parting.first.id)
    qtbot.waitUntil(lambda: in_sight(panel, row))


def test_an_edit_takes_no_focus_away(panel, document, qtbot):
    edit = panel.columns[0].picker.edit
    edit.setFocus()
    document.set_fact("claimant.nationalities", ["US"])
    QApplication.processEvents()
    assert edit.hasFocus()


def test_the_place_of_the_parting_is_told_above_the_rows(panel, document):
    (parting,) = [row for row in document.comparison.rows if row.parts]
    title = parting.provision.title["en"]
    assert title in panel.agreement.link.text()
    document.set_version("right", "2018-05-01")
    assert not panel.agreement.link.isVisible()
    assert "agree" in panel.agreement.words.text()


def test_a_table_that_moved_is_told_with_both_days_and_the_nationality(show):
    document = Document(library().load("the-list-moves"))
    document.set_version("left", "2004-12-29")
    document.set_version("right", "2012-12-15")
    panel = show(document)
    assert not any(row.parts for row in document.comparison.rows)
    for words in ("29\u00a0December\u00a02004", "15\u00a0December\u00a02012", "Mexico"):
        assert words in panel.agreement.words.text()


def test_a_term_at_which_the_versions_part_is_opened_by_the_line_above_the_rows(show):
    document = Document(library().load("refused-on-both-sides"))
    document.set_version("left", "whole_border_2018")
    document.set_version("right", "2023-04-01")
    panel = show(document)
    opened: list[str] = []
    document.provision_chosen.connect(opened.append)
    panel.agreement.link.click()
    parting = document.comparison.parting
    assert parting is not None
    assert opened == [parting.first.id]


def test_when_an_outcome_is_open_nothing_is_said_about_agreement(show):
    panel = show(Document(library().load("married-at-seventeen")))
    assert "not known yet" in panel.agreement.words.text()


@pytest.mark.parametrize("case", CASES)
def test_each_column_shows_its_outcome_by_word_and_shape(show, case):
    document = Document(library().load(case))
    panel = show(document)
    for column in panel.columns:
        decision = getattr(document.comparison, column.side)
        assert column.banner.outcome == decision.outcome
        assert column.banner.headline.isVisible()
        assert column.banner.mark.isVisible()


def test_an_open_outcome_shows_what_is_still_possible(show):
    document = Document(library().load("married-at-seventeen"))
    panel = show(document)
    banner = panel.columns[0].banner
    assert banner.chips.isVisible()
    assert not banner.over.isVisible()
    assert len([chip for chip in banner.chips.children() if chip.isWidgetType()]) == 2
    assert "or" in banner.chips.accessibleName()


def test_what_an_outcome_waits_for_leads_to_the_question(show, qtbot):
    document = Document(library().load("how-old-is-the-sister"))
    panel = show(document)
    link = panel.columns[1].details.waits.links[0]
    assert isinstance(document.comparison, Comparison)
    path = next(p for p in document.comparison.right.waits_for if not p.startswith("assume:"))
    chosen: list[str] = []
    document.station_chosen.connect(chosen.append)
    panel.fact_chosen.connect(chosen.append)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert chosen == ["family", path]


def test_one_more_of_a_list_leads_to_the_station_of_the_list(panel, document):
    document.choose_station("origin")
    panel.columns[0].details.fact_chosen.emit("relatives[+]")
    assert document.station == "family"


def test_a_citation_opens_its_provision(panel, document, qtbot):
    row = panel.rows.row("ca.irpr.159.3")
    with qtbot.waitSignal(document.provision_chosen) as chosen:
        qtbot.mouseClick(row.cites[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["ca.irpr.159.3"]


def test_arrow_keys_walk_through_the_rows_and_enter_opens_one(panel, document, qtbot):
    first, second, *_ = panel.rows.rows()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(document.provision_chosen) as chosen:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert chosen.args == [second.view.key]
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_right_spreads_the_reasons_and_left_folds_them(panel, qtbot):
    row = panel.rows.row("ca.irpr.159.4(1)(a)")
    low = row.height()
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert row.view.left.reasons
    assert row.height() > low
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert row.height() == low


def test_a_fold_opens_and_closes_by_a_key_and_keeps_the_focus(panel, qtbot):
    fold = next(row for row in panel.rows.rows() if row.view.fold)
    members, count = fold.view.fold, len(panel.rows.rows())
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Return)
    assert len(panel.rows.rows()) == count + len(members)
    assert all(panel.rows.row(key).isVisible() for key in members)
    assert fold.hasFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Left)
    assert len(panel.rows.rows()) == count


def test_the_rows_are_one_stop_of_the_tab_key(panel):
    stops = [
        row
        for row in panel.rows.rows()
        if row.focusPolicy() & Qt.FocusPolicy.TabFocus.value
        or row.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]
    assert len(stops) == 1


def test_everything_that_takes_the_focus_has_a_name(panel):
    nameless = []
    for widget in panel.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name) and not face.relations():
            nameless.append(widget)
    assert nameless == []


def test_little_room_sends_the_details_to_scroll_and_keeps_the_outcomes(panel, document):
    details = [column.details for column in panel.columns]
    assert not any(panel.area.isAncestorOf(widget) for widget in details)
    theme.set_text_scale(2.0)
    QApplication.processEvents()
    assert all(panel.area.isAncestorOf(widget) for widget in details)
    assert all(column.banner.isVisible() for column in panel.columns)
    theme.set_text_scale(1.0)
    QApplication.processEvents()
    assert not any(panel.area.isAncestorOf(widget) for widget in details)


def test_what_scrolls_away_is_led_to_from_the_outcome(show, qtbot):
    theme.set_text_scale(2.0)
    panel = show(Document(library().load("how-old-is-the-sister")), 880, 480)
    banner, details = panel.columns[1].banner, panel.columns[1].details
    bar = panel.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert banner.waits.isVisible()
    qtbot.mouseClick(banner.waits, Qt.MouseButton.LeftButton)
    assert details.waits.links[0].hasFocus()
    assert bar.value() == 0


def test_another_language_rewords_everything(panel, document):
    document.set_language("fr")
    row = panel.rows.row("ca.irpr.159.3")
    provisions = {r.provision.id: r.provision for r in document.comparison.rows}
    assert row.view.left.title == provisions["ca.irpr.159.3"].title["fr"]
    assert row.cites[0].text().startswith("RIPR")
