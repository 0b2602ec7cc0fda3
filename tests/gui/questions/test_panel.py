"""The panel: its heading, its warnings, the one key for the rest, its words in two languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from core.case.catalogue import catalogue
from core.case.rest import none_of_the_rest
from gui import theme
from gui.questions.row import FactRow
from gui.questions.rows import FactRows
from gui.questions.wrap import WrapsWords, longest_word
from tests.gui.questions.conftest import keyboard, reachable, unfold

STATIONS = [station.id for station in catalogue().stations]


def fill(document):
    """State enough that every kind of row has something to show."""
    document.set_fact("claimant.nationalities", ["NG", "CF"])
    document.add_item("claimant.documents", {"kind": "immigrant_visa"})
    document.add_item("relatives", {"relation": "in_law", "whereabouts": "destination"})
    document.add_item("entries", {"place": "between_water"})
    document.add_item("route.legs", {"country": "US", "days": 9})


def open_everything(panel):
    for _ in range(3):
        unfold(panel)
        for rows in panel.page().findChildren(FactRows):
            rows.granted.setChecked(True)
            for row in rows.rows:
                for member in getattr(row.editor, "cards", {}):
                    row.editor.open_card(member)
    QCoreApplication.processEvents()


def test_the_heading_is_the_station_and_its_question(document, panel):
    document.choose_station("crossing")
    assert panel.title.text() == "Crossing"
    assert panel.asks.text() == "Where and when did the claimant enter?"


def test_one_key_states_the_rest_and_says_what_it_stated(qtbot, document, panel):
    document.choose_station("route")
    _, paths = none_of_the_rest(document.case, "route")
    qtbot.keyClick(panel, Qt.Key.Key_F8)
    assert document.case.get("route.ordered_removed") is False
    assert document.case.complete("route.legs") == "all"
    assert str(len(paths)) in panel.rest_words.text()
    assert catalogue().fact("route.ordered_removed").label["en"] in panel.rest_words.text()
    assert not panel.rest.isEnabled()


def test_undo_takes_the_rest_back_at_one_stroke(qtbot, document, panel):
    document.choose_station("route")
    qtbot.mouseClick(panel.rest, Qt.MouseButton.LeftButton)
    document.undo.undo()
    assert document.case.get("route.ordered_removed") is None
    assert panel.rest.isEnabled()
    assert not panel.rest_words.isVisible()


def test_a_contradiction_warns_at_the_stations_of_its_facts(document, panel):
    document.set_fact("claimant.nationalities", ["NG"])
    document.set_fact("claimant.stateless", True)
    assert panel.checks.isVisible()
    assert panel.checks.text().startswith("Contradiction: A stateless person")
    document.choose_station("route")
    assert not panel.checks.isVisible()
    document.choose_station("origin")
    document.set_fact("claimant.stateless", False)
    assert not panel.checks.isVisible()


def test_another_language_renames_everything_in_place(document, panel):
    document.set_language("fr")
    assert panel.title.text() == "Origine"
    row = next(r for r in panel.page().rows.rows if r.path == "claimant.stateless")
    assert row.question.text().replace("&", "") == "Le demandeur est-il apatride?"
    document.set_language("en")
    assert row.question.text().replace("&", "") == "Is the claimant stateless?"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("station", STATIONS)
def test_everything_the_keyboard_reaches_has_a_name(document, panel, station, lang):
    document.set_language(lang)
    fill(document)
    document.choose_station(station)
    open_everything(panel)
    for widget in reachable(panel):
        if isinstance(widget, QAbstractButton | QLineEdit):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name).strip(), widget


@pytest.mark.parametrize("station", STATIONS)
def test_every_question_leads_to_its_editor(document, panel, station):
    fill(document)
    document.choose_station(station)
    open_everything(panel)
    labels = [label for label in panel.page().findChildren(QLabel) if label.buddy() is not None]
    assert labels
    letters = []
    for label in labels:
        at = label.text().replace("&&", "").find("&")
        if at >= 0 and label.isVisible():
            letters.append(label.text().replace("&&", "")[at + 1].lower())
    assert len(letters) == len(set(letters))


def test_a_mnemonic_brings_the_keyboard_and_answers_nothing(qtbot, document, panel):
    row = next(r for r in panel.page().rows.rows if r.path == "claimant.stateless")
    document.set_fact("claimant.stateless", False)
    letter = row.question.text()[row.question.text().index("&") + 1].upper()
    key = getattr(Qt.Key, f"Key_{letter}")
    qtbot.keyClick(panel, key, Qt.KeyboardModifier.AltModifier)
    assert row.isAncestorOf(QApplication.focusWidget())
    assert document.case.get("claimant.stateless") is False


@pytest.mark.parametrize(("lang", "scale"), [("en", 1.0), ("fr", 1.5), ("en", 2.0), ("fr", 2.0)])
@pytest.mark.parametrize("station", STATIONS)
def test_no_words_are_cut_off(document, panel, station, lang, scale):
    document.set_language(lang)
    fill(document)
    theme.set_text_scale(scale)
    panel.resize(round(340 * scale), 700)
    document.choose_station(station)
    open_everything(panel)
    room = panel.page().viewport().width()
    assert panel.page().widget().width() <= room
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible() and isinstance(button, WrapsWords):
            text = button.text()
            assert button.height() >= button.heightForWidth(button.width()), text
            assert button.width() >= longest_word(button.fontMetrics(), text), text
    for label in panel.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize(
    "path",
    [
        "claim.decided_by_board",
        "claimant.nationalities[+]",
        "history.protected_here",
        "relief.humanitarian",
        "entry.place",
        "relatives[r1].age",
        "relatives[+]",
    ],
)
def test_a_question_can_be_asked_for_by_its_path(document, panel, path):
    document.add_item("relatives", {"id": "r1", "relation": "cousin"})
    panel.ask(path)
    at = keyboard()
    above = [w for w in panel.findChildren(FactRow) if w.isAncestorOf(at)]
    asked = above[-1]
    assert at.isVisible()
    assert asked.fact.path == catalogue().fact(path.removesuffix("[+]")).path
