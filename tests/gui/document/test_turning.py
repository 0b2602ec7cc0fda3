"""A journey turned round in the document: the other country decides, and undo turns it back."""

from __future__ import annotations

import pytest

from core.case.casefile import read_case, write_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.law.version import VersionError
from gui.document import Document

HERE = catalogue().opening["into"]
OTHER = next(code for code in catalogue().directions if code != HERE)


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load("an-empty-road"))


@pytest.fixture
def turned(document: Document) -> Document:
    document.set_fact("journey.into", OTHER)
    return document


def test_a_journey_turned_round_is_decided_by_the_other_country(turned):
    for decision in (turned.comparison.left, turned.comparison.right):
        assert decision.version.country == OTHER
        assert decision.verdicts
        assert not decision.turned


def test_turning_is_undone_and_the_outcomes_are_those_of_before(document):
    before = document.comparison
    document.set_fact("journey.into", OTHER)
    document.undo.undo()
    assert document.comparison.left.version.country == HERE
    assert document.comparison.left.outcome == before.left.outcome
    assert document.comparison.right.outcome == before.right.outcome


def test_a_turned_journey_is_saved_and_opens_again(turned, tmp_path):
    path = tmp_path / "turned.yaml"
    write_case(path, turned.file)
    again = Document(read_case(path))
    assert again.case == turned.case
    assert again.comparison.left.outcome == turned.comparison.left.outcome
    assert again.mended == ""


def test_a_turned_journey_can_be_edited(turned):
    turned.set_fact("claimant.age", 12)
    assert turned.case.get("claimant.age") == 12
    turned.undo.undo()
    assert turned.case.get("journey.into") == OTHER


def test_a_version_that_is_none_is_refused_in_either_direction(turned):
    with pytest.raises(VersionError):
        turned.set_version("left", "tomorrow")
    turned.set_version("left", "2019-06-21")
    turned.set_fact("journey.into", HERE)
    assert turned.comparison.left.version.day.year == 2019


def test_a_version_of_the_other_country_decides_the_journey_turned_round(document):
    document.set_version("right", f"{OTHER}:2023-04-01")
    assert document.case.get("journey.into") == HERE
    assert document.comparison.right.turned
    assert document.comparison.right.version.country == OTHER
    assert not document.comparison.left.turned
