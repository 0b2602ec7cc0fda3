"""What a trainee sees before they commit: story, facts and choices, and nothing of the key.

The choices stand in an order of their own (the officer's for provisions, the catalogue's for facts), which
says nothing of the answer, and both columns of one country's law offer the same provisions. A question holds
ids, paths and words only: no decision, no verdict, no note.

>>> from core.training.packfile import packs
>>> from core.training.work import work
>>> pack = packs()["debate-2018"].pack
>>> asked = question_of(work(pack, pack.exercise("empty-road")))
>>> asked.left.provisions == asked.right.provisions, len(asked.left.outcomes)
(True, 4)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.case.case import Case
from core.case.casefile import words_of
from core.case.catalogue import catalogue
from core.decision.model import Decision
from core.decision.settle import HEARD, ORDER
from core.logic.explain import Why
from core.logic.tree import All, Not
from core.logic.truth import FALSE, TRUE
from core.training.deciding import deciding_facts, facts_read
from core.training.model import Side
from core.training.turning import turns_on
from core.training.work import Worked
from core.words import Words

NEED = "need"
"""The answer "not enough facts, I would need …"."""
OUTCOMES = (HEARD, *ORDER, NEED)
GROUNDS = ("ground",)
EXCEPTIONS = ("exemption", "part")
PROVISIONS = 6
FACTS = 8
"""How many of each are offered at most; whatever is right is among them."""


@dataclass(frozen=True)
class Offer:
    """A provision (or a limb of one) that can be chosen, by id, with its words."""

    id: str
    cite: Words
    title: Words


@dataclass(frozen=True)
class QuestionColumn:
    """What is asked of one version: which it is, and the provisions among which to choose."""

    version: str
    country: str
    outcomes: tuple[str, ...]
    provisions: tuple[Offer, ...]


@dataclass(frozen=True)
class Question:
    """One exercise as a trainee sees it.

    ``facts`` are the paths among which the deciding fact, or the one that is missing, is chosen;
    ``assume:NAME`` and ``reading:ID`` are points that the law left open. ``readings`` and ``assumptions``
    are the choices made for this exercise.
    """

    exercise: str
    title: Words
    story: Words
    case: Case
    left: QuestionColumn
    right: QuestionColumn
    facts: tuple[str, ...]
    readings: tuple[tuple[str, str], ...] = ()
    assumptions: tuple[tuple[str, str], ...] = ()

    def column(self, side: Side) -> QuestionColumn:
        """What is asked of one side."""
        return self.left if side == "left" else self.right


def question_of(worked: Worked) -> Question:
    """The question of an exercise."""
    left, right = worked.comparison.left, worked.comparison.right
    same_law = left.version.country == right.version.country
    both = (left, right)
    return Question(
        exercise=worked.exercise.id,
        title=words_of(worked.file.story.title),
        story=words_of(worked.file.story.text),
        case=worked.file.case,
        left=_column(left, both if same_law else (left,), worked),
        right=_column(right, both if same_law else (right,), worked),
        facts=_facts(both),
        readings=tuple(sorted(worked.setup.readings.items())),
        assumptions=tuple(sorted(worked.setup.assumptions.items())),
    )


def _column(shown: Decision, asked: tuple[Decision, ...], worked: Worked) -> QuestionColumn:
    return QuestionColumn(
        version=shown.version.name,
        country=shown.version.country,
        outcomes=OUTCOMES,
        provisions=_provisions(asked, worked),
    )


# --- provisions ------------------------------------------------------------------------------------
def _provisions(asked: tuple[Decision, ...], worked: Worked) -> tuple[Offer, ...]:
    """The right ones of each decision, and those that one could most easily take for right."""
    right = list(dict.fromkeys(name for d in asked for name in turns_on(d)[:2]))
    names = dict.fromkeys([*right, *_distractors(asked, worked)])
    kept = list(names)[: max(PROVISIONS, len(right))]
    offers = {name: offer_of(asked, name) for name in kept}
    order = sorted(kept, key=lambda name: _place(asked, name))
    return tuple(offers[name] for name in order)


def _distractors(asked: tuple[Decision, ...], worked: Worked) -> Iterator[str]:
    """Where the versions part, and grounds that are met; then exceptions by how nearly they hold."""
    parting = worked.comparison.parting
    standing = {name for d in asked for name in d.verdicts}
    if parting is not None:
        yield from (u.id for u in parting.all if u.kind == "text" and u.id in standing)
    grounds = _nearest(asked, GROUNDS)
    yield from grounds[:1]
    exceptions = _nearest(asked, EXCEPTIONS)
    yield from exceptions[:2]
    yield from grounds[1:2]
    yield from exceptions[2:]
    yield from grounds[2:]


def _nearest(asked: tuple[Decision, ...], kinds: tuple[str, ...]) -> list[str]:
    """The provisions of some kinds that have no parts, those first that come nearest to holding."""
    found: dict[str, float] = {}
    for decision in asked:
        for name, verdict in decision.verdicts.items():
            if verdict.provision.kind in kinds and not verdict.provision.parts:
                near = nearness(verdict.why) - (verdict.reached == FALSE) / 4
                found[name] = max(found.get(name, -1.0), near)
    return sorted(found, key=lambda name: (-found[name], _place(asked, name)))


def nearness(why: Why) -> float:
    """How much of a condition holds, from 0 to 1: of a list, for the member that comes nearest."""
    node = why.node
    below = [nearness(part) for part in why.parts]
    if not below:
        return why.truth / TRUE
    if isinstance(node, Not):
        return 1 - below[0]
    if isinstance(node, All):
        return sum(below) / len(below)
    return max(below)


def offer_of(asked: tuple[Decision, ...], name: str) -> Offer:
    """A provision or limb with the words by which it is chosen."""
    owner, _, key = name.rpartition("#")
    for decision in asked:
        provision = decision.version.law.provisions.get(name)
        if provision is not None:
            return Offer(name, provision.cite, provision.title)
        text = decision.version.texts.get(owner)
        if text is not None and key in text.limbs:
            cite = decision.version.law.provisions[owner].cite
            return Offer(name, cite, text.limbs[key].title)
    raise KeyError(name)


def _place(asked: tuple[Decision, ...], name: str) -> tuple[int, str]:
    """The place of a provision in the officer's order; a limb stands at its provision."""
    law = asked[0].version.law
    found = law.provisions.get(name) or law.provisions[name.rpartition("#")[0]]
    return found.order, name


