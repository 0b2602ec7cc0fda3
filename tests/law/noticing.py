"""Whether an error in the law is noticed: refused when it loads, or another outcome than the oracle's.

The cases are the worked examples and the same seeded draws for every error, every other one twisted; the
oracle is asked once for each. A row may
leave one open choice open: what it must then give is known from all positions of that choice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.decision.situation import Situation, choices_of
from core.decision.split import settle_sharply
from core.files.yamlfile import Document
from core.law.load import build_law
from core.law.provisions import Law
from core.law.shape import LawError
from core.law.version import SUSPENDED, Version, VersionError, _cut, _suspend, amended
from tests.decision.met import verdicts_that_differ
from tests.law.twisting import twisted
from tests.oracle import north
from tests.oracle.basis import law_of
from tests.oracle.draw import (
    DEPARTURES,
    OPEN_ASSUMPTIONS,
    OPEN_READINGS,
    VERSIONS,
    draw_case,
    draw_setup,
)
from tests.oracle.vectors import TURNING_DAYS as TURNS
from tests.oracle.vectors import VECTORS

TURNING_DAYS = [
    "2004-12-29",
    "2009-07-22",
    "2009-07-23",
    "2012-12-14",
    "2012-12-15",
    "2015-06-09",
    "2015-06-10",
    "2020-03-20",
    "2021-11-21",
    "2023-03-24",
    "2023-03-25",
]
NAMES = [
    *VERSIONS,
    *TURNING_DAYS,
    "2004-12-28",
    "2020-01-01",
    "2024-04-01",
    f"2004-12-29{SUSPENDED}",
    f"2018-05-01{SUSPENDED}",
    f"2023-04-01{SUSPENDED}",
]
ONLY_VERDICTS = ["2020-03-21"]
"""Under the border orders the oracle knows no outcomes, but the elements of each provision."""
COUNTRY = "ca"
DRAWS = 1200
FIRST_DAY = "2004-12-29"
"""What begins a day late shows on this day alone; it gets so many times more cases."""
MORE = 3
BATCH = 200
OPEN_CHOICES = [
    *(("reading", name, positions) for name, positions in OPEN_READINGS.items()),
    *(("assume", name, positions) for name, positions in OPEN_ASSUMPTIONS.items()),
]

Wanted = tuple[str, str | None]


class Row(NamedTuple):
    """A case with its setup, and what one version must make of it."""

    case: Case
    setup: Setup
    wanted: Wanted


class Draws:
    """The rows of each version, drawn as they are first asked for; every version has its own."""

    def __init__(self, number: int = DRAWS, seed: str = "seeded errors") -> None:
        self.number = number
        self._seed = seed
        self._rows: dict[str, list[Row]] = {}

    def rows(self, name: str) -> list[Row]:
        """The rows of a version. What showed an error moves to the front for the next one."""
        found = self._rows.get(name)
        if found is None:
            found = self._rows[name] = list(self._draw(name))
        return found

    def _draw(self, name: str) -> Iterator[Row]:
        rng = random.Random(f"{self._seed} {name}")
        for vector in (*VECTORS, *TURNS):
            if name in vector["expected"]:
                outcome, _, how = vector["expected"][name].partition("/")
                yield Row(Case(vector["case"]), Setup(readings=vector["readings"]), (outcome, how))
        for n in range(self.number * (MORE if name == FIRST_DAY else 1)):
            facts = draw_case(rng)
            readings, assumptions = draw_setup(rng)
            if n % 2:
                facts = twisted(facts, rng, law_of(name).day)
                readings |= {key: place for key, place in DEPARTURES if rng.random() < 0.3}
            case = Case(facts)
            setup = Setup(readings=readings, assumptions=assumptions)
            yield Row(case, setup, north.decide(facts, name, readings, assumptions))
            if n % 4 < 2:
                yield from _left_open(case, setup, name, OPEN_CHOICES[n % len(OPEN_CHOICES)])


def _left_open(
    case: Case, setup: Setup, name: str, choice: tuple[str, str, tuple[str, ...]]
) -> Iterator[Row]:
    """The case with one open choice left open, if its positions lead to different outcomes."""
    kind, key, positions = choice
    outcomes = set()
    for position in positions:
        chosen = setup.with_choice(kind, key, position)
        outcomes.add(north.decide(case.data, name, chosen.readings, chosen.assumptions)[0])
    if len(outcomes) > 1:
        yield Row(case, setup.with_choice(kind, key, None), ("undetermined", None))


def version_of(law: Law, name: str) -> Version:
    """The version of another law than the program's. Raises VersionError."""
    base = name.removesuffix(SUSPENDED)
    if base in law.proposals:
        version = amended(law, law.proposals[base], COUNTRY)
    else:
        version = _cut(law, base, COUNTRY)
    return _suspend(version) if name.endswith(SUSPENDED) else version


