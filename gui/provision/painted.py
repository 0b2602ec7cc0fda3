"""Painted paragraphs: a text with its changed words marked, and reasons with their truth shapes.

Both measure their height from their width, so they stand in the same layout of pairs as
everything else. What is new is strong and underlined, what is gone is struck through: never
colour alone. A screen reader is told in words.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from core.report.worddiff import Piece
from core.words import say
from gui import theme
from gui.columns.cellplan import Plan, paint_plan, place_reasons, wrap
from gui.columns.rows import Reason
from gui.columns.truths import truth_words
from gui.parts.pairs import follow_width


class ChangedText(QWidget):
    """A text as it reads now, with what came and what went."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        follow_width(self)
        theme.changed.connect(self.updateGeometry)

    def show_pieces(self, pieces: tuple[Piece, ...], lang: str) -> None:
        """Show the pieces, and say them."""
        if pieces != self._pieces:
            self._pieces = pieces
            self.updateGeometry()
            self.update()
        self.setAccessibleName(" ".join(_said(piece, lang) for piece in pieces))
        self.setVisible(bool(pieces))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lay(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), self.heightForWidth(theme.space(60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("text"))
        layout, _ = self._lay(self.width())
        layout.draw(painter, QPointF(0, 0))

    def _lay(self, width: int) -> tuple[QTextLayout, float]:
        text = " ".join(piece.text for piece in self._pieces)
        return wrap(text, theme.font("body"), width, self._formats())

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for piece in self._pieces:
            length = len(piece.text)
            if piece.kind != "same":
                ranges.append(_range(start, length, _format(piece)))
            start += length + 1
        return ranges


class Reasons(QWidget):
    """The whole reasoning of one provision in one version."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reasons: tuple[Reason, ...] = ()
        follow_width(self)
        theme.changed.connect(self.updateGeometry)

    def show_reasons(self, reasons: tuple[Reason, ...], lang: str) -> None:
        """Show these lines, and say them."""
        if reasons != self._reasons:
            self._reasons = reasons
            self.updateGeometry()
            self.update()
        said = (f"{truth_words(reason.truth, lang)}: {reason.text}" for reason in reasons)
        self.setAccessibleName("\n".join(said))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._plan(width).height)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(60), self.heightForWidth(theme.space(60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_plan(QPainter(self), self._plan(self.width()), QPointF(0, 0), "surface")

    def _plan(self, width: int) -> Plan:
        plan = Plan()
        plan.height = place_reasons(plan, self._reasons, QRectF(0, 0, width, 0))
        return plan


def _said(piece: Piece, lang: str) -> str:
    match piece.kind:
        case "new":
            return say(lang, "[new: {words}]", words=piece.text)
        case "gone":
            return say(lang, "[no longer: {words}]", words=piece.text)
        case _:
            return piece.text


def _format(piece: Piece) -> QTextCharFormat:
    style = QTextCharFormat()
    if piece.kind == "new":
        style.setFontWeight(theme.font("strong").weight())
        style.setFontUnderline(True)
        style.setForeground(theme.colour("parting"))
    else:
        style.setFontStrikeOut(True)
        style.setForeground(theme.colour("text_muted"))
    return style


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made
