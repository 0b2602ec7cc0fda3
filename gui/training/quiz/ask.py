"""What is asked of one column, and the answer as far as it is given. It is made of a question alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.report.facts import capital
from core.report.outcome import version_line
from core.report.quiz import (
    column_title,
    column_version,
    confidence_words,
    fact_choice,
    offer_words,
    outcome_choice,
)
from core.training.marking import CONFIDENCE, Answer
from core.training.model import Side
from core.training.question import NEED, Question
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.pairs import PairLayout
from gui.parts.segments import Segments
from gui.training.quiz.options import Options


class Asks(RoleLabel):
    """The words of a question, with room above them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, font="strong")

    def restyle(self) -> None:
        """Take font and the room above from the theme."""
        self.setContentsMargins(0, theme.space(2), 0, 0)
        super().restyle()


class AskColumn(QObject):
    """The widgets of one side; they stand beside those of the other in one layout of pairs."""

    answered = Signal()

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.side: Side = side
        self.title = RoleLabel(parent, font="heading")
        self.line = RoleLabel(parent, font="small", colour="text_muted")
        self.outcome = Options(parent)
        self.provision = Options(parent)
        self.fact = Options(parent)
        self.sure_asks = Asks(parent)
        self.sure = Segments(parent)
        self._confidence: int | None = None
        self._question: Question | None = None
        self._lang = "en"
        self.outcome.picked.connect(self._outcome_picked)
        for group in (self.provision, self.fact):
            group.picked.connect(lambda _: self.answered.emit())
        self.sure.picked.connect(self._sure_picked)

    def widgets(self) -> tuple[QWidget, ...]:
        """From the top down."""
        return (
            self.title,
            self.line,
            self.outcome,
            self.provision,
            self.fact,
            self.sure_asks,
            self.sure,
        )

    def ask(self, question: Question, lang: str, given: Answer | None) -> None:
        """Ask a question, with the answer that was given before a change of language."""
        self._question, self._lang = question, lang
        column = question.column(self.side)
        title = column_title(question, column.version, lang)
        self.title.say(title)
        self.line.say(version_line(column_version(question.case, column.version), lang))
        outcomes = tuple((o, outcome_choice(o, column.country, lang)) for o in column.outcomes)
        asks = say(lang, "What comes of the claim?")
        self.outcome.show_choices(asks, outcomes, given.outcome if given else None)
        provisions = tuple((o.id, offer_words(o, lang)) for o in column.provisions)
        asks = say(lang, "Which provision decides?")
        self.provision.show_choices(asks, provisions, given.provision if given else None)
        self._confidence = given.confidence if given else None
        self._ask_fact(given.fact if given else None)
        self._ask_sure()
        for group in (self.outcome, self.provision, self.fact, self.sure):
            group.setAccessibleDescription(title)

    @property
    def answer(self) -> Answer | None:
        """The answer as far as it is given; None while there is no outcome."""
        outcome = self.outcome.holds
        if outcome is None:
            return None
        provision = None if outcome == NEED else self.provision.holds
        return Answer(outcome, provision, self.fact.holds, self._confidence)

    def _ask_fact(self, holds: str | None) -> None:
        assert self._question is not None
        question, lang = self._question, self._lang
        needs = self.outcome.holds == NEED
        asks = (
            say(lang, "Which fact would you need?") if needs else say(lang, "Which fact decides?")
        )
        facts = tuple((p, capital(fact_choice(question, p, lang))) for p in question.facts)
        self.fact.show_choices(asks, facts, holds)
        self.provision.setEnabled(not needs)
        self.provision.setVisible(not needs)

    def _ask_sure(self) -> None:
        asks = say(self._lang, "How sure are you?")
        self.sure_asks.say(asks)
        levels = tuple((str(n), capital(confidence_words(n, self._lang))) for n in CONFIDENCE)
        holds = None if self._confidence is None else str(self._confidence)
        self.sure.show_positions(levels, holds, asks)

    def _outcome_picked(self, _: str) -> None:
        self._ask_fact(self.fact.holds)
        self.answered.emit()

    def _sure_picked(self, level: str) -> None:
        self._confidence = int(level)
        self._ask_sure()
        self.answered.emit()


class AskPair(QWidget):
    """Both columns, each question level with its counterpart."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = AskColumn("left", self)
        self.right = AskColumn("right", self)
        self._pairs = PairLayout(self, spacing=1, stack_below=110)
        for one, other in zip(self.left.widgets(), self.right.widgets(), strict=True):
            self._pairs.add_pair(one, other)
        for column in self.columns:
            column.answered.connect(self.answered)

    @property
    def columns(self) -> tuple[AskColumn, AskColumn]:
        """Left and right."""
        return self.left, self.right
