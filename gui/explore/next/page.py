"""Open questions: left what each column can still come to, right the questions, those that settle most first.

A click on an answer gives it, as one step that can be undone; the title of a question leads to it. The
search works in slices; until it is done, what was found before stays, and an answer given from it still
goes into the case as it is then.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from core.explore.nextquestion import LEFT, RIGHT, Answer, Next, next_questions
from core.explore.offers import given
from core.explore.steps import Step
from core.report.next import NextWords, later_words
from core.words import say
from gui import theme
from gui.document import Document
from gui.explore.next.row import QuestionRow
from gui.explore.next.still import Still
from gui.explore.page import Page
from gui.explore.slices import Slices
from gui.parts.label import RoleLabel


class NextPage(Page):
    """What is open, and the questions."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self._key: object = None
        self._found: tuple[NextWords, Next] | None = None
        self._slices = Slices(self)
        self._slices.told.connect(self._tell)
        self.rows: list[QuestionRow] = []
        self._build()

    def _build(self) -> None:
        self.still = (Still(self, LEFT), Still(self, RIGHT))
        self.agreement = RoleLabel(self, font="strong")
        self.progress = RoleLabel(self, font="small", colour="text_muted")
        self.title = RoleLabel(self, font="small", colour="text_muted")
        self.nothing = RoleLabel(self, font="strong")
        self.hint = RoleLabel(self, font="small", colour="text_muted")
        self.later = RoleLabel(self, font="small", colour="text_muted")
        inner = self._inner = QWidget(self)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addWidget(self.later)
        self._list.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for surface in (self.area.viewport(), inner):
            surface.setAutoFillBackground(False)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for part in (self.agreement, *self.still, self.progress):
            self._left.addWidget(part)
        self._left.addStretch(1)
        for part in (self.title, self.nothing, self.hint):
            self._right.addWidget(part)
        self._right.addWidget(self.area, 1)
        self._right.addStretch(0)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(self._left, 30)
        self._columns.addLayout(self._right, 70)

    # --- showing -----------------------------------------------------------------------------------
    def refresh(self) -> None:
        document = self.document
        self.setAccessibleName(say(document.lang, "Open questions"))
        self.area.setAccessibleName(say(document.lang, "Open questions"))
        key = document.case, str(document.setup.plain())
        if key == self._key and self._found is not None:
            self._show(self._found[1])
            return
        self._key = key
        self.progress.say(say(document.lang, "Looking at what is open…"))
        search = next_questions(document.case, document.setup, document.comparison)
        self._slices.start(search, self._show)

    @property
    def busy(self) -> bool:
        """Whether the search is under way."""
        return self._slices.busy

    def finish(self) -> None:
        """Find everything now; for pictures and tests."""
        self._slices.finish()

    def leave(self) -> None:
        if self._slices.busy:
            self._slices.stop()
            self._key = None

    def _tell(self, step: Step) -> None:
        lang = self.document.lang
        if self._slices.busy and step.of:
            told = say(lang, "Looking at what is open: {n} of {m}…", n=step.done, m=step.of)
            self.progress.say(told)

    def _show(self, found: Next) -> None:
        document = self.document
        words = NextWords(document.comparison, found, document.case, document.lang)
        self._found = words, found
        self.progress.say(words.exhausted())
        self.agreement.say(words.agreement())
        for still in self.still:
            still.show_words(words)
        self.nothing.say(words.nothing_open())
        hint = say(
            words.lang,
            "Choose “unknown” at a question, and here stands what each of its answers would settle.",
        )
        self.hint.say(hint if words.nothing_open() else "")
        head = say(
            words.lang, "The question that settles most often first; a click gives the answer"
        )
        self.title.say(head if found.questions else "")
        self.area.setVisible(bool(found.questions))
        self._show_questions(words)
        self.later.say(" ".join(later_words(words)))

    def _show_questions(self, words: NextWords) -> None:
        questions = words.next.questions
        while len(self.rows) < len(questions):
            row = QuestionRow(self._inner)
            row.asked.connect(self._lead_to)
            row.answered.connect(self._give)
            row.restyle()
            self._list.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(questions))
            if at < len(questions):
                row.show_question(at + 1, questions[at], words)

    # --- doing -------------------------------------------------------------------------------------
    def _lead_to(self, name: str) -> None:
        """Lead to the question of a fact."""
        self.document.choose_fact(name)
        self.fact_chosen.emit(name)

    def _give(self, answer: Answer) -> None:
        """Give an answer: one step that can be undone."""
        offer, document = answer.offer, self.document
        kind, colon, name = offer.name.partition(":")
        if colon and kind == "reading":
            document.set_reading(name, str(offer.value))
        elif colon:
            document.set_assumption(name, str(offer.value))
        else:
            bare = offer.path.removesuffix("[+]")
            document.apply_case(given(document.case, offer), catalogue().fact(bare).label)

    # --- looks -------------------------------------------------------------------------------------
    def restyle(self) -> None:
        self._columns.setSpacing(theme.space(5))
        self._left.setSpacing(theme.space(2))
        self._right.setSpacing(theme.space(1.5))
        self._list.setSpacing(theme.space(1))
        for still in self.still:
            still.restyle()
        for row in self.rows:
            row.restyle()
