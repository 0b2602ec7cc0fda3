"""``threshold clauses``: the list of what a proposal changes, then one case or the library."""

from __future__ import annotations

import json

import pytest

from core.cli import main


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal in which no line is broken."""
    monkeypatch.setenv("COLUMNS", "300")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints."""
    assert main(["clauses", *words]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line with which a command refuses."""
    assert main(["clauses", *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_what_a_proposal_changes_stands_before_anything_else(capsys) -> None:
    lines = run(capsys, "whole_border_2018", "--case", "a-sister-in-laval").splitlines()
    assert lines[0] == "Proposal: whole border, 2018"
    assert lines[3] == "a  The whole border counts [scope]: IRPR 159.4(1)(a) reads otherwise"
    assert lines[4].startswith("     - Coming in away from every port")
    assert lines[5].startswith("     + Only entries")
    assert "e  Are boundary rivers and lakes covered? [assume:waters]: left open" in lines
    assert lines.index("A sister in Laval") > 15


def test_a_clause_that_needs_another_names_it(capsys) -> None:
    told = run(capsys, "whole_border_2018", "--case", "a-sister-in-laval")
    assert (
        "◐ Exceptions between ports: Changes the outcome only together with others: "
        "“The whole border counts”." in told
    )


def test_the_library_shows_the_cases_that_a_clause_changes_and_counts_the_others(capsys) -> None:
    lines = run(capsys, "port_transfer_2019", "--library").splitlines()
    assert any(
        line.startswith("● · · · ·  An empty road: Heard in Canada → Returned") for line in lines
    )
    assert lines[-1].endswith("cases more: no clause changes anything.")


def test_the_data_has_every_clause_for_every_case(capsys) -> None:
    data = json.loads(run(capsys, "evidence_2019", "--case", "day-fourteen", "--json"))
    names = [row["clause"] for row in data["changes"]]
    assert names[:2] == ["scope", "exceptions"]
    (case,) = data["cases"]
    assert case["id"] == "day-fourteen"
    assert [effect["clause"] for effect in case["effects"]] == names
    limit = next(e for e in case["effects"] if e["clause"] == "assume:time_limit")
    assert (limit["kind"], limit["partners"]) == ("together", [["scope"]])


def test_a_position_taken_on_an_assumption_counts(capsys) -> None:
    told = run(
        capsys,
        "whole_border_2018",
        "--case",
        "day-fourteen",
        "--assume",
        "inland_claims=not_covered",
    )
    assert "[assume:inland_claims]: not covered" in told
    assert "“The whole border counts” and without assuming" in told


def test_long_lines_are_broken_to_the_width_of_the_terminal(capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run(capsys, "whole_border_2018", "--case", "a-sister-in-laval").splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("       ") for line in lines)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2018-05-01",), "this is no proposal, so it has no clauses"),
        (("own",), "the case's own law has no clauses"),
        (("whole_border_2018-without-x",), "nothing called 'x'"),
        (("nowhere.yaml",), "nowhere.yaml: No such file"),
        (("whole_border_2018", "--case", "nobody"), "no case of that id"),
        (("whole_border_2018", "--assume", "waters=dry"), "waters=dry: expected one of"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(capsys, words, told: str) -> None:
    assert told in refused(capsys, *words)
