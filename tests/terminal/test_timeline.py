"""`threshold timeline` says for people and for programs what the core finds of a journey's history."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.case.catalogue import catalogue
from core.case.library import library
from core.cli import main
from core.explore.timeline import history

CASE = "an-empty-road"
HERE = catalogue().opening["into"]
THERE = next(code for code in catalogue().directions if code != HERE)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(["timeline", *argv]) == 0
    return capsys.readouterr().out


def data(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    return json.loads(run(capsys, *argv, "--json"))


def test_the_data_has_every_stretch_of_the_core(capsys: pytest.CaptureFixture[str]) -> None:
    file = library().load(CASE)
    found = data(capsys, CASE)
    expected = history(file.case, file.setup).tracks[0]
    assert found["schema"] == "threshold/timeline/1"
    assert [track["country"] for track in found["tracks"]] == [HERE]
    told = [
        (s["from"], s["until"], s["outcome"], s["how"], s["possible"], s["instruments"])
        for s in found["tracks"][0]["stretches"]
    ]
    assert told == [
        (s.base, s.until, s.outcome, s.how, list(s.possible), [by["en"] for by in s.instruments])
        for s in expected.stretches
    ]


def test_a_version_of_the_data_is_one_that_compare_takes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for stretch in data(capsys, CASE)["tracks"][0]["stretches"]:
        assert main(["compare", CASE, "--left", stretch["version"], "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["left"]["outcome"] == stretch["outcome"]


def test_pins_and_days_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, CASE, "--left", "own", "--right", "2018-05-01+suspended")
    assert [(pin["side"], pin["at"], pin["kind"], pin["suspended"]) for pin in found["pins"]] == [
        ("left", "2017-08-14", "own", False),
        ("right", "2018-05-01", "dated", True),
    ]
    assert [day["fact"] for day in found["days"]] == ["entry.date", "claim.date"]


def test_the_law_of_the_other_country_alone_can_be_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = data(capsys, CASE, "--into", THERE)
    assert [(track["country"], track["turned"]) for track in found["tracks"]] == [(THERE, True)]
    assert len(data(capsys, CASE, "--right", f"{THERE}:2023-04-01")["tracks"]) == 2


def test_a_country_without_law_here_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["timeline", CASE, "--into", "mx"]) == 2
    assert f"--into mx: expected one of {HERE}, {THERE}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "heard", "pin"),
    [("en", "✔ Heard in Canada", "▲ on the left"), ("fr", "✔ Entendu au Canada", "▲ à gauche")],
)
@pytest.mark.parametrize("columns", ["70", "120", "200"])
def test_the_text_has_a_line_for_each_state_and_for_what_stands_between(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    heard: str,
    pin: str,
    columns: str,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = run(capsys, CASE, "--lang", lang)
    lines = text.splitlines()
    assert sum(heard in line for line in lines) == 7
    assert sum(pin in line for line in lines) == 1
    assert "2023-58" in text
    days = [line for line in lines if " ✔ " in line or " ○ " in line or " ▲ " in line]
    at = next(n for n, line in enumerate(days) if pin in line)
    assert ["2015" in days[at - 3], "2017" in days[at - 2], "2019" in days[at + 2]] == [True] * 3


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_no_line_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert max(len(line) for line in run(capsys, CASE).splitlines()) <= columns
