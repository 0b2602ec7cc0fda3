"""Where everything in one cell of a row goes: measured first, painted after.

A cell is a truth mark, a title with its citation at the right, the reason, the tags, a note,
and the spread-out reasoning. A plan places them in a width and says how tall that is; the row
then takes the taller of its two plans. Words wrap, and where title and citation do not fit side
by side the citation goes under the title, so nothing is cut off at any size of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from gui import theme
from gui.columns.rows import QUIET, Cell, Reason, Tag, Weight
from gui.columns.truths import TruthName

CITE_SHARE = 0.45
DEEPEST = 6


@dataclass(slots=True)
class Words:
    """A paragraph laid out in a width."""

    layout: QTextLayout
    at: QPointF
    role: str
    height: float


@dataclass(slots=True)
class Plan:
    """Everything placed, from the cell's own top left corner."""

    height: float = 0
    words: list[Words] = field(default_factory=list)
    marks: list[tuple[QRectF, TruthName]] = field(default_factory=list)
    tags: list[tuple[QRectF, Tag]] = field(default_factory=list)
    diamond: QRectF | None = None
    cite: QRectF | None = None

    def bounds(self) -> list[QRectF]:
        """Return the rectangle of each painted thing, as tests look at them."""
        words = [QRectF(w.at, w.layout.boundingRect().size()) for w in self.words]
        return [*words, *(rect for rect, _ in self.marks), *(rect for rect, _ in self.tags)]


