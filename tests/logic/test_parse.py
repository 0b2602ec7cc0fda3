"""A condition is read from plain data against the catalogue; a mistake is refused with its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.catalogue import catalogue
from core.logic.parse import ConditionError, Scope, parse_condition
from core.logic.tree import (
    All,
    Choose,
    Chosen,
    Compare,
    Condition,
    Fact,
    Granted,
    Limb,
    Not,
    Provision,
    Some,
    Table,
    Term,
    walk,
)
from core.logic.tree import (
    Any as AnyOf,
)

ADULT = "claimant.age >= 18"


def read(data: object) -> Condition:
    """The condition over the catalogue."""
    return parse_condition(data, Scope(catalogue()))


def refused(data: object) -> tuple[tuple[str | int, ...], str]:
    """Where and with which sentence a condition is refused."""
    with pytest.raises(ConditionError) as caught:
        read(data)
    return caught.value.steps, str(caught.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ADULT, Compare),
        ({"all": [ADULT]}, All),
        ({"all": []}, All),
        ({"any": [ADULT, ADULT]}, AnyOf),
        ({"not": ADULT}, Not),
        ({"some": {"r": "relatives"}, "where": ["r.age >= 18"]}, Some),
        ({"some": {"r": "relatives"}}, Some),
        ({"provision": "a"}, Provision),
        ({"limb": "a"}, Limb),
        ({"term": "a", "of": "entry"}, Term),
        ({"table": "a", "on": "claimant.nationalities"}, Table),
        ({"reading": "a", "is": "b"}, Chosen),
        ({"assume": "a", "is": "b"}, Chosen),
        ({"choose": {"reading": "a"}, "b": ADULT, "c": {"not": ADULT}}, Choose),
        ({"granted": "relief.humanitarian"}, Granted),
    ],
)
def test_a_condition_is_a_leaf_or_one_of_a_dozen_forms(data: object, kind: type) -> None:
    assert type(read(data)) is kind


def test_some_binds_a_name_for_what_stands_inside_and_not_beyond() -> None:
    inside = {
        "some": {"r": "relatives"},
        "where": [{"some": {"p": "r.permits"}, "where": ["p.valid == true", "r.age >= 18"]}],
    }
    leaves = [node for node in walk(read(inside)) if isinstance(node, Compare)]
    assert [leaf.left for leaf in leaves] == [Fact("valid", "p"), Fact("age", "r")]
    assert "unknown fact 'r.age'" in refused({"all": [inside, "r.age >= 18"]})[1]


@pytest.mark.parametrize(
    ("data", "steps", "told"),
    [
        (None, (), "a condition was expected here"),
        (7, (), "a condition was expected here"),
        ([], (), "a condition was expected here"),
        ([ADULT], (), "a condition was expected here"),
        ({}, (), "a condition was expected here"),
        ({"every": [ADULT]}, (), "['every'] is no condition; it begins with one of all, any"),
        ({"all": ADULT}, ("all",), "a list of conditions was expected"),
        ({"any": None}, ("any",), "a list of conditions was expected"),
        ({"all": [ADULT], "any": []}, (), "unknown key 'any'"),
        ({"not": ADULT, "else": ADULT}, (), "unknown key 'else'"),
        ({"not": None}, ("not",), "a condition was expected here"),
        ({"all": [ADULT, {"any": [ADULT, 3]}]}, ("all", 1, "any", 1), "found 3"),
        ({"all": [ADULT, "claimant.agee < 3"]}, ("all", 1), "unknown fact 'claimant.agee'"),
        ({"some": "relatives"}, (), "some: takes one variable and its list"),
        ({"some": {"r": "relatives", "q": "entries"}}, (), "some: takes one variable"),
        ({"some": {"r": "claimant.age"}}, (), "'claimant.age' is not a list of the case"),
        ({"some": {"r": "relations"}}, ("some",), "unknown fact 'relations'"),
        ({"some": {"r": 3}}, ("some",), "a fact was expected, found 3"),
        ({"some": {"r": "relatives"}, "when": []}, (), "unknown key 'when'"),
        (
            {"some": {"r": "relatives"}, "where": [{"some": {"r": "r.permits"}}]},
            ("all", 0, "some"),
            "'r' is the name of something else here already",
        ),
        ({"some": {"r": "relatives"}, "where": ADULT}, ("all",), "a list of conditions"),
        ({"provision": 3}, (), "provision: text was expected, found 3"),
        ({"limb": ["a"]}, (), "limb: text was expected"),
        ({"term": "a", "of": "r"}, (), "of: 'r' is no variable bound here"),
        ({"term": "a"}, (), "of: text was expected"),
        ({"table": "a"}, (), "a fact was expected, found None"),
        ({"table": "a", "on": "claimant.name"}, (), "unknown fact 'claimant.name'"),
        ({"reading": "a"}, (), "is: text was expected"),
        ({"reading": "a", "is": True}, (), "is: text was expected, found True"),
        ({"choose": "a", "b": ADULT, "c": ADULT}, (), "choose: takes {reading: ID}"),
        ({"choose": {"law": "a"}, "b": ADULT, "c": ADULT}, (), "choose: takes {reading: ID}"),
        ({"choose": {"reading": "a"}, "b": ADULT}, (), "a condition for each position"),
        ({"choose": {"reading": "a"}, "b": ADULT, "c": 3}, ("c",), "found 3"),
        ({"granted": "claimant.stateless"}, (), "is not a discretionary fact"),
        ({"granted": "relief.luck"}, (), "unknown fact 'relief.luck'"),
    ],
)
def test_a_mistake_is_refused_with_the_steps_to_it(
    data: object, steps: tuple[str | int, ...], told: str
) -> None:
    where, message = refused(data)
    assert told in message
    assert where == steps


KEYS = "all any not some where provision limb term of table on reading is choose granted r"
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from([ADULT, "relatives", "r", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(ANYTHING)
def test_whatever_stands_in_place_of_a_condition_it_is_read_or_refused_in_words(data: Any) -> None:
    try:
        read(data)
    except ConditionError as error:
        assert str(error)


# --- facts that may not apply ----------------------------------------------------------------------
ASKED = 'r.relation in ["parent", "sibling"]'


def of_a_relative(*where: object) -> dict[str, object]:
    """There is a relative for whom all of these hold."""
    return {"some": {"r": "relatives"}, "where": list(where)}


@pytest.mark.parametrize(
    "data",
    [
        of_a_relative(ASKED, 'r.tie == "blood"'),
        of_a_relative('r.relation == "parent"', 'r.tie == "blood"'),
        of_a_relative(ASKED, {"any": ['r.tie == "blood"', 'r.tie == "step"']}),
        of_a_relative(ASKED, {"not": 'r.tie == "blood"'}),
        of_a_relative({"all": [ASKED, "r.age >= 18"]}, 'r.tie == "blood"'),
        {"all": ["claim.through_portal == true", "claim.received == claim.date"]},
    ],
)
def test_a_fact_that_may_not_apply_is_read_where_it_is_known_to_apply(data: object) -> None:
    read(data)


@pytest.mark.parametrize(
    "data",
    [
        of_a_relative('r.tie == "blood"'),
        of_a_relative('r.tie == "blood"', ASKED),
        of_a_relative({"any": [ASKED, "r.age >= 18"]}, 'r.tie == "blood"'),
        of_a_relative({"not": ASKED}, 'r.tie == "blood"'),
        of_a_relative('r.relation in ["parent", "cousin"]', 'r.tie == "blood"'),
        of_a_relative('r.relation != "cousin"', 'r.tie == "blood"'),
        {"any": [of_a_relative(ASKED), of_a_relative('r.tie == "blood"')]},
        of_a_relative(ASKED, {"some": {"q": "relatives"}, "where": ['q.tie == "blood"']}),
        "claim.received == claim.date",
        {"all": ["claim.through_portal == false", "claim.received == claim.date"]},
        {"all": ["claim.through_portal != true", "claim.received == claim.date"]},
    ],
)
def test_a_fact_that_may_not_apply_is_refused_where_nobody_asked_whether_it_does(
    data: object,
) -> None:
    assert (
        "reads a fact that may not apply; ask first, in the same all:, whether" in refused(data)[1]
    )
