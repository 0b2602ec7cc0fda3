"""The small parts of which the panels are made: text by role, links that are buttons, shapes.

They ask the theme for font and colour and ask again when it changes, so a panel that uses them
has nothing to restyle.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from gui import theme

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoleLabel(QLabel):
    """Plain text in the font and colour of a role; it wraps and never cuts."""

    def __init__(
        self, parent: QWidget | None = None, *, font: str = "body", colour: str = "text"
    ) -> None:
        super().__init__(parent)
        self._font_role = font
        self._colour_role = colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_colour(self, role: str) -> None:
        """Take another colour role."""
        if role != self._colour_role:
            self._colour_role = role
            self.restyle()

    def set_font(self, role: str) -> None:
        """Take another font role."""
        if role != self._font_role:
            self._font_role = role
            self.restyle()

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Return the size on one line, so that a flow knows what it needs."""
        metrics = QFontMetrics(self.font())
        margins = self.contentsMargins()
        around = margins.left() + margins.right()
        width = metrics.horizontalAdvance(self.text()) + around + 2
        return QSize(width, self.heightForWidth(width) if self.text() else metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height())

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        self.setFont(theme.font(self._font_role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._colour_role))
        self.setPalette(palette)
        self.updateGeometry()


class Heading(RoleLabel):
    """The heading of a section, with room above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, font="heading")

    def restyle(self) -> None:
        """Take font, colour and the room above from the theme."""
        self.setContentsMargins(0, theme.space(2.5), 0, 0)
        super().restyle()


class LinkButton(QAbstractButton):
    """Words that lead somewhere: a button in the look of a link, by mouse, Space or Enter."""

    def __init__(
        self, parent: QWidget | None = None, *, font: str = "small", colour: str = "link"
    ) -> None:
        super().__init__(parent)
        self._font_role = font
        self._colour_role = colour
        self._over = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)
        self.restyle()

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text.replace("&", ""))
            self.updateGeometry()
            self.update()
        self.setVisible(bool(text))

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme.font(self._font_role))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self.size_of(self.text())

    def size_of(self, text: str) -> QSize:
        """Return the size that other words would have on one line."""
        size = QFontMetrics(self.font()).size(self._flags(wrap=False), text)
        return QSize(size.width() + 2 * self._pad(), size.height() + 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_of(self.text(), width)

    def height_of(self, text: str, width: int) -> int:
        """Return the height that other words would have in a width."""
        room = QRect(0, 0, max(width - 2 * self._pad(), 1), 1 << 16)
        return QFontMetrics(self.font()).boundingRect(room, self._flags(), text).height() + 2

    def minimumSizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self._over)
        painter.setFont(font)
        painter.setPen(theme.colour(self._colour_role if self.isEnabled() else "text_faint"))
        pad = self._pad()
        painter.drawText(self.rect().adjusted(pad, 1, -pad, -1), self._flags(), self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))

    @staticmethod
    def _flags(*, wrap: bool = True) -> int:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        both = int(flags.value) | int(Qt.TextFlag.TextShowMnemonic.value)
        return both | int(Qt.TextFlag.TextWordWrap.value) if wrap else both

    @staticmethod
    def _pad() -> int:
        return theme.space(0.5)


class ShapeMark(QWidget):
    """One painted shape, as tall as a line of a font role; its words stand beside it."""

    def __init__(
        self,
        parent: QWidget,
        paint: Callable[[QPainter, QRectF, str], None],
        name: str,
        *,
        font: str = "body",
        lines: float = 1,
    ) -> None:
        super().__init__(parent)
        self._paint = paint
        self._name = name
        self._font_role = font
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_shape(self, name: str) -> None:
        """Paint another shape."""
        if name != self._name:
            self._name = name
            self.update()

    def sizeHint(self) -> QSize:
        side = round(QFontMetrics(theme.font(self._font_role)).ascent() * self._lines)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            self._paint(QPainter(self), QRectF(self.rect()), self._name)


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Draw the ring that says where the keys go."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.space(1)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
