"""The strip of the law's history: tags are dragged and moved by keys, and all of it is one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.case.case import Case
from core.case.casefile import CaseFile
from core.case.library import library
from core.explore.timeline import history
from gui import theme
from gui.document import Document
from gui.explore.timeline.axis import Axis
from gui.explore.timeline.line import TimelineLine
from gui.explore.timeline.places import hang

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ROAD = "an-empty-road"


@pytest.fixture
def document() -> Document:
    return Document(library().load(ROAD))


@pytest.fixture
def line(qtbot, document) -> Iterator[TimelineLine]:
    holder = QWidget()
    holder.resize(1200, 120)
    qtbot.addWidget(holder)
    made = TimelineLine(document, holder)
    made.resize(1200, 100)
    made.restyle()
    document.changed.connect(made.refresh)
    document.language_changed.connect(made.refresh)
    with qtbot.waitExposed(holder):
        holder.show()
    made.refresh()
    made.finish()
    yield made
    holder.close()


def drag(line: TimelineLine, key: str, *days: str, drop: bool = True) -> None:
    """Take a tag with the mouse over some days, the stem first to the first of them."""
    tag = line.strip.tags[key]
    QTest.mousePress(tag, LEFT, pos=QPoint(4, 4))
    grabbed = tag.mapTo(line.strip, QPoint(4, 4)).x() - tag.anchor
    axis = line.strip.axis()
    assert axis is not None
    for day in days:
        x = axis.x(date.fromisoformat(day)) + grabbed
        QTest.mouseMove(tag, tag.mapFrom(line.strip, QPoint(round(x), 4)))
        line._catch_up()
    if drop:
        QTest.mouseRelease(tag, LEFT)


def test_the_strip_shows_what_the_core_finds(line, document):
    assert line.strip.history == history(document.case, document.setup)


def test_a_pin_that_is_dragged_asks_for_the_law_of_that_day_while_it_moves(line, document):
    seen = []
    document.changed.connect(lambda: seen.append(document.comparison.left.outcome))
    drag(line, "left", "2020-10-01", "2022-10-01", drop=False)
    assert seen == ["returned", "heard"]
    assert document.setup.left.startswith("2022-")
    QTest.mouseRelease(line.strip.tags["left"], LEFT)


def test_a_drag_over_many_days_is_one_step_of_undo(line, document):
    drag(line, "left", "2016-01-15", "2020-10-01", "2022-10-01", "2024-10-01")
    assert document.undo.count() == 1
    document.undo.undo()
    assert document.setup.left == "2018-05-01"
    assert line.strip.things["left"].base == "2018-05-01"


def test_two_drags_are_two_steps(line, document):
    drag(line, "left", "2020-10-01")
    drag(line, "left", "2022-10-01")
    assert document.undo.count() == 2


def test_an_edit_after_a_drag_is_a_step_of_its_own(line, document):
    drag(line, "claim.date", "2017-12-01")
    document.set_fact("claim.date", "2018-01-02")
    assert document.undo.count() == 2


def test_escape_puts_a_dragged_pin_back_and_there_was_no_step(line, document):
    drag(line, "left", "2020-10-01", drop=False)
    assert document.undo.count() == 1
    QTest.keyClick(line.strip.tags["left"], Qt.Key.Key_Escape)
    assert document.setup.left == "2018-05-01"
    assert document.undo.count() == 0
    QTest.mouseRelease(line.strip.tags["left"], LEFT)
    assert document.setup.left == "2018-05-01"


def test_a_pin_near_an_instrument_is_drawn_to_its_first_minute(line, document):
    drag(line, "left", "2023-03-20")
    assert document.setup.left == "2023-03-25T00:01-04:00"


def test_a_pin_cannot_be_dragged_before_the_law_begins(line, document):
    tag = line.strip.tags["left"]
    QTest.mousePress(tag, LEFT, pos=QPoint(4, 4))
    QTest.mouseMove(tag, tag.mapFrom(line.strip, QPoint(-300, 4)))
    QTest.mouseRelease(tag, LEFT)
    assert document.setup.left == line.strip.history.tracks[0].states[0].base


def test_a_pin_does_not_find_the_stretches_anew(line, document):
    before = line.strip.history
    drag(line, "left", "2020-10-01", "2022-10-01")
    assert line.strip.history is before


def test_the_dragged_day_of_the_claim_finds_every_stretch_anew(line, document):
    before = line.strip.history
    drag(line, "claim.date", "2019-10-01")
    line.finish()
    assert document.case.get("claim.date").startswith("2019-")
    assert document.undo.count() == 1
    assert line.strip.history == history(document.case, document.setup) != before


def test_the_day_of_entry_is_that_of_the_entry_relied_on(line, document):
    drag(line, "entry.date", "2016-10-01", "2015-10-01")
    assert document.case.get("entries[roxham].date").startswith("2015-")
    document.undo.undo()
    assert document.case.get("entries[roxham].date") == "2017-08-14"


def test_arrows_go_to_the_next_state_and_with_control_by_a_day(line, document):
    tag = line.strip.tags["left"]
    tag.setFocus()
    QTest.keyClick(tag, Qt.Key.Key_Right)
    assert document.setup.left == "2019-06-21"
    QTest.keyClick(tag, Qt.Key.Key_Right)
    assert document.setup.left == "2020-03-21"
    QTest.keyClick(tag, Qt.Key.Key_Left, CONTROL)
    assert document.setup.left == "2020-03-20"
    QTest.keyClick(tag, Qt.Key.Key_Left)
    assert document.setup.left == "2015-06-10"
    assert document.undo.count() == 4
    QTest.keyClick(tag, Qt.Key.Key_End)
    assert document.setup.left == line.strip.history.tracks[0].states[-1].base


def test_the_keys_move_the_days_of_the_journey_too(line, document):
    tag = line.strip.tags["claim.date"]
    tag.setFocus()
    QTest.keyClick(tag, Qt.Key.Key_Right, CONTROL)
    assert document.case.get("claim.date") == "2017-08-15"
    QTest.keyClick(tag, Qt.Key.Key_Right)
    assert document.case.get("claim.date") == "2019-06-21"


def test_what_the_law_does_not_reach_is_refused_in_a_sentence_and_nothing_is_lost(line, document):
    document.set_version("left", "own")
    tag = line.strip.tags["claim.date"]
    tag.setFocus()
    QTest.keyClick(tag, Qt.Key.Key_Home)
    steps = document.undo.count()
    QTest.keyClick(tag, Qt.Key.Key_Left, CONTROL)
    assert document.undo.count() == steps
    assert "2002-06-27" in line.strip.readout.words
    QTest.keyClick(tag, Qt.Key.Key_Right, CONTROL)
    assert document.case.get("claim.date") == "2002-06-29"
    assert "2002-06-27" not in line.strip.readout.words


def test_the_names_say_what_a_tag_is_where_it_stands_and_what_comes_of_it(line, document):
    name = line.strip.tags["left"].accessibleName()
    assert name.startswith("Left column: Law of 1 May 2018: Heard in Canada.")
    assert "Arrow keys" in name
    tag = line.strip.tags["left"]
    tag.setFocus()
    QTest.keyClick(tag, Qt.Key.Key_End)
    assert "Returned to the United States" in tag.accessibleName()
    claim = line.strip.tags["claim.date"].accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    assert claim.startswith("Claim: 14 August 2017.")


def test_the_strip_tells_each_stretch_and_its_instruments_by_keys(line):
    strip = line.strip
    strip.setFocus()
    count = len(strip.history.tracks[0].stretches)
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert f"{count} of {count}" in strip.accessibleName()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    for _ in range(9):
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert "SOR/2023-58" in strip.accessibleName()
    assert "SOR/2023-58" in strip.readout.words and strip.readout.isVisible()


def test_a_click_on_a_stretch_changes_nothing_but_what_is_told(line, document):
    strip = line.strip
    at = QPoint(
        round(strip.axis().x(date(2021, 1, 1))), round(strip.shape_now().bar_rect(0).center().y())
    )
    QTest.mouseClick(strip, LEFT, pos=at)
    stretch = strip.history.tracks[0].stretches[strip.cursor_at[1]]
    assert stretch.base == "2020-04-22"
    assert document.undo.count() == 0


def test_tips_name_the_stretch_in_the_bar_and_the_instrument_below_it(line):
    strip = line.strip
    x = round(strip.axis().x(date(2023, 3, 25)))
    bar = strip.shape_now().bar_rect(0)
    below = strip.tip_at(QPoint(x, round(bar.bottom()) + 2))
    assert "SOR/2023-58" in below
    inside = strip.tip_at(QPoint(x + 20, round(bar.center().y())))
    assert inside.startswith("Returned to the United States, under the Agreement\nFrom")


def test_the_law_of_the_other_country_has_a_bar_of_its_own_and_up_and_down_go_there(line, document):
    height = line.strip.sizeHint().height()
    document.set_version("right", "us:2023-04-01")
    line.finish()
    strip = line.strip
    assert [track.country for track in strip.history.tracks] == ["ca", "us"]
    assert strip.sizeHint().height() > height
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert strip.cursor_at[0] == 1
    below = QPoint(round(strip.axis().x(date(2023, 3, 25))), round(strip.shape_now().foot) - 2)
    assert "88 Fed. Reg. 18227" in strip.tip_at(below)
    drag(line, "right", "2024-01-15")
    assert document.setup.right.startswith("us:2024-")


def test_edits_build_no_widget_anew(line, document):
    before = set(line.findChildren(QWidget))
    drag(line, "left", "2020-10-01")
    document.set_version("right", "us:2023-04-01")
    document.set_fact("claim.date", None)
    document.set_language("fr")
    line.finish()
    assert set(line.findChildren(QWidget)) == before
    assert not line.strip.tags["claim.date"].isVisible()


def test_a_case_of_which_nothing_is_known_has_a_strip_without_days(line, document):
    document.open(CaseFile(case=Case.empty("ca")))
    line.finish()
    assert set(line.strip.things) == {"left", "right"}
    assert line.strip.history.tracks[0].stretches[-1].outcome == "undetermined"


def test_french_says_it_in_french(line, document):
    document.set_language("fr")
    assert "histoire du droit" in line.strip.accessibleName()
    assert line.strip.tags["left"].words == "à gauche"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_four_lines_of_text_are_high_enough_at_every_size(line, scale):
    theme.set_text_scale(scale)
    line.restyle()
    words = line.strip.tags["left"].sizeHint().height()
    assert 3 * words <= line.strip.sizeHint().height() <= 4.5 * words


def test_tags_of_a_row_never_cover_one_another():
    for x in range(0, 400, 7):
        for y in range(0, 400, 7):
            one, other = hang([(x, 60), (y, 80)], 400)
            assert one + 60 <= other or other + 80 <= one
            assert 0 <= one <= 340 and 0 <= other <= 320


def test_a_day_comes_back_from_its_place():
    axis = Axis(date(2002, 6, 28), date(2027, 1, 1), 20, 20 + 9000)
    for number in range(0, 8900, 333):
        day = date(2002, 6, 28) + timedelta(days=number)
        assert axis.day(axis.x(day)) == day
    assert axis.day(-50) == axis.begins
    assert axis.day(99999) < axis.ends
