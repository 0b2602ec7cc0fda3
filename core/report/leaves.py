"""One leaf of a condition in words: the fact, its value, and what would be needed.

Every sentence is put together from the words of the catalogue; nothing is written for one rule.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.calendar import NEVER
from core.case.case import Case
from core.case.catalogue import catalogue
from core.logic.explain import Read, Why
from core.logic.run import apply
from core.logic.tree import Call, Choices, Compare, Const, Fact
from core.logic.truth import FALSE, UNKNOWN, Truth
from core.report.facts import join, lower, number_words, owner_and_label, put
from core.words import say


@dataclass(frozen=True)
class Phrase:
    """``label: value; needed: expected``. ``expected`` is empty where nothing is missing.

    ``owner`` is the member of a list that the fact belongs to. ``of_fact`` is false
    where a choice or another provision speaks, not the case.
    """

    label: str
    value: str
    expected: str = ""
    owner: str = ""
    of_fact: bool = True

    def text(self, lang: str) -> str:
        """The phrase as one clause."""
        said = labelled(self.label, self.value, lang) if self.value else self.label
        if self.owner:
            said = labelled(self.owner, lower(said), lang)
        if not self.expected:
            return said
        return say(lang, "{said}; needed: {expected}", said=said, expected=self.expected)


def joined(phrases: list[Phrase], lang: str) -> str:
    """Several phrases as one sentence; an owner or a need that stays the same is said once."""
    return "; ".join(clauses(phrases, lang))


def clauses(phrases: list[Phrase], lang: str) -> list[str]:
    """The clauses of such a sentence, one for each phrase."""
    found = []
    for at, phrase in enumerate(phrases):
        told = phrase
        if at and phrases[at - 1].owner == phrase.owner:
            told = replace(told, owner="", label=lower(told.label))
        if at + 1 < len(phrases) and phrases[at + 1].expected == phrase.expected:
            told = replace(told, expected="")
        found.append(told.text(lang))
    return found


def labelled(label: str, value: str, lang: str) -> str:
    """A label and its value, with the punctuation of the language."""
    return say(lang, "{label}: {value}", label=label, value=value)


def leaf_phrase(why: Why, case: Case, lang: str, needed: str = "") -> Phrase:
    """The phrase of a comparison: ``needed`` overrides what the leaf itself would ask for."""
    node = why.node
    assert isinstance(node, Compare)
    owner, label = _label(why, node, case, lang)
    value = _value(why, node, lang)
    if why.truth == UNKNOWN and not value:
        value = say(lang, "not known")
    if why.truth != FALSE:
        return Phrase(label, value, owner=owner)
    right = why.compared[1] if why.compared else None
    said = isinstance(node.right, Const) and isinstance(node.right.value, bool)
    expected = needed or ("" if said else expected_words(node, why.reads, lang, right))
    return Phrase(label, value, expected, owner)


def _label(why: Why, node: Compare, case: Case, lang: str) -> tuple[str, str]:
    """Owner and label of what the comparison reads."""
    named = [owner_and_label(case, read.path, lang) for read in why.reads]
    if isinstance(node.left, Call) and node.left.name == "days_to":
        start, end = _low(named[0][1]), _low(named[1][1])
        return "", say(lang, "days from {start} to {end}", start=start, end=end)
    return named[0] if named else ("", node.text)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _value(why: Why, node: Compare, lang: str) -> str:
    if any(read.value is None for read in why.reads):
        return say(lang, "not known")
    if isinstance(node.left, Call) and len(why.reads) == 2:
        return number_words(apply(node.left.name, why.reads[0].value, why.reads[1].value), lang)
    if not why.reads:
        return ""
    read = why.reads[0]
    return put(catalogue().fact(read.path), read.value, lang)


def expected_words(node: Compare, reads: tuple[Read, ...], lang: str, right: Any = None) -> str:
    """What would make the comparison true."""
    if node.op == "in" and isinstance(node.left, Const):
        return _other(node, _name(reads, node.left.value, lang), lang)
    if node.op == "in" and isinstance(node.right, Choices):
        names = [_name(reads, value, lang) for value in node.right.values]
        return _other(node, join(names, say(lang, "or")), lang)
    if not isinstance(node.right, Const):
        return _against_fact(node, reads, right, lang)
    value = node.right.value
    if isinstance(value, bool):
        return say(lang, "yes") if value != node.negated else say(lang, "no")
    if isinstance(value, str):
        return _other(node, _name(reads, value, lang), lang)
    return _bound(node.op, value, lang)


def _against_fact(node: Compare, reads: tuple[Read, ...], right: Any, lang: str) -> str:
    if not isinstance(node.right, Fact):
        if right == NEVER:
            return say(lang, "such an entry")
        return _bound(node.op, right, lang)
    if len(reads) < 2:
        return say(lang, "something else")
    other = catalogue().fact(reads[1].path).label[lang]
    return _bound(node.op, _low(other), lang)


def _bound(op: str, value: Any, lang: str) -> str:
    """What a bound asks for: ``18 or more``, ``before 25 March 2023``."""
    word = value if isinstance(value, str) else number_words(value, lang)
    dated = isinstance(value, date)
    if op == "<":
        return (
            say(lang, "before {value}", value=word)
            if dated
            else say(lang, "less than {value}", value=word)
        )
    if op == "<=":
        return (
            say(lang, "{value} or earlier", value=word)
            if dated
            else say(lang, "{value} or less", value=word)
        )
    if op == ">":
        return (
            say(lang, "after {value}", value=word)
            if dated
            else say(lang, "more than {value}", value=word)
        )
    if op == ">=":
        return (
            say(lang, "{value} or later", value=word)
            if dated
            else say(lang, "{value} or more", value=word)
        )
    return word


def _other(node: Compare, name: str, lang: str) -> str:
    return say(lang, "other than {name}", name=name) if node.negated else name


def _name(reads: tuple[Read, ...], value: Any, lang: str) -> str:
    if not reads:
        return str(value)
    fact = catalogue().fact(reads[0].path)
    if value in fact.choices:
        return fact.choices[value][lang]
    if value in fact.codes:
        return catalogue().countries[value][lang]
    return str(value)


__all__ = ["Phrase", "Truth", "expected_words", "leaf_phrase"]
