"""The rows of the page as plain data, before any widget: two equal views need no new drawing."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.decision.model import Comparison, Decision
from core.explore.steps import Search, Step
from core.explore.whynot import (
    FAILS,
    MET,
    NOT_REACHED,
    UNDECIDED,
    Status,
    WhyNot,
    search_why_not,
)
from core.report.outcome import missing_words
from core.report.whynot import Piece, sentence
from core.words import say
from gui.columns.truths import TruthName

SHAPES: dict[str, TruthName] = {
    MET: "met",
    FAILS: "not_met",
    UNDECIDED: "unknown",
    NOT_REACHED: "not_reached",
}
"""The shape of each state."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How one version has one provision: its shape, title, citation, and one sentence in pieces."""

    provision: str
    shape: TruthName
    title: str
    cite: str
    lead: str
    pieces: tuple[Piece, ...]

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.lead + "".join(piece.text for piece in self.pieces)

    @property
    def facts(self) -> tuple[Piece, ...]:
        """The pieces that lead to a question."""
        return tuple(piece for piece in self.pieces if piece.path)


@dataclass(frozen=True, slots=True)
class View:
    """One provision across both columns; ``depth`` says under how many others it stands."""

    key: str
    left: Cell | None = None
    right: Cell | None = None
    depth: int = 0
    exception: bool = False
    parts: bool = False
    missing: str = ""
    name: str = field(default="", compare=False)

    @property
    def cells(self) -> tuple[Cell | None, Cell | None]:
        """Left and right."""
        return self.left, self.right


def search_views(comparison: Comparison, lang: str) -> Search[tuple[View, ...]]:
    """The views of a comparison, a few rows at a step."""
    rows = yield from search_why_not(comparison)
    missing = missing_words(comparison, lang)
    found = []
    for number, row in enumerate(rows):
        found.append(_view(row, comparison, missing, lang))
        yield Step(number + 1, len(rows))
    return tuple(found)


def _view(row: WhyNot, comparison: Comparison, missing: str, lang: str) -> View:
    left = _cell(row.left, comparison.left, lang)
    right = _cell(row.right, comparison.right, lang)
    said = [_said(cell, missing) for cell in (left, right)]
    names = [
        say(lang, "◆ The versions part here") + "." if row.row.parts else "",
        say(lang, "Left: {what}", what=said[0]),
        say(lang, "Right: {what}", what=said[1]),
    ]
    return View(
        row.provision.id,
        left,
        right,
        row.depth,
        row.exception,
        row.row.parts,
        missing,
        " ".join(filter(None, names)),
    )


def _cell(status: Status, decision: Decision, lang: str) -> Cell | None:
    if status.verdict is None:
        return None
    provision, told = status.verdict.provision, sentence(status, decision, lang)
    return Cell(
        provision.id,
        SHAPES[status.state],
        provision.title[lang],
        provision.cite[lang],
        told.lead,
        told.pieces,
    )


def _said(cell: Cell | None, missing: str) -> str:
    """A cell as a screen reader says it."""
    if cell is None:
        return f"{missing}."
    end = "" if cell.sentence.endswith((".", "?")) else "."
    return f"{cell.title} ({cell.cite}). {cell.sentence}{end}"
