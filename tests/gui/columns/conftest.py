"""The two columns on a case of the library, as large as they stand in a window of 1280×800."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.case.library import library
from gui.columns.panel import ColumnsPanel
from gui.document import Document


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load("an-empty-road"))


@pytest.fixture
def show(qtbot) -> Callable[..., ColumnsPanel]:
    """Show the columns of a document at a size."""

    kept = []

    def shown(document: Document, width: int = 900, height: int = 600) -> ColumnsPanel:
        panel = ColumnsPanel(document)
        qtbot.addWidget(panel)
        kept.append(panel)
        panel.resize(width, height)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return shown


@pytest.fixture
def panel(document, show):
    return show(document)
