"""The facts that made a difference matter: with another value of one, the two need not part any more."""

from __future__ import annotations

import pytest

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare
from core.decision.matters import Forgetting, matters
from core.decision.mixture import Mixtures
from core.decision.model import Comparison
from core.decision.relevance import leading_question
from core.decision.settle import Settled
from core.logic.truth import FALSE
from tests.decision.parted import given
from tests.decision.test_parting import TOGETHER

CASES = 120


def told(comparison: Comparison) -> dict[str, object]:
    """Every fact of the answer, with its value."""
    return {read.path: read.value for reads in matters(comparison).values() for read in reads}


def with_and_without(comparison: Comparison, case: Case, setup: Setup) -> tuple[Settled, Settled]:
    """What the left version makes of another case, without and with the differences of the parting."""
    assert comparison.parting is not None
    other = compare(case, setup)
    units = comparison.parting.all
    return given(other.left, other.right, ()), given(other.left, other.right, units)


def other_values(case: Case, path: str) -> list[object]:
    """Every other value of a fact that has few."""
    fact = catalogue().fact(path)
    values = [True, False] if fact.type == "boolean" else list(fact.choices)
    return [value for value in values if value != case.get(path)] if not fact.is_list else []


def test_what_made_the_opening_case_part_is_where_she_crossed() -> None:
    found = told(compare(library().load("an-empty-road").case, Setup()))
    assert found["entries[roxham].place"] == "between_land"
    assert not [path for path in found if not path.startswith("entries[")]


def test_a_table_that_moved_matters_by_the_nationality() -> None:
    case = library().load("the-list-moves").case
    found = told(compare(case, Setup(left="ca:2004-12-29", right="ca:2012-12-15")))
    assert list(found) == ["claimant.nationalities"]


def test_nothing_matters_where_nothing_parts_and_nothing_is_told_across_countries() -> None:
    case = library().load("the-formal-crossing").case
    assert matters(compare(case, Setup())) == {}
    case = library().load("an-empty-road").case
    assert matters(compare(case, Setup(left="ca:2023-04-01", right="us:2023-04-01"))) == {}


@pytest.mark.parametrize("pair", TOGETHER, ids=lambda pair: pair.id)
def test_every_fact_told_is_known_and_read_by_a_version(pair) -> None:
    for name in library().ids():
        comparison = compare(library().load(name).case, Setup(left=pair.left, right=pair.right))
        for path, value in told(comparison).items():
            assert value is not None
            assert "+" not in path
            assert catalogue().fact(path).label["en"]


def test_a_fact_of_the_changed_words_whose_other_value_ends_the_parting_is_told() -> None:
    """Whatever other value makes the two come out alike makes the fact one that matters."""
    ended = kept = 0
    for pair in TOGETHER:
        setup = Setup(left=pair.left, right=pair.right)
        for name in library().ids():
            case = library().load(name).case
            comparison = compare(case, setup)
            if not of_one_text(comparison):
                continue
            for path in entry_facts(case):
                if ends(comparison, case, path, setup) and felt(comparison, case, path):
                    assert path in told(comparison), (name, pair.id, path)
                    ended += 1
                else:
                    kept += 1
    assert ended > CASES // 10
    assert kept


def of_one_text(comparison: Comparison) -> bool:
    """Whether the two part at the text of one provision that has no parts."""
    parting = comparison.parting
    if parting is None or len(parting.all) > 1 or parting.first.kind != "text":
        return False
    sides = (comparison.left, comparison.right)
    found = [side.verdicts[parting.first.id] for side in sides if parting.first.id in side.verdicts]
    return bool(found) and not any(verdict.provision.parts for verdict in found)


def entry_facts(case: Case) -> list[str]:
    """The stated facts of the entry relied on that have few values."""
    if not case.items("entries"):
        return []
    where = f"entries[{case.items('entries')[-1]}]"
    names = [fact.name for fact in catalogue().facts["entries"].fields if few(fact)]
    return [f"{where}.{name}" for name in names if case.get(f"{where}.{name}") is not None]


