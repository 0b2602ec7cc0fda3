"""The line under the title: how the story begins, and the way to the rest of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.words import say
from gui import theme
from gui.document import Document
from gui.parts.link import LinkButton
from gui.story.words import first_sentence, story_text

KEY = "F4"


class StoryLine(QWidget):
    """The first sentence, shortened where it is long, and a button beside it."""

    asked = Signal()

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("storyLine")
        self._document = document
        self._full = ""
        self.words = QLabel(self)
        self.words.setObjectName("storyWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("elided", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button = LinkButton(self)
        self.button.setObjectName("storyButton")
        self.button.clicked.connect(self.asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words)
        self._row.addWidget(self.button)
        self._row.addStretch(1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def refresh(self) -> None:
        """Say how the story begins, or that there is none."""
        lang = self._document.lang
        text = story_text(self._document.file, lang)
        self._full = first_sentence(text) or say(lang, "This case has no story yet.")
        self.words.setAccessibleName(self._full)
        name = say(lang, "Story") if text else say(lang, "Add a story")
        self.button.say(f"{name} · {KEY}")
        self._fit()

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme."""
        self._row.setSpacing(theme.space(1.5))
        self.words.setFont(theme.font("body"))
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), theme.colour("text_muted"))
        self.words.setPalette(palette)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the sentence the room that it needs and that there is."""
        metrics = self.words.fontMetrics()
        room = self.width() - self.button.sizeHint().width() - 2 * self._row.spacing()
        width = max(min(metrics.horizontalAdvance(self._full) + 2, room), 1)
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, width)
        self.words.setFixedWidth(width)
        self.words.setText(shown)
        self.words.setToolTip(theme.plain_tip(self._full) if shown != self._full else "")
