"""New, open, save, recent, dropped: work is never lost and never changed by a failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox

from core.case.casefile import read_case, write_case
from core.case.library import library
from gui.window import dialogs
from gui.window.settings import Settings, load_settings, settings_file


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    path = tmp_path / "day-thirteen.yaml"
    write_case(path, library().load("day-thirteen"))
    return path


def drop(window, *paths: Path | str) -> bool:
    """Drag files over the window and let go; tell whether it took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, how = QPoint(50, 50), Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, how, mime, button, key)
    enter.setAccepted(False)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(where, how, mime, button, key))
    return enter.isAccepted()


def edit(window) -> None:
    window.document.set_fact("claimant.age", 12)


def test_a_new_case_states_nothing_but_the_country(window):
    window.actions_by_id["new"].trigger()
    assert window.document.case.data == {"journey": {"into": "ca"}}
    assert not window.document.dirty


def test_open_asks_for_a_file_and_remembers_it(window, person, a_file):
    person.path = a_file
    window.actions_by_id["open"].trigger()
    assert window.document.path == a_file
    assert window.document.case == library().load("day-thirteen").case
    assert load_settings().recent == [str(a_file)]


def test_open_with_no_answer_changes_nothing(window):
    file = window.document.file
    window.actions_by_id["open"].trigger()
    assert window.document.file is file


def test_unsaved_changes_are_asked_about_and_cancel_stays(window, person, a_file):
    edit(window)
    person.path = a_file
    window.actions_by_id["open"].trigger()
    assert person.asked == ["An empty road"]
    assert window.document.case.get("claimant.age") == 12


def test_unsaved_changes_may_be_discarded(window, person):
    edit(window)
    person.leaves = "discard"
    window.actions_by_id["new"].trigger()
    assert window.document.case.get("claimant.age") is None


def test_unsaved_changes_may_be_saved_on_the_way(window, person, tmp_path):
    edit(window)
    person.leaves, person.path = "save", tmp_path / "mine.yaml"
    window.actions_by_id["new"].trigger()
    assert read_case(person.path).case.get("claimant.age") == 12
    assert window.document.case.get("claimant.age") is None


def test_nobody_is_asked_where_nothing_changed(window, person):
    window.actions_by_id["new"].trigger()
    assert person.asked == []


def test_save_asks_where_only_once(window, person, tmp_path):
    edit(window)
    person.path = tmp_path / "mine.yaml"
    window.actions_by_id["save"].trigger()
    assert not window.isWindowModified()
    person.path = None
    window.document.set_fact("claimant.age", 13)
    window.actions_by_id["save"].trigger()
    assert read_case(tmp_path / "mine.yaml").case.get("claimant.age") == 13


def test_save_as_leaves_the_first_file_as_it_was(window, person, a_file, tmp_path):
    window.files.read(a_file)
    before = a_file.read_text(encoding="utf-8")
    edit(window)
    person.path = tmp_path / "other.yaml"
    window.actions_by_id["save_as"].trigger()
    assert a_file.read_text(encoding="utf-8") == before
    assert window.document.path == tmp_path / "other.yaml"
    assert load_settings().recent == [str(tmp_path / "other.yaml"), str(a_file)]


def test_a_folder_that_is_not_there_is_told_and_the_work_stays_unsaved(window, person, tmp_path):
    edit(window)
    person.path = tmp_path / "nowhere" / "mine.yaml"
    window.actions_by_id["save"].trigger()
    assert "mine.yaml could not be saved" in window.message.sentence
    assert window.message.isVisible()
    assert window.document.dirty


