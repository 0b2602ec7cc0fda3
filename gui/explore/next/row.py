"""One open question: its title leads to it, and each possible answer is a button with what it settles."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.explore.nextquestion import Answer, Question
from core.report.next import Effect, NextWords
from core.words import say
from gui import theme
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton
from gui.parts.pairs import follow_width


class QuestionRow(QWidget):
    """A question; ``asked`` leads to it, ``answered`` gives one of its answers."""

    asked = Signal(str)
    answered = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self.link = LinkButton(self, font="strong")
        self.title = RoleLabel(self, font="strong")
        self.ask = RoleLabel(self, font="small", colour="text_muted")
        self.counts = RoleLabel(self, font="small", colour="text_muted")
        self.link.clicked.connect(lambda: self.asked.emit(self.name))
        self.effects: list[EffectRow] = []
        self._head = QWidget(self)
        flow = FlowLayout(self._head, spacing=2)
        for part in (self.link, self.title, self.ask):
            flow.addWidget(part)
        follow_width(self._head)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self.counts)

    def show_question(self, number: int, question: Question, words: NextWords) -> None:
        """Show a question in the widgets that are there."""
        self.name = question.name
        self.setObjectName(f"question-{question.name}")
        title = f"{number}   {words.title(question.name)}"
        choice = ":" in question.name
        self.link.say("" if choice else title.replace("&", "&&"))
        self.title.say(title if choice else "")
        self.ask.say(words.ask(question.name))
        said = " ".join(filter(None, (words.counts(question), words.separating(question))))
        self.counts.say(said)
        self.setAccessibleName(f"{title}. {said}")
        found = words.effects(question)
        while len(self.effects) < len(found):
            row = EffectRow(self)
            row.answered.connect(self.answered)
            row.restyle()
            self._column.addWidget(row)
            self.effects.append(row)
        for at, row in enumerate(self.effects):
            row.setVisible(at < len(found))
            if at < len(found):
                row.show_effect(found[at], question, words)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._column.setContentsMargins(0, 0, theme.space(1), theme.space(2))
        self._column.setSpacing(theme.space(0.75))
        for row in self.effects:
            row.restyle()


class EffectRow(QWidget):
    """Answers that leave the same, a button each, and what they settle."""

    answered = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._answers: tuple[Answer, ...] = ()
        self.words = RoleLabel(self, font="small")
        self._flow = FlowLayout(self, spacing=1)
        follow_width(self)

    def show_effect(self, effect: Effect, question: Question, words: NextWords) -> None:
        """Show the answers; a region of days says which day its button sets."""
        self._answers = effect.answers
        self._flow.removeWidget(self.words)
        while len(self.buttons) < len(effect.names):
            button = QPushButton(self)
            button.setFont(theme.font("small"))
            at = len(self.buttons)
            button.clicked.connect(lambda _=False, at=at: self.answered.emit(self._answers[at]))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self._flow.addWidget(self.words)
        title = words.title(question.name)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(effect.names))
            if at < len(effect.names):
                name, answer = effect.names[at], effect.answers[at]
                button.setText(name.replace("&", "&&"))
                button.setAccessibleName(f"{title}: {name}. {effect.words}")
                one = words.exactly(answer)
                tip = say(words.lang, "Sets {what}", what=one) if len(answer.offers) > 1 else ""
                button.setToolTip(theme.plain_tip(tip))
        self.words.say(f"→ {effect.words}")
        settled = bool(effect.answers[0].settles)
        self.words.set_colour("text" if settled else "text_muted")

    def restyle(self) -> None:
        """Take the font from the theme."""
        for button in self.buttons:
            button.setFont(theme.font("small"))
