"""Errors sown into the law of the Agreement, one at a time, are noticed: refused, or caught by the oracle.

``THRESHOLD_SEEDS=all`` sows every one of the thousand and more; the ordinary run takes every seventh.
"""

from __future__ import annotations

import os
import re
from functools import cache

import pytest

from core.case.catalogue import catalogue
from core.files.resources import load_folder
from core.files.yamlfile import Document
from tests.law.noticing import Draws, Watch, version_of
from tests.law.seeding import Seed, seeds, sow

BEYOND_THE_ORACLE = ("irpa_grounds.yaml", "orders.yaml")
"""Files of grounds that the oracle does not know; the worked examples test them."""

NOT_NOTICED = {
    r"^(ca\.irpa\.101\(1\)\(e\)|ca\.irpr\.2#port_of_entry) .*\.from ·": "no day of the oracle lies between",
    r"· 2023-03-25T00:01-04:00 → 2023-03-24": "one text alone a day early: the others still hold it back",
    r"^ca\.irpr\.159\.6\(c\) .*until ·": "the table of suspended removals ends on the same day",
    r"^ca\.irpr\.159\.7 · .*suspends\.[0234]": "with 159.3 silent nobody is reached in any case",
    r"^ca\.irpr\.159\.4\(2\) · .*all\.[012] · dropped": "what it leaves out is asked again in 159.4(1)(c)",
    r"^ca\.irpr\.159\.4\(1\.1\) · .*any\.0\.all\.2\.any\.0 · dropped": "the second branch says the same",
    r"^ca\.irpr\.159\.5 · .*land_port.*between_land": "the place must be an open port besides",
    r"^ca\.irpr\.159\.5\(e\) · .*(not_accompanied|all\.1)": "a parent at hand is near in any case",
    r"^ca\.irpr\.159\.5\(c\) · .*any\.1\.all\.0 · dropped": "an open appeal is of a refused claim",
    r"^ca\.irpr\.159\.5\(d\) · .*where\.0 · dropped": "a permit is for work or for study",
    r"^ca\.irpr\.159\.5\(f\) · .*where\.0\.any": "papers that the draws do not hand out",
    r"^ca\.irpr\.159\.6\([ab]\) · .*where\.0": "either country's charge meets (a) or (b)",
    r"^ca\.irpr\.159\.(1#family_member|5\(e\)#parent_or_guardian) · .*any\.1\.all\.0": "the other branch",
    r"^ca\.irpr\.2#port_of_entry · .*any\.1\.all\.1 · dropped": "an open port is one already",
    r"^whole_border_2018 · (base|assumes\.prior_refusal|amends\.2)": "reaches ground (c) only",
    r"^whole_border_2018 · amends\.1\.gate\.any\.1\.all\.[12]": "whoever is not on the border is not reached",
    r"^n\.(entry_before_protocol|b2_\w+) ·": "read by other grounds, or by the case's own law only",
}
"""Seeds that cannot be noticed by the oracle, each kind with its reason; everything else must be."""


@cache
def documents() -> tuple[Document, ...]:
    """The law files as they ship."""
    return tuple(load_folder("law"))


@cache
def watch() -> Watch:
    """The oracle's answers, drawn once a worker."""
    return Watch(list(documents()), Draws())


def all_seeds() -> list[Seed]:
    """Every seed in the files of the Agreement, in the order of the files."""
    known = [d for d in documents() if not d.name.endswith(BEYOND_THE_ORACLE)]
    return seeds(known, catalogue())


def excused(seed: Seed) -> bool:
    """Whether the seed is of a kind that cannot be noticed."""
    return any(re.search(kind, seed.name) for kind in NOT_NOTICED)


def chosen() -> list[Seed]:
    """The seeds of this run."""
    found = [seed for seed in all_seeds() if not excused(seed)]
    return found if os.environ.get("THRESHOLD_SEEDS") == "all" else found[::7]


def test_the_law_as_it_ships_agrees_with_the_oracle_on_every_day_looked_at() -> None:
    for name in ("2005-06-01", "2018-05-01", "whole_border_2018", "2023-04-01"):
        assert watch().first_difference(version_of(watch().sound, name), name) == ""


def test_more_than_a_hundred_errors_are_sown() -> None:
    assert len(chosen()) > 100
    assert len([seed for seed in all_seeds() if excused(seed)]) < len(all_seeds()) / 6


CHUNKS = 8


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_error_is_noticed(chunk: int) -> None:
    missed = [
        seed.name
        for seed in chosen()[chunk::CHUNKS]
        if not watch().notices(sow(list(documents()), seed))
    ]
    assert missed == []
