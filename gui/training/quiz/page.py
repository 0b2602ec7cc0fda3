"""The quiz alone at the screen: predict both columns, commit, see the reasoning; then the next question.

Until the commit every word here comes from a :class:`core.training.question.Question`, which holds nothing
of the key. Where there is no room for case and answers side by side they stand behind two tabs.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.report.quiz import score_lines
from core.training.model import COLUMNS, Pack
from core.training.quiz import Quiz
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.tabs import Tabs
from gui.training.pieces import word
from gui.training.quiz.ask import AskPair
from gui.training.quiz.case import CasePane
from gui.training.quiz.reveal import RevealPane
from gui.training.scroll import Scroll, discard

LINES_FOR_TWO = 70
"""So many lines of text must fit across for case and answers to stand side by side."""
CASE, ANSWER = range(2)
SHARES = (3, 7)


class QuizPage(QWidget):
    """One quiz at a time; `finished` says that the person is done with it."""

    finished = Signal()
    provision_asked = Signal(str)
    moved = Signal()
    """Another question, or another stage of it."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiz")
        self._lang = lang
        self._quiz: Quiz | None = None
        self.pack: Pack | None = None
        self.reveal: RevealPane | None = None
        self.tabs = Tabs(self)
        self.case = CasePane()
        self.case_area = Scroll(self.case, self)
        self.ask = AskPair()
        self.ask_area = Scroll(self.ask, self)
        self.reveal_area = Scroll(None, self)
        self.score = RoleLabel(self)
        self.hint = RoleLabel(self, font="small", colour="text_muted")
        self.button = QPushButton(self)
        self._build()
        self.ask.answered.connect(self._answered)
        self.button.clicked.connect(self.step)
        self.tabs.currentChanged.connect(self._arrange)
        theme.changed.connect(self.restyle)
        self.restyle()

    # --- what it is about ---------------------------------------------------------------------------
    def start(self, quiz: Quiz, pack: Pack) -> None:
        """Begin a quiz on a pack. Raises ExerciseError, VersionError for a first question that cannot be."""
        _ = quiz.question
        self._quiz, self.pack = quiz, pack
        self._throw_reveal_away()
        self._show_question()

    @property
    def quiz(self) -> Quiz | None:
        """The quiz that is under way."""
        return self._quiz

    def place_words(self) -> str:
        """Which question of how many this is; it says nothing of any answer."""
        quiz = self._quiz
        if quiz is None or quiz.stage == "done":
            return ""
        return say(self._lang, "question {n} of {all}", n=quiz.number, all=quiz.total)

    def retranslate(self, lang: str) -> None:
        """Speak another language; the answers given so far stay."""
        self._lang = lang
        quiz = self._quiz
        if quiz is None:
            return
        if quiz.stage == "done":
            self._show_score()
        elif self.reveal is not None:
            self._ask_again()
            self.reveal.show_words(lang)
            self._word_buttons()
        else:
            self._ask_again()
            self._word_buttons()

    # --- the steps ----------------------------------------------------------------------------------
    def step(self) -> None:
        """Do what the button says: commit, go on, or leave."""
        quiz = self._quiz
        if quiz is None:
            return
        if quiz.stage == "predicting" and self._both_given():
            self._commit(quiz)
        elif quiz.stage == "revealed":
            self._throw_reveal_away()
            quiz.next()
            self._show_next()
        elif quiz.stage == "done":
            self.finished.emit()

    def _show_next(self) -> None:
        assert self._quiz is not None
        self._show_score() if self._quiz.stage == "done" else self._show_question()

    def _commit(self, quiz: Quiz) -> None:
        for side, column in zip(COLUMNS, self.ask.columns, strict=True):
            answer = column.answer
            assert answer is not None
            quiz.predict(side, answer)
        quiz.commit()
        self.reveal = RevealPane(quiz.question, quiz.reveal(), self._lang)
        self.reveal.provision_asked.connect(self.provision_asked)
        self.reveal.to_be_seen.connect(self.reveal_area.see)
        self.reveal_area.put(self.reveal)
        self._word_buttons()
        self._arrange()
        self.reveal_area.verticalScrollBar().setValue(0)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def _throw_reveal_away(self) -> None:
        if self.reveal is not None:
            self.reveal_area.put(None)
            discard(self.reveal)
            self.reveal = None

    # --- showing ------------------------------------------------------------------------------------
    def _show_question(self) -> None:
        self._ask_again(fresh=True)
        self._word_buttons()
        for area in (self.case_area, self.ask_area):
            area.verticalScrollBar().setValue(0)
        self.tabs.setCurrentIndex(CASE)
        self._arrange()
        self.moved.emit()

    def _ask_again(self, *, fresh: bool = False) -> None:
        assert self._quiz is not None
        question = self._quiz.question
        self.case.show_question(question, self._lang)
        for column in self.ask.columns:
            column.ask(question, self._lang, None if fresh else column.answer)

    def _show_score(self) -> None:
        assert self._quiz is not None
        lines = score_lines(self._quiz.score(), self._lang)
        self.score.say("\n".join(lines))
        self._word_buttons()
        self._arrange()
        self.moved.emit()

    def _both_given(self) -> bool:
        return all(column.answer is not None for column in self.ask.columns)

    def _answered(self) -> None:
        self._word_buttons()

    def _word_buttons(self) -> None:
        lang, quiz = self._lang, self._quiz
        assert quiz is not None
        predicting = quiz.stage == "predicting"
        last = quiz.number == quiz.total
        if predicting:
            words = say(lang, "Co&mmit")
            hint = (
                say(lang, "Nothing of the answer is shown before. An answer stands once committed.")
                if self._both_given()
                else say(lang, "Say for both versions what comes of the claim; then commit.")
            )
        elif quiz.stage == "done":
            words, hint = say(lang, "&Done"), ""
        else:
            words = say(lang, "See the &score") if last else say(lang, "Next &question")
            hint = say(lang, "Teaching tool, not legal advice.")
        word(self.button, words)
        self.button.setEnabled(not predicting or self._both_given())
        self.hint.say(hint)
        self.tabs.setTabText(CASE, say(lang, "Story"))
        self.tabs.setTabText(ANSWER, say(lang, "Your answer"))
        self.tabs.setAccessibleName(say(lang, "Parts of the quiz"))
        self.case_area.setAccessibleName(say(lang, "Story"))
        self.ask_area.setAccessibleName(say(lang, "Your answer"))
        self.reveal_area.setAccessibleName(say(lang, "The reasoning"))

    # --- room ---------------------------------------------------------------------------------------
    def _build(self) -> None:
        for _ in (CASE, ANSWER):
            self.tabs.addTab("")
        self._cards = (theme.Card(self), theme.Card(self))
        self._rooms = [QVBoxLayout(card) for card in self._cards]
        self._rooms[CASE].addWidget(self.case_area)
        for widget in (self.ask_area, self.reveal_area):
            self._rooms[ANSWER].addWidget(widget, 1)
        self._rooms[ANSWER].addWidget(self.score, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.button)
        self._rooms[ANSWER].addLayout(self._foot)
        self._beside = QHBoxLayout()
        for card, share in zip(self._cards, SHARES, strict=True):
            self._beside.addWidget(card, share)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        self._column.addLayout(self._beside, 1)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self.tabs.restyle()
        for room in self._rooms:
            room.setContentsMargins(*[theme.space(4)] * 4)
            room.setSpacing(theme.space(2))
        self._foot.setSpacing(theme.space(3))
        self._beside.setSpacing(theme.space(3))
        self._column.setSpacing(theme.space(1.5))
        self.button.setFont(theme.font("strong"))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        alone = self.width() / QFontMetrics(theme.font("body")).height() < LINES_FOR_TWO
        stage = self._quiz.stage if self._quiz else "predicting"
        at = self.tabs.currentIndex()
        self.tabs.setVisible(alone and stage != "done")
        self._cards[CASE].setVisible(stage != "done" and (not alone or at == CASE))
        self._cards[ANSWER].setVisible(not alone or at == ANSWER or stage == "done")
        self.ask_area.setVisible(stage == "predicting")
        self.reveal_area.setVisible(stage in ("committed", "revealed"))
        self.score.setVisible(stage == "done")
