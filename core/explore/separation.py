"""Which versions the library's cases tell apart, by outcome, way or consequence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations

from core.case.turn import turned
from core.decision.consequences import consequences
from core.decision.decide import decide
from core.decision.model import Decision
from core.explore.equivalent import unlike
from core.explore.everyversion import every_version
from core.explore.expected import Expectation, expectations
from core.law.provisions import Law
from core.law.version import Version

Signature = tuple[object, ...]


@dataclass(frozen=True)
class Alike:
    """Two versions that no case of the library tells apart; ``differ`` says whether some case could."""

    one: str
    other: str
    differ: bool


def alike(law: Law) -> list[Alike]:
    """The pairs of versions of a country that the library does not tell apart."""
    versions = list(every_version(law))
    signatures = {version.name: signature(version) for version in versions}
    found = []
    for one, other in combinations(versions, 2):
        if one.country == other.country and signatures[one.name] == signatures[other.name]:
            found.append(Alike(one.name, other.name, unlike(one, other) is not None))
    return found


def signature(version: Version) -> Signature:
    """What a version makes of every case of the library that goes into its country."""
    mine = (row for row in _cases() if turned(row.case, version.country).case is row.case)
    return tuple(_told(decide(row.case, version, row.setup)) for row in mine)


@cache
def _cases() -> tuple[Expectation, ...]:
    """The cases of the library and their variants, each once with each of its setups."""
    rows = {(row.case, str(row.setup.plain())): row for row in expectations()}
    return tuple(rows.values())


def _told(found: Decision) -> object:
    follows = tuple((c.provision.id, c.text.start, c.truth) for c in consequences(found))
    return found.possible, found.how, follows
