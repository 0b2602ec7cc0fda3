"""The page "Grid" in the window: what it shows, what keys and clicks do, what it writes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from core.case.library import library
from gui import theme
from gui.document import Document
from gui.explore.grid.page import GridPage
from gui.explore.grid.paint import paint_cell
from gui.explore.grid.shape import FLAT, Shape

KEY = Qt.Key


@pytest.fixture
def page(qtbot):
    document = Document(library().load("an-empty-road"))
    document.set_version("right", "2023-04-01")
    document.undo.clear()
    room = QWidget()
    qtbot.addWidget(room)
    made = GridPage(document, room)
    room.resize(1200, 420)
    made.resize(1200, 420)
    made.restyle()
    with qtbot.waitExposed(room):
        room.show()
    made.refresh()
    made.finish()
    yield made


def row_of(page: GridPage, value: str) -> int:
    assert page.grid is not None
    return page.grid.down.values.index(value)


def press(qtbot, page: GridPage, *keys: Qt.Key) -> None:
    page.canvas.setFocus()
    for key in keys:
        qtbot.keyClick(page.canvas, key)


def test_it_opens_with_the_first_pair_that_fits_and_stands_on_the_case(page):
    assert page.axes == ("claim.date", "entries[roxham].place")
    assert page.canvas.cursor_at == page.grid.here
    assert "This is the case as it stands." in page.status.text()
    assert "Left: heard in Canada. Right: returned to the United States." in page.status.text()


def test_arrows_move_and_say_where_one_is(qtbot, page):
    press(qtbot, page, KEY.Key_Home, *[KEY.Key_Right] * 14)
    assert page.canvas.cursor_at == (14, row_of(page, "between_land"))
    assert "day 14, 28\xa0August\xa02017" in page.status.text()
    assert "Left and right: heard in Canada." in page.status.text()
    press(qtbot, page, KEY.Key_PageUp, KEY.Key_Up, KEY.Key_End)
    assert page.canvas.cursor_at == (len(page.grid.across.values) - 1, 0)


def test_enter_makes_the_cell_the_case_in_one_step_and_undo_takes_it_back(qtbot, page):
    document, before = page.document, page.document.case
    press(qtbot, page, *[KEY.Key_Right] * 14, KEY.Key_Up, KEY.Key_Return)
    assert document.undo.count() == 1
    assert document.case.get("claim.date") == "2017-08-28"
    assert document.case.get("entries[roxham].place") == "train"
    assert document.undo_words() == "Day of the claim · Place of entry"
    page.refresh()
    page.finish()
    assert page.grid.here == (14, row_of(page, "train")) == page.canvas.cursor_at
    document.undo.undo()
    assert document.case == before
    page.refresh()
    page.finish()
    assert page.grid.here == (0, row_of(page, "between_land"))


def test_a_click_makes_the_cell_the_case(qtbot, page):
    place = page.canvas.shape_now.cell(2, row_of(page, "airport")).center().toPoint()
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert page.document.case.get("claim.date") == "2017-08-16"
    assert page.document.case.get("entries[roxham].place") == "airport"


def test_a_click_beside_the_cells_does_nothing(qtbot, page):
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.document.undo.count() == 0


def test_the_cell_that_is_the_case_is_no_step(qtbot, page):
    press(qtbot, page, KEY.Key_Return)
    assert page.document.undo.count() == 0


def test_the_mouse_is_followed_by_the_sentence(qtbot, page):
    place = page.canvas.shape_now.cell(20, 0).center().toPoint()
    qtbot.mouseMove(page.canvas, place)
    page.canvas._point(place.toPointF())
    assert "day 20" in page.status.text()


def test_swapping_turns_the_grid_round(qtbot, page):
    across, down = page.grid.across.values, page.grid.down.values
    cell = page.grid.at(14, 1)
    page.swap.click()
    page.finish()
    assert (page.grid.across.values, page.grid.down.values) == (down, across)
    assert page.grid.at(1, 14) == cell


def test_picking_the_fact_of_the_other_axis_swaps_them(page):
    page.set_axes("entries[roxham].place", "entries[roxham].place")
    assert page.axes == ("entries[roxham].place", "claim.date")


def test_pairs_offer_what_the_case_has(page):
    titles = [action.text().partition("  ")[2] for action in page.pairs.pairs.actions()]
    assert titles == ["Days since the crossing and place", "Age and company", "Relation and status"]
    page.pairs.pairs.actions()[2].trigger()
    page.finish()
    assert page.axes == ("relatives[cousin].statuses", "relatives[cousin].relation")


def test_an_axis_whose_relative_goes_gives_way_to_a_pair_that_fits(page):
    page.set_axes("relatives[cousin].statuses", "relatives[cousin].relation")
    page.finish()
    page.document.remove_item("relatives", "cousin")
    page.refresh()
    page.finish()
    assert page.axes == ("claim.date", "entries[roxham].place")


def test_an_edit_is_followed_and_the_same_case_is_not_worked_out_again(page):
    grid = page.grid
    page.refresh()
    assert page.grid is grid
    page.document.set_version("right", "2018-05-01")
    page.refresh()
    page.finish()
    assert page.grid is not grid
    assert all(cell.agree is not False for row in page.grid.rows for cell in row)


def test_leaving_a_page_that_works_lets_it_begin_again(page):
    page.document.set_fact("claimant.age", 17)
    page._slices.start(page._looked_for(), page._found)
    page.leave()
    assert not page._slices.busy
    page.refresh()
    page.finish()
    assert page.grid.case == page.document.case


def test_a_fact_of_one_value_is_told_and_nothing_can_be_saved(page):
    page.axes = ("claimant.birth_date", "claim.inland")
    page._slices.start(page._looked_for(), page._found)
    page.finish()
    page._found(None)
    assert "only one value is known" in page.status.text()
    assert not page.save_picture.isEnabled()


def test_everything_has_a_name_and_a_letter(page):
    for button in page.findChildren(QPushButton):
        assert button.accessibleName(), button.text()
        assert "&" in button.text()
    for combo in page.findChildren(QComboBox):
        interface = QAccessible.queryAccessibleInterface(combo)
        assert any(r & QAccessible.RelationFlag.Label for _, r in interface.relations())
    assert page.canvas.accessibleName()
    assert "This is the case as it stands." in page.canvas.accessibleDescription()


def test_in_french_everything_is_french(page):
    page.document.set_language("fr")
    page.refresh()
    assert page.status.text().startswith("Jour de la demande")
    assert "C'est le cas tel qu'il est." in page.status.text()
    assert page.across.label.text() == "C&olonnes :"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_outcomes_differ_in_shape_and_not_in_colour_alone(page, scheme):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from core.explore.grid import Cell

    theme.set_scheme(scheme)
    pictures = set()
    for possible in (("heard",), ("returned",), ("barred",), ("barred", "heard")):
        image = QImage(40, 30, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_cell(painter, QRectF(0, 0, 40, 30), Cell(possible, possible, True))
        painter.end()
        darkest = min(image.constBits())
        ink = bytes(255 * (value > darkest + 60) for value in image.constBits())
        pictures.add(ink)
    assert len(pictures) == 4


# --- room ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_cells_stay_large_enough_and_names_in_sight(page, scale):
    theme.set_text_scale(scale)
    page.restyle()
    page._show()
    shape = page.canvas.shape_now
    assert isinstance(shape, Shape)
    assert min(shape.cell_width, shape.cell_height) >= shape.least
    if scale == 1.0:
        assert shape.head_kind == FLAT
        assert page.canvas.size() == page.area.viewport().size()


def test_each_place_in_a_cell_is_found_again(page):
    shape = page.canvas.shape_now
    for y in range(len(shape.rows)):
        for x in range(len(shape.columns)):
            assert shape.at(shape.cell(x, y).center()) == (x, y)


# --- taking it away --------------------------------------------------------------------------------
def answered(page: GridPage, path: Path | None) -> list[Path]:
    asked = []

    def ask(parent: object, title: str, suggested: Path) -> Path | None:
        asked.append(suggested)
        return path

    page.ask_path = ask
    return asked


def test_the_picture_is_saved_at_twice_the_size(page, tmp_path):
    asked = answered(page, tmp_path / "grid.png")
    page.save_picture.click()
    assert asked[0].name == "an-empty-road-grid.png"
    image = QImage(str(tmp_path / "grid.png"))
    assert image.width() > 2 * page.canvas.width()
    assert page.status.text() == "Saved as grid.png."


def test_the_table_has_a_row_for_each_cell(page, tmp_path):
    answered(page, tmp_path / "grid.csv")
    page.save_table.click()
    content = (tmp_path / "grid.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    cells = len(page.grid.across.values) * len(page.grid.down.values)
    assert len(rows) == cells + 1
    assert rows[0][2:4] == ["Left: Law of 1 May 2018", "Right: Law of 1 April 2023"]


def test_a_file_that_cannot_be_written_is_told(page, tmp_path):
    answered(page, tmp_path / "no" / "such" / "folder" / "grid.csv")
    page.save_table.click()
    assert "grid.csv could not be saved" in page.status.text()


def test_who_does_not_say_where_gets_no_file(page, tmp_path):
    answered(page, None)
    page.save_picture.click()
    assert list(tmp_path.iterdir()) == []
