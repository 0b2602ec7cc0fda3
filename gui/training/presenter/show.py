"""Where a session stands: at which stop, on which page, covered or not. It moves only when it is told to."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from core.training.model import Pack
from gui.training.presenter.paging import Page, pages_of
from gui.training.presenter.script import Script, Stop, script_of
from gui.training.presenter.slides import Slide


class Show(QObject):
    """A session as it is shown. ``moved`` goes out once for each move."""

    moved = Signal()

    def __init__(self, pack: Pack, lang: str, seed: int, parent: QObject | None = None) -> None:
        """Raises ExerciseError, VersionError."""
        super().__init__(parent)
        self.pack, self.seed, self.lang = pack, seed, lang
        self.script: Script = script_of(pack, lang, seed)
        self.slide_of: Callable[[Stop], Slide] = lambda stop: stop.slide
        """How the slide of a stop is made; counts of votes are put into some."""
        self._at = 0
        self._page = 0
        self._pages: tuple[Page, ...] = ()
        self.blank = False
        self.begun = monotonic()
        self.step_begun = self.begun
        self._lay_out()

    # --- where it stands ----------------------------------------------------------------------------
    @property
    def at(self) -> int:
        """The place of the stop at hand."""
        return self._at

    @property
    def stop(self) -> Stop:
        """The stop at hand."""
        return self.script.stops[self._at]

    @property
    def page(self) -> Page:
        """The page at hand."""
        return self._pages[self._page]

    def coming(self) -> Page | None:
        """The page that the next step leads to; None at the end."""
        if self._page + 1 < len(self._pages):
            return self._pages[self._page + 1]
        if self._at + 1 < len(self.script.stops):
            return pages_of(self.slide_of(self.script.stops[self._at + 1]))[0]
        return None

    # --- moving -------------------------------------------------------------------------------------
    def next(self) -> None:
        """One page on; what covers the screen is taken away first."""
        if self.blank:
            self.cover(blank=False)
        elif self._page + 1 < len(self._pages):
            self._page += 1
            self.moved.emit()
        elif self._at + 1 < len(self.script.stops):
            self._go(self._at + 1)

    def back(self) -> None:
        """One page back."""
        if self._page > 0:
            self._page -= 1
            self.moved.emit()
        elif self._at > 0:
            self._go(self._at - 1, last=True)

    def first(self) -> None:
        """To the beginning."""
        self._go(0)

    def jump(self, at: int) -> None:
        """To a stop by its place."""
        if 0 <= at < len(self.script.stops):
            self._go(at)

    def cover(self, *, blank: bool | None = None) -> None:
        """Cover the audience's screen, or uncover it."""
        self.blank = not self.blank if blank is None else blank
        self.moved.emit()

    def refresh(self) -> None:
        """Make the slide at hand anew, since something on it changed."""
        self._lay_out()
        self.moved.emit()

    def speak(self, lang: str) -> None:
        """Go on in another language, at the same stop."""
        self.lang = lang
        self.script = script_of(self.pack, lang, self.seed)
        self.refresh()

    def _go(self, at: int, *, last: bool = False) -> None:
        if self.script.stops[at].step != self.stop.step:
            self.step_begun = monotonic()
        self._at, self._page = at, 0
        self._lay_out()
        self._page = len(self._pages) - 1 if last else 0
        self.moved.emit()

    def _lay_out(self) -> None:
        self._pages = pages_of(self.slide_of(self.stop))
        self._page = min(self._page, len(self._pages) - 1)
