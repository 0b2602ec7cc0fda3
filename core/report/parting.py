"""Where two versions part, in words: what each says, which words changed, and the facts that made it matter.

The words are those of the law's own gists and of the fact catalogue; none is made up for a case.

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> from core.decision.compare import compare
>>> unit = parted_units(compare(library().load("an-empty-road").case, Setup()), "en")[0]
>>> unit.title, unit.facts[-1].text("en")
('Entered elsewhere than at a port of entry', 'Place of entry: between ports of entry, on land')
>>> marked(unit.right)[:35]
'[Only entries that are neither at a'
"""

from __future__ import annotations

from dataclasses import dataclass

from core.case.catalogue import catalogue
from core.case.tables import tables
from core.decision.across import NODE, answers
from core.decision.matters import matters
from core.decision.model import Comparison, Decision, Unit
from core.decision.pair import MOMENT, TABLE, TEXT, as_if
from core.logic.explain import Read
from core.logic.truth import Truth, to_bool
from core.report.dates import day_words
from core.report.facts import fact_words, join, lower, put
from core.report.waiting import waiting_words
from core.report.worddiff import Span, changed_spans
from core.words import say

MOST = 4
"""So many facts are told in one line; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What one version says at a parting, and where its words are not those of the other."""

    text: str
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FactSaid:
    """A fact of the case with its value."""

    path: str
    label: str
    value: str

    def text(self, lang: str) -> str:
        """``Place of entry: between ports of entry, on land``."""
        return say(lang, "{label}: {value}", label=self.label, value=self.value)


@dataclass(frozen=True, slots=True)
class PartedUnit:
    """One difference of a parting. A side is None where its version has nothing there."""

    kind: str
    id: str
    node: str
    title: str
    """What it is called."""
    left: Gist | None
    right: Gist | None
    facts: tuple[FactSaid, ...]


def parted_units(comparison: Comparison, lang: str) -> tuple[PartedUnit, ...]:
    """The differences of a parting in words, in the officer's order; none where nothing parts."""
    if comparison.parting is None:
        return ()
    found = matters(comparison)
    return tuple(
        _unit(unit, comparison, found.get(unit, ()), lang) for unit in comparison.parting.all
    )


def _unit(unit: Unit, comparison: Comparison, reads: tuple[Read, ...], lang: str) -> PartedUnit:
    left, right = comparison.left, comparison.right
    one, other = _said(unit, left, lang), _said(unit, right, lang)
    worded = unit.kind == TEXT  # of a day, a position or an answer, all of it is another
    spans = changed_spans(one or "", other or "") if worded else ((), ())
    return PartedUnit(
        unit.kind,
        unit.id,
        _node(unit, comparison),
        unit_title(unit, comparison, lang),
        None if one is None else Gist(one, spans[0]),
        None if other is None else Gist(other, spans[1]),
        tuple(_fact(read, left, lang) for read in reads),
    )


def _fact(read: Read, decision: Decision, lang: str) -> FactSaid:
    label = fact_words(decision.case, read.path, lang)
    return FactSaid(read.path, label, put(catalogue().fact(read.path), read.value, lang))


def _node(unit: Unit, comparison: Comparison) -> str:
    if unit.kind == NODE:
        return unit.id
    if unit.kind != TEXT:
        return ""
    laws = (comparison.left.version.law, comparison.right.version.law)
    return next(law.provisions[unit.id].node for law in laws if unit.id in law.provisions)


def unit_title(unit: Unit, comparison: Comparison, lang: str) -> str:
    """What a difference is called: a provision, a point of two laws, a table, a day, a choice."""
    left, right = comparison.left, comparison.right
    if unit.kind == NODE:
        return left.version.law.nodes[unit.id].title[lang]
    if unit.kind == TEXT:
        laws = (left.version.law, right.version.law)
        return next(
            law.provisions[unit.id].title[lang] for law in laws if unit.id in law.provisions
        )
    if unit.kind == TABLE:
        return tables()[unit.id].about[lang].rstrip(".")
    if unit.kind == MOMENT:
        return say(lang, "the day as if on which the entry falls")
    return waiting_words(right, f"{unit.kind}:{unit.id}", lang)


def _said(unit: Unit, side: Decision, lang: str) -> str | None:
    """What a version has at a difference; None where it has nothing."""
    if unit.kind == TEXT:
        text = side.version.texts.get(unit.id)
        return text.gist[lang] if text is not None else None
    if unit.kind == NODE:
        return yes_no(answers(side)[unit.id], lang) if unit.id in answers(side) else None
    if unit.kind in (TABLE, MOMENT):
        day = as_if(side.version)
        return say(lang, "the case's own day") if day is None else day_words(day, lang)
    return _position(unit, side, lang)


def _position(unit: Unit, side: Decision, lang: str) -> str:
    """Where a choice stands."""
    law, position = side.version.law, side.choices[unit.kind, unit.id]
    found = law.readings if unit.kind == "reading" else side.version.assumes
    if position is None:
        return say(lang, "left open")
    return found[unit.id].positions[position][lang]


def yes_no(truth: Truth, lang: str) -> str:
    """A truth as an answer."""
    found = to_bool(truth)
    if found is None:
        return say(lang, "not known")
    return say(lang, "yes") if found else say(lang, "no")


def facts_words(unit: PartedUnit, lang: str) -> str:
    """The facts that made a difference matter, as one line; empty where none is known."""
    if not unit.facts:
        return ""
    told = [fact.text(lang) for fact in unit.facts[:MOST]]
    said = "; ".join([told[0], *(lower(words) for words in told[1:])])
    more = len(unit.facts) - len(told)
    if more:
        said = join([said, say(lang, "{n} more", n=more)], say(lang, "and"))
    return say(lang, "What makes it matter here: {facts}", facts=lower(said))


def gist_at(unit: PartedUnit | None, right: bool) -> Gist | None:
    """What a side says; of a provision that the other side does not have, no word is marked."""
    if unit is None:
        return None
    found, other = (unit.right, unit.left) if right else (unit.left, unit.right)
    return found if found is None or other is not None else Gist(found.text)


def inexact_words(lang: str) -> str:
    """What is said where the search for the smallest set was given up."""
    return say(
        lang,
        "Too many differences to try them all: nothing of these can be left out, but fewer others may do.",
    )


def marked(gist: Gist | None) -> str:
    """A gist with its changed words in square brackets, for where nothing can be underlined."""
    if gist is None:
        return ""
    found, at = "", 0
    for start, end in gist.changed:
        found += f"{gist.text[at:start]}[{gist.text[start:end]}]"
        at = end
    return found + gist.text[at:]


def parting_data(comparison: Comparison, lang: str) -> list[dict[str, object]]:
    """The differences of a parting as plain data."""
    return [
        {
            "kind": unit.kind,
            "id": unit.id,
            "node": unit.node or None,
            "title": unit.title,
            "left": _gist_data(unit.left),
            "right": _gist_data(unit.right),
            "facts": [
                {"fact": fact.path, "label": fact.label, "value": fact.value} for fact in unit.facts
            ],
        }
        for unit in parted_units(comparison, lang)
    ]


def _gist_data(gist: Gist | None) -> dict[str, object] | None:
    if gist is None:
        return None
    return {"gist": gist.text, "changed": [list(span) for span in gist.changed]}
