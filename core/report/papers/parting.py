"""Where two versions part on a case: what each says there, and the facts that make it matter."""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.model import Row
from core.decision.pair import TEXT
from core.report.outcome import agreement_words
from core.report.papers.session import pair_of
from core.report.papers.tree import Line, Note, aside, cited, line, strong
from core.report.parting import PartedUnit, facts_words, inexact_words, parted_units
from core.training.work import Worked
from core.words import say

SIGN = "◆"


def parting_note(worked: Worked, lang: str) -> Iterator[Note]:
    """Whether the versions agree; if they part, at what, and what each says there."""
    comparison = worked.comparison
    title = line(agreement_words(comparison.agree, lang))
    lines: list[Line] = []
    if comparison.parting is not None:
        at = (
            say(lang, "So far they differ here:")
            if comparison.agree is None
            else say(lang, "They part here:")
        )
        title = line(f"{SIGN} ", title, f" {at}")
        for unit in parted_units(comparison, lang):
            lines += _unit(worked, unit, lang)
        if not comparison.parting.exact:
            lines.append(line(aside(inexact_words(lang))))
    yield Note(title, tuple(lines))


def _unit(worked: Worked, unit: PartedUnit, lang: str) -> Iterator[Line]:
    """What it is called, what each version says, and the facts of the case at which it shows."""
    known = worked.comparison.left.version.law.provisions
    named = line(strong(unit.title))
    if unit.kind == TEXT and unit.id in known:
        named = line(named, " ", cited(known[unit.id].cite[lang]))
    yield named
    for head, gist in zip(pair_of(worked, lang), (unit.left, unit.right), strict=True):
        said = gist.text if gist is not None else say(lang, "not in this version")
        yield line(aside(say(lang, "{label}:", label=head)), f" {said}")
    facts = facts_words(unit, lang)
    if facts:
        yield line(aside(facts))


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
