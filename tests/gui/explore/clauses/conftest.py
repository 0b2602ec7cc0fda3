"""A window that shows the clauses of a proposal."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from core.case.library import library
from gui.document import Document
from gui.explore.clauses.page import ClausesPage
from gui.window.settings import Settings
from gui.window.window import MainWindow


class Person:
    """Answers whether unsaved changes may go."""

    def __init__(self) -> None:
        self.leaves = "cancel"
        self.asked: list[str] = []

    def leave(self, lang: str, title: str) -> str:
        self.asked.append(title)
        return self.leaves


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def window(qtbot, person):
    made = MainWindow(Document(library().load("a-sister-in-laval")), Settings())
    made.files.dialogs = person
    made.document.set_versions("2018-05-01", "port_transfer_2019")
    qtbot.addWidget(made)
    made.resize(1440, 960)
    with qtbot.waitExposed(made):
        made.show()
    made.body.show_explore("clauses")
    yield made
    person.leaves = "discard"


@pytest.fixture
def in_window(window):
    """The page as it stands in the window."""
    return window.body.explore.page("clauses")


@pytest.fixture
def document() -> Document:
    made = Document(library().load("a-sister-in-laval"))
    made.set_versions("2018-05-01", "port_transfer_2019")
    return made


@pytest.fixture
def page(qtbot, document):
    """The page by itself."""
    around = QWidget()
    qtbot.addWidget(around)
    made = ClausesPage(document, around)
    made.restyle()
    document.changed.connect(made.refresh)
    document.language_changed.connect(made.refresh)
    made.refresh()
    yield made
    made.leave()
