"""What was found as plain data for rows: a title, outcomes with their words, in what it differs.

>>> from core.case.setup import Setup
>>> from core.decision.compare import compare
>>> from core.case.library import library
>>> from core.explore.find import Wanted, find, finish
>>> file = library().load("an-empty-road")
>>> comparison = compare(file.case, file.setup)
>>> found = finish(find(file.setup, Wanted(("heard", "returned")), "ca", most=1))
>>> found_views(found, comparison, file.case, False, "en")[0].title
'An empty road'
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.case.case import Case
from core.case.setup import Setup
from core.decision.model import Comparison
from core.explore.contrast import Contrast
from core.explore.find import Found
from core.report.differs import changes_words
from core.report.found import case_title, found_title, second_title
from core.report.sentences import outcome_name, version_title
from core.words import say


@dataclass(frozen=True)
class Told:
    """One outcome: its shape, its words, and under which version."""

    outcome: str
    words: str
    version: str


@dataclass(frozen=True)
class View:
    """One row; ``source`` is the library case that it opens, "" for one that was made."""

    title: str
    told: tuple[Told, ...]
    differs: str
    lead: str
    source: str
    case: Case = field(repr=False)
    setup: Setup = field(repr=False)

    @property
    def name(self) -> str:
        """The row as a screen reader says it."""
        outcomes = [f"{one.version}: {one.words}" for one in self.told]
        return ". ".join(filter(None, (self.lead, self.title, *outcomes, self.differs)))


def found_views(
    found: list[Found], comparison: Comparison, near: Case, is_near: bool, lang: str
) -> tuple[View, ...]:
    """A row for each case; with ``is_near`` they were made of the case ``near``."""
    views = []
    for one in found:
        told = tuple(_told(comparison, side, one.outcomes[side], lang) for side in (0, 1))
        base = near if is_near else one.base()
        differs = "; ".join(changes_words(base, one.changes, lang))
        words = say(lang, "Differs: {facts}", facts=differs) if differs else ""
        title = found_title(one, lang)
        views.append(View(title, told, words, "", one.source, one.case, one.setup))
    return tuple(views)


def pair_views(pairs: list[Contrast], comparison: Comparison, lang: str) -> tuple[View, ...]:
    """Two rows for each pair."""
    views = []
    for pair in pairs:
        first, second = (_told(comparison, 0, outcome, lang) for outcome in pair.outcomes)
        title = case_title(pair.source, pair.near, lang)
        lead = say(lang, "First of a pair")
        views.append(View(title, (first,), "", lead, pair.source, pair.first, pair.setup))
        title = say(lang, "The same with one fact changed")
        differs = say(lang, "Differs: {facts}", facts=second_title(pair, lang))
        lead = say(lang, "Second of a pair")
        views.append(View(title, (second,), differs, lead, "", pair.second, pair.setup))
    return tuple(views)


def _told(comparison: Comparison, side: int, outcome: str, lang: str) -> Told:
    version = (comparison.right if side else comparison.left).version
    words = outcome_name(outcome, version.country, lang)
    return Told(outcome, words, version_title(version, lang))
