"""The texts of a provision in the order of time: since when, by which instrument, read by whom.

A line runs down the left side with a dot for each text; the dot is full for a text that a
column reads. The words say so too.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.pairs import PairLayout, follow_width
from gui.provision.model import TextView
from gui.provision.painted import ChangedText


class TextEntry(QWidget):
    """One text, with its dot on the line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._read = False
        self.period = RoleLabel(self, font="strong")
        self.by = RoleLabel(self, font="small", colour="text_muted")
        self.read_by = RoleLabel(self, font="small", colour="link")
        self.changed = RoleLabel(self, font="body", colour="parting")
        self.gist = ChangedText(self)
        self.mark = RoleLabel(self, font="small", colour="warning")
        self._column = PairLayout(self, spacing=0.5)
        for widget in (self.period, self.by, self.read_by, self.changed, self.gist, self.mark):
            self._column.addWidget(widget)
        follow_width(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, view: TextView, lang: str) -> None:
        """Show a text in place."""
        self._read = bool(view.read_by)
        self.period.say(view.period)
        self.by.say(view.by)
        self.read_by.say(" · ".join(view.read_by))
        self.changed.say(
            say(lang, "What changed: {words}", words=view.changed) if view.changed else ""
        )
        self.gist.show_pieces(view.gist, lang)
        self.mark.say(view.mark)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, radius = theme.space(1.5), theme.space(0.9)
        y = QFontMetrics(theme.font("strong")).height() / 2
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(QPointF(x, y), QPointF(x, self.height() + theme.space(2)))
        ink = theme.colour("link" if self._read else "line_strong")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if self._read else theme.colour("surface"))
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _restyle(self) -> None:
        self._column.setContentsMargins(theme.space(4.5), 0, 0, theme.space(1.5))
        self.update()


class Timeline(QWidget):
    """All texts of a provision."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool: list[TextEntry] = []
        self._used = 0
        self._column = PairLayout(self, spacing=0)
        follow_width(self)

    def show_texts(self, views: tuple[TextView, ...], lang: str) -> None:
        """Show these texts in the entries that are there."""
        self._used = len(views)
        while len(self._pool) < len(views):
            entry = TextEntry(self)
            self._column.addWidget(entry)
            self._pool.append(entry)
        for entry, view in zip(self._pool, views, strict=False):
            entry.show_text(view, lang)
        for number, entry in enumerate(self._pool):
            entry.setVisible(number < self._used)
        self.updateGeometry()

    def entries(self) -> list[TextEntry]:
        """Return the entries in use."""
        return self._pool[: self._used]
