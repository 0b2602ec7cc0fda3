"""Complete southbound cases drawn near the edges of the law of the United States."""

from __future__ import annotations

import random
from datetime import date

from tests.oracle.draw import CLOSED, HOURS, PORTS, draw_charges
from tests.oracle.draw_people import (
    SPOUSES,
    TIED,
    Days,
    Draw,
    Facts,
    birth_date,
    day,
    draw_relative_claims,
    listed,
    make_adult,
    pick,
)
from tests.oracle.draw_people import person as draw_person
from tests.oracle.draw_whole import draw_history

VERSIONS = (
    "2005-01-10",
    "2015-01-01",
    "2018-05-01",
    "2023-04-01",
    "2024-09-01",
    "2026-04-01",
    "own",
)

PLACES = (
    *("land_port",) * 10,
    *("train",) * 3,
    *("between_land",) * 10,
    *("between_water",) * 5,
    *("coast",) * 2,
    *("harbour_or_ferry",) * 3,
    *("airport",) * 4,
)
# The day of the boundary and its neighbours; the first day is 0.
DAYS = (0, 1, 3, 9, 12, 13, 13, 14, 14, 14, 14, 15, 15, 20, 200)
INSTRUMENTS = (*("2009-03-23",) * 2, *("2023-03-25",) * 4, "2024-08-14")
FIRST_DAY = date(2004, 12, 29).toordinal()
LAST_DAY = date(2026, 10, 20).toordinal()

AGES = (0, 5, 12, 16, 17, 17, 17, 18, 18, 19, 30, 44)
NATIONS = ("NG", "CO", "ER", "PK", "MX", "TR", "QA", "FR")
RELATIONS = (
    *("spouse",) * 3,
    *("common_law_partner",) * 2,
    *("guardian",) * 4,
    *("parent",) * 6,
    *("child",) * 2,
    *("sibling",) * 4,
    "grandparent",
    "grandchild",
    *("aunt_or_uncle",) * 2,
    *("niece_or_nephew",) * 2,
    "cousin",
    "in_law",
    "fiance",
)
STATUSES = (
    "citizen",
    "citizen",
    "permanent_resident",
    "asylee",
    "refugee",
    "other_lawful",
    *("visitor", "visa_waiver", "none") * 3,
)
PAPERS = (
    "immigrant_visa",
    *("visitor_visa",) * 4,
    "work_permit",
    "study_permit",
    "permanent_resident_travel_document",
    "refugee_travel_document",
    "temporary_travel_document",
    "temporary_resident_permit",
    "other_admission_document",
    *("electronic_travel_authorization",) * 4,
    "visitor_record",
    "passport",
)

READINGS = {
    "s.coverage_burden": ("officer", "person"),
    "s.waters": ("designated", "not_designated"),
    "s.kin_step": ("count", "not_counted"),
    "s.visa_validly_issued": ("enough", "not_enough"),
    "s.waiver_admission": ("yes", "no"),
    "s.waiver_barred": ("needs_visa", "needs_none"),
    "s.affirmative_claim": ("screened", "not_reached"),
}
DEPARTURES = (
    ("s.day_14", "hours_336"),
    ("s.anchor_citizen", "not_counted"),
    ("s.ferry", "land_port"),
)


