"""The rows as plain data: what weighs how much, what folds, what a screen reader hears."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.case.casefile import CaseFile
from core.case.library import library
from core.decision.compare import compare
from gui.columns.folding import fold, toggled
from gui.columns.rows import Cell, Opened, RowView, row_views

NOTHING = Opened()


def comparison_of(name, **setup):
    file = library().load(name)
    return compare(file.case, replace(file.setup, **setup))


def row(views, key):
    return next(view for view in views if view.key == key)


def quiet(key, truth="not_met", **more):
    cell = Cell(key, truth, f"Title of {key}", "", key)
    return RowView(key, cell, cell, "quiet", **more)


def test_what_carries_an_outcome_is_strong_and_says_which_outcome():
    comparison = comparison_of("an-empty-road")
    views = row_views(comparison, "en", NOTHING)
    for key in comparison.right.basis:
        assert row(views, key).weight == "strong"
        assert row(views, key).right.carries == comparison.right.outcome


def test_the_parting_row_says_on_the_left_that_it_is_and_on_the_right_what_changed():
    comparison = comparison_of("an-empty-road")
    view = row(row_views(comparison, "en", NOTHING), comparison.parting.first.id)
    changed = comparison.right.verdicts[view.key].text.changed["en"]
    assert view.parts
    assert view.left.note == "The versions part here"
    assert view.right.note == changed


def test_what_changed_stands_with_the_later_text_when_the_columns_are_exchanged():
    comparison = comparison_of("an-empty-road", left="whole_border_2018", right="2018-05-01")
    view = row(row_views(comparison, "en", NOTHING), comparison.parting.first.id)
    changed = comparison.left.verdicts[view.key].text.changed["en"]
    assert changed in view.left.note
    assert changed not in view.right.note


def test_a_parting_provision_of_one_version_only_says_both_in_one_place():
    comparison = comparison_of("how-old-is-the-sister", right="2023-04-01")
    new = [v for v in row_views(comparison, "en", NOTHING) if v.parts and v.left is None]
    assert new
    for view in new:
        assert view.right and view.right.note.startswith("The versions part here: ")


def test_the_parting_row_shows_what_each_version_says_and_once_what_makes_it_matter():
    comparison = comparison_of("an-empty-road")
    view = row(row_views(comparison, "en", NOTHING), comparison.parting.first.id)
    for cell, side in zip(view.cells, (comparison.left, comparison.right), strict=True):
        assert cell.gist.text == side.version.texts[view.key].gist["en"]
        assert cell.gist.changed
        assert cell.gist.text in view.name
    assert "between ports of entry, on land" in view.left.facts
    assert view.left.facts in view.name
    assert not view.right.facts


def test_a_text_of_one_version_only_is_shown_with_no_word_marked():
    comparison = comparison_of("how-old-is-the-sister", right="2023-04-01")
    new = [v for v in row_views(comparison, "en", NOTHING) if v.parts and v.left is None]
    assert new
    gists = [view.right.gist for view in new if view.right is not None]
    assert len(gists) == len(new)
    assert all(gist is not None and gist.text and not gist.changed for gist in gists)


def test_no_row_but_a_parting_one_shows_its_gist():
    for view in row_views(comparison_of("an-empty-road"), "en", NOTHING):
        for cell in filter(None, view.cells):
            assert view.parts is (cell.gist is not None)


def test_what_does_not_hold_on_either_side_is_quiet():
    views = row_views(comparison_of("an-empty-road"), "en", NOTHING)
    silent = [view for view in views if view.weight == "quiet"]
    assert silent
    for view in silent:
        truths = {cell.truth for cell in view.cells if cell}
        assert view.heads or truths <= {"not_met", "not_reached"}


def test_a_provision_of_one_version_only_has_no_cell_in_the_other():
    comparison = comparison_of("day-fourteen", right="2023-04-01")
    views = row_views(comparison, "en", NOTHING)
    alone = [view for view in views if view.left is None]
    assert {view.key for view in alone} == {
        row.provision.id for row in comparison.rows if row.change == "only_right"
    }
    assert all(view.weight != "quiet" for view in alone)


def test_a_mark_other_than_verified_is_told_where_the_rule_decides_and_nowhere_else():
    comparison = comparison_of("an-empty-road")
    views = row_views(comparison, "en", NOTHING)
    told = {
        view.key for view in views for cell in view.cells if cell
        for tag in cell.tags if tag.kind == "mark"
    }  # fmt: skip
    deciding = {*comparison.left.basis, *comparison.right.basis}
    deciding |= {row.provision.id for row in comparison.rows if row.parts}
    assert told
    assert told <= deciding


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_row_is_named_by_its_truth_and_title_on_both_sides(lang):
    views = row_views(comparison_of("an-empty-road"), lang, NOTHING)
    for view in views:
        for cell in view.cells:
            assert cell is None or cell.title in view.name


def test_reasons_are_worded_only_for_rows_that_are_spread():
    comparison = comparison_of("an-empty-road")
    key = comparison.parting.first.id
    views = row_views(comparison, "en", Opened(reasons=frozenset({key})))
    assert row(views, key).left.reasons
    assert not any(c.reasons for v in views if v.key != key for c in v.cells if c)


def test_an_empty_case_is_unknown_rather_than_not_met():
    comparison = compare(CaseFile.new().case, library().load("an-empty-road").setup)
    views = row_views(comparison, "en", NOTHING)
    assert sum(v.left is not None and v.left.truth == "unknown" for v in views) > len(views) // 3


def test_neighbouring_quiet_rows_fold_into_one_that_counts_them():
    plain = RowView("b", None, None)
    rows = (quiet("a1"), quiet("a2"), plain, quiet("c1", "not_reached"), quiet("c2", "not_reached"))
    folded = fold(rows, lambda key: "exception", "en", NOTHING)
    assert [view.key for view in folded] == ["fold:a1", "b", "fold:c1"]
    assert folded[0].left and folded[0].left.title == "2 exceptions checked, none met"
    assert folded[2].right and folded[2].right.title == "2 exceptions, not reached"


def test_a_quiet_row_alone_stays_itself():
    assert fold((quiet("a"),), lambda key: "exception", "en", NOTHING)[0].key == "a"


def test_a_fold_that_is_opened_stays_open_when_an_edit_splits_it():
    rows = (quiet("a"), quiet("b"), quiet("c"), quiet("d"))
    opened = toggled(NOTHING, ("a", "b", "c", "d"))
    split = (rows[0], rows[1], RowView("x", None, None), rows[2], rows[3])
    folded = fold(split, lambda key: "exception", "en", opened)
    assert [v.key for v in folded] == ["fold:a", "a", "b", "x", "fold:c", "c", "d"]


def test_closing_a_fold_closes_all_of_it():
    opened = toggled(NOTHING, ("a", "b"))
    assert toggled(opened, ("b", "c")).folds & {"b", "c"} == frozenset()


def test_a_provision_with_parts_shows_whether_its_parts_can_be_used():
    views = row_views(comparison_of("an-empty-road"), "en", NOTHING)
    view = row(views, "ca.irpr.159.5")
    assert view.left and view.right
    assert (view.left.truth, view.right.truth) == ("not_met", "met")
    assert view.weight == "plain"


def test_a_fold_says_for_each_side_what_was_reached_there():
    views = row_views(comparison_of("an-empty-road"), "en", NOTHING)
    parts = [view for view in views if view.group == "ca.irpr.159.5" and not view.heads]
    folded = fold(views, lambda key: "exception" if ".159.5(" in key else "", "en", NOTHING)
    head = next(view for view in folded if view.fold and view.fold[0] == parts[0].key)
    assert head.left and head.right
    assert head.left.truth == "not_reached"
    assert head.left.title == f"{len(parts)} exceptions, not reached"
    assert head.right.truth == "not_met"
    assert head.right.title == f"{len(parts)} exceptions checked, none met"


def test_a_fold_of_which_only_some_were_reached_counts_both():
    rows = (quiet("a"), quiet("b", "not_reached"), quiet("c", "not_reached"))
    head = fold(rows, lambda key: "exception", "en", NOTHING)[0]
    assert head.left and head.left.truth == "not_met"
    assert head.left.title == "1 exception checked, not met · 2 exceptions, not reached"


def test_what_heads_a_group_folds_with_it_and_is_not_counted():
    rows = (quiet("a", "met", heads=True, group="a"), quiet("a1", group="a"), quiet("b", group="b"))
    folded = fold(rows, lambda key: "exception", "en", NOTHING)
    assert [view.key for view in folded] == ["fold:a", "b"]
    assert folded[0].left and folded[0].left.title == "1 exception checked, not met"
