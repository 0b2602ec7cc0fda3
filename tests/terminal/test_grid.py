"""``threshold grid``: what it prints, and what it says of axes that cannot be."""

from __future__ import annotations

import csv
import json

import pytest

from core.cli import main

ROAD = "an-empty-road"
DAYS = "claim.date=12..15"


def run(capsys, *told: str) -> str:
    assert main(["grid", *told]) == 0
    return str(capsys.readouterr().out)


def test_without_axes_the_first_pair_that_fits_is_shown(capsys):
    out = run(capsys, ROAD)
    assert "→ Day of the claim · days since: day of entry" in out
    assert "↓ Place of entry" in out
    assert "[✔↩]" in out


def test_given_days_are_counted_from_the_entry(capsys):
    out = run(
        capsys, ROAD, "--across", DAYS, "--down", "entry.place", "--right", "2023-04-01", "--json"
    )
    data = json.loads(out)
    assert data["across"]["days"] == [0, 12, 13, 14, 15]
    land = data["down"]["values"].index("between_land")
    assert [cell["right"] for cell in data["cells"][land]] == [["returned"]] * 3 + [["heard"]] * 2
    assert data["here"] == [0, land]
    assert data["cells"][land][0] == {
        "left": ["heard"],
        "right": ["returned"],
        "agree": False,
        "consistent": True,
    }


def test_a_cell_whose_facts_contradict_each_other_is_marked(capsys):
    out = run(capsys, ROAD, "--across", "claim.date=-1..1", "--down", "claim.inland")
    assert "✔↩!" in out
    assert "the facts contradict each other there" in out


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("claimant.age=16..18,30", [16, 17, 18, 30, 34]),
        ("claim.date=2017-09-01", ["2017-08-14", "2017-09-01"]),
        ("route.re_entering=yes,unknown", [True, None, False]),
        (
            "relatives[cousin].statuses=none,citizen+visitor",
            [
                {"items": [], "complete": "all"},
                {"items": ["citizen", "visitor"], "complete": "all"},
            ],
        ),
    ],
)
def test_values_can_be_given(capsys, fact, values):
    data = json.loads(run(capsys, ROAD, "--across", fact, "--down", "claim.inland", "--json"))
    assert [value for value in data["across"]["values"] if value in values] == values


def test_the_table_is_csv_with_no_formula_in_it(capsys):
    out = run(capsys, ROAD, "--across", DAYS, "--down", "entry.place", "--csv")
    rows = list(csv.reader(out.splitlines()))
    assert len(rows) == 1 + 5 * 7
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)


def test_french(capsys):
    assert "Les versions divergent dans" in run(capsys, ROAD, "--lang", "fr")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (["--across", "claim.date"], "--across and --down are both needed"),
        (["--across", "entry.place", "--down", "entry.place"], "two different facts"),
        (["--across", "entry.port", "--down", "claim.inland"], "no fact that can be an axis"),
        (["--across", "x.y", "--down", "claim.inland"], "no fact that can be an axis"),
        (
            ["--across", "claim.inland=maybe", "--down", "entry.place"],
            "expected yes, no or unknown",
        ),
        (["--across", "claimant.age=abc", "--down", "entry.place"], "expected a whole number"),
        (["--across", "claimant.age=500", "--down", "entry.place"], "from 0 to 120"),
        (["--across", "claimant.age=1..99", "--down", "entry.place"], "at most 40"),
        (["--across", "entry.place=moon", "--down", "claim.inland"], "found 'moon'"),
        (["--across", "claim.date=2017-13-01", "--down", "entry.place"], "claim.date"),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_code_2(capsys, told, said):
    assert main(["grid", ROAD, *told]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
