"""A tag that is moved: which edit of the document that is, and how the edits of one drag stay one step."""

from __future__ import annotations

from core.case.facts import FactError
from core.explore.pins import JourneyDay, Pin, moved_base, moved_pin
from core.explore.timeline import Track
from core.law.cut import reading_day
from core.law.version import VersionError
from gui.document import Document

Thing = Pin | JourneyDay


def base_of(thing: Thing) -> str:
    """The day or minute at which a tag stands."""
    return thing.base if isinstance(thing, Pin) else thing.day.isoformat()


def stepped(thing: Thing, track: Track, states: int, days: int) -> str:
    """Where a tag comes to stand some states of the law, or some days, further on."""
    base = base_of(thing)
    return track.next_state(base, states) if states else moved_base(base, days)


class Mover:
    """Moves tags by edits of the document; ``refused`` is the sentence about what could not be."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._before: tuple[Thing, object] | None = None
        self.refused = ""

    def begin(self, thing: Thing) -> None:
        """Begin one step of undo, and remember where the tag stood."""
        self._document.begin_gesture()
        self._before = (thing, self._value(thing))
        self.refused = ""

    def move(self, thing: Thing, base: str) -> None:
        """Put a tag at a day or a minute, as far as the law knows it."""
        document = self._document
        if isinstance(thing, Pin):
            self._set(thing, moved_pin(thing, base, document.case))
        else:
            self._set(thing, reading_day(base).isoformat())

    def end(self) -> None:
        """Let the step be complete."""
        self._document.end_gesture()
        self._before = None

    def cancel(self) -> None:
        """Put the tag back where it stood; then there was no step at all."""
        if self._before is not None:
            self._set(*self._before)
        self.end()

    def _value(self, thing: Thing) -> object:
        if isinstance(thing, Pin):
            return getattr(self._document.setup, thing.side)
        return self._document.case.get(thing.path)

    def _set(self, thing: Thing, value: object) -> None:
        self.refused = ""
        try:
            if isinstance(thing, Pin):
                self._document.set_version(thing.side, str(value))
            else:
                self._document.set_fact(thing.path, value)
        except (VersionError, FactError) as error:
            self.refused = str(error)
