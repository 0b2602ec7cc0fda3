"""Whether a changed provision says the same as before, looked at by itself.

If it does, so does every version in which it and all that it refers to read alike; then none of them
need be compared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.case.catalogue import catalogue
from core.explore.atoms import MEMBER, Env
from core.explore.diagram import NO
from core.explore.encode import Lawbook
from core.explore.model import Model
from core.law.provisions import Text
from core.law.version import OWN, Version
from core.logic.run import is_absolute
from core.logic.tree import Compare, Condition, Limb, Provision, Table, Term, walk


def says_the_same(one: Version, other: Version, name: str) -> bool:
    """Whether a provision, its gate and its limbs hold for the same cases in both versions."""
    model = Model([one, other])
    rows = zip(_functions(model.book(one), name), _functions(model.book(other), name), strict=True)
    return all(_same(model, before, after, slot) for (slot, before), (_, after) in rows)


def _functions(book: Lawbook, name: str) -> Iterator[tuple[str, int]]:
    """Where the parts of a provision hold, with the slot of the member they speak of."""
    text = book.version.texts.get(name)
    if text is None:
        yield "", NO
        return
    for slot, env in _places(book.version, name):
        try:
            yield slot, book.condition(text.when, env)
        except KeyError:  # nothing in this version asks it of such a member
            yield slot, NO
    if not book.version.law.provisions[name].over:
        yield "", book.condition(text.gate, {})
        if book.version.asked == OWN:
            yield "", book.condition(text.applies, {})
    for limb in text.limbs.values():
        yield "", book.condition(limb.condition, {})


def _places(version: Version, name: str) -> Iterator[tuple[str, Env]]:
    over = version.law.provisions[name].over.replace("[]", MEMBER)
    if not over:
        yield "", {}
        return
    yield over + MEMBER, {"it": over + MEMBER}
    for single, listed in catalogue().singles.items():
        if listed == over:
            yield "", {"it": single}


def _same(model: Model, before: int, after: int, slot: str) -> bool:
    if before == after:
        return True
    apart = model.diagrams.both(model.diagrams.differ(before, after), model.space.domain(slot))
    return apart == NO if slot else model.witness(apart) is None


def reading(version: Version, name: str) -> tuple[object, ...]:
    """What a provision's meaning hangs on in a version: its texts and all they refer to, and the day."""
    seen: dict[str, Text] = {}
    todo = [name]
    while todo:
        at = todo.pop()
        text = version.texts.get(at) or version.texts.get(at.rpartition("#")[0])
        if text is None or at in seen:
            continue
        seen[at] = text
        todo += list(_referred(text))
        todo += [part.id for part in version.parts.get(at, ())]
    dated = any(_dated(node) for text in seen.values() for node in _nodes(text))
    texts = tuple(sorted((key, text.start, text.clause or "") for key, text in seen.items()))
    return texts, version.day if dated else None, version.asked


def _nodes(text: Text) -> Iterator[Condition]:
    roots = (text.when, text.gate, text.applies, *(limb.condition for limb in text.limbs.values()))
    for root in roots:
        yield from walk(root)


def _referred(text: Text) -> Iterator[str]:
    for node in _nodes(text):
        if isinstance(node, Provision | Term | Limb):
            yield node.id


def _dated(node: Condition) -> bool:
    return isinstance(node, Table) or (isinstance(node, Compare) and is_absolute(node))
