"""The northbound rule once more, written straight from the research note and from nothing else.

This is the oracle against which the program is tested. It shares no code, no data and no layout
with the program: it is one decision tree (parts 3.2 and 3.3 of the note on Canadian law), with the
building blocks of part 3.0 and the exceptions of part 3.5, for complete cases only. It knows
IRPA 101(1)(e) with IRPR 159.1 to 159.7; the other grounds stand in `grounds`.

A case is judged as if it happened under the text in force on the version's day; its own dates
serve only for day counts and ages. A disputed point whose default is open must be set by the
caller wherever it matters; otherwise a `KeyError` names it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.basis import (
    DEFAULT_ASSUMPTIONS,
    DEFAULT_READINGS,
    PORTS_HAVE_HOURS,
    PROTOCOL_STARTS,
    Case,
    Law,
    Readings,
    claim_day,
    entry_of,
    law_for,
)
from tests.oracle.exceptions import (
    bounced_back,
    canadian_papers,
    capital_charge,
    citizen_relative,
    claiming_relative,
    moratorium_national,
    protected_relative,
    unaccompanied_minor,
    visa_asymmetry,
    working_or_studying_relative,
)
from tests.oracle.proposals import asks_more_at_land_ports, reaches_between, reaches_other_ports

RETURNED = ("returned", "agreement")
NOT_COVERED = ("heard", "not_covered")
EXEMPT = ("heard", "exempt")

# The outcome: decision trees 3.2 and 3.3.


def decide(
    case: Case,
    version: str,
    readings: Readings | None = None,
    assumptions: dict[str, str] | None = None,
) -> tuple[str, str]:
    """Say what becomes of the claim under the version: the outcome, and how it comes about."""
    reading = {**DEFAULT_READINGS, **(readings or {})}
    assumed = {**DEFAULT_ASSUMPTIONS, **(assumptions or {})}
    return agreement(case, law_for(case, version, reading), reading, assumed)


def agreement(case: Case, law: Law, reading: Readings, assumed: dict[str, str]) -> tuple[str, str]:
    """Say what becomes of the claim under IRPA 101(1)(e)."""
    claimant = case["claimant"]
    # R159.7: while it is suspended no country is designated; nor was one before the Agreement.
    if not law.operates:
        return NOT_COVERED
    # Steps 1 to 3: from the U.S.; not its national; not stateless with a home there.
    if not came_from_the_united_states(case):
        return NOT_COVERED
    if "US" in claimant["nationalities"]["items"]:
        return NOT_COVERED
    if stateless_resident(case):
        return NOT_COVERED
    if reading["n.former_residence"] == "anyone" and "US" in claimant["former_residence"]["items"]:
        return NOT_COVERED

    # Step 4: the place. It also says which exceptions are open there.
    place = entry_of(case)["place"]
    exceptions_open = public_interest_open = True
    if not at_port_of_entry(case, law, reading):
        if law.has_protocol:
            if not protocol_reaches(case, law, reading):
                return NOT_COVERED
            public_interest_open = reading["n.death_penalty_between_ports"] == "helps"
        elif reaches_between(case, law, assumed, days_since_entry(case, reading)):
            exceptions_open = assumed["exceptions"] == "carry_over"
        else:
            return NOT_COVERED
    elif removal_transit(case, law, reading):
        exceptions_open = False
    elif claimed_inland_after_a_port(case, law, reading):
        return NOT_COVERED
    elif place in ("harbour_or_ferry", "airport"):
        if not reaches_other_ports(case, law, assumed):
            return NOT_COVERED
        exceptions_open = assumed["exceptions"] == "carry_over"
    elif asks_more_at_land_ports(case, law, assumed):
        return NOT_COVERED

    # Step 5: R159.5.
    if exceptions_open and (
        citizen_relative(case, law, reading)
        or protected_relative(case, law, reading)
        or claiming_relative(case, law, reading)
        or working_or_studying_relative(case, law, reading)
        or unaccompanied_minor(case, law, reading)
        or canadian_papers(case, reading)
        or visa_asymmetry(case)
        or bounced_back(case, reading)
    ):
        return EXEMPT
    # Step 6: R159.6.
    if public_interest_open and (
        capital_charge(case, in_the_united_states=True)
        or capital_charge(case, in_the_united_states=False)
        or moratorium_national(case, law)
    ):
        return EXEMPT
    # Safety valves (3.5): a favour counts where it was granted.
    relief = case.get("relief", {})
    if relief.get("humanitarian") is True or relief.get("public_policy") is True:
        return EXEMPT
    # Step 7.
    return RETURNED


def exceptions_met(
    case: Case,
    version: str,
    readings: Readings | None = None,
    assumptions: dict[str, str] | None = None,
) -> set[str]:
    """Name the provisions whose own elements hold, whether or not they come to count.

    "159.4(1)(a)" is met wherever the entry was not at a port of entry, also where (1.1) or the
    proposal takes its effect away. "159.4(1.1)" is its place and its days; the exceptions it names
    are left to their own names. Where the provisions do not operate, none is met.
    """
    del assumptions  # they change what is reached, never what is met
    reading = {**DEFAULT_READINGS, **(readings or {})}
    law = law_for(case, version, reading)
    if not law.operates:
        return set()
    place = entry_of(case)["place"]
    at_port = at_port_of_entry(case, law, reading)
    met = {
        "159.2": stateless_resident(case),
        "159.4(1)(a)": not at_port,
        "159.4(1)(b)": at_port and place == "harbour_or_ferry",
        "159.4(1)(c)": at_port and place == "airport",
        "159.4(1.1)": law.has_protocol and not at_port and protocol_reaches(case, law, reading),
        "159.4(2)": removal_transit(case, law, reading),
        "zhao": claimed_inland_after_a_port(case, law, reading),
        "159.5(a)": citizen_relative(case, law, reading),
        "159.5(b)": protected_relative(case, law, reading),
        "159.5(c)": claiming_relative(case, law, reading),
        "159.5(d)": working_or_studying_relative(case, law, reading),
        "159.5(e)": unaccompanied_minor(case, law, reading),
        "159.5(f)": canadian_papers(case, reading),
        "159.5(g)": visa_asymmetry(case),
        "159.5(h)": bounced_back(case, reading),
        "159.6(a)": capital_charge(case, in_the_united_states=True),
        "159.6(b)": capital_charge(case, in_the_united_states=False),
        "159.6(c)": moratorium_national(case, law),
    }
    return {name for name, holds in met.items() if holds}


# Building blocks: where from, who.


def came_from_the_united_states(case: Case) -> bool:
    """Directly or indirectly; the possessions are not the United States (R159.1)."""
    route = case["route"]
    stated: bool | None = route.get("from_designated")
    if stated is not None:
        return stated
    legs = route["legs"]["items"]
    return any(leg["country"] == "US" and leg["territory"] == "main" for leg in legs)


def stateless_resident(case: Case) -> bool:
    """R159.2: stateless, and the U.S. is a country of former habitual residence."""
    claimant = case["claimant"]
    return bool(claimant["stateless"]) and "US" in claimant["former_residence"]["items"]


# Building blocks: place and time.


def at_port_of_entry(
    case: Case, law: Law, reading: Readings, entry: dict[str, Any] | None = None
) -> bool:
    """R2: whether the place of entry was a port of entry at that moment."""
    entry = entry or entry_of(case)
    place = entry["place"]
    if place not in ("land_port", "train", "harbour_or_ferry", "airport"):
        return False
    if entry.get("at_port") is not False:
        return True
    # Outside its hours. Only for a land port, and only before 2020, is that disputed.
    if place == "land_port" and law.day < PORTS_HAVE_HOURS:
        return reading["n.port_hours"] == "all_hours"
    return False


def days_since_entry(case: Case, reading: Readings, entry: dict[str, Any] | None = None) -> int:
    """Count n: the day of entry is 0."""
    entry = entry or entry_of(case)
    return (claim_day(case, reading) - date.fromisoformat(entry["date"])).days


def on_the_land_border(entry: dict[str, Any], reading: Readings) -> bool:
    """R159.4(1.1): whether an entry that was not at a port of entry was across the land border."""
    place = entry["place"]
    if place == "coast":
        return reading["n.waters"] == "coastal_too"
    return place in ("land_port", "train", "between_land", "between_water")


def in_the_window(case: Case, reading: Readings, entry: dict[str, Any]) -> bool:
    """R159.4(1.1): whether the claim came less than 14 days after the day of the entry."""
    n = days_since_entry(case, reading, entry)
    if n == 14 and reading["n.day_count"] == "hours":
        return bool(case["claim"]["time"] < entry["time"])
    return n <= 13


def protocol_reaches(case: Case, law: Law, reading: Readings) -> bool:
    """R159.4(1.1), for an entry that was not at a port: on the land border, and in time."""
    entry = entry_of(case)
    # Crossed before, claimed after. Under the law of another day nobody crossed before.
    crossed_before = law.own and entry["date"] < PROTOCOL_STARTS
    if crossed_before and reading["n.entry_before_protocol"] == "not_covered":
        return False
    if entry["shown"] is False:
        # Nobody can tell where or when. If the claimant bears that, it is taken to be reached.
        return reading["n.date_unknown"] == "claimant"
    return on_the_land_border(entry, reading) and in_the_window(case, reading, entry)


def removal_transit(case: Case, law: Law, reading: Readings) -> bool:
    """R159.4(2): passing through an airport while the U.S. carries out a removal."""
    route = case["route"]
    if entry_of(case)["place"] != "airport" or not at_port_of_entry(case, law, reading):
        return False
    if not (route["ordered_removed"] and route["in_transit"]):
        return False
    if reading["n.transit_us_claim"] == "undecided_only":
        return not route["claim_decided_there"]
    if reading["n.transit_us_claim"] == "refused_only":
        return bool(route["claim_decided_there"])
    return True


def claimed_inland_after_a_port(case: Case, law: Law, reading: Readings) -> bool:
    """Zhao, 2015 FC 1384: entered at a port of entry, and claimed only inland."""
    return (
        bool(case["claim"]["inland"])
        and at_port_of_entry(case, law, reading)
        and reading["n.lawful_entry_inland"] == "not_covered"
    )
