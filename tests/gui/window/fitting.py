"""Does every word fit into its widget? What tests walk over a window with.

A label that shortens its words on purpose says so by a property named "elided", and then owes the
full words to its accessible name.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui.journey.station import StationButton

SLACK = 1


def too_large(root: QWidget) -> list[str]:
    """Name each visible widget below `root` whose words do not fit."""
    return [
        f"{_name(widget)}: {fault}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and not widget.property("elided")
        for fault in _faults(widget, root)
    ]


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _button(widget)
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo(widget)
    if widget.hasHeightForWidth() and widget.layout() is None:
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + SLACK:
            yield f"needs {needed} px of height, has {widget.height()}"
    if not _scrolls(widget) and not widget.isWindow() and not isinstance(widget, QMenuBar):
        yield from _outside(widget, root)


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    room = label.contentsRect()
    metrics = label.fontMetrics()
    if not label.wordWrap():
        hint = label.sizeHint()
        if hint.width() > label.width() + SLACK or hint.height() > label.height() + SLACK:
            yield f"{label.text()!r} needs {hint.toTuple()}, has {label.size().toTuple()}"
        return
    longest = max(label.text().split(), key=metrics.horizontalAdvance)
    if metrics.horizontalAdvance(longest) > room.width() + SLACK:
        yield f"the word {longest!r} is wider than {room.width()} px"


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text() and button.icon().isNull():
        return
    if isinstance(button, StationButton) and not button.folded:
        needed = button.words_height(button.width())
        if needed > button.height() + SLACK or button.least_width() > button.width() + SLACK:
            yield f"{button.text()!r} needs {needed} px of height, has {button.height()}"
        return
    if not button.hasHeightForWidth():
        hint = button.sizeHint()
        if hint.width() > button.width() + SLACK or hint.height() > button.height() + SLACK:
            yield f"{button.text()!r} needs {hint.toTuple()}, has {button.size().toTuple()}"
    elif not isinstance(button, QToolButton) and button.text():
        longest = max(
            button.text().replace("&", "").split(), key=button.fontMetrics().horizontalAdvance
        )
        if button.fontMetrics().horizontalAdvance(longest) > button.width() + SLACK:
            yield f"the word {longest!r} is wider than {button.width()} px"


def _tabs(tabs: QTabBar) -> Iterator[str]:
    for index in range(tabs.count()):
        words = tabs.fontMetrics().horizontalAdvance(tabs.tabText(index))
        if tabs.isTabVisible(index) and words > tabs.tabRect(index).width():
            yield f"the tab {tabs.tabText(index)!r} is too narrow"


def _combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    field = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo)
    if combo.fontMetrics().height() > field.height() + 2 * SLACK:
        yield f"{combo.currentText()!r} is higher than its field"
    words = combo.fontMetrics().horizontalAdvance(combo.currentText())
    if not combo.isEditable() and words > field.width() + SLACK:
        yield f"{combo.currentText()!r} needs {words} px, has {field.width()}"


def _outside(widget: QWidget, root: QWidget) -> Iterator[str]:
    rect = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    if not root.rect().contains(rect):
        yield f"stands outside the window: {rect.getRect()}"


def _scrolls(widget: QWidget) -> bool:
    """Tell whether a widget can be scrolled into sight, or belongs to what scrolls."""
    at: QWidget | None = widget
    while at is not None:
        if isinstance(at, QAbstractScrollArea | QLineEdit | QComboBox | QTabBar):
            return True
        at = at.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return ">".join(reversed(names))
