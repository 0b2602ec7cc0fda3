"""Sharpen the library: for every error in the law that no expectation notices, an edge case that does.

    python tools/edge_cases.py [ERRORS]

Each edge is a case of the library with as few facts changed as possible. What it must come to is said by
the independent oracle in tests/oracle, never by the program; where the two differ, nothing is written
and the difference is printed. Edges that are there already are kept. Errors that change nothing for any
complete case need none. ERRORS is a file of the names of errors, one on a line, to look at no others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.case.case import Case, prune  # noqa: E402
from core.case.checks import broken_checks  # noqa: E402
from core.case.library import library  # noqa: E402
from core.case.setup import Setup  # noqa: E402
from core.decision.decide import decide  # noqa: E402
from core.decision.situation import Situation, choices_of  # noqa: E402
from core.decision.which import version_for  # noqa: E402
from core.explore.equivalent import Difference, difference  # noqa: E402
from core.explore.expected import edge, with_pieces  # noqa: E402
from core.explore.forced import forced  # noqa: E402
from core.explore.mutants import Mutant, mutants  # noqa: E402
from core.explore.noticing import Watch  # noqa: E402
from core.law.load import law  # noqa: E402
from core.law.version import VersionError  # noqa: E402
from tests.oracle import grounds, south  # noqa: E402

EDGES = ROOT / "resources" / "proofs" / "edges.yaml"
HEAD = """\
# Edge variants of the library's cases: each differs from its case in a few facts and falls on one side of
# some line of the law. What each must come to was said by the independent oracle of tests/oracle, which was
# written from the notes on the law and knows nothing of the files that hold it here; the program was not
# asked. Made by tools/edge_cases.py.
"""
LISTS = ("relatives", "entries", "claimant.documents", "claimant.charges", "history.claims")
BASES = 14
BIRTH = ("claimant.birth_date", "claimant.age")
TOGETHER = dict.fromkeys(BIRTH, BIRTH)


def units(case: Case) -> dict[str, Any]:
    """What a case states, in the pieces that are changed whole: scalar facts, codes, lists of records."""
    found: dict[str, Any] = {}
    for section, facts in prune(case.data).items():
        if section in LISTS:
            found[section] = facts
            continue
        for key, value in facts.items():
            path = f"{section}.{key}"
            if isinstance(value, dict) and "items" not in value and "complete" not in value:
                found.update({f"{path}.{inner}": v for inner, v in value.items()})
            else:
                found[path] = value
    return found


def told_apart(case: Case, setup: Setup, name: str, mutant: Mutant) -> bool:
    """Whether the law with the error decides a case otherwise."""
    try:
        one = version_for(case, name, setup)
        other = version_for(case, name, setup, mutant.law)
    except VersionError:
        return False
    found, changed = decide(case, one, setup), decide(case, other, setup)
    if not found.determined:
        return False
    return (found.outcome, found.how) != (changed.outcome, changed.how)


def candidates(found: Difference, mutant: Mutant) -> Iterator[tuple[str, dict[str, Any], Setup]]:
    """Cases of the library with changes that still tell the error: the fewest changes first, then all."""
    wanted = units(found.case)
    into = found.case.get("journey.into")
    few: list[tuple[str, dict[str, Any], Setup]] = []
    whole: list[tuple[str, dict[str, Any], Setup]] = []
    bases = [n for n in library().ids() if library().load(n).case.get("journey.into") == into]
    for name in bases[:: max(1, len(bases) // BASES)]:
        base = library().load(name).case
        here = units(base)
        changes: dict[str, Any] = {p: v for p, v in wanted.items() if here.get(p) != v}
        changes.update(dict.fromkeys((p for p in here if p not in wanted), None))
        if not sound(base, changes, found, mutant):
            continue
        whole.append((name, changes, found.setup))
        for path in list(changes):
            left = {p: v for p, v in changes.items() if p not in TOGETHER.get(path, (path,))}
            if sound(base, left, found, mutant):
                changes = left
        few.append((name, changes, fewest(with_pieces(base, changes), found, mutant)))
    yield from sorted(few, key=lambda row: len(row[1]))[:4]
    yield from sorted(whole, key=lambda row: len(row[1]))[:1]


def sound(base: Case, changes: dict[str, Any], found: Difference, mutant: Mutant) -> bool:
    """Whether the changed case tells the error and contradicts itself nowhere."""
    case = with_pieces(base, changes)
    if broken_checks(case, found.setup.readings):
        return False
    return told_apart(case, found.setup, found.version, mutant)


def fewest(case: Case, found: Difference, mutant: Mutant) -> Setup:
    """The fewest choices that still tell the error."""
    setup = found.setup
    for kind, chosen in (("reading", dict(setup.readings)), ("assume", dict(setup.assumptions))):
        for name in chosen:
            fewer = setup.with_choice(kind, name, None)
            if told_apart(case, fewer, found.version, mutant):
                setup = fewer
    return setup


def oracle(case: Case, version: str, setup: Setup) -> dict[str, str]:
    """What the oracle says of a case."""
    bare = version.partition(":")[2] or version
    facts = spelled_out(case, version, setup)
    if case.get("journey.into") == "ca":
        outcome, how, _ = grounds.decide(facts, bare, setup.readings, setup.assumptions)
    else:
        outcome, how, _ = south.decide(facts, bare, setup.readings)
    return {"outcome": outcome, "how": how}


def spelled_out(case: Case, version: str, setup: Setup) -> dict[str, Any]:
    """The facts with the ages and the visa needs that the case leaves to be found from others."""
    law_ = version_for(case, version, setup)
    situation = Situation(case, law_, choices_of(law_, setup))
    for path in ("claimant.age", "claimant.visa_needed.destination", "claimant.visa_needed.origin"):
        if case.get(path) is None and situation.value(path) is not None:
            case = case.replace(path, situation.value(path))
    for member in case.items("relatives"):
        path = f"relatives[{member}].age"
        if case.get(path) is None and situation.at(path) is not None:
            case = case.replace(path, situation.at(path))
    found: dict[str, Any] = with_items(case.data)
    return found


def with_items(data: Any) -> Any:
    """The facts with an empty list written out where a list is complete and has nothing."""
    if isinstance(data, list):
        return [with_items(value) for value in data]
    if not isinstance(data, dict):
        return data
    found = {key: with_items(value) for key, value in data.items()}
    return {**found, "items": found.get("items", [])} if "complete" in found else found


def edges(watch: Watch, names: frozenset[str]) -> Iterator[dict[str, Any]]:
    """An edge for each error (of those named, if any are) that nothing notices yet."""
    for mutant in (*mutants(law()), *forced(law())):
        if names and mutant.name not in names:
            continue
        if watch.notices(mutant) is not None:
            continue
        found = difference(law(), mutant.law)
        if found is None:
            continue
        rows = (as_row(found, *made) for made in candidates(found, mutant))
        row = next((row for row in rows if row is not None), None)
        if row is None:
            print(f"no edge: {mutant.name}", flush=True)
            continue
        print(f"{mutant.name}: {row['case']} {row['version']} {list(row['facts'])}", flush=True)
        watch.add(edge(row))
        yield row


def as_row(
    found: Difference, name: str, changes: dict[str, Any], setup: Setup
) -> dict[str, Any] | None:
    """The edge as the file has it; None where the oracle and the program differ."""
    case = with_pieces(library().load(name).case, changes)
    bare = found.version.partition(":")[2]
    try:
        said = oracle(case, found.version, found.setup)
    except Exception:  # the oracle misses a fact that does not matter to the program
        return None
    now = decide(case, version_for(case, found.version, setup), setup)
    if (now.outcome, now.how) != (said["outcome"], said["how"]):
        print(
            f"the oracle differs: {name} {found.version} {said} {now.outcome}/{now.how}", flush=True
        )
        return None
    row: dict[str, Any] = {"case": name, "version": bare, "facts": changes}
    if setup.readings:
        row["readings"] = setup.readings
    if setup.assumptions:
        row["assumptions"] = setup.assumptions
    return {**row, **said}


def main() -> None:
    """Add the edges that are missing to the file."""
    kept: list[dict[str, Any]] = []
    if EDGES.exists():
        kept = YAML(typ="safe").load(EDGES.read_text(encoding="utf-8")) or []
    named = [line for path in sys.argv[1:] for line in Path(path).read_text().splitlines()]
    names = frozenset(named)
    watch = Watch()
    rows = list(kept)
    for row in edges(watch, names):
        rows.append(row)
        write(rows)


def write(rows: list[dict[str, Any]]) -> None:
    """Write the file, one edge after the other."""
    out = StringIO()
    yaml: Any = YAML(typ="safe")
    yaml.default_flow_style, yaml.width, yaml.sort_base_mapping_type_on_output = None, 118, False
    yaml.dump(rows, out)
    EDGES.write_text(HEAD + out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
