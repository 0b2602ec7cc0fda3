"""What every editor is: it shows a value, and offers what a person states.

An editor never changes the case. It offers a value to `write`, which answers whether the case took
it; when not, the row says why and the editor leaves what was typed as it stands. `None` is the
value of what is unknown.

What it shows comes as one `Shown`: the stated value, or, where nothing is stated, what follows
from other facts. An editor that gets the same again does nothing, so an edit elsewhere never moves
a cursor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from core.case.facts import Fact
from gui.questions.desk import Moment


@dataclass(frozen=True)
class Shown:
    """What an editor shows."""

    moment: Moment
    value: object  # as stated; None where nothing is
    derived: object = None  # what follows from other facts, where nothing is stated
    derived_words: str = ""
    complete: object = None  # of a list: None, "all" or the kinds

    @property
    def lang(self) -> str:
        """The language of the words."""
        return self.moment.lang


Write = Callable[[object], bool]


class Editor(QWidget):
    """The part of a row with which a fact is stated."""

    asks_itself = False
    """Whether the questions inside say enough, so that the row's own is left out."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact = fact
        self.path = fact.path
        self.write: Write = lambda value: False
        self.close_list: Callable[[object], None] = lambda kinds: None
        self.refuse: Callable[[str], None] = lambda sentence: None

    def present(self, shown: Shown) -> None:
        """Show a value; called after every edit, in the language asked for."""
        raise NotImplementedError

    def name(self, question: str, description: str) -> None:
        """Tell a screen reader what is asked here."""
        raise NotImplementedError

    def buddy(self) -> QWidget:
        """Return what the question's mnemonic brings the keyboard to."""
        raise NotImplementedError

    def bind(self, path: str) -> None:
        """Edit another place in the case."""
        self.path = path

    def spell(self, lang: str, taken: set[str]) -> None:
        """Take the words of a language for questions inside, with letters that are left."""

    def ask(self, path: str) -> bool:
        """Bring the keyboard to a question inside; tell whether there is one."""
        return False

    def list_closed(self, kinds: object) -> None:
        """Offer what a person said of the completeness of a list."""
        self.close_list(kinds)

    def forget(self) -> None:
        """Make the fact unknown, and drop what was typed."""
        self.write(None)
