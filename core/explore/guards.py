"""Conditions that stand in the law only to let another be asked.

A fact with ``asked_when`` may be read only where that condition is known to hold: a text that asks whether
a relative is away for a short time says first that the relative is away. Such a condition may be unable to
change what any case comes to. It is still no defect, as a law file without it would be refused.

>>> from core.law.load import law
>>> away = law().provisions["ca.irpr.159.1#in_canada"].texts[0]
>>> list(unguarded(away.when, {"it": "relatives[]"}))
[]
"""

from __future__ import annotations

from collections.abc import Iterator

from core.case.catalogue import catalogue
from core.law.provisions import Law, Provision
from core.logic.tree import All, Compare, Condition, Some, children
from core.logic.typecheck import TypeFault, check_guards, pattern_of


def let_in(sound: Law, changed: Law) -> tuple[str, ...]:
    """What may be asked only because of the condition that an error has taken away; none as a rule."""
    return tuple(
        dict.fromkeys(
            leaf.text
            for name, provision in sound.provisions.items()
            if changed.provisions[name] is not provision
            for leaf in refused(changed.provisions[name])
        )
    )


def refused(provision: Provision) -> Iterator[Compare]:
    """The comparisons of a provision that a law file could not have: see :func:`unguarded`."""
    variables = {"it": f"{provision.over}[]"} if provision.over else {}
    for text in provision.texts:
        limbs = (limb.condition for limb in text.limbs.values())
        for root in (text.when, text.gate, text.applies, *limbs):
            yield from unguarded(root, variables)


def unguarded(
    node: Condition, variables: dict[str, str], known: tuple[Condition, ...] = ()
) -> Iterator[Compare]:
    """The comparisons that read a fact of which it is not known that it applies.

    ``variables`` are bound around ``node``, each to the pattern of its member; ``known`` holds there.
    """
    match node:
        case Compare():
            try:
                check_guards(node, catalogue(), variables, known)
            except TypeFault:
                yield node
        case All(parts):
            for at, part in enumerate(parts):
                yield from unguarded(part, variables, (*known, *parts[:at]))
        case Some(var, source, where):
            bound = {**variables, var: f"{pattern_of(source, variables)}[]"}
            yield from unguarded(where, bound, known)
        case _:
            for part in children(node):
                yield from unguarded(part, variables, known)
