"""The document: one door for edits, one signal for each, and every way back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.case.casefile import CaseFile, read_case, write_case
from core.case.facts import FactError
from core.case.library import library
from core.law.version import VersionError
from gui.document import Document
from gui.document.edits import Edit


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load("an-empty-road"))


@pytest.fixture
def told(document) -> list[str]:
    """What `changed` was told with: the digest of the case at that moment."""
    digests: list[str] = []
    document.changed.connect(lambda: digests.append(document.case.digest))
    return digests


def test_an_edit_is_told_once_with_both_outcomes_computed(document):
    seen = []
    document.changed.connect(lambda: seen.append((document.case, document.comparison)))
    document.set_fact("claimant.age", 12)
    [(case, comparison)] = seen
    assert case.get("claimant.age") == 12
    assert comparison is document.comparison
    assert comparison is not Document(library().load("an-empty-road")).comparison


def test_stating_what_is_already_stated_is_no_edit(document, told):
    document.set_fact("claimant.age", document.case.get("claimant.age"))
    assert told == []
    assert not document.dirty


def test_typing_into_one_fact_is_one_step(document):
    before = document.case
    for age in (1, 17, 175 // 10):
        document.set_fact("claimant.age", age)
    assert document.undo.count() == 1
    document.undo.undo()
    assert document.case == before


def test_typing_back_to_the_beginning_leaves_no_step(document):
    age = document.case.get("claimant.age")
    document.set_fact("claimant.age", 3)
    document.set_fact("claimant.age", age)
    assert document.undo.count() == 0
    assert not document.dirty


def test_steps_of_two_facts_stay_two(document):
    document.set_fact("claimant.age", 12)
    document.set_fact("claimant.birth_date", "2006")
    document.set_fact("claimant.age", 13)
    assert document.undo.count() == 3


def test_answers_that_are_chosen_never_merge(document):
    document.set_fact("claimant.stateless", True)
    document.set_fact("claimant.stateless", None)
    assert document.undo.count() == 2


def test_every_kind_of_edit_can_be_undone_and_done_again(document):
    def add() -> None:
        document.add_item("relatives", {"relation": "sibling"})

    edits = [
        lambda: document.set_fact("claimant.age", 12),
        lambda: document.set_complete("relatives", None),
        add,
        lambda: document.remove_item("relatives", document.case.items("relatives")[0]),
        lambda: document.set_fact("claimant.stateless", None),
        lambda: document.none_of_the_rest("origin"),
        lambda: document.set_version("left", "2023-04-01"),
        lambda: document.set_story(title={"en": "Another title"}),
        lambda: document.apply_case(CaseFile().case, {"en": "Empty", "fr": "Vide"}),
    ]
    states = [document.file]
    for edit in edits:
        edit()
        states.append(document.file)
    assert document.undo.count() == len(edits)
    assert all(one != other for one, other in pairwise(states))
    for state in reversed(states[:-1]):
        document.undo.undo()
        assert document.file == state
    for state in states[1:]:
        document.undo.redo()
        assert document.file == state


def test_a_value_that_core_refuses_changes_nothing(document, told):
    file = document.file
    with pytest.raises(FactError):
        document.set_fact("claimant.age", "old")
    assert document.file is file
    assert told == []


def test_a_version_that_does_not_exist_changes_nothing(document, told):
    file, comparison = document.file, document.comparison
    with pytest.raises(VersionError):
        document.set_version("right", "no such law")
    assert document.file is file
    assert document.comparison is comparison
    assert told == []


def test_saved_is_clean_and_undoing_past_it_is_not(document, tmp_path):
    document.set_fact("claimant.age", 12)
    assert document.dirty
    path = tmp_path / "case.yaml"
    write_case(path, document.file)
    document.mark_saved(path)
    assert not document.dirty
    assert document.path == path
    document.undo.undo()
    assert document.dirty
    document.undo.redo()
    assert not document.dirty


def test_letters_typed_after_saving_are_a_step_of_their_own(document, tmp_path):
    document.set_fact("claimant.age", 1)
    document.mark_saved(tmp_path / "case.yaml")
    document.set_fact("claimant.age", 17)
    assert document.dirty
    document.undo.undo()
    assert document.case.get("claimant.age") == 1


def test_another_file_begins_with_no_history_and_is_told_once(document, told):
    document.set_fact("claimant.age", 12)
    told.clear()
    document.open(library().load("the-formal-crossing"))
    assert len(told) == 1
    assert document.library_id == "the-formal-crossing"
    assert not document.undo.canUndo()
    assert not document.dirty


def test_a_case_of_the_library_that_was_saved_is_a_file_of_ones_own(document, tmp_path):
    assert document.library_id == "an-empty-road"
    path = tmp_path / "mine.yaml"
    write_case(path, document.file)
    document.mark_saved(path)
    assert document.library_id is None
    assert read_case(path).case == document.case


def test_a_language_is_told_and_changes_nothing_else(document, qtbot):
    file = document.file
    with qtbot.waitSignal(document.language_changed):
        document.set_language("fr")
    assert document.lang == "fr"
    assert document.file is file
    with qtbot.assertNotEmitted(document.language_changed):
        document.set_language("fr")


def test_undo_names_what_it_would_undo_in_the_language_of_the_moment(document):
    document.set_fact("claimant.age", 12)
    english = document.undo_words()
    document.set_language("fr")
    assert english
    assert document.undo_words() not in ("", english)
    assert document.redo_words() == ""
    document.undo.undo()
    assert document.undo_words() == ""
    assert document.redo_words() != ""


def test_an_assumption_and_a_reading_go_back_to_their_defaults(document):
    setup = document.setup
    document.set_assumption("x", "yes")
    document.set_reading("y", "wide")
    assert document.setup.assumptions == {"x": "yes"}
    assert document.setup.readings == {"y": "wide"}
    document.set_assumption("x", None)
    document.set_reading("y", None)
    assert document.setup == setup


def test_a_step_holds_values_only(document):
    document.set_fact("claimant.age", 12)
    step = document.undo.command(0)
    assert isinstance(step, Edit)
    assert isinstance(step.before, CaseFile)
    assert step.after.case.get("claimant.age") == 12
