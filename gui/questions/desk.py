"""Between the rows and the document: what a path says, and what a person states at it.

A list of which the case has one member as a rule (the entry) is asked without the detour of adding
a member first. Its questions then stand at `entries[+].place`; the first answer adds the member.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.case.catalogue import catalogue
from core.decision.relevance import open_questions
from core.logic.truth import FALSE

if TYPE_CHECKING:
    from gui.document import Document

NEW = "[+]"


@dataclass(frozen=True)
class Moment:
    """What all rows look at after one edit."""

    document: Document
    lang: str
    open: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Moment:
        """Look at a document as it now is."""
        return cls(document, document.lang, _concrete(document))

    def stated(self, path: str) -> object:
        """Return what is stated at a path; None for nothing."""
        return None if NEW in path else self.document.case.get(path)

    def applies(self, path: str) -> bool:
        """Tell whether the question is asked of this case."""
        if NEW in path:
            return catalogue().fact(path).guard is None
        return self.document.view.applies(path) != FALSE

    def source(self, path: str) -> str:
        """Return "stated", "derived", "unknown" or "not_applicable"."""
        return "unknown" if NEW in path else self.document.view.source(path)

    def matters(self, path: str) -> bool:
        """Tell whether an answer here, or a member more, can still change an outcome."""
        if path in self.open or f"{path}{NEW}" in self.open:
            return True
        return NEW in path and path[: path.index(NEW) + len(NEW)] in self.open

    def matters_below(self, path: str) -> bool:
        """Tell whether anything in a list can still change an outcome."""
        return any(known == path or known.startswith(f"{path}[") for known in self.open)

    def items(self, path: str) -> tuple[str, ...]:
        """Return the ids of the members of a list."""
        return () if NEW in path else self.document.case.items(path)


def _concrete(document: Document) -> frozenset[str]:
    """Return the open paths as the rows know them."""
    return frozenset(row_path(path, document) for path in open_questions(document.comparison))


def row_path(path: str, document: Document) -> str:
    """Return a path as the rows know it: `entry.place` as a place in the list of entries."""
    singles = catalogue().singles
    root, _, rest = path.partition(".")
    if root not in singles:
        return path
    members = document.case.items(singles[root])
    member = members[-1] if members else "+"
    return f"{singles[root]}[{member}].{rest}"


def state(document: Document, path: str, value: object) -> None:
    """State a value at a path; raises FactError when the fact does not take it."""
    if NEW not in path:
        document.set_fact(path, value)
        return
    if value is None:
        return
    whole, _, name = path.partition(f"{NEW}.")
    catalogue().fact(path).read(value)
    document.add_item(whole, {name: value})