def test_a_broken_file_is_told_in_a_sentence_and_the_work_stays(window, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("case: {claimant: {age: old}}", encoding="utf-8")
    edit(window)
    file = window.document.file
    assert not window.files.read(broken)
    assert "broken.yaml:1" in window.message.sentence
    assert "Traceback" not in window.message.sentence
    assert window.document.file is file
    assert window.document.undo.canUndo()


def test_a_file_whose_version_does_not_exist_is_told_and_the_work_stays(window, tmp_path):
    odd = tmp_path / "odd.yaml"
    odd.write_text("schema: 1\ncase: {}\nsetup: {left: nothing}\n", encoding="utf-8")
    file = window.document.file
    assert not window.files.read(odd)
    assert window.message.sentence
    assert window.document.file is file


def test_the_message_goes_away_with_its_button(window, qtbot, tmp_path):
    window.files.read(tmp_path / "absent.yaml")
    assert window.message.isVisible()
    button = window.message.findChild(object, "messageClose")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.message.isVisible()


def test_recent_files_stand_in_the_menu_newest_first(window, a_file, tmp_path):
    other = tmp_path / "R & D.yaml"
    write_case(other, library().load("day-fourteen"))
    window.files.read(a_file)
    window.files.read(other)
    first, second = window.menus.recent.actions()
    assert first.text() == "&1  R && D.yaml"
    second.trigger()
    assert window.document.path == a_file


def test_a_recent_file_that_is_gone_is_told_and_forgotten(window, a_file):
    window.files.read(a_file)
    a_file.unlink()
    window.menus.recent.actions()[0].trigger()
    assert "day-thirteen.yaml" in window.message.sentence
    [only] = window.menus.recent.actions()
    assert not only.isEnabled()


def test_a_file_dropped_on_the_window_is_opened(window, a_file):
    assert drop(window, a_file)
    assert window.document.path == a_file


def test_a_dropped_file_asks_about_unsaved_changes_first(window, person, a_file):
    edit(window)
    assert drop(window, a_file)
    assert person.asked
    assert window.document.path is None


def test_two_files_or_a_folder_are_not_taken(window, a_file, tmp_path):
    assert not drop(window, a_file, a_file)
    assert not drop(window, tmp_path)


def test_the_window_stays_when_closing_is_cancelled(window, person):
    edit(window)
    assert not window.close()
    assert window.isVisible()
    person.leaves = "discard"
    assert window.close()


def test_the_title_bar_and_the_header_say_what_is_not_saved(window):
    assert not window.isWindowModified()
    edit(window)
    assert window.isWindowModified()
    assert "unsaved changes" in window.header.findChild(object, "about").accessibleName()
    window.document.undo.undo()
    assert not window.isWindowModified()
    assert "unsaved" not in window.header.findChild(object, "about").accessibleName()


def test_next_and_previous_walk_through_the_library_and_round_its_ends(window):
    ids = library().ids()
    window.files.show_entry(ids[0])
    window.actions_by_id["next_case"].trigger()
    assert window.document.library_id == ids[1]
    for _ in range(2):
        window.actions_by_id["previous_case"].trigger()
    assert window.document.library_id == ids[-1]


def test_the_header_counts_the_cases_of_the_library(window):
    ids = library().ids()
    window.files.show_entry(ids[2])
    words = window.header.findChild(object, "about").accessibleName()
    assert words == f"hypothetical case 3 of {len(ids)}"


def test_a_picture_of_the_window_is_saved(window, person, tmp_path):
    person.path = tmp_path / "shot.png"
    window.actions_by_id["picture"].trigger()
    assert person.path.read_bytes().startswith(b"\x89PNG")
    assert "shot.png" in window.message.sentence


def test_a_picture_that_cannot_be_written_is_told(window, person, tmp_path):
    person.path = tmp_path / "nowhere" / "shot.png"
    window.actions_by_id["picture"].trigger()
    assert "could not be written" in window.message.sentence


def test_a_suggested_name_comes_from_the_title(window):
    assert window.files.suggested_picture().name == "an-empty-road.png"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", {"Save", "Discard", "Cancel"}),
        ("fr", {"Enregistrer", "Ne pas tenir compte", "Annuler"}),
    ],
)
def test_the_question_about_unsaved_changes_has_qts_own_words(window, lang, words):
    window.document.set_language(lang)
    box = dialogs.unsaved_box(window, lang, "A & B")
    assert {button.text().replace("&", "") for button in box.buttons()} == words
    assert "A & B" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Save)


def test_settings_that_cannot_be_read_are_the_usual_ones(home):
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("{", encoding="utf-8")
    assert load_settings().scale == 1.0
    odd = {"scale": "big", "recent": [3, "a"], "scheme": "sepia", "lang": "la", "x": 1}
    settings_file().write_text(json.dumps(odd))
    assert load_settings() == Settings(recent=["a"])


def test_the_window_remembers_language_colours_and_size_of_text(window):
    window.actions_by_id["french"].trigger()
    window.actions_by_id["dark"].trigger()
    window.actions_by_id["larger"].trigger()
    kept = load_settings()
    assert (kept.lang, kept.scheme, kept.scale) == ("fr", "dark", 1.25)
