"""The quiz at the screen: what can be answered, when it can be committed, and what is said after."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.training.quiz import Quiz
from gui.pictures import settle
from gui.training.quiz.marks import mark_parts
from gui.training.quiz.page import QuizPage
from tests.gui.window.test_accessible import has_letter, nameless

HEARD, RETURNED, _, NEED = range(4)


@pytest.fixture
def page(qtbot, pack):
    made = QuizPage("en")
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.start(Quiz(pack), pack)
    with qtbot.waitExposed(made):
        made.show()
    return made


def take(options, number: int) -> None:
    options.options()[number].click()


def show(page, title: str) -> None:
    """Answer anything until a case comes up."""
    while page.case.title.text() != title:
        for column in page.ask.columns:
            take(column.outcome, HEARD)
        page.step()
        page.step()


def test_both_columns_need_an_outcome_before_the_commit(page):
    left, right = page.ask.columns
    assert not page.button.isEnabled()
    take(left.outcome, HEARD)
    assert not page.button.isEnabled()
    take(right.outcome, NEED)
    assert page.button.isEnabled()


def test_not_enough_facts_asks_for_the_fact_in_place_of_the_provision(page):
    left, right = page.ask.columns
    take(left.outcome, NEED)
    settle()
    assert not left.provision.isVisible()
    assert right.provision.isVisible()
    assert left.fact.accessibleName() == "Which fact would you need?"


def test_not_enough_facts_is_right_where_a_fact_is_missing(page):
    show(page, "How old is the sister?")
    left, right = page.ask.columns
    take(left.outcome, HEARD)
    take(right.outcome, NEED)
    wanted = next(
        o for o in right.fact.options() if o.text() == "Brother or sister: age at the claim"
    )
    wanted.click()
    page.step()
    marks = page.reveal.columns[1].marks
    assert marks.accessibleName() == "Outcome: right; Provision: not marked; Fact: right"


def test_outcome_provision_and_fact_are_marked_apart_with_shape_and_word(page):
    left, right = page.ask.columns
    take(left.outcome, RETURNED)
    take(left.provision, len(left.provision.options()) - 1)
    take(right.outcome, HEARD)
    page.step()
    said = [column.marks.accessibleName() for column in page.reveal.columns]
    assert said[0].startswith("Outcome: right; Provision: wrong")
    assert said[1].startswith("Outcome: wrong; Provision: wrong")
    assert len({words for _, words in mark_parts(page.quiz.reveals[0].left.mark, "en")}) == 3


def test_the_row_at_which_the_reasoning_left_the_laws_says_so(page):
    left, right = page.ask.columns
    take(left.outcome, HEARD)
    take(right.outcome, RETURNED)
    page.step()
    flagged = [
        row.view
        for row in page.reveal.rows.rows()
        if row.view.left and "Your reasoning left the law's here" in row.view.left.note
    ]
    assert [view.key for view in flagged] == [page.quiz.reveals[0].left.left_at]


def test_confidence_is_fed_back_and_changes_no_mark(page):
    left, right = page.ask.columns
    take(left.outcome, RETURNED)
    take(right.outcome, HEARD)
    left.sure.segments()[2].click()
    right.sure.segments()[0].click()
    page.step()
    said = [column.sure.text() for column in page.reveal.columns]
    assert said == [
        "How sure you were: sure; the outcome was right.",
        "How sure you were: guessed; the outcome was another.",
    ]


def test_a_quiz_that_was_left_goes_on_where_it_was(window):
    window.training.enter("quiz")
    page = window.training.room.quiz
    show(page, "An empty road")
    take(page.ask.left.outcome, HEARD)
    window.training.enter("explore")
    window.training.enter("quiz")
    assert page.case.title.text() == "An empty road"
    assert page.ask.left.outcome.holds == "heard"


def test_another_language_keeps_what_was_answered(page):
    take(page.ask.left.outcome, RETURNED)
    page.retranslate("fr")
    assert page.ask.left.outcome.holds == "returned"
    assert page.ask.left.title.text() == "Droit du 1er mai 2018"


def test_arrows_move_among_the_choices_and_enter_takes_one(page):
    options = page.ask.left.outcome.options()
    options[0].setFocus()
    QTest.keyClick(options[0], Qt.Key.Key_Return)
    assert page.ask.left.outcome.holds == "heard"
    QTest.keyClick(options[0], Qt.Key.Key_Down)
    assert page.ask.left.outcome.holds == "returned"


def letters(window) -> Counter[str]:
    words = [action.text() for action in window.menuBar().actions()]
    widgets = window.findChildren(QWidget)
    words += [w.property("text") for w in widgets if w.isVisible() and has_letter(w)]
    plain = [text.replace("&&", "") for text in words if text]
    return Counter(letter.lower() for text in plain for letter in re.findall(r"&(\w)", text))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("mode", ["packs", "quiz", "present", "edit"])
def test_every_control_has_a_name_and_no_letter_reaches_two(window, lang, mode):
    window.training.sessions.ask = lambda box: "wipe"
    window.document.set_language(lang)
    window.training.enter(mode)
    if mode == "present":
        desk = window.training.sessions.desk
        desk.deck.jump(desk.deck.script.index("3:empty-road:vote-first"))
    settle()
    assert nameless(window) == []
    assert [letter for letter, count in letters(window).items() if count > 1] == []