def draw_southbound(rng: random.Random) -> Facts:
    """Draw one complete southbound case."""
    draw = rng.random
    lag = pick(draw, DAYS)
    entry_day = FIRST_DAY + int(draw() * (LAST_DAY - FIRST_DAY))
    chance = draw()
    if chance < 0.4:
        entry_day = date.fromisoformat(pick(draw, INSTRUMENTS)).toordinal() - int(draw() * 2)
        if chance < 0.2:
            entry_day -= lag
    decision = entry_day + lag + int(draw() * 20)
    days = Days(entry_day, entry_day + lag, entry_day + lag, decision)
    age = pick(draw, AGES)
    place = pick(draw, PLACES)
    entry = draw_entry(draw, place, entry_day)
    claim = draw_claim(draw, entry, days)
    route = draw_route(draw)
    claim["inland"] = draw() < 0.3 and not route["in_transit"]
    entries = [entry]
    if draw() < 0.15:
        before = draw_entry(draw, pick(draw, PLACES), entry_day - 1 - int(draw() * 60))
        entries.insert(0, before | {"id": "e2"})
    case: Facts = {
        "journey": {"into": "us"},
        "claimant": draw_claimant(draw, age, days),
        "relatives": listed(draw_relatives(draw, age, days)),
        "route": route,
        "entries": listed(entries),
        "claim": claim,
        "relief": {},
    }
    case["history"] = draw_history(draw, case)
    if draw() < 0.15:
        case["relief"]["public_interest"] = draw() < 0.5
    return case


def draw_entry(draw: Draw, place: str, entry_day: int) -> Facts:
    """Draw an entry; whether it was at an open port is stated or left to follow from the place."""
    entry: Facts = {
        "id": "e1",
        "place": place,
        "port": "not named",
        "date": day(entry_day),
        "time": pick(draw, HOURS),
        "zone": "America/New_York",
        "found": "stopped" if draw() < 0.5 else "came_forward",
        "taken_to_port": place not in PORTS and draw() < 0.3,
        "shown": draw() < 0.8,
    }
    if place in PORTS and draw() < CLOSED[place]:
        entry["at_port"] = False
    elif draw() < 0.4:
        entry["at_port"] = place in PORTS
    return entry


def draw_claim(draw: Draw, entry: Facts, days: Days) -> Facts:
    """Draw the claim; on the day of the entry it does not come before it."""
    claim: Facts = {
        "in_person": day(days.first_claim),
        "time": pick(draw, HOURS),
        "channel": pick(draw, ("officer", "expedited_removal", "court", "affirmative")),
        "decision_date": day(days.decision),
        "decided_by_board": draw() < 0.1,
        "under_removal_order": draw() < 0.05,
    }
    if draw() < 0.5:
        claim["date"] = claim["in_person"]
    if days.first_claim == days.entry and claim["time"] < entry["time"]:
        claim["time"], entry["time"] = entry["time"], claim["time"]
    return claim


def draw_route(draw: Draw) -> Facts:
    """Draw the way to the United States, nearly always through Canada."""
    removed = draw() < 0.2
    legs = [] if draw() < 0.03 else ["CA"]
    if draw() < 0.1:
        legs.insert(0, "FR")
    return {
        "legs": listed(
            [
                {
                    "id": f"l{number}",
                    "country": country,
                    "territory": "main",
                    "days": int(draw() * 60),
                    "mode": "road" if draw() < 0.6 else "air",
                    "papers": "none",
                }
                for number, country in enumerate(legs, 1)
            ]
        ),
        "ordered_removed": removed,
        "in_transit": removed and draw() < 0.6,
        "claim_decided_there": draw() < 0.3,
        "could_have_claimed_there": draw() < 0.3,
        "refused_by_other_side": draw() < 0.05,
        "re_entering": draw() < 0.05,
        "presence_shown_by": listed(["seen"] if draw() < 0.5 else ["none"]),
    }


def draw_claimant(draw: Draw, age: int, days: Days) -> Facts:
    """Draw who claims."""
    nations, stateless = [pick(draw, NATIONS)], False
    chance = draw()
    if chance < 0.03:
        nations.append("CA")
    elif chance < 0.06:
        nations = ["CA"]
    elif chance < 0.1:
        nations.append("US")
    elif chance < 0.22:
        stateless, nations = True, []
    visas = draw()
    return {
        "nationalities": listed(nations),
        "stateless": stateless,
        "former_residence": listed(["CA"] if draw() < 0.2 else []),
        "habitual_residence": "CA" if draw() < (0.5 if stateless else 0.1) else "KE",
        "permanent_resident_of_destination": draw() < 0.1,
        "lawful_status": draw() < 0.15,
        "waiver_barred": draw() < 0.4,
        "birth_date": birth_date(draw, age, days),
        "age": age,
        "visa_needed": {"destination": visas < 0.8, "origin": visas < 0.7 or visas > 0.87},
        "documents": listed(draw_papers(draw)),
        "charges": listed(draw_charges(draw)),
    }


