"""The line of the page "At a glance": the smallest changes that would turn the proposed outcome."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.report.changing import goal_words
from core.words import say
from gui import theme
from gui.document import Document
from gui.explore.changes.chip import ChangeButton
from gui.explore.changes.finder import Finder, goal_of
from gui.explore.changes.telling import look, take, tell
from gui.explore.page import Page
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton

KIND = "right"
MOST = 2
CHIPS = 6


class ChangesLine(Page):
    """Title and chips, as many as fit; the link asks for the page with all of them."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title = RoleLabel(self, font="strong")
        self.chips = [ChangeButton(self) for _ in range(CHIPS)]
        self.more = LinkButton(self)
        self.more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.finder = Finder(self)
        self._key: object = None
        self._row = QHBoxLayout()
        for widget in (*self.chips, self.more):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addLayout(self._row)
        for chip in self.chips:
            chip.looked.connect(partial(look, document))
            chip.taken.connect(partial(take, document))
        self.more.clicked.connect(lambda: self.page_wanted.emit("changes"))
        self.finder.came.connect(self._show)

    def refresh(self) -> None:
        document = self.document
        key = (document.case, document.setup)
        if key != self._key:
            self._key = key
            goal = goal_of(KIND, document.comparison)
            self.finder.start(document.case, document.setup, goal, (), MOST)
        self._show()

    def sizeHint(self) -> QSize:
        """One line of title, one of chips."""
        title = QFontMetrics(theme.font("strong")).height()
        return QSize(0, title + self._column.spacing() + self.chips[0].sizeHint().height())

    def finish(self) -> None:
        """Find them now; for pictures and tests."""
        self.finder.finish()

    def leave(self) -> None:
        look(self.document, None)
        if self.finder.busy:
            self.finder.stop()
            self._key = None

    def restyle(self) -> None:
        self.title.restyle()
        self._column.setSpacing(theme.space(0.75))
        self._row.setSpacing(theme.space(1))
        self.more.restyle()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        """Show as many as fit beside each other, and say how many more there are."""
        lang = self.document.lang
        self.title.say(
            f"{goal_words(goal_of(KIND, self.document.comparison), lang)} · "
            + say(lang, "a teaching contrast")
        )
        found = self.finder.found if self.finder.flips is not None else []
        self.more.say(say(lang, "+ {n} more", n=99))
        room = self.width() - self.more.sizeHint().width() - theme.space(2)
        shown = 0
        for chip, contrast in zip(self.chips, found, strict=False):
            tell(chip, contrast, KIND, self.document)
            room -= chip.sizeHint().width() + theme.space(1)
            if room < 0 and shown:
                break
            shown += 1
        for chip in self.chips[shown:]:
            chip.hide()
        left = len(found) - shown
        if self.finder.flips is None:
            words = say(lang, "Looking for the smallest changes …")
        elif left > 0:
            words = say(lang, "+ {n} more", n=left)
        else:
            words = say(lang, "more …")
        self.more.say(words)
        self.more.setAccessibleName(say(lang, "All smallest changes, on a page of their own"))
