"""Sharpen an undetermined outcome by asking "what if this shared point holds, and what if it does not?".

Three-valued logic forgets that one unknown can stand behind two rules at once. A sister who is a
citizen and an unknown day of claim: within the time limit an exception helps, after it the rule does
not reach; heard either way, though each of the two is unknown by itself. So each point that several
rules share is taken as true and as false in turn; an outcome that falls out in neither is not possible.

This keeps every outcome that some completion of the facts has, and drops some that none has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.case.catalogue import catalogue
from core.decision.settle import UNDETERMINED, Settled, settle
from core.decision.situation import ENTRY, Situation
from core.law.provisions import CONSEQUENCE, Text
from core.law.version import Version
from core.logic.tree import Condition, Limb, Provision, Term
from core.logic.truth import FALSE, TRUE, UNKNOWN

FEW = 3
"""So many open questions, at most, for their answers to be tried one by one."""


def settle_sharply(situation: Situation) -> tuple[Settled, tuple[Situation, ...]]:
    """The outcome of a situation, and the branches that settled it if it took any."""
    plain = settle(situation)
    if plain.outcome != UNDETERMINED:
        return plain, ()
    possible = set(plain.possible)
    for name in shared_points(situation.version):
        if situation.point(name) != UNKNOWN:
            continue
        branches = tuple(situation.supposing(name, truth) for truth in (TRUE, FALSE))
        settled = [settle(branch) for branch in branches]
        possible &= {outcome for branch in settled for outcome in branch.possible}
        if len(possible) == 1:
            return _determined(possible.pop(), settled), branches
    return plain._replace(possible=tuple(sorted(possible))), ()


def settle_by_values(
    situation: Situation, plain: Settled, waits: tuple[str, ...]
) -> tuple[Settled, tuple[Situation, ...]]:
    """The outcome where every answer to one open question of few answers gives the same.

    Tried only while few questions are open (:data:`FEW`): beyond that no single one settles much.
    """
    paths = [name for name in waits if ":" not in name and "[+]" not in name]
    if plain.outcome != UNDETERMINED or len(waits) > FEW:
        return plain, ()
    possible = set(plain.possible)
    for path in paths:
        values = _values(path)
        if not values:
            continue
        branches = tuple(situation.answering(path, value) for value in values)
        settled = [settle_sharply(branch)[0] for branch in branches]
        possible &= {outcome for branch in settled for outcome in branch.possible}
        if len(possible) == 1:
            return _determined(possible.pop(), settled), branches
    return plain._replace(possible=tuple(sorted(possible))), ()


def _values(path: str) -> tuple[object, ...]:
    """Every answer a question can have, where there are few."""
    fact = catalogue().fact(path)
    return (True, False) if fact.type == "boolean" else tuple(fact.choices)


def _determined(outcome: str, settled: list[Settled]) -> Settled:
    hows = {branch.how for branch in settled if branch.outcome == outcome}
    how = hows.pop() if len(hows) == 1 else None
    return Settled(outcome, how, (outcome,))


def shared_points(version: Version) -> tuple[str, ...]:
    """The provisions, limbs and terms of the entry that more than one rule of a version reads."""
    found = version.kept.get("shared_points")
    if found is None:
        names = Counter(name for text in _deciding(version) for name in points_of(text))
        found = tuple(sorted(name for name, times in names.items() if times > 1))
        version.kept["shared_points"] = found
    assert isinstance(found, tuple)
    return found


def _deciding(version: Version) -> Iterator[Text]:
    """The texts of what decides; what follows from a decision has no part in it."""
    for name, text in version.texts.items():
        if version.law.provisions[name].kind != CONSEQUENCE:
            yield text


def points_of(text: Text) -> tuple[str, ...]:
    """The points that a text reads, each as often as it reads it."""
    return tuple(name for node in text.references for name in _point(node))


def _point(node: Condition) -> Iterator[str]:
    match node:
        case Provision(id=name) | Limb(id=name):
            yield name
        case Term(id=name, of=of) if of == ENTRY:
            yield f"{name}@{ENTRY}"
