"""Everything the window can do stands in one table, and the table is sound in both languages."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QLabel

from core.case.catalogue import catalogue
from gui import theme
from gui.window.actions import Menu, bare
from gui.window.help import AboutDialog, KeysDialog, key_rows, keys_of
from gui.window.table import ACTIONS, MENUS

LANGS = ("en", "fr")


def menus() -> list[Menu]:
    found = list(MENUS)
    for menu in MENUS:
        found += [item for item in menu.items if isinstance(item, Menu)]
    return found


def items_of(menu: Menu) -> list[str]:
    return [item for item in menu.items if isinstance(item, str) and item != "-"]


def letter(words: str) -> str:
    return "".join(re.findall(r"&(\w)", words)).lower()


def test_every_action_has_an_id_of_its_own_and_stands_in_one_menu():
    ids = [action.id for action in ACTIONS]
    assert sorted(ids) == sorted(item for menu in menus() for item in items_of(menu))
    assert len(set(ids)) == len(ids)


def test_no_key_does_two_things():
    keys = [key for action in ACTIONS for key in keys_of(action)]
    assert not [key for key, count in Counter(keys).items() if count > 1]


def test_no_key_of_a_panel_is_a_key_of_the_window(window):
    bound = {
        key for action in window.actions_by_id.values() for key in map(str, action.shortcuts())
    }
    panels = {str(shortcut.key()) for shortcut in window.findChildren(QShortcut)}
    assert not bound & panels


def test_every_key_is_one_that_qt_knows():
    for action in ACTIONS:
        for key in keys_of(action):
            assert not QKeySequence(key).isEmpty(), key


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("menu", menus(), ids=lambda menu: menu.id)
def test_each_item_of_a_menu_has_one_letter_of_its_own(lang, menu):
    by_id = {action.id: action for action in ACTIONS}
    letters = [letter(by_id[item].words(lang)) for item in items_of(menu)]
    letters += [letter(item.words(lang)) for item in menu.items if isinstance(item, Menu)]
    assert all(len(one) == 1 for one in letters)
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("lang", LANGS)
def test_each_menu_of_the_bar_has_one_letter_of_its_own(lang):
    letters = [letter(menu.words(lang)) for menu in MENUS]
    assert all(len(one) == 1 for one in letters)
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_of_keys_names_every_action_that_has_one(lang):
    named = dict(key_rows(lang))
    for action in ACTIONS:
        if keys_of(action):
            assert named[bare(action.words(lang))]


def test_the_dialog_of_keys_shows_each_of_them(window, qtbot):
    dialog = KeysDialog(window)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {words for words, _ in key_rows("en")} <= shown


def test_the_about_box_says_that_this_is_no_legal_advice(window, qtbot):
    dialog = AboutDialog(window)
    qtbot.addWidget(dialog)
    assert any("not legal advice" in label.text() for label in dialog.findChildren(QLabel))


def test_undo_and_redo_say_what_and_are_there_only_when_there_is_something(window):
    undo, redo = window.actions_by_id["undo"], window.actions_by_id["redo"]
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    window.document.set_fact("claimant.age", 12)
    assert undo.isEnabled()
    assert undo.text() == f"&Undo: {window.document.undo_words()}"
    undo.trigger()
    assert not undo.isEnabled()
    assert redo.isEnabled()
    redo.trigger()
    assert window.document.case.get("claimant.age") == 12


def test_the_size_of_text_stops_at_both_ends(window):
    larger, smaller = window.actions_by_id["larger"], window.actions_by_id["smaller"]
    assert not smaller.isEnabled()
    for _ in range(4):
        assert larger.isEnabled()
        larger.trigger()
    assert not larger.isEnabled()
    assert theme.text_scale() == 2.0
    window.actions_by_id["normal"].trigger()
    assert theme.text_scale() == 1.0


@pytest.mark.parametrize("scheme", ["light", "dark", "system"])
def test_the_menu_ticks_the_scheme_that_holds(window, scheme):
    window.actions_by_id[scheme].trigger()
    ticked = [id_ for id_ in ("light", "dark", "system") if window.actions_by_id[id_].isChecked()]
    assert ticked == [scheme]


def test_stations_are_walked_from_the_first_to_the_last(window):
    window.document.choose_station(catalogue().stations[0].id)
    seen = [window.document.station]
    while window.actions_by_id["next_station"].isEnabled():
        window.actions_by_id["next_station"].trigger()
        seen.append(window.document.station)
    assert len(seen) == window.stations
    while window.actions_by_id["previous_station"].isEnabled():
        window.actions_by_id["previous_station"].trigger()
    assert window.document.station == seen[0]


def test_a_title_can_be_given_in_the_language_of_the_window(window, monkeypatch):
    answer = staticmethod(lambda *_, **__: (" Route 9 ", True))
    monkeypatch.setattr(QInputDialog, "getText", answer)
    window.document.set_language("fr")
    window.actions_by_id["rename"].trigger()
    assert window.document.file.title("fr") == "Route 9"
    assert window.document.file.title("en") == "An empty road"
    assert window.windowTitle() == "Route 9[*] – Threshold"


def test_a_mistake_of_the_program_is_told_in_a_sentence(window):
    window.confess()
    assert "The program made a mistake" in window.message.sentence
