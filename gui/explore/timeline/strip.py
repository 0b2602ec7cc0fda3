"""The strip: bars, marks and years painted; tags as small widgets that can be moved.

The strip itself takes the focus: Left and Right go from stretch to stretch, Up and Down to the law of the
other country. What the keys stand on, or what is being dragged, is told in a line at the foot.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.case.catalogue import catalogue
from core.decision.model import Comparison
from core.explore.pins import Pin
from core.explore.timeline import History, Track
from core.report.timeline import day_name, side_words
from gui import theme
from gui.explore.timeline import paint, words
from gui.explore.timeline.axis import Axis
from gui.explore.timeline.moves import Thing
from gui.explore.timeline.places import hang, widest_gap
from gui.explore.timeline.pointing import Pointing
from gui.explore.timeline.readout import Readout
from gui.explore.timeline.shape import Shape
from gui.explore.timeline.tag import BACK, FAR, FIRST, FORWARD, LAST, Tag, paint_stem

STEPS = {BACK: -1, FORWARD: 1, FIRST: -FAR, LAST: FAR}
PINS, DAYS = ("left", "right"), ("entry.date", "claim.date")


class Strip(QWidget):
    """Shows a history with its tags; what moves a tag is the business of who made it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.history: History | None = None
        self.things: dict[str, Thing] = {}
        self.told = ""
        self._comparison: Comparison | None = None
        self._lang = "en"
        self._tracks = 1
        self._faint = False
        self._cursor = (0, 0)
        self.readout = Readout(self)
        self.tags = {key: Tag(self, key) for key in (*PINS, *DAYS)}
        for tag in self.tags.values():
            tag.focused.connect(self._say)
            tag.hide()

    # --- showing ----------------------------------------------------------------------------------
    def show_history(self, history: History | None, tracks: int, *, faint: bool) -> bool:
        """Show a history, or, ``faint``, that another one with so many tracks is being looked for.

        Returns whether the strip needs another height than before.
        """
        self.history = history
        self._faint = faint
        self._cursor = self._held_in(*self._cursor)
        if tracks == self._tracks:
            return False
        self._tracks = tracks
        self.updateGeometry()
        return True

    def show_things(
        self, things: tuple[Thing, ...], comparison: Comparison, told: str, lang: str
    ) -> None:
        """Show the tags where they stand; ``told`` is a sentence that comes before theirs."""
        self.things = {_key(thing): thing for thing in things}
        self._comparison, self._lang, self.told = comparison, lang, told
        for key, tag in self.tags.items():
            thing = self.things.get(key)
            tag.setVisible(thing is not None and self.history is not None)
            if isinstance(thing, Pin):
                spoken = words.pin_spoken(thing, comparison, lang)
                tag.show_words(side_words(key, lang), spoken, loose=thing.kind != "dated")
            elif thing is not None:
                tag.show_words(day_name(thing, lang), words.day_spoken(thing, comparison, lang))
        self.place()

    def place(self) -> None:
        """Put everything in its place."""
        axis = self.axis()
        if axis is None:
            return
        for row, top in ((PINS, 0), (DAYS, self.shape_now().foot)):
            shown = [key for key in row if key in self.things]
            sizes = [self.tags[key].sizeHint() for key in shown]
            places = [axis.x(self.things[key].day) for key in shown]
            wanted = [(x, size.width()) for x, size in zip(places, sizes, strict=True)]
            for key, x, size, left in zip(
                shown, places, sizes, hang(wanted, self.width()), strict=True
            ):
                self.tags[key].anchor = x
                self.tags[key].setGeometry(left, top, size.width(), size.height())
        self._say()
        self.update()

    def shape_now(self) -> Shape:
        """The rows at the present size; the labels of two tracks stand left of their bars."""
        side = theme.space(2)
        if self._tracks > 1:
            metrics = QFontMetrics(theme.font("small"))
            labels = [direction[self._lang] for direction in catalogue().directions.values()]
            side = max(metrics.horizontalAdvance(label) for label in labels) + theme.space(2)
        return Shape(self.width(), self._tracks, side)

    def axis(self) -> Axis | None:
        """The axis, where there is a history."""
        found = self.history
        return None if found is None else self.shape_now().axis(found.begins, found.ends)

    def track_of(self, thing: Thing) -> Track | None:
        """The track on which a tag stands: of its country, or the journey's own."""
        if self.history is None:
            return None
        own = self.history.tracks[0]
        return (self.history.track(thing.country) or own) if isinstance(thing, Pin) else own

    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), self.shape_now().height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(30), self.shape_now().height)

    # --- what is pointed at -----------------------------------------------------------------------
    def pointing(self) -> Pointing:
        """What stands where, as the strip is now; only where there is a history."""
        assert self.history is not None
        return Pointing(self.history, self.shape_now(), self._lang)

    def base_at(self, x: float, thing: Thing) -> str:
        """The day at a place, drawn to a turn of the law that stands there, within the law."""
        track = self.track_of(thing)
        assert track is not None
        return self.pointing().base_at(x, track, within=isinstance(thing, Pin))

    def tip_at(self, at: QPoint) -> str:
        """What a tooltip says at a place."""
        return "" if self.history is None else self.pointing().tip_at(at)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            tip = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), theme.plain_tip(tip) if tip else "", self)
            return True
        return super().event(event)

    # --- the keys on the strip itself -------------------------------------------------------------
    @property
    def cursor_at(self) -> tuple[int, int]:
        """The track and the stretch that the keys stand on."""
        return self._cursor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.history is not None:
            self._go(*self.pointing().stretch_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        track, number = self._cursor
        step = STEPS.get(Qt.Key(event.key()), 0)
        aside = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if self.history is None or not (step or aside):
            super().keyPressEvent(event)
        elif step:
            self._go(track, number + step)
        else:
            self._go_aside(track, aside)

    def _go_aside(self, track: int, by: int) -> None:
        """Go to the stretch of the other track that holds the same day."""
        assert self.history is not None
        tracks = self.history.tracks
        other = min(max(track + by, 0), len(tracks) - 1)
        base = tracks[track].stretches[self._cursor[1]].base
        self._go(other, tracks[other].index(base))

    def _go(self, track: int, number: int) -> None:
        self._cursor = self._held_in(track, number)
        self._say()
        self.update()

    def _held_in(self, track: int, number: int) -> tuple[int, int]:
        if self.history is None:
            return 0, 0
        track = min(track, len(self.history.tracks) - 1)
        last = len(self.history.tracks[track].stretches) - 1
        return track, min(max(number, 0), last)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go(*self._cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go(*self._cursor)

    # --- the line at the foot ---------------------------------------------------------------------
    def _say(self) -> None:
        """Tell what has the keys, or the mouse; the strip's own name follows where its keys stand."""
        axis = self.axis()
        if axis is None or self.history is None or self._comparison is None:
            return
        number, stretch = self._cursor
        track = self.history.tracks[number]
        self.setAccessibleName(words.strip_spoken(track, stretch, self._lang))
        said, at = "", 0.0
        tag = next((tag for tag in self.tags.values() if tag.held or tag.hasFocus()), None)
        if tag is not None and tag.key in self.things:
            said, at = self.told or self._line(self.things[tag.key]), tag.anchor
        elif self.hasFocus():
            said = words.stretch_line(track.stretches[stretch], track, self._lang)
            at = axis.x(track.stretches[stretch].at.day)
        self.readout.say(said, at, self._foot_room())
        self.readout.raise_()

    def _line(self, thing: Thing) -> str:
        assert self._comparison is not None
        if isinstance(thing, Pin):
            return words.pin_line(thing, self._comparison, self._lang)
        return words.day_line(thing, self._comparison, self._lang)

    def _foot_room(self) -> QRect:
        shape = self.shape_now()
        row = QRect(0, shape.foot, self.width(), shape.tag)
        return widest_gap([self.tags[key].geometry() for key in DAYS if key in self.things], row)

    # --- looks ------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, axis = self.shape_now(), self.axis()
        if axis is None or self.history is None:
            for number in range(self._tracks):
                paint.paint_empty(painter, shape.bar_rect(number))
            return
        for number, track in enumerate(self.history.tracks[: self._tracks]):
            rect = shape.bar_rect(number)
            paint.paint_track(painter, track, axis, rect, self._lang, faint=self._faint)
            below = QRectF(rect.left(), rect.bottom(), rect.width(), shape.marks)
            here = self.hasFocus() and self._cursor[0] == number
            paint.paint_marks(painter, track, axis, below, self._cursor[1] if here else -1)
            if here:
                paint.paint_cursor(painter, track, self._cursor[1], axis, rect)
            if self._tracks > 1:
                self._paint_label(painter, track, rect)
        taken = [self.tags[key].geometry() for key in DAYS if key in self.things]
        if self.readout.isVisible():
            taken.append(self.readout.geometry())
        paint.paint_years(painter, axis, QRectF(0, shape.foot, self.width(), shape.tag), taken)
        self._paint_stems(painter, shape)

    def _paint_label(self, painter: QPainter, track: Track, rect: QRectF) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_muted"))
        room = QRectF(0, rect.top(), rect.left() - theme.space(1), rect.height())
        label = catalogue().directions[track.country][self._lang]
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, label)

    def _paint_stems(self, painter: QPainter, shape: Shape) -> None:
        assert self.history is not None
        for key, thing in self.things.items():
            x = self.tags[key].anchor
            if isinstance(thing, Pin):
                track = self.track_of(thing)
                bar = shape.bar_rect(self.history.tracks.index(track) if track else 0)
                paint_stem(painter, x, shape.tag, bar.bottom(), bar.top())
            else:
                paint_stem(painter, x, shape.bar_rect(0).bottom(), shape.foot, None)


def _key(thing: Thing) -> str:
    return thing.side if isinstance(thing, Pin) else thing.of
