"""Plain text in the font and colour of a role."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui import theme


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
