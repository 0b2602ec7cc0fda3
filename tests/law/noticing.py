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
from core.law.version import SUSPENDED, Version, VersionError, _amended, _cut, _suspend
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


def whole(draws: Draws) -> int:
    """A number of rows that no version exceeds."""
    return 2 * MORE * draws.number


def version_of(law: Law, name: str) -> Version:
    """The version of another law than the program's. Raises VersionError."""
    base = name.removesuffix(SUSPENDED)
    if base in law.proposals:
        version = _amended(law, law.proposals[base], COUNTRY)
    else:
        version = _cut(law, base, COUNTRY)
    return _suspend(version) if name.endswith(SUSPENDED) else version


def signature(version: Version) -> Any:
    """Everything of a version that a decision could read; where it is the same, nothing can differ."""
    texts = [
        (text.provision, text.when, text.gate, text.applies, _limbs(text.limbs))
        for text in sorted(version.texts.values(), key=lambda text: text.provision)
    ]
    links = [
        (p.id, p.kind, p.order, p.outcome, p.how, p.exempts, p.of, p.parts, p.over)
        for p in version.ordered
    ]
    readings = {name: (r.positions, r.default) for name, r in version.law.readings.items()}
    assumes = {name: (a.positions, a.default) for name, a in version.assumes.items()}
    return texts, links, readings, assumes, version.day


def _limbs(limbs: dict[str, Any]) -> list[Any]:
    return sorted((key, repr(limb.condition)) for key, limb in limbs.items())


class Watch:
    """Looks at one law after another for what differs from the oracle."""

    def __init__(self, documents: list[Document], draws: Draws) -> None:
        self.draws = draws
        self.sound = build_law(documents, catalogue())
        self._signatures = {
            name: signature(version_of(self.sound, name)) for name in [*NAMES, *ONLY_VERDICTS]
        }

    def refusal(self, documents: list[Document]) -> str:
        """Why the documents cannot be loaded, or lack a version; "" if they can."""
        try:
            law = build_law(documents, catalogue())
            for name in [*NAMES, *ONLY_VERDICTS]:
                version_of(law, name)
        except LawError as error:
            return error.problems[0]
        except (VersionError, KeyError) as error:
            return str(error) or repr(error)
        return ""

    def touched(self, documents: list[Document], names: list[str]) -> list[tuple[str, Version]]:
        """The versions that an error makes others than they should be."""
        law = build_law(documents, catalogue())
        versions = [(name, version_of(law, name)) for name in names]
        return [row for row in versions if signature(row[1]) != self._signatures[row[0]]]

    def outcome(self, documents: list[Document], limit: int) -> str:
        """The first outcome that is not the oracle's, among so many rows a version; "" if none."""
        touched = self.touched(documents, NAMES)
        for start in range(0, limit, BATCH):
            for name, version in touched:
                found = self.first_difference(version, name, start)
                if found:
                    return found
        return ""

    def verdict(self, documents: list[Document], limit: int) -> str:
        """The first provision of whose elements the oracle thinks otherwise; "" if none."""
        for name, version in self.touched(documents, [*NAMES, *ONLY_VERDICTS]):
            for row in self.draws.rows(name)[:limit]:
                if row.wanted[1] is None:  # an open choice: the oracle cannot say
                    continue
                oracle = north.exceptions_met(row.case.data, name, row.setup.readings)
                situation = Situation(row.case, version, choices_of(version, row.setup))
                for said in verdicts_that_differ(situation, name, oracle):
                    return f"{name}: {said}"
        return ""

    def first_difference(self, version: Version, name: str, start: int = 0) -> str:
        """The first row of a batch that comes out otherwise than the oracle has it; "" if none."""
        rows = self.draws.rows(name)
        for n in range(start, min(start + BATCH, len(rows))):
            row = rows[n]
            situation = Situation(row.case, version, choices_of(version, row.setup))
            found, _ = settle_sharply(situation)
            if (found.outcome, found.how) != row.wanted:
                rows.insert(0, rows.pop(n))
                return f"{name}: {found.outcome}/{found.how}, expected {row.wanted}"
        return ""
