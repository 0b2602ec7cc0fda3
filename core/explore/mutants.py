"""The law with one small error in it, again and again: are the library's expectations sharp enough?

Each comparison shifted by one, each part of a conjunction or disjunction dropped, each entry of a list
removed, each period moved by a day, each exemption cut. An error must change what some case of the
library is expected to come to, or be shown to change nothing for any complete case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.calendar import parse_moment
from core.explore.rewriting import Changed, in_provision, in_text, inside
from core.law.provisions import CONSEQUENCE, Amendment, Law, Proposal, Provision
from core.logic.tree import (
    All,
    Any,
    Call,
    Choices,
    Compare,
    Condition,
    Const,
    Expr,
    Not,
    Some,
)

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutant:
    """One error: where it is, what it is, and the law that has it."""

    provision: str
    what: str
    law: Law
    kind: str

    @property
    def name(self) -> str:
        """``ca.irpr.159.5(c): r.age >= 18 → r.age >= 19``."""
        return f"{self.provision}: {self.what}"


def mutants(law: Law) -> Iterator[Mutant]:
    """Every mutant of the law, provision by provision, then of its proposals."""
    for provision in law.provisions.values():
        if provision.kind == CONSEQUENCE:
            continue
        for what, changed, kind in _of_provision(provision):
            provisions = {**law.provisions, provision.id: changed}
            yield Mutant(provision.id, what, replace(law, provisions=provisions), kind)
    for proposal in law.proposals.values():
        for where, what, amended in _of_proposal(proposal):
            proposals = {**law.proposals, proposal.id: amended}
            yield Mutant(f"{proposal.id}/{where}", what, replace(law, proposals=proposals), "text")


def _of_provision(provision: Provision) -> Iterator[tuple[str, Provision, str]]:
    for what, changed in in_provision(provision, changes):
        yield what, changed, "text"
    yield from ((what, changed, "period") for what, changed in _of_periods(provision))
    for target in provision.exempts:
        left = tuple(name for name in provision.exempts if name != target)
        yield f"no longer exempts from {target}", replace(provision, exempts=left), "link"


def _of_proposal(proposal: Proposal) -> Iterator[tuple[str, str, Proposal]]:
    for at, amendment in enumerate(proposal.amends):
        for what, changed in in_text(amendment.text, changes) if amendment.text is not None else ():
            made: Amendment = replace(amendment, text=changed)
            amends = (*proposal.amends[:at], made, *proposal.amends[at + 1 :])
            yield amendment.clause, what, replace(proposal, amends=amends)


# --- periods ---------------------------------------------------------------------------------------
def _of_periods(provision: Provision) -> Iterator[tuple[str, Provision]]:
    """Each day on which a text begins or ends, a day earlier and a day later."""
    texts = provision.texts
    for at, text in enumerate(texts):
        for step in (-1, 1):
            start = _moved(text.start, step)
            moved = [replace(text, start=start) if n == at else t for n, t in enumerate(texts)]
            if at and texts[at - 1].until == text.start:
                moved[at - 1] = replace(texts[at - 1], until=start)
            yield f"begins {start}, not {text.start}", replace(provision, texts=tuple(moved))
        last = texts[at + 1].start if at + 1 < len(texts) else None
        if text.until is not None and text.until != last:
            for step in (-1, 1):
                until = _moved(text.until, step)
                ended = (*texts[:at], replace(text, until=until), *texts[at + 1 :])
                yield f"ends {until}, not {text.until}", replace(provision, texts=ended)


def _moved(moment: str, days: int) -> str:
    """The same moment some days later."""
    if "T" in moment:
        return (parse_moment(moment) + days * DAY).isoformat()
    return (date.fromisoformat(moment) + days * DAY).isoformat()


# --- conditions ------------------------------------------------------------------------------------
def changes(node: Condition) -> Changed:
    """A condition with one error in it, each in turn, and what the error is."""
    match node:
        case Compare():
            yield from _of_leaf(node)
        case All(parts) | Any(parts) if len(parts) > 1:
            for at, part in enumerate(parts):
                left = type(node)((*parts[:at], *parts[at + 1 :]))
                yield f"without {told(part)}", left
    yield from inside(node, changes)


def _of_leaf(node: Compare) -> Changed:
    if isinstance(node.right, Choices):
        for value in node.right.values if len(node.right.values) > 1 else ():
            left = tuple(v for v in node.right.values if v != value)
            changed = replace(node, right=Choices(left), text=f"{node.text} without {value}")
            yield f"{node.text}, without {value}", changed
        return
    for step in (-1, 1):
        moved = _shifted(node.right, step)
        if moved is not None:
            yield f"{node.text}, moved by {step:+d}", replace(node, right=moved)
    if node.op in ("<", "<=", ">", ">=") and _shifted(node.right, 1) is None:
        op = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}[node.op]
        yield f"{node.text}, with {op}", replace(node, op=op)


def _shifted(expr: Expr, step: int) -> Expr | None:
    """An expression with its number or date moved; None where it has none."""
    match expr:
        case Const(value=bool() | str()):
            return None
        case Const(value=int(number)):
            return Const(number + step)
        case Const(value=date() as day):
            return Const(day + step * DAY)
        case Call(name=name, args=(first, second)) if name in ("plus_days", "plus_years"):
            moved = _shifted(second, step)
            return Call(name, (first, moved)) if moved is not None else None
        case _:
            return None


def told(node: Condition) -> str:
    """A part of a condition in a few words."""
    match node:
        case Compare(text=text):
            return text
        case Not(part):
            return f"not {told(part)}"
        case Some(source=source):
            return f"some {source.path}"
        case _:
            name = getattr(node, "id", None) or getattr(node, "name", None)
            return f"{name}" if name else type(node).__name__.lower()
