"""A window with the training room, and someone who reads everything in it."""

from __future__ import annotations

import pytest

from core.case.library import library
from core.training.packfile import packs
from gui.document import Document
from gui.training.presenter.desk import Desk
from gui.training.votes.session import Session
from gui.window.settings import Settings
from gui.window.window import MainWindow

PACK = "debate-2018"


class Person:
    """Throws away what is not saved, when asked."""

    def leave(self, lang: str, title: str) -> str:
        return "discard"


@pytest.fixture
def pack():
    return packs()[PACK].pack


@pytest.fixture
def desk(qtbot, home):
    """A desk by itself, with a session that has just begun."""
    made = Desk("en", None)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    session = Session.start(packs()[PACK])
    made.begin(session)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.put_away()
    session.store.release()


@pytest.fixture
def window(qtbot):
    made = MainWindow(Document(library().load("an-empty-road")), Settings())
    made.files.dialogs = Person()  # type: ignore[assignment]
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.training.open_id(PACK)
    return made
