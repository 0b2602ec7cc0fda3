"""Rows of two countries: what has no counterpart says so; what parts them is a question with two answers."""

from __future__ import annotations

import pytest

from core.case.catalogue import catalogue
from core.case.library import library
from core.law.load import law
from gui.columns.agreement import agreement_words
from gui.columns.folding import fold
from gui.columns.rows import Opened, RowMaker, row_views
from gui.document import Document
from gui.provision.model import provision_view

HERE = catalogue().opening["into"]
OTHER = next(code for code in catalogue().directions if code != HERE)
NOTHING = Opened()


def across(case: str) -> Document:
    document = Document(library().load(case))
    document.set_versions(f"{HERE}:2023-04-01", f"{OTHER}:2023-04-01")
    return document


@pytest.fixture
def document(qapp) -> Document:
    return across("an-empty-road")


def test_a_rule_of_one_country_alone_has_no_counterpart_in_the_other_law(document):
    views = row_views(document.comparison, "en", NOTHING)
    alone = [view for view in views if view.left is None or view.right is None]
    assert alone
    for view in alone:
        assert view.missing in (
            "no counterpart in this law",
            "no further counterpart in this law",
        )
        assert view.missing in view.name


def test_a_rule_that_one_version_lacks_is_not_in_this_version(qapp):
    document = Document(library().load("an-empty-road"))
    views = row_views(document.comparison, "en", NOTHING)
    assert {view.missing for view in views} == {"not in this version"}


def test_a_further_rule_on_a_point_that_both_laws_have_says_so(document):
    for row, view in zip(
        document.comparison.rows, row_views(document.comparison, "en", NOTHING), strict=True
    ):
        if view.missing.startswith("no further"):
            owner = document.comparison.left if view.left is None else document.comparison.right
            assert row.node in {p.node for p in owner.version.ordered}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_two_laws_part_at_a_question_that_each_answers_in_its_own_way(document, lang):
    views = row_views(document.comparison, lang, NOTHING)
    asks = law().nodes[document.comparison.parting.first.id].asks
    assert asks is not None
    told = [
        (view.left.note, view.right.note)
        for view in views
        if view.left and view.right and asks[lang] in view.left.note
    ]
    assert len(told) == 1
    assert asks[lang] in told[0][1]
    assert told[0][0] != told[0][1]


def test_the_line_of_the_parting_names_the_point_of_law(document):
    title = law().nodes[document.comparison.parting.first.id].title["en"]
    assert agreement_words(document.comparison, "en") == f"The versions part at: {title}"


def test_no_text_of_one_country_counts_as_amended_by_the_other(document):
    views = row_views(document.comparison, "en", NOTHING)
    kinds = {tag.kind for view in views for cell in view.cells if cell for tag in cell.tags}
    assert not kinds & {"amended", "faint"}


def test_the_exceptions_of_two_countries_fold_into_one_line(document):
    views = fold(row_views(document.comparison, "en", NOTHING), lambda _: "", "en", NOTHING)
    folds = [view for view in views if view.fold]
    assert any(view.left and view.right for view in folds)


@pytest.mark.parametrize("case", ["an-empty-road", "the-formal-crossing"])
def test_no_row_is_made_twice(qapp, case):
    document = across(case)
    maker = RowMaker(document.comparison, "en")
    once = maker.views(NOTHING)
    assert all(one is other for one, other in zip(once, maker.views(NOTHING), strict=True))


def test_a_page_shows_what_stands_level_with_the_provision_in_the_other_law(document):
    row = next(r for r in document.comparison.rows if r.parts and r.left and r.right)
    left, right = provision_view(
        row.left.provision, document.comparison, document.setup, "en"
    ).sides
    assert left.title == "Left column"
    assert right.title == f"Right column: {row.right.provision.cite['en']}"
    assert left.reasons
    assert right.reasons


def test_a_page_of_a_rule_that_only_one_law_has_says_so(document):
    row = next(r for r in document.comparison.rows if r.right is None)
    left, right = provision_view(
        row.left.provision, document.comparison, document.setup, "en"
    ).sides
    assert left.reasons
    assert not right.reasons
    assert "counterpart" in right.missing
