"""Into which country the journey goes, as two segments at the end of the header."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.case.catalogue import catalogue
from gui.document import Document
from gui.parts.segments import Segments

FACT = "journey.into"


class Direction(Segments):
    """The fact of the direction; it is one of the questions too, and says the same there."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("direction")
        self._document = document
        self.picked.connect(self._choose)

    def refresh(self) -> None:
        """Show what the case says."""
        lang = self._document.lang
        fact = catalogue().fact(FACT)
        positions = tuple((code, words[lang]) for code, words in catalogue().directions.items())
        question = (fact.ask or fact.label)[lang]
        self.show_positions(positions, self._document.case.get(FACT), question)

    def turn(self) -> None:
        """Let the journey go into the other country."""
        codes = list(catalogue().directions)
        here = self._document.case.get(FACT)
        at = codes.index(here) + 1 if here in codes else 0
        self._choose(codes[at % len(codes)])

    def _choose(self, code: str) -> None:
        self._document.set_fact(FACT, code)
