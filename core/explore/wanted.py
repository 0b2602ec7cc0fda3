"""Which variants are what somebody looks for: two outcomes, and perhaps one provision that alone decides.

A provision decides a variant on a side where it counts and carries the outcome by itself: a ground that
applies while no other does, or an exemption that counts while no other exemption of its ground does.

>>> Wanted(("heard", "returned")).outcomes
('heard', 'returned')
"""

from __future__ import annotations

from dataclasses import dataclass

from core.explore.goals import only
from core.explore.planes import Planes
from core.explore.sides import Sides


@dataclass(frozen=True)
class Wanted:
    """Outcomes of the left and the right version, ``None`` for any; ``deciding`` is a provision."""

    outcomes: tuple[str | None, str | None]
    deciding: str | None = None

    def plane(self, sides: Sides) -> int:
        """The variants that surely are so, and break no check."""
        found = sides.checks[1]
        for outcome, reached in zip(
            self.outcomes, (sides.outcomes[0], sides.outcomes[-1]), strict=True
        ):
            if outcome is None:
                sure = 0
                for one in reached:
                    sure |= only(reached, one)
                found &= sure
            else:
                found &= only(reached, outcome)
        if self.deciding is not None:
            decided = 0
            for planes in sides.planes:
                decided |= decides(planes, self.deciding)
            found &= decided
        return found


def decides(planes: Planes, name: str) -> int:
    """The variants in which a provision carries the outcome by itself."""
    version = planes.version
    provision = version.law.provisions.get(name)
    if provision is None or name not in version.texts:
        return 0
    if provision.kind == "ground":
        found = planes.applies(name)[0]
        for other in version.grounds:
            if other.id != name:
                found &= ~planes.applies(other.id)[1]
        return found
    holder = version.law.provisions.get(provision.of) if provision.of else None
    exempts = provision.exempts or (holder.exempts if holder is not None else ())
    found = _counts(planes, name)[0]
    exempted = 0
    for ground in version.grounds:
        if ground.id not in exempts:
            continue
        exempted |= planes.provision(ground.id)[0]
        for other in version.exemptions[ground.id]:
            if other.id != name and (holder is None or other.id != holder.id):
                found &= ~_counts(planes, other.id)[1]
        for part in version.parts.get(holder.id, ()) if holder is not None else ():
            if part.id != name:
                found &= ~_counts(planes, part.id)[1]
    return found & exempted


def _counts(planes: Planes, name: str) -> tuple[int, int]:
    """Where a provision is met, and its gates let it count."""
    met, reached = planes.provision(name), planes.reached(name)
    return met[0] & reached[0], met[1] & reached[1]
