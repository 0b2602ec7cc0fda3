"""Words that wrap: what the buttons of the questions measure and paint with.

Qt's own buttons cut their text off when it is wider than they are. At twice the size of text, in
French, in a narrow panel, that is the common case; so these measure their height from their width,
as a paragraph does. They stay QPushButton, QRadioButton and QCheckBox underneath, so that keyboard
and screen readers take them as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui import theme

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object

TALL = 1 << 14
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextShowMnemonic.value


def plain(text: str) -> str:
    """Return words as a Qt text in which no letter is taken for a mnemonic."""
    return text.replace("&", "&&")


def shown(text: str) -> str:
    """Return what a Qt text looks like, without the signs of mnemonics."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return how high the text stands when it is wrapped into a width."""
    box = metrics.boundingRect(QRect(0, 0, max(width, 1), TALL), WRAP, text)
    return max(box.height(), metrics.height())


def longest_word(metrics: QFontMetrics, text: str) -> int:
    """Return the width below which a word would have to be broken."""
    return max((metrics.horizontalAdvance(word) + 1 for word in shown(text).split()), default=0)


def height_for_width(widget: QWidget) -> None:
    """Tell the layouts that this widget's height depends on its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class WrapsWords(_Button):
    """The size of a button whose words wrap, after `lead` lines' width kept for a sign.

    Stands before the Qt class: `class Push(WrapsWords, QPushButton)`.
    """

    lead = 0.0
    edge = 2.0
    """Steps of room to the left and right of the words."""

    def prepare(self) -> None:
        """Become a wrapped control that the keyboard reaches and that follows the theme."""
        height_for_width(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.font("body"))
        theme.changed.connect(self._follow_theme)

    def reword(self, text: str) -> None:
        """Change the words, and with them the room they ask for."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def lead_room(self) -> int:
        """Return the width kept for the sign before the words."""
        return round(self.lead * self.fontMetrics().height())

    def natural_width(self) -> int:
        """Return the width at which the words stand on one line."""
        room = QRect(0, 0, TALL, TALL)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextShowMnemonic, self.text())
        return words.width() + 2 + self._beside()

    def least_width(self) -> int:
        """Return the width below which a word would be cut."""
        return longest_word(self.fontMetrics(), self.text()) + self._beside()

    def text_rect(self) -> QRect:
        """Return where the words stand."""
        across, down = theme.space(self.edge), theme.space(1)
        return self.rect().adjusted(across + self.lead_room(), down, -across, -down)

    def sign_rect(self) -> QRect:
        """Return the square before the words, level with the first line."""
        side = self.fontMetrics().height()
        lines = self.height() - 2 * theme.space(1)
        top = theme.space(1) if lines > side else (self.height() - side) // 2
        return QRect(theme.space(self.edge), top, side, side)

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(), self.fontMetrics().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._beside()
        return wrapped_height(self.fontMetrics(), self.text(), room) + 2 * theme.space(1)

    def _beside(self) -> int:
        return 2 * theme.space(self.edge) + self.lead_room()

    def _follow_theme(self) -> None:
        self.setFont(theme.font("body"))
        self.updateGeometry()
        self.update()
