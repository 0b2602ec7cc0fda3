"""The library: found by words and topic, both outcomes live, opened by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from core.case.library import library
from core.decision.compare import compare
from core.report.sentences import outcome_words
from gui import theme
from gui.document import Document
from gui.library import outcomes
from gui.library.browser import LibraryBrowser
from gui.library.model import ENTRY, matching


@pytest.fixture
def browser(qtbot):
    theme.set_scheme("light")
    made = LibraryBrowser(Document(library().load("an-empty-road")))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    theme.set_scheme("system")
    theme.set_text_scale(1.0)


def titles(browser) -> list[str]:
    return [browser.model.index(row).data() for row in range(browser.model.rowCount())]


def test_every_case_of_the_library_is_listed_in_its_order(browser):
    assert titles(browser) == [entry.title["en"] for entry in library().entries]


def test_the_cursor_stands_on_the_case_that_is_open(browser):
    assert browser.view.currentIndex().data() == "An empty road"


def test_words_find_a_case_by_title_and_by_what_it_teaches(browser, qtbot):
    qtbot.keyClicks(browser.search, "ferry")
    assert "The ferry to Victoria" in titles(browser)
    assert len(titles(browser)) < len(library().entries)


@pytest.mark.parametrize("text", ["EMPTY", "road empty", "  empty  "])
def test_words_are_found_in_any_order_and_case(text):
    assert "an-empty-road" in [entry.id for entry in matching(library().entries, "en", text, "")]


def test_accents_need_not_be_typed():
    [entry] = [entry for entry in library().entries if entry.id == "an-empty-road"]
    assert matching([entry], "fr", "deserte", "") == [entry]


@pytest.mark.parametrize("tag", list(library().tags))
def test_a_topic_shows_the_cases_that_have_it(browser, tag):
    browser.topic.setCurrentIndex(browser.topic.findData(tag))
    wanted = [entry.title["en"] for entry in library().entries if tag in entry.tags]
    assert titles(browser) == wanted


def test_nothing_found_is_said_and_cannot_be_opened(browser, qtbot):
    qtbot.keyClicks(browser.search, "xyzzy")
    assert titles(browser) == []
    assert browser._count.text() == "0 cases"
    assert not browser._opens.isEnabled()


def test_the_outcomes_come_in_and_are_those_of_the_case(browser, qtbot):
    ids = library().ids()
    qtbot.waitUntil(lambda: all(outcomes.known(id_) for id_ in ids))
    for id_ in ids:
        file = library().load(id_)
        live = compare(file.case, file.setup)
        assert outcomes.pair(id_).left.outcome == live.left.outcome
        assert outcomes.pair(id_).right.outcome == live.right.outcome


def test_a_row_says_title_lesson_and_both_outcomes(browser, qtbot):
    pair = outcomes.pair("an-empty-road")
    spoken = browser.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    entry = browser.view.currentIndex().data(ENTRY)
    assert entry.title["en"] in spoken
    assert entry.teaches["en"] in spoken
    assert outcome_words(pair.left, "en").headline in spoken
    assert outcome_words(pair.right, "en").headline in spoken


def test_enter_opens_the_case_under_the_cursor(browser, qtbot):
    qtbot.keyClick(browser.search, Qt.Key.Key_Down)
    wanted = library().entries[1].id
    with qtbot.waitSignal(browser.chosen) as told:
        qtbot.keyClick(browser.search, Qt.Key.Key_Return)
    assert told.args == [wanted]


def test_escape_opens_nothing(browser, qtbot):
    with qtbot.assertNotEmitted(browser.chosen):
        qtbot.keyClick(browser, Qt.Key.Key_Escape)
    assert not browser.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("known", [True, False])
def test_nothing_in_a_row_stands_outside_it_or_on_something_else(
    browser, scale, known, monkeypatch
):
    theme.set_text_scale(scale)
    if not known:
        monkeypatch.setattr(outcomes, "_known", {})
    delegate = browser.view.itemDelegate()
    width = browser.view.viewport().width()
    for row in range(browser.model.rowCount()):
        index = browser.model.index(row)
        height = delegate.sizeHint(QStyleOptionViewItem(), index).height()
        rects = [piece.rect for piece in delegate.pieces(index.data(ENTRY), width)]
        assert all(QRect(0, 0, width, height).contains(rect) for rect in rects)
        assert not any(a.intersects(b) for at, a in enumerate(rects) for b in rects[:at])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_row_is_painted_in_the_colours_of_the_scheme(browser, scheme):
    theme.set_scheme(scheme)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 600, 200)
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    browser.view.itemDelegate().paint(painter, option, browser.model.index(0))
    painter.end()
    assert image.pixelColor(590, 2) == theme.colour("surface")
