"""What `threshold verify` looks at holds of the law as it ships, and each of its checks can fail."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from core.case.checks import broken_checks
from core.decision.decide import decide
from core.decision.which import version_for
from core.explore.directions import meetings
from core.explore.equivalent import difference
from core.explore.errors import GUARD, MISSED, NO_EFFECT, NOTICED, fate
from core.explore.everyversion import every_version
from core.explore.expected import expectations
from core.explore.forced import forced
from core.explore.guards import refused
from core.explore.mutants import Mutant, mutants
from core.explore.noticing import Erroneous, Watch, Watched
from core.explore.theorems import REFUTED, Theorem, day_of_directions, judge, theorems
from core.explore.touched import Error, reads_alike
from core.explore.wellformed import idle, look_at
from core.law.load import law
from core.law.provisions import Law, Provision
from core.law.version import find_version
from core.logic.leaf import leaf
from core.logic.tree import All, Any, Condition
from core.logic.tree import Provision as ProvisionRef

FEW_VERSIONS = ("ca:2002-06-28", "us:2018-05-01", "us:2023-04-01", "ca:2026-06-01+suspended")
SHARE = 60
"""Of so many errors one is looked at in an ordinary run; `threshold verify` looks at all."""


def changed(provision: Provision, when: Condition) -> Law:
    """The law with one provision's texts asking for something else."""
    texts = tuple(replace(text, when=when) for text in provision.texts)
    found = replace(provision, texts=texts)
    return replace(law(), provisions={**law().provisions, provision.id: found})


def planted(name: str, when: Condition) -> Mutant:
    """A wrong rule planted in the law."""
    return Mutant(name, "planted", changed(law().provisions[name], when), "text")


# --- one outcome -----------------------------------------------------------------------------------
@pytest.mark.parametrize("name", FEW_VERSIONS)
def test_every_complete_case_has_one_outcome_whatever_the_order_of_the_file(name: str) -> None:
    assert look_at(find_version(name)).faults == ()


def test_a_provision_that_decides_nothing_is_found() -> None:
    never = law().provisions["us.8cfr.208.30(e)(6)(iii)(F)"]
    wrong = changed(law().provisions["us.8usc.1158(a)(2)(A)"], Any(()))
    sound = look_at(find_version("us:2018-05-01"))
    found = look_at(find_version("us:2018-05-01", of=wrong))
    assert never.id in sound.decisive
    assert never.id in idle(wrong, [found])


def test_every_state_of_the_law_is_looked_at_once() -> None:
    names = [version.name for version in every_version(law())]
    assert len(set(names)) == len(names)
    assert {"ca:2004-12-29", "ca:2023-03-25", "us:2024-08-14", "ca:whole_border_2018"} <= set(names)


# --- claims ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("theorem", theorems(), ids=lambda theorem: theorem.id)
def test_a_claim_comes_out_as_expected_and_a_refuting_case_is_one(theorem: Theorem) -> None:
    found = judge(theorem)
    assert found.passed
    if found.case is not None and found.setup is not None:
        assert broken_checks(found.case, found.setup.readings) == ()
        for side in (theorem.left, theorem.right):
            assert decide(found.case, version_for(found.case, side), found.setup).determined


def test_a_wrong_rule_refutes_the_claim_it_breaks() -> None:
    claim = next(t for t in theorems() if t.id == "wider_2018")
    scope = law().proposals["whole_border_2018"].amends[0]
    assert scope.text is not None
    text = replace(scope.text, when=ProvisionRef("ca.irpr.159.3"))  # outside, whoever comes
    proposal = law().proposals["whole_border_2018"]
    amended = replace(proposal, amends=(replace(scope, text=text), *proposal.amends[1:]))
    wrong = replace(law(), proposals={**law().proposals, proposal.id: amended})
    found = judge(claim, wrong)
    assert found.found == REFUTED
    assert found.case is not None
    assert found.setup is not None
    left = decide(found.case, find_version(claim.left), found.setup)
    right = decide(found.case, find_version(claim.right, of=wrong), found.setup)
    assert (left.outcome, right.outcome) == ("returned", "heard")


def test_at_every_node_of_the_treaty_the_two_directions_differ_for_some_case() -> None:
    found = {meeting.node.id: meeting.case for meeting in meetings(law(), day_of_directions())}
    assert len(found) == 13
    assert [name for name, case in found.items() if case is None] == []


# --- the library -----------------------------------------------------------------------------------
def test_the_law_meets_every_expectation_of_the_library() -> None:
    assert [(row.name, row.version) for row in Watch().unmet()] == []


def test_the_library_expects_something_of_ninety_cases_and_more() -> None:
    assert len({row.name for row in expectations()}) >= 90


