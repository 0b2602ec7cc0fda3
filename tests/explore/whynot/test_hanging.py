"""On which facts a single point hangs, where that is more than what it reads."""

from __future__ import annotations

from datetime import date

from core.case.library import library
from core.decision.decide import decide
from core.decision.situation import Situation, choices_of
from core.explore.hanging import Hanging
from core.explore.whynot import FAILS, Statuses
from core.law.version import find_version
from core.logic.explain import Read, Why
from core.logic.tree import Compare, Const, Fact
from core.logic.truth import FALSE

FILE = library().load("an-empty-road")


def hanging(version: str) -> Hanging:
    """The facts of the opening case as a version sees them."""
    law = find_version(version)
    return Hanging(Situation(FILE.case, law, choices_of(law, FILE.setup)))


def after_2030(path: str) -> Why:
    """A date compared with one of the law."""
    node = Compare(">=", Fact(path), Const(date(2030, 1, 1)), f"{path} >= 2030")
    return Why(node, FALSE, reads=(Read(path, None),))


def test_as_if_the_day_of_the_entry_is_the_versions_and_other_days_are_counted_from_it() -> None:
    hangs = hanging("2018-05-01")
    assert hangs(after_2030("entry.date")) == ()
    assert hangs(after_2030("claim.date")) == ("claim.date", "entries[roxham].date")


def test_a_day_picked_from_a_list_hangs_on_what_else_is_in_the_list() -> None:
    decision = decide(FILE.case, find_version("2026-04-01"))
    verdict = next(v for name, v in decision.verdicts.items() if name.endswith("101(1)(b.1)"))
    status = Statuses(decision).of(verdict)
    assert status.state == FAILS
    assert set(status.blocked.paths) == {"claim.date", "entries[roxham].date", "entries[+]"}
