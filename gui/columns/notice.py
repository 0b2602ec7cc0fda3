"""What stands in a column that can have no outcome, because the law that would decide is not held."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui import theme
from gui.columns.pairs import PairLayout, follow_width
from gui.columns.parts import RoleLabel


class Notice(theme.Card):
    """A sentence on a quiet card, in the place of the banner; hidden while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, ground="surface_alt", edge="line_strong")
        self.words = RoleLabel(self)
        self._column = PairLayout(self)
        self._column.addWidget(self.words)
        follow_width(self)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence; an empty one takes no room."""
        self.words.say(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def _restyle(self) -> None:
        self._column.setContentsMargins(*[theme.space(3)] * 4)
        self.updateGeometry()
