"""Complete northbound cases drawn near the edges of the whole law, and not of (e) alone.

A case is drawn as in `draw`, with its days near an instrument, and is then given a past: earlier
entries, earlier claims, a removal order, and what else the other grounds look at.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from tests.oracle.draw import (
    ASSUMPTION_DEPARTURES,
    DAYS,
    DEPARTURES,
    FIRST_DAY,
    MORATORIUM_NATIONS,
    OPEN_ASSUMPTIONS,
    OPEN_READINGS,
    PLACES,
    draw_case,
    draw_entry,
)
from tests.oracle.draw_people import Draw, Facts, day, listed, pick

OWN = ("own", "own@2026-06-01")
DATED = (
    "2005-06-01",
    "2015-06-01",
    "2018-05-01",
    "2019-06-20",
    "2019-06-21",
    "2020-03-21",
    "2020-06-01",
    "2021-11-21",
    "2023-04-01",
    "2026-03-25",
    "2026-04-01",
    "2026-06-01",
)
SUSPENDED = ("2018-05-01+suspended", "2026-04-01+suspended")
PROPOSED = ("whole_border_2018", "biometrics_2018", "evidence_2019", "port_transfer_2019")
VERSIONS = (*DATED, *SUSPENDED, *PROPOSED, *OWN)

# The first days of the instruments. Those on which the latest Acts turn stand more often.
INSTRUMENTS = (
    "2004-12-29",
    *("2009-07-23", "2012-12-15", "2012-12-15", "2015-06-10") * 2,
    *("2019-04-08", "2019-06-21", "2019-06-22") * 2,
    *("2020-03-21", "2020-04-22", "2021-11-21"),
    *("2023-03-25",) * 3,
    *("2025-06-03", "2026-03-26", "2026-05-19") * 4,
)
DECISIONS = ("2019-06-21", "2026-03-26", "2026-05-19")
AS_IF_ENTERED = ("2026-04-01", "2026-06-01")
LEAP_EDGES = ("2023-02-28", "2024-02-28", "2024-02-29", "2024-03-01", "2027-02-28")
ENTRY_EDGES = ("2020-06-25", "2023-03-25")
FIRST_ENTRY = date(2004, 1, 1).toordinal()  # the list of R159.6(c) was not read for before
LAST_DAY = date(2026, 11, 20).toordinal()

RESULTS = (
    "pending",
    "accepted",
    *("rejected",) * 2,
    *("ineligible",) * 3,
    "withdrawn",
    "abandoned",
    "ended",
)
ABROAD = ("US", "US", "US", "GB", "AU", "NZ", "MX", "FR", "DE")
GRAVE = ("security", "rights_violations", "serious_criminality", "organised_crime")

OPEN = OPEN_READINGS | {"n.b2_suspended": ("limit_still_read", "nothing_to_borrow")}
MORE_DEPARTURES = (
    *DEPARTURES,
    *(("n.entry_before_protocol", "covered"),) * 3,
    *(("n.b2_old_crossing", "only_later"),) * 3,
    *(("n.b2_several_entries", "latest_only"),) * 3,
)
OPEN_IN_PROPOSALS = OPEN_ASSUMPTIONS | {"ports": ("land_ports_only", "every_official_port")}
MORE_ASSUMPTIONS = (
    *ASSUMPTION_DEPARTURES,
    ("prior_refusal", "softened"),
    ("proof", "biometrics_only"),
    ("unshown", "not_reached"),
    ("between_ports", "covered"),
    ("evidence", "papers_or_visa"),
    ("transfer", "everyone"),
)
SHOWN_BY: Sequence[list[str]] = (
    ["none"],
    ["none"],
    ["seen"],
    ["biometrics"],
    ["papers"],
    ["visa"],
    ["seen", "papers"],
)


def ordinal(text: str) -> int:
    """Read a day as the case file writes it."""
    return date.fromisoformat(text).toordinal()


def draw_northbound(rng: random.Random) -> Facts:
    """Draw one complete northbound case for all grounds."""
    draw = rng.random
    entry_day, lag = draw_days(draw)
    decision = ordinal(pick(draw, DECISIONS)) - int(draw() * 2) if draw() < 0.5 else None
    case = draw_case(rng, entry_day, lag, decision)
    claim, route = case["claim"], case["route"]
    route["presence_shown_by"] = listed(list(pick(draw, SHOWN_BY)))
    claim["decided_by_board"] = draw() < 0.25
    claim["under_removal_order"] = draw() < 0.04
    add_entries(draw, case)
    aim(draw, case)
    case["history"] = draw_history(draw, case)
    granted = draw()
    if 0.6 < granted < 0.66:
        case["history"]["consideration_suspended"] = granted < 0.64
    if granted < 0.45:
        case["relief"] = {
            "unaccompanied_minor_policy": granted < 0.25,
            "humanitarian": 0.3 < granted < 0.33,
            "public_policy": 0.33 < granted < 0.36,
        }
    return case


def draw_days(draw: Draw) -> tuple[int, int]:
    """Draw the day of the entry relied on, and the days from there to the claim."""
    lag = pick(draw, DAYS)
    chance = draw()
    if chance < 0.03:
        return ordinal(pick(draw, LEAP_EDGES)), 364 + int(draw() * 4)
    if chance < 0.12:
        lag = 364 + int(draw() * 4)
    elif chance < 0.18:
        lag = 90 + int(draw() * (800 if chance < 0.15 else 4000))
    target = ordinal(pick(draw, INSTRUMENTS)) - int(draw() * 2)
    chance = draw()
    if chance < 0.25:
        return target, lag
    if chance < 0.75:
        lag = min(lag, target - FIRST_ENTRY)
        return target - lag, lag
    return FIRST_DAY + int(draw() * (LAST_DAY - FIRST_DAY)), lag


def aim(draw: Draw, case: Facts) -> None:
    """On the days around an old instrument, often make the claimant one whom it concerns."""
    claim, claimant = case["claim"], case["claimant"]
    made = claim.get("date") or claim["in_person"]
    if made[:7] not in ("2009-07", "2012-12", "2015-06") or draw() < 0.3:
        return
    if made.startswith("2009"):
        claimant["nationalities"] = listed([pick(draw, MORATORIUM_NATIONS)])
        claimant["stateless"] = False
        return
    years = 17 if made.startswith("2015") else 30
    turned = ordinal(min(made, claim.get("received", made))) - 60
    if date.fromordinal(turned).month == 2:
        return
    born = date.fromordinal(turned).replace(year=date.fromordinal(turned).year - years)
    relative: Facts = {
        "id": "r9",
        "relation": "spouse" if years == 17 else "sibling",
        "shown": True,
        "whereabouts": "destination",
        "birth_date": born.isoformat(),
        "age": years,
        "travels_with": False,
        "statuses": listed(["protected" if years == 17 else "none"]),
        "permits": listed([]),
        "claims": listed([]),
    }
    if years == 30:
        permit = {"id": "p1", "kind": "work", "under": "unenforceable_removal_order", "valid": True}
        relative |= {"tie": "blood", "permits": listed([permit])}
    case["relatives"]["items"].append(relative)


def add_entries(draw: Draw, case: Facts) -> None:
    """Put entries before the others: about a year before the claim, or at an edge of the law."""
    entries: list[Facts] = case["entries"]["items"]
    relied_on = ordinal(entries[-1]["date"])
    claimed = ordinal(case["claim"].get("date") or case["claim"]["in_person"])
    chance = draw()
    if chance < 0.55:
        return
    if chance < 0.7:
        before = claimed - 364 - int(draw() * 4)
    elif chance < 0.85:
        distance = ordinal(pick(draw, AS_IF_ENTERED)) - ordinal(pick(draw, ENTRY_EDGES))
        before = relied_on - distance - int(draw() * 2)
    elif chance < 0.97:
        before = ordinal(pick(draw, ENTRY_EDGES)) - int(draw() * 2)
    else:
        before = relied_on - 100 - int(draw() * 3000)
    if before < ordinal(entries[0]["date"]):
        entries.insert(0, draw_entry(draw, "e3", pick(draw, PLACES), before))


def draw_history(draw: Draw, case: Facts) -> Facts:
    """Draw what came before: earlier claims, protection here or elsewhere, grave findings."""
    first_entry = ordinal(case["entries"]["items"][0]["date"])
    claims: list[Facts] = []
    chance = draw()
    for number in range(0 if chance < 0.6 else 1 if chance < 0.88 else 2):
        made: Facts = {"id": f"h{number + 1}", "date": day(first_entry - 1 - int(draw() * 4000))}
        here = draw() < 0.5
        made |= {"place": "here" if here else "abroad", "result": pick(draw, RESULTS)}
        if not here:
            made |= {"country": pick(draw, ABROAD), "confirmed": draw() < 0.7}
        if made["result"] == "ineligible":
            made["ground"] = "agreement" if draw() < 0.7 else "other"
        claims.append(made)
    if any(made.get("ground") == "agreement" for made in claims) and draw() < 0.5:
        turn_back(draw, case["route"])
    elsewhere = draw() < 0.1
    history: Facts = {
        "claims": listed(claims),
        "protected_here": draw() < 0.03 or any(map(accepted_here, claims)),
        "recognised_elsewhere": elsewhere,
        "inadmissible": listed([pick(draw, GRAVE)] if draw() < 0.05 else []),
    }
    if elsewhere:
        history["returnable_there"] = draw() < 0.5
    return history


def accepted_here(made: Facts) -> bool:
    """Whether an earlier claim brought protection in the destination country."""
    return (made["place"], made["result"]) == ("here", "accepted")


def turn_back(draw: Draw, route: Facts) -> None:
    """Have the U.S. turn the claimant back undecided, or spoil one element of that."""
    spoilt = int(draw() * 6)
    route["refused_by_other_side"] = spoilt != 0
    route["re_entering"] = spoilt != 1
    route["claim_decided_there"] = spoilt == 2


def draw_setup(rng: random.Random) -> tuple[dict[str, str], dict[str, str]]:
    """Draw readings and assumptions: every open one set, the others mostly at their default."""
    draw = rng.random
    readings = {name: pick(draw, positions) for name, positions in OPEN.items()}
    chance = draw()
    for _ in range(0 if chance < 0.3 else 2 if chance < 0.7 else 5):
        name, position = pick(draw, MORE_DEPARTURES)
        readings[name] = position
    assumptions = {name: pick(draw, choices) for name, choices in OPEN_IN_PROPOSALS.items()}
    assumptions |= {name: choice for name, choice in MORE_ASSUMPTIONS if draw() < 0.3}
    return readings, assumptions
