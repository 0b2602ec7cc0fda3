"""The program and the oracle agree on the whole law, in both directions, on drawn complete cases.

`THRESHOLD_ORACLE_CASES` sets how many cases are drawn in all, half of them each way. Every case is
put to every version of its direction; in one of ten the provisions met are compared as well.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.decision.whole_law import SOUTHBOUND, Asked, Drawn, drawn_north, drawn_south
from tests.oracle import draw_south, draw_whole, grounds, south
from tests.oracle.basis import law_of
from tests.oracle.vectors_south import OPEN_NORTH, OPEN_SOUTH, ROWS

CASES = int(os.environ.get("THRESHOLD_ORACLE_CASES", "20000"))
CHUNK = 500
CHUNKS = range(-(-CASES // (2 * CHUNK)))
PROVISIONS_IN = 10
SHOWN = 6
"""So many kinds of disagreement are printed, each with its smallest case."""


def compare_all(drawn: Iterator[Drawn], versions: tuple[str, ...]) -> None:
    """Compare every drawn case under every version, and show those that differ."""
    found: list[tuple[str, str, Drawn]] = []
    for number, case in enumerate(drawn):
        asked = Asked(case)
        for version in versions:
            said = "; ".join(asked.differences(version, provisions=number % PROVISIONS_IN == 0))
            if said:
                found.append((version, said, case))
    if not found:
        return
    kinds: dict[str, list[tuple[str, Drawn]]] = {}
    for version, said, case in found:
        kinds.setdefault(said, []).append((version, case))
    lines = [f"{len(found)} disagreements"]
    for said, cases in sorted(kinds.items(), key=lambda kind: -len(kind[1]))[:SHOWN]:
        version, case = min(cases, key=lambda one: len(str(one[1])))
        lines.append(f"{len(cases)} times: {said}\n  such as under {version}: {case}")
    pytest.fail("\n".join(lines), pytrace=False)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_program_agrees_with_the_oracle_on_cases_into_canada(chunk: int) -> None:
    compare_all(drawn_north(str(chunk), CHUNK), draw_whole.VERSIONS)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_program_agrees_with_the_oracle_on_cases_into_the_united_states(chunk: int) -> None:
    compare_all(drawn_south(str(chunk), CHUNK), draw_south.VERSIONS)


CELLS = [
    (row, direction, version, {}, outcome)
    for row in ROWS
    for (direction, version), outcome in row["expected"].items()
] + [
    (row, direction, version, {reading: position}, outcome)
    for row in ROWS
    for direction, version, reading, position, outcome in row["either"]
]


@pytest.mark.parametrize(
    ("row", "direction", "version", "readings", "outcome"),
    CELLS,
    ids=[
        "-".join((row["number"], direction, version, *readings.values()))
        for row, direction, version, readings, _ in CELLS
    ],
)
def test_the_program_gives_each_cell_of_the_side_by_side_table(
    row: dict, direction: str, version: str, readings: dict[str, str], outcome: str
) -> None:
    open_ = OPEN_NORTH if direction == "north" else OPEN_SOUTH
    asked = Asked(Drawn(row[direction], {**open_, **readings}, {}))
    assert list(asked.differences(version, provisions=True)) == []
    assert "/".join(asked.wanted(version)[:2]) == outcome, row["facts"]


# --- what the draws reach ----------------------------------------------------------------------------
RARE = {
    ("159.6(c)", "own"): "claims before 23 July 2009, by nationals of three countries",
    ("159.6(c)", "own@2026-06-01"): "as under own",
}
"""Met in fewer draws than one in 200, and why that is enough."""

TOTAL = 2000
LEAST = 0.005


def shares(
    drawn: Iterator[Drawn], version: str, met: Callable[[Drawn, str], set[str]]
) -> dict[str, float]:
    """The share of the draws in which each provision is met under the version."""
    counts: Counter[str] = Counter()
    for case in drawn:
        counts.update(met(case, version))
    return {name: count / TOTAL for name, count in counts.items()}


def met_north(case: Drawn, version: str) -> set[str]:
    """The northbound provisions met, by the oracle's names."""
    return grounds.provisions_met(case.facts, version, case.readings)


def met_south(case: Drawn, version: str) -> set[str]:
    """The southbound provisions met."""
    return south.provisions_met(case.facts, version, case.readings)


@pytest.mark.parametrize("version", draw_whole.VERSIONS)
def test_the_draws_into_canada_meet_and_miss_every_provision(version: str) -> None:
    found = shares(drawn_north("census", TOTAL), version, met_north)
    rare = {
        name: share
        for name, share in found.items()
        if not LEAST <= share <= 1 - LEAST and (name, version) not in RARE
    }
    assert rare == {}
    missing = expected_north(version) - set(found)
    assert missing == set()


def expected_north(version: str) -> set[str]:
    """The provisions that the version has, by the oracle's names."""
    names = {"99(3)", *(f"101(1)({letter})" for letter in ("a", "b", "c", "d", "f"))}
    if version.startswith("own"):
        names |= {"orders", "orders exempted", "159.6(c)"}
    day = "2026-06-01" if version.startswith("own") else law_of(version).day
    if "+suspended" not in version:
        names |= {
            "159.2",
            *(f"159.4(1)({letter})" for letter in "abc"),
            "159.4(2)",
            "zhao",
            *(f"159.5({letter})" for letter in "abcdefgh"),
            *(f"159.6({letter})" for letter in "ab"),
        }
        if day < "2009-07-23":
            names.add("159.6(c)")
        if day >= "2023-03-25":
            names.add("159.4(1.1)")
    for name, start in (
        ("101(1)(c.1)", grounds.SHARING_STARTS),
        ("159.01", grounds.PRIOR_CLAIM_SOFTENED),
        ("101(1)(b.1)", grounds.LIMITS_START),
        ("101(1)(b.2)", grounds.LIMITS_START),
        ("policy", grounds.POLICY_STARTS),
    ):
        if day >= start:
            names.add(name)
    if grounds.ORDERS_START <= day < grounds.ORDERS_END:
        names.add("orders")
        if day >= grounds.ORDERS_LET_EXCEPTIONS_IN:
            names.add("orders exempted")
    return names


@pytest.mark.parametrize("version", draw_south.VERSIONS)
def test_the_draws_into_the_united_states_meet_and_miss_every_provision(version: str) -> None:
    found = shares(drawn_south("census", TOTAL), version, met_south)
    rare = {name: share for name, share in found.items() if not LEAST <= share <= 1 - LEAST}
    assert rare == {}
    missing = set(SOUTHBOUND) - set(found)
    late = {south.CHILD: "2009-03-23", f"{south.SCOPE}#between": "2023-03-25"}
    assert missing == {name for name, start in late.items() if version < start}


@pytest.mark.parametrize("version", draw_whole.VERSIONS)
def test_every_ground_in_force_applies_in_some_draw_and_not_in_others(version: str) -> None:
    counts: Counter[str] = Counter()
    for case in drawn_north("grounds", TOTAL):
        counts.update(grounds.decide(case.facts, version, case.readings, case.assumptions).grounds)
    wanted = {name for name in grounds.ORDER if name in expected_north(version)}
    if "+suspended" not in version and version != "2020-03-21":
        wanted.add("101(1)(e)")
    assert wanted <= set(counts)
    assert {name for name in wanted if not LEAST <= counts[name] / TOTAL <= 1 - LEAST} == set()
