"""`threshold whynot`: the table as text and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from core.case.library import library
from core.cli import main
from core.explore.whynot import ABSENT, STATES

STATUS = {
    "provision",
    "cite",
    "title",
    "state",
    "met",
    "reached",
    "facts",
    "others",
    "nearest",
    "needs",
    "because",
}


def data(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    """The JSON that the command prints."""
    assert main(["whynot", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def row(found: Any, end: str) -> Any:
    """The row whose provision ends so."""
    return next(r for r in found["rows"] if (r["left"] or r["right"])["provision"].endswith(end))


def test_the_json_has_every_key_and_says_each_state_by_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = data(capsys, "an-empty-road")
    assert found["schema"] == "threshold/whynot/1"
    assert {"case", "setup", "left", "right", "agree", "rows"} <= set(found)
    for one in found["rows"]:
        for side in filter(None, (one["left"], one["right"])):
            assert set(side) >= STATUS
            assert side["state"] in set(STATES) - {ABSENT}
            assert side["because"]


def test_a_cousin_is_named_as_what_keeps_the_exception_shut(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = row(data(capsys, "an-empty-road"), "159.5(a)")
    assert found["left"]["state"] == "not_reached"
    assert found["left"]["facts"][0] == "entries[roxham].place"
    assert found["right"]["facts"] == ["relatives[cousin].relation"]
    assert found["right"]["others"] == ["relatives[+]"]
    assert found["right"]["because"].startswith("Fails because: Cousin: relation")


def test_an_exception_to_an_exception_stands_under_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "an-empty-road", "--right", "2023-04-01")
    ids = [(r["left"] or r["right"])["provision"] for r in found["rows"]]
    at = next(n for n, name in enumerate(ids) if name.endswith("159.4(1.1)"))
    assert ids[at - 1].endswith("159.4(1)(a)")
    assert found["rows"][at]["depth"] == found["rows"][at - 1]["depth"] + 1
    assert found["rows"][at]["left"] is None
    assert found["rows"][at]["exception"]


def test_of_two_relatives_the_nearest_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "her-mother-stayed-in-hamilton")
    sides = [s for r in found["rows"] for s in (r["left"], r["right"]) if s]
    near = [s for s in sides if any(n["list"] == "relatives" for n in s["nearest"])]
    assert near
    for side in near:
        member = f"relatives[{side['nearest'][0]['member']}]"
        assert all(path.startswith(member) for path in side["facts"])
        assert side["nearest"][0]["of"] > 1


def test_what_is_undecided_names_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    found = row(data(capsys, "how-old-is-the-sister"), "159.5(c)")
    side = found["right"]
    assert side["state"] == "undecided"
    assert side["needs"] == ["relatives[sister].age"]
    assert side["because"] == "Undecided, needs: Brother or sister: age at the claim"


def test_the_exceptions_can_be_shown_alone(capsys: pytest.CaptureFixture[str]) -> None:
    every, some = data(capsys, "an-empty-road"), data(capsys, "an-empty-road", "--exceptions")
    assert some["rows"] == [r for r in every["rows"] if r["exception"]]
    assert {r["left"]["kind"] for r in every["rows"] if not r["exception"]} == {"ground", "scope"}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("width", [60, 120, 200])
def test_no_line_of_the_text_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lang: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for name in library().ids()[:4]:
        assert main(["whynot", name, "--lang", lang]) == 0
        assert max(map(len, capsys.readouterr().out.splitlines())) <= width


def test_a_case_that_is_not_there_is_refused_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whynot", "no-such-case"]) == 2
    assert "no-such-case: there is no such file" in capsys.readouterr().err
