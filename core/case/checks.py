"""Relations between facts that a case should not break; breaking one is a warning, never a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from core.case.case import Case
from core.case.catalogue import Check, catalogue
from core.case.view import View
from core.logic.run import Runner, compile_condition
from core.logic.truth import FALSE


def broken_checks(case: Case, readings: Mapping[str, str] | None = None) -> tuple[Check, ...]:
    """The checks that the facts as stated contradict."""
    choices = {("reading", name): position for name, position in (readings or {}).items()}
    view = View(case, choices)
    return tuple(check for check, holds in _runners() if holds(view) == FALSE)


@lru_cache(maxsize=1)
def _runners() -> tuple[tuple[Check, Runner], ...]:
    return tuple((check, compile_condition(check.holds)) for check in catalogue().checks)
