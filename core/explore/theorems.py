"""Claims about two versions of the law for every complete case: proved, or refuted by a case.

The claims stand in ``resources/proofs/theorems.yaml``. Nothing here knows what any of them says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.explore.diagram import YES
from core.explore.encode import Lawbook
from core.explore.model import Model
from core.explore.witness import witness
from core.files.resources import load_file
from core.files.yamlfile import Document
from core.law.provisions import Law
from core.law.shape import Place, condition, known_keys, one_of, text, words
from core.law.version import Version, find_version
from core.logic.parse import Scope
from core.logic.tree import Condition
from core.words import Words

KEYS = frozenset({"id", "title", "expect", "left", "right", "set", "claim"})
PROVED, REFUTED = "proved", "refuted"
SIDES = ("left", "right")


@dataclass(frozen=True)
class Claim:
    """A claim: an operator over other claims, or a condition of one side (or the same on both)."""

    kind: str
    parts: tuple[Claim, ...] = ()
    condition: Condition | None = None

    def conditions(self) -> Iterator[Condition]:
        """Every condition that the claim holds."""
        if self.condition is not None:
            yield self.condition
        for part in self.parts:
            yield from part.conditions()


@dataclass(frozen=True)
class Theorem:
    """A claim about two versions, and whether it is expected to be proved or refuted."""

    id: str
    title: Words
    left: str
    right: str
    claim: Claim
    expect: str = PROVED
    chosen: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """A theorem with what came of it; ``case`` refutes it."""

    theorem: Theorem
    found: str
    case: Case | None = None
    setup: Setup | None = None

    @property
    def passed(self) -> bool:
        """Whether it came out as expected."""
        return self.found == self.theorem.expect


# --- reading ---------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def theorems() -> tuple[Theorem, ...]:
    """The claims of the program. Raises LawError."""
    return read_theorems(load_file("proofs", "theorems.yaml"))


def day_of_directions() -> str:
    """The day under whose law the two directions are compared."""
    return str(load_file("proofs", "theorems.yaml").data["directions"])


def read_theorems(document: Document) -> tuple[Theorem, ...]:
    """The claims of a file. Raises LawError."""
    rows = document.data["theorems"]
    return tuple(_theorem(row, Place(document, ("theorems", at))) for at, row in enumerate(rows))


def _theorem(row: Any, at: Place) -> Theorem:
    data = known_keys(row, KEYS, at)
    return Theorem(
        text(data, "id", at),
        words(data, "title", at),
        text(data, "left", at),
        text(data, "right", at),
        _claim(data.get("claim"), at.down("claim")),
        one_of(data, "expect", (PROVED, REFUTED), at) if "expect" in data else PROVED,
        data.get("set") or {},
    )


def _claim(data: Any, at: Place) -> Claim:
    known_keys(data, frozenset({"all", "any", "not", "if", "then", "same", *SIDES}), at)
    if "if" in data:
        given, then = _claim(data["if"], at.down("if")), _claim(data.get("then"), at.down("then"))
        return Claim("any", (Claim("not", (given,)), then))
    kind = next(iter(data))
    if kind in ("all", "any"):
        return Claim(kind, tuple(_claim(d, at.down(kind, n)) for n, d in enumerate(data[kind])))
    if kind == "not":
        return Claim(kind, (_claim(data[kind], at.down(kind)),))
    return Claim(kind, (), condition(data[kind], Scope(catalogue()), at.down(kind)))


# --- judging ---------------------------------------------------------------------------------------
def judge(theorem: Theorem, of: Law | None = None) -> Judged:
    """A theorem proved or refuted for all complete cases, of the program's law or of another."""
    left, right = find_version(theorem.left, of=of), find_version(theorem.right, of=of)
    model = Model(unlike(left, right), extra=theorem.claim.conditions())
    books = {"left": model.book(left), "right": model.book(right)}
    against = model.diagrams.neither(_where(theorem.claim, model, books))
    for name, positions in theorem.chosen.items():
        for choice, position in positions.items():
            codes = model.space.choices.get((name, choice))
            against = model.diagrams.both(against, codes[position] if codes else YES)
    found = witness(model, against, left.country)
    if found is None:
        return Judged(theorem, PROVED)
    return Judged(theorem, REFUTED, *found)


def unlike(left: Version, right: Version) -> tuple[Version, ...]:
    """The two versions, or the one that both are."""
    return (left,) if left.name == right.name else (left, right)


def _where(claim: Claim, model: Model, books: dict[str, Lawbook]) -> int:
    """Where a claim is true."""
    d = model.diagrams
    parts = [_where(part, model, books) for part in claim.parts]
    operators: dict[str, Callable[[], int]] = {
        "all": lambda: d.every(parts),
        "any": lambda: d.any(parts),
        "not": lambda: d.neither(parts[0]),
    }
    if claim.kind in operators:
        return operators[claim.kind]()
    assert claim.condition is not None
    if claim.kind in SIDES:
        return books[claim.kind].condition(claim.condition, {})
    left, right = (books[side].condition(claim.condition, {}) for side in SIDES)
    return d.neither(d.differ(left, right))