def signature(version: Version, name: str) -> Any:
    """All that a decision could read of one provision of a version; None if it does not stand."""
    text, provision = version.texts.get(name), version.law.provisions.get(name)
    if text is None or provision is None:
        return None
    links = (provision.kind, provision.order, provision.outcome, provision.how)
    ways = (provision.exempts, provision.of, provision.parts, provision.over, provision.suspends)
    limbs = {key: limb.condition for key, limb in text.limbs.items()}
    return text.when, text.gate, text.applies, limbs, links, ways


def choices(version: Version) -> Any:
    """All that a decision could read of the choices that a version knows."""
    readings = {name: (r.positions, r.default) for name, r in version.law.readings.items()}
    assumes = {name: (a.positions, a.default) for name, a in version.assumes.items()}
    return readings, assumes, version.day


class Watch:
    """Looks at one law after another for what differs from the oracle."""

    def __init__(self, documents: list[Document], draws: Draws) -> None:
        self.draws = draws
        self.sound = build_law(documents, catalogue())
        self._sound = {name: version_of(self.sound, name) for name in [*NAMES, *ONLY_VERDICTS]}

    def notices(self, documents: list[Document], few: int | None = None) -> str:
        """``refused``, ``outcome`` or ``verdict``, by what an error is noticed; nothing if it is not.

        ``few`` rows of each version are looked at; by default all.
        """
        try:
            law = build_law(documents, catalogue())
            versions = {name: version_of(law, name) for name in self._sound}
        except (LawError, VersionError, KeyError):
            return "refused"
        touched = {name: v for name, v in versions.items() if self._touched(name, v)}
        known = [(name, version) for name, version in touched.items() if name in NAMES]
        most = max((len(self.draws.rows(name)) for name, _ in known), default=0)
        for start in range(0, few or most, BATCH):
            if any(self.first_difference(version, name, start) for name, version in known):
                return "outcome"
        rows = few or BATCH
        return "verdict" if any(self._verdict(v, n, rows) for n, v in touched.items()) else ""

    def _touched(self, name: str, version: Version) -> bool:
        """Whether anything that a decision could read is not as it should be."""
        sound = self._sound[name]
        return choices(sound) != choices(version) or any(
            signature(sound, id_) != signature(version, id_)
            for id_ in {**sound.texts, **version.texts}
        )

    def first_difference(self, version: Version, name: str, start: int = 0) -> str:
        """The first row of a batch that comes out otherwise than the oracle has it; "" if none."""
        rows = self.draws.rows(name)
        for n in range(start, min(start + BATCH, len(rows))):
            row = rows[n]
            found, _ = settle_sharply(self._situation(version, row))
            if (found.outcome, found.how) != row.wanted:
                rows.insert(0, rows.pop(n))
                return f"{name}: {found.outcome}/{found.how}, expected {row.wanted}"
        return ""

    def _verdict(self, version: Version, name: str, few: int) -> bool:
        """Whether the oracle thinks otherwise of the elements of a provision."""
        for row in self.draws.rows(name)[:few]:
            if row.wanted[1] is None:  # a choice is open, and the oracle cannot say
                continue
            oracle = north.exceptions_met(row.case.data, name, row.setup.readings)
            if any(verdicts_that_differ(self._situation(version, row), name, oracle)):
                return True
        return False

    def _situation(self, version: Version, row: Row) -> Situation:
        return Situation(row.case, version, choices_of(version, row.setup))
