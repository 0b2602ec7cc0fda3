"""Grids, each cell against the cell's case decided alone.

``THRESHOLD_GRID`` sets how many cells of drawn cases are looked at, and has the whole library looked
at instead of a part of it; 20,000 is the whole.
"""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Iterator

import pytest

from core.case.case import Case
from core.case.casefile import CaseFile
from core.case.checks import broken_checks
from core.case.library import library
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.which import version_for
from core.explore.answering import trying_of
from core.explore.axes import MOST, RUN, AxisError, axis, axis_paths, of_values
from core.explore.grid import Cell, Grid, grid, search_grid
from core.explore.gridpresets import offered, presets
from core.explore.steps import Step
from core.law.version import VersionError
from tests.decision.forgetting import partial
from tests.decision.whole_law import drawn_north, drawn_south

ASKED = os.environ.get("THRESHOLD_GRID", "")
DRAWN = int(ASKED or 400)
LIBRARY = library().ids() if ASKED else library().ids()[::9]
AT_MOST = 7
"""So many values of a fact are drawn for an axis."""
EACH = 40
"""So many cells of a grid of the library are looked at, the first ones and others at random."""


def alone(case: Case, name: str, setup: Setup) -> tuple[str, ...]:
    try:
        return decide(case, version_for(case, name, setup), setup).possible
    except VersionError:
        return ()


def by_itself(found: Grid, x: int, y: int) -> Cell:
    """The cell as its case says when it is decided by itself."""
    case, setup = found.case_of(x, y), found.setup
    return Cell(
        alone(case, setup.left, setup),
        alone(case, setup.right, setup),
        not broken_checks(case, setup.readings),
    )


def places(found: Grid) -> list[tuple[int, int]]:
    return list(itertools.product(range(len(found.across.values)), range(len(found.down.values))))


def load(name: str) -> CaseFile:
    return library().load(name)


@pytest.mark.parametrize("name", LIBRARY)
def test_every_cell_of_a_library_case_is_what_its_case_comes_to(name):
    file, rng = load(name), random.Random(name)
    for offer in offered(file.case):
        found = grid(file.case, file.setup, offer.across, offer.down)
        every = places(found)
        for x, y in every if ASKED else rng.sample(every, min(len(every), EACH)):
            assert found.at(x, y) == by_itself(found, x, y), (offer, found.case_of(x, y).data)
        assert found.case_of(*found.here) == file.case


# --- drawn cases -----------------------------------------------------------------------------------
VERSIONS = (
    "2018-05-01",
    "whole_border_2018",
    "2023-04-01",
    "2020-04-01",
    "us:2023-04-01",
    "own",
    "port_transfer_2019",
    "2026-05-18",
)


def drawn_grids(seed: str) -> Iterator[Grid]:
    """Grids of partial cases, both ways, on two facts at random."""
    rng = random.Random(seed)
    both = (drawn_north(seed, 10**6), drawn_south(seed, 10**6))
    for turn in itertools.count():
        drawn = next(both[turn % 4 == 3])
        left, right = rng.sample(VERSIONS, 2)
        setup = Setup(left, right, drawn.assumptions, drawn.readings)
        _, case = partial(drawn.facts, rng)
        paths = axis_paths(case)
        try:
            trying = trying_of(case, setup)
            axes = []
            for path, beside in itertools.pairwise([*rng.sample(paths, 2), ""]):
                whole = axis(case, trying, path, beside).values
                few = rng.sample(whole, min(len(whole), AT_MOST))
                axes.append(of_values(case, path, few))
            yield grid(case, setup, *axes)
        except (AxisError, VersionError):  # nothing to draw there
            continue


def test_every_cell_of_drawn_partial_cases_is_what_its_case_comes_to():
    seen = open_ones = broken = no_law = 0
    for found in drawn_grids("grid"):
        for x, y in places(found):
            cell = found.at(x, y)
            expected = by_itself(found, x, y)
            assert cell == expected, (found.setup, found.across, found.down, found.case.data)
            seen += 1
            open_ones += len(cell.left) > 1 or len(cell.right) > 1
            broken += not cell.consistent
            no_law += not cell.left or not cell.right
        if seen >= DRAWN:
            break
    assert open_ones > seen / 20
    assert broken > seen / 50
    if ASKED:
        assert no_law > 0
        print(f"{seen} cells: {open_ones} open, {broken} contradict themselves, {no_law} lawless")


# --- axes ------------------------------------------------------------------------------------------
def grid_of(name: str, across: str, down: str, **versions: str) -> Grid:
    file = load(name)
    setup = file.setup
    for side, text in versions.items():
        setup = setup.with_version(side, text)
    return grid(file.case, setup, across, down)


PLACE = "entries[roxham].place"


def test_days_are_counted_from_the_entry_and_turn_at_day_14():
    found = grid_of("an-empty-road", "claim.date", PLACE, right="2023-04-01")
    assert found.across.since == "entries[roxham].date"
    assert found.across.days[: RUN + 1] == tuple(range(RUN + 1))
    row = next(y for y, v in enumerate(found.down.values) if v == "between_land")
    assert [cell.right for cell in found.rows[row]][13:15] == [("returned",), ("heard",)]


def test_later_days_are_shown_only_where_something_turns():
    assert (
        len(grid_of("an-empty-road", "claim.date", PLACE, right="2023-04-01").across.values)
        == RUN + 1
    )
    found = grid_of("alone-at-fifteen", "claim.date", "entries[estevan].place")
    assert found.across.days[RUN + 1 :] == (30, 365, 366)


