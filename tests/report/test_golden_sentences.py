"""Golden sentences: what the program says of every provision of the library cases, in both languages.

Renew them with ``pytest tests/report --snapshot-update`` and read the difference.
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from core.case.library import library
from core.decision.decide import decide
from core.law.version import find_version
from core.logic.truth import FALSE, TRUE
from core.report.reasons import because, reason_lines

VERSIONS = ["2018-05-01", "whole_border_2018", "2023-04-01", "2026-04-01"]
STATES = {FALSE: "not met", TRUE: "met"}


def sentences(lang: str) -> list[str]:
    """Every different sentence, after the provision and its state."""
    found = set()
    for name in library().ids():
        for version in VERSIONS:
            for verdict in decide(
                library().load(name).case, find_version(version)
            ).verdicts.values():
                state = STATES.get(verdict.met, "unknown")
                cite = verdict.provision.cite[lang]
                found.add(f"{cite} | {state} | {because(verdict, lang)}")
    return sorted(found)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_sentence_of_every_provision_is_the_one_that_was_read(
    lang: str, snapshot: SnapshotAssertion
) -> None:
    assert "\n".join(sentences(lang)) == snapshot


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_sentence_is_empty_or_shows_a_name_of_the_program(lang: str) -> None:
    for line in sentences(lang):
        said = line.rsplit(" | ", 1)[1]
        assert said
        assert "ca.ir" not in said
        assert "None" not in said
        assert "{" not in said


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_line_of_reasoning_says_something(lang: str) -> None:
    for name in library().ids()[:8]:
        decision = decide(library().load(name).case, find_version("2023-04-01"))
        for verdict in decision.verdicts.values():
            for line in reason_lines(verdict, lang):
                assert line.text.strip()
                assert line.depth >= 0
