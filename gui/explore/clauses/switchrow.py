"""One thing that a proposal changes: its switch, what it says, and what it does in the open case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.report.changes import Change
from core.words import say
from gui import theme
from gui.explore.clauses.effects import paint_effect
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark


class SwitchRow(QWidget):
    """A tick box with the title; the law before and after; the effect in the open case."""

    thrown = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self.box = QCheckBox(self)
        self.mark = ShapeMark(self, paint_effect, "", font="body")
        self.effect = RoleLabel(self, font="small")
        self.where = RoleLabel(self, font="small", colour="text_muted")
        self.before = RoleLabel(self, font="small", colour="text_muted")
        self.after = RoleLabel(self, font="small")
        self._head = QHBoxLayout()
        self._head.addWidget(self.box, 1)
        self._told = QHBoxLayout()
        self._told.addWidget(self.mark)
        self._told.addWidget(self.effect, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        for part in (self.where, self.before, self.after):
            self._column.addWidget(part)
        self._column.addLayout(self._told)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.clicked.connect(lambda on: self.thrown.emit(self.name, on))
        self.restyle()

    def show_change(self, letter: str, change: Change, lang: str) -> None:
        """Show a change in the widgets that are there."""
        self.name = change.name
        self.setObjectName(f"switch-{change.name}")
        title = f"{letter}   {change.title}"
        self.box.setText(title.replace("&", "&&"))
        self.box.setToolTip(theme.plain_tip(change.title))
        self.box.setAccessibleName(title)
        self.box.setChecked(change.on)
        if change.cite:
            self.where.say(f"{change.cite} · {change.did}")
            self.before.say(f"− {change.before}" if change.before else "")
            self.after.say(f"+ {change.after}" if change.after else "")
        else:
            self.where.say(say(lang, "assumed: {what}", what=change.after))
            self.before.say("")
            self.after.say("")
        self.after.set_colour("text" if change.on else "text_faint")

    def show_effect(self, kind: str, words: str, more: str) -> None:
        """Show what it does in the open case; nothing while that is not known."""
        self.mark.show_shape(kind)
        self.mark.setVisible(bool(kind))
        self.effect.say(words)
        self.effect.set_colour("text_muted" if kind == "none" else "text")
        self.effect.setToolTip(theme.plain_tip(more))
        self.box.setAccessibleDescription(more or words)

    def restyle(self) -> None:
        """Take fonts and distances from the theme."""
        self.box.setFont(theme.font("strong"))
        self._column.setContentsMargins(0, 0, 0, theme.space(2))
        self._column.setSpacing(theme.space(0.5))
        self._told.setSpacing(theme.space(1))
        inset = theme.space(5)
        for part in (self.where, self.before, self.after):
            part.setContentsMargins(inset, 0, 0, 0)
        self._told.setContentsMargins(inset, 0, 0, 0)
