"""What a trainee answers for one column, and how it is marked: outcome, provision and fact apart.

Any provision of the basis is right, and any fact that decides. "Not enough facts, I would need …" is right
if the outcome is undetermined and the fact is among those it waits for. Confidence is never marked.

>>> from core.training.model import ColumnKey
>>> key = ColumnKey(outcome="undetermined", possible=("heard", "returned"), waits_for=("claimant.age",))
>>> mark(Answer("need", fact="claimant.age"), key).right
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.decision.model import Decision
from core.decision.settle import HEARD, counts
from core.decision.situation import Situation
from core.logic.truth import FALSE, TRUE
from core.training.model import ColumnKey
from core.training.question import NEED, OUTCOMES, QuestionColumn
from core.training.turning import turns_on

CONFIDENCE = (1, 2, 3)
"""Guessed, fairly sure, sure."""


class AnswerError(ValueError):
    """An answer that is no answer to the question; the message is a sentence."""


@dataclass(frozen=True)
class Answer:
    """A prediction for one column. With ``need``, ``fact`` is the one that is missing."""

    outcome: str
    provision: str | None = None
    fact: str | None = None
    confidence: int | None = None


@dataclass(frozen=True)
class Mark:
    """What of an answer was right; None for what the right answer does not have."""

    outcome: bool
    provision: bool | None
    fact: bool | None

    @property
    def right(self) -> bool:
        """Whether all of it was."""
        return self.outcome and self.provision is not False and self.fact is not False


def check_answer(answer: Answer, column: QuestionColumn, facts: tuple[str, ...]) -> None:
    """Raise AnswerError where an answer names what was not offered."""
    offered = tuple(offer.id for offer in column.provisions)
    for what, value, among in (
        ("outcome", answer.outcome, OUTCOMES),
        ("provision", answer.provision, offered),
        ("fact", answer.fact, facts),
        ("confidence", answer.confidence, CONFIDENCE),
    ):
        if value is None and what != "outcome":
            continue
        if value not in among:
            expected = ", ".join(map(str, among))
            raise AnswerError(f"{what}: found {value!r}; expected one of {expected}")


def mark(answer: Answer, key: ColumnKey) -> Mark:
    """The marks of an answer."""
    if not key.determined:
        if answer.outcome != NEED:
            return Mark(False, None, False)
        return Mark(True, None, answer.fact in key.waits_for)
    if answer.outcome == NEED:
        return Mark(False, False, False)
    return Mark(
        answer.outcome == key.outcome,
        answer.provision in key.basis,
        answer.fact in key.facts if key.facts else None,
    )


def departure(answer: Answer, decision: Decision) -> str | None:
    """The first row, in the officer's order, at which the answer's reasoning left the law's.

    That is the row of the provision chosen, if the law finds it otherwise than the answer needs it; the
    exception overlooked, if the ground chosen is met but does not apply; or else the first row that carries
    the outcome (for an open outcome: that leaves it open). None where outcome and provision are right.
    """
    situation = Situation(decision.case, decision.version, decision.choices)
    carrying = turns_on(decision)
    if decision.determined:
        if answer.outcome == decision.outcome and answer.provision in decision.basis:
            return None
    elif answer.outcome == NEED:
        return None
    found = [*carrying[:1], *_contradicted(answer, decision, situation)]
    rows = list(decision.verdicts)
    return min(found, key=lambda name: _row(rows, name), default=None)


def _row(rows: list[str], name: str) -> int:
    owner = name if name in rows else name.rpartition("#")[0]
    return rows.index(owner) if owner in rows else len(rows)


def _contradicted(answer: Answer, decision: Decision, situation: Situation) -> list[str]:
    """The row of the chosen provision if the law finds it otherwise, or the exception overlooked."""
    name = answer.provision
    verdict = decision.verdicts.get(name or "")
    if name is None or verdict is None or answer.outcome == NEED:
        return [name] if name is not None and answer.outcome != NEED and verdict is None else []
    provision = verdict.provision
    if provision.kind != "ground":
        needed = counts(situation, provision) == TRUE
        return [] if needed == (answer.outcome == HEARD) else [name]
    if answer.outcome == HEARD:  # the answer needs the ground to fail
        return [] if situation.provision(name) == FALSE else [name]
    if situation.provision(name) != TRUE:
        return [name]
    return list(_helping(name, decision, situation))[:1]


def _helping(ground: str, decision: Decision, situation: Situation) -> Iterator[str]:
    """The exceptions from a ground, or parts of one, that help or may help."""
    version = decision.version
    for exemption in version.exemptions[ground]:
        if counts(situation, exemption) != FALSE:
            parts = version.parts.get(exemption.id, ()) if exemption.parts else (exemption,)
            yield from (p.id for p in parts if counts(situation, p) != FALSE)
