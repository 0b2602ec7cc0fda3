"""From an edit to both columns repainted, beside a bare window that changes 2 × 20 labels.

Both draw off the screen in the same process, in turn. An edit is over when the columns have been
painted and two further turns of the event loop paint nothing more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from core.case.library import library
from gui import theme
from gui.application import application
from gui.document import Document
from gui.window.settings import Settings
from gui.window.window import MainWindow
from tests.benchmarks.figures import HEAD, line, times_as_long

OPENING = "an-empty-road"
EDITS: tuple[tuple[str, Any], ...] = (
    ("entries[roxham].place", "land_port"),
    ("claimant.age", 17),
    ("relatives[cousin].relation", "sibling"),
    ("relatives[cousin].tie", "blood"),
    ("relatives[cousin].whereabouts", "elsewhere"),
    ("relatives[cousin].whereabouts", "destination"),
    ("relatives[cousin].shown", False),
    ("claimant.stateless", None),
    ("entries[roxham].place", "airport"),
    ("route.in_transit", True),
    ("entries[roxham].place", None),
    ("route.in_transit", False),
    ("claimant.stateless", False),
    ("relatives[cousin].shown", True),
    ("relatives[cousin].tie", None),
    ("relatives[cousin].relation", "cousin"),
    ("claimant.age", 34),
    ("entries[roxham].place", "between_land"),
)
ROWS = 20
TURNS = 200
"""So many turns of the event loop without painting mean that an edit shows nothing new."""


class Painted(QObject):
    """Counts how often the widgets it watches are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.times = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        if event.type() == QEvent.Type.Paint:
            self.times += 1
        return False


def report(edits: int) -> Iterator[str]:
    """Measure and word the figures."""
    yield "An edit to both columns repainted"
    yield f"  {len(EDITS)} edits of the opening case round and round, after one round unmeasured"
    yield HEAD
    qInstallMessageHandler(_tell)
    application()
    theme.configure("light", 1.0)
    window = MainWindow(Document(library().load(OPENING)), Settings(lang="en"))
    bare, labels = _bare_window()
    for each in (window, bare):
        each.resize(1440, 960)
        each.show()
        _rest()
    window.body.show_columns()
    ours, base, unseen = _measured(window, labels, Painted(bare), edits)
    yield line("the window of the program", ours)
    yield line(f"baseline, bare window with 2 × {ROWS} labels", base)
    yield times_as_long(ours, base)
    if unseen:
        yield f"  {unseen} edits changed nothing on the screen and are left out"
    for each in (window, bare):
        each.hide()
        each.deleteLater()
    _rest()


def _measured(
    window: MainWindow, labels: list[QLabel], bare_paints: Painted, edits: int
) -> tuple[list[float], list[float], int]:
    columns = window.body.columns
    paints = Painted(columns.content, columns.head)
    ours: list[float] = []
    base: list[float] = []
    unseen = 0
    for number, (path, value) in enumerate(islice(cycle(EDITS), len(EDITS) + edits)):
        found = _until_painted(partial(window.document.set_fact, path, value), paints)
        shown = _until_painted(partial(_change, labels, number), bare_paints)
        if number < len(EDITS):
            continue
        if found is None or shown is None:
            unseen += 1
            continue
        ours.append(found)
        base.append(shown)
    return ours, base, unseen


def _until_painted(edit: Callable[[], object], paints: Painted) -> float | None:
    """How long it takes from the edit until all that changes is painted; None if nothing is."""
    before = paints.times
    start = perf_counter()
    edit()
    quiet = 0
    end = start
    for _ in range(TURNS):
        seen = paints.times
        QApplication.processEvents()
        if paints.times > seen:
            end, quiet = perf_counter(), 0
        elif paints.times > before:
            quiet += 1
            if quiet == 2:
                return end - start
    return None


def _bare_window() -> tuple[QWidget, list[QLabel]]:
    window = QWidget()
    grid = QGridLayout(window)
    labels = [QLabel("not yet", window) for _ in range(2 * ROWS)]
    for at, label in enumerate(labels):
        grid.addWidget(label, at // 2, at % 2)
    return window, labels


def _change(labels: list[QLabel], number: int) -> None:
    for at, label in enumerate(labels):
        label.setText(f"Row {at} says something else the {number}th time.")


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, save what the platform without a screen says of every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _rest() -> None:
    for _ in range(10):
        QApplication.processEvents()
