"""The story in full, to be read and to be written, and what the case is there to teach.

The fields belong to the language of the window. What is missing in it shows faintly in the other
language, so that a person who writes knows what is already told. Each edit is a step of the case:
Ctrl+Z takes it back here as everywhere.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.words import say
from gui import theme
from gui.document import Document
from gui.parts.label import Heading, RoleLabel
from gui.parts.link import LinkButton
from gui.story.words import in_either, tag_words, teaches

FEWEST_LINES = 5
LONGEST_TITLE = 200


class StoryEdit(QPlainTextEdit):
    """Plain text, as high as what is written in it; the panel scrolls, not the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height that the words need."""
        metrics = QFontMetrics(self.font())
        faint = metrics.boundingRect(
            self.viewport().rect().adjusted(0, 0, 0, 1 << 16),
            Qt.TextFlag.TextWordWrap.value,
            "" if self.toPlainText() else self.placeholderText(),
        )
        written, block = 0.0, self.document().firstBlock()
        while block.isValid():  # as drawn: a font's lines may be taller than its metrics say
            written += self.blockBoundingRect(block).height()
            block = block.next()
        tall = max(ceil(written), FEWEST_LINES * metrics.lineSpacing(), faint.height())
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(tall + around + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class StoryPanel(theme.Card):
    """Title, story, and what the case teaches."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("story")
        self._document = document
        self._filling = False
        self.close_button = LinkButton(self)
        self.area = QScrollArea(self)
        self.page = QWidget(self.area)
        self.title_label = QLabel(self.page)
        self.title = QLineEdit(self.page)
        self.text_label = QLabel(self.page)
        self.text = StoryEdit(self.page)
        self.teaches_heading = Heading(self.page)
        self.teaches = RoleLabel(self.page)
        self.tags = RoleLabel(self.page, font="small", colour="text_muted")
        self._lay_out()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.textEdited.connect(self._write_title)
        self.text.textChanged.connect(self._write_text)
        document.changed.connect(self.refresh)
        document.language_changed.connect(self.refresh)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show the story as the file now has it; a field that says the same is left alone."""
        file, lang = self._document.file, self._document.lang
        self._word(lang)
        self._filling = True
        try:
            self._fill(self.title, file.story.title.get(lang, ""))
            self._fill(self.text, file.story.text.get(lang, ""))
        finally:
            self._filling = False
        self.title.setPlaceholderText(in_either(file.story.title, lang))
        self.text.setPlaceholderText(
            in_either(file.story.text, lang) or say(lang, "Tell the case in plain words.")
        )
        told = teaches(file, lang)
        self.teaches_heading.say(say(lang, "What this case teaches") if told else "")
        self.teaches.say(told)
        self.tags.say(tag_words(file, lang))
        self.text.fit()

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self._column.setContentsMargins(*[theme.space(3)] * 4)
        self._column.setSpacing(theme.space(1))
        self._fields.setSpacing(theme.space(1.5))
        for label in (self.title_label, self.text_label):
            label.setFont(theme.font("small"))
        for field in (self.title, self.text):
            field.setFont(theme.font("body"))
        self.text.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_button.click()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._fields = QVBoxLayout(self.page)
        self._fields.setContentsMargins(0, 0, 0, 0)
        for widget in (
            self.title_label,
            self.title,
            self.text_label,
            self.text,
            self.teaches_heading,
            self.teaches,
            self.tags,
        ):
            self._fields.addWidget(widget)
        self._fields.addStretch(1)
        self.title_label.setBuddy(self.title)
        self.text_label.setBuddy(self.text)
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(self.area, 1)

    def _word(self, lang: str) -> None:
        self.setAccessibleName(say(lang, "Story"))
        self.area.setAccessibleName(say(lang, "Story"))
        self.close_button.say(say(lang, "Close (Esc)"))
        self.title_label.setText(say(lang, "T&itle"))
        self.text_label.setText(say(lang, "Stor&y"))
        self.title.setAccessibleName(say(lang, "Title"))
        self.text.setAccessibleName(say(lang, "Story"))

    def _fill(self, field: QLineEdit | StoryEdit, words: str) -> None:
        """Put words into a field that says something else."""
        if isinstance(field, QLineEdit):
            if field.text() != words:
                field.setText(words)
        elif field.toPlainText() != words:
            field.setPlainText(words)

    def _write_title(self) -> None:
        title, lang = self._document.file.story.title, self._document.lang
        self._document.set_story(title=_told(title, lang, self.title.text()))

    def _write_text(self) -> None:
        if not self._filling:
            text, lang = self._document.file.story.text, self._document.lang
            self._document.set_story(text=_told(text, lang, self.text.toPlainText()))


def _told(before: dict[str, str], lang: str, words: str) -> dict[str, str]:
    """Return what is told once a language says these words; nothing is not kept."""
    others = {tongue: said for tongue, said in before.items() if tongue != lang}
    return {**others, lang: words} if words else others
