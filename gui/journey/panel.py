"""The journey, from left to right, across the border; what stands apart from the way stands aside.

                      ¦ Canada–U.S. border
    (1)------(2)-----(•)------( )    |    (1)      ( )
    Origin   Route  Crossing  Claim  |  Family   History

Where the stations' words no longer fit below the dots (narrow window, large text) the line folds to
a row of chips with names, and the chosen station's words stand below it. Arrow keys and the digits
1 to 6 choose a station, Alt with a digit does so from anywhere in the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from core.case.catalogue import catalogue
from core.decision.relevance import open_questions
from core.report.sentences import station_line
from core.words import say
from gui import theme
from gui.journey import places, plan
from gui.journey.plan import Plan
from gui.journey.station import StationButton, StationWords
from gui.parts.label import RoleLabel

if TYPE_CHECKING:
    from gui.document import Document


class JourneyPanel(theme.Card):
    """The strip of stations."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journey")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._document = document
        self._group = QButtonGroup(self)
        self.stations: dict[str, StationButton] = {}
        for number, station in enumerate(places.in_order(), 1):
            self._add(station, number)
        self.chosen_words = RoleLabel(self)
        self.chosen_words.setObjectName("chosen_words")
        self._plan: Plan | None = None
        self._tight = False
        document.changed.connect(self.refresh)
        document.previewed.connect(self.refresh)
        document.language_changed.connect(self.refresh)
        document.station_chosen.connect(self.refresh)
        theme.changed.connect(self._place)
        self.refresh()

    @property
    def folded(self) -> bool:
        """Whether the stations stand as chips with names only."""
        return self._plan is not None and self._plan.folded

    def set_tight(self, tight: bool) -> None:
        """Fold to one line of names, because the window has no height to spare."""
        if tight != self._tight:
            self._tight = tight
            self._place()

    def refresh(self) -> None:
        """Show the journey as the case now says it."""
        document, lang = self._document, self._document.lang
        self.setAccessibleName(say(lang, "Journey"))
        open_ = places.count(open_questions(document.shown))
        for station in catalogue().stations:
            line, second = station_line(document.shown_case, station.id, lang)
            words = StationWords(station.title[lang], line, second, open_[station.id], lang)
            self.stations[station.id].show_words(words)
        self._mark_chosen()
        chosen = self.stations[document.station].words
        self.chosen_words.setText(" · ".join(part for part in (chosen.line, chosen.second) if part))
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan_for(width).height

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else theme.space(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(b.chip_width() for b in self.stations.values()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit for the station at that place."""
        order = places.in_order()
        text = event.text()
        if text.isdecimal() and 1 <= int(text) <= len(order):
            self._choose(order[int(text) - 1])
            self.stations[self._document.station].setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._plan is not None:
            plan.paint(QPainter(self), self._plan, self.stations, self._document.lang)

    def _add(self, station: str, number: int) -> None:
        button = StationButton(self)
        button.setObjectName(f"station_{station}")
        button.clicked.connect(lambda: self._choose(station))
        self._group.addButton(button)
        self.stations[station] = button
        keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
        keys.activated.connect(lambda: self._choose(station))

    def _choose(self, station: str) -> None:
        if station != self._document.station:
            self._document.choose_station(station)
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        """Fill the chosen dot, and let Tab stop there; arrows reach the others."""
        for station, button in self.stations.items():
            here = station == self._document.station
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.stations[self._document.station].setChecked(True)

    def _plan_for(self, width: int) -> Plan:
        return plan.arrange(self.stations, self.chosen_words, width, tight=self._tight)

    def _place(self) -> None:
        """Put every station where the plan for this width says."""
        new = self._plan_for(self.width())
        self._plan = new
        for station, button in self.stations.items():
            button.folded = new.folded
            button.setGeometry(new.boxes[station])
            button.update()
        self.chosen_words.setVisible(new.folded)
        self.chosen_words.setGeometry(new.words)
        self.updateGeometry()
        self.update()
