"""What a clause changes, found in boxes, against every setting of the switches tried one by one.

``THRESHOLD_CLAUSES`` sets how many drawn cases are looked at; 20,000 is the whole.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.case.turn import turned
from core.decision.conclude import conclude
from core.decision.decide import decide
from core.decision.settle import Settled
from core.decision.situation import Situation, choices_of
from core.explore.clauses import ALONE, NONE, TOGETHER, WAY, CaseEffects, case_effects, matrix
from core.explore.steps import finish
from core.explore.switches import Switchboard
from core.law.load import law
from core.law.version import Version, VersionError, find_version, switched
from core.logic.tree import Choose, Chosen, walk
from tests.decision.forgetting import partial
from tests.decision.whole_law import drawn_north

DRAWN = int(os.environ.get("THRESHOLD_CLAUSES", "60"))
EVERYTHING = str(Path(__file__).parent / "proposals" / "everything.yaml")
NAMES = (*sorted(law().proposals), EVERYTHING)
QUICK = ("port_transfer_2019", "evidence_2019", "whole_border_2018")


@cache
def board(name: str) -> Switchboard:
    """The switches of a proposal."""
    return Switchboard(find_version(name))


class OneByOne:
    """Every setting of the switches of a proposal, for one case, by the names of the versions."""

    def __init__(self, name: str, case: Case, setup: Setup) -> None:
        """Decide them all; two that differ in an assumption that no text reads are decided once."""
        self.name, self.names = name, board(name).names
        self.case = turned(case, find_version(name).country)[0]
        self.setup = setup
        self._known: dict[tuple[str, ...], Settled] = {}
        self.what = [self._what(mask) for mask in range(1 << len(self.names))]

    def _what(self, thrown: int) -> Settled:
        off = [
            n
            for at, n in enumerate(self.names)
            if bool(thrown >> at & 1) is n.startswith("assume:")
        ]
        return self._decided(tuple(n for n in off if n not in idle(self.name, tuple(off))))

    def _decided(self, off: tuple[str, ...]) -> Settled:
        if off not in self._known:
            version = made(self.name, off)
            situation = Situation(self.case, version, choices_of(version, self.setup))
            self._known[off] = conclude(situation).settled
        return self._known[off]

    def smallest(self, masks: set[int]) -> set[int]:
        """The sets of which no part is among them."""
        return {m for m in masks if not any(o != m and o & m == o for o in masks)}

    def pivots(self, bit: int, *, by_way: bool) -> set[int]:
        """The smallest sets with which a switch changes something."""
        what = self.what if by_way else [found.possible for found in self.what]
        every = range(len(what))
        return self.smallest({m for m in every if not m & bit and what[m] != what[m | bit]})

    def named(self, masks: set[int]) -> set[tuple[str, ...]]:
        """Sets by the names of their switches."""
        return {tuple(n for at, n in enumerate(self.names) if m >> at & 1) for m in masks}


@cache
def made(name: str, off: tuple[str, ...]) -> Version:
    """The version with these off."""
    return switched(find_version(name), off)


@cache
def idle(name: str, off: tuple[str, ...]) -> frozenset[str]:
    """The assumptions that no amendment reads that is on."""
    version = find_version(name)
    assert version.whole is not None
    read = {
        node.id
        for a in version.whole.amends
        if a.text is not None and a.clause not in off
        for root in (a.text.when, a.text.gate, *(limb.condition for limb in a.text.limbs.values()))
        for node in walk(root)
        if isinstance(node, Chosen | Choose) and node.kind == "assume"
    }
    return frozenset(f"assume:{name}" for name in version.whole.assumes if name not in read)


def check(name: str, case: Case, setup: Setup) -> CaseEffects:
    """What is found of a case is what trying everything finds."""
    found, tried = finish(case_effects(board(name), case, setup)), OneByOne(name, case, setup)
    on = board(name).all_on
    assert found.exact
    assert (found.base, found.whole) == (tried.what[0], tried.what[on])
    base = found.base.possible
    changing = {m for m, settled in enumerate(tried.what) if settled.possible != base}
    assert set(found.changing) == tried.named(tried.smallest(changing))
    for at, effect in enumerate(found.effects):
        bit = 1 << at
        outcome, way = tried.pivots(bit, by_way=False), tried.pivots(bit, by_way=True)
        kind = ALONE if 0 in outcome else TOGETHER if outcome else WAY if way else NONE
        assert (effect.clause, effect.kind) == (tried.names[at], kind)
        assert set(effect.partners) == tried.named((outcome or way) - {0})
        assert (effect.alone, effect.without) == (tried.what[bit], tried.what[on ^ bit])
    return found


def drawn(rng: random.Random) -> Iterator[tuple[str, Case, Setup]]:
    """A proposal and a case, most of which have something left unsaid."""
    cases = drawn_north(str(rng.random()), DRAWN)
    for number, one in enumerate(cases):
        name = QUICK[number % len(QUICK)]
        if number % 20 == 0:  # these have a thousand settings
            name = EVERYTHING if number % 40 else "biometrics_2018"
        case = Case(one.facts) if number % 5 == 0 else partial(one.facts, rng)[1]
        yield name, case, Setup(readings=one.readings, assumptions=one.assumptions)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: Path(name).stem)
def test_what_a_clause_changes_in_the_library_is_what_trying_every_setting_finds(name: str) -> None:
    ids = library().ids()
    step = 1 if DRAWN > 1000 else 16 if name in QUICK else 64
    for number, one in enumerate(ids):
        if (number - len(name)) % step == 0:
            file = library().load(one)
            check(name, file.case, file.setup)


def test_what_a_clause_changes_in_drawn_partial_cases_is_what_trying_every_setting_finds() -> None:
    kinds: dict[str, int] = {}
    for name, case, setup in drawn(random.Random("clauses")):
        for effect in check(name, case, setup).effects:
            kinds[effect.kind] = kinds.get(effect.kind, 0) + 1
    assert {ALONE, TOGETHER, NONE} <= set(kinds)


def test_a_part_that_is_not_inserted_counts_where_its_chapeau_was_looked_at() -> None:
    file = library().load("a-brother-on-appeal")
    found = check(EVERYTHING, file.case, file.setup)
    effects = {effect.clause: effect for effect in found.effects}
    assert effects["sibling"].kind == TOGETHER
    assert any("near" in names for names in effects["sibling"].partners)


def test_the_outcome_is_that_of_a_decision_under_the_version_of_that_name() -> None:
    file = library().load("a-sister-in-laval")
    found = finish(case_effects(board("whole_border_2018"), file.case, file.setup))
    for effect in found.effects:
        version = find_version(f"whole_border_2018-without-{effect.clause}")
        decision = decide(file.case, version, file.setup)
        assert effect.without.possible == decision.possible


def test_a_sister_between_ports_needs_the_exceptions_only_once_the_whole_border_counts() -> None:
    file = library().load("a-sister-in-laval")
    found = finish(case_effects(board("whole_border_2018"), file.case, file.setup))
    effects = {effect.clause: effect for effect in found.effects}
    assert effects["scope"].kind == ALONE
    assert effects["scope"].alone.outcome == "returned"
    assert effects["exceptions"].kind == TOGETHER
    assert effects["exceptions"].partners == (("scope",),)
    assert effects["exceptions"].without.outcome == "returned"
    assert found.changing == (("scope",),)


def test_every_setting_stands_in_exactly_one_box() -> None:
    switches = board("biometrics_2018")
    boxes = finish(switches.boxes(library().load("an-empty-road").case))
    assert sum(1 << len(switches.names) - box.read.bit_count() for box in boxes) == 1 << len(
        switches.names
    )
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert (one.thrown ^ other.thrown) & one.read & other.read


def test_where_too_much_would_have_to_be_decided_it_is_said_and_both_ends_are_told(
    monkeypatch,
) -> None:
    monkeypatch.setattr("core.explore.switches.MOST_BOXES", 2)
    file = library().load("a-sister-in-laval")
    found = finish(case_effects(board("whole_border_2018"), file.case, file.setup))
    assert not found.exact
    assert found.effects == ()
    assert (found.base.how, found.whole.how) == ("not_covered", "exempt")


def test_a_matrix_has_every_case_and_tells_how_far_it_is() -> None:
    cases = [(name, library().load(name).case) for name in library().ids()[:3]]
    search, steps, rows = matrix(board("port_transfer_2019"), cases), [], None
    while rows is None:
        try:
            steps.append(next(search))
        except StopIteration as end:
            rows = end.value
    assert [row.id for row in rows] == [name for name, _ in cases]
    assert [step.of for step in steps] == [3] * len(steps)
    assert len(steps) > 3
    assert sorted(step.done for step in steps) == [step.done for step in steps]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("whole_border_2018-without-nothing", "nothing called 'nothing'"),
        ("whole_border_2018-without-assume:scope", "it has: scope, exceptions"),
        ("2018-05-01-without-scope", "is no proposal and no law file"),
    ],
)
def test_a_name_that_leaves_out_what_is_not_there_is_refused(name: str, told: str) -> None:
    with pytest.raises(VersionError, match=told):
        find_version(name)


def test_the_name_of_a_version_says_what_is_off_once_and_in_the_order_of_the_proposal() -> None:
    version = find_version("whole_border_2018-without-assume:waters,exceptions,exceptions")
    assert version.name == "ca:whole_border_2018-without-exceptions,assume:waters"
    assert find_version(version.name) == version


def test_with_every_clause_off_a_proposal_is_its_base() -> None:
    off = ",".join(a.clause for a in law().proposals["biometrics_2018"].amends)
    version = find_version(f"biometrics_2018-without-{off}")
    assert version.texts == find_version("2018-05-01").texts


def test_an_assumption_that_is_off_stays_open_whatever_the_setup_says() -> None:
    version = find_version("whole_border_2018-without-assume:time_limit")
    choices = choices_of(version, Setup(assumptions={"time_limit": "14", "waters": "covered"}))
    assert ("assume", "time_limit") not in choices
    assert choices["assume", "waters"] == "covered"
