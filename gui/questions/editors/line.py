"""Editors that are typed into: whole numbers, dates, hours, texts and one country.

What is typed is offered to the case letter by letter, so both columns follow the keyboard. A text
that is still on its way (2018-0) is judged only when the person has done with it, by Enter or by
leaving; then it stays as typed, with a sentence below that says what was expected. An empty line is
"unknown". Escape brings back what the case says.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from core.case.facts import Fact
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.questions import words
from gui.questions.editors.base import Editor, Shown


class Parsed(NamedTuple):
    """A text as a value; `waiting` when more letters could still make it one."""

    value: object
    waiting: bool = False


class Line(QLineEdit):
    """A line of text that keeps the theme's font, and tells of Escape and of arrows."""

    escaped = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.escaped.emit()
        elif event.key() in steps and not event.modifiers():
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _follow_theme(self) -> None:
        self.setFont(theme.font("body"))
        self.setTextMargins(theme.space(1), 0, theme.space(1), 0)
        self.setMinimumHeight(self.fontMetrics().height() + 2 * theme.space(1.25))


class LineEditor(Editor):
    """A line edit bound to a fact; subclasses say how text and value translate."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self.lang = "en"
        self._value: object = None
        self._refused = False
        self.line = Line(self)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.line.escaped.connect(self._escaped)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.line, 1)

    def parse(self, text: str) -> Parsed:
        """Return what a text that is not empty states."""
        return Parsed(text)

    def text_of(self, value: object) -> str:
        """Return the text that shows a value."""
        return "" if value is None else str(value)

    def present(self, shown: Shown) -> None:
        spoken = shown.lang != self.lang
        self.lang = shown.lang
        if shown.value != self._value or (spoken and not self._refused):
            self._show(shown.value)
        hint = shown.derived_words or say(shown.lang, "Unknown")
        if hint != self.line.placeholderText():
            self.line.setPlaceholderText(hint)

    def name(self, question: str, description: str) -> None:
        self.line.setAccessibleName(question)
        self.line.setAccessibleDescription(description)

    def buddy(self) -> QWidget:
        return self.line

    def forget(self) -> None:
        self._show(None)
        self.refuse("")
        self.write(None)

    def offer(self, value: object) -> bool:
        """Offer a value to the case, and remember it as shown when it was taken."""
        before, self._value = self._value, value
        taken = self.write(value)
        if not taken:
            self._value = before
        self._refused = not taken
        return taken

    def _show(self, value: object) -> None:
        if self._refused:
            self.refuse("")
        self._value, self._refused = value, False
        text = self.text_of(value)
        if text != self.line.text():
            self.line.setText(text)
        self.line.setModified(False)

    def _typed(self, text: str) -> None:
        self._take(text.strip(), done=False)

    def _finished(self) -> None:
        if self.line.isModified() and self._refused:
            self._take(self.line.text().strip(), done=True)

    def _take(self, text: str, *, done: bool) -> None:
        parsed = self.parse(text) if text else Parsed(None)
        if parsed.waiting and not done:
            self._refused = True
            self.refuse("")
        elif parsed.waiting or not self.offer(parsed.value):
            self._refused = True
            self.refuse(words.refusal(self.fact, text, self.lang))
        else:
            self.refuse("")

    def _escaped(self) -> None:
        self._refused = True
        self._show(self._value)


class IntegerEditor(LineEditor):
    """A whole number with its unit; the arrows up and down count."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self.unit = RoleLabel(self, colour="text_muted")
        self.unit.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.row.setSpacing(theme.space(2))
        self.row.addWidget(self.unit, 1)
        self.line.stepped.connect(self._step)

    def parse(self, text: str) -> Parsed:
        return Parsed(int(text) if text.isdecimal() else text)

    def present(self, shown: Shown) -> None:
        super().present(shown)
        self.unit.say(words.unit(self.fact.unit, shown.lang))

    def _step(self, by: int) -> None:
        text = self.line.text().strip() or self.line.placeholderText()
        low = self.fact.minimum or 0
        wanted = int(text) + by if text.isdecimal() else low
        if self.offer(wanted):
            self.refuse("")
            self.line.setText(self.text_of(wanted))


class TimeEditor(LineEditor):
    """An hour, HH:MM."""

    def parse(self, text: str) -> Parsed:
        return Parsed(text, waiting=len(text) < len("00:00"))
