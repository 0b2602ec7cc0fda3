"""The strip of stations: what it says, how a station is chosen, and how it folds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication

from core.case.catalogue import catalogue
from core.case.library import library
from core.decision.relevance import open_questions
from gui import theme
from gui.document import Document
from gui.journey import places
from gui.journey.panel import JourneyPanel
from gui.journey.station import dot_side


@pytest.fixture
def document(qapp) -> Document:
    return Document()


@pytest.fixture
def panel(qtbot, document) -> JourneyPanel:
    made = JourneyPanel(document)
    qtbot.addWidget(made)
    widen(made, 1280)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def widen(panel, width):
    panel.resize(width, panel.heightForWidth(width))
    QCoreApplication.processEvents()


def spoken(button) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def test_a_click_chooses_a_station(qtbot, document, panel):
    with qtbot.waitSignal(document.station_chosen) as chosen:
        qtbot.mouseClick(panel.stations["claim"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["claim"]
    assert panel.stations["claim"].isChecked()


@pytest.mark.parametrize("number", range(1, 7))
def test_a_digit_chooses_the_station_at_that_place(qtbot, document, panel, number):
    document.choose_station("route" if number != 2 else "claim")
    panel.stations[document.station].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), str(number))
    assert document.station == places.in_order()[number - 1]
    assert panel.stations[document.station].hasFocus()


def test_alt_and_a_digit_choose_a_station_from_elsewhere(qtbot, document, panel):
    qtbot.keyClick(panel, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert document.station == "crossing"


def test_the_arrows_walk_along_the_journey(qtbot, document, panel):
    panel.stations["origin"].setFocus()
    walked = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        walked.append(document.station)
    assert walked == list(places.in_order()[1:])


def test_the_keyboard_stops_at_the_chosen_station_only(document, panel):
    document.choose_station("route")
    stops = [s for s, b in panel.stations.items() if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == ["route"]


def test_a_station_tells_a_screen_reader_all_it_says(document, panel):
    document.add_item("entries", {"place": "between_land", "port": "Roxham Road"})
    said = spoken(panel.stations["crossing"])
    assert said.startswith("Crossing. Roxham Road. between ports of entry, on land")
    assert "outcome" in said


def test_a_station_counts_its_questions_that_still_matter(document, panel):
    matter = places.count(open_questions(document.comparison))
    assert matter["crossing"]
    for station, button in panel.stations.items():
        assert button.words.open == matter[station]
    document.add_item("entries", {"place": "airport"})
    left = places.count(open_questions(document.comparison))
    assert panel.stations["crossing"].words.open == left["crossing"] < matter["crossing"]


def test_an_edit_changes_the_words_in_place(document, panel):
    buttons = dict(panel.stations)
    document.set_fact("claimant.nationalities", ["NG"])
    assert panel.stations["origin"].words.line == "Nigeria"
    document.undo.undo()
    assert panel.stations["origin"].words.line != "Nigeria"
    assert panel.stations == buttons


def test_another_language_renames_the_stations(document, panel):
    document.set_language("fr")
    titles = [panel.stations[s.id].words.name for s in catalogue().stations]
    assert titles == [s.title["fr"] for s in catalogue().stations]


def test_the_way_runs_from_left_to_right_and_the_rest_stands_aside(panel):
    lefts = [panel.stations[station].x() for station in places.in_order()]
    assert lefts == sorted(lefts)
    assert len({panel.stations[s].dot_centre().y() for s in places.on_the_way()}) == 1
    assert panel.stations["claim"].geometry().right() < panel._plan.divider
    assert panel._plan.divider < panel.stations["family"].x()


def test_a_narrow_window_folds_the_line_and_keeps_the_chosen_words(document, panel):
    assert not panel.folded
    document.open(library().load("a-sister-in-laval"))
    document.choose_station("origin")
    widen(panel, 600)
    assert panel.folded
    assert panel.chosen_words.isVisible()
    assert panel.chosen_words.text().startswith("Cameroon")
    widen(panel, 1280)
    assert not panel.folded
    assert not panel.chosen_words.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", ["a-sister-in-laval", "a-quick-transit"])
def test_no_words_are_cut_off_at_1280(qtbot, name, lang, scale):
    theme.set_text_scale(scale)
    document = Document(library().load(name), lang)
    panel = JourneyPanel(document)
    qtbot.addWidget(panel)
    panel.show()
    widen(panel, 1256)
    assert panel.height() <= 9 * QFontMetrics(theme.font("body")).lineSpacing()
    for station, button in panel.stations.items():
        assert panel.rect().contains(button.geometry()), station
        if panel.folded:
            assert button.width() >= button.chip_width()
        else:
            assert button.width() >= button.least_width()
            assert button.height() >= button.words_height(button.width())
    if panel.folded:
        words = panel.chosen_words
        assert words.height() >= words.heightForWidth(words.width())
        assert panel.rect().contains(words.geometry())


def test_the_dot_holds_the_largest_number_there_can_be(panel):
    metrics = QFontMetrics(theme.font("small"))
    assert metrics.horizontalAdvance("38") < dot_side()
