"""Which stretch, mark or day stands at a place of the strip, and what its tip says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint

from core.explore.timeline import History, Track
from gui.explore.timeline import words
from gui.explore.timeline.axis import Axis
from gui.explore.timeline.shape import Shape

REACH = 5
"""Pixels around a mark within which it is pointed at, or a tag is drawn to it."""


@dataclass(frozen=True)
class Pointing:
    """A history in the rows of a strip."""

    history: History
    shape: Shape
    lang: str

    @property
    def axis(self) -> Axis:
        """The axis of all bars."""
        return self.shape.axis(self.history.begins, self.history.ends)

    def base_at(self, x: float, track: Track, *, within: bool) -> str:
        """The day at a place, or a turn of the law near it; ``within``: no day before the law begins."""
        near = min(track.states, key=lambda state: abs(self.axis.x(state.at.day) - x))
        if abs(self.axis.x(near.at.day) - x) <= REACH:
            return near.base
        day, first = self.axis.day(x), track.states[0]
        return first.base if within and day < first.at.day else day.isoformat()

    def stretch_at(self, at: QPoint) -> tuple[int, int]:
        """The track and the stretch at a place; below a bar, that of the nearest mark."""
        number = self._track_at(at.y())
        track = self.history.tracks[number]
        near = self._marks_at(at.x(), track)
        if near and self._is_below(at, number):
            return number, near[0]
        return number, track.index(self.axis.day(at.x()).isoformat())

    def tip_at(self, at: QPoint) -> str:
        """A stretch in words, or the instruments of the marks within reach; else nothing."""
        if not self.shape.tag <= at.y() < self.shape.foot:
            return ""
        number, stretch = self.stretch_at(at)
        track = self.history.tracks[number]
        if self._is_below(at, number):
            near = sorted(self._marks_at(at.x(), track))
            return words.marks_tip([track.stretches[n] for n in near], self.lang)
        return words.stretch_tip(track.stretches[stretch], track, self.lang)

    def _is_below(self, at: QPoint, number: int) -> bool:
        return at.y() > self.shape.bar_rect(number).bottom()

    def _track_at(self, y: float) -> int:
        """The bar at a height, with the marks below it."""
        tops = [self.shape.bar_rect(n).top() for n in range(len(self.history.tracks))]
        return max(sum(top <= y for top in tops) - 1, 0)

    def _marks_at(self, x: float, track: Track) -> list[int]:
        """The marks within reach, the nearest first."""
        away = {n: abs(self.axis.x(s.at.day) - x) for n, s in enumerate(track.stretches)}
        return sorted((n for n in away if away[n] <= REACH), key=lambda n: away[n])
