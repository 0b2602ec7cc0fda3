"""A search that works in slices holds nobody up."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from core.explore.steps import Search, Step
from gui.explore.slices import Slices


def test_a_search_begins_after_the_edit_that_asks_for_it(qapp: QApplication) -> None:
    owner = QObject()
    begun: list[bool] = []
    answers: list[int] = []

    def search() -> Search[int]:
        begun.append(True)
        yield Step(0)
        return 7

    slices = Slices(owner)
    slices.start(search(), answers.append)
    assert (begun, slices.busy) == ([], True)
    while slices.busy:
        qapp.processEvents()
    assert answers == [7]


def test_a_search_that_another_one_replaces_never_answers(qapp: QApplication) -> None:
    owner = QObject()
    answers: list[int] = []

    def search(number: int) -> Search[int]:
        yield Step(0)
        return number

    slices = Slices(owner)
    slices.start(search(1), answers.append)
    slices.start(search(2), answers.append)
    while slices.busy:
        qapp.processEvents()
    assert answers == [2]
