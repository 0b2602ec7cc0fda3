"""Every condition of the law taken as always true, and as never: does a case of the library mind?

If the library minds that a condition is taken as true, some case of it has the condition false, and it
decides there; and the other way round. So each condition, and each provision, is seen both ways. What asks
for nothing is met wherever it stands; taken as always met, it stands on every day.
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
        for what, changed, kind in _of_provision(law, provision):
            provisions = {**law.provisions, provision.id: changed}
            yield Mutant(provision.id, what, replace(law, provisions=provisions), kind)


def _of_provision(law: Law, provision: Provision) -> Iterator[tuple[str, Provision, str]]:
    for word, constant in WAYS if not provision.parts else ():
        texts = tuple(replace(text, when=constant) for text in provision.texts)
        if texts == provision.texts:  # it asks for nothing: it is met wherever it stands
            texts = (replace(texts[0], start=first_day(law, provision.country), until=None),)
        yield f"{word} met", replace(provision, texts=texts), "provision"
    for what, changed in in_provision(provision, leaves):
        yield what, changed, "leaf"


def first_day(law: Law, country: str) -> str:
    """The day on which the law of a country begins, as far as it is held."""
    return min(t.start for p in law.provisions.values() if p.country == country for t in p.texts)


def leaves(node: Condition) -> Changed:
    """A condition with one of its leaves forced, each in turn and both ways."""
    if isinstance(node, Compare | Table | Granted | Chosen):
        yield from ((f"{told(node)} {word}", constant) for word, constant in WAYS)
    yield from inside(node, leaves)
