"""Which law a pack touches: provisions, exceptions and differences; what is left out, what is over-drilled.

A provision is *decisive* in an exercise if it carries an outcome there, leaves it open, or the versions
part at it; it is *checked* if a decision looked at it on the way. What could be touched are the rows of the
versions that the pack compares; a difference is a text that is not the same in both.

>>> from core.training.packfile import packs
>>> found = coverage(packs()["debate-2018"].pack)
>>> found.row("ca.irpr.159.4(1)(a)").touched
'decisive'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.decision.model import Comparison
from core.decision.pair import changed
from core.law.provisions import Provision
from core.law.version import Version, VersionError
from core.training.consulted import consulted
from core.training.model import Pack
from core.training.turning import turns_on
from core.training.work import ExerciseError, work

OFTEN = 3
"""A provision that decides in more exercises than this, and in over half of all, is over-drilled."""


@dataclass(frozen=True)
class Touch:
    """One exercise's part in the coverage: what decides in it, and what is merely checked."""

    decisive: frozenset[str]
    checked: frozenset[str]


@dataclass(frozen=True)
class CoverageRow:
    """One provision: which exercises turn on it, and which only look at it."""

    provision: Provision
    decisive: tuple[str, ...]
    checked: tuple[str, ...]
    differs: bool
    """Whether its text is not the same in the versions that the pack compares."""
    over_drilled: bool

    @property
    def touched(self) -> str:
        """``decisive``, ``checked`` or ``left_out``."""
        if self.decisive:
            return "decisive"
        return "checked" if self.checked else "left_out"

    @property
    def exception(self) -> bool:
        """Whether it is an exception, not a ground or a scope."""
        return is_exception(self.provision)


@dataclass(frozen=True)
class Coverage:
    """What a pack touches, in the officer's order; ``broken`` names exercises that cannot be worked."""

    rows: tuple[CoverageRow, ...]
    exercises: tuple[str, ...]
    broken: tuple[str, ...]

    def row(self, name: str) -> CoverageRow:
        """The row of a provision. Raises KeyError."""
        for row in self.rows:
            if row.provision.id == name:
                return row
        raise KeyError(name)

    @property
    def exceptions(self) -> tuple[CoverageRow, ...]:
        """The rows of exceptions."""
        return tuple(row for row in self.rows if row.exception)

    @property
    def differences(self) -> tuple[CoverageRow, ...]:
        """The rows whose text is not the same in both versions."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def left_out(self) -> tuple[CoverageRow, ...]:
        """The rows that decide in no exercise, those that none even looks at included."""
        return tuple(row for row in self.rows if not row.decisive)

    @property
    def over_drilled(self) -> tuple[CoverageRow, ...]:
        """The rows that decide more often than a session needs."""
        return tuple(row for row in self.rows if row.over_drilled)


def coverage(pack: Pack) -> Coverage:
    """What the exercises of a pack touch that are not retired."""
    touches: dict[str, Touch] = {}
    pairs: dict[tuple[str, str], tuple[Version, Version]] = {}
    broken = []
    for exercise in pack.active:
        try:
            compared = work(pack, exercise).comparison
        except (ExerciseError, VersionError):
            broken.append(exercise.id)
            continue
        touches[exercise.id] = touch_of(compared)
        pair = (compared.left.version, compared.right.version)
        pairs[pair[0].name, pair[1].name] = pair
    rows = tuple(_rows(touches, pairs.values()))
    return Coverage(rows, tuple(touches), tuple(broken))


def touch_of(compared: Comparison) -> Touch:
    """What one comparison turns on, and what it looks at."""
    sides = (compared.left, compared.right)
    parting = compared.parting.all if compared.parting else ()
    decisive = {_row_of(d.version, name) for d in sides for name in turns_on(d)}
    decisive |= {unit.id for unit in parting if unit.kind == "text"}
    looked = frozenset(name for d in sides for name in consulted(d).provisions)
    return Touch(frozenset(decisive), looked - decisive)


def is_exception(provision: Provision) -> bool:
    """Whether a provision is an exception to a ground, or a part of one."""
    return bool(provision.exempts or provision.of) and not provision.parts


def touchable(pairs: Iterable[tuple[Version, Version]]) -> tuple[dict[str, Provision], set[str]]:
    """The provisions with rows in some pairs of versions, and those whose text differs within a pair."""
    found: dict[str, Provision] = {}
    differing: set[str] = set()
    for left, right in pairs:
        for version in (left, right):
            found |= {p.id: p for p in version.ordered if p.is_row and not p.parts}
        if left.country == right.country:
            names = {**left.texts, **right.texts}
            differing |= {name for name in names if changed(left, right, name)}
    return found, differing


def _rows(
    touches: dict[str, Touch], pairs: Iterable[tuple[Version, Version]]
) -> Iterator[CoverageRow]:
    found, differing = touchable(pairs)
    for provision in sorted(found.values(), key=lambda p: (p.country, p.order, p.id)):
        decisive = tuple(n for n, touch in touches.items() if provision.id in touch.decisive)
        yield CoverageRow(
            provision,
            decisive,
            tuple(n for n, touch in touches.items() if provision.id in touch.checked),
            provision.id in differing,
            len(decisive) > OFTEN and 2 * len(decisive) > len(touches),
        )


def _row_of(version: Version, name: str) -> str:
    """The provision of a name; a limb stands at its provision."""
    return name if name in version.law.provisions else name.rpartition("#")[0]
