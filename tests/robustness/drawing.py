"""Cases drawn at random from the catalogue: sparse and full, lists open and closed, days at odd ends."""

from __future__ import annotations

import random
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import Fact

DAYS = ("2018", "2018-05", "2018-05-03", "2018-05-17", "2000-02-29", "0001-01-01", "9999-12-31")


def draw_value(fact: Fact, rng: random.Random) -> Any:
    """A value that the fact can have."""
    lowest, highest = fact.minimum or 0, fact.maximum or 40
    makers: dict[str, Any] = {
        "boolean": lambda: rng.random() < 0.5,
        "integer": lambda: rng.choice([lowest, highest, rng.randint(lowest, highest)]),
        "text": lambda: rng.choice(["somewhere", "<b>x</b>", "日本"]),
        "date": lambda: rng.choice(DAYS),
        "time": lambda: rng.choice(["00:00", "12:00", "23:59"]),
        "choice": lambda: rng.choice(list(fact.choices)),
        "choices": lambda: rng.sample(
            list(fact.choices), rng.randint(1, min(3, len(fact.choices)))
        ),
        "country": lambda: rng.choice(["CA", "US", "MX", "SY"]),
        "countries": lambda: rng.sample(["CA", "US", "MX", "SY"], rng.randint(1, 3)),
    }
    return makers[fact.type]()


def _list(fact: Fact, rng: random.Random, dense: float) -> dict[str, Any]:
    kinds = next((list(f.choices) for f in fact.fields if f.name == fact.kind), [])
    complete = rng.choice([None, "all", "all", *([kinds[:1] * 2, kinds[:2]] if kinds else [])])
    items: list[Any]
    if fact.type == "records":
        items = [
            {"id": f"{fact.name[0]}{n}", **_record(fact, rng, dense)}
            for n in range(rng.randint(0, 3))
        ]
    else:
        items = draw_value(fact, rng) if rng.random() < 0.7 else []
    return {"complete": complete, "items": items}


def _record(fact: Fact, rng: random.Random, dense: float) -> dict[str, Any]:
    return {
        inner.name: _list(inner, rng, dense) if inner.is_list else draw_value(inner, rng)
        for inner in fact.fields
        if not inner.computed and rng.random() < dense
    }


def draw_case(rng: random.Random) -> Case:
    """A case into the country whose law the program holds."""
    dense = rng.choice([0.2, 0.5, 0.8, 1.0])
    data: dict[str, Any] = {}
    for fact in catalogue().facts.values():
        if "[]" in fact.path or fact.computed or rng.random() > dense:
            continue
        *above, last = fact.path.split(".")
        at = data
        for key in above:
            at = at.setdefault(key, {})
        at[last] = _list(fact, rng, dense) if fact.is_list else draw_value(fact, rng)
    data.setdefault("journey", {})["into"] = catalogue().opening["into"]
    return Case.from_data(data)
