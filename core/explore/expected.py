"""What the library says its cases come to; the expectations were written before the program was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS
from core.case.library import library
from core.case.setup import Setup
from core.decision.consequences import consequences
from core.decision.decide import decide
from core.decision.model import Decision
from core.decision.which import version_for
from core.files.resources import load_file
from core.law.provisions import Law
from core.law.version import Version, VersionError
from core.logic.truth import TRUE


@dataclass(frozen=True)
class Expectation:
    """One case under one version and some choices, with what must come out (see :meth:`said_of`)."""

    name: str
    case: Case
    version: str
    setup: Setup
    said: dict[str, Any]

    def version_of(self, law: Law | None = None) -> Version:
        """The version, of the program's law or of another. Raises VersionError."""
        return version_for(self.case, self.version, self.setup, law)

    def holds(self, law: Law | None = None) -> bool:
        """Whether the case comes out as expected under the law."""
        try:
            version = self.version_of(law)
        except VersionError:
            return False
        return self.said_of(decide(self.case, version, self.setup)) == self.said

    def said_of(self, found: Decision) -> dict[str, Any]:
        """A decision in the terms of the expectation."""
        got: dict[str, Any] = {
            "outcome": found.outcome,
            "how": found.how,
            "basis": list(found.basis),
            "possible": list(found.possible),
            "waits_for": list(found.waits_for),
        }
        if self.said.keys() & {"consequences", "texts"}:
            got |= followed(found, self.said.get("texts", {}))
        return {key: got[key] for key in self.said}


def followed(found: Decision, texts: Iterable[str]) -> dict[str, Any]:
    """What follows for certain, in the order of the ids; of some, the day from which it is so worded."""
    told = {c.provision.id: c.text.start for c in consequences(found) if c.truth is TRUE}
    return {
        "consequences": sorted(told),
        "texts": {name: told[name] for name in texts if name in told},
    }


def in_order(said: dict[str, Any]) -> dict[str, Any]:
    """What is expected, with what follows in the order of the ids; a case may list it in any."""
    return {k: sorted(value) if k == "consequences" else value for k, value in said.items()}


def expectations() -> tuple[Expectation, ...]:
    """Every expectation of the library, case by case, and of the edge variants of its cases."""
    rows = [row for name in library().ids() for row in _of_case(name)]
    return (*rows, *(edge(row) for row in load_file("proofs", "edges.yaml").data))


def edge(row: dict[str, Any]) -> Expectation:
    """A variant of a case of the library, with some pieces of it changed."""
    case = with_pieces(library().load(row["case"]).case, row["facts"])
    setup = Setup(readings=row.get("readings", {}), assumptions=row.get("assumptions", {}))
    said = {key: row[key] for key in ("outcome", "how")}
    return Expectation(row["case"], case, row["version"], setup, said)


def with_pieces(base: Case, changes: dict[str, Any]) -> Case:
    """The case with some facts, or whole lists, in the place of its own; None takes one away."""
    case = base
    for path, value in changes.items():
        if catalogue().fact(path).type in CODE_LISTS:
            case = case.replace(path, (value or {}).get("items", []))
            case = case.set_complete(path, (value or {}).get("complete"))
        else:
            case = case.replace(path, value)
    return case


def _of_case(name: str) -> Iterator[Expectation]:
    file = library().load(name)
    teaching = file.teaching
    for version, said in teaching.get("expected", {}).items():
        yield Expectation(name, file.case, version, file.setup, in_order(said))
    for row in (*teaching.get("expected_readings", ()), *teaching.get("expected_if", ())):
        case = file.case
        for path, value in row.get("facts", {}).items():
            case = case.replace(path, value)
        setup = file.setup
        for kind, key in (("reading", "readings"), ("assume", "assumptions")):
            for choice, position in row.get(key, {}).items():
                setup = setup.with_choice(kind, choice, position)
        said = {
            k: v for k, v in row.items() if k not in ("version", "facts", "readings", "assumptions")
        }
        yield Expectation(name, case, row["version"], setup, in_order(said))
