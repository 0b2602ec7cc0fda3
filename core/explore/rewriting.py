"""The law with one thing changed in one condition: a provision, text by text, leaf by leaf.

What is done to a condition is a *change*: it gives every changed condition with a word for what was
done. Here is told where conditions stand, so that a change need not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from core.law.provisions import Limb, Provision, Text
from core.logic.tree import All, Any, Choose, Condition, Not, Some

Changed = Iterator[tuple[str, Condition]]
Change = Callable[[Condition], Changed]


def in_provision(provision: Provision, change: Change) -> Iterator[tuple[str, Provision]]:
    """The provision with one condition of one of its texts changed."""
    for at, text in enumerate(provision.texts):
        since = f"{text.start}: " if len(provision.texts) > 1 else ""
        for what, changed in in_text(text, change):
            texts = (*provision.texts[:at], changed, *provision.texts[at + 1 :])
            yield since + what, replace(provision, texts=texts)


def in_text(text: Text, change: Change) -> Iterator[tuple[str, Text]]:
    """The text with one of its conditions changed."""
    for what, condition in change(text.when):
        yield what, replace(text, when=condition)
    for what, condition in change(text.gate):
        yield f"gate: {what}", replace(text, gate=condition)
    for what, condition in change(text.applies):
        yield f"applies: {what}", replace(text, applies=condition)
    for key, limb in text.limbs.items():
        for what, condition in change(limb.condition):
            limbs = {**text.limbs, key: Limb.of(limb.id, limb.title, condition)}
            yield f"{key}: {what}", replace(text, limbs=limbs)


def inside(node: Condition, change: Change) -> Changed:
    """The condition with one of the conditions directly inside it changed; none where it has none."""
    match node:
        case All(parts) | Any(parts):
            for at, part in enumerate(parts):
                for what, changed in change(part):
                    yield what, type(node)((*parts[:at], changed, *parts[at + 1 :]))
        case Not(part):
            yield from ((what, Not(changed)) for what, changed in change(part))
        case Some(var, source, where):
            yield from ((what, Some(var, source, changed)) for what, changed in change(where))
        case Choose(kind, name, cases):
            for at, (position, case) in enumerate(cases):
                for what, changed in change(case):
                    made = (*cases[:at], (position, changed), *cases[at + 1 :])
                    yield f"{position}: {what}", Choose(kind, name, made)