def test_a_planted_error_is_noticed_by_the_library_and_missed_without_it() -> None:
    error = planted("ca.irpr.159.5(a)", Any(()))
    assert fate(Watch(), error).fate == NOTICED
    missed = fate(Watch([]), error)
    assert missed.fate == MISSED
    assert missed.version


def test_an_error_that_changes_no_case_is_proved_to_change_none() -> None:
    part = law().provisions["ca.irpr.159.5(a)"]
    same = replace(part.texts[0], when=Any((part.texts[0].when, part.texts[0].when)))
    again = replace(law(), provisions={**law().provisions, part.id: replace(part, texts=(same,))})
    assert difference(law(), again) is None
    assert fate(Watch([]), Mutant(part.id, "said twice", again, "text")).fate == NO_EFFECT


@pytest.mark.parametrize("make", [mutants, forced], ids=["errors", "forced"])
def test_of_some_errors_every_one_is_noticed_or_changes_nothing(make: object) -> None:
    assert callable(make)
    watch = Watch()
    found = [fate(watch, error) for error in list(make(law()))[::SHARE]]
    assert [row.name for row in found if row.fate == MISSED] == []
    assert sum(row.fate == NOTICED for row in found) > len(found) / 2


# --- conditions that decide nothing ----------------------------------------------------------------
def test_a_condition_said_twice_is_without_effect_and_is_no_guard() -> None:
    part = law().provisions["us.8cfr.208.30(e)(6)#open_port"]
    again = changed(part, All((part.texts[0].when, leaf('it.place != "coast"', {"it"}))))
    error = next(
        Mutant(
            part.id, what, replace(again, provisions={**again.provisions, part.id: found}), "leaf"
        )
        for what, found in without_place(again.provisions[part.id])
    )
    assert difference(again, error.law) is None
    assert list(refused(error.law.provisions[part.id])) == []


def without_place(provision: Provision) -> list[tuple[str, Provision]]:
    """The provision without the last part of its condition."""
    when = provision.texts[0].when
    assert isinstance(when, All)
    text = replace(provision.texts[0], when=All(when.parts[:-1]))
    return [("without the place", replace(provision, texts=(text,)))]


def test_a_condition_that_only_lets_another_be_asked_is_a_guard_and_says_of_what() -> None:
    errors = {error.name: error for error in forced(law())}
    away = 'ca.irpr.159.1#in_canada: it.whereabouts in ["origin", "elsewhere"]'
    found = fate(Watch([]), errors[f"{away} always"])
    assert (found.fate, found.lets) == (GUARD, ("it.away_temporarily == true",))
    assert fate(Watch([]), errors[f"{away} never"]).fate == MISSED


def test_nothing_in_the_law_as_it_ships_is_asked_without_its_guard() -> None:
    assert [leaf.text for p in law().provisions.values() for leaf in refused(p)] == []


def test_what_asks_for_nothing_is_taken_as_standing_on_every_day() -> None:
    error = next(e for e in forced(law()) if e.name == "ca.irpr.159.3: always met")
    before = find_version("2004-12-28", of=error.law)
    assert error.provision in before.texts
    assert error.provision not in find_version("2004-12-28").texts
    assert fate(Watch(), error).fate == NOTICED


# --- errors tried the short way --------------------------------------------------------------------
TRIED = [*list(mutants(law()))[::131], *list(forced(law()))[::131]]
"""Errors of every sort."""


@pytest.mark.parametrize("error", TRIED, ids=lambda error: error.name)
def test_a_version_with_an_error_is_the_one_that_the_law_with_the_error_has(error: Mutant) -> None:
    short = Error(law(), error.law)
    for sound in every_version(law()):
        country, _, base = sound.name.partition(":")
        long = find_version(f"{country}:{base}", of=error.law)
        found = short.in_version(sound, partial(find_version, sound.name, of=error.law))
        if reads_alike(sound, long):
            assert found is None
        else:
            assert found is not None
            assert reads_alike(found, long)
            assert (found.name, found.day, found.law) == (long.name, long.day, long.law)


@pytest.mark.parametrize("error", TRIED[::4], ids=lambda error: error.name)
def test_what_is_quickly_told_of_an_expectation_is_what_the_whole_decision_says(
    error: Mutant,
) -> None:
    erroneous, told = Erroneous(error.law), 0
    for row in expectations()[::3]:
        watched = Watched(row, row.version_of())
        version = erroneous.version(watched)
        quickly = watched.quickly(version or watched.sound)
        if quickly is not None:
            assert quickly == watched.holds(version or watched.sound)
            told += 1
    assert told > 50
