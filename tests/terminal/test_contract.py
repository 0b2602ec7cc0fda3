"""The terminal keeps the contract that other people's checks call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.case.casefile import dump_case
from core.case.library import library
from core.cli import main

SIDE = {
    "version",
    "asked",
    "outcome",
    "how",
    "possible",
    "basis",
    "grounds",
    "waits_for",
    "depends_on",
    "not_examined",
}
ROW = {"node", "left", "right", "change", "differs"}
VERDICT = {"provision", "met", "reached", "because"}
CHANGES = {"same", "amended", "amended_no_effect", "only_left", "only_right"}


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command."""
    try:
        code = main(list(argv))
    except SystemExit as stop:
        code = int(stop.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def data(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    """The JSON that a command prints, which must answer."""
    code, out, err = run(capsys, *argv, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_compare_prints_every_key_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "compare", "an-empty-road")
    assert {"schema", "case", "setup", "left", "right", "agree", "parting", "rows"} <= set(found)
    assert {"id", "title", "digest"} <= set(found["case"])
    assert set(found["left"]) >= SIDE <= set(found["right"])
    for row in found["rows"]:
        assert set(row) >= ROW
        assert row["change"] in CHANGES
        for side in ("left", "right"):
            assert row[side] is None or set(row[side]) >= VERDICT


def test_the_opening_comparison_is_the_one_of_2018(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "compare", "an-empty-road")
    assert found["left"]["version"] == "ca:2018-05-01"
    assert found["right"]["version"] == "ca:whole_border_2018"
    assert (found["left"]["outcome"], found["right"]["outcome"]) == ("heard", "returned")
    parting = found["parting"]
    assert (parting["first"], parting["all"]) == ("ca.irpr.159.4(1)(a)", ["ca.irpr.159.4(1)(a)"])
    assert parting["exact"] is True
    (unit,) = parting["units"]
    assert (unit["kind"], unit["id"], unit["node"]) == ("text", "ca.irpr.159.4(1)(a)", "place")
    for side in (unit["left"], unit["right"]):
        words = [side["gist"][start:end] for start, end in side["changed"]]
        assert words
        assert all(words)
    assert {fact["fact"] for fact in unit["facts"]} >= {"entries[roxham].place"}
    assert found["agree"] is False


def test_possible_is_sorted_and_single_when_the_outcome_is_determined(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in library().ids():
        found = data(capsys, "compare", name)
        for side in (found["left"], found["right"]):
            assert side["possible"] == sorted(side["possible"])
            determined = side["outcome"] != "undetermined"
            assert (len(side["possible"]) == 1) is determined
            assert bool(side["basis"]) is determined


def test_rows_stand_in_the_officers_order_the_same_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = {
        lang: [
            (row["left"] or row["right"])["provision"]
            for row in data(capsys, "compare", "day-thirteen", "--lang", lang)["rows"]
        ]
        for lang in ("en", "fr")
    }
    assert rows["en"] == rows["fr"]
    names = rows["en"]
    assert names.index("ca.irpa.101(1)(e)") < names.index("ca.irpr.159.4(1)(a)")
    assert names.index("ca.irpr.159.4(1)(a)") < names.index("ca.irpr.159.5(a)")


def test_a_version_says_what_the_program_does_not_examine_under_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for version in ("2018-05-01", "2020-06-01", "2023-04-01", "2026-04-01"):
        found = data(capsys, "compare", "day-thirteen", "--right", version)
        assert found["right"]["not_examined"] == []  # every ground of the Act is there


def test_an_assumption_given_on_the_command_line_settles_what_waited_for_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    case = "across-the-detroit-river"
    assert data(capsys, "compare", case)["right"]["waits_for"] == ["assume:waters"]
    covered = data(capsys, "compare", case, "--assume", "waters=covered")["right"]
    assert (covered["outcome"], covered["depends_on"]) == ("returned", ["assume:waters"])
    spared = data(capsys, "compare", case, "--assume", "waters=not_covered")["right"]
    assert (spared["outcome"], spared["how"]) == ("heard", "not_covered")


def test_a_reading_given_on_the_command_line_counts_in_both_columns(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for position, outcome in (("yes", "returned"), ("no", "heard")):
        found = data(
            capsys, "compare", "married-at-seventeen", "--reading", f"n.minor_married={position}"
        )
        assert found["left"]["outcome"] == found["right"]["outcome"] == outcome


def test_suspending_the_agreement_leaves_nobody_returned(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in library().ids():
        found = data(capsys, "compare", name, "--right", "2018-05-01+suspended")["right"]
        assert "returned" not in found["possible"] or found["version"].startswith("us:")
        if found["outcome"] == "heard" and found["version"].startswith("ca:"):
            assert "ca.irpr.159.3" in found["basis"]


def test_a_case_file_and_the_same_library_case_give_the_same_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "copy.json"
    path.write_text(dump_case(library().load("day-thirteen"), as_json=True), encoding="utf-8")
    copy = data(capsys, "compare", str(path))
    original = data(capsys, "compare", "day-thirteen")
    assert copy["case"]["digest"] == original["case"]["digest"]
    assert copy["rows"] == original["rows"]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["compare", "no-such-case"], "no such file"),
        (["compare", "an-empty-road", "--left", "yesterday"], "no version of the law"),
        (["compare", "an-empty-road", "--left", "us:1999-05-01"], "begins on"),
        (["compare", "an-empty-road", "--left", "1999-01-01"], "begins on"),
        (["compare", "an-empty-road", "--assume", "waters"], "NAME=VALUE"),
        (["compare", "an-empty-road", "--assume", "rivers=covered"], "no such assumption"),
        (["compare", "an-empty-road", "--reading", "n.waters=dry"], "expected one of"),
        (["show", "999"], "no single provision"),
        (["check", "no-such-folder"], "no such file or folder"),
    ],
)
def test_bad_input_is_one_clear_line_on_standard_error_and_exit_code_2(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err
    code, out, err = run(capsys, *argv, "--json")
    assert (code, out) == (2, "")
    assert words in json.loads(err)["error"]


def test_a_case_under_the_law_of_the_other_country_says_that_it_was_turned_round(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = data(
        capsys, "compare", "day-fourteen", "--left", "2023-04-01", "--right", "us:2023-04-01"
    )
    assert (found["left"]["turned"], found["right"]["turned"]) == (False, True)
    assert found["right"]["version"] == "us:2023-04-01"
    assert found["parting"]["first"].startswith("node:")
    assert {row["node"] for row in found["rows"] if row["left"] and row["right"]} >= {
        "place",
        "visa",
    }


def test_what_follows_stands_beside_every_outcome_that_is_settled(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in library().ids():
        found = data(capsys, "compare", name)
        for side in ("left", "right"):
            follows = found[side]["consequences"]
            assert bool(follows) is (found[side]["outcome"] != "undetermined"), name
            assert all(
                row["cite"] and row["mark"] and row["follows"] is not False for row in follows
            )


def test_a_proposal_says_that_it_leaves_the_law_of_the_other_country_as_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = data(capsys, "compare", "south-over-the-peace-bridge", "--right", "whole_border_2018")
    assert "unchanged: the proposal amends the law of Canada alone" in found["right"]["line"]
    north = data(capsys, "compare", "an-empty-road", "--right", "whole_border_2018")
    assert "never in force" in north["right"]["line"]


def test_nothing_is_left_unexamined_in_either_direction(capsys: pytest.CaptureFixture[str]) -> None:
    for version in ("ca:2018-05-01", "ca:2026-06-01", "us:2018-05-01", "us:2026-06-01"):
        found = data(capsys, "compare", "an-empty-road", "--left", version)
        assert found["left"]["not_examined"] == []


def test_check_finds_faults_with_file_and_line_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("schema: threshold/case/1\ncase:\n  claimant:\n    aeg: 17\n", encoding="utf-8")
    code, out, _ = run(capsys, "check", str(path))
    assert code == 1
    assert "wrong.yaml:4: case.claimant.aeg: unknown key" in out


def test_check_warns_of_a_contradiction_and_still_finds_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(
        "schema: threshold/case/1\ncase:\n  entries: {items: [{id: e, date: 2018-05-02}]}\n"
        "  claim: {date: 2018-05-01}\n",
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "check", str(path))
    assert code == 0
    assert "dated before the entry" in out


def test_the_shipped_library_and_law_are_without_fault(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from importlib import resources

    root = Path(str(resources.files("resources")))
    code, out, _ = run(capsys, "check", str(root / "cases"), str(root / "law"))
    assert code == 0, out


def test_show_takes_the_end_of_an_id_and_tells_both_languages_mark_and_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = data(capsys, "show", "159.5(c)")
    assert found["provision"] == "ca.irpr.159.5(c)"
    assert set(found["gist"]) == {"en", "fr"}
    assert found["mark"]["id"] == "verified"
    assert found["sources"][0]["address"].startswith("https://laws-lois.justice.gc.ca/")
    repealed = data(capsys, "show", "159.6(c)")["texts"][0]
    assert (repealed["from"], repealed["until"]) == ("2004-12-29", "2009-07-23")


def test_lists_name_what_every_command_takes(capsys: pytest.CaptureFixture[str]) -> None:
    for row in data(capsys, "list", "versions"):
        assert data(capsys, "compare", "an-empty-road", "--left", row["version"])
    assert [row["id"] for row in data(capsys, "list", "cases")] == list(library().ids())
    for row in data(capsys, "list", "provisions"):
        assert data(capsys, "show", row["id"])["provision"] == row["id"]


@pytest.mark.parametrize("what", ["case", "law"])
def test_the_published_schema_is_the_one_the_program_prints(
    what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    published = Path(__file__).parents[2] / "docs" / "schema" / f"{what}.schema.json"
    code, out, _ = run(capsys, "schema", what)
    assert code == 0
    assert published.read_text(encoding="utf-8") == out, (
        f"write it anew: threshold schema {what} > docs/schema/{what}.schema.json"
    )


def test_the_text_for_people_says_what_the_data_say(capsys: pytest.CaptureFixture[str]) -> None:
    for name in library().ids():
        _, out, _ = run(capsys, "compare", name)
        found = data(capsys, "compare", name)
        for side in ("left", "right"):
            assert found[side]["words"]["headline"].upper() in out
        assert ("◆ The versions part here" in out) is (found["parting"] is not None)
