"""Lists of relatives, entries and papers: cards, one open at a time, and what may be missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

# A menu asks the platform to raise it and to grab the keyboard.
pytestmark = pytest.mark.qt_log_ignore(
    "^This plugin does not support (raise|grabbing)", extend=True
)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def relatives(document, row):
    document.choose_station("family")
    return row("relatives").editor


def test_add_opens_a_card_and_brings_the_keyboard_to_its_first_question(qtbot, document, relatives):
    click(qtbot, relatives.add)
    [member] = document.case.items("relatives")
    card = relatives.cards[member]
    assert card.body.isVisible()
    assert card.isAncestorOf(QApplication.focusWidget())


def test_only_one_card_is_open_at_a_time(qtbot, document, relatives):
    for _ in range(2):
        click(qtbot, relatives.add)
    first, second = relatives.cards.values()
    assert not first.body.isVisible()
    assert second.body.isVisible()
    click(qtbot, first.head)
    assert first.body.isVisible()
    assert not second.body.isVisible()
    click(qtbot, first.head)
    assert not first.body.isVisible()


def test_a_card_says_in_its_head_who_it_is(qtbot, document, relatives):
    document.add_item("relatives", {"relation": "cousin", "age": 41})
    [card] = relatives.cards.values()
    assert card.head.text().startswith("Cousin")
    document.set_fact(f"relatives[{next(iter(relatives.cards))}].relation", "parent")
    assert card.head.text().startswith("Mother or father")


def test_an_answer_in_a_card_is_about_its_own_member(qtbot, document, relatives):
    document.add_item("relatives", {"relation": "cousin"})
    document.add_item("relatives", {"relation": "parent"})
    first, second = document.case.items("relatives")
    relatives.open_card(second)
    combo = relatives.cards[second].body.rows[0].editor.combo
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert document.case.get(f"relatives[{first}].relation") == "cousin"
    assert document.case.get(f"relatives[{second}].relation") == "guardian"


def test_a_removed_member_is_gone_and_the_keyboard_goes_to_its_neighbour(
    qtbot, document, relatives
):
    for relation in ("cousin", "parent"):
        document.add_item("relatives", {"relation": relation})
    first, second = document.case.items("relatives")
    click(qtbot, relatives.cards[first].remove)
    assert document.case.items("relatives") == (second,)
    assert relatives.cards[second].head.hasFocus()
    click(qtbot, relatives.cards[second].remove)
    assert relatives.add.hasFocus()


def test_undo_brings_a_removed_member_back_with_its_answers(qtbot, document, relatives):
    document.add_item("relatives", {"relation": "cousin", "age": 41})
    [member] = document.case.items("relatives")
    click(qtbot, relatives.cards[member].remove)
    assert not relatives.cards
    document.undo.undo()
    relatives.open_card(member)
    ages = [r for r in relatives.cards[member].body.rows if r.fact.name == "age"]
    assert ages[0].editor.line.text() == "41"


def test_the_same_card_stays_with_its_member_when_another_one_goes(qtbot, document, relatives):
    for relation in ("cousin", "parent"):
        document.add_item("relatives", {"relation": relation})
    first, second = document.case.items("relatives")
    card = relatives.cards[second]
    document.remove_item("relatives", first)
    assert relatives.cards == {second: card}


def test_a_list_may_be_complete_for_some_kinds_only(qtbot, document, relatives):
    menu = relatives.closing.open_menu()
    kinds = {action.text(): action for action in menu.actions()}
    kinds["spouse"].trigger()
    kinds["mother or father"].trigger()
    menu.close()
    assert document.case.complete("relatives") == ["spouse", "parent"]
    assert "spouse" in relatives.closing.segments.buttons[1].text()
    assert relatives.closing.segments.buttons[1].isChecked()
    click(qtbot, relatives.closing.segments.buttons[2])
    assert document.case.complete("relatives") is None


def test_a_list_inside_a_member_has_cards_of_its_own(qtbot, document, relatives):
    document.add_item("relatives", {"relation": "cousin"})
    [member] = document.case.items("relatives")
    relatives.open_card(member)
    body = relatives.cards[member].body
    body.settled.setChecked(True)
    permits = next(r for r in body.rows if r.fact.name == "permits").editor
    click(qtbot, permits.add)
    [permit] = document.case.items(f"relatives[{member}].permits")
    kind = permits.cards[permit].body.rows[0]
    click(qtbot, kind.editor.segments.buttons[0])
    assert document.case.get(f"relatives[{member}].permits[{permit}].kind") == "work"


def test_the_entry_is_asked_about_before_there_is_one(qtbot, document, row):
    document.choose_station("crossing")
    place = row("entries[+].place")
    place.editor.combo.setFocus()
    qtbot.keyClick(place.editor.combo, Qt.Key.Key_Down)
    [entry] = document.case.items("entries")
    assert document.case.get(f"entries[{entry}].place") == "land_port"
    assert place.path == f"entries[{entry}].place"
    assert place.editor.combo.hasFocus()
    document.undo.undo()
    assert document.case.items("entries") == ()
    assert place.editor.combo.currentText() == "Unknown"


def test_a_wrong_first_answer_adds_no_entry(qtbot, document, row):
    document.choose_station("crossing")
    day = row("entries[+].date")
    day.editor.line.setFocus()
    qtbot.keyClicks(day.editor.line, "2018-13-01")
    assert day.warning.isVisible()
    assert document.case.get(f"entries[{document.case.items('entries')[0]}].date") == "2018"


def test_two_entries_stand_on_cards(qtbot, document, row):
    document.choose_station("crossing")
    document.add_item("entries", {"place": "airport"})
    entries = row("entries").editor
    assert not next(iter(entries.cards.values())).head.isVisible()
    click(qtbot, entries.add)
    assert all(card.head.isVisible() for card in entries.cards.values())
