"""Every condition of the law taken as always true, and as never: does a case of the library mind?

If the library minds that a condition is taken as true, some case of it has the condition false, and it
decides there; and the other way round. So each condition, and each provision, is seen both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.explore.mutants import Mutant, told
from core.explore.rewriting import Changed, in_provision, inside
from core.law.provisions import CONSEQUENCE, Law, Provision
from core.logic.tree import All, Any, Chosen, Compare, Condition, Granted, Table

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
    for what, changed in in_provision(provision, leaves):
        yield what, changed, "leaf"


def leaves(node: Condition) -> Changed:
    """A condition with one of its leaves forced, each in turn and both ways."""
    if isinstance(node, Compare | Table | Granted | Chosen):
        yield from ((f"{told(node)} {word}", constant) for word, constant in WAYS)
    yield from inside(node, leaves)
