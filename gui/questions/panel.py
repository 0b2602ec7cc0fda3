"""The questions of the chosen station.

Each station has a page of its own, made when it is first chosen, with its own place in the scroll
area; so going to and fro finds everything as it was left. An edit refreshes the page on the screen,
in place; the others are refreshed when they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from core.case.catalogue import Station, catalogue
from core.case.checks import broken_checks
from core.case.conflicts import conflicts
from core.case.rest import none_of_the_rest
from core.report.derivation import conflict_words
from core.report.sentences import fact_words
from core.words import many, say
from gui import theme
from gui.parts.label import RoleLabel
from gui.questions.checks import stations_of
from gui.questions.desk import NEW, Moment, row_path
from gui.questions.page import StationPage
from gui.questions.push import Push
from gui.questions.row import FactRow
from gui.questions.tabs import follow_with_tab
from gui.questions.warn import Warn

if TYPE_CHECKING:
    from gui.document import Document

REST_KEY = "F8"
UNKNOWN_KEY = "Ctrl+U"
LINES_FOR_HEADING = 16
"""A panel lower than so many lines shows questions only."""

NAMED = 4
"""So many facts are named when the rest was stated; of the others, how many."""


class QuestionsPanel(theme.Card):
    """Heading, warnings, questions, and one key that answers what is left with "no"."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questions")
        self._document = document
        self._pages: dict[str, StationPage] = {}
        self._said_at: object = None
        self.title = RoleLabel(self, font="title")
        self.asks = RoleLabel(self, colour="text_muted")
        self.checks = Warn(self)
        self.stack = QStackedWidget(self)
        self.rest = Push(self, icon="rest")
        self.rest.clicked.connect(self._state_the_rest)
        self.rest_words = RoleLabel(self, font="small", colour="text_muted")
        self._lay_out()
        self._bind_keys()
        document.changed.connect(self.refresh)
        document.station_chosen.connect(self.refresh)
        document.language_changed.connect(self._speak)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()
        self._speak()

    @property
    def station(self) -> Station:
        """The chosen station."""
        return next(s for s in catalogue().stations if s.id == self._document.station)

    def page(self) -> StationPage:
        """The page of the chosen station."""
        station = self._document.station
        if station not in self._pages:
            self._pages[station] = StationPage(station, self._document, self.stack)
            self.stack.addWidget(self._pages[station])
            follow_with_tab([*self._pages.values(), self.rest])
        return self._pages[station]

    def refresh(self) -> None:
        """Show the chosen station as the case now is."""
        page, lang = self.page(), self._document.lang
        self.title.setText(self.station.title[lang])
        self.asks.setText(self.station.asks[lang])
        page.refresh(Moment.of(self._document))
        self.stack.setCurrentWidget(page)
        self._show_checks(lang)
        self._show_rest(lang)

    def ask(self, path: str) -> None:
        """Choose the station of a fact and bring the keyboard to its question."""
        station = catalogue().fact(path.removesuffix(NEW)).station
        if station != self._document.station:
            self._document.choose_station(station)
        self.page().rows.ask(row_path(path, self._document))

    def forget_here(self) -> None:
        """Make the question unknown in which the keyboard is."""
        at = QApplication.focusWidget()
        while at is not None and at is not self:
            if isinstance(at, FactRow):
                at.forget()
                return
            at = at.parentWidget()

    def _speak(self) -> None:
        lang = self._document.lang
        self.setAccessibleName(say(lang, "Questions"))
        self.rest.reword(f"{say(lang, '&None of the rest applies')}\u00a0\u00a0·\u00a0{REST_KEY}")
        self.refresh()

    def _show_checks(self, lang: str) -> None:
        document = self._document
        broken = broken_checks(document.case, document.setup.readings)
        here = [check for check in broken if document.station in stations_of(check.id)]
        sentences = [say(lang, "Contradiction: {what}", what=check.warning[lang]) for check in here]
        sentences += [
            conflict_words(document.view, found, lang)
            for found in conflicts(document.case, document.setup.readings)
            if catalogue().fact(found.path).station == document.station
        ]
        self.checks.say("\n".join(sentences))

    def _show_rest(self, lang: str) -> None:
        _, paths = none_of_the_rest(self._document.case, self._document.station)
        self.rest.setEnabled(bool(paths))
        tip = many(
            lang, "States 1 answer ({key})", "States {n} answers ({key})", len(paths), key=REST_KEY
        )
        self.rest.setToolTip(tip)
        self.rest.setAccessibleDescription(tip)
        if self._said_at != (self._document.station, self._document.case.digest):
            self.rest_words.say("")

    def _state_the_rest(self) -> None:
        document, lang = self._document, self._document.lang
        case, paths = none_of_the_rest(document.case, document.station)
        if not paths:
            return
        self._said_at = (document.station, case.digest)
        document.none_of_the_rest(document.station)
        self.rest_words.say(self._stated(paths, lang))

    def _stated(self, paths: Sequence[str], lang: str) -> str:
        """Say what was stated: the first few by name, since the rows above show them all."""
        named = [fact_words(self._document.case, path, lang) for path in paths]
        if len(named) > NAMED:
            more = len(named) - NAMED
            named = [*named[:NAMED], many(lang, "and {n} more", "and {n} more", more)]
        return many(
            lang,
            "1 answer stated: {facts}. Ctrl+Z takes it back.",
            "{n} answers stated: {facts}. Ctrl+Z takes them back.",
            len(paths),
            facts="; ".join(named),
        )

    def _bind_keys(self) -> None:
        rest = QShortcut(QKeySequence(REST_KEY), self)
        rest.activated.connect(self.rest.click)
        unknown = QShortcut(QKeySequence(UNKNOWN_KEY), self)
        unknown.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        unknown.activated.connect(self.forget_here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading to the journey above, which has it too, where there is little room."""
        super().resizeEvent(event)
        lines = self.height() / QFontMetrics(theme.font("body")).height()
        for part in (self.title, self.asks):
            part.setVisible(lines >= LINES_FOR_HEADING)

    def _lay_out(self) -> None:
        """Stack the parts; the pages reach to the right edge, where their scroll bar stands."""
        self._layout, self._top, self._bottom = QVBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        for part in (self.title, self.asks, self.checks):
            self._top.addWidget(part)
        self._bottom.addWidget(self.rest)
        self._bottom.addWidget(self.rest_words)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self.stack, 1)
        self._layout.addLayout(self._bottom)

    def _follow_theme(self) -> None:
        edge = theme.space(3)
        self._layout.setContentsMargins(edge, edge, 1, edge)
        self._layout.setSpacing(theme.space(1.5))
        for part in (self._top, self._bottom):
            part.setContentsMargins(0, 0, edge, 0)
            part.setSpacing(theme.space(1.5))
