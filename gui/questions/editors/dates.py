"""The editor of a date that may be known to the year, the month or the day.

The calendar beside it is only another way of typing: it writes a day into the line.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from core.case.facts import Fact
from core.words import say
from gui import theme
from gui.questions.editors.base import Shown
from gui.questions.editors.line import LineEditor, Parsed

WHOLE = (len("2018"), len("2018-05"), len("2018-05-01"))


class DateEditor(LineEditor):
    """YYYY, YYYY-MM or YYYY-MM-DD."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self._popup: CalendarPopup | None = None
        self._question = ""
        self.button = QToolButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.open_calendar)
        self.row.addWidget(self.button)
        self.line.stepped.connect(self._stepped)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def parse(self, text: str) -> Parsed:
        return Parsed(text, waiting=len(text) not in WHOLE)

    def present(self, shown: Shown) -> None:
        super().present(shown)
        if not shown.derived_words and shown.value is None:
            hint = say(shown.lang, "Unknown: year, month or day as 2018-05-01")
            self.line.setPlaceholderText(hint)
        self._name_button()

    def name(self, question: str, description: str) -> None:
        super().name(question, description)
        self._question = question
        self._name_button()

    def open_calendar(self) -> None:
        """Open the calendar at the date that stands in the line."""
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.calendar.activated.connect(self._picked)
            self._popup.calendar.clicked.connect(self._picked)
        self._popup.open_at(self.line.text().strip(), self.lang)

    def _stepped(self, by: int) -> None:
        if by < 0:
            self.open_calendar()

    def _picked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
        self.line.setText(day.toString(Qt.DateFormat.ISODate))
        self.line.setModified(True)
        self._typed(self.line.text())
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _name_button(self) -> None:
        words = say(self.lang, "Calendar")
        self.button.setToolTip(say(self.lang, "Choose the day in a calendar (arrow down)"))
        self.button.setAccessibleName(f"{words}: {self._question}")

    def _follow_theme(self) -> None:
        self.button.setIcon(theme.icon("down"))
        self.button.setFont(theme.font("body"))
        self.button.setMinimumHeight(self.line.minimumHeight())


class CalendarPopup(QFrame):
    """A month to choose a day from; Escape closes it."""

    def __init__(self, editor: DateEditor) -> None:
        super().__init__(editor, Qt.WindowType.Popup)
        self._editor = editor
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def open_at(self, text: str, lang: str) -> None:
        """Show the month of a date that is written in full or in part."""
        name = say(lang, "Calendar")
        self.setAccessibleName(name)
        self.calendar.setAccessibleName(name)
        self.calendar.setLocale(QLocale(f"{lang}_CA"))
        for shape in ("yyyy-MM-dd", "yyyy-MM", "yyyy"):
            day = QDate.fromString(text, shape)
            if day.isValid():
                self.calendar.setSelectedDate(day)
        self.adjustSize()
        below = self._editor.line.mapToGlobal(QPoint(0, self._editor.line.height()))
        room = self._editor.screen().availableGeometry()
        x = min(below.x(), room.right() - self.width())
        y = min(below.y(), room.bottom() - self.height())
        self.move(QPoint(max(x, room.left()), max(y, room.top())))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
