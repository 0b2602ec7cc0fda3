"""Which editor states which type of fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.case.facts import Fact
from gui.questions.editors.base import Editor
from gui.questions.editors.choice import ComboEditor, SegmentsEditor
from gui.questions.editors.country import CountriesEditor, CountryEditor
from gui.questions.editors.dates import DateEditor
from gui.questions.editors.line import IntegerEditor, LineEditor, TimeEditor
from gui.questions.editors.ticks import TicksEditor

if TYPE_CHECKING:
    from gui.document import Document

FEW = 3
"""So many choices stand side by side; more go into a combo box."""

EDITORS: dict[str, Callable[[Fact, QWidget], Editor]] = {
    "boolean": SegmentsEditor,
    "choice": ComboEditor,
    "integer": IntegerEditor,
    "text": LineEditor,
    "date": DateEditor,
    "time": TimeEditor,
    "country": CountryEditor,
    "choices": TicksEditor,
    "countries": CountriesEditor,
}


def editor_for(fact: Fact, document: Document, parent: QWidget) -> Editor:
    """Make the editor of a fact."""
    if fact.type == "records":
        from gui.questions.records import RecordsEditor

        return RecordsEditor(fact, document, parent)
    if fact.type == "choice" and len(fact.choices) <= FEW:
        return SegmentsEditor(fact, parent)
    return EDITORS[fact.type](fact, parent)
