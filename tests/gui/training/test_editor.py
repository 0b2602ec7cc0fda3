"""The editor of a pack: each edit is one step that can be undone; what would not work is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from core.training.model import Pack
from core.training.packfile import PackFile, read_pack
from gui.pictures import settle
from gui.training.editor.form import standing_words
from gui.training.editor.model import EditError, PackDocument
from gui.training.editor.page import EditorPage
from tests.gui.training.conftest import Person


@pytest.fixture
def document(qapp, pack):
    return PackDocument(PackFile(pack, id="debate-2018"))


@pytest.fixture
def page(qtbot, pack):
    made = EditorPage("en")
    qtbot.addWidget(made)
    made.open(PackFile(pack, id="debate-2018"))
    return made


@pytest.fixture
def editor(window):
    """The editor in the window."""
    window.training.enter("edit")
    settle()
    return window.training.editor


def names(document: PackDocument) -> list[str]:
    return [e.id for e in document.pack.exercises]


def cases(pack: Pack) -> tuple[str, ...]:
    return next(step.exercises for step in pack.plan.steps if step.kind == "cases")


def test_every_edit_is_undone_to_what_stood_before(document):
    before = document.pack
    document.move(0, 2)
    document.duplicate("empty-road")
    document.retire("sister-age", retired=True)
    document.set_notes("empty-road", "teaches", "en", "Another lesson.")
    document.set_step(0, minutes=7)
    document.set_versions("2018-05-01", "2023-04-01")
    document.recompute()
    assert document.pack != before
    while document.undo.canUndo():
        document.undo.undo()
    assert document.pack == before
    assert not document.dirty


def test_the_plan_follows_the_order_of_the_exercises(document):
    document.move(names(document).index("empty-road"), 0)
    assert cases(document.pack)[0] == "empty-road"


def test_a_variant_stands_behind_its_case_in_list_and_plan_with_one_fact_changed(document):
    new = document.vary("empty-road", "claimant.age", 17)
    assert names(document)[names(document).index("empty-road") + 1] == new
    assert cases(document.pack)[cases(document.pack).index("empty-road") + 1] == new
    assert document.pack.exercise(new).change == {"claimant.age": 17}
    assert document.standing(new).state == "new"


def test_a_fact_that_does_not_fit_is_refused_and_nothing_changes(document):
    before = document.pack
    with pytest.raises(EditError, match="expected a whole number"):
        document.vary("empty-road", "claimant.age", "seventeen")
    with pytest.raises(EditError, match="no-such-version"):
        document.set_versions("no-such-version", "2018-05-01")
    assert document.pack == before


def test_an_exercise_whose_answer_moved_says_what_moved_until_the_key_is_recomputed(document):
    document.set_versions("2018-05-01", "2023-04-01")
    standing = document.standing("sister-age")
    words, fine = standing_words(standing, "en")
    assert not fine
    assert standing.state in ("moved", "stale")
    assert "→" in words or standing.state == "stale"
    document.recompute()
    assert all(document.standing(name).fresh for name in names(document))


def test_typing_a_note_is_one_step(document):
    for text in ("A", "An", "Another"):
        document.set_notes("empty-road", "mistake", "fr", text)
    assert document.undo.count() == 1
    assert document.pack.exercise("empty-road").notes.mistake["fr"] == "Another"


def test_a_saved_pack_opens_again_as_it_was_left(document, tmp_path):
    document.duplicate("empty-road")
    document.recompute()
    document.save(tmp_path / "mine.yaml")
    assert not document.dirty
    assert read_pack(tmp_path / "mine.yaml").pack == document.pack


def test_a_pack_that_cannot_be_saved_says_so_and_stays(page, tmp_path):
    told: list[str] = []
    page.failed.connect(told.append)
    page._duplicate()
    assert not page._write(tmp_path / "no" / "such" / "place.yaml")
    assert "could not be saved" in told[0]
    assert page.pack.dirty


def test_alt_and_an_arrow_move_an_exercise_and_the_focus_goes_with_it(page):
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [e.id for e in page.pack.pack.exercises][:2] == ["empty-road", "formal-crossing"]
    assert page.list.currentRow() == 1
    assert page.list.item(1).text().startswith("2  The formal crossing")


def test_a_dragged_exercise_lands_where_it_is_dropped(page):
    nowhere = QModelIndex()
    page.list.model().moveRow(nowhere, 0, nowhere, 3)
    assert [e.id for e in page.pack.pack.exercises][2] == "formal-crossing"
    page.buttons["undo"].click()
    assert page.list.item(0).text() == "1  The formal crossing"


def test_a_refused_edit_is_told_in_the_window_and_the_field_shows_what_stands(window, editor):
    editor.versions["left"].setText("nonsense")
    editor.versions["left"].editingFinished.emit()
    assert "nonsense" in window.message.sentence
    assert editor.versions["left"].text() == "2018-05-01"


def test_closing_the_window_asks_about_a_pack_that_is_not_saved(window, editor):
    editor._duplicate()

    class Stays(Person):
        def leave(self, lang: str, title: str) -> str:
            return "cancel"

    window.files.dialogs = Stays()
    assert not window.close()
    window.files.dialogs = Person()
    assert window.close()
