"""One kind of undo step: the value before, the value after, and words for the menu.

A case file, like a session pack, is a frozen value, so an edit needs no inverse: going back is
putting the old value in place again. Steps with the same key merge while someone types into one
fact, and a step that ends where it began vanishes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from zlib import crc32

from PySide6.QtGui import QUndoCommand

Value = TypeVar("Value")
Label = Callable[[str], str]
"""Words for a step, given the language."""

NEVER_MERGED = -1
LARGEST_ID = 0x7FFFFFFF


def unnamed(_: str) -> str:
    """No words, where no menu shows the step."""
    return ""


class Edit(QUndoCommand):
    """Replaces a value by another one."""

    def __init__(
        self,
        put: Callable[[Value], None],
        before: Value,
        after: Value,
        label: Label,
        key: str = "",
    ) -> None:
        super().__init__()
        self._put: Callable[[Any], None] = put
        self.before: Any = before
        self.after: Any = after
        self.label = label
        self.key = key

    def id(self) -> int:
        return crc32(self.key.encode()) & LARGEST_ID if self.key else NEVER_MERGED

    def redo(self) -> None:
        self._put(self.after)

    def undo(self) -> None:
        self._put(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other.key != self.key:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
