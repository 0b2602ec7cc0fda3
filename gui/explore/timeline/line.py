"""The line of the page "At a glance" that shows this journey through the law's history.

The stretches are found once for a case, its readings and the countries whose law is shown, in slices: a
pin that is dragged only asks where it stands.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.explore.pins import journey_days, pins
from core.explore.timeline import History, countries_of, search_history
from core.words import say
from gui import theme
from gui.document import Document
from gui.explore.page import Page
from gui.explore.slices import Slices
from gui.explore.timeline.moves import Mover, Thing, stepped
from gui.explore.timeline.strip import Strip
from gui.parts.label import RoleLabel

TITLE_WIDE = 15
"""Letters in a line of the title."""


class TimelineLine(Page):
    """Title and strip; it finds the history, and moves what a person moves."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self.title = RoleLabel(self, font="strong")
        self.strip = Strip(self)
        self.title.setBuddy(self.strip)
        self.mover = Mover(document)
        self._slices = Slices(self)
        self._key: object = None
        self._wanted: tuple[str, float] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._catch_up)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.title)
        self._row.addWidget(self.strip, 1)
        for key, tag in self.strip.tags.items():
            tag.grabbed.connect(partial(self._grab, key))
            tag.dragged.connect(partial(self._want, key))
            tag.stepped.connect(partial(self._step, key))
            tag.released.connect(self._release)
            tag.cancelled.connect(self._cancel)

    # --- showing ----------------------------------------------------------------------------------
    def refresh(self) -> None:
        document = self.document
        self.title.say(say(document.lang, "This journey throu&gh the law's history"))
        countries = countries_of(document.case, document.setup)
        key = (document.case, tuple(sorted(document.setup.readings.items())), countries)
        if key != self._key:
            self._key = key
            self._slices.start(search_history(document.case, document.setup), self._found)
        self._show_history(self.strip.history, len(countries))
        self._show_things()

    @property
    def busy(self) -> bool:
        """Whether the stretches are still being found."""
        return self._slices.busy

    def finish(self) -> None:
        """Find them now; for pictures and tests."""
        self._slices.finish()

    def leave(self) -> None:
        if self._slices.busy:
            self._slices.stop()
            self._key = None

    def restyle(self) -> None:
        self.title.restyle()
        metrics = QFontMetrics(self.title.font())
        self.title.setFixedWidth(metrics.averageCharWidth() * TITLE_WIDE)
        self._row.setSpacing(theme.space(3))
        self.strip.updateGeometry()
        self.strip.place()

    def _found(self, history: History) -> None:
        self._show_history(history, len(history.tracks))
        self._show_things()

    def _show_history(self, history: History | None, tracks: int) -> None:
        if self.strip.show_history(history, tracks, faint=self._slices.busy):
            self.updateGeometry()  # the strip's own call does not reach beyond this line's layout

    def _show_things(self) -> None:
        document = self.document
        things: tuple[Thing, ...] = (
            *pins(document.comparison),
            *journey_days(document.case, document.setup),
        )
        self.strip.show_things(things, document.comparison, self.mover.refused, document.lang)

    # --- moving -----------------------------------------------------------------------------------
    def _grab(self, key: str) -> None:
        self.mover.begin(self.strip.things[key])

    def _want(self, key: str, x: float) -> None:
        """Remember where the mouse is; several moves between two frames are one edit."""
        self._wanted = (key, x)
        self._soon.start()

    def _catch_up(self) -> None:
        wanted, self._wanted = self._wanted, None
        self._soon.stop()
        if wanted is not None:
            self._drag(*wanted)

    def _release(self) -> None:
        self._catch_up()
        self.mover.end()

    def _cancel(self) -> None:
        self._wanted = None
        self._soon.stop()
        self.mover.cancel()

    def _drag(self, key: str, x: float) -> None:
        """Move the tag that the mouse has; undo may have taken it away in the meantime."""
        thing = self.strip.things.get(key)
        if thing is not None:
            self._move(thing, self.strip.base_at(x, thing))

    def _step(self, key: str, states: int, days: int, again: bool) -> None:
        """Move a tag by keys; a key that is held down goes on with the same step of undo."""
        thing = self.strip.things[key]
        track = self.strip.track_of(thing)
        if track is None:
            return
        if not again:
            self.mover.begin(thing)
        self._move(thing, stepped(thing, track, states, days))

    def _move(self, thing: Thing, base: str) -> None:
        self.mover.move(thing, base)
        if self.mover.refused:
            self._show_things()
