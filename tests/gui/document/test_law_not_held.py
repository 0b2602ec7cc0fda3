"""A journey into a country whose law is not held, and a file that names no version there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.case.casefile import CaseFile, read_case, write_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.decision.model import Comparison, NoComparison
from core.decision.relevance import leading_question, open_questions
from core.law.version import VersionError
from gui.document import Document

OTHER = next(code for code in catalogue().directions if code != catalogue().opening["into"])


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load("an-empty-road"))


@pytest.fixture
def turned(document: Document) -> Document:
    document.set_fact("journey.into", OTHER)
    return document


def with_version(side: str, text: str) -> CaseFile:
    file = library().load("an-empty-road")
    return replace(file, setup=file.setup.with_version(side, text))


def test_a_journey_turned_round_has_no_outcome_but_a_reason(turned):
    assert isinstance(turned.comparison, NoComparison)
    for lang in ("en", "fr"):
        assert catalogue().laws[OTHER][lang] in turned.comparison.why.words(lang)


def test_turning_is_undone_and_the_outcomes_are_those_of_before(document):
    before = document.comparison
    document.set_fact("journey.into", OTHER)
    document.undo.undo()
    assert isinstance(document.comparison, Comparison)
    assert document.comparison.left.outcome == before.left.outcome


def test_a_turned_journey_is_saved_and_opens_again(turned, tmp_path):
    path = tmp_path / "turned.yaml"
    write_case(path, turned.file)
    again = Document(read_case(path))
    assert again.case == turned.case
    assert isinstance(again.comparison, NoComparison)
    assert again.mended == ""


def test_a_turned_journey_can_be_edited(turned):
    turned.set_fact("claimant.age", 12)
    assert turned.case.get("claimant.age") == 12
    assert isinstance(turned.comparison, NoComparison)


def test_no_question_counts_as_settled_while_there_is_no_law(turned):
    turned.set_fact("claimant.age", None)
    assert "claimant.age" in open_questions(turned.comparison)
    assert leading_question(turned.comparison) == ""


def test_no_provision_opens_while_there_is_no_law(turned):
    chosen: list[str] = []
    turned.provision_chosen.connect(chosen.append)
    turned.choose_provision("ca.irpr.159.5")
    assert chosen == []


def test_a_version_that_is_none_is_refused_also_while_there_is_no_law(turned):
    with pytest.raises(VersionError):
        turned.set_version("left", "tomorrow")
    turned.set_version("left", "2019-06-21")
    turned.set_fact("journey.into", catalogue().opening["into"])
    assert isinstance(turned.comparison, Comparison)
    assert turned.comparison.left.version.day.year == 2019


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_file_with_a_version_that_is_none_opens_with_that_of_a_new_case(document, side):
    document.open(with_version(side, "2018-13-45"))
    assert getattr(document.setup, side) == catalogue().opening[side]
    assert "2018-13-45" in document.mended
    assert document.dirty
    assert not document.undo.canUndo()


def test_a_sound_file_opens_as_saved(document):
    document.open(with_version("left", "2018-13-45"))
    document.open(library().load("an-empty-road"))
    assert document.mended == ""
    assert not document.dirty


def test_a_mended_file_is_saved_as_it_now_is(document, tmp_path):
    document.open(with_version("right", "no such version"))
    path = tmp_path / "mended.yaml"
    write_case(path, document.file)
    document.mark_saved(path)
    assert not document.dirty
    assert read_case(path).setup.right == catalogue().opening["right"]


def test_a_case_opens_at_the_station_of_the_first_answer_that_is_waited_for(document):
    document.open(library().load("how-old-is-the-sister"))
    assert isinstance(document.comparison, Comparison)
    waited = (*document.comparison.left.waits_for, *document.comparison.right.waits_for)
    first = next(name for name in waited if ":" not in name)
    assert document.station == catalogue().fact(first.replace("[+]", "[]")).station


def test_a_case_in_which_the_versions_part_opens_at_the_station_of_the_parting(document):
    assert document.station == "crossing"


def test_a_case_that_waits_for_nothing_and_parts_nowhere_opens_at_the_first_station(document):
    file = with_version("right", library().load("an-empty-road").setup.left)
    document.open(file)
    assert document.station == catalogue().stations[0].id


def test_a_new_case_opens_at_the_first_station(document):
    document.open(CaseFile.new())
    assert document.station == catalogue().stations[0].id
