"""The key of an exercise, computed: for each column the outcome, what carries it, and the facts that decide.

>>> from core.training.packfile import packs
>>> from core.training.work import work
>>> pack = packs()["debate-2018"].pack
>>> key_of(work(pack, pack.exercise("empty-road"))).left.basis
('ca.irpr.159.4(1)(a)',)
"""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.model import Decision, Verdict
from core.law.provisions import Law, Provision
from core.logic.truth import FALSE, TRUE
from core.training.deciding import deciding_facts
from core.training.digest import digest, law_digest, words_digest
from core.training.model import ColumnKey, Key, Pack, Stored, StoredExercise
from core.training.work import Worked, work

STATES = {FALSE: "not_met", TRUE: "met"}


def key_of(worked: Worked) -> Key:
    """The right answers of an exercise."""
    return Key(left=_column(worked.comparison.left), right=_column(worked.comparison.right))


def stored_of(worked: Worked) -> StoredExercise:
    """The key of an exercise with the digests of what it rests on, to be stored in the pack."""
    key = key_of(worked)
    return StoredExercise(
        left=key.left,
        right=key.right,
        case=worked.file.case.digest,
        law=law_digest(worked),
        words=words_digest(worked),
    )


def stamp(pack: Pack, law: Law | None = None) -> Stored:
    """The key of a whole pack, as the program's law (or another) gives it now.

    Raises ExerciseError or VersionError for an exercise that cannot be worked.
    """
    found = {e.id: stored_of(work(pack, e, law)) for e in pack.exercises}
    return Stored(
        law=digest([e.law for e in found.values()]),
        words=digest([pack_words(pack), [e.words for e in found.values()]]),
        exercises=found,
    )


def stamped(pack: Pack, law: Law | None = None) -> Pack:
    """The pack with its key stored anew."""
    return pack.model_copy(update={"stored": stamp(pack, law)})


def pack_words(pack: Pack) -> object:
    """The words of the pack itself that papers print."""
    return pack.model_dump(
        mode="json", include={"title", "about", "plan", "glossary", "services", "pass_mark"}
    )


def _column(decision: Decision) -> ColumnKey:
    return ColumnKey(
        outcome=decision.outcome,
        how=decision.how,
        possible=decision.possible,
        basis=decision.basis,
        facts=deciding_facts(decision),
        waits_for=decision.waits_for,
        depends_on=decision.depends_on,
        exceptions=dict(_exceptions(decision)),
    )


def _exceptions(decision: Decision) -> Iterator[tuple[str, str]]:
    """Each exception from a ground that may apply, in the officer's order, and how it came out."""
    version = decision.version
    seen: dict[str, Provision] = {}
    for ground in version.grounds:
        if decision.verdicts[ground.id].met != FALSE:
            for exemption in version.exemptions[ground.id]:
                seen |= {p.id: p for p in version.smallest(exemption)}
    for name in sorted(seen, key=lambda name: (seen[name].order, name)):
        yield name, state_of(decision.verdicts[name])


def state_of(verdict: Verdict) -> str:
    """``met``, ``not_met``, ``unknown`` or ``not_reached``."""
    if verdict.reached == FALSE:
        return "not_reached"
    return STATES.get(min(verdict.met, verdict.reached), "unknown")
