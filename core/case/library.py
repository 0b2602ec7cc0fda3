"""The library of hypothetical cases that ships with the program, in teaching order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from core.case.casefile import CaseFile, own_document, words_of
from core.files.resources import load_folder
from core.words import Words


@dataclass(frozen=True)
class LibraryEntry:
    """One case of the library as a browser lists it."""

    id: str
    title: Words
    teaches: Words
    tags: tuple[str, ...]


class Library:
    """The cases by id, in order; each is made when it is first opened."""

    def __init__(self) -> None:
        documents = self._documents = {
            d.name.rsplit("/", 1)[-1].removesuffix(".yaml"): d for d in load_folder("cases")
        }
        order: list[str] = documents["order"].data
        self.tags: dict[str, Words] = {
            key: Words(value) for key, value in documents["tags"].data.items()
        }
        self.entries: tuple[LibraryEntry, ...] = tuple(
            _entry(name, documents[name].data) for name in order
        )
        self._files: dict[str, CaseFile] = {}

    def ids(self) -> tuple[str, ...]:
        """The ids in teaching order."""
        return tuple(entry.id for entry in self.entries)

    def load(self, name: str) -> CaseFile:
        """The case ``name``. Raises KeyError naming it if there is none."""
        if name not in self.ids():
            raise KeyError(name)
        if name not in self._files:
            self._files[name] = replace(own_document(self._documents[name]), id=name)
        return self._files[name]


def _entry(name: str, data: dict[str, Any]) -> LibraryEntry:
    teaching = data.get("teaching") or {}
    return LibraryEntry(
        name,
        words_of((data.get("story") or {}).get("title") or {}),
        words_of(teaching.get("teaches") or {}),
        tuple(teaching.get("tags") or ()),
    )


@lru_cache(maxsize=1)
def library() -> Library:
    """The library of the program."""
    return Library()