def test_the_entry_is_counted_back_from_the_claim():
    entry = load("day-fourteen").case.items("entries")[-1]
    found = grid_of("day-fourteen", f"entries[{entry}].date", "claim.inland")
    assert found.across.since == "claim.date"
    assert found.across.days[-RUN - 1 :] == tuple(range(-RUN, 1))


def test_two_days_that_hang_on_each_other_are_told_as_days():
    found = grid_of("an-empty-road", "claim.date", "entries[roxham].date")
    assert found.across.since == found.down.since == ""


def test_an_axis_has_the_value_of_the_case_and_no_value_twice():
    for name in library().ids()[::12]:
        file = load(name)
        trying = trying_of(file.case, file.setup)
        for path in axis_paths(file.case):
            try:
                found = axis(file.case, trying, path)
            except AxisError:
                continue
            assert 2 <= len(found.values) <= MOST + 1
            assert all(v not in found.values[:n] for n, v in enumerate(found.values))
            assert found.own < len(found.values)


def test_a_choice_of_the_other_country_is_not_offered():
    file = load("an-empty-road")
    trying = trying_of(file.case, file.setup)
    assert axis(file.case, trying, "claim.channel").values == ("officer", None)
    statuses = axis(file.case, trying, "relatives[cousin].statuses").values
    assert {"items": ["citizen"], "complete": "all"} in statuses
    assert {"items": ["asylee"], "complete": "all"} not in statuses


def test_neither_the_direction_nor_what_is_computed_can_be_an_axis():
    paths = axis_paths(load("an-empty-road").case)
    assert not {"journey.into", "claimant.age_at_entry", PLACE.replace("place", "port")} & set(
        paths
    )
    assert PLACE in paths


def test_a_fact_cannot_stand_against_itself():
    with pytest.raises(ValueError, match="twice the same"):
        grid_of("an-empty-road", PLACE, PLACE)


def test_a_cell_sets_both_facts_and_nothing_else():
    found = grid_of("an-empty-road", "claim.date", PLACE)
    case = found.case_of(3, 0)
    assert case.get("claim.date") == "2017-08-17"
    assert case.get(PLACE) == "land_port"
    back = case.replace("claim.date", "2017-08-14").replace(PLACE, "between_land")
    assert back == found.case


def test_borders_lie_between_cells_that_come_out_otherwise():
    found = grid_of("an-empty-road", "claim.date", PLACE, right="2023-04-01")
    borders = set(found.borders())
    for x, y in places(found):
        here = found.at(x, y)
        for right, (dx, dy) in ((True, (1, 0)), (False, (0, 1))):
            if (x + dx, y + dy) in places(found):
                there = found.at(x + dx, y + dy)
                apart = (here.left, here.right) != (there.left, there.right)
                assert ((x, y, right) in borders) is apart


def all_by_themselves(found: Grid) -> tuple[tuple[Cell, ...], ...]:
    columns, rows = range(len(found.across.values)), range(len(found.down.values))
    return tuple(tuple(by_itself(found, x, y) for x in columns) for y in rows)


def test_under_the_cases_own_law_each_cell_has_the_law_of_its_day():
    case, setup = load("an-empty-road").case, Setup("own", "own")
    entries = of_values(case, "entries[roxham].date", ["2018-05-01", "2020-04-01", "2023-04-01"])
    claims = of_values(case, "claim.date", ["2018-05-01", "2020-04-01", "2023-04-01", None])
    found = grid(case, setup, claims, entries)
    assert found.rows == all_by_themselves(found)
    cells = {found.at(*place).left for place in places(found)}
    assert {(), ("heard",), ("returned",)} <= cells


def test_what_exists_in_one_country_alone_is_unknown_under_the_law_of_the_other():
    case = load("seen-from-the-patrol-car").case
    setup = Setup("2023-04-01", "us:2023-04-01")
    found = grid(case, setup, "relatives[sister].statuses", "relatives[sister].relation")
    here = found.across.values.index({"items": ["protected"], "complete": "all"})
    sister = found.down.values.index("sibling")
    assert found.rows == all_by_themselves(found)
    assert found.at(here, sister).right == ("heard", "returned")


def test_a_grid_can_be_left_on_the_way():
    file = load("the-boy-and-his-cousin")
    search = search_grid(
        file.case,
        file.setup,
        "claimant.birth_date",
        "claim.inland",
    )
    assert isinstance(next(search), Step)
    search.close()


def test_presets_name_facts_that_there_are():
    from core.case.catalogue import catalogue

    assert {preset.id for preset in presets()} == {
        "days_and_place",
        "age_and_company",
        "relation_and_status",
    }
    for preset in presets():
        for path in (*preset.across, *preset.down):
            catalogue().fact(path)


def test_a_preset_takes_the_preferred_relative():
    case = Case.from_data(
        {
            "journey": {"into": "ca"},
            "claimant": {"age": 16},
            "relatives": {
                "items": [
                    {"id": "c", "relation": "cousin", "travels_with": True},
                    {"id": "m", "relation": "parent", "travels_with": True},
                ]
            },
        }
    )
    found = {offer.preset.id: offer for offer in offered(case)}
    assert found["age_and_company"].down == "relatives[m].travels_with"
    assert "days_and_place" not in found
