"""One row: the case as a link that opens it, its outcomes as shapes with words, and in what it differs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.explore.find.views import Told, View
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton
from gui.parts.mark import ShapeMark
from gui.parts.pairs import follow_width


class FoundRow(QWidget):
    """A found case; ``opened`` is sent when somebody chooses it."""

    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view: View | None = None
        line = QWidget(self)
        flow = FlowLayout(line, spacing=3)
        self.lead = RoleLabel(line, font="small", colour="text_muted")
        self.link = LinkButton(line, font="strong")
        self.link.clicked.connect(self.opened)
        self.outcomes = (OutcomeMark(line), OutcomeMark(line))
        for part in (self.lead, self.link, *self.outcomes):
            flow.addWidget(part)
        follow_width(line)
        self.differs = RoleLabel(self, font="small", colour="text_muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(line)
        self._column.addWidget(self.differs)

    def show_view(self, view: View) -> None:
        """Show a case; equal views change nothing."""
        if view == self.view and self.link.accessibleName() == view.name:
            return
        self.view = view
        self.lead.say(view.lead)
        self.link.say(view.title.replace("&", "&&"))
        self.link.setAccessibleName(view.name)
        for number, mark in enumerate(self.outcomes):
            mark.show_told(view.told[number] if number < len(view.told) else None)
        self.differs.say(view.differs)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._column.setSpacing(theme.space(0.5))


class OutcomeMark(QWidget):
    """A shape, the outcome, and under which version."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=1)
        self.mark = ShapeMark(self, theme.shapes.paint_outcome, "", font="body")
        self.words = RoleLabel(self)
        self.version = RoleLabel(self, font="small", colour="text_muted")
        for part in (self.mark, self.words, self.version):
            flow.addWidget(part)
        follow_width(self)

    def show_told(self, told: Told | None) -> None:
        """Show an outcome, or nothing."""
        self.setVisible(told is not None)
        if told is not None:
            self.mark.show_shape(told.outcome)
            self.words.say(told.words)
            self.version.say(told.version)
