"""Three values of truth, and what is compared where one side is unknown or only known to lie between two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import ENDLESS, Span
from core.logic.truth import (
    FALSE,
    TRUE,
    UNKNOWN,
    conjunction,
    disjunction,
    negation,
    of_bool,
    to_bool,
)
from core.logic.values import compare, contains, one_of

ALL = (FALSE, UNKNOWN, TRUE)
OPS = ("==", "<", "<=", ">", ">=")


@dataclass
class Members:
    """A list of the case."""

    members: tuple[Any, ...]
    closed: bool


# --- the tables ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (TRUE, TRUE, TRUE, TRUE),
        (TRUE, UNKNOWN, UNKNOWN, TRUE),
        (TRUE, FALSE, FALSE, TRUE),
        (UNKNOWN, TRUE, UNKNOWN, TRUE),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, FALSE, FALSE, UNKNOWN),
        (FALSE, TRUE, FALSE, TRUE),
        (FALSE, UNKNOWN, FALSE, UNKNOWN),
        (FALSE, FALSE, FALSE, FALSE),
    ],
)
def test_and_and_or_are_those_of_kleene(one: int, other: int, both: int, either: int) -> None:
    assert conjunction([one, other]) == both
    assert disjunction([one, other]) == either


@pytest.mark.parametrize(("truth", "turned"), [(TRUE, FALSE), (UNKNOWN, UNKNOWN), (FALSE, TRUE)])
def test_not_leaves_the_unknown_unknown(truth: int, turned: int) -> None:
    assert negation(truth) == turned


def test_and_of_nothing_is_true_and_or_of_nothing_false() -> None:
    assert conjunction([]) == TRUE
    assert disjunction([]) == FALSE


@pytest.mark.parametrize("truths", list(product(ALL, repeat=3)))
def test_and_or_and_not_exchange_as_de_morgan_says(truths: tuple[int, ...]) -> None:
    turned = [negation(truth) for truth in truths]
    assert negation(conjunction(truths)) == disjunction(turned)
    assert negation(disjunction(truths)) == conjunction(turned)


@pytest.mark.parametrize(("value", "truth"), [(True, TRUE), (False, FALSE), (None, UNKNOWN)])
def test_an_answer_and_its_truth_are_the_same_thing(value: bool | None, truth: int) -> None:
    assert of_bool(value) == truth
    assert to_bool(truth) is value


# --- comparing -----------------------------------------------------------------------------------
@pytest.mark.parametrize("op", OPS)
@pytest.mark.parametrize("value", [0, "x", date(2018, 5, 1), time(9, 30), False, Span(1, 2)])
def test_what_is_unknown_compares_as_unknown(op: str, value: Any) -> None:
    assert compare(op, None, value) == UNKNOWN
    assert compare(op, value, None) == UNKNOWN
    assert compare(op, None, None) == UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (13, 14, "FTTFF"),
        (14, 14, "TFTFT"),
        (15, 14, "FFFTT"),
        (date(2018, 4, 30), date(2018, 5, 1), "FTTFF"),
        (time(23, 59), time(0, 1), "FFFTT"),
        (Span(10, 13), 14, "FTTFF"),
        (Span(10, 14), 14, "??TF?"),
        (Span(10, 15), 14, "?????"),
        (Span(14, 15), 14, "?F??T"),
        (Span(15, 20), 14, "FFFTT"),
        (14, Span(10, 13), "FFFTT"),
        (Span(18, ENDLESS), 18, "?F??T"),
        (Span(18, ENDLESS), 17, "FFFTT"),
        (Span(0, 17), 18, "FTTFF"),
        (Span(1, 5), Span(6, 9), "FTTFF"),
        (Span(1, 6), Span(6, 9), "??TF?"),
        (Span(1, 7), Span(6, 9), "?????"),
        (Span(6, 6), 6, "TFTFT"),
        (Span(date(2018, 5, 1), date(2018, 5, 31)), date(2018, 6, 1), "FTTFF"),
        (Span(date(2018, 5, 1), date(2018, 5, 31)), date(2018, 5, 31), "??TF?"),
    ],
)
def test_a_span_compares_as_all_its_values_do_or_as_unknown(
    left: Any, right: Any, found: str
) -> None:
    letters = {TRUE: "T", FALSE: "F", UNKNOWN: "?"}
    assert "".join(letters[compare(op, left, right)] for op in OPS) == found


SPANS = st.tuples(st.integers(0, 9), st.integers(0, 4)).map(lambda t: Span(t[0], t[0] + t[1]))


@given(st.sampled_from(OPS), SPANS, SPANS)
def test_a_comparison_of_spans_says_no_more_and_no_less_than_that_of_their_values(
    op: str, left: Any, right: Any
) -> None:
    values = {
        compare(op, one, other)
        for one in range(left.lo, left.hi + 1)
        for other in range(right.lo, right.hi + 1)
    }
    assert compare(op, left, right) == (values.pop() if len(values) == 1 else UNKNOWN)


# --- lists ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("members", "closed", "truth"),
    [
        (("US", "NG"), False, TRUE),
        (("US",), True, TRUE),
        (("NG",), True, FALSE),
        ((), True, FALSE),
        (("NG",), False, UNKNOWN),
        ((), False, UNKNOWN),
    ],
)
def test_a_list_that_may_go_on_holds_or_may_hold_a_value(
    members: tuple[str, ...], closed: bool, truth: int
) -> None:
    assert contains(Members(members, closed), "US") == truth


def test_an_unknown_list_or_value_is_held_or_not_held_nobody_knows() -> None:
    assert contains(None, "US") == UNKNOWN
    assert contains(Members(("US",), True), None) == UNKNOWN
    assert one_of(None, ("work", "study")) == UNKNOWN


def test_a_value_is_one_of_some_or_not() -> None:
    assert one_of("work", ("work", "study")) == TRUE
    assert one_of("other", ("work", "study")) == FALSE
