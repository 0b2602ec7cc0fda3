"""Where the trainer types what the room votes: hands for each choice, and teams by their code.

What is typed is on the disk with every digit. Numbers under five are seen by who typed them, and by
nobody else: the audience's slide withholds them.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.report.quiz import offer_words, outcome_choice
from core.training.model import COLUMNS, Side
from core.training.store import StoreError
from core.training.votes import FEWEST, LONGEST, MOST, Part, Round, VoteError
from core.words import many, say
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.segments import Segments
from gui.training.pieces import word
from gui.training.presenter.showing import Asked
from gui.training.votes.session import Session

PARTS: tuple[Part, ...] = ("outcome", "provision")
Choices = tuple[tuple[str, str], ...]


class Hands(QWidget):
    """One choice and how many hands went up for it."""

    changed = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = ""
        self.words = RoleLabel(self)
        self.count = QSpinBox(self)
        self.count.setRange(0, MOST)
        self.count.valueChanged.connect(lambda n: self.changed.emit(self.choice, n))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)

    def ask(self, choice: str, words: str, count: int, where: str) -> None:
        """Ask for the hands of a choice."""
        self.choice = choice
        self.words.say(words)
        self.count.blockSignals(True)
        self.count.setValue(count)
        self.count.blockSignals(False)
        for field in (self.count, self.count.lineEdit()):
            field.setAccessibleName(f"{where}: {words}")


class VotePanel(QWidget):
    """Both columns of one question to the room, in one round."""

    recorded = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("votes")
        self._session: Session | None = None
        self._asked: Asked | None = None
        self._round: Round = "first"
        self._part: Part = "outcome"
        self.title = RoleLabel(self, font="heading")
        self.parts = Segments(self)
        self.heads = tuple(RoleLabel(self, font="strong") for _ in COLUMNS)
        self.rows: dict[Side, list[Hands]] = {side: [] for side in COLUMNS}
        self.totals = tuple(RoleLabel(self, font="small", colour="text_muted") for _ in COLUMNS)
        self.code_label, self.code = QLabel(self), QLineEdit(self)
        self.teams = tuple(QComboBox(self) for _ in COLUMNS)
        self.record_button = QPushButton(self)
        self.undo_button = QPushButton(self)
        self._build()
        self.parts.picked.connect(self._part_picked)
        self.record_button.clicked.connect(self._record_team)
        self.code.returnPressed.connect(self._record_team)
        self.undo_button.clicked.connect(self._take_back)
        theme.changed.connect(self.restyle)
        self.restyle()

    def ask(self, session: Session, asked: Asked, round_: Round) -> None:
        """Ask for the votes of a round on an exercise."""
        self._session, self._asked, self._round = session, asked, round_
        self._show()

    # --- showing ------------------------------------------------------------------------------------
    def _choices(self, side: Side) -> Choices:
        assert self._asked is not None
        column, lang = self._asked.question.column(side), self._asked.lang
        words = (
            [(o, outcome_choice(o, column.country, lang)) for o in column.outcomes]
            if self._part == "outcome"
            else [(o.id, offer_words(o, lang)) for o in column.provisions]
        )
        return tuple(
            (choice, f"{letter}  {told}")
            for letter, (choice, told) in zip(ascii_uppercase, words, strict=False)
        )

    def _show(self) -> None:
        assert self._asked is not None
        lang = self._asked.lang
        rounds: dict[Round, str] = {
            "before": say(lang, "Vote before"),
            "first": say(lang, "First vote"),
            "second": say(lang, "Second vote"),
            "after": say(lang, "Vote after"),
        }
        self.title.say(rounds[self._round])
        words = {"outcome": say(lang, "Outcome"), "provision": say(lang, "Provision")}
        positions = tuple((part, words[part]) for part in PARTS)
        self.parts.show_positions(positions, self._part, say(lang, "What is voted on:"))
        for at, side in enumerate(COLUMNS):
            self._show_side(at, side)
        self.code_label.setText(say(lang, "Team c&ode:"))
        self.code.setAccessibleName(say(lang, "Team code"))
        self.code.setMaxLength(LONGEST)
        word(self.record_button, say(lang, "Record the tea&m's vote"))
        word(self.undo_button, say(lang, "Take the &last one back"))
        self._show_totals()

    def _show_side(self, at: int, side: Side) -> None:
        assert self._asked is not None and self._session is not None
        choices, head = self._choices(side), self._asked.heads[at]
        name = self._asked.question.exercise
        counts = self._session.counted(name, side, self._round, self._part)
        self.heads[at].say(head)
        rows = self.rows[side]
        while len(rows) < len(choices):
            hands = Hands(self)
            hands.changed.connect(lambda c, n, side=side: self._record_hands(side, c, n))
            self._grid.addWidget(hands, 1 + len(rows), at)
            rows.append(hands)
        for number, hands in enumerate(rows):
            there = number < len(choices)
            hands.setVisible(there)
            choice, words = choices[number] if there else ("", "")
            hands.ask(choice, words, counts.get(choice, 0), head)
        self.teams[at].clear()
        self.teams[at].setAccessibleName(head)
        for choice, words in choices:
            self.teams[at].addItem(words, choice)
        self.teams[at].setCurrentIndex(-1)

    def _show_totals(self) -> None:
        assert self._asked is not None and self._session is not None
        name, lang = self._asked.question.exercise, self._asked.lang
        for label, side in zip(self.totals, COLUMNS, strict=True):
            hands = sum(self._session.counted(name, side, self._round, self._part).values())
            teams = sum(self._session.teams(name, side, self._round, self._part).values())
            told = [many(lang, "{n} hand", "{n} hands", hands)]
            if teams:
                told.append(many(lang, "{n} team", "{n} teams", teams))
            if 0 < hands < FEWEST:
                told.append(
                    many(lang, "withheld under {n} answer", "withheld under {n} answers", FEWEST)
                )
            label.say(" · ".join(told))

    # --- recording ----------------------------------------------------------------------------------
    def _record_hands(self, side: Side, choice: str, count: int) -> None:
        if self._session is None or self._asked is None or not choice:
            return
        try:
            name = self._asked.question.exercise
            self._session.hands(name, side, self._round, self._part, choice, count)
        except (VoteError, StoreError) as error:
            self.failed.emit(str(error))
            return
        self._show_totals()
        self.recorded.emit()

    def _record_team(self) -> None:
        """A team's vote for whichever columns were chosen; the code is asked for again afterwards."""
        if self._session is None or self._asked is None:
            return
        lang, name, code = self._asked.lang, self._asked.question.exercise, self.code.text()
        chosen = [(s, box.currentData()) for s, box in zip(COLUMNS, self.teams, strict=True)]
        given = [(side, choice) for side, choice in chosen if choice]
        if not given:
            self.failed.emit(say(lang, "Choose what the team voted for, then record it."))
            return
        try:
            for side, choice in given:
                self._session.team(name, side, self._round, self._part, choice, code)
        except (VoteError, StoreError) as error:
            self.failed.emit(str(error))
            return
        self.code.clear()
        for box in self.teams:
            box.setCurrentIndex(-1)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_totals()
        self.recorded.emit()

    def _take_back(self) -> None:
        if self._session is None:
            return
        try:
            self._session.take_back()
        except StoreError as error:
            self.failed.emit(str(error))
            return
        self._show()
        self.recorded.emit()

    def _part_picked(self, part: str) -> None:
        self._part = next(known for known in get_args(Part) if known == part)
        self._show()

    # --- room ---------------------------------------------------------------------------------------
    def _build(self) -> None:
        self._grid = QGridLayout()
        for at, head in enumerate(self.heads):
            head.setBuddy(self.teams[at])
            self._grid.addWidget(head, 0, at)
            self._grid.setColumnStretch(at, 1)
        self._sums = QGridLayout()
        for at, (total, box) in enumerate(zip(self.totals, self.teams, strict=True)):
            self._sums.addWidget(total, 0, at)
            self._sums.addWidget(box, 2, at)
            self._sums.setColumnStretch(at, 1)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._code = QHBoxLayout()
        self._code.addWidget(self.code_label)
        self._code.addWidget(self.code, 1)
        self._sums.addLayout(self._code, 1, 0, 1, 2)
        self.code_label.setBuddy(self.code)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.record_button)
        self._foot.addStretch(1)
        self._foot.addWidget(self.undo_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.parts):
            self._column.addWidget(widget)
        for layout in (self._grid, self._sums, self._foot):
            self._column.addLayout(layout)
        self._column.addStretch(1)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self._column.setSpacing(theme.space(2))
        for grid in (self._grid, self._sums):
            grid.setHorizontalSpacing(theme.space(4))
            grid.setVerticalSpacing(theme.space(1.25))
        wide = QFontMetrics(theme.font("body")).averageCharWidth() * 9
        for hands in (hands for rows in self.rows.values() for hands in rows):
            hands.count.setFixedWidth(wide)
