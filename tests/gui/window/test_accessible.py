"""What a screen reader and a keyboard find: a name for everything, one letter for one thing."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QToolButton, QWidget

from core.case.catalogue import catalogue
from gui import theme
from gui.pictures import settle
from gui.window.body import COLUMNS, QUESTIONS

STATIONS = [station.id for station in catalogue().stations]
LANGS = ("en", "fr")


def focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def is_labelled(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return any(relation & QAccessible.RelationFlag.Label for _, relation in interface.relations())


def is_named(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return is_labelled(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    return bool(interface.text(QAccessible.Text.Name)) or is_labelled(widget)


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"
        for widget in focusable(root)
        if not is_named(widget)
    ]


def has_letter(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return widget.buddy() is not None
    return isinstance(widget, QAbstractButton) and not isinstance(widget, QToolButton)


def letters(root: QWidget) -> Counter[str]:
    """Count the letters that Alt reaches: menus, labels of fields, buttons."""
    words = [action.text() for action in root.menuBar().actions()]  # type: ignore[attr-defined]
    words += [
        widget.property("text")
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and has_letter(widget)
    ]
    plain = [text.replace("&&", "") for text in words]
    return Counter(letter.lower() for text in plain for letter in re.findall(r"&(\w)", text))


@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_takes_the_focus_has_a_name(window, lang):
    window.document.set_language(lang)
    window.files.show_entry("a-visa-of-her-own")
    for station in STATIONS:
        window.document.choose_station(station)
        settle()
        assert len(focusable(window)) > 10
        assert nameless(window) == [], station


def test_an_opened_provision_names_everything_too(window):
    window.document.choose_provision(window.document.comparison.rows[0].provision.id)
    settle()
    assert nameless(window) == []


@pytest.mark.parametrize("pane", [QUESTIONS, COLUMNS])
def test_the_tabs_and_the_strip_of_large_text_have_names(window, pane):
    theme.set_text_scale(2.0)
    window.body.tabs.setCurrentIndex(pane)
    settle()
    assert window.body.tabs in focusable(window)
    assert nameless(window) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_reaches_two_things(window, lang):
    window.document.set_language(lang)
    for station in STATIONS:
        window.document.choose_station(station)
        settle()
        twice = [letter for letter, count in letters(window).items() if count > 1]
        assert twice == [], station


def test_the_panels_themselves_have_names(window):
    body = window.body
    for panel in (window.journey, body.questions, body.columns):
        assert panel.accessibleName()


def test_a_nameless_field_would_be_noticed(window):
    stray = QComboBox(window.centralWidget())
    stray.addItem("someone")
    stray.show()
    assert len(nameless(window)) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_story_names_everything_and_shares_no_letter(window, lang):
    window.document.set_language(lang)
    window.actions_by_id["story"].trigger()
    settle()
    assert nameless(window) == []
    assert [letter for letter, count in letters(window).items() if count > 1] == []
