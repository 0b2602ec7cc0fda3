"""Is each version a law at all: one outcome for every case, whatever the order of its provisions?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.explore.diagram import NO, YES
from core.explore.everyversion import every_version
from core.explore.model import Model
from core.law.provisions import Law
from core.law.version import Version

TURNED = " read backwards"
IDLE = ("term", "consequence", "policy")


@dataclass(frozen=True)
class Sound:
    """What was found of one version; empty where all is well."""

    version: str
    faults: tuple[str, ...]
    nodes: int
    decisive: frozenset[str]


def look_at(version: Version, known: frozenset[str] = frozenset()) -> Sound:
    """The faults of a version, and the provisions that are decisive in it for some case.

    What is ``known`` to be decisive somewhere is not looked at again.
    """
    backwards = replace(
        version, name=version.name + TURNED, texts=dict(reversed(version.texts.items())), kept={}
    )
    model = Model([version, backwards])
    faults = [*_outcomes(model, version), *_grounds(model, version)]
    if model.book(version).ways() != model.book(backwards).ways():
        faults.append("order")
    decisive = frozenset(_decisive(model, version, known))
    return Sound(version.name, tuple(faults), len(model.diagrams), decisive)


def _outcomes(model: Model, version: Version) -> Iterator[str]:
    """Every case has exactly one outcome, and comes to it in exactly one way."""
    d = model.diagrams
    ways = list(model.book(version).ways().values())
    if d.any(ways) != YES:
        yield "a case without an outcome"
    for at, one in enumerate(ways):
        if any(d.both(one, other) != NO for other in ways[at + 1 :]):
            yield "a case with two outcomes"


def _grounds(model: Model, version: Version) -> Iterator[str]:
    """No ground applies to a case that some exemption from it takes out."""
    book, d = model.book(version), model.diagrams
    for ground in version.grounds:
        applies = book.applies(ground)
        for exemption in version.exemptions[ground.id]:
            if d.both(applies, book.counts(exemption.id)) != NO:
                yield f"{ground.id} applies and is exempted by {exemption.id}"


def _decisive(model: Model, version: Version, known: frozenset[str]) -> Iterator[str]:
    """The provisions whose truth alone changes the outcome, or the way to it, of some case."""
    d = model.diagrams
    for provision in version.ordered:
        if provision.kind in IDLE or provision.parts or provision.id in known:
            continue
        met, unmet = (model.supposing(version, provision.id, where).ways() for where in (YES, NO))
        apart = d.any([d.differ(met[way], unmet[way]) for way in met])
        if apart != NO and model.witness(apart) is not None:
            yield provision.id


def idle(law: Law, found: list[Sound]) -> list[str]:
    """The provisions that are decisive for no case under any version."""
    decisive = {name for sound in found for name in sound.decisive}
    known = {p.id for p in law.provisions.values() if p.kind not in IDLE and not p.parts}
    return sorted(known - decisive)


def every_one(law: Law) -> Iterator[Sound]:
    """What is found of every version."""
    known: frozenset[str] = frozenset()
    for version in every_version(law):
        found = look_at(version, known)
        known |= found.decisive
        yield found
