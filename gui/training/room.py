"""The page that takes the place of the case in the window: a head, and under it one use at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.training.packfile import PackFile
from core.words import say
from gui import theme
from gui.training.modes import Modes
from gui.training.packs import PackPage
from gui.training.quiz.page import QuizPage


class Room(QWidget):
    """Title of the pack, where one is in it, the uses of the window; and the page of the one that holds."""

    mode_asked = Signal(str)

    def __init__(self, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainingRoom")
        self.lang = lang
        self._file: PackFile | None = None
        self._full = ""
        self.mode = "packs"
        self.title = QLabel(self)
        self.place = QLabel(self)
        for label in (self.title, self.place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("elided", True)
        self.modes = Modes(self)
        self.stack = QStackedWidget(self)
        self.packs = PackPage(lang, self.stack)
        self.quiz = QuizPage(lang, self.stack)
        self._pages: dict[str, QWidget] = {"packs": self.packs, "quiz": self.quiz}
        self._build()
        # A mode takes this page, or the case, away: after the click that asks for it has ended.
        self.modes.picked.connect(self.mode_asked, Qt.ConnectionType.QueuedConnection)
        self.quiz.moved.connect(self.refresh)
        theme.changed.connect(self.restyle)
        self.restyle()

    def add_page(self, mode: str, page: QWidget) -> None:
        """Take in the page of a use that is made late."""
        self._pages[mode] = page
        self.stack.addWidget(page)

    def show_mode(self, mode: str, file: PackFile | None) -> None:
        """Show a use, of a pack."""
        self._file, self.mode = file, mode
        self.stack.setCurrentWidget(self._pages[mode])
        self.refresh()

    def refresh(self) -> None:
        """Say what this is about."""
        lang = self.lang
        self.modes.show_mode(self.mode, lang)
        pack = self._file.pack.title[lang] if self._file else ""
        self._full = say(lang, "Session packs") if self.mode == "packs" or not pack else pack
        self.place.setText(self.quiz.place_words() if self.mode == "quiz" else "")
        self._fit()

    def retranslate(self, lang: str) -> None:
        """Speak another language."""
        self.lang = lang
        for page in self._pages.values():
            page.retranslate(lang)  # type: ignore[attr-defined]
        self.refresh()

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self._head.setSpacing(theme.space(2))
        self._column.setSpacing(theme.space(2))
        self.title.setFont(theme.font("title"))
        self.place.setFont(theme.font("body"))
        palette = self.place.palette()
        palette.setColor(self.place.foregroundRole(), theme.colour("text_muted"))
        self.place.setPalette(palette)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.place, 1)
        self._head.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.stack, 1)
        for page in self._pages.values():
            self.stack.addWidget(page)

    def _fit(self) -> None:
        """Let the title have what the place and the uses leave."""
        metrics = QFontMetrics(self.title.font())
        spare = self.width() - self.modes.sizeHint().width() - theme.space(6)
        spare -= QFontMetrics(self.place.font()).horizontalAdvance(self.place.text())
        wanted = metrics.horizontalAdvance(self._full) + theme.space(1)
        width = max(min(wanted, spare), 1)
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, width)
        self.title.setFixedWidth(width)
        self.title.setText(shown)
        self.title.setAccessibleName(self._full)
        self.title.setToolTip(theme.plain_tip(self._full) if shown != self._full else "")
