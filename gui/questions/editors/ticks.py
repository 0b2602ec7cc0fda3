"""The editor of several choices at once: a list of ticks, and whether there is no other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from core.case.facts import Fact
from core.report.facts import capital
from gui import theme
from gui.parts.focus import paint_focus
from gui.questions.closing import Closing
from gui.questions.editors.base import Editor, Shown
from gui.questions.wrap import WRAP, WrapsWords, plain


class Tick(WrapsWords, QCheckBox):
    """A check box whose words wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lead = 1.4
        self.prepare()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.sign_rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("accent" if on else "line_strong"), 1))
        ground = "accent" if on else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, 2, 2)
        if on:
            theme.icon("check", "on_accent").paint(painter, self.sign_rect())
        painter.setPen(theme.colour("text"))
        painter.drawText(self.text_rect(), WRAP | Qt.AlignmentFlag.AlignVCenter.value, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))


class TicksEditor(Editor):
    """Every choice with a tick."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self._chosen: list[str] = []
        self.ticks = {key: Tick(self) for key in fact.choices}
        self.closing = Closing(fact, self)
        self.closing.closed.connect(self.list_closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, tick in self.ticks.items():
            layout.addWidget(tick)
            tick.clicked.connect(lambda on, key=key: self._clicked(key, on))
        layout.addSpacing(theme.space(1))
        layout.addWidget(self.closing)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def present(self, shown: Shown) -> None:
        self._chosen = list(shown.value) if isinstance(shown.value, list) else []
        for key, tick in self.ticks.items():
            text = self.fact.choices[key][shown.lang]
            tick.reword(plain(capital(text)))
            tick.setAccessibleName(f"{self.accessibleName()} {text}")
            tick.setChecked(key in self._chosen)
        self.closing.present(shown.complete, empty=not self._chosen, lang=shown.lang)

    def name(self, question: str, description: str) -> None:
        self.setAccessibleName(question)
        for tick in self.ticks.values():
            tick.setAccessibleDescription(description)
        self.closing.name(question)

    def focusInEvent(self, event: QFocusEvent) -> None:
        next(iter(self.ticks.values())).setFocus(event.reason())

    def buddy(self) -> QWidget:
        return self

    def forget(self) -> None:
        self.write(None)
        self.close_list(None)

    def _clicked(self, key: str, on: bool) -> None:
        after = [known for known in self.ticks if (on if known == key else known in self._chosen)]
        self.write(after or None)
