"""Where the keyboard is, and how it comes into a part of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def holds(part: QWidget, focus: QWidget | None) -> bool:
    """Tell whether the focus is in a part of the window."""
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def focus_into(part: QWidget) -> None:
    """Give the focus to a part, or to the first thing in it that takes it."""
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in part.findChildren(QWidget):
        if (
            child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
