"""The page "Find a case" in the window: what it asks, what it finds, what opening a row does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from core.case.library import library
from core.decision.decide import decide
from core.decision.which import version_for
from gui.document import Document
from gui.explore.find.page import FindPage

MINOR = "ca.irpr.159.5(e)"


class Files:
    """What opens library cases in a window: it asks first, and may be told no."""

    def __init__(self, document: Document) -> None:
        self.document, self.may_leave = document, True

    def open_entry(self, name: str) -> None:
        if self.may_leave:
            self.document.open(library().load(name))


class Room(QWidget):
    """A window as far as the page asks it for something."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.files = Files(document)


@pytest.fixture
def page(qtbot):
    document = Document(library().load("the-formal-crossing"))
    document.undo.clear()
    room = Room(document)
    qtbot.addWidget(room)
    made = FindPage(document, room)
    for part in (room, made):
        part.resize(1200, 400)
    made.restyle()
    with qtbot.waitExposed(room):
        room.show()
    document.changed.connect(made.refresh)
    document.language_changed.connect(made.refresh)
    made.refresh()
    yield made


def outcomes(page: FindPage) -> tuple[str, str]:
    comparison = page.document.comparison
    return comparison.left.outcome, comparison.right.outcome


def test_find_shows_library_cases_with_the_outcomes_chosen_and_a_click_opens_one(qtbot, page):
    page.left.choose("heard")
    page.right.choose("returned")
    qtbot.mouseClick(page.find_button, Qt.MouseButton.LeftButton)
    page.finish()
    first = page.views()[0]
    assert [told.outcome for told in first.told] == ["heard", "returned"]
    versions = page.document.setup
    qtbot.mouseClick(page.rows[0].link, Qt.MouseButton.LeftButton)
    assert page.document.library_id == first.source != ""
    assert page.document.setup.left == versions.left
    assert outcomes(page) == ("heard", "returned")


def test_a_case_that_may_not_be_left_stays_open(page):
    page.left.choose("heard")
    page.right.choose("returned")
    page.look()
    page.finish()
    page.window().files.may_leave = False
    before = page.document.file
    page.rows[0].link.click()
    assert page.document.file == before


def test_a_case_made_near_the_open_one_becomes_it_in_one_step(page):
    before = page.document.case
    page.left.choose("heard")
    page.right.choose("returned")
    page.near.setChecked(True)
    page.look()
    page.finish()
    [view] = page.views()
    assert view.differs
    assert view.source == ""
    page.rows[0].link.setFocus()
    page.rows[0].link.click()
    assert outcomes(page) == ("heard", "returned")
    assert page.document.undo.count() == 1
    page.document.undo.undo()
    assert page.document.case == before


def test_a_pair_falls_on_either_side_and_each_can_be_opened(page):
    assert not page.pair_button.isEnabled()
    page.deciding.choose(MINOR)
    assert page.pair_button.isEnabled()
    page.look_for_pairs()
    page.finish()
    first, second = page.views()[:2]
    version = version_for(first.case, first.setup.left, first.setup)
    told = [decide(view.case, version, view.setup).outcome for view in (first, second)]
    assert told == [first.told[0].outcome, second.told[0].outcome]
    assert told[0] != told[1]
    page.rows[1].link.click()
    assert page.document.case == second.case
    page.rows[0].link.click()
    assert page.document.library_id == first.source


def test_a_search_can_be_stopped_and_says_so(page):
    page.left.choose("barred")
    page.right.choose("barred")
    page.deciding.choose(MINOR)
    page.look()
    assert page.stop_button.isEnabled()
    page.stop_button.click()
    assert page.status.text() == "Stopped before anything was found."
    assert page.find_button.isEnabled()
    assert not page.stop_button.isEnabled()


def test_what_was_found_for_other_versions_says_so(page):
    page.left.choose("heard")
    page.look()
    page.finish()
    assert page.status.text() == ""
    page.document.set_version("right", "2024-05-01")
    assert page.status.text().startswith("These were found for other versions")


def test_where_the_search_gives_up_it_proves_nothing(page):
    page.document.set_version("right", page.document.setup.left)
    page.left.choose("heard")
    page.right.choose("returned")
    page.near.setChecked(True)
    page.look()
    page.finish()
    assert page.views() == ()
    assert "does not prove" in page.status.text()


def test_everything_has_a_name_and_a_key_in_both_languages(page):
    for lang in ("en", "fr"):
        page.document.set_language(lang)
        page.left.choose("heard")
        page.look()
        page.finish()
        named = [*page.findChildren(QAbstractButton), *page.findChildren(QComboBox)]
        assert all(part.accessibleName() for part in named if part.isVisibleTo(page))
        keyed = [page.find_button, page.pair_button, page.stop_button, page.near]
        keyed += [choice.label for choice in (page.left, page.right, page.deciding)]
        keys = [part.text().lower().split("&")[1][0] for part in keyed]
        assert len(set(keys)) == len(keys)
        view = page.views()[0]
        assert page.rows[0].link.accessibleName() == view.name
        assert all(told.words in view.name for told in view.told)
