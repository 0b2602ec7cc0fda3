"""The cases of the library as a list that a view can show, filtered by words and by topic."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.case.library import LibraryEntry, library
from core.report.sentences import outcome_words
from core.words import say
from gui.library.outcomes import IdlePairs, known

ENTRY = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex


def matching(entries: Sequence[LibraryEntry], lang: str, text: str, tag: str) -> list[LibraryEntry]:
    """Return the entries that hold every word of a text, and a tag where one is given."""
    words = _plain(text).split()
    return [
        entry
        for entry in entries
        if (not tag or tag in entry.tags) and all(word in _content(entry, lang) for word in words)
    ]


def tag_words(tag: str, lang: str) -> str:
    """Return the words for a tag."""
    named = library().tags.get(tag)
    return named[lang] if named else tag


class LibraryModel(QAbstractListModel):
    """One row for each case that passes the filter."""

    def __init__(self, lang: str, parent: QObject) -> None:
        super().__init__(parent)
        self._lang = lang
        self._rows = list(library().entries)
        self._idle = IdlePairs(self)
        self._idle.found.connect(self._found)
        self._idle.want(entry.id for entry in self._rows)

    def show_matching(self, text: str, tag: str) -> None:
        """Show what passes the filter."""
        self.beginResetModel()
        self._rows = matching(library().entries, self._lang, text, tag)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title[self._lang]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(entry)
        return entry if role == ENTRY else None

    def entry(self, row: int) -> LibraryEntry:
        """Return the case of a row."""
        return self._rows[row]

    def row_of(self, entry_id: str | None) -> int:
        """Return the row of a case, or -1."""
        return next((at for at, entry in enumerate(self._rows) if entry.id == entry_id), -1)

    def sentence(self, entry: LibraryEntry) -> str:
        """Say a row as a screen reader says it: title, lesson, both outcomes."""
        parts = [entry.title[self._lang], entry.teaches[self._lang]]
        comparison = known(entry.id)
        if comparison is not None:
            left = outcome_words(comparison.left, self._lang).headline
            right = outcome_words(comparison.right, self._lang).headline
            parts.append(say(self._lang, "Left: {left}. Right: {right}.", left=left, right=right))
        return " ".join(parts)

    def _found(self, entry_id: str) -> None:
        row = self.row_of(entry_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


def _content(entry: LibraryEntry, lang: str) -> str:
    tags = " ".join(tag_words(tag, lang) for tag in entry.tags)
    return _plain(f"{entry.id} {entry.title[lang]} {entry.teaches[lang]} {tags}")


def _plain(text: str) -> str:
    """Return text without case and accents, so that "etats" finds "États"."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
