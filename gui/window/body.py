"""The lower part of the window: questions, the two columns, and an opened provision.

Three panes of one splitter, and a rule for how many of them stand side by side. Where there is
room, all three. Where there is less, an opened provision takes the place of the questions, so that
the columns never move or shrink under the reader's eyes. Where there is room for one only (large
text in a small window) the panes become tabs, and a strip keeps both outcomes in sight.

Room is counted in lines of text, so the rule holds at every size of text.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.words import say
from gui import theme
from gui.columns.panel import ColumnsPanel
from gui.document import Document
from gui.explore.panel import ExplorePanel
from gui.parts.tabs import Tabs
from gui.provision.panel import ProvisionPanel
from gui.questions.panel import QuestionsPanel
from gui.questions.row import FactRow
from gui.story.panel import StoryPanel
from gui.window.focus import focus_into
from gui.window.strip import OutcomeStrip

LINES_FOR_TWO = 60
LINES_FOR_THREE = 92
SHARES = (27, 27, 73)
_ANY = 16777215
"""As high as Qt lets a widget be."""
QUESTIONS, PROVISION, COLUMNS, EXPLORE = range(4)


class Body(QWidget):
    """Shows one, two or three panes, as the width allows."""

    def __init__(self, document: Document, parent: QWidget, left: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self._document = document
        self.left = left
        self._open = False
        self._opener: QWidget | None = None
        self._panes = 0
        self._rooms: list[QVBoxLayout] = []
        self.questions = QuestionsPanel(document)
        self.story = StoryPanel(document)
        self.provision = ProvisionPanel(document)
        self.columns = ColumnsPanel(document)
        self.explore = ExplorePanel(document, self)
        self.tabs = Tabs(self)
        self.strip = OutcomeStrip(document, self)
        self.upright = QSplitter(Qt.Orientation.Vertical, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self.upright)
        self.front = QStackedWidget(self.split)
        self._cards: list[QWidget] = [
            self.front,
            self._card(self.provision),
            self._card(self.columns),
        ]
        self._build()
        self.restyle()
        self.retranslate()
        self.story.close_button.clicked.connect(self.close_story)
        self.tabs.currentChanged.connect(self._arrange)
        self.split.splitterMoved.connect(self._divided)
        self.explore.arranged.connect(self._arrange)
        document.provision_chosen.connect(self._choose_provision)
        document.changed.connect(self.strip.refresh)
        document.previewed.connect(self.strip.refresh)
        self.strip.agreement.asked.connect(self.show_parting)
        self.columns.fact_chosen.connect(self.show_fact)
        self.explore.fact_chosen.connect(self.show_fact)
        theme.changed.connect(self.restyle)

    @property
    def provision_open(self) -> bool:
        """Whether a provision stands open."""
        return self._open

    @property
    def panes(self) -> int:
        """How many panes the width allows side by side."""
        return self._panes

    @property
    def story_open(self) -> bool:
        """Whether the story stands in the place of the questions, in sight."""
        return self.front.currentWidget() is self.story and self.front.isVisible()

    def show_story(self) -> None:
        """Put the story in the place of the questions, and the keys into it."""
        self._opener = QApplication.focusWidget()
        self._bring_front(self.story)
        self.story.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_story(self) -> None:
        """Put the questions back in the place of the story."""
        if self.front.currentWidget() is not self.story:
            return
        self.front.setCurrentWidget(self.questions)
        self.retranslate()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_into(self.questions)

    def show_questions(self) -> None:
        """Bring the questions to the front, where something else stands in their place."""
        self._bring_front(self.questions)

    def _bring_front(self, panel: QWidget) -> None:
        self.front.setCurrentWidget(panel)
        self.retranslate()
        if self._open and self._panes < 3:
            self._open = False
        self.tabs.setCurrentIndex(QUESTIONS)
        self._arrange()

    def show_columns(self) -> None:
        """Bring the columns to the front, where something else stands in their place."""
        self.tabs.setCurrentIndex(COLUMNS)

    def show_explore(self, page: str) -> None:
        """Bring a page of the room below the columns into sight."""
        self.tabs.setCurrentIndex(EXPLORE)
        self.explore.open(page)

    def show_parting(self) -> None:
        """Bring the place where the versions part into sight."""
        self.show_columns()
        self.columns.show_parting()

    def ask_for_versions(self) -> None:
        """Let a person type any day, or choose any version, beginning at the left."""
        self.show_columns()
        self.columns.columns[0].picker.ask()

    def show_fact(self, path: str) -> None:
        """Bring the keyboard to the question of a fact whose station has just been chosen."""
        for row in self.questions.findChildren(FactRow):
            if row.path == path and row.isVisible():
                row.editor.buddy().setFocus(Qt.FocusReason.OtherFocusReason)
                return
        focus_into(self.questions)

    def close_provision(self) -> None:
        """Put the provision away and give the focus back to where it was."""
        if not self._open:
            return
        self._open = False
        if self.tabs.currentIndex() == PROVISION:
            self.tabs.setCurrentIndex(COLUMNS)
        self._arrange()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Word the tabs in the language of the document."""
        lang = self._document.lang
        self.tabs.setAccessibleName(say(lang, "Parts of the window"))
        story = self.front.currentWidget() is self.story
        front = say(lang, "Story") if story else say(lang, "Questions")
        for pane, words in enumerate(_pane_words(front, lang)):
            self.tabs.setTabText(pane, words)
        self.strip.refresh()

    def restyle(self) -> None:
        """Take sizes from the theme and see again how much fits."""
        self._column.setSpacing(theme.space(1.5))
        self.split.setHandleWidth(theme.space(2.5))
        self.upright.setHandleWidth(theme.space(2))
        for room in self._rooms:
            room.setContentsMargins(*[theme.space(3)] * 4)
        self.tabs.restyle()
        self.strip.restyle()
        self._count_panes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_panes()

    def _card(self, panel: QWidget) -> theme.Card:
        """Return the card a panel is, or one to stand it on."""
        card = panel if isinstance(panel, theme.Card) else theme.Card(self.split)
        if card is not panel:
            self._rooms.append(QVBoxLayout(card))
            self._rooms[-1].addWidget(panel)
        self.split.addWidget(card)
        return card

    def _build(self) -> None:
        for panel in (self.questions, self.story):
            self.front.addWidget(panel)
        for _ in range(EXPLORE + 1):
            self.tabs.addTab("")
        self.tabs.setCurrentIndex(COLUMNS)
        self.split.setChildrenCollapsible(False)
        for pane, share in enumerate(SHARES):
            self.split.setStretchFactor(pane, share)
        self.split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self.strip)
        self.upright.addWidget(self.split)
        self.upright.addWidget(self.explore)
        self.upright.setChildrenCollapsible(False)
        self.upright.setStretchFactor(0, 1)
        self._column.addWidget(self.upright, 1)

    def _count_panes(self) -> None:
        lines = self.width() / QFontMetrics(theme.font("body")).height()
        panes = 3 if lines >= LINES_FOR_THREE else 2 if lines >= LINES_FOR_TWO else 1
        if panes != self._panes:
            self._panes = panes
            self._arrange()

    def _choose_provision(self, provision: str) -> None:
        if not provision:
            self.close_provision()
            return
        if not self._open:
            self._opener = QApplication.focusWidget()
            self._open = True
        self._arrange()
        self.tabs.setCurrentIndex(PROVISION)
        self.provision.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Show the panes that fit, and the tabs where only one does."""
        alone = self._panes == 1
        chosen = self.tabs.currentIndex()
        shown = {
            QUESTIONS: chosen == QUESTIONS if alone else self._panes == 3 or not self._open,
            PROVISION: self._open and (not alone or chosen == PROVISION),
            COLUMNS: not alone or chosen == COLUMNS,
        }
        explored = alone and chosen == EXPLORE
        self.tabs.setVisible(alone)
        self.tabs.setTabVisible(PROVISION, self._open)
        self.split.setVisible(not explored and (alone or self.explore.share < 1))
        self.explore.setVisible(explored or not alone)
        self.strip.setVisible(not self.split.isVisibleTo(self) or (alone and not shown[COLUMNS]))
        for pane, card in enumerate(self._cards):
            card.setVisible(shown[pane])
        self._divide()
        self._give_height()

    def _give_height(self) -> None:
        """Give the room below the columns what its page asks for, and the columns the rest."""
        room = self.upright.height() - self.upright.handleWidth()
        wanted = max(self.explore.sizeHint().height(), int(room * self.explore.share))
        if self.explore.share == 0:
            self.explore.setMaximumHeight(wanted)
        else:
            self.explore.setMaximumHeight(_ANY)
        self.upright.setSizes([room - wanted, wanted])

    def _divided(self) -> None:
        """Remember the width that a person gives to what stands left of the columns."""
        self.left = max(self.split.sizes()[:COLUMNS])

    def _divide(self) -> None:
        """Let what stands left of the columns have one width, whichever pane it is."""
        if self._panes == 1:
            return
        beside = 2 if self._panes == 3 and self._open else 1
        room = self.width() - beside * self.split.handleWidth()
        left = self.left or room * SHARES[QUESTIONS] // sum((SHARES[QUESTIONS], SHARES[COLUMNS]))
        self.split.setSizes([left, left, room - beside * left])


def _pane_words(front: str, lang: str) -> tuple[str, ...]:
    """The words of the tabs, where only one pane has room."""
    return front, say(lang, "Provision"), say(lang, "Two versions"), say(lang, "Explore")
