"""What an unknown waits for: the facts, readings and assumptions that could still settle it.

The tree of reasons is walked from the outside in, and only through branches that are themselves
unknown: what cannot change the result is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.calendar import Span
from core.case.facts import Fact
from core.decision.situation import Situation
from core.logic.explain import Read, Why
from core.logic.tree import Choose, Chosen, Compare, Some, Table
from core.logic.truth import UNKNOWN


def waits(why: Why, situation: Situation) -> Iterator[str]:
    """The names of what could settle ``why``, in the order of the text; nothing if it is settled."""
    if why.truth != UNKNOWN:
        return
    node = why.node
    if isinstance(node, Chosen):
        yield f"{node.kind}:{node.id}"
        return
    if isinstance(node, Choose) and situation.choice(node.kind, node.id) is None:
        yield f"{node.kind}:{node.id}"
    if isinstance(node, Compare | Table):
        for read in why.reads:
            yield from unknown_in(read, situation)
        return
    if isinstance(node, Some) and not why.parts:
        yield from (f"{read.path}[+]" for read in why.reads)
    for part in why.parts:
        if part.member == "+":
            yield f"{why.reads[0].path}[+]"
        else:
            yield from waits(part, situation)


def unknown_in(read: Read, situation: Situation) -> Iterator[str]:
    """What must be stated for a fact that was read and found wanting."""
    value = read.value
    if value is None or isinstance(value, Span):
        yield from unknown_of(read.path, situation)
    elif hasattr(value, "closed") and not value.closed:
        yield f"{value.path}[+]"


def unknown_of(path: str, situation: Situation) -> Iterator[str]:
    """What a fact waits for: itself if it can be stated, or what it is computed from."""
    from core.case.catalogue import catalogue

    facts = catalogue()
    shown = concrete(path, situation)
    fact = facts.fact(shown)
    found = fact.derivation or {}
    chosen = _open_choice(found, situation)
    if chosen:
        yield chosen
    elif fact.computed:
        yield from _behind(fact, shown, situation)
    elif fact.is_list:
        yield f"{shown}[+]"
    else:
        yield shown


def _open_choice(recipe: dict[str, Any], situation: Situation) -> str:
    """The open reading on which a derived fact hangs, if all else is known."""
    for row in recipe.get("cases", ()):
        options = dict(row.get("choose", {}))
        name = options.pop("reading", None)
        known = all(situation.at(path) is not None for path in options.values())
        if name and known and situation.choice("reading", name) is None:
            values = {situation.at(path) for path in options.values()}
            if len(values) > 1:
                return f"reading:{name}"
    return ""


def _behind(fact: Fact, path: str, situation: Situation) -> Iterator[str]:
    """The stated facts behind a computed one: a birth date, the day it is counted to."""
    owner = path.rsplit(".", 1)[0]
    birth = f"{owner}.birth_date"
    if situation.at(birth) is None or isinstance(situation.at(birth), Span):
        yield birth
    recipe = str(fact.derivation)
    for day in ("entry.date", "claim.date", "claim.decision_date"):
        if f"({day})" in recipe and not _is_day(situation.value(day)):
            yield concrete(day, situation)


def _is_day(value: Any) -> bool:
    return value is not None and not isinstance(value, Span)


def concrete(path: str, situation: Situation) -> str:
    """``entry.date`` as the path of the entry relied on: ``entries[e1].date``."""
    from core.case.catalogue import catalogue

    root, _, rest = path.partition(".")
    if root not in catalogue().singles:
        return path
    member = situation.value(root)
    where = member.path if member is not None else f"{catalogue().singles[root]}[+]"
    return f"{where}.{rest}" if rest else str(where)
