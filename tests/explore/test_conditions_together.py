"""Conditions made at random of what the law asks can be true together exactly if z3 finds a case.

The law's own provisions use a list in few ways; here its questions are joined anew, over every list.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from core.case.case import Case
from core.case.checks import broken_checks
from core.case.setup import Setup
from core.decision.situation import Situation, choices_of
from core.explore.model import Model
from core.explore.witness import witness
from core.law.version import Version, find_version
from core.logic import tree
from core.logic.run import compile_condition
from core.logic.tree import Condition, Expr
from core.logic.truth import TRUE
from tests.explore.laws import LONGER, versions
from tests.explore.z3case import case_of
from tests.explore.z3judge import Judge

ALL = 10**6
MADE = 24
ASKED = 25 * LONGER
ROUNDS = range(2 * LONGER)
BASES = {"ca": "ca:2018-05-01+suspended", "us": "us:2005-01-10"}
"""The versions with the fewest texts: whatever else is asked is made here."""


# --- what the law asks -------------------------------------------------------------------------------
@cache
def asked_of(country: str) -> dict[str, tuple[tree.Compare, ...]]:
    """The comparisons in the law of a country, by the list whose member they are about."""
    found: dict[str, dict[str, tree.Compare]] = {}
    for version in versions(country):
        for text in version.texts.values():
            over = version.law.provisions[text.provision].over
            for node in (text.when, text.gate, *(limb.condition for limb in text.limbs.values())):
                for pattern, one in _leaves(node, {"it": over}):
                    found.setdefault(pattern, {})[one.text] = one
    return {path: tuple(leaves[text] for text in sorted(leaves)) for path, leaves in found.items()}


def _leaves(node: Condition, env: dict[str, str]) -> Iterator[tuple[str, tree.Compare]]:
    if isinstance(node, tree.Some):
        outer = f"{env[node.source.var]}[]." if node.source.var else ""
        env = {**env, node.var: outer + node.source.path}
    if isinstance(node, tree.Compare) and "first(" not in node.text:
        names = {fact.var for fact in _facts(node.left, node.right) if fact.var}
        if len(names) < 2:
            var = next(iter(names), "")
            yield env.get(var, ""), _about(node, var, "m")
    for child in tree.children(node):
        yield from _leaves(child, env)


def _facts(*sides: Expr) -> Iterator[tree.Fact]:
    for side in sides:
        if isinstance(side, tree.Fact):
            yield side
        elif isinstance(side, tree.Call):
            yield from _facts(*side.args)


def _about(node: tree.Compare, var: str, other: str) -> tree.Compare:
    def renamed(side: Expr) -> Expr:
        if isinstance(side, tree.Fact) and side.var == var:
            return tree.Fact(side.path, other)
        if isinstance(side, tree.Call):
            return tree.Call(side.name, tuple(map(renamed, side.args)))
        return side

    if not var:
        return node
    return tree.Compare(node.op, renamed(node.left), renamed(node.right), node.text, node.negated)


# --- conditions made of it ---------------------------------------------------------------------------
def made(rng: random.Random, country: str) -> Condition:
    """A comparison, or "there is a member such that" with up to three of them inside."""
    by_list = asked_of(country)
    tops = [path for path in by_list if "[]" not in path and path != ""]
    if rng.random() < 0.25:
        return _perhaps_not(rng, rng.choice(by_list[""]))
    source = rng.choice(tops)
    parts = [_perhaps_not(rng, one) for one in _some_of(rng, by_list[source], 3)]
    inner = [path for path in by_list if path.startswith(f"{source}[].")]
    nested = rng.choice(inner) if inner else ""
    for _ in range(rng.choice((0, 1, 2)) if inner else 0):
        of_inner = _some_of(rng, by_list[nested], 2)
        where = [_perhaps_not(rng, _about(one, "m", "n")) for one in of_inner]
        field = tree.Fact(nested.rpartition("[].")[2], "m")
        parts.append(_perhaps_not(rng, tree.Some("n", field, tree.All(tuple(where)))))
    joined = tree.All(tuple(parts)) if rng.random() < 0.7 else tree.Any(tuple(parts))
    return tree.Some("m", tree.Fact(source), joined)


def _some_of(rng: random.Random, of: tuple[tree.Compare, ...], most: int) -> list[tree.Compare]:
    return rng.sample(of, min(len(of), rng.randint(1, most)))


def _perhaps_not(rng: random.Random, node: Condition) -> Condition:
    return tree.Not(node) if rng.random() < 0.4 else node


# --- asked of both -----------------------------------------------------------------------------------
@pytest.mark.parametrize("country", sorted(BASES))
@pytest.mark.parametrize("number", ROUNDS)
def test_conditions_can_be_true_together_exactly_if_z3_finds_a_case(
    country: str, number: int
) -> None:
    rng = random.Random(f"together, {country}, {number}")
    version = find_version(BASES[country])
    conditions = [made(rng, country) for _ in range(MADE)]
    model = Model((version,), extra=conditions)
    judge = Judge((version,), conditions, ALL)
    book, law = model.book(version), judge.law(version)
    wrong: list[tuple[Any, ...]] = []
    seen: set[bool] = set()
    for _ in range(ASKED):
        chosen = rng.sample(range(MADE), rng.randint(2, 7))
        asked = [_perhaps_not(rng, conditions[at]) for at in chosen]
        where = model.diagrams.every(book.condition(one, {}) for one in asked)
        shown = [witness(model, where, country)]
        found = judge.find(*(law.condition(one, {}) for one in asked))
        shown.append(case_of(judge.facts, found) if found is not None else None)
        seen.add(found is None)
        if (shown[0] is None) != (shown[1] is None):
            wrong.append((asked, "diagrams", shown[0] is not None, "z3", shown[1] is not None))
        for who, one in zip(("diagrams", "z3"), shown, strict=True):
            if one is not None and (said := amiss(version, asked, *one)):
                wrong.append((who, said, one[0].data))
    assert wrong == []
    assert seen == {True, False}


def amiss(version: Version, asked: list[Condition], case: Case, setup: Setup) -> list[object]:
    """What a case does not fulfil."""
    situation = Situation(case, version, choices_of(version, setup))
    found: list[object] = [one for one in asked if compile_condition(one)(situation) != TRUE]
    return [*found, *(check.id for check in broken_checks(case, setup.readings))]
