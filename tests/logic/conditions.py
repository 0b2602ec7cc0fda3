"""Random conditions over facts of the real catalogue, and random cases to ask them of.

A condition is drawn as the plain data of a law file, so that it passes through the same reading.
"""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import strategies as st

from core.case.case import Case
from core.case.catalogue import catalogue
from core.law.load import law
from core.logic.parse import Scope, parse_condition
from core.logic.tree import Condition
from tests.oracle.draw import draw_case

VERSIONS = ("2005-06-01", "2018-05-01", "whole_border_2018", "2023-04-01", "2026-10-01")

LEAVES = {
    "": (
        "claimant.age < 18",
        "claimant.age_at_entry >= 18",
        "claimant.stateless == true",
        "claimant.stateless != false",
        '"US" in claimant.nationalities',
        '"NG" not in claimant.nationalities',
        "other_country() in claimant.former_residence",
        "claimant.habitual_residence == other_country()",
        "claimant.visa_needed.destination == false",
        "route.from_designated == true",
        "route.ordered_removed == false",
        '"seen" in route.presence_shown_by',
        'entry.place in ["land_port", "train"]',
        'entry.place != "airport"',
        "entry.at_port == true",
        "entry.date.days_to(claim.date) < 14",
        "entry.date.days_to(claim.date) == 14",
        'entry.date >= D("2018-05-01")',
        'claim.date < D("2018-05-10")',
        "claim.time < entry.time",
        "claim.date >= entry.date + days(14)",
        'claim.date >= first(entries.date, after=D("2018-04-20")) + days(1) + years(1)',
        "last(entries.date) == entry.date",
        "claim.inland == true",
    ),
    "relatives": (
        'r.relation == "sibling"',
        'r.relation in ["parent", "guardian", "spouse"]',
        'r.whereabouts == "destination"',
        "r.age >= 18",
        "r.age_at_decision < 18",
        "r.age > claimant.age",
        "r.shown == true",
        "r.travels_with != true",
        '"citizen" in r.statuses',
        '"none" not in r.statuses',
    ),
    "permits": ('p.kind in ["work", "study"]', "p.valid == true"),
    "claims": ("c.referred == true", 'c.result in ["none", "accepted"]', 'c.stage != "closed"'),
    "entries": ('e.place == "coast"', "e.shown == true", "e.date.days_to(claim.date) >= 14"),
}
LISTS = {
    "": (("r", "relatives", "relatives"), ("e", "entries", "entries")),
    "relatives": (("p", "r.permits", "permits"), ("c", "r.claims", "claims")),
}
TERMS = {
    "relatives": ("r", ("ca.irpr.159.1#family_member", "ca.irpr.159.5#adult_relative")),
    "entries": ("e", ("ca.irpr.2#port_of_entry", "ca.irpa.101(1)(b.2)#late_crossing")),
}
REFERENCES = (
    *({"provision": f"ca.irpr.159.{name}"} for name in ("4(1)(a)", "4(1.1)", "5(a)", "5", "9")),
    *({"limb": f"ca.irpr.159.5{name}"} for name in ("#land_port", "(e)#minor", "#nowhere")),
    {"term": "ca.irpr.2#port_of_entry", "of": "entry"},
    {"table": "removal_moratorium", "on": "claimant.nationalities"},
    {"reading": "n.day_count", "is": "hours"},
    {"assume": "waters", "is": "covered"},
    {"all": []},
    {"any": []},
)
FAVOURS = ({"granted": "relief.humanitarian"}, {"granted": "relief.public_interest"})


@st.composite
def _data(draw: st.DrawFn, room: str, depth: int, *, favours: bool) -> Any:
    """The plain data of a condition; `room` is the list whose member may be spoken of."""
    kinds = ["leaf"]
    if depth:
        kinds += ["all", "any", "not", "choose", "reference"]
        kinds += ["some"] if LISTS.get(room) else []
        kinds += ["term"] if room in TERMS else []
    kind = draw(st.sampled_from(kinds))
    inner = _data(room, depth - 1, favours=favours)
    if kind == "leaf":
        return draw(st.sampled_from(LEAVES[room] + (LEAVES[""] if room else ())))
    if kind in ("all", "any"):
        return {kind: draw(st.lists(inner, min_size=1, max_size=3))}
    if kind == "not":
        return {"not": draw(inner)}
    if kind == "choose":
        return {
            "choose": {"reading": "n.minor_married"},
            "no": draw(inner),
            "yes": draw(inner),
        }
    if kind == "term":
        name, terms = TERMS[room]
        return {"term": draw(st.sampled_from(terms)), "of": name}
    if kind == "some":
        var, source, below = draw(st.sampled_from(LISTS[room]))
        where = draw(st.lists(_data(below, depth - 1, favours=favours), max_size=3))
        return {"some": {var: source}, "where": where}
    return draw(st.sampled_from(REFERENCES + (FAVOURS if favours else ())))


def conditions(*, favours: bool = True) -> st.SearchStrategy[Condition]:
    """Conditions of up to four storeys, with or without favours that count only when granted."""
    return _data("", 4, favours=favours).map(lambda data: parse_condition(data, Scope(catalogue())))


def choices() -> st.SearchStrategy[dict[tuple[str, str], str | None]]:
    """A position for every reading, or none."""
    positions = {
        ("reading", name): st.none() | st.sampled_from(sorted(reading.positions))
        for name, reading in law().readings.items()
    }
    positions["assume", "waters"] = st.none() | st.sampled_from(["covered", "not_covered"])
    return st.fixed_dictionaries(positions)


# --- cases, and less of them -----------------------------------------------------------------------
def full_case(rng: random.Random) -> dict[str, Any]:
    """The data of a case in which everything asked is stated and nothing contradicts."""
    return draw_case(rng)


def less(data: dict[str, Any], rng: random.Random) -> Case:
    """The same case with less stated: facts unknown, lists open, some of their members not named.

    What a stated value hides stays: a fact that can be found from others, and the entry relied on.
    """
    share = rng.choice((0.1, 0.3, 0.6))
    return Case.from_data(_thinned(copy.deepcopy(data), "", rng, share))


def _thinned(data: dict[str, Any], path: str, rng: random.Random, share: float) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, inner in data.items():
        where = f"{path}.{key}" if path else key
        fact = catalogue().get(where)
        if fact is None and isinstance(inner, dict):
            found[key] = _thinned(inner, where, rng, share)
        elif fact is None or fact.derived:
            found[key] = inner
        elif fact.is_list:
            found[key] = _opened(inner, where, rng, share)
        elif rng.random() >= share:
            found[key] = inner
    return found


def _opened(listed: dict[str, Any], path: str, rng: random.Random, share: float) -> dict[str, Any]:
    fact = catalogue().facts[path]
    items = [
        {"id": item["id"], **_thinned(_fields(item), f"{path}[]", rng, share)}
        if isinstance(item, dict)
        else item
        for item in listed["items"]
    ]
    if rng.random() >= share:
        return {"complete": "all", "items": items}
    kinds = [k for k in (fact.field(fact.kind).choices if fact.kind else ()) if rng.random() < 0.5]
    keep = [
        item
        for item, whole in zip(items, listed["items"], strict=True)
        if path in catalogue().singles.values()
        or (kinds and whole.get(fact.kind) in kinds)
        or rng.random() < 0.5
    ]
    return {"complete": kinds or None, "items": keep}


def _fields(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "id"}
