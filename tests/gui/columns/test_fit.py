"""Nothing is cut off: every case of the library, in French, at every size of text."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from core.case.library import library
from gui import theme
from gui.document import Document
from tests.gui.window.fitting import too_large


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [820, 1200])
def test_no_case_of_the_library_cuts_a_word(show, scale, width):
    theme.set_text_scale(scale)
    document = Document(library().load("an-empty-road"), "fr")
    panel = show(document, width, 520)
    faults = {}
    for entry in library().entries:
        document.open(library().load(entry.id))
        QApplication.processEvents()
        if found := too_large(panel):
            faults[entry.id] = found
    assert faults == {}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_empty_case_cuts_nothing_either(show, scale):
    theme.set_text_scale(scale)
    panel = show(Document(lang="fr"), 820, 520)
    QApplication.processEvents()
    assert too_large(panel) == []
