"""One station of the line: a dot, the station's name and two lines of what is known there.

A real button, so that keyboard and screen readers take it as one. The dot says by its shape how
things stand: filled for the chosen station, a ring with a number where so many questions can still
change an outcome, a ring with a tick where none can.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from core.words import many, say
from gui import theme
from gui.parts.focus import paint_focus

TALL = 1 << 14
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value


@dataclass(frozen=True)
class StationWords:
    """What a station says."""

    name: str
    line: str
    second: str
    open: int
    lang: str

    def spoken(self) -> str:
        """Everything the station says, in one piece for a screen reader."""
        if self.open:
            state = many(
                self.lang,
                "1 question can still change the outcome",
                "{n} questions can still change the outcome",
                self.open,
            )
        else:
            state = say(self.lang, "no question left that changes the outcome")
        parts = [self.name, self.line, self.second, state]
        return ". ".join(part for part in parts if part)


class StationButton(QRadioButton):
    """A station: full with its words below the dot, or folded to a chip with its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = StationWords("", "", "", 0, "en")
        self.folded = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: StationWords) -> None:
        """Take new words, in place."""
        if words != self.words:
            self.words = words
            self.setText(words.name)
            self.setAccessibleName(words.spoken())
            self.update()

    def hitButton(self, pos: object) -> bool:
        return True

    def dot_centre(self) -> QPointF:
        """Return the middle of the dot, in the button's own coordinates."""
        side = dot_side()
        if self.folded:
            return QPointF(pad() / 2 + side / 2, self.height() / 2)
        return QPointF(self.width() / 2, pad() + side / 2)

    def chip_width(self) -> int:
        """Return the width of the folded station."""
        metrics = QFontMetrics(theme.font("strong"))
        return dot_side() + metrics.horizontalAdvance(self.words.name) + 2 * pad()

    def chip_height(self) -> int:
        """Return the height of the folded station."""
        return dot_side() + pad()

    def words_height(self, width: int) -> int:
        """Return the height of the full station at a width."""
        return (
            sum(box.height() for _, _, _, box in self._lines(width))
            + dot_side()
            + gap()
            + 2 * pad()
        )

    def least_width(self) -> int:
        """Return the width below which a word would have to be broken."""
        fonts = (
            (self.words.line, "strong"),
            (self.words.second, "small"),
            (self.words.name, "small"),
        )
        longest = (
            QFontMetrics(theme.font(font)).horizontalAdvance(word)
            for text, font in fonts
            for word in text.split()
        )
        return max(longest, default=0) + 2 * pad()

    def lines_needed(self, width: int) -> int:
        """Return into how many lines the longest of the station's texts wraps at a width."""
        return max(
            (
                round(box.height() / QFontMetrics(theme.font(font)).lineSpacing())
                for _, font, _, box in self._lines(width)
            ),
            default=0,
        )

    def sizeHint(self) -> QSize:
        if self.folded:
            return QSize(self.chip_width(), self.chip_height())
        return QSize(self.least_width(), self.words_height(self.least_width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.space(1.5), theme.space(1.5))
        self._paint_dot(painter)
        if self.folded:
            self._paint_name_beside(painter)
        else:
            self._paint_words_below(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    def _paint_dot(self, painter: QPainter) -> None:
        side, chosen = dot_side(), self.isChecked()
        box = QRectF(0, 0, side, side)
        box.moveCenter(self.dot_centre())
        edge = "accent" if chosen or self.words.open else "line_strong"
        painter.setPen(QPen(theme.colour(edge), 2))
        painter.setBrush(theme.colour("accent" if chosen else "surface"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        ink = "on_accent" if chosen else "accent" if self.words.open else "text_muted"
        if self.words.open:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.words.open))
        else:
            room = box.adjusted(side / 5, side / 5, -side / 5, -side / 5)
            theme.icon("check", ink).paint(painter, room.toRect())

    def _paint_name_beside(self, painter: QPainter) -> None:
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.colour("link" if self.isChecked() else "text"))
        room = self.rect().adjusted(pad() + dot_side(), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(room, flags, self.words.name)

    def _paint_words_below(self, painter: QPainter) -> None:
        top = pad() + dot_side() + gap()
        for text, font, role, box in self._lines(self.width()):
            painter.setFont(theme.font(font))
            painter.setPen(theme.colour(role))
            room = QRect(pad(), top, self.width() - 2 * pad(), box.height())
            painter.drawText(room, WRAP, text)
            top += box.height()

    def _lines(self, width: int) -> list[tuple[str, str, str, QRect]]:
        """Return the texts with font, colour and the room each takes."""
        chosen = self.isChecked()
        texts = (
            (self.words.name, "small", "text_muted"),
            (self.words.line, "strong", "link" if chosen else "text"),
            (self.words.second, "small", "text_muted"),
        )
        room = QRect(0, 0, max(width - 2 * pad(), 1), TALL)
        return [
            (text, font, role, QFontMetrics(theme.font(font)).boundingRect(room, WRAP, text))
            for text, font, role in texts
            if text
        ]


def dot_side() -> int:
    """Return how wide a dot is: it holds a number."""
    return round(QFontMetrics(theme.font("small")).height() * 1.2)


def pad() -> int:
    """Return the room around the dot and the words."""
    return theme.space(1.5)


def gap() -> int:
    """Return the room between the dot and the words below it."""
    return theme.space(0.75)
