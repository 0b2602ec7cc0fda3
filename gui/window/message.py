"""A calm line below the header in which the window says what it could not do, and why."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from core.words import say
from gui import theme


class MessageBar(theme.Card):
    """One sentence with a way to put it away; hidden while there is nothing to say."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="warning_soft", edge="warning")
        self.setObjectName("message")
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setObjectName("messageWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._close = QToolButton(self)
        self._close.setObjectName("messageClose")
        self._close.setAutoRaise(True)
        self._close.setIcon(theme.icon("close"))
        self._close.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.restyle()
        self.retranslate(lang)
        self.hide()
        theme.changed.connect(self.restyle)

    @property
    def sentence(self) -> str:
        """What the bar says now."""
        return self._words.text()

    def warn(self, sentence: str) -> None:
        """Say that something could not be done."""
        self._show(sentence, "warning", "warning_soft", "warning")

    def inform(self, sentence: str) -> None:
        """Say something that went well but would otherwise not be seen."""
        self._show(sentence, "info", "undetermined_soft", "undetermined")

    def clear(self) -> None:
        """Put the sentence away."""
        self._words.clear()
        self.hide()

    def retranslate(self, lang: str) -> None:
        """Name the button in another language; a sentence already said stays as it was said."""
        self._close.setAccessibleName(say(lang, "Put this message away"))
        self._close.setToolTip(say(lang, "Put this message away"))

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._row.setContentsMargins(*[theme.space(2)] * 4)
        self._row.setSpacing(theme.space(2))
        side = QFontMetrics(theme.font("body")).height()
        self._close.setIconSize(QSize(side, side))
        self._paint_mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show(self, sentence: str, icon: str, ground: str, edge: str) -> None:
        self._icon, self._edge_role = icon, edge
        self.set_roles(ground, edge)
        self._paint_mark()
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    _icon, _edge_role = "warning", "warning"

    def _paint_mark(self) -> None:
        side = self._words.fontMetrics().height()
        icon = theme.icon(self._icon, self._edge_role)
        self._mark.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatio()))
