"""The keys of a show, for a keyboard and for a clicker, which sends those of programs that show slides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from gui.training.presenter.show import Show

Key = Qt.Key
NEXT = (Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_Space, Key.Key_Return, Key.Key_N)
BACK = (Key.Key_PageUp, Key.Key_Left, Key.Key_Up, Key.Key_Backspace, Key.Key_P)
BLANK = (Key.Key_B, Key.Key_Period)
FIRST = (Key.Key_Home,)
CLICKER = ("PgDown", "PgUp", "B", ".", "Home")
"""What also works while the keys are with the trainer's fields, unless one types there."""


def deed_of(key: int, show: Show) -> Callable[[], object] | None:
    """What a key does to a show; None for a key that means nothing to it."""
    deeds: tuple[tuple[tuple[Qt.Key, ...], Callable[[], object]], ...] = (
        (NEXT, show.next),
        (BACK, show.back),
        (BLANK, show.cover),
        (FIRST, show.first),
    )
    return next((deed for keys, deed in deeds if key in keys), None)
