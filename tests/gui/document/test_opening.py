"""How a document opens: with versions that exist, at the station where something is to be done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.case.casefile import CaseFile, read_case, write_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.law.version import VersionError
from gui.document import Document


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load("an-empty-road"))


def with_version(side: str, text: str) -> CaseFile:
    file = library().load("an-empty-road")
    return replace(file, setup=file.setup.with_version(side, text))


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_file_with_a_version_that_is_none_opens_with_that_of_a_new_case(document, side):
    document.open(with_version(side, "2018-13-45"))
    assert getattr(document.setup, side) == catalogue().opening[side]
    assert "2018-13-45" in document.mended
    assert document.dirty
    assert not document.undo.canUndo()


def test_a_file_with_the_case_s_own_law_opens_with_it(document):
    document.open(with_version("right", "own"))
    assert document.setup.right == "own"
    assert document.mended == ""
    assert document.comparison.right.version.day.isoformat() == document.case.get("claim.date")


def test_the_case_s_own_law_can_be_chosen_once_the_day_of_the_claim_is_stated(document):
    document.set_version("left", "own")
    assert document.setup.left == "own"
    document.open(CaseFile.new())
    with pytest.raises(VersionError):
        document.set_version("left", "own")
    assert document.setup.left == catalogue().opening["left"]


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