def wrap(
    text: str,
    font: QFont,
    width: float,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> tuple[QTextLayout, float]:
    """Lay a text out in lines no wider than the width; return it with its height."""
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def changed_words(start: int, end: int) -> QTextLayout.FormatRange:
    """Mark words that another text does not have: underlined, and in a colour."""
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    made.format.setFontUnderline(True)
    made.format.setForeground(theme.colour("parting"))
    return made


class Measure(Protocol):
    """How large words are as a citation."""

    def size_of(self, text: str) -> QSize:
        """Their size on one line."""

    def height_of(self, text: str, width: int) -> int:
        """Their height in a width."""


class Planner:
    """Places one cell, from the top down."""

    def __init__(self, cell: Cell, weight: Weight, width: float, link: Measure) -> None:
        self.cell = cell
        self.quiet = weight in QUIET
        self.told = weight == "member" and bool(cell.because) and cell.truth != "not_reached"
        self.strong = weight == "strong"
        self.width = width
        self.link = link
        self.cite = link.size_of(cell.cite)
        self.plan = Plan()
        self.y = 0.0
        self.side = QFontMetricsF(theme.font("strong")).height()
        self.x = theme.space(1) + self.side + theme.space(1.5)

    def make(self) -> Plan:
        """Return the plan."""
        self._mark()
        self._head()
        if not self.quiet or (self.cell.reasons and not self.told):
            self._say(self.cell.because, "body" if self.strong else "small", self._because_role())
        self._tags()
        self._note()
        self._gist()
        room = QRectF(self.x, self.y, self.width - self.x, 0)
        self.plan.height = place_reasons(self.plan, self.cell.reasons, room)
        return self.plan

    def _because_role(self) -> str:
        return "text" if self.cell.carries or self.cell.note_parts else "text_muted"

    def _title_font(self) -> QFont:
        return theme.font("small" if self.quiet else "strong")

    def _title(self) -> str:
        """Return the title; a quiet row says its tags, and perhaps its reason, on the same line."""
        if not self.quiet:
            return self.cell.title
        reason = (self.cell.because,) if self.told else ()
        return " · ".join((self.cell.title, *(tag.text for tag in self.cell.tags), *reason))

    def _title_format(self) -> Sequence[QTextLayout.FormatRange]:
        """Let the title of a told row stand out before its reason."""
        if not self.told:
            return ()
        dark = QTextLayout.FormatRange()
        dark.start, dark.length = 0, len(self.cell.title)
        dark.format.setForeground(theme.colour("text"))
        return (dark,)

    def _mark(self) -> None:
        line = QFontMetricsF(self._title_font()).height()
        side = self.side * (0.7 if self.quiet else 1.0)
        left = theme.space(1) + (self.side - side) / 2
        self.plan.marks.append((QRectF(left, (line - side) / 2, side, side), self.cell.truth))

    def _head(self) -> None:
        """Place the title, and the citation beside it where both fit."""
        room = self.width - self.x
        beside = bool(self.cell.cite) and self.cite.width() <= room * CITE_SHARE
        title_room = room - self.cite.width() - theme.space(2) if beside else room
        faint = self.quiet or self.cell.truth == "not_reached"
        role = "text_muted" if faint else "text"
        before = self.y
        self._say(self._title(), None, role, width=title_room, formats=self._title_format())
        if not self.cell.cite:
            return
        size = QRectF(0, 0, self.cite.width(), self.cite.height())
        if beside:
            size.moveTopRight(QPointF(self.width, before))
            self.y = max(self.y, size.bottom())
        else:
            if self.cite.width() > room:
                size = QRectF(0, 0, room, self.link.height_of(self.cell.cite, int(room)))
            size.moveTo(self.x - theme.space(0.5), self.y)
            self.y = size.bottom()
        self.plan.cite = size

    def _say(
        self,
        text: str,
        font_role: str | None,
        role: str,
        *,
        width: float | None = None,
        indent: float = 0,
        formats: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        if not text:
            return
        font = theme.font(font_role) if font_role else self._title_font()
        room = (self.width - self.x if width is None else width) - indent
        layout, height = wrap(text, font, room, formats)
        self.plan.words.append(Words(layout, QPointF(self.x + indent, self.y), role, height))
        self.y += height

    def _tags(self) -> None:
        """Set the tags side by side, wrapping."""
        if not self.cell.tags or self.quiet:
            return
        metrics = QFontMetricsF(theme.font("small"))
        pad, gap = theme.space(1.5), theme.space(1)
        x, height = self.x, metrics.height() + theme.space(0.5)
        self.y += theme.space(0.5)
        for tag in self.cell.tags:
            width = metrics.horizontalAdvance(tag.text) + 2 * pad
            if x + width > self.width and x > self.x:
                x, self.y = self.x, self.y + height + theme.space(0.5)
            self.plan.tags.append((QRectF(x, self.y, min(width, self.width - x), height), tag))
            x += width + gap
        self.y += height + theme.space(0.5)

    def _note(self) -> None:
        if not self.cell.note:
            return
        font = theme.font("strong")
        indent = 0.0
        role = "text_muted"
        if self.cell.note_parts:
            line = QFontMetricsF(font).height()
            side = line * 0.6
            self.plan.diamond = QRectF(self.x, self.y + (line - side) / 2, side, side)
            indent, role = side + theme.space(1), "parting"
        if role == "parting" or not self._beside_tags():
            font_role = "strong" if role == "parting" else "small"
            self._say(self.cell.note, font_role, role, indent=indent)

    def _gist(self) -> None:
        """What the version says where the two part, its changed words marked, and why it matters."""
        if self.cell.gist is not None:
            self.y += theme.space(0.5)
            formats = [changed_words(*span) for span in self.cell.gist.changed]
            self._say(self.cell.gist.text, "body", "text", formats=formats)
        if self.cell.facts:
            self.y += theme.space(0.5)
            self._say(self.cell.facts, "small", "text_muted")

    def _beside_tags(self) -> bool:
        """Place the note on the line of the last tag, where it fits."""
        if not self.plan.tags:
            return False
        last, font = self.plan.tags[-1][0], theme.font("small")
        x = last.right() + theme.space(1.5)
        if x + QFontMetricsF(font).horizontalAdvance(self.cell.note) > self.width:
            return False
        layout, height = wrap(self.cell.note, font, self.width - x)
        y = last.center().y() - height / 2
        self.plan.words.append(Words(layout, QPointF(x, y), "text_muted", height))
        return True


def place_reasons(plan: Plan, reasons: Sequence[Reason], room: QRectF) -> float:
    """Place lines of reasoning under one another, indented by depth; return where they end."""
    font = theme.font("small")
    line = QFontMetricsF(font).height()
    side, y = line * 0.7, room.top()
    for reason in reasons:
        left = room.left() + theme.space(3) * min(reason.depth, DEEPEST)
        y += theme.space(0.5)
        plan.marks.append((QRectF(left, y + (line - side) / 2, side, side), reason.truth))
        x = left + side + theme.space(1)
        layout, height = wrap(reason.text, font, room.right() - x)
        plan.words.append(Words(layout, QPointF(x, y), "text", height))
        y += height
    return y


def paint_plan(painter: QPainter, plan: Plan, at: QPointF, ground: str) -> None:
    """Paint everything but the citation, which is a button of its own."""
    painter.save()
    painter.translate(at)
    for rect, name in plan.marks:
        theme.shapes.paint_truth(painter, rect, name, ground=theme.colour(ground))
    for words in plan.words:
        painter.setPen(theme.colour(words.role))
        words.layout.draw(painter, words.at)
    if plan.diamond is not None:
        theme.shapes.paint_diamond(painter, plan.diamond)
    for rect, tag in plan.tags:
        _paint_tag(painter, rect, tag)
    painter.restore()


def _paint_tag(painter: QPainter, rect: QRectF, tag: Tag) -> None:
    """Paint a tag: a fine outline with its word; the edge of an amendment is the parting's."""
    role = {"mark": "warning", "amended": "parting", "faint": "line"}[tag.kind]
    ink = {"mark": "warning", "amended": "parting", "faint": "text_muted"}[tag.kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour(role))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2
    )
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("small"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, tag.text)
    painter.restore()