def few(fact: Fact) -> bool:
    """Whether a fact has few values, so that all can be tried."""
    return not fact.is_list and (fact.type == "boolean" or bool(fact.choices))


def ends(comparison: Comparison, case: Case, path: str, setup: Setup) -> bool:
    """Whether with some other value of a fact the differences make none."""
    pairs = (
        with_and_without(comparison, case.replace(path, value), setup)
        for value in other_values(case, path)
    )
    return any(one == other for one, other in pairs)


def felt(comparison: Comparison, case: Case, path: str) -> bool:
    """Whether the parted provision itself is met otherwise, or not surely, without the fact."""
    parting = comparison.parting
    assert parting is not None
    mixtures = Mixtures(comparison.left, comparison.right)
    name = parting.first.id
    for mask in (0, mixtures.mask_of(parting.all)):
        whole = mixtures.situation(mask)
        less = whole.forgetting([path])
        if (whole.provision(name), whole.reached(name)) != (
            less.provision(name),
            less.reached(name),
        ):
            return True
    return False


@pytest.mark.parametrize("pair", TOGETHER, ids=lambda pair: pair.id)
def test_without_a_fact_that_matters_the_two_do_not_surely_part(pair) -> None:
    setup = Setup(left=pair.left, right=pair.right)
    looked = 0
    for name in library().ids():
        case = library().load(name).case
        comparison = compare(case, setup)
        for path in told(comparison):
            if catalogue().fact(path).is_list or case.get(path) is None:
                continue
            one, other = with_and_without(comparison, case.replace(path, None), setup)
            assert set(one.possible) & set(other.possible), (name, path)
            if len(one.possible) == len(other.possible) == 1:
                assert one.how == other.how or None in (one.how, other.how), (name, path)
            looked += 1
    assert looked


@pytest.mark.parametrize(
    ("name", "outcomes"),
    [
        ("an-empty-road", ("heard", "returned")),
        ("a-sister-and-twenty-days", ("heard", "heard")),
        ("how-old-is-the-sister", ("heard", "undetermined")),
    ],
)
def test_a_fact_that_changes_neither_side_does_not_matter(name, outcomes) -> None:
    case = library().load(name).case
    comparison = compare(case, Setup())
    assert (comparison.left.outcome, comparison.right.outcome) == outcomes
    assert comparison.parting is not None
    asked = Forgetting(comparison, comparison.parting.all)
    assert asked.matters([f"entries[{case.items('entries')[-1]}].place"])
    assert not asked.matters(["claimant.birth_date", "claimant.age"])


def test_what_is_found_from_another_fact_of_the_answer_is_left_out() -> None:
    case = library().load("day-fourteen").case
    found = told(compare(case, Setup()))
    (entry,) = case.items("entries")
    assert case.get(f"entries[{entry}].at_port") is None
    assert f"entries[{entry}].place" in found
    assert f"entries[{entry}].at_port" not in found


def test_a_forgotten_fact_is_found_from_nothing_else() -> None:
    comparison = compare(library().load("day-fourteen").case, Setup())
    situation = Mixtures(comparison.left, comparison.right).situation(0)
    assert situation.value("entry.at_port") is not None
    (entry,) = comparison.left.case.items("entries")
    less = situation.forgetting([f"entries[{entry}].at_port"])
    assert less.value("entry.at_port") is None
    assert less.value("entry.place") == situation.value("entry.place")
    assert less.supposing("nothing", FALSE).value("entry.at_port") is None
    assert situation.value("entry.at_port") is not None


def test_a_case_that_parts_is_led_to_by_the_fact_that_makes_it_part() -> None:
    comparison = compare(library().load("an-empty-road").case, Setup())
    assert leading_question(comparison) in told(comparison)
