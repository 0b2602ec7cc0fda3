"""The room: tabs on top, the chosen page under them; a click on the open tab folds it away."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from core.words import say
from gui import theme
from gui.document import Document
from gui.explore.page import Page
from gui.explore.pages import PAGES
from gui.parts.tabs import Tabs


class ExplorePanel(theme.Card):
    """One page at a time; ``arranged`` says that the room wants another height.

    ``fact_chosen`` hands on that a page asks for the question of a fact.
    """

    arranged = Signal()
    fact_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explore")
        self._document = document
        self._folded = False
        self._made: dict[str, Page] = {}
        self._at = PAGES[0].id
        self.tabs = Tabs(self)
        self.stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self.stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for _ in PAGES:
            self.tabs.addTab("")
        self.tabs.tabBarClicked.connect(self._clicked)
        self.tabs.currentChanged.connect(self._chosen)
        document.changed.connect(self.refresh)
        document.language_changed.connect(self.retranslate)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.retranslate()

    # --- what is open -------------------------------------------------------------------------------
    @property
    def folded(self) -> bool:
        """Whether only the tabs are seen."""
        return self._folded

    @property
    def page_id(self) -> str:
        """The chosen page."""
        return self._at

    @property
    def share(self) -> float:
        """How much of the body the room asks for, from 0 (what it needs) to 1 (all of it)."""
        return 0.0 if self._folded else PAGES[self._index()].share

    def page(self, name: str) -> Page:
        """A page, made when it is first asked for."""
        found = self._made.get(name)
        if found is None:
            kind = next(kind for kind in PAGES if kind.id == name)
            found = self._made[name] = kind.make(self._document, self.stack)
            self.stack.addWidget(found)
            found.fact_chosen.connect(self.fact_chosen)
            found.page_wanted.connect(self.open)
            found.restyle()
        return found

    def open(self, name: str) -> None:
        """Show a page."""
        self._folded = False
        self._leave()
        self._at = name
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(self._index())
        self._arrange()

    def fold(self, folded: bool) -> None:
        """Leave only the tabs in sight, or show the chosen page again."""
        if folded != self._folded:
            self._folded = folded
            self._leave()
            self._arrange()

    # --- showing ------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Let the page in sight show the document as it now is."""
        if not self._folded and self.isVisible():
            before = self.sizeHint().height()
            self.page(self._at).refresh()
            if self.share == 0 and self.sizeHint().height() != before:
                self.arranged.emit()  # the page needs another height than a moment ago

    def retranslate(self) -> None:
        """Word the tabs in the language of the document."""
        lang = self._document.lang
        self.setAccessibleName(say(lang, "Explore"))
        self.tabs.setAccessibleName(say(lang, "Explore"))
        for at, kind in enumerate(PAGES):
            self.tabs.setTabText(at, kind.words(lang))
        self.refresh()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._column.setContentsMargins(
            theme.space(3), theme.space(1), theme.space(3), theme.space(2)
        )
        self._column.setSpacing(theme.space(1.5))
        self.tabs.restyle()
        for page in self._made.values():
            page.restyle()
        self.refresh()
        self.arranged.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """The tabs, and as much of the page as it needs."""
        margins = self._column.contentsMargins()
        height = self.tabs.sizeHint().height() + margins.top() + margins.bottom()
        page = self.stack.currentWidget()
        if not self._folded and page is not None:
            height += self._column.spacing() + page.sizeHint().height()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            0, self.sizeHint().height() if self.share == 0 else super().minimumSizeHint().height()
        )

    # --- tabs ---------------------------------------------------------------------------------------
    def _index(self) -> int:
        return next(at for at, kind in enumerate(PAGES) if kind.id == self._at)

    def _clicked(self, index: int) -> None:
        if index >= 0 and PAGES[index].id == self._at:
            self.fold(not self._folded)

    def _chosen(self, index: int) -> None:
        if index >= 0 and PAGES[index].id != self._at:
            self.open(PAGES[index].id)

    def _leave(self) -> None:
        page = self._made.get(self._at)
        if page is not None:
            page.leave()

    def _arrange(self) -> None:
        self.stack.setVisible(not self._folded)
        if not self._folded and self.isVisible():
            self.stack.setCurrentWidget(self.page(self._at))
        self.refresh()
        self.updateGeometry()
        self.arranged.emit()
