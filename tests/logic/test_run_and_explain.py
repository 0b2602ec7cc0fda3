"""Running a condition and explaining it give one truth; knowing more never turns the truth over."""

from __future__ import annotations

import random

from hypothesis import given, note, settings
from hypothesis import strategies as st

from core.case.case import Case
from core.case.catalogue import catalogue
from core.decision.situation import Choices, Situation
from core.law.provisions import CONSEQUENCE
from core.law.version import find_version
from core.logic.explain import Explainer, Why, walk_why
from core.logic.parse import Scope, parse_condition
from core.logic.run import compile_condition
from core.logic.tree import Condition, Some
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth
from tests.logic.conditions import VERSIONS, choices, conditions, full_case, less
from tests.robustness.drawing import draw_case as draw_any

SEEDS = st.integers(0, 2**32 - 1)
NAMES = st.sampled_from(VERSIONS)


def run(node: Condition, situation: Situation) -> Truth:
    """The truth by the compiled form."""
    return compile_condition(node)(situation)


def explain(node: Condition, situation: Situation) -> Why:
    """The reasons."""
    return Explainer(situation, situation).explain(node)


def fresh(case: Case, version: str, chosen: Choices) -> Situation:
    """A situation of which nothing was asked yet."""
    return Situation(case, find_version(version), chosen)


@settings(max_examples=400)
@given(conditions(), NAMES, choices(), SEEDS)
def test_running_and_explaining_give_one_truth(
    node: Condition, version: str, chosen: Choices, seed: int
) -> None:
    rng = random.Random(seed)
    case = less(full_case(rng), rng)
    note(str(case.data))
    assert explain(node, fresh(case, version, chosen)).truth == run(
        node, fresh(case, version, chosen)
    )


@settings(max_examples=200)
@given(conditions(), NAMES, choices(), SEEDS)
def test_they_give_one_truth_also_where_the_facts_contradict_each_other(
    node: Condition, version: str, chosen: Choices, seed: int
) -> None:
    case = draw_any(random.Random(seed))
    note(str(case.data))
    assert explain(node, fresh(case, version, chosen)).truth == run(
        node, fresh(case, version, chosen)
    )


@settings(max_examples=100)
@given(conditions(), NAMES, choices(), SEEDS)
def test_asking_leaves_nothing_behind_that_changes_the_next_answer(
    node: Condition, version: str, chosen: Choices, seed: int
) -> None:
    case = draw_any(random.Random(seed))
    situation = fresh(case, version, chosen)
    first = run(node, situation)
    assert explain(node, situation).truth == first
    assert run(node, situation) == first
    assert [name for name, member in situation.bound.items() if member is not None] == []


@settings(max_examples=400)
@given(conditions(favours=False), NAMES, choices(), SEEDS)
def test_stating_more_never_turns_a_truth_over(
    node: Condition, version: str, chosen: Choices, seed: int
) -> None:
    rng = random.Random(seed)
    full = full_case(rng)
    part = less(full, rng)
    note(str(full))
    note(str(part.data))
    before = run(node, fresh(part, version, chosen))
    after = run(node, fresh(Case.from_data(full), version, chosen))
    assert before in (UNKNOWN, after)


@settings(max_examples=200)
@given(conditions(favours=False), NAMES, choices(), choices(), SEEDS)
def test_setting_an_open_choice_never_turns_a_truth_over(
    node: Condition, version: str, some: Choices, others: Choices, seed: int
) -> None:
    rng = random.Random(seed)
    case = less(full_case(rng), rng)
    more = {name: position or others[name] for name, position in some.items()}
    before = run(node, fresh(case, version, some))
    after = run(node, fresh(case, version, more))
    assert before in (UNKNOWN, after)


@settings(max_examples=100)
@given(conditions(), NAMES, choices(), SEEDS)
def test_the_truth_of_every_group_follows_from_its_parts(
    node: Condition, version: str, chosen: Choices, seed: int
) -> None:
    rng = random.Random(seed)
    case = less(full_case(rng), rng)
    for why in walk_why(explain(node, fresh(case, version, chosen))):
        if why.member == "+":  # somebody the list may lack, of whom there is nothing to tell
            continue
        truths = [part.truth for part in why.parts]
        kind = type(why.node).__name__
        if kind == "All":
            assert why.truth == min(truths, default=TRUE)
        elif kind == "Any":
            assert why.truth == max(truths, default=FALSE)
        elif kind == "Some" and why.parts:
            assert why.truth == max(truths)
        elif kind == "Not":
            assert why.truth == TRUE - truths[0]
        elif truths and kind in ("Provision", "Limb", "Term"):
            assert [why.truth] == truths


