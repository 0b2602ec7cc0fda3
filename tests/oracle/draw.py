"""Complete cases drawn at random near the edges of the law, for comparing two encodings of it.

Every drawn case states every fact that is asked, closes every list and respects the checks of the
catalogue; it need not be a likely story. An exception is drawn by building all its elements and
then, about half the time, spoiling one.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

from tests.oracle.draw_people import (
    Days,
    Draw,
    Facts,
    birth_date,
    day,
    draw_relatives,
    listed,
    pick,
)
from tests.oracle.north import exceptions_met

VERSIONS = ["2005-06-01", "2015-06-01", "2018-05-01", "whole_border_2018", "2023-04-01"]

PROVISIONS = [
    "159.2",
    "159.4(1)(a)",
    "159.4(1)(b)",
    "159.4(1)(c)",
    "159.4(1.1)",
    "159.4(2)",
    "zhao",
    *(f"159.5({letter})" for letter in "abcdefgh"),
    *(f"159.6({letter})" for letter in "abc"),
]

FIRST_DAY = date(2005, 1, 3).toordinal()
LAST_DAY = date(2024, 6, 28).toordinal()

# A value that stands twice is drawn twice as often.
PLACES = (
    *("land_port",) * 14,
    *("train",) * 4,
    *("between_land",) * 8,
    *("between_water",) * 4,
    *("coast",) * 2,
    *("harbour_or_ferry",) * 2,
    *("airport",) * 4,
)
PORTS = frozenset({"land_port", "train", "harbour_or_ferry", "airport"})
CLOSED = {"land_port": 0.18, "train": 0.15, "harbour_or_ferry": 0.08, "airport": 0.08}
DAYS = (0, 0, 1, 2, 5, 9, 12, 12, 13, 13, 13, 14, 14, 14, 14, 15, 15, 20, 45, 200)
HOURS = ("00:05", "06:30", "10:00", "10:00", "10:00", "10:01", "23:50")
ZONES = ("America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver")
CLAIMANT_AGES = (0, 5, 12, 16, 17, 17, 17, 18, 18, 19, 25, 30, 41, 68)
NATIONS = ("NG", "CO", "ER", "PK", "LK", "MX", "TR", "IN")  # never on the list of R159.6(c)
MORATORIUM_NATIONS = ("BI", "RW", "LR")  # on it from the start to the end

CANADIAN_PAPERS = (
    "immigrant_visa",
    "visitor_visa",
    "visitor_visa",
    "temporary_resident_permit",
    "permanent_resident_travel_document",
    "refugee_travel_document",
    "temporary_travel_document",
)
OTHER_PAPERS = (
    "work_permit",
    "work_permit",
    "study_permit",
    "study_permit",
    "electronic_travel_authorization",
    "visitor_record",
    "other_admission_document",
)


def draw_case(
    rng: random.Random,
    entry_day: int | None = None,
    lag: int | None = None,
    decision: int | None = None,
) -> Facts:
    """Draw one complete northbound case.

    Args:
        rng: What is drawn from.
        entry_day: The day of the entry relied on, if it is not to be drawn.
        lag: The days from the entry to the claim, likewise.
        decision: The day of the decision, likewise; a day before the claim is not heeded.
    """
    draw = rng.random
    if entry_day is None:
        entry_day = FIRST_DAY + int(draw() * (LAST_DAY - FIRST_DAY))
    claim, days = draw_claim(draw, entry_day, lag, decision)
    minor = draw() < 0.33
    age = pick(draw, CLAIMANT_AGES[:7] if minor else CLAIMANT_AGES[7:])
    place = pick(draw, PLACES)
    route = draw_route(draw, place)
    claimant = draw_claimant(draw, age, days)
    draw_return(draw, claimant, route)
    claim["inland"] = draw() < (0.15 if place in PORTS else 0.4) and not route["in_transit"]

    entries = [draw_entry(draw, "e1", place, entry_day)]
    entry = entries[0]
    if days.first_claim == entry_day and claim["time"] < entry["time"]:
        claim["time"], entry["time"] = entry["time"], claim["time"]
    if draw() < 0.25:
        before = entry_day - 1 - int(draw() * 40)
        entries.insert(0, draw_entry(draw, "e2", pick(draw, PLACES), before))

    return {
        "journey": {"into": "ca"},
        "claimant": claimant,
        "relatives": listed(draw_relatives(draw, age, days)),
        "route": route,
        "entries": listed(entries),
        "claim": claim,
        "history": {
            "claims": listed([]),
            "protected_here": False,
            "recognised_elsewhere": False,
            "inadmissible": listed([]),
        },
    }


def draw_claim(
    draw: Draw, entry_day: int, lag: int | None = None, decision: int | None = None
) -> tuple[Facts, Days]:
    """Draw the claim, and the days that go with it."""
    if draw() < 0.3:
        if lag is not None:
            last = entry_day + lag
            first = max(entry_day, last - int(draw() * 4))
        elif draw() < 0.6:
            first = entry_day + 10 + int(draw() * 4)
            last = entry_day + 14 + int(draw() * 3)
        else:
            first = entry_day + pick(draw, DAYS)
            last = first + int(draw() * 4)
        claim: Facts = {"through_portal": True, "received": day(first), "in_person": day(last)}
        if draw() < 0.2:
            claim["date"] = claim["received"] if draw() < 0.5 else claim["in_person"]
    else:
        first = last = entry_day + (pick(draw, DAYS) if lag is None else lag)
        claim = {"through_portal": False, "in_person": day(first)}
        if draw() < 0.2:
            claim["date"] = claim["in_person"]
    claim["time"] = pick(draw, HOURS)
    claim["channel"] = "officer"
    if decision is None or decision < last:
        decision = last + int(draw() * 17)
    claim["decision_date"] = day(decision)
    claim["decided_by_board"] = False
    claim["under_removal_order"] = False
    return claim, Days(entry_day, first, last, decision)


def draw_entry(draw: Draw, name: str, place: str, entry_day: int) -> Facts:
    """Draw an entry; whether it was at an open port is stated or left to follow from the place."""
    entry: Facts = {
        "id": name,
        "place": place,
        "port": "not named",
        "date": day(entry_day),
        "time": pick(draw, HOURS),
        "zone": pick(draw, ZONES),
        "found": "stopped" if draw() < 0.5 else "came_forward",
        "taken_to_port": place not in PORTS and draw() < 0.5,
        "shown": draw() < 0.85,
    }
    if place in PORTS:
        if draw() < CLOSED[place]:
            entry["at_port"] = False
        elif draw() < 0.5:
            entry["at_port"] = True
    elif draw() < 0.5:
        entry["at_port"] = False
    return entry


def draw_route(draw: Draw, place: str) -> Facts:
    """Draw the way to Canada, nearly always through the U.S."""
    legs: list[Facts] = []
    chance = draw()
    if chance < 0.93:
        legs.append(draw_leg(draw, "US", "main"))
        if chance < 0.08:
            legs.append(draw_leg(draw, "FR", "possession"))
        elif chance < 0.16:
            legs.insert(0, draw_leg(draw, "MX", "main"))
    elif chance < 0.97:
        legs.append(draw_leg(draw, "US", "possession"))
    elif chance < 0.99:
        legs.append(draw_leg(draw, "FR", "main"))
    for number, leg in enumerate(legs, 1):
        leg["id"] = f"l{number}"
    removal = draw() < (0.65 if place == "airport" else 0.1)
    route: Facts = {
        "legs": listed(legs),
        "ordered_removed": removal,
        "in_transit": removal and draw() < 0.7,
        "claim_decided_there": draw() < 0.4,
        "could_have_claimed_there": draw() < 0.3,
        "refused_by_other_side": draw() < 0.1,
        "re_entering": draw() < 0.1,
        "presence_shown_by": listed(["seen"] if draw() < 0.5 else ["papers", "visa"]),
    }
    if draw() < 0.2:
        route["from_designated"] = chance < 0.93
    return route


def draw_leg(draw: Draw, country: str, territory: str) -> Facts:
    """Draw a leg through a country."""
    return {
        "id": "",
        "country": country,
        "territory": territory,
        "days": int(draw() * 60),
        "mode": "road" if draw() < 0.6 else "air",
        "papers": "none",
    }


def draw_claimant(draw: Draw, age: int, days: Days) -> Facts:
    """Draw who claims, with papers and charges."""
    nations = [pick(draw, NATIONS)]
    stateless = False
    chance = draw()
    if chance < 0.03:
        nations.append("US")
    elif chance < 0.04:
        nations = ["US"]
    elif chance < 0.1:
        stateless, nations = True, []
    elif chance < 0.13:
        nations = [pick(draw, MORATORIUM_NATIONS)]
    elif chance < 0.15:
        nations.append(pick(draw, MORATORIUM_NATIONS))
    elif chance < 0.2:
        nations.append("BR")
    homes: list[str] = []
    if draw() < (0.6 if stateless else 0.15):
        homes.append("MX")
    if draw() < (0.6 if stateless else 0.05):
        homes.append("US")
    chance = draw()
    return {
        "nationalities": listed(nations),
        "stateless": stateless,
        "former_residence": listed(homes),
        "habitual_residence": homes[-1] if homes else "KE",
        "permanent_resident_of_destination": draw() < 0.03,
        "birth_date": birth_date(draw, age, days),
        "age": age,
        "visa_needed": {
            "destination": chance < 0.75,
            "origin": chance < 0.67 or chance > 0.91,
        },
        "documents": listed(draw_papers(draw)),
        "charges": listed(draw_charges(draw)),
    }


def draw_papers(draw: Draw) -> list[Facts]:
    """Draw papers: a passport, Canadian papers that nearly count, or permits."""
    papers: list[Facts] = []
    if draw() < 0.4:
        papers.append(
            {
                "id": "d1",
                "kind": "passport",
                "issuer": pick(draw, NATIONS),
                "transit_only": False,
                "valid": draw() < 0.8,
                "passport_condition": "none",
                "shown": draw() < 0.8,
            }
        )
    if draw() < 0.22:
        kind = pick(draw, CANADIAN_PAPERS if draw() < 0.7 else OTHER_PAPERS)
        spoilt = int(draw() * 8)
        papers.append(
            {
                "id": "d2",
                "kind": kind,
                "issuer": "US" if spoilt == 0 else "CA",
                "transit_only": spoilt == 1,
                "valid": spoilt not in (2, 3),
                "shown": spoilt != 4,
            }
        )
    return papers


def draw_charges(draw: Draw) -> list[Facts]:
    """Draw charges in the U.S. or elsewhere, some of them not punishable by death or not shown."""
    charges: list[Facts] = []
    if draw() < 0.2:
        for number in range(1 if draw() < 0.75 else 2):
            spoilt = int(draw() * 5)
            charges.append(
                {
                    "id": f"c{number + 1}",
                    "country": "US" if draw() < 0.5 else pick(draw, NATIONS),
                    "punishable_by_death": spoilt != 0,
                    "convicted": draw() < 0.4,
                    "shown": spoilt != 1,
                }
            )
    return charges


def draw_return(draw: Draw, claimant: Facts, route: Facts) -> None:
    """Sometimes make the claimant one whom the U.S. turned back, or one who nearly is."""
    chance = draw()
    if chance < 0.1:
        spoilt = int(draw() * 8)
        claimant["permanent_resident_of_destination"] = spoilt == 0
        if spoilt == 1 and not claimant["stateless"]:
            claimant["nationalities"]["items"].append("CA")
        route["refused_by_other_side"] = spoilt != 2
        route["re_entering"] = spoilt != 3
        route["claim_decided_there"] = spoilt == 4
    elif chance < 0.15:
        spoilt = int(draw() * 5)
        claimant["permanent_resident_of_destination"] = spoilt != 0
        route["re_entering"] = spoilt != 1
        if spoilt != 2:
            route["ordered_removed"] = True
        else:
            route["ordered_removed"] = route["in_transit"] = False


# Open by default, so always set; and those that depart from their default now and then.
OPEN_READINGS = {
    "n.port_hours": ("no_port", "all_hours"),
    "n.minor_married": ("no", "yes"),
    "n.bounced_back": ("outside", "inside"),
    "n.claim_made": ("portal_receipt", "in_person"),
}
DEPARTURES = (
    ("n.death_penalty_between_ports", "closed"),
    *(("n.day_count", "hours"),) * 2,
    ("n.waters", "coastal_too"),
    ("n.transit_us_claim", "undecided_only"),
    ("n.transit_us_claim", "refused_only"),
    *(("n.kin_step_marriage", "relatives"),) * 2,
    *(("n.anchor_abroad", "harmless"),) * 2,
    *(("n.anchor_rejected", "still_live"),) * 2,
    *(("n.own_permit", "counts"),) * 2,
    ("n.age_moment", "entry"),
    ("n.age_moment", "decision"),
    *(("n.holder_validity", "holding_suffices"),) * 2,
    ("n.lawful_entry_inland", "covered"),
    ("n.date_unknown", "officer"),
    ("n.former_residence", "anyone"),
    *(("n.permit_206b", "excludes_nothing"),) * 2,
)
OPEN_ASSUMPTIONS = {"waters": ("covered", "not_covered")}
ASSUMPTION_DEPARTURES = (
    ("time_limit", "14"),
    ("exceptions", "none"),
    ("inland_claims", "not_covered"),
)


def draw_setup(rng: random.Random) -> tuple[dict[str, str], dict[str, str]]:
    """Draw readings and assumptions: every open one set, the others mostly at their default."""
    draw = rng.random
    readings = {name: pick(draw, positions) for name, positions in OPEN_READINGS.items()}
    chance = draw()
    for _ in range(0 if chance < 0.3 else 2 if chance < 0.7 else 5):
        name, position = pick(draw, DEPARTURES)
        readings[name] = position
    assumptions = {name: pick(draw, choices) for name, choices in OPEN_ASSUMPTIONS.items()}
    assumptions |= {name: choice for name, choice in ASSUMPTION_DEPARTURES if draw() < 0.3}
    return readings, assumptions


def census(n: int, seed: int) -> dict[str, dict[str, float]]:
    """Count, per version, in what share of n draws each provision is met."""
    rng = random.Random(seed)
    counts: dict[str, Counter[str]] = {version: Counter() for version in VERSIONS}
    for _ in range(n):
        case = draw_case(rng)
        readings, assumptions = draw_setup(rng)
        for version, count in counts.items():
            count.update(exceptions_met(case, version, readings, assumptions))
    return {
        version: {name: count[name] / n for name in PROVISIONS} for version, count in counts.items()
    }
