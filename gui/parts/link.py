"""Words that lead somewhere: a button in the look of a link."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui import theme
from gui.parts.focus import ENTER_KEYS, paint_focus


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
