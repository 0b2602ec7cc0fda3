"""The open questions are those that can settle something, and what is said of each answer is so."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare
from core.explore.completing import finish, reachable
from core.explore.contradicting import contradictions
from core.explore.nextquestion import AGREE, LEFT, RIGHT, THINGS, Next, is_open, next_questions
from core.explore.offers import given
from tests.explore.test_completions import TIMES, partial_cases

pytestmark = pytest.mark.timeout(120 * TIMES)
CHUNK = 22 * TIMES


def open_cases(seed: str, number: int) -> Iterator[tuple[Case, Case, Setup, Next]]:
    """Partial cases with something open, with the complete ones and the questions."""
    for whole, part, setup in partial_cases(seed, number):
        found = finish(next_questions(part, setup))
        if found.open:
            yield whole, part, setup, found


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Case, Case, Setup, Next]]:
    return list(open_cases("next", CHUNK))


def test_a_complete_case_has_no_open_question() -> None:
    for name in ("an-empty-road", "the-formal-crossing"):
        found = finish(next_questions(library().load(name).case, Setup()))
        assert (found.open, found.questions) == ((), ())


def test_every_answer_of_a_region_leaves_what_is_said_of_the_region(
    drawn: list[tuple[Case, Case, Setup, Next]],
) -> None:
    wrong, asked = [], 0
    rng = random.Random("regions")
    for _, part, _, found in drawn:
        for question in found.questions[:6]:
            for answer in question.answers:
                offer = rng.choice(answer.offers)
                own = finish(reachable(given(part, offer), offer.setup))
                asked += 1
                if not (own.exhausted and answer.found.exhausted):
                    continue
                said = answer.found
                if (own.left, own.right, own.agree) != (said.left, said.right, said.agree):
                    wrong.append((offer.name, offer.value, own.pairs.keys(), said.pairs.keys()))
    assert wrong == []
    assert asked >= 20


def test_what_an_answer_settles_was_open_and_is_settled(
    drawn: list[tuple[Case, Case, Setup, Next]],
) -> None:
    settled = 0
    for _, _, _, found in drawn:
        for question in found.questions:
            for answer in question.answers:
                for thing in THINGS:
                    before, after = is_open(found.reached, thing), is_open(answer.found, thing)
                    expected = before and not after and answer.found.exhausted
                    assert (thing in answer.settles) == expected
                settled += len(answer.settles)
    assert settled >= 5


def test_the_complete_case_comes_out_as_its_own_answer_says(
    drawn: list[tuple[Case, Case, Setup, Next]],
) -> None:
    checked = 0
    for whole, _, setup, found in drawn:
        if contradictions(whole, setup):
            continue
        told = compare(whole, setup)
        for question in found.questions:
            own = [
                a
                for a in question.answers
                for offer in a.offers
                if offer.path and "[+]" not in offer.name and whole.get(offer.path) == offer.value
            ]
            for answer in own:
                checked += 1
                if LEFT in answer.settles and told.left.determined:
                    assert (told.left.outcome,) == answer.found.left
                if RIGHT in answer.settles and told.right.determined:
                    assert (told.right.outcome,) == answer.found.right
                if AGREE in answer.settles and told.agree is not None:
                    assert told.agree == answer.found.agree
    assert checked >= 2


def test_the_question_that_settles_most_often_stands_first(
    drawn: list[tuple[Case, Case, Setup, Next]],
) -> None:
    for _, _, _, found in drawn:
        shares = [q.all_settled / len(q.answers) for q in found.questions]
        assert shares == sorted(shares, reverse=True)


def test_days_of_which_the_same_is_said_are_one_answer() -> None:
    case = library().load("day-fourteen").case
    path = "claim.date" if case.get("claim.date") else "claim.in_person"
    found = finish(next_questions(case.replace(path, None), Setup("2023-04-01", "2026-04-01")))
    days = next(q for q in found.questions if q.name.startswith("claim."))
    assert 2 <= len(days.answers) <= 6
    assert any(len(answer.offers) > 1 for answer in days.answers)
    for one, other in zip(days.answers, days.answers[1:], strict=False):
        assert one.offers[-1].value < other.offers[0].value
        said = [(a.found.left, a.found.right, a.found.agree) for a in (one, other)]
        assert said[0] != said[1]


def test_an_answer_goes_into_the_case_as_it_is_by_then() -> None:
    case = library().load("an-empty-road").case.replace("entries[roxham].place", None)
    case = case.set_complete("relatives", None)
    found = finish(next_questions(case, Setup()))
    later = case.replace("claimant.age", 30)
    assert {question.name for question in found.questions} >= {
        "entries[roxham].place",
        "relatives[+]",
    }
    for question in found.questions:
        for answer in question.answers:
            put = given(later, answer.offer)
            assert put.get("claimant.age") == 30
            assert put != later or not answer.offer.path
