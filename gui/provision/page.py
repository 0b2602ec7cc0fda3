"""The page of a provision: sections under one another, each with its heading.

The two languages stand side by side, and so do the reasons of the two columns; where the page is
narrow they stand one above the other.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.words import say
from gui.columns.switches import SwitchList
from gui.parts.label import Heading, RoleLabel
from gui.parts.pairs import PairLayout, follow_width
from gui.provision.copytext import CopyText
from gui.provision.model import ProvisionView
from gui.provision.painted import Reasons
from gui.provision.timeline import Timeline

STACK_BELOW = 150
"""Steps of width under which the two languages, and the two columns' reasons, stand one above the
other."""


class Page(QWidget):
    """The page itself: sections under one another, each with its heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = RoleLabel(self, font="small", colour="text_muted")
        self.title = RoleLabel(self, font="title")
        self.cite = RoleLabel(self, font="strong", colour="text_muted")
        self.languages = tuple(RoleLabel(self, font="small", colour="text_muted") for _ in "12")
        self.gists = tuple(_selectable(RoleLabel(self, font="body")) for _ in "12")
        self.texts_title = Heading(self)
        self.diff_key = RoleLabel(self, font="small", colour="text_muted")
        self.timeline = Timeline(self)
        self.mark_title = Heading(self)
        self.mark = RoleLabel(self, font="strong")
        self.means = RoleLabel(self, font="body", colour="text_muted")
        self.sources_title = Heading(self)
        self.sources = CopyText(self)
        self.switches_title = Heading(self)
        self.switches = SwitchList(self, always_open=True)
        self.why_title = Heading(self)
        self.sides = tuple(RoleLabel(self, font="strong") for _ in "12")
        self.reasons = (Reasons(self), Reasons(self))
        self.missing = tuple(RoleLabel(self, font="small", colour="text_faint") for _ in "12")
        self._build()

    def _build(self) -> None:
        column = PairLayout(self, spacing=1.5, stack_below=STACK_BELOW)
        head: tuple[QWidget, ...] = (self.kind, self.title, self.cite)
        for widget in head:
            column.addWidget(widget)
        column.add_pair(
            _block(self, self.languages[0], self.gists[0]),
            _block(self, self.languages[1], self.gists[1]),
        )
        below: tuple[QWidget, ...] = (
            self.texts_title,
            self.diff_key,
            self.timeline,
            self.mark_title,
            self.mark,
            self.means,
            self.sources_title,
            self.sources,
            self.switches_title,
            self.switches,
            self.why_title,
        )
        for widget in below:
            column.addWidget(widget)
        column.add_pair(
            _block(self, self.sides[0], self.missing[0], self.reasons[0]),
            _block(self, self.sides[1], self.missing[1], self.reasons[1]),
        )
        follow_width(self)

    def show_provision(self, view: ProvisionView, lang: str) -> None:
        """Show a provision in the widgets that are there."""
        self.kind.say(view.kind)
        self.title.say(view.title)
        self.cite.say(view.cite)
        for label, gist, (name, text) in zip(self.languages, self.gists, view.gists, strict=True):
            label.say(name)
            gist.say(text)
        self._show_texts(view, lang)
        self.mark_title.say(say(lang, "How sure this is"))
        self.mark.say(view.mark)
        self.means.say(view.means)
        self.switches_title.say(say(lang, "What it leaves to choose") if view.switches else "")
        self.switches.show_switches(view.switches, lang)
        self._show_why(view, lang)
        self.sources_title.say(say(lang, "Where it was read") if view.sources else "")
        self.sources.say(view.sources)
        self.sources.setAccessibleName(say(lang, "Where it was read"))

    def _show_texts(self, view: ProvisionView, lang: str) -> None:
        changes = any(piece.kind != "same" for text in view.texts for piece in text.gist)
        self.texts_title.say(say(lang, "Its texts in time"))
        self.diff_key.say(
            say(lang, "Underlined words are new, struck words are no longer there.")
            if changes
            else ""
        )
        self.timeline.show_texts(view.texts, lang)

    def _show_why(self, view: ProvisionView, lang: str) -> None:
        told = any(side.reasons for side in view.sides)
        self.why_title.say(say(lang, "Why, in this case") if told else "")
        for label, side, widget, missing in zip(
            self.sides, view.sides, self.reasons, self.missing, strict=True
        ):
            label.say(side.title)
            widget.show_reasons(side.reasons, lang)
            missing.say(side.missing)


def _selectable(label: RoleLabel) -> RoleLabel:
    """Let the words be marked and copied, by mouse and by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _block(parent: QWidget, *widgets: QWidget) -> QWidget:
    """Return widgets under one another, as one."""
    block = QWidget(parent)
    column = PairLayout(block, spacing=0.5)
    for widget in widgets:
        column.addWidget(widget)
    follow_width(block)
    return block
