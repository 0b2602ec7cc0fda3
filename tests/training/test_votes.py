"""Votes are counts; what a few hands came to is not shown; the same items come back in another order."""

from __future__ import annotations

import pytest

from core.training.packfile import packs
from core.training.results import Share, summary
from core.training.room import item_order, keys_of, misconceptions
from core.training.votes import FEWEST, Vote, VoteError, standing, tallies, tally

PACK = packs()["debate-2018"].pack
KEYS = keys_of(PACK)


def hands(choice, count, *, exercise="item-transit", side="right", round="first", part="outcome"):
    return Vote(exercise, side, round, "hands", part, choice, count)


def team(code, choice, *, exercise="item-transit", side="right", round="first", part="outcome"):
    return Vote(exercise, side, round, "team", part, choice, 1, code)


def test_a_corrected_count_takes_the_place_of_the_one_before():
    votes = [hands("heard", 7), hands("returned", 5), hands("heard", 6)]
    found = tally(votes, "item-transit", "right", "first", "hands", "outcome")
    assert found.shown == {"heard": 6, "returned": 5}


def test_a_team_has_one_vote_however_its_code_is_typed():
    votes = [team("A1", "heard"), team(" a1 ", "returned"), team("B2", "heard")]
    found = tally(votes, "item-transit", "right", "first", "team", "outcome")
    assert found.shown == {"returned": 1, "heard": 1}
    assert len(standing(votes)) == 2


@pytest.mark.parametrize("number", range(1, FEWEST))
def test_fewer_than_five_hands_are_withheld(number):
    found = tally([hands("heard", number)], "item-transit", "right", "first", "hands", "outcome")
    assert found.withheld
    assert found.shown is None


def test_five_hands_are_shown_and_a_single_team_always():
    found = tally(
        [hands("heard", 4), hands("need", 1)], "item-transit", "right", "first", "hands", "outcome"
    )
    assert found.shown == {"heard": 4, "need": 1}
    assert tally(
        [team("A", "heard")], "item-transit", "right", "first", "team", "outcome"
    ).shown == {"heard": 1}


def test_nobody_asked_is_not_withheld():
    found = tally([], "item-transit", "right", "first", "hands", "outcome")
    assert (found.withheld, found.shown) == (False, {})


def test_the_two_votes_on_a_case_are_two_tallies():
    votes = [
        hands("heard", 9),
        hands("heard", 2, round="second"),
        hands("returned", 7, round="second"),
    ]
    assert [(t.round, t.shown) for t in tallies(votes)] == [
        ("first", {"heard": 9}),
        ("second", {"heard": 2, "returned": 7}),
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: hands("heard", -1), "whole number"),
        (lambda: hands("heard", 10**6), "whole number"),
        (lambda: team("", "heard"), "needs a code"),
        (lambda: team("x" * 41, "heard"), "needs a code"),
        (
            lambda: hands("heard", 3, round="third"),
            "round: found 'third'",
        ),
        (lambda: hands("heard", 3, side="middle"), "column"),
        (
            lambda: Vote("e", "left", "first", "hands", "outcome", "heard", 3, "Anna"),
            "names no team",
        ),
        (lambda: Vote("e", "left", "first", "team", "outcome", "heard", 3, "A"), "one vote"),
    ],
)
def test_a_vote_that_cannot_be_is_refused_in_a_sentence(wrong, told):
    with pytest.raises(VoteError, match=told):
        wrong()


@pytest.mark.parametrize("name", [name for name, f in packs().items() if f.pack.quiz])
@pytest.mark.parametrize("seed", range(20))
def test_the_same_items_come_before_and_after_in_two_orders(name, seed):
    pack = packs()[name].pack
    before, after = (item_order(pack, seed, when) for when in ("before", "after"))
    assert sorted(before) == sorted(after) == sorted(pack.quiz)
    assert before != after
    assert before == item_order(pack, seed, "before")


def test_the_misconception_map_tells_wrong_provisions_by_version_before_and_after():
    votes = [
        hands("ca.irpr.159.5(d)", 6, part="provision"),
        hands("ca.irpa.101(1)(e)", 3, part="provision"),
        hands("ca.irpr.159.5(d)", 1, part="provision", round="second"),
        hands("ca.irpa.101(1)(e)", 8, part="provision", round="second"),
        hands("ca.irpr.159.5(d)", 5, part="provision", side="left"),
    ]
    found = misconceptions(votes, KEYS)
    told = {(m.side, m.provision): (m.before, m.after) for m in found}
    assert told == {
        ("right", "ca.irpr.159.5(d)"): (6, 1),
        ("left", "ca.irpr.159.5(d)"): (5, 0),
    }
    assert found[0].before == 6


def test_a_mistake_of_a_few_hands_is_neither_told_nor_listed():
    votes = [
        hands("ca.irpr.159.5(d)", 2, part="provision", round="before"),
        hands("ca.irpr.159.5(d)", 2, part="provision", round="first"),
    ]
    assert misconceptions(votes, KEYS) == ()
    late = hands("ca.irpr.159.5(d)", 6, part="provision", round="after")
    (found,) = misconceptions([*votes, late], KEYS)
    assert (found.before, found.after) == (None, 6)


def test_the_summary_counts_what_was_right_before_and_after_and_asks_for_the_pass_mark():
    votes = []
    for name in PACK.quiz:
        for side in ("left", "right"):
            key = KEYS[name].column(side)
            right = key.outcome if key.determined else "need"
            wrong = "barred"
            votes += [
                hands(right, 4, exercise=name, side=side, round="before"),
                hands(wrong, 6, exercise=name, side=side, round="before"),
                hands(right, 9, exercise=name, side=side, round="after"),
                hands(wrong, 1, exercise=name, side=side, round="after"),
            ]
    found = summary(PACK, votes, KEYS)
    assert (found.before.percent, found.after.percent, found.passed) == (40, 90, True)
    few = [hands("heard", 3, exercise="item-ferry", side="left", round="after")]
    assert summary(PACK, few, KEYS).after == Share(None, None)
    assert summary(PACK, few, KEYS).passed is None
