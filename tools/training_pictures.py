"""Pictures of the training room, for docs/training.md and in every variant; called by tools/screenshots.py.

A session that runs keeps its votes in a folder of the user's; here that is one that is thrown away.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from gui import pictures
from gui.pictures import Shot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.window.window import MainWindow

PACK = "debate-2018"
ROAD = "3:empty-road"
SHEET = QSize(1280, 720)
HANDS = {"first": {"heard": 7, "returned": 14}, "second": {"heard": 17, "returned": 4}}


def _packs(window: MainWindow) -> QWidget:
    window.training.enter("packs")
    window.training.room.packs.finish()
    return window


def _quiz(window: MainWindow) -> QWidget:
    window.training.enter("quiz")
    page = window.training.room.quiz
    page.tabs.setCurrentIndex(1)
    left, right = page.ask.columns
    for options, number in ((left.outcome, 0), (left.provision, 1), (right.outcome, 1)):
        options.options()[number].click()
    left.sure.segments()[1].click()
    return window


def _reveal(window: MainWindow) -> QWidget:
    _quiz(window)
    window.training.room.quiz.step()
    return window


def _desk(window: MainWindow, stop: str = "vote-first") -> QWidget:
    window.training.enter("present")
    desk = window.training.sessions.desk
    assert desk.session is not None and desk.deck is not None
    for round_, counts in HANDS.items():
        for choice, n in counts.items():
            for side in ("left", "right"):
                number = n if side == "left" else 21 - n
                desk.session.hands("empty-road", side, round_, "outcome", choice, number)  # type: ignore[arg-type]
    desk.tabs.setCurrentIndex(1)
    desk.key_button.setChecked(True)
    desk.deck.jump(desk.deck.script.index(f"{ROAD}:{stop}"))
    return window


def _audience(stop: str) -> Callable[[MainWindow], QWidget]:
    def made(window: MainWindow) -> QWidget:
        _desk(window, stop)
        audience = window.training.sessions.desk.audience
        audience.resize(SHEET)
        audience.show()
        return audience

    return made


def _editor(window: MainWindow) -> QWidget:
    window.training.enter("edit")
    assert window.training.editor is not None
    window.training.editor.show_exercise("empty-road")
    return window


STAGES: dict[str, Callable[[MainWindow], QWidget]] = {
    "training-packs": _packs,
    "training-quiz": _quiz,
    "training-reveal": _reveal,
    "training-desk": _desk,
    "training-counts": _audience("spread"),
    "training-audience": _audience("both"),
    "training-editor": _editor,
}
"""What the document shows, by the name of the picture."""


@contextmanager
def _home_that_goes() -> Iterator[None]:
    before = os.environ.get("THRESHOLD_HOME")
    with TemporaryDirectory() as folder:
        os.environ["THRESHOLD_HOME"] = folder
        try:
            yield
        finally:
            os.environ.pop("THRESHOLD_HOME")
            if before is not None:
                os.environ["THRESHOLD_HOME"] = before


def take_training(folder: Path, shot: Shot, ending: str = "") -> None:
    """Take every picture of the room in one variant."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, stage in STAGES.items():
        with _home_that_goes():
            window = pictures.stage(shot)
            window.training.sessions.ask = lambda box: "wipe"
            window.training.open_id(PACK)
            shown = stage(window)
            pictures.settle()
            shown.grab().save(str(folder / f"{name}{ending}.png"))
            window.training.sessions.may_end()
            window.hide()
        print(f"{name}{ending}.png")
