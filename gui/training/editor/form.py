"""The form of one exercise: how its key stands, its notes, and the step that varies one fact of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from core.report.facts import capital, put, stated_words
from core.training.model import Exercise
from core.training.question import question_of
from core.training.stale import Move, Standing
from core.training.work import Worked
from core.words import say
from gui import theme
from gui.parts.label import Heading, RoleLabel
from gui.story.panel import StoryEdit

PARTS = ("teaches", "mistake")


class ExerciseForm(QWidget):
    """Fields for one exercise. What is typed goes out at once; what is refused is told by whoever listens."""

    noted = Signal(str, str)
    varied = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worked: Worked | None = None
        self._shown: object = None
        self._lang = "en"
        self.title = RoleLabel(self, font="heading")
        self.state = RoleLabel(self)
        self.labels = {part: QLabel(self) for part in PARTS}
        self.notes = {part: StoryEdit(self) for part in PARTS}
        self.vary_heading = Heading(self)
        self.fact, self.value = QComboBox(self), QComboBox(self)
        self.value.setEditable(True)
        self.value_label = QLabel(self)
        self.value_label.setBuddy(self.value)
        self.vary_heading.setBuddy(self.fact)
        self.vary_button = QPushButton(self)
        self._build()
        self.fact.currentIndexChanged.connect(self._offer_values)
        self.vary_button.clicked.connect(self._vary)
        for part, field in self.notes.items():
            field.textChanged.connect(lambda part=part: self._note(part))
            self.labels[part].setBuddy(field)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_exercise(
        self, worked: Worked | None, exercise: Exercise, standing: Standing, lang: str
    ) -> None:
        """Show an exercise; ``worked`` is None where it cannot be worked."""
        same = (worked and worked.file.case, lang, exercise.id)
        fresh, self._shown = same != self._shown, same
        self._worked, self._lang = worked, lang
        title = worked.file.title(lang) if worked else ""
        self.title.say(f"{title or exercise.id} · {exercise.id}")
        words, fine = standing_words(standing, lang)
        self.state.set_colour("text_muted" if fine else "warning")
        self.state.say(words)
        names = {"teaches": say(lang, "&What it teaches"), "mistake": say(lang, "Usual &mistake")}
        for part, field in self.notes.items():
            self.labels[part].setText(names[part])
            field.setAccessibleName(names[part].replace("&", ""))
            told = getattr(exercise.notes, part)
            text = dict(told).get(lang, "") if told else ""
            with QSignalBlocker(field):
                if field.toPlainText() != text:
                    field.setPlainText(text)
            field.setPlaceholderText(told[lang] if told and not text else "")
            field.fit()
        self.vary_heading.say(say(lang, "Vary one fact"))
        self.vary_button.setText(say(lang, "Add the va&riant"))
        self.value_label.setText(say(lang, "New value:"))
        self.fact.setAccessibleName(say(lang, "Fact"))
        self._name_value()
        if fresh:
            self._offer_facts()

    def _offer_facts(self) -> None:
        """The stated facts that matter here, and what they say now."""
        with QSignalBlocker(self.fact):
            self.fact.clear()
            for path in question_of(self._worked).facts if self._worked else ():
                if ":" not in path and "[+]" not in path:
                    assert self._worked is not None
                    told = stated_words(self._worked.file.case, path, self._lang)
                    self.fact.addItem(told, path)
        self._offer_values()

    def _offer_values(self) -> None:
        path = self.fact.currentData()
        self.value.clear()
        if path is None:
            return
        fact = catalogue().fact(path)
        if fact.type == "boolean":
            for value in (True, False):
                self.value.addItem(capital(put(fact, value, self._lang)), value)
        for code, words in fact.choices.items():
            self.value.addItem(words[self._lang], code)
        if self.value.count() == 0 and fact.codes:
            for code in sorted(fact.codes, key=lambda c: catalogue().countries[c][self._lang]):
                self.value.addItem(catalogue().countries[code][self._lang], code)
        self.value.setEditable(self.value.count() == 0)
        self.value.setCurrentIndex(-1)
        self._name_value()

    def _name_value(self) -> None:
        words = say(self._lang, "New value")
        self.value.setAccessibleName(words)
        field = self.value.lineEdit()
        if field is not None:  # there is one only while anything may be typed
            field.setAccessibleName(words)

    def _vary(self) -> None:
        path = self.fact.currentData()
        if path is not None:
            self.varied.emit(path, self._typed(path))

    def _typed(self, path: str) -> Any:
        """The new value: a choice, or what was typed, as the fact would have it in a file."""
        if not self.value.isEditable():
            value = self.value.currentData()
            return [value] if catalogue().fact(path).is_list and value is not None else value
        text = self.value.currentText().strip()
        if catalogue().fact(path).type == "integer":
            return int(text) if text.lstrip("-").isdecimal() else text
        return text or None

    def _note(self, part: str) -> None:
        self.notes[part].fit()
        self.noted.emit(part, self.notes[part].toPlainText())

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.state):
            self._column.addWidget(widget)
        for part in PARTS:
            self._column.addWidget(self.labels[part])
            self._column.addWidget(self.notes[part])
        self._column.addWidget(self.vary_heading)
        row = QHBoxLayout()
        for box, stretch in ((self.fact, 3), (self.value, 2)):
            if box is self.value:
                row.addWidget(self.value_label)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            row.addWidget(box, stretch)
        row.addWidget(self.vary_button)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self._column.setSpacing(theme.space(1.5))
        for part in PARTS:
            self.labels[part].setFont(theme.font("small"))
            self.notes[part].setFont(theme.font("body"))
            self.notes[part].fit()


def standing_words(standing: Standing, lang: str) -> tuple[str, bool]:
    """How the stored key of an exercise stands, with every answer that moved."""
    match standing.state:
        case "same":
            return say(lang, "✓ The stored key is today's."), True
        case "reworded":
            return say(lang, "✓ The stored key is today's; words changed since, print again."), True
        case "new":
            return say(lang, "◆ No key is stored yet; recompute it."), False
        case "stale":
            return (
                say(
                    lang,
                    "◆ Law or case changed since; the answers are the same. Recompute the key.",
                ),
                False,
            )
        case "moved":
            moves = "\n".join(move_words(move, lang) for move in standing.moves)
            head = say(lang, "◆ The answer moved. Look at it, then recompute the key.")
            return f"{head}\n{moves}", False
    return standing.why, False


def move_words(move: Move, lang: str) -> str:
    """One answer that moved: the column, what of it, then and now."""
    sides = {"left": say(lang, "Left"), "right": say(lang, "Right")}
    return f"{sides[move.column]}, {move.what}: {_shown(move.then)} → {_shown(move.now)}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {state}" for key, state in value.items()) or "–"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None else str(value)
