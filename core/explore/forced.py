"""Every condition of the law taken as always true, and as never: does a case of the library mind?

If the library minds that a condition is taken as true, some case of it has the condition false, and it
decides there; and the other way round. So each condition, and each provision, is seen both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.explore.mutants import Mutant, told
from core.law.provisions import CONSEQUENCE, Law, Limb, Provision, Text
from core.logic.tree import (
    All,
    Any,
    Choose,
    Chosen,
    Compare,
    Condition,
    Granted,
    Not,
    Some,
    Table,
)

ALWAYS, NEVER = All(()), Any(())
WAYS: tuple[tuple[str, Condition], ...] = (("always", ALWAYS), ("never", NEVER))


def forced(law: Law) -> Iterator[Mutant]:
    """The law with one provision, or one leaf of one text, forced to be true or false."""
    for provision in law.provisions.values():
        if provision.kind in (CONSEQUENCE, "policy"):
            continue
        for what, changed, kind in _of_provision(provision):
            provisions = {**law.provisions, provision.id: changed}
            yield Mutant(provision.id, what, replace(law, provisions=provisions), kind)


def _of_provision(provision: Provision) -> Iterator[tuple[str, Provision, str]]:
    if not provision.parts:
        for word, constant in WAYS:
            texts = tuple(replace(text, when=constant) for text in provision.texts)
            yield f"{word} met", replace(provision, texts=texts), "provision"
    for at, text in enumerate(provision.texts):
        since = f"{text.start}: " if len(provision.texts) > 1 else ""
        for what, changed in _of_text(text):
            texts = (*provision.texts[:at], changed, *provision.texts[at + 1 :])
            yield since + what, replace(provision, texts=texts), "leaf"


def _of_text(text: Text) -> Iterator[tuple[str, Text]]:
    for what, condition in leaves(text.when):
        yield what, replace(text, when=condition)
    for what, condition in leaves(text.gate):
        yield f"gate: {what}", replace(text, gate=condition)
    for what, condition in leaves(text.applies):
        yield f"applies: {what}", replace(text, applies=condition)
    for key, limb in text.limbs.items():
        for what, condition in leaves(limb.condition):
            limbs = {**text.limbs, key: Limb.of(limb.id, limb.title, condition)}
            yield f"{key}: {what}", replace(text, limbs=limbs)


def leaves(node: Condition) -> Iterator[tuple[str, Condition]]:
    """A condition with one of its leaves forced, each in turn and both ways."""
    match node:
        case Compare() | Table() | Granted() | Chosen():
            yield from ((f"{told(node)} {word}", constant) for word, constant in WAYS)
        case All(parts) | Any(parts):
            for at, part in enumerate(parts):
                for what, changed in leaves(part):
                    yield what, type(node)((*parts[:at], changed, *parts[at + 1 :]))
        case Not(part):
            yield from ((what, Not(changed)) for what, changed in leaves(part))
        case Some(var, source, where):
            yield from ((what, Some(var, source, changed)) for what, changed in leaves(where))
        case Choose(kind, name, cases):
            for at, (position, case) in enumerate(cases):
                for what, changed in leaves(case):
                    made = (*cases[:at], (position, changed), *cases[at + 1 :])
                    yield f"{position}: {what}", Choose(kind, name, made)
