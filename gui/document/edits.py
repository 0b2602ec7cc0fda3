"""One kind of undo step: the file before, the file after, and words for the menu.

A case file is a frozen value, so an edit needs no inverse: going back is putting the old value in
place again. Steps with the same key merge while someone types into one fact, and a step that ends
where it began vanishes.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from PySide6.QtGui import QUndoCommand

from core.case.casefile import CaseFile

Label = Callable[[str], str]
"""Words for a step, given the language."""

NEVER_MERGED = -1
LARGEST_ID = 0x7FFFFFFF


class Edit(QUndoCommand):
    """Replaces the file by another one."""

    def __init__(
        self,
        put: Callable[[CaseFile], None],
        before: CaseFile,
        after: CaseFile,
        label: Label,
        key: str = "",
    ) -> None:
        super().__init__()
        self._put = put
        self.before = before
        self.after = after
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
