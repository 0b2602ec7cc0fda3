"""The window of the audience: the sheet and nothing else. Its title says nothing of any answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.words import say
from gui.training.presenter.keys import deed_of
from gui.training.presenter.sheet import Sheet
from gui.training.presenter.show import Show

USUAL = QSize(960, 540)
FULL = (Qt.Key.Key_F11, Qt.Key.Key_F)
TRAINER = (Qt.Key.Key_T, Qt.Key.Key_Escape)


class Audience(QWidget):
    """Follows a show. On the second screen where there is one, else in a window of its own."""

    trainer_asked = Signal()
    shown_or_hidden = Signal()

    def __init__(self, lang: str) -> None:
        super().__init__(None)
        self.setObjectName("audience")
        self._show: Show | None = None
        self.sheet = Sheet(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self.resize(USUAL)
        self.setMinimumSize(USUAL / 3)
        self.retranslate(lang)

    def follow(self, show: Show) -> None:
        """Show a session."""
        self._show = show
        show.moved.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the page at hand."""
        if self._show is not None:
            self.sheet.show_page(self._show.page, self._show.lang, blank=self._show.blank)

    def retranslate(self, lang: str) -> None:
        """Call the window by its use."""
        self.setWindowTitle(say(lang, "Audience – Threshold"))

    def bring(self, beside: QWidget) -> None:
        """Come up: full on another screen than the trainer's, or in a window where there is only one."""
        other = _other_screen(beside)
        if other is not None:
            self.setGeometry(other.geometry())
            self.showFullScreen()
        else:
            self.show()
        self.raise_()
        self.shown_or_hidden.emit()

    def toggle_full(self) -> None:
        """Fill the screen, or stop filling it."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = deed_of(event.key(), self._show) if self._show is not None else None
        if event.key() in FULL:
            self.toggle_full()
        elif event.key() in TRAINER:
            if self.isFullScreen():
                self.showNormal()
            self.trainer_asked.emit()
        elif deed is not None:
            deed()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, the other button back, as with slides."""
        if self._show is not None:
            left = event.button() == Qt.MouseButton.LeftButton
            self._show.next() if left else self._show.back()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.shown_or_hidden.emit()


def _other_screen(widget: QWidget) -> QScreen | None:
    mine = widget.screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not mine), None)