def draw_papers(draw: Draw) -> list[Facts]:
    """Draw papers of the U.S. that count, or nearly count."""
    papers: list[Facts] = []
    for number in range(1 if draw() < 0.3 else 0):
        kind = pick(draw, PAPERS)
        spoilt = int(draw() * 8)
        paper = {
            "id": f"d{number + 1}",
            "kind": kind,
            "issuer": "CA" if spoilt == 0 else "US",
            "transit_only": spoilt == 1,
            "valid": spoilt not in (2, 3, 4),
            "shown": spoilt != 5,
        }
        if kind == "passport":
            paper |= {"issuer": "NG", "passport_condition": "none"}
        papers.append(paper)
    return papers


def draw_relatives(draw: Draw, age: int, days: Days) -> list[Facts]:
    """Draw none to three relatives, each with some way of helping or not."""
    chance = draw()
    count = 0 if chance < 0.35 else 1 if chance < 0.7 else 2 if chance < 0.9 else 3
    relatives = []
    for number in range(1, count + 1):
        relative = draw_relative(draw, age, days)
        relative["id"] = f"r{number}"
        relatives.append(relative)
    return relatives


def draw_relative(draw: Draw, claimant_age: int, days: Days) -> Facts:
    """Draw a relative."""
    relative = draw_person(draw, pick(draw, RELATIONS), claimant_age, days)
    relation = relative["relation"]
    if relation in TIED and draw() < 0.3:
        relative["tie"] = pick(draw, ("step", "marriage", "adoptive"))
    relative["shown"] = draw() < 0.85
    chance = draw()
    if chance < 0.18:
        relative["whereabouts"] = "origin"
    elif chance < 0.33:
        relative["whereabouts"] = "elsewhere"
        relative["travels_with"] = False
    if relative["whereabouts"] != "destination":
        relative["away_temporarily"] = draw() < 0.4
    elif relation in ("parent", "guardian"):
        relative["able_to_care"] = draw() < 0.6
    statuses = {pick(draw, STATUSES)}
    if draw() < 0.1:
        statuses = {"visitor", pick(draw, STATUSES[:6])}
    relative["statuses"] = listed(sorted(statuses))
    chance = draw()
    if chance < 0.25:
        relative["claims"] = listed(draw_claims(draw))
        if relation not in SPOUSES | {"child", "grandchild"} and draw() < 0.3:
            make_adult(draw, relative, claimant_age, days)
    elif chance < 0.45:
        permit = {"id": "p1", "kind": "study", "valid": draw() < 0.6}
        if draw() < 0.5:
            permit |= {"kind": "work", "under": "other"}
        relative["permits"] = listed([permit])
    return relative


def draw_claims(draw: Draw) -> list[Facts]:
    """Draw a relative's claims: pending, on appeal, or over."""
    if draw() < 0.4:
        return draw_relative_claims(draw, draw() < 0.5)
    stage = pick(draw, ("first_instance", "appeal_open", "closed"))
    result = pick(draw, ("none", "accepted", "rejected", "rejected", "withdrawn"))
    return [{"id": "k1", "referred": draw() < 0.5, "stage": stage, "result": result}]


def draw_setup(rng: random.Random) -> dict[str, str]:
    """Draw readings: every open one set, the others mostly at their default."""
    draw = rng.random
    readings = {name: pick(draw, positions) for name, positions in READINGS.items()}
    readings |= {name: position for name, position in DEPARTURES if draw() < 0.3}
    return readings
