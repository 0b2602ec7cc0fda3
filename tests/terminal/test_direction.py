"""A journey into the United States in the terminal: it is decided by the law of that country."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.case.casefile import write_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.cli import main

OTHER = next(code for code in catalogue().directions if code != catalogue().opening["into"])


@pytest.fixture
def turned(tmp_path: Path) -> str:
    file = library().load("an-empty-road")
    path = tmp_path / "turned.yaml"
    write_case(path, file.__class__(case=file.case.replace("journey.into", OTHER)))
    return str(path)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_terminal_says_whose_law_decides(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, turned: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["compare", turned, "--lang", lang]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.casefold().count(catalogue().laws[OTHER][lang].casefold()) >= 2


def test_both_sides_are_decided_by_that_country(
    capsys: pytest.CaptureFixture[str], turned: str
) -> None:
    assert main(["compare", turned, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    for side in ("left", "right"):
        assert told[side]["version"].startswith(f"{OTHER}:")
        assert told[side]["outcome"] in ("returned", "heard", "barred")
        assert told[side]["turned"] is False


def test_a_version_of_the_other_country_turns_the_journey_round(
    capsys: pytest.CaptureFixture[str],
) -> None:
    versions = ["--left", "2023-04-01", "--right", f"{OTHER}:2023-04-01"]
    assert main(["compare", "an-empty-road", *versions, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["left"]["turned"] is False
    assert told["right"]["turned"] is True
