"""A window on the screen that is not there, and someone who answers its dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.case.library import library
from gui.document import Document
from gui.window.settings import Settings
from gui.window.window import MainWindow


class Person:
    """Answers what the window asks, and remembers what it was asked."""

    def __init__(self) -> None:
        self.leaves = "cancel"
        self.path: Path | None = None
        self.asked: list[str] = []

    def leave(self, lang: str, title: str) -> str:
        self.asked.append(title)
        return self.leaves

    def open_path(self, lang: str, near: Path | None) -> Path | None:
        return self.path

    def save_path(self, lang: str, suggested: Path) -> Path | None:
        return self.path

    def picture_path(self, lang: str, suggested: Path) -> Path | None:
        return self.path


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def window(qtbot, person):
    made = MainWindow(Document(library().load("an-empty-road")), Settings())
    made.files.dialogs = person
    person.leaves = "discard"
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    person.leaves = "cancel"
    yield made
    person.leaves = "discard"