def test_every_text_of_the_law_is_explained_as_it_is_run() -> None:
    rng = random.Random("every text")
    cases = [less(full_case(rng), rng) for _ in range(25)]
    for name in (*VERSIONS, "2009-07-23", "2020-06-01", "2018-05-01+suspended"):
        version = find_version(name)
        for case in cases:
            situation = fresh(case, name, {})
            for provision in version.ordered:
                if provision.kind == CONSEQUENCE:  # asks what came of the decision
                    continue
                text = version.texts[provision.id]
                roots = [text.gate] if provision.over else [text.when, text.gate]
                for root in roots:
                    assert explain(root, situation).truth == run(root, situation), provision.id


# --- what an explanation shows ---------------------------------------------------------------------
def sentence(data: object) -> Condition:
    """A condition over the catalogue."""
    return parse_condition(data, Scope(catalogue()))


SISTER = {
    "some": {"r": "relatives"},
    "where": ['r.relation == "sibling"', "r.age >= 18"],
}
ENTERED = "2018-05-01"


def explained(data: object, case: object) -> Why:
    """The reasons of a condition in a case of 2018."""
    return explain(sentence(data), fresh(Case.from_data(case), ENTERED, {}))


def test_every_member_of_a_list_is_told_also_after_one_that_settles_it() -> None:
    relatives = [
        {"id": "ana", "relation": "sibling", "age": 30},
        {"id": "ben", "relation": "sibling", "age": 12},
        {"id": "eve"},
    ]
    why = explained(SISTER, {"relatives": {"complete": "all", "items": relatives}})
    assert isinstance(why.node, Some)
    assert [(part.member, part.truth) for part in why.parts] == [
        ("ana", TRUE),
        ("ben", FALSE),
        ("eve", UNKNOWN),
    ]


def test_a_leaf_says_which_facts_it_read_by_their_paths_in_the_case() -> None:
    case = {"relatives": {"complete": "all", "items": [{"id": "ana", "age": 12}]}}
    why = explained(SISTER, case)
    reads = [read for leaf in walk_why(why) for read in leaf.reads if "[" in read.path]
    assert [(read.path, read.value) for read in reads] == [
        ("relatives[ana].relation", None),
        ("relatives[ana].age", 12),
    ]


def test_an_open_list_may_lack_a_member_who_would_do() -> None:
    assert [part.member for part in explained(SISTER, {}).parts] == ["+"]


def test_a_list_closed_for_a_kind_lacks_none_of_that_kind() -> None:
    why = explained(SISTER, {"relatives": {"complete": ["sibling"], "items": []}})
    assert (why.truth, why.parts) == (FALSE, ())
    why = explained(SISTER, {"relatives": {"complete": ["parent"], "items": []}})
    assert (why.truth, [part.member for part in why.parts]) == (UNKNOWN, ["+"])


def test_a_closed_list_lacks_nobody() -> None:
    why = explained(SISTER, {"relatives": {"complete": "all"}})
    assert (why.truth, why.parts) == (FALSE, ())


def test_a_favour_that_nobody_stated_does_not_count() -> None:
    favour = {"granted": "relief.humanitarian"}
    assert explained(favour, {}).truth == FALSE
    assert explained(favour, {"relief": {"humanitarian": False}}).truth == FALSE
    assert explained(favour, {"relief": {"humanitarian": True}}).truth == TRUE


def test_an_open_choice_settles_what_all_its_positions_share() -> None:
    same = {"choose": {"reading": "n.minor_married"}, "no": {"all": []}, "yes": {"all": []}}
    other = {"choose": {"reading": "n.minor_married"}, "no": {"all": []}, "yes": {"any": []}}
    assert explained(same, {}).truth == TRUE
    assert explained(other, {}).truth == UNKNOWN
    for position, truth in (("no", TRUE), ("yes", FALSE)):
        chosen: Choices = {("reading", "n.minor_married"): position}
        situation = fresh(Case.empty(), ENTERED, chosen)
        assert explain(sentence(other), situation).truth == truth
