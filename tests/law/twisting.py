"""Drawn cases with a few facts changed at random, also to what the draws leave out.

What comes out is complete, but need not be consistent: it may break checks of the catalogue, namely
those of which the oracle and the program make the same.
"""

from __future__ import annotations

import json
import random
from typing import Any

from core.case.catalogue import catalogue
from tests.oracle.draw import PORTS
from tests.oracle.draw_people import TIED

Facts = dict[str, Any]

RECORDS = (
    "relatives",
    "relatives",
    "relatives[].claims",
    "relatives[].permits",
    "claimant.documents",
    "claimant.charges",
    "route.legs",
)
TRUTHS = (
    "claimant.stateless",
    "claimant.permanent_resident_of_destination",
    "claimant.visa_needed.destination",
    "claimant.visa_needed.origin",
    "route.ordered_removed",
    "route.in_transit",
    "route.claim_decided_there",
    "route.could_have_claimed_there",
    "route.refused_by_other_side",
    "route.re_entering",
    "claim.inland",
)
COUNTRIES = ("US", "US", "CA", "CA", "NG", "MX", "BI")
STILL_ON_THE_LIST = ("AF", "HT")
"""Still under a moratorium when the exception for it was repealed; before, the oracle does not know."""
REPEALED = "2009-07-23"


def twisted(facts: Facts, rng: random.Random, day: str) -> Facts:
    """The case with one to four changes, for a version of the day."""
    found: Facts = json.loads(json.dumps(facts))
    if rng.random() < 0.05:  # also those who are said to be elsewhere
        for relative in found["relatives"]["items"]:
            relative["travels_with"] = True
    for _ in range(rng.randint(1, 4)):
        chance = rng.random()
        if chance < 0.6:
            _twist_record(found, rng)
        elif chance < 0.75:
            _twist_truth(found, rng)
        elif chance < 0.9:
            _twist_entry(found["entries"]["items"][-1], rng)
        else:
            nations = [*COUNTRIES, *(STILL_ON_THE_LIST * 3 if day >= REPEALED else ())]
            found["claimant"]["nationalities"]["items"] = [rng.choice(nations)]
    if found["route"]["in_transit"]:  # who is in transit does not claim inland: a check says so
        found["claim"]["inland"] = False
    return found


def _twist_truth(facts: Facts, rng: random.Random) -> None:
    *way, last = rng.choice(TRUTHS).split(".")
    at = facts
    for step in way:
        at = at[step]
    at[last] = not at[last]


def _twist_entry(entry: Facts, rng: random.Random) -> None:
    field = rng.choice(("place", "shown", "at_port", "time"))
    if field == "place":
        entry["place"] = rng.choice(list(catalogue().fact("entries[e1].place").choices))
    elif field == "shown":
        entry["shown"] = not entry["shown"]
    elif field == "time":
        entry["time"] = rng.choice(("09:59", "10:00", "10:01"))
    else:
        entry["at_port"] = rng.random() < 0.5
    if entry["place"] not in PORTS:  # such a place is never a port, whatever is stated
        entry.pop("at_port", None)


def _twist_record(facts: Facts, rng: random.Random) -> None:
    """Change one field of a record, or add a record."""
    path = rng.choice(RECORDS)
    where = _list_at(facts, path, rng)
    if where is None:
        return
    if not where or rng.random() < 0.25:
        where.append(_new(path, f"x{rng.randrange(10**9)}"))
    record = rng.choice(where)
    kinds = ("boolean", "choice", "country", "choices")
    fields = [f for f in catalogue().facts[path].fields if f.type in kinds and not f.computed]
    fact = rng.choice(fields)
    if fact.type == "boolean":
        record[fact.name] = rng.random() < 0.5
    elif fact.type == "country":
        record[fact.name] = rng.choice(COUNTRIES)
    elif fact.type == "choice":
        record[fact.name] = rng.choice(list(fact.choices))
    else:
        record[fact.name] = {"complete": "all", "items": [rng.choice(list(fact.choices))]}
    if record.get("kind") == "work":
        record.setdefault("under", "other")
    if record.get("whereabouts", "destination") != "destination":
        record.setdefault("away_temporarily", rng.random() < 0.5)
    if record.get("relation") in TIED:
        record.setdefault("tie", "blood")


def _list_at(facts: Facts, path: str, rng: random.Random) -> list[Facts] | None:
    """The list itself; of a list inside another's members, that of one member, if there is any."""
    outer, inside, name = path.partition("[].")
    at: Any = facts
    for step in outer.split("."):
        at = at[step]
    items: list[Facts] = at["items"]
    if not inside:
        return items
    return rng.choice(items)[name]["items"] if items else None


def _new(path: str, name: str) -> Facts:
    records: dict[str, Facts] = {
        "relatives": {
            "relation": "spouse",
            "shown": True,
            "whereabouts": "destination",
            "birth_date": "1980-01-01",
            "age": 30,
            "travels_with": False,
            "statuses": {"complete": "all", "items": ["citizen"]},
            "permits": {"complete": "all", "items": []},
            "claims": {"complete": "all", "items": []},
        },
        "relatives[].claims": {"referred": True, "stage": "appeal_open", "result": "rejected"},
        "relatives[].permits": {"kind": "study", "under": "other", "valid": True},
        "claimant.documents": {
            "kind": "work_permit",
            "issuer": "CA",
            "transit_only": False,
            "valid": True,
            "shown": True,
        },
        "claimant.charges": {
            "country": "US",
            "punishable_by_death": True,
            "convicted": False,
            "shown": True,
        },
        "route.legs": {
            "country": "US",
            "territory": "main",
            "days": 3,
            "mode": "road",
            "papers": "none",
        },
    }
    return {"id": name, **records[path]}
