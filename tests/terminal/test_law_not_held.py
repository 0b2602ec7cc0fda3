"""A journey into a country whose law the program does not hold: one sentence, exit 2, no outcome."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.case.casefile import write_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.cli import main

OTHER = next(code for code in catalogue().directions if code != catalogue().opening["into"])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_terminal_says_whose_law_is_missing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: str
) -> None:
    file = library().load("an-empty-road")
    path = tmp_path / "turned.yaml"
    write_case(path, file.__class__(case=file.case.replace("journey.into", OTHER)))
    assert main(["compare", str(path), "--lang", lang]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert catalogue().laws[OTHER][lang] in err
    assert err.count("\n") == 1
