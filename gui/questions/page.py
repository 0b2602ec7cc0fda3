"""The scrolled page of one station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from gui import theme
from gui.questions.desk import Moment
from gui.questions.rows import FactRows

if TYPE_CHECKING:
    from gui.document import Document


class StationPage(QScrollArea):
    """Scrolls with the keyboard, and stands still when rows come and go above it."""

    def __init__(self, station: str, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._lang = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inside = QWidget()
        self.rows = FactRows(catalogue().of_station(station), document, self._inside)
        self._layout = QVBoxLayout(self._inside)
        self._layout.addWidget(self.rows)
        self._layout.addStretch(1)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        QApplication.instance().focusObjectChanged.connect(self._follow_keyboard)  # type: ignore[union-attr]
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def refresh(self, moment: Moment) -> None:
        """Show what the case says now, without moving what is on the screen."""
        if moment.lang != self._lang:
            self._lang = moment.lang
            self.rows.spell(moment.lang, set())
        anchor, before = self._anchor()
        self.rows.refresh(moment)
        if anchor is None or not self.isVisible():
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        moved = self._height_of(anchor) - before
        if moved:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _anchor(self) -> tuple[QWidget | None, int]:
        """Return what must not move: what has the keyboard, and where it stands."""
        at = QApplication.focusWidget()
        if at is None or not self._inside.isAncestorOf(at):
            return None, 0
        return at, self._height_of(at)

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _follow_keyboard(self, at: object) -> None:
        """Bring what the keyboard reached into view, with the question above it."""
        if isinstance(at, QWidget) and self.isVisible() and self._inside.isAncestorOf(at):
            margin = 2 * self.fontMetrics().height()
            self.ensureWidgetVisible(at, 0, margin)

    def _follow_theme(self) -> None:
        self._layout.setContentsMargins(0, theme.space(1), theme.space(3), theme.space(2))
