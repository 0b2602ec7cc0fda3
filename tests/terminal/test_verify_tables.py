"""What the tables of `threshold verify` make of errors, each with its fate."""

from __future__ import annotations

import pytest

from core.explore.errors import GUARD, MISSED, NO_EFFECT, NOTICED, Fate
from core.terminal.verify import Table, as_data, as_text, with_fates

ERRORS = [
    Fate("one: noticed", "leaf", NOTICED),
    Fate("two: idle", "leaf", NO_EFFECT),
    Fate("three: a guard", "leaf", GUARD, lets=('it.under == "other"',)),
]


def table(errors: list[Fate], faults: tuple[str, ...]) -> Table:
    """A table of these errors."""
    return with_fates(Table("coverage", "Errors"), errors, "en", faults)


def test_a_condition_that_decides_nothing_fails_the_table_in_which_that_is_a_fault() -> None:
    assert table(ERRORS, (MISSED, NO_EFFECT)).faults == ["two: idle"]
    assert table(ERRORS, (MISSED,)).passed
    assert table([Fate("four", "leaf", MISSED, "ca:2018-05-01")], (MISSED,)).faults == ["four"]


def test_a_guard_is_counted_apart_and_says_what_it_lets_be_asked() -> None:
    made = table(ERRORS, (MISSED,))
    text = as_text([made], "en")
    assert "1 error noticed; without effect: 1; guards: 1; 0 errors missed" in text
    assert 'three: a guard: a guard; only it lets it.under == "other" be asked' in text
    (plain,) = as_data([made])["tables"]
    assert [row.get("lets") for row in plain["rows"]] == [None, ['it.under == "other"']]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_nothing_notices_stands_with_its_sign(lang: str) -> None:
    made = with_fates(Table("coverage", "Errors"), ERRORS, lang, (MISSED, NO_EFFECT))
    signs = [line.strip()[0] for line in made.lines[1:]]
    assert signs == ["✕", "✓"]