# --- facts -----------------------------------------------------------------------------------------
def _facts(both: tuple[Decision, Decision]) -> tuple[str, ...]:
    """Facts that decide or are missing in either column, and others that the law asks for."""
    deciding = [deciding_facts(decision) for decision in both]
    right = [p for d in both for p in d.waits_for[:3]]
    right += [path for found in deciding for path in found[:2]]
    near = [path for found in deciding for path in found[2:4]]
    accepted = {path for found in deciding for path in found}
    read = [path for d in both for path in _read_nearby(d)]
    wrong = [p for p in dict.fromkeys(read) if p not in accepted and not _is_detail(p)]
    names = list(dict.fromkeys([*right, *wrong[:3], *near, *wrong[3:]]))
    return tuple(sorted(names[: max(FACTS, len(set(right)) + 3)], key=_rank))


def _read_nearby(decision: Decision) -> Iterator[str]:
    """The stated facts that the law asks for: those of exceptions that nearly hold come first."""
    for name in _nearest((decision,), EXCEPTIONS):
        yield from facts_read(decision, name)
    for name in decision.verdicts:
        yield from facts_read(decision, name)


def _is_detail(path: str) -> bool:
    """Whether a fact only says more about another one: a port's name, an hour."""
    return catalogue().fact(path).type in ("text", "time")


def _rank(path: str) -> tuple[int, str]:
    """The place of a fact in the catalogue; what the law left open stands at the end."""
    if ":" in path:
        return len(catalogue().facts), path
    known = list(catalogue().facts)
    fact = catalogue().fact(path.removesuffix("[+]"))
    return known.index(fact.path), path
