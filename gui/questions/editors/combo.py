"""A combo box that shows all its words: what is chosen wraps, and the list is as wide as needed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from gui import theme
from gui.questions.wrap import height_for_width, longest_word, plain, wrapped_height


class WrappedCombo(QComboBox):
    """Emits `cleared` on Delete; the wheel scrolls the page and never changes the choice."""

    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.font("body"))
        height_for_width(self)
        theme.changed.connect(self._follow_theme)

    def show_item(self, number: int) -> None:
        """Show an item as chosen."""
        if number != self.currentIndex():
            self.setCurrentIndex(number)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._field(QRect(0, 0, width, self.fontMetrics().height() * 2)).width()
        words = wrapped_height(self.fontMetrics(), plain(self.currentText()), room)
        return words + 2 * theme.space(1.25)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.currentText()) + theme.space(10)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        texts = (self.itemText(number) for number in range(self.count()))
        widest = max((longest_word(self.fontMetrics(), text) for text in texts), default=0)
        return QSize(widest + theme.space(10), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        role = "text" if self.currentIndex() > 0 else "text_muted"
        painter.setPen(theme.colour(role))
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(self._field(self.rect()), flags, self.currentText())

    def showPopup(self) -> None:
        view = self.view()
        view.setFont(self.font())
        wanted = view.sizeHintForColumn(0) + theme.space(8)
        view.setMinimumWidth(min(max(wanted, self.width()), self.window().width()))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _field(self, rect: QRect) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = rect
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        return field.adjusted(theme.space(0.5), 0, -theme.space(0.5), 0)

    def _follow_theme(self) -> None:
        self.setFont(theme.font("body"))
        self.updateGeometry()
