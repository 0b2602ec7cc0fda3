"""A part that scrolls up and down, and whose content can be taken out and thrown away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import delete


class Scroll(QScrollArea):
    """Shows one widget, as wide as there is room."""

    def __init__(self, content: QWidget | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.put(content)

    def put(self, content: QWidget | None) -> None:
        """Show another widget, or none; what was shown is given back to whoever made it."""
        self.takeWidget()
        if content is not None:
            self.setWidget(content)
            content.setAutoFillBackground(False)

    def see(self, top: int, bottom: int) -> None:
        """Scroll no more than is needed to see from one height of the content to another."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        highest = max(top, 0)
        bar.setValue(min(max(bar.value(), min(bottom - room, highest)), highest))


def discard(widget: QWidget) -> None:
    """Unmake a widget at once, so that none of its words is left anywhere."""
    widget.hide()
    widget.setParent(None)
    delete(widget)
