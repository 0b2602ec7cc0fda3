"""What the shapes of the matrix mean."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.report.clauses import effect_words
from gui import theme
from gui.explore.clauses.effects import paint_effect
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark
from gui.parts.pairs import follow_width

KINDS = ("alone", "together", "way", "none")


class Legend(QWidget):
    """Each shape with its words, side by side while there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=2.5)
        self._keys = [_Key(self, kind) for kind in KINDS]
        for key in self._keys:
            flow.addWidget(key)
        follow_width(self)

    def show_words(self, lang: str) -> None:
        """Say it in a language."""
        for key in self._keys:
            key.word.say(effect_words(key.kind, lang))


class _Key(QWidget):
    def __init__(self, parent: QWidget, kind: str) -> None:
        super().__init__(parent)
        self.kind = kind
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(0.75))
        row.addWidget(ShapeMark(self, paint_effect, kind, font="small"))
        self.word = RoleLabel(self, font="small", colour="text_muted")
        self.word.setWordWrap(False)
        row.addWidget(self.word)
