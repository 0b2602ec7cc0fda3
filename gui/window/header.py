"""The line over everything: which case this is, what became of it, and the way back and forth."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.case.library import library
from core.words import say
from gui import theme
from gui.document import Document
from gui.story.line import StoryLine
from gui.training.modes import Modes
from gui.window.direction import Direction

TITLE_SHARE = 0.5
"""Where direction and title do not both fit, the direction may take this share of the room."""
LEAST_ABOUT = 12
"""Steps of width that are too few to say anything beside the title."""
BUTTONS = ("undo", "redo", "previous_case", "next_case", "library")


class Header(QWidget):
    """Title, place in the library, saved or not; direction; uses; undo, redo, library; the story."""

    def __init__(self, document: Document, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._document = document
        self._title = QLabel(self)
        self._title.setObjectName("title")
        self._title.setProperty("elided", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._about = QLabel(self)
        self._about.setObjectName("about")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._about.setProperty("elided", True)
        self.direction = Direction(document, self)
        self.modes = Modes(self)
        self.line = StoryLine(document, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._column.addWidget(self.line)
        self._row.addWidget(self._title)
        self._row.addWidget(self._about, 1)
        self._row.addWidget(self.direction, 0, Qt.AlignmentFlag.AlignVCenter)
        self._gap = QSpacerItem(0, 0)
        self._row.addItem(self._gap)
        self._row.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons = [self._button(actions[id_]) for id_ in BUTTONS]
        self.restyle()
        self.refresh()
        theme.changed.connect(self.restyle)

    def refresh(self) -> None:
        """Say what the document is now."""
        self._full_title = self._title_words()
        self._full_about = self._about_words()
        self._title.setAccessibleName(self._full_title)
        self._about.setAccessibleName(self._full_about)
        self.direction.refresh()
        self.modes.show_mode("explore", self._document.lang)
        self.line.refresh()
        self._fit()

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme."""
        self._column.setSpacing(theme.space(0.5))
        self._row.setSpacing(theme.space(1))
        self._gap.changeSize(theme.space(2), 0)
        self._title.setFont(theme.font("title"))
        self._about.setFont(theme.font("body"))
        palette = self._about.palette()
        palette.setColor(self._about.foregroundRole(), theme.colour("text_muted"))
        self._about.setPalette(palette)
        side = QFontMetrics(theme.font("body")).height()
        for button in self._buttons:
            button.setIconSize(QSize(side, side))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"button_{action.objectName()}")
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    def name_buttons(self) -> None:
        """Give the buttons, which show icons only, the words of their actions."""
        for button in self._buttons:
            button.setAccessibleName(button.defaultAction().iconText())

    def _title_words(self) -> str:
        lang = self._document.lang
        return self._document.file.title(lang) or say(lang, "Untitled case")

    def _about_words(self) -> str:
        """Where the case stands: unsaved first, so that it is seen where room is short."""
        lang, document = self._document.lang, self._document
        parts = [self._place_words()]
        if document.dirty:
            parts.insert(0, say(lang, "unsaved changes"))
        elif document.path:
            parts.insert(0, say(lang, "saved"))
        return " · ".join(parts)

    def _place_words(self) -> str:
        lang, document = self._document.lang, self._document
        ids = library().ids()
        if document.library_id in ids:
            number = ids.index(document.library_id) + 1
            return say(lang, "hypothetical case {n} of {all}", n=number, all=len(ids))
        if document.path:
            return say(lang, "hypothetical case in {file}", file=document.path.name)
        return say(lang, "hypothetical case, not in a file")

    def _fit(self) -> None:
        """Give the title what it needs, up to two thirds, and shorten what does not fit."""
        buttons = sum(button.sizeHint().width() for button in self._buttons)
        room = self.width() - buttons - theme.space(1) * (len(self._buttons) + 2)
        metrics = QFontMetrics(self._title.font())
        wanted = metrics.horizontalAdvance(self._full_title) + theme.space(1)
        direction = self.direction.sizeHint().width() + theme.space(4)
        spare = room - wanted >= direction or room * TITLE_SHARE >= direction
        self.direction.setVisible(spare)
        room -= direction if spare else 0
        modes = self.modes.sizeHint().width() + theme.space(4)
        roomy = room - wanted >= modes
        self.modes.setVisible(roomy)
        room -= modes if roomy else 0
        about = QFontMetrics(self._about.font()).horizontalAdvance(self._full_about)
        short = room - wanted > theme.space(LEAST_ABOUT)
        most = max(room - about - theme.space(1), room * 2 // 3, wanted if short else 0)
        width = max(min(wanted, most), 1)
        self._title.setFixedWidth(width)
        _elide(self._title, self._full_title, width)
        _elide(self._about, self._full_about, max(room - width, 1))

    _full_title = ""
    _full_about = ""


def _elide(label: QLabel, text: str, width: int) -> None:
    shown = label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
    label.setText(shown)
    label.setToolTip(theme.plain_tip(text) if shown != text else "")
