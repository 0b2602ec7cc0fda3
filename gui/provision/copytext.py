"""Text to be copied: it can be marked by mouse and by keyboard, and long addresses break.

A label breaks lines between words only, and the address of a source is one long word; cutting it
with invisible characters would spoil the copy. So this is a read-only text without frame and
without scroll bars, as tall as its lines.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from gui import theme
from gui.columns.cellplan import wrap
from gui.parts.pairs import follow_width


class CopyText(QPlainTextEdit):
    """Plain, small, selectable text in which Tab goes on to what comes next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        follow_width(self)
        theme.changed.connect(self.restyle)
        self.restyle()

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        font = theme.font("small")
        lines = self.toPlainText().splitlines()
        return ceil(sum(ceil(wrap(line, font, width)[1]) for line in lines)) + 2

    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), self.heightForWidth(theme.space(60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        self.setFont(theme.font("small"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Base, theme.colour("surface"))
        self.setPalette(palette)
        self.updateGeometry()
