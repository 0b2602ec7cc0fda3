"""One page of the room: it shows one kind of answer about the open case, and only while it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.document import Document

Words = Callable[[str], str]


class Page(QWidget):
    """A page; :meth:`refresh` is called when it comes into sight and after every edit while it is seen.

    A page that takes longer than a frame works in slices (:mod:`gui.explore.slices`) and says so.
    ``fact_chosen`` asks for the question of a fact, whose station has been chosen,
    ``page_wanted`` for another page of the room.
    """

    fact_chosen = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def refresh(self) -> None:
        """Show the document as it now is, in its language."""

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme."""

    def leave(self) -> None:
        """Stop whatever is under way; the page is out of sight."""

    def open_entry(self, name: str) -> None:
        """Open a case of the library in the window, which asks before work is lost."""
        files = getattr(self.window(), "files", None)
        if files is not None:
            files.open_entry(name)


@dataclass(frozen=True)
class PageKind:
    """What the room knows of a page before it is made: ``share`` is how much of the body it asks for.

    With 0 a page is as high as it needs; with 1 it takes the place of the questions and the columns.
    """

    id: str
    words: Words
    make: Callable[[Document, QWidget], Page]
    share: float = 0.5
    keys: tuple[str, ...] = ()
