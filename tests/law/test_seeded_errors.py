"""Errors sown into the law of the Agreement, one at a time: each is refused, or changes what comes out.

More than a thousand are made systematically. What comes out is compared with the oracle's answers for
worked and drawn cases. An error that changes no outcome, of whatever case, stands in one of the two
tables below with the reason; the tables are exact, so an entry that comes to be noticed fails too.
"""

from __future__ import annotations

import os
from functools import cache

import pytest

from core.case.catalogue import catalogue
from core.files.resources import load_folder
from core.files.yamlfile import Document
from tests.law.noticing import BATCH, NAMES, Draws, Watch, version_of
from tests.law.seeding import Seed, seeds, sow

SHARES = range(24)
LOOKED_AT = range(0, 24, int(os.environ.get("THRESHOLD_SEED_STEP", "4")))
"""The shares of an ordinary run; all of them with `THRESHOLD_SEED_STEP=1`."""
FEW = 400
"""So many rows of each version are enough for what the tables below say is not noticed."""

A_DAY_EARLY = "2023-03-25T00:01-04:00 → 2023-03-24T00:01-04:00"

# Of two laws that differ in this, no case tells one from the other.
EQUIVALENT = {
    "before 2004-12-29, when 159.3 begins, no country is designated: the day its ground begins is idle": [
        "ca.irpa.101(1)(e) · texts.0.from · 2002-06-28 → 2002-06-29",
    ],
    "on the day before (1.1) begins, these texts ask for (1.1), which fails, so they say what the old do": [
        f"ca.irpr.159.4(1)(a) · texts.1.from · {A_DAY_EARLY}",
        f"ca.irpr.159.5 · texts.1.from · {A_DAY_EARLY}",
        f"ca.irpr.159.6 · texts.1.from · {A_DAY_EARLY}",
    ],
    "the limb also asks for a port of entry, which a place between ports never is (a check says so)": [
        'ca.irpr.159.5 · limbs.land_port.when.all.0 · entry.place in ["land_port", "train"] → '
        'entry.place in ["land_port", "train", "between_land"]',
    ],
    "no text changes between 2015-06-10 and 2018-05-01": [
        "whole_border_2018 · base · 2018-05-01 → 2015-06-10",
    ],
    "where the limb holds at a port of entry, that is a land port, and there the gate is open already": [
        "whole_border_2018 · amends.1.gate.any.1.all.1 · dropped",
        "whole_border_2018 · amends.1.gate.any.1.all.1.not.term · "
        "ca.irpr.2#port_of_entry → ca.irpr.159.4(1.1)#place",
        "whole_border_2018 · amends.1.gate.any.1.all.1.not.term · "
        "ca.irpr.2#port_of_entry → ca.irpr.159.4(1.1)#window",
    ],
    "where it fails away from a port of entry, 159.4(1)(a) has put the claimant outside already": [
        "whole_border_2018 · amends.1.gate.any.1.all.2 · dropped",
    ],
}

# No outcome changes, but the verdict on a provision does, and the oracle has it otherwise.
ONLY_BY_ITS_VERDICT = {
    "a charge in any country meets (a) or (b), and both do the same": [
        "ca.irpr.159.6(a) · texts.0.when.where.0 · dropped",
        "ca.irpr.159.6(b) · texts.0.when.where.0 · dropped",
    ],
    "it is asked again in 159.4(1)(c), the only provision that refers to 159.4(2)": [
        "ca.irpr.159.4(2) · texts.0.when.all.0 · dropped",
        "ca.irpr.159.4(2) · texts.0.when.all.1 · dropped",
    ],
    "with 159.3 silent nobody is reached in any case": [
        "ca.irpr.159.7 · suspends.0 · ca.irpr.159.2 taken out",
        "ca.irpr.159.7 · suspends.2 · ca.irpr.159.4 taken out",
        "ca.irpr.159.7 · suspends.3 · ca.irpr.159.5 taken out",
        "ca.irpr.159.7 · suspends.4 · ca.irpr.159.6 taken out",
    ],
    "the border orders return everyone on that day": [
        "ca.irpr.2#port_of_entry · texts.1.from · 2020-03-21 → 2020-03-22",
    ],
}


def listed(table: dict[str, list[str]]) -> set[str]:
    """The names in a table."""
    return {name for names in table.values() for name in names}


@cache
def documents() -> tuple[Document, ...]:
    """The law files as they ship."""
    return tuple(load_folder("law"))


@cache
def watch() -> Watch:
    """The cases and the oracle's answers, made once a worker."""
    return Watch(list(documents()), Draws())


@cache
def all_seeds() -> tuple[Seed, ...]:
    """Every error, in the order of the files."""
    return tuple(seeds(list(documents()), catalogue()))


def how_noticed(seed: Seed) -> str:
    """``refused``, ``outcome``, ``verdict``, or nothing."""
    quick = seed.name in listed(EQUIVALENT) | listed(ONLY_BY_ITS_VERDICT)
    return watch().notices(sow(list(documents()), seed), FEW if quick else None)


@pytest.mark.parametrize("share", LOOKED_AT)
def test_every_error_sown_into_the_law_is_noticed(share: int) -> None:
    sown = all_seeds()[share :: len(SHARES)]
    found = {seed.name: how_noticed(seed) for seed in sown}
    names = set(found)
    assert {name for name in names if not found[name]} == names & listed(EQUIVALENT)
    only = {name for name in names if found[name] == "verdict"}
    assert only == names & listed(ONLY_BY_ITS_VERDICT)


@pytest.mark.parametrize("name", NAMES)
def test_the_law_as_it_ships_differs_from_the_oracle_in_no_such_case(name: str) -> None:
    version = version_of(watch().sound, name)
    rows = watch().draws.rows(name)
    found = [watch().first_difference(version, name, n) for n in range(0, len(rows), BATCH)]
    assert set(found) == {""}


def test_the_errors_are_many_and_what_goes_unnoticed_is_little() -> None:
    names = {seed.name for seed in all_seeds()}
    assert len(names) >= 1000
    assert listed(EQUIVALENT) | listed(ONLY_BY_ITS_VERDICT) <= names
    assert len(listed(EQUIVALENT)) <= len(names) / 50
