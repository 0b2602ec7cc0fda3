"""The story: its first sentence under the title, all of it beside the columns, and how it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from core.case.casefile import CaseFile, Story
from core.case.library import library
from gui.document import Document
from gui.story.line import StoryLine
from gui.story.panel import StoryPanel
from gui.story.words import first_sentence, tag_words, teaches

ROAD = "an-empty-road"


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load(ROAD))


@pytest.fixture
def panel(document, qtbot) -> StoryPanel:
    made = StoryPanel(document)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


@pytest.fixture
def line(document, qtbot) -> StoryLine:
    made = StoryLine(document, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(900, 30)
    made.refresh()
    return made


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("She is 34. She walks.", "She is 34."),
        ("Does she?\nShe does.", "Does she?"),
        ("one line\nand another", "one line and another"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_it_ends(text, first):
    assert first_sentence(text) == first


def test_the_line_tells_the_first_sentence_in_full_to_a_screen_reader(line, document):
    first = first_sentence(document.file.story.text["en"])
    assert line.words.accessibleName() == first
    line.resize(200, 30)
    line.show()
    assert line.words.text().endswith("…")
    assert line.words.toolTip() == first


def test_a_case_without_a_story_is_asked_for_one(line, document):
    document.open(CaseFile.new())
    line.refresh()
    assert line.button.text().startswith("Add a story")


def test_the_panel_tells_the_story_what_it_teaches_and_its_tags(panel, document):
    assert panel.title.text() == document.file.story.title["en"]
    assert panel.text.toPlainText() == document.file.story.text["en"]
    assert panel.teaches.text() == teaches(document.file, "en") != ""
    assert panel.tags.text() == tag_words(document.file, "en") != ""


def test_typing_a_story_is_one_step_that_can_be_undone(panel, document, qtbot):
    before = document.file.story
    panel.text.selectAll()
    qtbot.keyClicks(panel.text, "He walks.")
    assert document.file.story.text["en"] == "He walks."
    assert document.file.story.text["fr"] == before.text["fr"]
    document.undo.undo()
    assert document.file.story == before
    assert panel.text.toPlainText() == before.text["en"]


def test_title_and_text_are_two_steps(panel, document, qtbot):
    qtbot.keyClicks(panel.title, "!")
    qtbot.keyClicks(panel.text, "!")
    assert document.undo.count() == 2


def test_the_letters_typed_stay_where_they_are_typed(panel, qtbot):
    cursor = panel.text.textCursor()
    cursor.setPosition(7)
    panel.text.setTextCursor(cursor)
    qtbot.keyClicks(panel.text, "and others ")
    assert panel.text.textCursor().position() == 7 + len("and others ")


def test_a_story_is_told_in_the_language_of_the_window(panel, document, qtbot):
    document.set_language("fr")
    assert panel.text.toPlainText() == document.file.story.text["fr"]
    panel.title.selectAll()
    qtbot.keyClicks(panel.title, "Une autre route")
    assert document.file.story.title["fr"] == "Une autre route"
    assert document.file.story.title["en"] == library().load(ROAD).story.title["en"]


def test_what_is_missing_in_one_language_shows_faintly_in_the_other(panel, document):
    document.open(replace(CaseFile.new(), story=Story(text={"fr": "Elle marche."})))
    assert panel.text.toPlainText() == ""
    assert panel.text.placeholderText() == "Elle marche."


def test_an_emptied_story_is_not_kept_as_an_empty_one(panel, document, qtbot):
    panel.text.selectAll()
    qtbot.keyClick(panel.text, Qt.Key.Key_Delete)
    assert "en" not in document.file.story.text


def test_a_story_is_plain_text(panel, line, document, qtbot):
    document.set_story(text={"en": "<b>She</b> walks."}, title={"en": "<i>Road</i>"})
    line.refresh()
    assert panel.text.toPlainText() == "<b>She</b> walks."
    assert line.words.textFormat() == Qt.TextFormat.PlainText
    assert panel.teaches.textFormat() == Qt.TextFormat.PlainText


def test_a_story_does_not_compute_the_outcomes_again(document):
    before = document.comparison
    document.set_story(text={"en": "She waits."})
    assert document.comparison is before


def test_the_field_is_as_high_as_its_words(panel):
    panel.text.setPlainText("word " * 400)
    bar = panel.text.verticalScrollBar()
    assert bar.maximum() == 0


def test_teaching_that_is_no_text_is_left_out():
    assert teaches(replace(CaseFile.new(), teaching={"teaches": ["what"]}), "en") == ""
    assert tag_words(replace(CaseFile.new(), teaching={"tags": "family"}), "en") == ""
