"""The same case asked in another way gives the same answer: sides, order of keys, unknown facts, files."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.case.case import Case
from core.case.casefile import CaseFile, dump_case, parse_case, read_case, write_case
from core.case.library import library
from core.case.setup import Setup
from core.cli import main
from core.decision.compare import compare
from core.report.contract import comparison_data
from core.report.sidebyside import side_by_side
from tests.robustness.drawing import draw_case

CASES = library().ids()
SETUPS = (
    Setup(left="2018-05-01", right="whole_border_2018"),
    Setup(left="2005-01-01", right="2023-04-01"),
    Setup(left="2018-05-01+suspended", right="2026-10-01"),
)
OPPOSITE = {"only_left": "only_right", "only_right": "only_left"}


def told(case: Case, setup: Setup, lang: str = "en") -> dict[str, Any]:
    """The comparison as programs read it."""
    found = comparison_data(CaseFile(case=case, setup=setup), setup, compare(case, setup), lang)
    data: dict[str, Any] = json.loads(json.dumps(found))
    return data


def turned(value: Any, rng: random.Random) -> Any:
    """The same plain data with its keys in another order."""
    if isinstance(value, dict):
        keys = list(value)
        rng.shuffle(keys)
        return {key: turned(value[key], rng) for key in keys}
    return [turned(inner, rng) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("version", ["2018-05-01", "2019-07-01", "2023-04-01", "whole_border_2018"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_case_without_any_entry_is_told_and_no_rule_is_said_to_be_missing(
    version: str, lang: str
) -> None:
    case = Case.from_data({"journey": {"into": "ca"}, "entries": {"complete": "all"}})
    setup = Setup(left=version, right=version)
    comparison = compare(case, setup)
    assert comparison.left.outcome == "undetermined"
    text = side_by_side(CaseFile(case=case, setup=setup), comparison, lang, 120)
    assert {"en": ": not in this version", "fr": "pas dans cette version"}[lang] not in text


@pytest.mark.parametrize("seed", range(8))
def test_drawn_cases_are_told_in_both_languages_with_the_same_facts(seed: int) -> None:
    case, setup = draw_case(random.Random(seed)), SETUPS[seed % len(SETUPS)]
    comparison = compare(case, setup)
    for lang in ("en", "fr"):
        assert side_by_side(CaseFile(case=case, setup=setup), comparison, lang, 80)
    english, french = told(case, setup), told(case, setup, "fr")
    for side in ("left", "right"):
        for key in ("outcome", "how", "possible", "basis", "grounds", "waits_for", "depends_on"):
            assert english[side][key] == french[side][key]
    assert english["agree"] == french["agree"]
    assert [row["change"] for row in english["rows"]] == [row["change"] for row in french["rows"]]


@pytest.mark.parametrize("seed", range(8))
def test_sides_that_change_places_give_mirrored_rows(seed: int) -> None:
    setup = SETUPS[seed % len(SETUPS)]
    case = draw_case(random.Random(100 + seed)) if seed % 2 else library().load(CASES[seed]).case
    here = told(case, setup)
    there = told(case, Setup(left=setup.right, right=setup.left))
    assert here["agree"] == there["agree"]
    for key in ("outcome", "how", "possible", "basis", "grounds", "waits_for", "depends_on"):
        assert here["left"][key] == there["right"][key]
        assert here["right"][key] == there["left"][key]

    def rows(data: dict[str, Any], left: str, right: str, opposite: dict[str, str]) -> list[Any]:
        found = [
            (
                row["node"],
                row[left] and (row[left]["provision"], row[left]["met"], row[left]["reached"]),
                row[right] and (row[right]["provision"], row[right]["met"], row[right]["reached"]),
                opposite.get(row["change"], row["change"]),
                row["differs"],
            )
            for row in data["rows"]
        ]
        return sorted(found, key=repr)

    assert rows(here, "left", "right", {}) == rows(there, "right", "left", OPPOSITE)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_keys_and_stated_unknowns_change_nothing(seed: int) -> None:
    rng = random.Random(200 + seed)
    case, setup = draw_case(rng), SETUPS[seed % len(SETUPS)]
    data = turned(case.data, rng)
    data.setdefault("claimant", {}).setdefault("age", None)
    data.setdefault("route", {}).setdefault("legs", None)
    other = Case.from_data(data)
    assert other.digest == case.digest
    assert told(other, setup) == told(case, setup)


@pytest.mark.parametrize("name", CASES[::4])
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_library_case_saved_to_a_file_is_the_same_case(
    name: str, suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"kept{suffix}"
    write_case(path, library().load(name))
    assert read_case(path).plain() == library().load(name).plain()
    answers = []
    for case in (name, str(path)):
        assert main(["compare", case, "--json"]) == 0
        data = json.loads(capsys.readouterr().out)
        data["case"].pop("id")
        answers.append(data)
    assert answers[0] == answers[1]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_written_is_what_is_read(seed: int) -> None:
    file = CaseFile(case=draw_case(random.Random(300 + seed)), setup=SETUPS[seed % len(SETUPS)])
    for as_json in (False, True):
        again = parse_case(dump_case(file, as_json=as_json), "x")
        assert again.case == file.case
        assert again.setup == file.setup


TEXTS = (
    *(
        "",
        " ",
        "yes",
        "null",
        "~",
        "1",
        "2018-05-01",
        "a: b",
        "- a",
        "#",
        "a\nb",
        "a\n",
        "\n",
        "\t",
    ),
    *(
        "'",
        '"',
        "<b>&amp;</b>",
        "日本",
        "é\u0301",
        "\u202e",
        "\u2028",
        "\x85",
        "\x07",
        "\x7f",
        "x" * 999,
    ),
    *(
        "a  b",
        " a",
        "a ",
        "|",
        ">",
        "%",
        "@",
        "!x",
        "&x",
        "*x",
        "\u0000",
        "\ufeff",
        "\U0001f600",
        "\r",
    ),
)


@pytest.mark.parametrize("text", TEXTS, ids=[ascii(text)[:24] for text in TEXTS])
@pytest.mark.parametrize("as_json", [False, True])
def test_a_story_of_any_text_is_written_and_read_again(text: str, as_json: bool) -> None:
    if text == "\x85" and not as_json:
        pytest.skip("the writer of YAML makes a space of this old end of a line")
    file = parse_case(dump_case(CaseFile()), "x")
    story = replace(file.story, text={"en": text}, title={"fr": text})
    kept = CaseFile(case=file.case, story=story)
    again = parse_case(dump_case(kept, as_json=as_json), "x")
    assert again.story.text == {"en": text}
    assert again.story.title == {"fr": text}
