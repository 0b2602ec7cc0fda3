"""Which variants are what somebody looks for: two outcomes, and perhaps one provision that alone decides.

A provision decides a variant on a side where it counts, and where the outcome would be another if it were
not met and all else the same.

>>> Wanted(("heard", "returned")).outcomes
('heard', 'returned')
"""

from __future__ import annotations

from dataclasses import dataclass

from core.explore.goals import only
from core.explore.planes import Plane, Planes
from core.explore.sides import Sides
from core.law.provisions import Provision
from core.law.version import Version


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


class Without(Planes):
    """The same version over the same variants, as if one provision were met nowhere."""

    def __init__(self, planes: Planes, name: str) -> None:
        super().__init__(planes.variants, planes.version, planes.choices, planes._memo)
        self._away = name

    def provision(self, name: str) -> Plane:
        """Where a provision's own elements hold."""
        return (0, 0) if name == self._away else super().provision(name)


def decides(planes: Planes, name: str) -> int:
    """The variants in which a provision surely counts, and which came out otherwise without it."""
    found = counts(planes, name)[0]
    if not found:
        return 0
    now, then = planes.outcomes(), Without(planes, name).outcomes()
    turned = 0
    for outcome in now:
        turned |= only(now, outcome) & ~then[outcome]
    return found & turned


def counts(planes: Planes, name: str) -> Plane:
    """Where a provision surely counts, and where it may: a ground applies; another is met and reached."""
    provision = planes.version.law.provisions.get(name)
    if provision is None or name not in planes.version.texts:
        return 0, 0
    if provision.kind == "ground":
        return planes.applies(name)
    met, reached = planes.provision(name), planes.reached(name)
    return met[0] & reached[0], met[1] & reached[1]


def can_decide(version: Version) -> tuple[Provision, ...]:
    """The provisions of a version that can carry an outcome: grounds, and what exempts from them."""
    held = {part.id for parts in version.parts.values() for part in parts}
    return tuple(p for p in version.ordered if p.kind == "ground" or p.exempts or p.id in held)
