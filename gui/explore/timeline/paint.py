"""How a track is painted: a run of equal stretches as one soft block with its outcome's shape and words.

Below the bar stands a mark for each instrument; it is full where the outcome turns with it. What turns
without an instrument, because a list or a date of the law does, has a dot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from core.decision.settle import UNDETERMINED
from core.explore.timeline import Stretch, Track
from core.report.timeline import SHORT_HOWS, name_words, short_words, stretch_words
from gui import theme
from gui.explore.timeline.axis import Axis

FAINT = 0.45
"""How strong a bar is while another one is being looked for."""


def paint_track(
    painter: QPainter, track: Track, axis: Axis, rect: QRectF, lang: str, *, faint: bool
) -> None:
    """Paint the runs of a track into its bar."""
    painter.save()
    painter.setOpacity(FAINT if faint else 1)
    for begin, end in track.runs:
        stretch = track.stretches[begin]
        left = axis.x(stretch.at.day)
        after = track.stretches[end] if end < len(track.stretches) else None
        right = axis.x(after.at.day) if after is not None else axis.right
        block = QRectF(left, rect.top(), max(right - left - 1, 1.5), rect.height())
        _paint_block(painter, stretch, track, block, lang)
    painter.restore()


def paint_empty(painter: QPainter, rect: QRectF) -> None:
    """Paint the place of a bar whose stretches are still being found."""
    painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("surface_alt"))
    painter.drawRoundedRect(rect, theme.space(0.5), theme.space(0.5))
    painter.setPen(theme.colour("text_muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter.value, "…")


def _paint_block(
    painter: QPainter, stretch: Stretch, track: Track, block: QRectF, lang: str
) -> None:
    role = stretch.outcome
    pen = QPen(theme.colour(role), 1)
    if role == UNDETERMINED:
        pen.setStyle(Qt.PenStyle.DashLine)
    narrow = block.width() < 2 * theme.space(1)
    painter.setPen(Qt.PenStyle.NoPen if narrow else pen)
    painter.setBrush(theme.colour(role if narrow else f"{role}_soft"))
    radius = 0 if narrow else theme.space(0.5)
    painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if not narrow:
        _paint_words(painter, stretch, track, block, lang)


def _paint_words(
    painter: QPainter, stretch: Stretch, track: Track, block: QRectF, lang: str
) -> None:
    """Paint the shape of the outcome, and the longest words that have room beside it."""
    font = theme.font("small")
    font.setWeight(theme.font("strong").weight())
    metrics, gap = QFontMetrics(font), theme.space(0.75)
    side = metrics.ascent()
    room = block.width() - 2 * theme.space(1)
    if room < side:
        return
    said = tuple(_words(stretch, track, lang))
    lead = side + gap
    beside = next((w for w in said if metrics.horizontalAdvance(w) <= room - lead), "")
    alone = said[-1] if not beside and metrics.horizontalAdvance(said[-1]) <= room else ""
    words = beside or alone
    lead = 0 if alone else lead if beside else side
    wide = lead + metrics.horizontalAdvance(words)
    left = block.center().x() - wide / 2
    if not alone:
        mark = QRectF(left, block.center().y() - side / 2, side, side)
        theme.shapes.paint_outcome(painter, mark, stretch.outcome)
    painter.setFont(font)
    painter.setPen(theme.colour(stretch.outcome))
    rest = QRectF(left + lead, block.top(), block.right() - left, block.height())
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter.value, words)


def _words(stretch: Stretch, track: Track, lang: str) -> Iterator[str]:
    """What a block can say, the longest first; a short word only where the country's own words have it."""
    name = name_words(stretch, track, lang)
    yield stretch_words(stretch, track, lang)
    yield name
    short = short_words(stretch, lang)
    if stretch.how in SHORT_HOWS or short in name.casefold():
        yield short


def paint_marks(painter: QPainter, track: Track, axis: Axis, rect: QRectF, cursor: int) -> None:
    """Paint the marks of a track below its bar; the one at ``cursor`` is larger."""
    turning = {begin for begin, _ in track.runs if begin}
    for number, stretch in enumerate(track.stretches):
        ink = theme.colour("link" if number == cursor else "text_muted")
        side = rect.height() * (1.0 if number == cursor else 0.8)
        x, top = axis.x(stretch.at.day), rect.top() + 1
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(ink if number in turning else theme.colour("surface"))
        if stretch.turn:
            corners = ((0.0, 0.0), (-0.6, 1.0), (0.6, 1.0))
            shape = QPolygonF([QPointF(x + dx * side, top + dy * side) for dx, dy in corners])
            painter.drawPolygon(shape)
        else:
            painter.drawEllipse(QPointF(x, top + side / 2), side / 3, side / 3)


def paint_years(painter: QPainter, axis: Axis, row: QRectF, taken: Sequence[QRect]) -> None:
    """Paint the years into a row, with a fine tick above, where nothing else stands there."""
    metrics = QFontMetrics(theme.font("small"))
    painter.setFont(theme.font("small"))
    wide = metrics.horizontalAdvance("0000") + 1
    for day, x in axis.years(wide + theme.space(5)):
        box = QRectF(x - wide / 2, row.top(), wide, row.height())
        if box.left() < 0 or any(box.intersects(QRectF(other)) for other in taken):
            continue
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(QPointF(x, row.top() - theme.space(0.5)), QPointF(x, row.top()))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, str(day.year))


def paint_cursor(painter: QPainter, track: Track, number: int, axis: Axis, rect: QRectF) -> None:
    """Paint the ring around the stretch that the keys stand on."""
    left = axis.x(track.stretches[number].at.day)
    more = number + 1 < len(track.stretches)
    right = axis.x(track.stretches[number + 1].at.day) if more else axis.right
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        QRectF(left, rect.top(), max(right - left - 1, 3), rect.height()),
        theme.space(0.5),
        theme.space(0.5),
    )
