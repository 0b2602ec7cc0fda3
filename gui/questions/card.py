"""One member of a list: a sentence that opens, its questions, and a button that removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.case.facts import Fact
from core.words import say
from gui import theme
from gui.questions import words
from gui.questions.desk import NEW, Moment
from gui.questions.push import Push
from gui.questions.wrap import plain

if TYPE_CHECKING:
    from gui.document import Document
    from gui.questions.rows import FactRows


class RecordCard(theme.Card):
    """A card that asks for `opened` and `removed`; what is inside is made when first opened."""

    opened = Signal()
    removed = Signal()

    def __init__(self, fact: Fact, document: Document, parent: QWidget) -> None:
        super().__init__(parent, ground="surface_alt")
        self.fact = fact
        self.body: FactRows | None = None
        self.bare = False
        self._document = document
        self._prefix = ""
        self._spelling: tuple[str, frozenset[str]] = ("en", frozenset())
        self.head = Push(self, icon="next", framed=False)
        self.head.clicked.connect(self.opened)
        self.remove = QToolButton(self)
        self.remove.setAutoRaise(True)
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.clicked.connect(self.removed)
        self._top = QHBoxLayout()
        self._top.addWidget(self.head, 1)
        self._top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._top)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def bind(self, prefix: str) -> None:
        """Stand for the member at a path such as `relatives[ana]`."""
        self._prefix = prefix
        if self.body is not None:
            self.body.bind(f"{prefix}.", f"{self.fact.path}[].")

    def spell(self, lang: str, taken: set[str]) -> None:
        """Take the words of a language."""
        self._spelling = (lang, frozenset(taken))
        if self.body is not None:
            self.body.spell(lang, set(taken))

    def set_bare(self, bare: bool) -> None:
        """Show the questions alone, as of a list that has one member as a rule."""
        if bare == self.bare:
            return
        self.bare = bare
        self.head.setVisible(not bare)
        self.remove.setVisible(not bare)
        self._follow_theme()

    def refresh(self, moment: Moment, *, open_: bool) -> bool:
        """Show what the case says of the member; tell whether its questions are new."""
        if NEW not in self._prefix:
            self._say(words.member(self._document, self._prefix, self.fact), moment.lang)
        self.head.set_icon("down" if open_ else "next")
        new = open_ and self.body is None
        if new:
            self._make_body()
        if self.body is not None:
            if open_:
                self.body.refresh(moment)
            self.body.setVisible(open_)
        return new

    def first_stop(self) -> QWidget:
        """Return where the keyboard goes in an open card: to its first question."""
        rows = self.body.rows if self.body is not None else []
        return rows[0].editor.buddy() if rows else self.head

    def _say(self, sentence: str, lang: str) -> None:
        self.head.reword(plain(sentence))
        self.head.setAccessibleName(sentence)
        removing = say(lang, "Remove {name}", name=sentence)
        self.remove.setToolTip(theme.plain_tip(removing))
        self.remove.setAccessibleName(removing)

    def _make_body(self) -> None:
        from gui.questions.rows import FactRows

        self.body = FactRows(self.fact.fields, self._document, self)
        self._layout.addWidget(self.body)
        self.bind(self._prefix)
        lang, taken = self._spelling
        self.spell(lang, set(taken))

    def _follow_theme(self) -> None:
        edge = 0 if self.bare else theme.space(1.5)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(0 if self.bare else theme.space(2))
        self.set_roles(
            "surface" if self.bare else "surface_alt", "surface" if self.bare else "line"
        )
        self.remove.setIcon(theme.icon("delete"))
        self.remove.setFont(theme.font("body"))
