"""The trainer's clock: how long the session and the step at hand have taken, beside what was planned."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from core.words import say
from gui.parts.label import RoleLabel
from gui.training.presenter.show import Show

SECOND = 1000


class Clock(RoleLabel):
    """Ticks once a second while it is seen. It tells the time and moves nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, font="strong")
        self._show: Show | None = None
        self._timer = QTimer(self, interval=SECOND)
        self._timer.timeout.connect(self.tick)

    def follow(self, show: Show) -> None:
        """Tell the time of a session."""
        self._show = show
        self.tick()
        self._timer.start()

    def tick(self) -> None:
        """Say what time it is."""
        if self._show is not None and self.isVisibleTo(self.window()):
            self.say(clock_words(self._show, monotonic()))


def clock_words(show: Show, now: float) -> str:
    """The time of the session and of the step, each beside its plan."""
    lang, steps = show.lang, show.script.steps
    step = steps[min(show.stop.step, len(steps) - 1)]
    parts = [
        _of_plan(say(lang, "session"), now - show.begun, show.pack.plan.minutes, lang),
        _of_plan(say(lang, "this step"), now - show.step_begun, step.minutes, lang),
    ]
    return "   ".join(parts)


def _of_plan(what: str, seconds: float, minutes: int, lang: str) -> str:
    taken = f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
    if not minutes:
        return say(lang, "{label}: {value}", label=what, value=taken)
    return say(lang, "{what}: {taken} of {n} min", what=what, taken=taken, n=minutes)
