"""The switches under a column: each assumption and reading that matters, where it matters.

Two or fewer stand open; more fold under one line that counts them, and stay there until the
reader opens it. A switch never decides anything itself: it asks the document, and shows what
the document then says.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.words import many, say
from gui.columns.choices import SwitchView
from gui.document import Document
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton
from gui.parts.pairs import PairLayout, follow_width
from gui.parts.segments import Segments

MOST_OPEN = 2


class Switch(QWidget):
    """One question with its positions, how the answer came about, and the way back."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: SwitchView | None = None
        self.question = RoleLabel(self, font="small", colour="text")
        self.segments = Segments(self)
        self.status = RoleLabel(self, font="small", colour="text_muted")
        self.back = LinkButton(self)
        flow = FlowLayout(self, spacing=2)
        for widget in (self.question, self.segments, self.status, self.back):
            flow.addWidget(widget)
        follow_width(self)
        self.segments.picked.connect(self._pick)
        self.back.clicked.connect(lambda: self._pick(None))

    def show_switch(self, view: SwitchView, lang: str) -> None:
        """Show a switch in the widgets that are there."""
        if view == self._view:
            return
        self._view = view
        self.setObjectName(view.key)
        self.question.say(view.question)
        self.segments.show_positions(view.positions, view.holds, view.question)
        self.status.say(view.status)
        self.back.say(view.back)
        self.back.setAccessibleName(
            say(lang, "{question}: {what}", question=view.question, what=view.back)
        )
        self.setToolTip(view.ground)
        self.setAccessibleName(view.question)
        self.setAccessibleDescription(view.status)

    def _pick(self, position: str | None) -> None:
        if self._view is not None:
            self.picked.emit(self._view.key, position)


class SwitchList(QWidget):
    """All switches of one column, folded where they are many."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None, *, always_open: bool = False) -> None:
        super().__init__(parent)
        self._pool: list[Switch] = []
        self._views: tuple[SwitchView, ...] = ()
        self._lang = "en"
        self._open = always_open
        self._always_open = always_open
        self.fold = LinkButton(self)
        self.fold.clicked.connect(self._toggle)
        self._column = PairLayout(self, spacing=1.5)
        self._column.addWidget(self.fold)
        follow_width(self)

    def show_switches(self, views: tuple[SwitchView, ...], lang: str) -> None:
        """Show these switches, reusing the ones that are there."""
        self._views, self._lang = views, lang
        while len(self._pool) < len(views):
            self._pool.append(self._new_switch())
        for switch, view in zip(self._pool, views, strict=False):
            switch.show_switch(view, lang)
        self._apply_fold()

    def switches(self) -> list[Switch]:
        """Return the switches in use."""
        return self._pool[: len(self._views)]

    def _new_switch(self) -> Switch:
        switch = Switch(self)
        switch.picked.connect(self.picked)
        self._column.addWidget(switch)
        return switch

    def _toggle(self) -> None:
        self._open = not self._open
        self._apply_fold()

    def _apply_fold(self) -> None:
        folds = len(self._views) > MOST_OPEN and not self._always_open
        shown = self._open or not folds
        self.fold.say(self._fold_words() if folds else "")
        for number, switch in enumerate(self._pool):
            switch.setVisible(shown and number < len(self._views))
        self.setVisible(bool(self._views))
        self.updateGeometry()

    def _fold_words(self) -> str:
        n = len(self._views)
        words = many(
            self._lang,
            "{n} assumption or reading matters here",
            "{n} assumptions and readings matter here",
            n,
        )
        return ("▾ " if self._open else "▸ ") + words


def pick_choice(document: Document, key: str, position: str | None) -> None:
    """Set an assumption or a reading on the document; None goes back to its default."""
    kind, _, name = key.partition(":")
    if kind == "assume":
        document.set_assumption(name, position)
    else:
        document.set_reading(name, position)
