"""The two windows of a show: how large, how many lines, what the audience sees, which keys move it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.training.packfile import packs
from gui.pictures import settle
from gui.training.presenter.clock import clock_words
from gui.training.presenter.paging import BODY, HEIGHT, MOST_LINES, POINTS, SIDE, font_of, pages_of
from gui.training.presenter.script import script_of
from gui.training.presenter.show import Show
from gui.training.presenter.slides import Line, Size, Slide, spoken
from tests.gui.training.reading import _of_interface, _of_object, secrets

KEYS = Qt.Key


def points(size: Size) -> float:
    return font_of(size).pixelSize() * POINTS / HEIGHT


def test_result_words_have_44_points_reasons_32_and_citations_24(qapp):
    assert (points("result"), points("reason"), points("cite")) == (44, 32, 24)
    assert points("title") >= 32


@pytest.mark.parametrize(("name", "lang"), [("debate-2018", "en"), ("both-directions", "fr")])
def test_no_side_of_any_page_has_more_than_six_lines_or_overflows(qapp, name, lang):
    script = script_of(packs()[name].pack, lang, 1)
    assert len(script.stops) > 30
    for stop in script.stops:
        for page in pages_of(stop.slide):
            for rows, width in ((page.wide, BODY.width()), (page.left, SIDE), (page.right, SIDE)):
                assert len(rows) <= MOST_LINES, stop.id
                assert all(row.y + row.height <= BODY.height() for row in rows), stop.id
                assert all(_width(row) <= width for row in rows), stop.id


def _width(row) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font_of(row.line.size, bold=row.line.bold)).horizontalAdvance(row.text)


def test_a_long_text_goes_on_on_the_next_page_and_no_word_is_lost(qapp):
    text = " ".join(f"word{n}" for n in range(120))
    pages = pages_of(Slide("A title", ((Line(text),),)))
    assert len(pages) > 1
    shown = " ".join(row.text for page in pages for row in page.wide)
    assert shown == text


@pytest.mark.parametrize("name", ["debate-2018"])
def test_no_slide_before_the_reveal_says_anything_of_the_key_or_the_notes(qapp, name):
    script = script_of(packs()[name].pack, "en", 1)
    before = [stop for stop in script.stops if stop.exercise and not stop.slide.secret]
    assert len(before) > 20
    kept = {name: secrets(worked, "en") for name, worked in script.works.items()}
    for stop in before:
        said = spoken(stop.slide)
        told = [s for s in kept[stop.exercise or ""] if s in said]
        assert told == [] or stop.id.rpartition(":")[2].startswith("flip"), stop.id


def test_the_window_of_the_audience_holds_no_key_and_no_notes_before_the_reveal(desk):
    deck = desk.deck
    desk.key_button.setChecked(True)
    deck.jump(deck.script.index("3:empty-road:vote-second"))
    worked = deck.script.works["empty-road"]
    words = "\n".join(_everything(desk.audience))
    assert "An empty road" in words
    assert [s for s in secrets(worked, "en") if s in words] == []
    deck.jump(deck.script.index("3:empty-road:both"))
    assert "not barred by IRPA 101(1)(e)" in "\n".join(_everything(desk.audience))


def _everything(window: QWidget) -> list[str]:
    from PySide6.QtGui import QAccessible

    found = _of_interface(QAccessible.queryAccessibleInterface(window))
    for widget in [window, *window.findChildren(QWidget)]:
        found += _of_object(widget)
    return found


def test_on_one_screen_key_and_notes_stay_covered_until_asked_for(desk):
    deck = desk.deck
    deck.jump(deck.script.index("3:empty-road:spread"))
    words = "\n".join(_everything(desk.notes) + _everything(desk.coming))
    assert [s for s in secrets(deck.script.works["empty-road"], "en") if s in words] == []
    desk.key_button.click()
    assert "A cousin is not a family member" in "\n".join(_everything(desk.notes))


@pytest.mark.parametrize("where", ["audience", "desk"])
def test_a_clicker_moves_the_show_from_either_window(qtbot, desk, where):
    deck, window = desk.deck, desk.audience if where == "audience" else desk
    window.show()
    with qtbot.waitActive(window.window()):
        window.window().activateWindow()
    places = [(deck.at, deck.page.number)]
    for key in (KEYS.Key_PageDown, KEYS.Key_PageDown, KEYS.Key_PageUp):
        QTest.keyClick(window, key)
        places.append((deck.at, deck.page.number))
    assert len(set(places[:3])) == 3
    assert places[3] == places[1]
    for key in (KEYS.Key_B, KEYS.Key_Period):
        QTest.keyClick(window, key)
        assert deck.blank
        assert desk.audience.sheet.accessibleDescription() == ""
        QTest.keyClick(window, key)
        assert not deck.blank
    QTest.keyClick(window, KEYS.Key_Home)
    assert deck.at == 0


def test_a_letter_typed_into_a_field_does_not_cover_the_screen(desk):
    desk.deck.jump(desk.deck.script.index("3:empty-road:vote-first"))
    desk.tabs.setCurrentIndex(1)
    settle()
    desk.votes.code.setFocus()
    QTest.keyClicks(desk.votes.code, "Bb.")
    assert desk.votes.code.text() == "Bb."
    assert not desk.deck.blank


def test_the_list_of_stops_jumps_and_back_leads_to_the_last_page_before(desk):
    deck = desk.deck
    desk.stops.setCurrentRow(deck.script.index("3:empty-road:provisions"))
    assert deck.stop.id == "3:empty-road:provisions"
    deck.back()
    assert deck.stop.id == "3:empty-road:story"
    assert deck.page.number == deck.page.of > 1


def test_nothing_but_the_clock_ticks_and_the_clock_moves_nothing(desk):
    timers = [t for t in desk.findChildren(QTimer) if t.isActive() and not t.isSingleShot()]
    assert [timer.parent() for timer in timers] == [desk.clock]
    place = desk.deck.at
    timers[0].timeout.emit()
    assert desk.deck.at == place
    assert "this step: 2:05" in clock_words(desk.deck, desk.deck.step_begun + 125)


def test_another_language_goes_on_at_the_same_stop(desk):
    desk.deck.jump(desk.deck.script.index("3:sister-age:both"))
    desk.retranslate("fr")
    assert desk.deck.stop.id == "3:sister-age:both"
    assert "Pas encore déterminé" in desk.audience.sheet.accessibleDescription()


def test_an_undetermined_case_says_what_it_waits_for(qapp):
    show = Show(packs()["debate-2018"].pack, "en", 1)
    show.jump(show.script.index("3:sister-age:both"))
    said = spoken(show.stop.slide)
    assert "Not determined yet" in said
    assert "Waits for: Brother or sister: age at the claim" in said


def test_a_result_has_its_own_shape_and_colour_beside_its_words(qapp):
    show = Show(packs()["debate-2018"].pack, "en", 1)
    show.jump(show.script.index("3:empty-road:both"))
    left, right = show.page.left[0].line, show.page.right[0].line
    assert (left.text, left.mark, left.colour) == ("Heard in Canada", "heard", "heard")
    assert (right.mark, right.colour) == ("returned", "returned")
    assert not left.letter
