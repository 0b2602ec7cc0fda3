"""Make complete cases partial: forget some of what they state."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import pattern

Forgotten = tuple[str, str]
"""A path, and whether its ``value`` or its completeness (``complete``) is forgotten."""


def stated(data: dict[str, Any], before: str = "") -> Iterator[Forgotten]:
    """Everything a case states."""
    for key, value in data.items():
        path = f"{before}{key}"
        fact = catalogue().get(pattern(path))
        if fact is None:
            yield from stated(value, f"{path}.")
        elif not fact.is_list:
            yield path, "value"
        else:
            if value.get("complete"):
                yield path, "complete"
            for member in value.get("items") or () if fact.type == "records" else ():
                inner = {k: v for k, v in member.items() if k != "id"}
                yield from stated(inner, f"{path}[{member['id']}].")


def forget(case: Case, forgotten: list[Forgotten]) -> Case:
    """The case without what is forgotten."""
    for path, kind in forgotten:
        case = case.set_complete(path, None) if kind == "complete" else case.replace(path, None)
    return case


def partial(facts: dict[str, Any], rng: random.Random, most: int = 3) -> tuple[Case, Case]:
    """A complete case, and the same with up to ``most`` things forgotten.

    What can be derived is not forgotten: stated otherwise than derived it is a contradiction, of which
    the program warns.
    """
    whole = Case(facts)
    known = catalogue()
    choices = [
        (path, kind)
        for path, kind in stated(facts)
        if path != "journey.into" and not known.fact(path).derived
    ]
    return whole, forget(whole, rng.sample(choices, rng.randint(1, most)))
