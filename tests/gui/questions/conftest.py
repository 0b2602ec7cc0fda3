"""The questions of an empty case on a screen that is not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from gui.document import Document
from gui.questions.panel import QuestionsPanel
from gui.questions.row import FactRow
from gui.questions.rows import FactRows


@pytest.fixture
def document(qapp) -> Document:
    return Document()


@pytest.fixture
def panel(qtbot, document) -> QuestionsPanel:
    made = QuestionsPanel(document)
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def row(panel) -> Callable[[str], FactRow]:
    """Return the row that asks about a path, wherever it stands on the page."""

    def find(path: str) -> FactRow:
        unfold(panel)
        rows: list[FactRow] = panel.page().findChildren(FactRow)
        return next(r for r in rows if r.path == path)

    return find


def keyboard() -> QWidget:
    """Return where the keyboard is."""
    at = QApplication.focusWidget()
    assert at is not None
    return at


def unfold(panel: QuestionsPanel) -> None:
    for rows in panel.page().findChildren(FactRows):
        rows.settled.setChecked(True)
    QCoreApplication.processEvents()


def reachable(widget: QWidget) -> list[QWidget]:
    """Return what the keyboard can stop at in a widget, as it is shown."""
    return [w for w in widget.findChildren(QWidget) if w.isVisible() and w.focusPolicy().value & 1]
