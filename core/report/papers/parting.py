"""Where two versions part on a case, in words, with what changed there."""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.across import NODE
from core.decision.model import Comparison, Row, Unit
from core.report.outcome import agreement_words
from core.report.papers.tree import Line, Note, cited, line
from core.report.waiting import waiting_words
from core.words import say

SIGN = "◆"


def parting_note(comparison: Comparison, lang: str) -> Iterator[Note]:
    """Whether the versions agree; if they part, at what, and what changed there."""
    title = line(agreement_words(comparison.agree, lang))
    parting = comparison.parting
    lines: list[Line] = []
    if parting is not None:
        lines = [_unit(comparison, unit, lang) for unit in parting.all]
        at = (
            say(lang, "So far they differ here:")
            if comparison.agree is None
            else say(lang, "They part here:")
        )
        title = line(f"{SIGN} ", title, f" {at}")
    yield Note(title, tuple(lines))


def _unit(comparison: Comparison, unit: Unit, lang: str) -> Line:
    if unit.kind in ("reading", "assume"):
        return line(waiting_words(comparison.right, f"{unit.kind}:{unit.id}", lang))
    if unit.kind == NODE:
        return line(comparison.left.version.law.nodes[unit.id].title[lang])
    row = next((row for row in comparison.rows if row.provision.id == unit.id), None)
    if row is None:
        provision = comparison.left.version.law.provisions.get(unit.id)
        if provision is None:
            return line(say(lang, "the day as if on which the entry falls"))
        return line(f"{provision.title[lang]} ", cited(provision.cite[lang]))
    changed = change_words(row, lang)
    named = line(f"{row.provision.title[lang]} ", cited(row.provision.cite[lang]))
    return line(named, f": {changed}") if changed else named


def change_words(row: Row, lang: str) -> str:
    """What one version changed in a row's text; nothing where both read alike."""
    verdict = row.right or row.left
    if row.change == "same" or verdict is None:
        return ""
    if row.change == "only_left":
        return say(
            lang, "in the first version only ({instrument})", instrument=verdict.text.by[lang]
        )
    if row.change == "only_right":
        return say(
            lang, "in the second version only ({instrument})", instrument=verdict.text.by[lang]
        )
    if verdict.text.changed is not None:
        return verdict.text.changed[lang]
    return say(lang, "amended by {instrument}", instrument=verdict.text.by[lang])
