"""The trainer's desk: what the audience sees, what comes next, notes and key, the clock, the votes.

With one screen only, key and notes stay covered until they are asked for: the room may be looking on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.training.store import StoreError
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.tabs import Tabs
from gui.training.pieces import in_a_flow, word, wrap_rows
from gui.training.presenter.aside import Notes
from gui.training.presenter.audience import Audience
from gui.training.presenter.clock import Clock
from gui.training.presenter.keys import CLICKER
from gui.training.presenter.script import Stop
from gui.training.presenter.sheet import Sheet
from gui.training.presenter.show import Show
from gui.training.presenter.showing import Asked, spread_slide
from gui.training.presenter.slides import Slide
from gui.training.scroll import Scroll
from gui.training.votes.panel import VotePanel
from gui.training.votes.session import Session

LINES_FOR_THREE = 70
SCREEN, NOTES, STOPS = range(3)
SHARES = (40, 36, 24)
BUTTONS = ("back", "next", "cover", "first", "audience", "results", "end")


MOVES = BUTTONS[:4]


class Desk(QWidget):
    """Everything the trainer has while a session runs. ``asked`` says which of its last buttons was used."""

    asked = Signal(str)
    failed = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._lang = lang
        self.session: Session | None = None
        self.deck: Show | None = None
        self.audience = Audience(lang)
        self.tabs = Tabs(self)
        self.now, self.coming = Sheet(self, edged=True), Sheet(self, edged=True)
        self.now_label, self.coming_label = RoleLabel(self, font="strong"), RoleLabel(self)
        self.clock = Clock(self)
        self.buttons = {id_: QPushButton(self) for id_ in BUTTONS}
        self.key_button = QPushButton(self)
        self.key_button.setCheckable(True)
        self.key_button.setChecked(len(QGuiApplication.screens()) > 1)
        self.votes = VotePanel()
        self.votes_area = Scroll(self.votes, self)
        self.notes = Notes()
        self.notes_area = Scroll(self.notes, self)
        self.stops = QListWidget(self)
        self._build()
        self._connect()
        self.restyle()
        self.retranslate(lang)

    def begin(self, session: Session) -> None:
        """Show a session, at the stop it came to. Raises ExerciseError, VersionError."""
        self.session = session
        self.deck = Show(session.pack, self._lang, session.store.seed, self)
        self.deck.slide_of = self._slide_of
        self.deck.jump(self.deck.script.index(session.at))
        self.deck.moved.connect(self.refresh)
        self.audience.follow(self.deck)
        self.clock.follow(self.deck)
        self._list_stops()
        self.refresh()

    # --- showing ------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show where the session stands."""
        deck, session, lang = self.deck, self.session, self._lang
        if deck is None or session is None:
            return
        try:
            session.came_to(deck.stop.id)
        except StoreError as error:
            self.failed.emit(str(error))
        self.now.show_page(deck.page, lang, blank=deck.blank)
        coming, key = deck.coming(), self.key_button.isChecked()
        covered = coming is not None and coming.slide.secret and not key
        self.coming.show_page(None if covered else coming, lang)
        self.coming.setVisible(coming is not None and not covered)
        self.now_label.say(deck.stop.label)
        self.coming_label.say(_next_words(covered=covered, any_more=coming is not None, lang=lang))
        with QSignalBlocker(self.stops):
            self.stops.setCurrentRow(deck.at)
        self.notes.show_stop(deck.script, deck.stop, lang, key=key)
        self._show_votes()
        self.clock.tick()
        self._word_buttons()

    def _slide_of(self, stop: Stop) -> Slide:
        """A slide of counts is made of the votes that have come in."""
        if stop.spread is None or stop.exercise is None or self.session is None:
            return stop.slide
        return spread_slide(self._asked(stop.exercise), self.session.votes, stop.spread)

    def _asked(self, exercise: str) -> Asked:
        assert self.deck is not None
        return self.deck.script.asked(exercise)

    def _show_votes(self) -> None:
        assert self.deck is not None and self.session is not None
        stop = self.deck.stop
        self.votes_area.setVisible(stop.vote is not None)
        if stop.vote is not None and stop.exercise is not None:
            self.votes.ask(self.session, self._asked(stop.exercise), stop.vote)

    def _list_stops(self) -> None:
        assert self.deck is not None
        with QSignalBlocker(self.stops):
            self.stops.clear()
            self.stops.addItems([stop.label for stop in self.deck.script.stops])

    def retranslate(self, lang: str) -> None:
        """Speak another language, at the same stop."""
        self._lang = lang
        self.audience.retranslate(lang)
        self.stops.setAccessibleName(say(lang, "Stops of the session"))
        self.notes_area.setAccessibleName(say(lang, "Notes and key"))
        self.votes_area.setAccessibleName(say(lang, "Votes of the room"))
        self.tabs.setAccessibleName(say(lang, "Parts of the desk"))
        words = (say(lang, "Screen"), say(lang, "Notes and votes"), say(lang, "Stops"))
        for at, told in enumerate(words):
            self.tabs.setTabText(at, told)
        self._word_buttons()
        if self.deck is not None:
            self.deck.speak(lang)
            self._list_stops()
            self.refresh()

    def _word_buttons(self) -> None:
        lang = self._lang
        covered = self.deck is not None and self.deck.blank
        words = {
            "back": say(lang, "&Back"),
            "next": say(lang, "&Next"),
            "cover": say(lang, "&Uncover") if covered else say(lang, "Cover the &screen"),
            "first": say(lang, "To the be&ginning"),
            "audience": say(lang, "&Audience window"),
            "results": say(lang, "&Results…"),
            "end": say(lang, "En&d the session…"),
        }
        for id_, button in self.buttons.items():
            word(button, words[id_])
        word(self.key_button, say(lang, "Show &key and notes"))

    # --- moving -------------------------------------------------------------------------------------
    def _connect(self) -> None:
        deeds: dict[str, Callable[[], None]] = {
            **{move: partial(self._move, move) for move in MOVES},
            "audience": self.show_audience,
            "results": lambda: self.asked.emit("results"),
            "end": lambda: self.asked.emit("end"),
        }
        for id_, deed in deeds.items():
            self.buttons[id_].clicked.connect(deed)
        for keys, id_ in zip(CLICKER, ("next", "back", "cover", "cover", "first"), strict=True):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(deeds[id_])
        self.stops.currentRowChanged.connect(self._jump)
        self.key_button.toggled.connect(self.refresh)
        self.votes.recorded.connect(self._recorded)
        self.votes.failed.connect(self.failed)
        self.audience.trainer_asked.connect(self._come_up)
        self.tabs.currentChanged.connect(self._arrange)
        theme.changed.connect(self.restyle)

    def _move(self, move: str) -> None:
        if self.deck is not None:
            moves = {
                "back": self.deck.back,
                "next": self.deck.next,
                "cover": self.deck.cover,
                "first": self.deck.first,
            }
            moves[move]()

    def _jump(self, row: int) -> None:
        if self.deck is not None:
            self.deck.jump(row)

    def show_audience(self) -> None:
        """Bring up the window of the audience."""
        self.audience.bring(self.window())

    def _come_up(self) -> None:
        self.window().raise_()
        self.window().activateWindow()

    def _recorded(self) -> None:
        """A vote came in; a slide of counts that is in sight shows it."""
        if self.deck is not None and self.deck.stop.spread is not None:
            self.deck.refresh()

    def put_away(self) -> None:
        """The session is over: no window of it stays."""
        self.audience.close()
        self.session = self.deck = None

    # --- room ---------------------------------------------------------------------------------------
    def _build(self) -> None:
        for _ in range(3):
            self.tabs.addTab("")
        self._cards = tuple(theme.Card(self) for _ in range(3))
        self._rooms = [QVBoxLayout(card) for card in self._cards]
        screen, notes, stops = self._rooms
        self._sheets = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for label, sheet in ((self.now_label, self.now), (self.coming_label, self.coming)):
            one = QVBoxLayout()
            one.addWidget(label)
            one.addWidget(sheet)
            self._sheets.addLayout(one)
        self._moves = QHBoxLayout()
        for id_ in BUTTONS[:3]:
            self._moves.addWidget(self.buttons[id_])
        screen.addLayout(self._sheets)
        screen.addStretch(1)
        screen.addWidget(self.clock)
        screen.addLayout(self._moves)
        notes.addWidget(self.votes_area, 3)
        notes.addWidget(self.notes_area, 2)
        notes.addWidget(self.key_button, 0, Qt.AlignmentFlag.AlignLeft)
        stops.addWidget(self.stops, 1)
        stops.addWidget(in_a_flow((self.buttons[id_] for id_ in BUTTONS[3:]), self))
        self._beside = QHBoxLayout()
        for card, share in zip(self._cards, SHARES, strict=True):
            self._beside.addWidget(card, share)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        self._column.addLayout(self._beside, 1)
        wrap_rows(self.stops)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self.tabs.restyle()
        for room in self._rooms:
            room.setContentsMargins(*[theme.space(3)] * 4)
            room.setSpacing(theme.space(2))
        for layout in (self._beside, self._sheets):
            layout.setSpacing(theme.space(2.5))
        self._moves.setSpacing(theme.space(1.5))
        self._column.setSpacing(theme.space(1.5))
        self.stops.setFont(theme.font("body"))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        alone = self.width() / QFontMetrics(theme.font("body")).height() < LINES_FOR_THREE
        self.tabs.setVisible(alone)
        ways = QBoxLayout.Direction
        self._sheets.setDirection(ways.LeftToRight if alone else ways.TopToBottom)
        for at, card in enumerate(self._cards):
            card.setVisible(not alone or at == self.tabs.currentIndex())


def _next_words(*, covered: bool, any_more: bool, lang: str) -> str:
    if not any_more:
        return say(lang, "This is the end.")
    return say(lang, "Next: part of the answer, covered.") if covered else say(lang, "Next:")
