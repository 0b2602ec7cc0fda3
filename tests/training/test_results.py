"""Results to take away: tables that no spreadsheet takes for formulas, and no count of a few hands."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.packfile import packs
from core.training.results import FORMULA, HEAD, csv_text, is_right, safe_cell, write_csv
from core.training.room import keys_of
from core.training.votes import Vote

KEYS = keys_of(packs()["debate-2018"].pack)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("first", sorted("=+-@\t\r"))
def test_a_team_that_calls_itself_a_formula_is_text(first):
    name = f"{first}cmd|' /C calc'!A0"
    vote = Vote("empty-road", "left", "first", "team", "outcome", "heard", 1, name)
    (found,) = rows(csv_text([vote], KEYS))
    assert found["team"] == f"'{name}"
    assert found["right"] == "yes"


@given(st.text(max_size=30))
def test_no_cell_begins_like_a_formula(text):
    found = safe_cell(text)
    assert not found.strip() or found.lstrip(" \N{NO-BREAK SPACE}\ufeff")[:1] not in FORMULA
    assert found.removeprefix("'") in (text, text.removeprefix("'"))


def test_a_space_before_the_sign_does_not_help():
    assert safe_cell("  =1+1") == "'  =1+1"
    assert safe_cell("＝1+1") == "'＝1+1"


def test_the_table_has_a_row_for_each_count_and_for_each_team():
    votes = [
        Vote("empty-road", "left", "first", "hands", "outcome", "heard", 9),
        Vote("empty-road", "left", "first", "hands", "outcome", "returned", 2),
        Vote("empty-road", "left", "first", "team", "provision", "ca.irpr.159.5(a)", 1, "A"),
    ]
    found = rows(csv_text(votes, KEYS))
    assert tuple(found[0]) == HEAD
    told = [(r["way"], r["team"], r["choice"], r["count"], r["right"]) for r in found]
    assert told == [
        ("hands", "", "heard", "9", "yes"),
        ("hands", "", "returned", "2", "no"),
        ("team", "A", "ca.irpr.159.5(a)", "1", "no"),
    ]


def test_what_a_few_hands_came_to_stays_out_of_the_table():
    text = csv_text([Vote("empty-road", "left", "first", "hands", "outcome", "barred", 3)], KEYS)
    (found,) = rows(text)
    assert (found["choice"], found["count"]) == ("", "withheld")
    assert "barred" not in text


def test_the_file_is_written_whole_with_the_mark_of_utf_8(tmp_path):
    path = tmp_path / "results.csv"
    write_csv(
        path, [Vote("empty-road", "left", "first", "team", "outcome", "heard", 1, "Équipe 1")], KEYS
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Équipe 1" in path.read_text(encoding="utf-8-sig")


def test_need_is_the_right_outcome_where_the_law_cannot_tell():
    key = KEYS["sister-age"]
    assert is_right("outcome", "need", key.right)
    assert not is_right("outcome", "need", key.left)
    assert is_right("provision", "ca.irpa.101(1)(e)", key.right) is None
    assert is_right("fact", "relatives[sister].age", key.right)
