"""Find a case: one of the library, or one made for the purpose, with the outcomes that somebody asks for.

A case is made by drawing many at random, or near a case that is given, and then taking back whatever is not
needed: what is left differs from a usual journey, or from the case given, in as few facts as can be.

>>> from core.case.setup import Setup
>>> found = finish(find(Setup(), Wanted(("heard", "returned")), into="ca"))
>>> found[0].source, found[0].outcomes
('an-empty-road', ('heard', 'returned'))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.library import library
from core.case.setup import Setup
from core.explore.changing import GRANTED, changeable, class_of
from core.explore.rows import Row, case_with
from core.explore.sampling import sample
from core.explore.sides import Sides, versions_of
from core.explore.steps import Search, Step, finish
from core.explore.subsets import bits
from core.explore.trying import Trying
from core.explore.variants import ADDED, of_records, plain_at, product
from core.explore.wanted import Wanted
from core.law.version import VersionError

DRAWN = 512
ROUNDS = 40
"""So many draws of so many cases are made before the search gives up."""
NEAR = 3
"""So many facts of a case that is given are changed at once, at most."""


@dataclass(frozen=True)
class Found:
    """A case with what was asked for. ``source`` is the id of a case of the library, or "" if made.

    ``setup`` is what it was decided with: a library case brings its readings. ``changes`` says in what a
    made case differs from the one it was made near; ``near`` is the id of that one if it is of the library.
    """

    case: Case
    outcomes: tuple[str, str]
    setup: Setup
    source: str = ""
    changes: Row = field(default_factory=dict)
    near: str = ""

    def base(self) -> Case:
        """The case of the library that a case was made near; for another, an empty one."""
        if self.near:
            return library().load(self.near).case
        return Case.empty(self.case.get("journey.into"))


def find(
    setup: Setup,
    wanted: Wanted,
    into: str,
    near: Case | None = None,
    most: int = 3,
) -> Search[list[Found]]:
    """Up to ``most`` cases under the two versions of ``setup``: of the library first, then one made.

    With ``near`` only cases near that one are made. Raises VersionError.
    """
    found: list[Found] = []
    if near is None:
        for number, name in enumerate(library().ids()):
            file = library().load(name)
            case = file.case
            if case.get("journey.into") == into:
                own = _with_its_readings(setup, file.setup)
                outcomes = _outcomes(case, own, wanted)
                if outcomes is not None:
                    found.append(Found(case, outcomes, own, name))
            if len(found) == most:
                return found
            yield Step(number)
    if near is not None:
        made = yield from _near(near, setup, wanted)
    elif found:
        made = None
    else:
        made = (yield from _beside_library(into, setup, wanted)) or (
            yield from _made(into, setup, wanted)
        )
    return found + ([made] if made is not None else [])


def _with_its_readings(setup: Setup, own: Setup) -> Setup:
    """The setup with the readings of a library case, where it says nothing of them itself."""
    return replace(setup, readings={**own.readings, **setup.readings})


def _outcomes(case: Case, setup: Setup, wanted: Wanted) -> tuple[str, str] | None:
    """The outcomes of a case if it is what is wanted."""
    try:
        sides = Sides.of(product(case, {}), setup)
    except VersionError:  # the case says too little to have a law of its own
        return None
    return min(sides.pairs(0)) if wanted.plane(sides) else None


def _beside_library(into: str, setup: Setup, wanted: Wanted) -> Search[Found | None]:
    """A case of the library with one fact changed."""
    for number, name in enumerate(library().ids()):
        file = library().load(name)
        if file.case.get("journey.into") == into:
            own = _with_its_readings(setup, file.setup)
            try:
                made = yield from _near(file.case, own, wanted, largest=1)
            except VersionError:  # the case says too little to have a law of its own
                made = None
            if made is not None:
                return replace(made, near=name)
        yield Step(number)
    return None


def _made(into: str, setup: Setup, wanted: Wanted) -> Search[Found | None]:
    """A case drawn at random, with everything taken back to the usual that can be."""
    empty = Case.empty(into)
    try:
        trying = Trying(versions_of(empty, setup))
    except VersionError:  # a law of its own hangs on a day, and an empty case has none
        return None
    for number in range(ROUNDS):
        yield Step(number, ROUNDS)
        variants = sample(empty, trying, DRAWN, Random(number))
        hit = wanted.plane(Sides.of(variants, setup))
        if hit:
            drawn = variants.case_of(next(bits(hit)))
            case = yield from _simpler(drawn, setup, wanted)
            outcomes = _outcomes(case, setup, wanted)
            assert outcomes is not None
            return Found(case, outcomes, setup)
    return None


def _simpler(case: Case, setup: Setup, wanted: Wanted) -> Search[Case]:
    """The case with every fact at its usual answer that can be, and no member that is not needed."""
    again = True
    while again:
        again = False
        for path in changeable(case):
            yield Step(0)
            if path.endswith(ADDED):
                continue
            value = False if path.endswith("]") else _usual(catalogue().fact(path).rest)
            if value is None or plain_at(case, path) == value:
                continue
            plainer = case_with(case, {path: value})
            if _outcomes(plainer, setup, wanted) is not None:
                case, again = plainer, path.endswith("]")
                if again:
                    break
    return case


def _usual(rest: object) -> object:
    return rest if isinstance(rest, bool | str) else None


def _near(near: Case, setup: Setup, wanted: Wanted, largest: int = NEAR) -> Search[Found | None]:
    """The case with as few facts changed as the draws find."""
    trying = Trying(versions_of(near, setup))
    paths = [path for path in changeable(near) if not path.endswith(ADDED)]
    values = {path: _values(near, trying, path) for path in paths}
    paths = [path for path in paths if values[path]]
    rng = Random(near.digest)
    for size in range(1, largest + 1):
        for number in range(ROUNDS if size > 1 else 1):
            yield Step(number, ROUNDS)
            rows = list(_rows(paths, values, size, rng))
            sides = Sides.of(of_records(near, rows, paths), setup)
            hit = wanted.plane(sides)
            if hit:
                at = next(bits(hit))
                case = case_with(near, rows[at])
                return Found(case, min(sides.pairs(at)), setup, changes=rows[at])
    return None


def _values(case: Case, trying: Trying, path: str) -> list[object]:
    return [True] if class_of(path) == GRANTED else trying.values(case, path)


def _rows(
    paths: list[str], values: dict[str, list[object]], size: int, rng: Random
) -> Iterator[Row]:
    """Every single change, or so many changed at random."""
    if size == 1:
        yield from ({path: value} for path in paths for value in values[path])
        return
    for _ in range(DRAWN):
        yield {path: rng.choice(values[path]) for path in rng.sample(paths, min(size, len(paths)))}


__all__ = ["Found", "Wanted", "find", "finish"]
