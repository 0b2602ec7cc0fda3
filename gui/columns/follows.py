"""What follows from the two outcomes, as rows: grouped by the point of law, possible ones shown as such.

Consequences of the two columns that settle the same point stand side by side, also across countries;
the first of each point carries its title.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from core.decision.consequences import Consequence, consequences
from core.law.load import law
from core.logic.truth import TRUE
from core.report.facts import capital
from core.report.follows import hangs_on
from core.words import say
from gui.columns.rows import Cell, Reason, RowView, mark_words, row_name
from gui.columns.truths import TruthName

if TYPE_CHECKING:
    from core.decision.model import Comparison, Decision


class Follows:
    """What follows from the two outcomes of a comparison, in one language."""

    def __init__(self, comparison: Comparison, lang: str) -> None:
        self._lang = lang
        self._sides = (comparison.left, comparison.right)
        self._found = tuple(consequences(side) for side in self._sides)

    def titles(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The titles of what follows left and right, in order."""
        left, right = (tuple(c.provision.title[self._lang] for c in side) for side in self._found)
        return left, right

    def views(self, opened: frozenset[str]) -> tuple[RowView, ...]:
        """One row for each pair; those whose key is in `opened` say what the provision says."""
        return tuple(self._views(opened))

    def _views(self, opened: frozenset[str]) -> Iterator[RowView]:
        for node in law().nodes.values():
            left, right = ([c for c in side if c.provision.node == node.id] for side in self._found)
            for number, pair in enumerate(zip_longest(left, right)):
                heading = "" if number else node.title[self._lang]
                yield self._view(pair, heading, opened)

    def _view(
        self,
        pair: tuple[Consequence | None, Consequence | None],
        heading: str,
        opened: frozenset[str],
    ) -> RowView:
        key = "follows:" + next(found.provision.id for found in pair if found is not None)
        left, right = (
            self._cell(found, side, spread=key in opened) if found is not None else None
            for found, side in zip(pair, self._sides, strict=True)
        )
        name = row_name(left, right, self._lang)
        return RowView(
            key=key,
            left=left,
            right=right,
            weight="member",
            heading=heading,
            name=f"{heading}. {name}" if heading else name,
        )

    def _cell(self, found: Consequence, side: Decision, *, spread: bool) -> Cell:
        truth: TruthName = "follows" if found.truth == TRUE else "unknown"
        return Cell(
            provision=found.provision.id,
            truth=truth,
            title=found.provision.title[self._lang],
            because=" · ".join(filter(None, (self._possible(found, side), self._mark(found)))),
            cite=found.provision.cite[self._lang],
            reasons=(Reason(0, truth, found.text.gist[self._lang]),) if spread else (),
        )

    def _possible(self, found: Consequence, side: Decision) -> str:
        return possible_words(found, side, self._lang) if found.truth != TRUE else ""

    def _mark(self, found: Consequence) -> str:
        return mark_words(found.text.mark, self._lang)


def possible_words(found: Consequence, side: Decision, lang: str) -> str:
    """That a consequence is possible only, and on what it hangs."""
    facts = hangs_on(side, found, lang)
    return say(lang, "possible; hangs on: {facts}", facts=facts) if facts else say(lang, "possible")


def follow_reasons(provision: str, side: Decision, lang: str) -> tuple[Reason, ...]:
    """Whether a consequence follows from a column's outcome; nothing where its law does not stand."""
    if provision not in side.version.texts:
        return ()
    if not side.determined:
        return (Reason(0, "unknown", say(lang, "Nothing follows while the outcome is open.")),)
    found = next((c for c in consequences(side) if c.provision.id == provision), None)
    if found is None:
        return (Reason(0, "not_met", say(lang, "Does not follow from this outcome.")),)
    if found.truth == TRUE:
        return (Reason(0, "follows", say(lang, "Follows from this outcome.")),)
    return (Reason(0, "unknown", capital(possible_words(found, side, lang))),)
