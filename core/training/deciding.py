"""The facts that decide one column, and those without which it cannot be decided.

A fact decides if another answer to it alone would change the outcome, and the reasons rest on it: those of
the deciding provisions, or those for which a reached exception does not help. For an exception that does not
help, numbers and days count only near the line: a sister of 17 decides, a claimant of 34 does not.

>>> from core.case.library import library
>>> from core.decision.compare import compare
>>> found = compare(library().load("an-empty-road").case)
>>> deciding_facts(found.left)[0]
'entries[roxham].place'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from core.calendar import Span
from core.case.case import Case, CaseError
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.facts import CODE_LISTS, Fact, FactError, pattern
from core.decision.model import Decision, Verdict
from core.decision.settle import HEARD, settle
from core.decision.situation import Situation
from core.decision.waits import concrete
from core.logic.explain import Explainer, Why, walk_why
from core.logic.tree import All, Compare, Granted, Some, Table
from core.logic.tree import Any as AnyOf
from core.logic.truth import FALSE, TRUE, Truth

_NAMES = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")
NEAR = (-1, 1)
FAR = (-1, 1, -3, 3, -20, 20, -400, 400, -1200, 1200, -4000, 4000)
"""Steps in years or days by which a number or a day is moved to see whether it decides."""
DEEPEST = 3
"""A fact found from others is followed to what is stated, through no more than so many others."""


def deciding_facts(decision: Decision) -> tuple[str, ...]:
    """The facts that decide, the plainest first; none while the outcome is open."""
    if not decision.determined:
        return ()
    asked = _Asked(decision)
    carrying = list(dict.fromkeys(asked.carrying()))
    missing = [p for p in dict.fromkeys(asked.near_misses()) if p not in carrying]
    weights = {path: asked.weight(path, FAR) for path in carrying}
    weights |= {path: asked.weight(path, NEAR) for path in missing}
    found = [path for path, weight in weights.items() if weight]
    found.sort(key=lambda path: (asked.plainness(path), -weights[path]))
    return tuple(found) or tuple(carrying[:3])


def facts_read(decision: Decision, name: str) -> tuple[str, ...]:
    """The stated facts that a row of a decision reads, in the order of the text."""
    return tuple(dict.fromkeys(_Asked(decision).read(decision.verdicts[name])))


class _Asked:
    """One decision, asked what it rests on and what would change it."""

    def __init__(self, decision: Decision) -> None:
        self._decision = decision
        self._situation = Situation(decision.case, decision.version, decision.choices)
        self._explainer = Explainer(self._situation, self._situation)

    # --- what the reasons rest on ------------------------------------------------------------------
    def carrying(self) -> Iterator[str]:
        """The stated facts on which the deciding provisions rest, in the order of the text."""
        decision = self._decision
        for name in decision.basis:
            verdict = decision.verdicts.get(name)
            if verdict is None:
                condition = self._situation.condition(name)
                if condition is not None:
                    yield from self._stated(self._explainer.explain(condition))
                continue
            yield from self._stated(verdict.why)
            if verdict.met == TRUE:
                yield from self._stated(verdict.why_gate)

    def near_misses(self) -> Iterator[str]:
        """The stated facts because of which exceptions that could be used do not help."""
        decision = self._decision
        if decision.outcome == HEARD:
            return
        for ground in decision.version.grounds:
            if ground.id not in decision.basis:
                continue
            for exemption in decision.version.exemptions[ground.id]:
                for provision in decision.version.smallest(exemption):
                    yield from self._misses(decision.verdicts[provision.id])

    def _misses(self, verdict: Verdict) -> Iterator[str]:
        if verdict.reached != FALSE:
            yield from self._stated(verdict.why)
        elif verdict.met == TRUE:
            yield from self._stated(verdict.why_gate)

    def read(self, verdict: Verdict) -> Iterator[str]:
        """The stated facts that a verdict reads, whatever comes of it."""
        for why in (verdict.why_gate, verdict.why):
            for below in walk_why(why):
                for read in below.reads:
                    yield from self._sources(read.path, DEEPEST)

    def _stated(self, why: Why) -> Iterator[str]:
        for path in _read(why):
            yield from self._sources(path, DEEPEST)

    def _sources(self, path: str, deep: int) -> Iterator[str]:
        """The stated facts behind a path, then the fact itself if a person could state it."""
        found = concrete(path, self._situation)
        if "[+]" in found:
            return
        if self._is_stated(found):
            yield found
            return
        fact = catalogue().fact(found)
        if fact.derivation is None or deep == 0:
            return
        owner = found.rpartition(".")[0]
        for name in _names(fact.derivation):
            inner = f"{owner}.{name[3:]}" if name.startswith("it.") else name
            if catalogue().get(pattern(inner)) is not None:
                yield from self._sources(inner, deep - 1)
        if not fact.computed and not fact.is_list and self._situation.at(found) is not None:
            yield found

    def _is_stated(self, path: str) -> bool:
        fact = catalogue().fact(path)
        if fact.type == "records":
            return False
        value = self._decision.case.get(path)
        return bool(value) if fact.is_list else value is not None

    def plainness(self, path: str) -> int:
        """What a person would name first: what is stated, then what is found from it, then countries."""
        if catalogue().fact(path).type == "countries":
            return 2
        return 0 if self._is_stated(path) else 1

    # --- what would change it ----------------------------------------------------------------------
    def weight(self, path: str, steps: tuple[int, ...]) -> int:
        """2 if another answer to this question alone gives another outcome, 1 if it opens it, else 0."""
        decision = self._decision
        fact = catalogue().fact(path)
        found = 0
        for value in self._others(fact, path, steps):
            try:
                case = decision.case.replace(path, value)
            except (FactError, CaseError):
                continue
            settled = settle(Situation(case, decision.version, decision.choices))
            if settled.possible != decision.possible and self._sound(case):
                if len(settled.possible) == 1:
                    return 2
                found = 1
        return found

    def _sound(self, case: Case) -> bool:
        """Whether a changed case breaks no check, such as the order of days, that held before."""
        before = {check.id for check in broken_checks(self._decision.case)}
        return all(check.id in before for check in broken_checks(case))

    def _others(self, fact: Fact, path: str, steps: tuple[int, ...]) -> Iterator[Any]:
        value = self._situation.at(path)
        if fact.type == "boolean":
            yield not value
        elif fact.type in ("integer", "date"):
            yield from _moved(value, steps)
        elif fact.type in CODE_LISTS:
            codes = fact.choices or self._countries()
            yield from ([code] for code in codes if [code] != self._decision.case.get(path))
        else:
            yield from (code for code in fact.choices or self._countries() if code != value)

    def _countries(self) -> tuple[str, ...]:
        """Countries that make a difference: the two sides of the journey, and any other."""
        sides = [self._situation.country(side) or "" for side in ("destination", "origin")]
        other = next(code for code in catalogue().countries if code not in sides)
        return (*sides, other)


def _moved(value: Any, steps: tuple[int, ...]) -> Iterator[Any]:
    for step in steps:
        if isinstance(value, date):
            yield (value + timedelta(days=step)).isoformat()
        elif isinstance(value, int):
            yield value + step
        elif isinstance(value, Span):
            return


def _names(recipe: Any) -> Iterator[str]:
    """Every dotted name in a recipe, in order."""
    if isinstance(recipe, dict):  # what holds where a lookup knows nothing speaks first
        for key in sorted(recipe, key=lambda key: key != "otherwise"):
            yield from _names(recipe[key])
    elif isinstance(recipe, list):
        for inner in recipe:
            yield from _names(inner)
    elif isinstance(recipe, str):
        for found in _NAMES.findall(recipe):
            yield found
            owner, dot, _ = found.rpartition(".")
            if dot and catalogue().get(pattern(found)) is None:  # a method: entry.date.days_to
                yield owner


def _read(why: Why) -> Iterator[str]:
    """The facts read by the leaves on which a truth rests."""
    node = why.node
    if isinstance(node, Compare | Table | Granted) or (isinstance(node, Some) and not why.parts):
        yield from (read.path for read in why.reads)
        return
    parts = why.parts
    if isinstance(node, All):
        parts = _resting(why, FALSE)
    elif isinstance(node, AnyOf) or (isinstance(node, Some) and why.member is None):
        parts = _resting(why, TRUE)
    for part in parts:
        yield from _read(part)


def _resting(why: Why, settles: Truth) -> tuple[Why, ...]:
    """One way a single part settles a group: then those that do; the other way all parts."""
    if why.truth != settles:
        return why.parts
    return tuple(part for part in why.parts if part.truth == settles)
