"""Predict, commit, reveal: nothing of the key before the commit, and marks that are the law's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from pydantic import BaseModel

from core.case.case import Case
from core.decision.model import Comparison, Decision, Verdict
from core.training.key import key_of
from core.training.marking import Answer, AnswerError, departure, mark
from core.training.model import COLUMNS, ColumnKey, Key, Notes, Pack, Stored
from core.training.packfile import packs
from core.training.question import FACTS, NEED, PROVISIONS, Question, question_of
from core.training.quiz import Quiz, QuizError, mixed
from core.training.work import Worked, work

DEBATE = "debate-2018"
EVERY = [(name, e.id) for name, f in packs().items() for e in f.pack.exercises]
SOME = EVERY if "THRESHOLD_EXPLORE" in os.environ else EVERY[::2]


def pack(name: str = DEBATE) -> Pack:
    return packs()[name].pack


def quiz_at(exercise: str, name: str = DEBATE) -> Quiz:
    return Quiz(pack(name), only=[exercise])


@cache
def worked(exercise: str, name: str = DEBATE) -> Worked:
    return work(pack(name), pack(name).exercise(exercise))


@cache
def asked_of(exercise: str, name: str = DEBATE) -> Question:
    return question_of(worked(exercise, name))


@cache
def key(exercise: str, name: str = DEBATE) -> Key:
    return key_of(worked(exercise, name))


def everything_in(value: object) -> Iterator[object]:
    """A value and all that can be reached from it, as an inspector of objects would walk it."""
    yield value
    if isinstance(value, str | int | type(None)):
        return
    if isinstance(value, dict):
        inner: list[object] = [*value.keys(), *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        inner = list(value)
    elif is_dataclass(value):
        inner = [getattr(value, f.name) for f in fields(value)]
    elif isinstance(value, Case):
        inner = [value.data, value.cache]
    else:
        inner = list(vars(value).values()) if hasattr(value, "__dict__") else []
    for one in inner:
        yield from everything_in(one)


@pytest.mark.parametrize(("name", "exercise"), SOME)
def test_a_question_holds_nothing_of_the_key(name, exercise):
    asked = asked_of(exercise, name)
    forbidden = (Key, ColumnKey, Decision, Verdict, Comparison, Notes, Worked, BaseModel)
    found = list(everything_in(asked))
    assert not [one for one in found if isinstance(one, forbidden)]
    assert {f.name for f in fields(Question)} == {
        "exercise",
        "title",
        "story",
        "case",
        "left",
        "right",
        "facts",
        "readings",
        "assumptions",
    }


@pytest.mark.parametrize(("name", "exercise"), SOME)
def test_what_is_right_can_be_chosen_among_wrong_ones(name, exercise):
    asked, keyed = asked_of(exercise, name), key(exercise, name)
    for side in COLUMNS:
        column, right = asked.column(side), keyed.column(side)
        offered = {offer.id for offer in column.provisions}
        assert column.outcomes == ("heard", "returned", "barred", NEED)
        assert len(offered) >= PROVISIONS
        if right.determined:
            assert offered & set(right.basis)
            assert offered - set(right.basis), "every provision offered is right"
            assert set(asked.facts) & set(right.facts)
        else:
            assert set(asked.facts) & set(right.waits_for)
        assert set(asked.facts) - set(right.facts) - set(right.waits_for), "every fact is right"
        assert len(asked.facts) <= FACTS + 3


def test_both_columns_of_one_law_offer_the_same_provisions_in_the_officers_order():
    for exercise in pack().exercises:
        asked = asked_of(exercise.id)
        assert asked.left.provisions == asked.right.provisions
        law = worked(exercise.id).comparison.left.version.law
        places = [law.provisions[o.id.partition("#")[0]].order for o in asked.left.provisions]
        assert places == sorted(places)


def test_the_place_of_the_right_provision_is_not_always_the_same():
    places = set()
    for name, exercise in SOME:
        names = [o.id for o in asked_of(exercise, name).left.provisions]
        places |= {names.index(b) for b in key(exercise, name).left.basis if b in names}
    assert len(places) >= 4


# --- the steps -------------------------------------------------------------------------------------
def test_nothing_is_revealed_before_both_columns_are_committed():
    quiz = quiz_at("empty-road")
    with pytest.raises(QuizError, match="commit both"):
        quiz.reveal()
    quiz.predict("left", Answer("heard"))
    with pytest.raises(QuizError, match="predict both"):
        quiz.commit()
    quiz.predict("right", Answer("heard"))
    quiz.predict("right", Answer("returned"))
    with pytest.raises(QuizError, match="commit both"):
        quiz.reveal()
    quiz.commit()
    assert quiz.reveals == ()
    assert quiz.reveal().right.answer.outcome == "returned"


def test_an_answer_stands_once_it_is_committed():
    quiz = quiz_at("empty-road")
    for side in COLUMNS:
        quiz.predict(side, Answer("heard"))
    quiz.commit()
    with pytest.raises(QuizError, match="stands"):
        quiz.predict("left", Answer("returned"))
    quiz.reveal()
    with pytest.raises(QuizError, match="stands"):
        quiz.predict("left", Answer("returned"))


def test_before_the_reveal_the_quiz_object_itself_holds_no_key():
    quiz = quiz_at("empty-road")
    _ = quiz.question
    forbidden = (Key, ColumnKey, Stored, Decision, Comparison, Worked)
    found = list(everything_in(vars(quiz)))
    assert any(isinstance(one, Pack) for one in found), "the pack itself was walked too"
    assert not [one for one in found if isinstance(one, forbidden)]
    assert all(one == Notes() for one in found if isinstance(one, Notes))


def test_the_quiz_goes_on_only_after_the_reveal_and_ends_after_the_last():
    quiz = Quiz(pack(), only=["empty-road", "sister-age"])
    for number in (1, 2):
        assert quiz.number == number
        for side in COLUMNS:
            quiz.predict(side, Answer("heard"))
        with pytest.raises(QuizError, match="look at the reasoning"):
            quiz.next()
        quiz.commit()
        assert quiz.reveal() is quiz.reveal()
        quiz.next()
    assert quiz.stage == "done"
    with pytest.raises(QuizError, match="over"):
        _ = quiz.question


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (Answer("won"), "outcome"),
        (Answer("heard", provision="nothing"), "provision"),
        (Answer("heard", fact="claimant.shoe_size"), "fact"),
        (Answer("heard", confidence=4), "confidence"),
    ],
)
def test_an_answer_that_was_not_offered_is_refused_in_a_sentence(answer, what):
    with pytest.raises(AnswerError, match=f"{what}: found .*expected one of"):
        quiz_at("empty-road").predict("left", answer)


def test_a_mixed_order_is_another_one_that_the_seed_settles():
    exercises = pack().exercises
    first = mixed(exercises, 3)
    assert first == mixed(exercises, 3)
    assert first != list(exercises)
    assert sorted(e.id for e in first) == sorted(e.id for e in exercises)


# --- marks -----------------------------------------------------------------------------------------
def test_outcome_provision_and_fact_are_marked_apart():
    right_one = key("empty-road").left
    right = Answer("heard", right_one.basis[0], right_one.facts[0])
    assert mark(right, right_one).right
    assert mark(Answer("heard", "ca.irpr.159.5(a)", right_one.facts[0]), right_one) == mark(
        Answer("heard", None, right_one.facts[0]), right_one
    )
    found = mark(Answer("returned", right_one.basis[0], "relatives[cousin].relation"), right_one)
    assert (found.outcome, found.provision, found.fact) == (False, True, False)


def test_any_provision_of_the_basis_is_right():
    right_one = key("q14-waiting-aunt", "self-study-30").left
    assert len(right_one.basis) == 2
    assert all(mark(Answer("heard", name), right_one).provision for name in right_one.basis)


def test_not_enough_facts_is_right_only_where_the_named_fact_is_what_is_missing():
    left, right = key("sister-age").left, key("sister-age").right
    assert mark(Answer(NEED, fact="relatives[sister].age"), right).right
    wrong_fact = mark(Answer(NEED, fact="claimant.age"), right)
    assert (wrong_fact.outcome, wrong_fact.fact, wrong_fact.right) == (True, False, False)
    assert not mark(Answer(NEED, fact="relatives[sister].age"), left).outcome
    guessed = mark(Answer("returned", "ca.irpa.101(1)(e)"), right)
    assert (guessed.outcome, guessed.provision) == (False, None)


def test_an_open_assumption_can_be_what_is_missing():
    right_one = key("item-river").right
    assert mark(Answer(NEED, fact="assume:waters"), right_one).right
    assert "assume:waters" in asked_of("item-river").facts


def test_confidence_is_fed_back_and_never_scored():
    def run(levels):
        quiz = quiz_at("empty-road")
        quiz.predict("left", Answer("heard", confidence=levels[0]))
        quiz.predict("right", Answer("heard", confidence=levels[1]))
        quiz.commit()
        quiz.reveal()
        return quiz.score()

    sure, unsure, silent = run((3, 3)), run((1, 3)), run((None, None))
    assert (sure.outcome, sure.columns) == (unsure.outcome, unsure.columns) == (1, 2)
    assert sure.sure == {3: (1, 2)}
    assert unsure.sure == {1: (1, 1), 3: (0, 1)}
    assert silent.sure == {}


# --- where the reasoning left the law's ------------------------------------------------------------
@pytest.mark.parametrize(
    ("exercise", "side", "answer", "row"),
    [
        ("empty-road", "left", Answer("heard", "ca.irpr.159.4(1)(a)"), None),
        # the provision chosen is not met
        ("empty-road", "right", Answer("heard", "ca.irpr.159.5(a)"), "ca.irpa.101(1)(e)"),
        # the ground is met, but an exception was overlooked, which comes after it in the order
        ("empty-road", "left", Answer("returned", "ca.irpa.101(1)(e)"), "ca.irpr.159.4(1)(a)"),
        # a ground that is not met at all
        ("formal-crossing", "left", Answer("barred", "ca.irpa.99(3)"), "ca.irpa.99(3)"),
        # the law needs no more than the place
        ("sister-age", "left", Answer(NEED, None, "relatives[sister].age"), "ca.irpr.159.4(1)(a)"),
        # the law leaves this exception open
        ("sister-age", "right", Answer("returned", "ca.irpa.101(1)(e)"), "ca.irpr.159.5(c)"),
        ("sister-age", "right", Answer(NEED, None, "relatives[sister].age"), None),
    ],
)
def test_the_row_at_which_the_reasoning_left_the_laws(exercise, side, answer, row):
    assert departure(answer, worked(exercise).decision(side)) == row
