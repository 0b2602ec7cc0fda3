"""`threshold check` warns where a stated fact and what follows from others part; that is no fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.cli import main

CASE = """\
schema: threshold/case/1
case:
  journey: {into: ca}
  claimant:
    nationalities: {complete: all, items: [FR]}
    visa_needed: {destination: NEEDED}
  entries: {items: [{id: e1, date: "2018-05-02"}]}
"""


def check(tmp_path: Path, capsys: pytest.CaptureFixture[str], needed: str, *more: str) -> Any:
    """Exit code and the JSON of the one file."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("NEEDED", needed), encoding="utf-8")
    code = main(["check", str(path), "--json", *more])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("lang", "word"), [("en", "is stated as yes"), ("fr", "on indique oui")])
def test_a_stated_fact_that_others_contradict_is_a_warning_and_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, word: str
) -> None:
    code, found = check(tmp_path, capsys, "true", "--lang", lang)
    assert code == 0
    text = json.dumps(found, ensure_ascii=False)
    assert text.count(word) == 1
    assert '"faults": []' in text


def test_a_stated_fact_that_fits_is_no_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = check(tmp_path, capsys, "false")
    assert '"warnings": []' in json.dumps(found)
