"""The sentences of "why not", in both languages, over the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from core.case.catalogue import catalogue
from core.case.facts import pattern
from core.case.library import library
from core.decision.compare import compare
from core.decision.model import Decision
from core.explore.whynot import ABSENT, FAILS, MET, NOT_REACHED, UNDECIDED, Status, why_not
from core.logic.tree import Compare, Const, Fact
from core.report.whynot import opposite, question_of, sentence

CASES = library().ids()[::4]
PAIRS = (("ca:2018-05-01", "ca:2023-04-01"), ("us:2018-05-01", "us:2023-04-01"))


@cache
def told() -> tuple[tuple[Status, Decision], ...]:
    """Every status of some cases under some versions, each with its decision."""
    found = []
    for name in CASES:
        file = library().load(name)
        for left, right in PAIRS:
            comparison = compare(file.case, replace(file.setup, left=left, right=right))
            for row in why_not(comparison):
                found += [(row.left, comparison.left), (row.right, comparison.right)]
    return tuple(found)


def sentences(lang: str) -> Iterator[tuple[Status, str]]:
    """Every status that is in its version, with its words."""
    for status, decision in told():
        if status.state != ABSENT:
            yield status, sentence(status, decision, lang).text


@pytest.mark.parametrize(
    ("lang", "leads"),
    [
        ("en", {MET: "Met: ", FAILS: "Fails because: ", NOT_REACHED: "Not reached because: "}),
        ("fr", {MET: "Rempli", FAILS: "Non rempli, car", NOT_REACHED: "Non examiné, car"}),
    ],
)
def test_every_sentence_says_how_it_stands_and_no_name_of_the_program(
    lang: str, leads: dict[str, str]
) -> None:
    states = set()
    for status, said in sentences(lang):
        assert said.startswith(
            leads.get(status.state, {"en": "Undecided", "fr": "En suspens"}[lang])
        )
        assert not any(bad in said for bad in ("ca.ir", "us.8", "None", "{", "[+]", "Unknown"))
        assert said == said.strip()
        states.add(status.state)
    assert states == {MET, FAILS, NOT_REACHED, UNDECIDED}


def test_every_fact_in_a_sentence_leads_to_a_question_that_is_asked() -> None:
    links = 0
    for status, decision in told():
        for piece in sentence(status, decision, "en").pieces:
            if piece.path:
                fact = catalogue().fact(piece.path.removesuffix("[+]"))
                assert not fact.computed, piece
                links += 1
    assert links > 1000


def test_an_age_on_another_day_leads_to_the_date_of_birth() -> None:
    assert question_of("relatives[a].age_at_entry") == "relatives[a].birth_date"
    assert question_of("entries[e].place") == "entries[e].place"
    assert catalogue().get(pattern("relatives[a].age_at_entry")) is not None


def test_each_fact_is_told_once() -> None:
    for _, said in sentences("en"):
        clauses = said.partition(": ")[2].split("; ")
        facts = [c for c in clauses if not c.startswith(("needed", "and "))]
        assert len(facts) == len(set(facts)), said


@pytest.mark.parametrize(
    ("op", "negated", "other"),
    [
        ("<", False, (">=", False)),
        (">=", False, ("<", False)),
        ("==", False, ("==", True)),
        ("in", True, ("in", False)),
    ],
)
def test_what_must_not_hold_is_told_as_what_must(
    op: str, negated: bool, other: tuple[str, bool]
) -> None:
    found = opposite(Compare(op, Fact("claimant.age"), Const(18), "", negated))
    assert (found.op, found.negated) == other
