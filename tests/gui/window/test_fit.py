"""At every size of text, in both languages, in a window of 1280×800, nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from core.case.catalogue import catalogue
from core.case.library import library
from gui import theme
from gui.library.browser import LibraryBrowser
from gui.pictures import settle
from gui.window.body import COLUMNS, QUESTIONS
from gui.window.dialogs import unsaved_box
from gui.window.help import AboutDialog, KeysDialog
from tests.gui.window.fitting import too_large

SCALES = (1.0, 1.5, 2.0)
LANGS = ("en", "fr")
CASES = ("an-empty-road", "how-old-is-the-sister", "a-visa-of-her-own")


@pytest.fixture(params=SCALES, ids=lambda scale: f"{scale:.0%}")
def scale(request):
    theme.set_text_scale(request.param)
    return request.param


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


@pytest.fixture
def sized(window, scale, lang):
    window.document.set_language(lang)
    window.resize(1280, 800)
    settle()
    assert (window.width(), window.height()) == (1280, 800)
    return window


def test_the_columns_fit(sized):
    for case in CASES:
        sized.files.show_entry(case)
        sized.body.show_columns()
        settle()
        assert too_large(sized) == [], case


def test_the_questions_of_every_station_fit(sized):
    sized.files.show_entry("a-visa-of-her-own")
    for station in catalogue().stations:
        sized.document.choose_station(station.id)
        settle()
        assert sized.body.questions.isVisible()
        assert too_large(sized) == [], station.id


def test_an_opened_provision_fits(sized):
    first = sized.document.comparison.rows[0].provision.id
    sized.document.choose_provision(first)
    settle()
    assert sized.body.provision_open
    assert too_large(sized) == []


def test_a_long_message_fits(sized):
    sized.message.warn("A sentence that goes on for longer than a line. " * 6)
    settle()
    assert too_large(sized) == []


def test_a_long_title_is_shortened_and_told_in_full(sized):
    title = "Twenty-three days across three states and a river, with an aunt in Trois-Rivières " * 2
    sized.document.set_story(title={"en": title, "fr": title})
    settle()
    assert too_large(sized) == []
    label = sized.header.findChild(QLabel, "title")
    assert label.text().endswith("…")
    assert label.accessibleName() == title


@pytest.mark.parametrize("make", [KeysDialog, AboutDialog, lambda w: LibraryBrowser(w.document, w)])
def test_dialogs_fit_and_are_no_larger_than_the_window(sized, qtbot, make):
    dialog: QDialog = make(sized)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert too_large(dialog) == []
    assert dialog.width() <= sized.width()
    assert dialog.height() <= sized.height()


def test_the_question_about_unsaved_changes_fits(sized, qtbot, lang):
    box = unsaved_box(sized, lang, library().entries[0].title[lang])
    qtbot.addWidget(box)
    box.show()
    settle()
    assert too_large(box) == []


def test_both_outcomes_are_always_in_sight(sized):
    for pane in (QUESTIONS, COLUMNS):
        sized.body.tabs.setCurrentIndex(pane)
        settle()
        assert sized.body.strip.isVisible() or sized.body.columns.isVisible()


def test_words_that_do_not_fit_would_be_noticed(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    row = QHBoxLayout(root)
    combo = QComboBox()
    combo.addItem("wide words of a choice that nobody can read")
    wrapped = QLabel("incomprehensibilities")
    wrapped.setWordWrap(True)
    for widget in (QLabel("words that are cut"), QPushButton("cut as well"), combo, wrapped):
        widget.setFixedWidth(20)
        row.addWidget(widget)
    root.show()
    settle()
    assert len(too_large(root)) == 4
