"""Every ground on which a claim made in Canada is not heard, and what comes of them together.

Written from parts 1.3, 1.4, 3.4 and 4.1 of the note on Canadian law: IRPA 99(3) and 101(1)(a) to
(f), the public policy of May 2026, and the border orders of 2020 and 2021. IRPA 101(1)(e) itself
stands in `north`.

A claim is returned before it is barred, and barred before it is heard; every ground that applies
is named, in the officer's order.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.oracle import north
from tests.oracle.basis import (
    DEFAULT_ASSUMPTIONS,
    DEFAULT_READINGS,
    PROTOCOL_STARTS,
    Case,
    Law,
    Readings,
    claim_day,
    entry_of,
    law_for,
    moved,
)
from tests.oracle.exceptions import (
    bounced_back,
    canadian_papers,
    citizen_relative,
    claiming_relative,
    protected_relative,
    unaccompanied_minor,
    visa_asymmetry,
    working_or_studying_relative,
)

ORDERS_START = "2020-03-21"
ORDERS_LET_EXCEPTIONS_IN = "2020-04-22"
ORDERS_END = "2021-11-21"
SHARING_STARTS = "2019-06-21"  # (c.1)
SHARING_REACHES_BACK_TO = "2019-04-08"
SHARING_HEARD_BY = "2019-06-22"  # claims from this day on need not be undecided
PRIOR_CLAIM_SOFTENED = "2023-03-25"  # R159.01
LIMITS_START = "2026-03-26"  # (b.1), (b.2)
LIMITS_REACH_BACK_TO = "2025-06-03"
ENTRIES_AFTER = date(2020, 6, 24)  # (b.1)
POLICY_STARTS = "2026-05-19"

SHARING_COUNTRIES = frozenset({"US", "GB", "AU", "NZ"})

# The officer's order. At the border the orders come before everything.
ORDER = (
    "orders",
    "99(3)",
    "100(2)",
    "101(1)(e)",
    "101(1)(a)",
    "101(1)(b)",
    "101(1)(c)",
    "101(1)(c.1)",
    "101(1)(d)",
    "101(1)(b.1)",
    "101(1)(b.2)",
    "101(1)(f)",
)


class Finding(NamedTuple):
    """What becomes of a claim, how, and on which grounds."""

    outcome: str
    how: str
    grounds: tuple[str, ...]


def decide(
    case: Case,
    version: str,
    readings: Readings | None = None,
    assumptions: dict[str, str] | None = None,
) -> Finding:
    """Say what becomes of the claim under the version, on all grounds."""
    reading = {**DEFAULT_READINGS, **(readings or {})}
    assumed = {**DEFAULT_ASSUMPTIONS, **(assumptions or {})}
    law = law_for(case, version, reading)

    agreement = north.agreement(case, law, reading, assumed)
    met = own_elements(case, law, reading)
    apply = met - {"159.01", "orders exempted", "policy"}
    if "orders exempted" in met:
        apply.discard("orders")
    if "101(1)(c)" in met and only_softened_claims(case, law, reading, assumed):
        apply.discard("101(1)(c)")
    if "policy" in met:
        apply -= {"101(1)(b.1)", "101(1)(b.2)"}
    if agreement == north.RETURNED:
        apply.add("101(1)(e)")

    grounds = tuple(name for name in ORDER if name in apply)
    if "orders" in apply:
        return Finding("returned", "directed_back", grounds)
    if "101(1)(e)" in apply:
        return Finding("returned", "agreement", grounds)
    if "99(3)" in apply:
        return Finding("barred", "cannot_claim", grounds)
    if "100(2)" in apply:
        return Finding("barred", "suspended", grounds)
    if grounds:
        return Finding("barred", "ground", grounds)
    # How a claim comes to be heard is said of the Agreement alone.
    return Finding(*agreement, ())


def provisions_met(case: Case, version: str, readings: Readings | None = None) -> set[str]:
    """Name the provisions whose own elements hold, of all grounds, (e) with its exceptions too."""
    reading = {**DEFAULT_READINGS, **(readings or {})}
    law = law_for(case, version, reading)
    return own_elements(case, law, reading) | north.exceptions_met(case, version, readings)


def own_elements(case: Case, law: Law, reading: Readings) -> set[str]:
    """Name the grounds other than (e), and what exempts from them, whose own elements hold."""
    history, claim = case["history"], case["claim"]
    results = {earlier["result"] for earlier in made_here(case)}
    found = {
        "orders": coming_during_the_orders(case, law),
        "orders exempted": let_in_despite_the_orders(case, law, reading),
        "99(3)": claim["under_removal_order"],
        "100(2)": history.get("consideration_suspended") is True,
        "101(1)(a)": history["protected_here"],
        "101(1)(b)": bool(results & {"rejected", "ended"}),
        "101(1)(b.1)": limits_apply(law, case) and claimed_after_a_year(case, law, reading),
        "101(1)(b.2)": limits_apply(law, case) and irregular_and_late(case, law, reading),
        "101(1)(c)": bool(results & {"ineligible", "withdrawn", "abandoned"}),
        "159.01": law.day >= PRIOR_CLAIM_SOFTENED and turned_back_unheard(case, reading),
        "101(1)(c.1)": sharing_applies(law, case) and claimed_in_a_sharing_country(case),
        "101(1)(d)": history["recognised_elsewhere"] and history.get("returnable_there") is True,
        "101(1)(f)": bool(history["inadmissible"]["items"]),
        "policy": (
            law.read_on >= POLICY_STARTS
            and case.get("relief", {}).get("unaccompanied_minor_policy") is True
        ),
    }
    return {name for name, holds in found.items() if holds}


# The border orders.


def coming_during_the_orders(case: Case, law: Law) -> bool:
    """Whoever came from the U.S. to claim was directed back, at ports of entry too."""
    in_force = ORDERS_START <= law.day < ORDERS_END
    return in_force and north.came_from_the_united_states(case)


def let_in_despite_the_orders(case: Case, law: Law, reading: Readings) -> bool:
    """From the second order on, those whom the Agreement would let in, at land ports, and a few."""
    if not ORDERS_LET_EXCEPTIONS_IN <= law.day < ORDERS_END:
        return False
    if "US" in case["claimant"]["nationalities"]["items"] or north.stateless_resident(case):
        return True
    if unaccompanied_minor(case, law, reading):
        return True
    place = entry_of(case)["place"]
    if place not in ("land_port", "train") or not north.at_port_of_entry(case, law, reading):
        return False
    return (
        citizen_relative(case, law, reading)
        or protected_relative(case, law, reading)
        or claiming_relative(case, law, reading)
        or working_or_studying_relative(case, law, reading)
        or canadian_papers(case, reading)
        or visa_asymmetry(case)
        or bounced_back(case, reading)
    )


# Earlier claims.


def made_here(case: Case) -> list[dict[str, Any]]:
    """List the earlier claims made in Canada."""
    return [earlier for earlier in case["history"]["claims"]["items"] if earlier["place"] == "here"]


def turned_back_unheard(case: Case, reading: Readings) -> bool:
    """R159.01: the U.S. refused entry and decided no claim; the claimant seeks to re-enter.

    As in R159.5(h)(i), that is a foreign national (U.S. note, 1.4: such a person).
    """
    route, claimant = case["route"], case["claimant"]
    if claimant["permanent_resident_of_destination"] or "CA" in claimant["nationalities"]["items"]:
        return False
    if not (route["re_entering"] and route["refused_by_other_side"]):
        return False
    if route["claim_decided_there"]:
        return False
    return not route["could_have_claimed_there"] or reading["n.bounced_back"] == "inside"


def only_softened_claims(case: Case, law: Law, reading: Readings, assumed: dict[str, str]) -> bool:
    """Whether R159.01, or the proposal in its place, takes away every earlier claim of (c)."""
    softens = law.day >= PRIOR_CLAIM_SOFTENED
    if law.proposal == "whole_border_2018":
        softens = assumed["prior_refusal"] == "softened"
    if not softens or not turned_back_unheard(case, reading):
        return False
    for earlier in made_here(case):
        if earlier["result"] in ("withdrawn", "abandoned"):
            return False
        if earlier["result"] == "ineligible" and earlier["ground"] != "agreement":
            return False
    return True


def sharing_applies(law: Law, case: Case) -> bool:
    """(c.1): in force, and for a claim of before then, from its day and while undecided."""
    if law.read_on < SHARING_STARTS:
        return False
    if not law.own:
        return True
    if law.day < SHARING_REACHES_BACK_TO:
        return False
    return law.day >= SHARING_HEARD_BY or not case["claim"]["decided_by_board"]


def claimed_in_a_sharing_country(case: Case) -> bool:
    """(c.1): whatever became of that claim, if it was made on a day before the one in Canada."""
    today = case["claim"].get("date") or case["claim"]["in_person"]
    return any(
        earlier["place"] == "abroad"
        and earlier["date"] < today
        and earlier["country"] in SHARING_COUNTRIES
        and earlier["confirmed"]
        for earlier in case["history"]["claims"]["items"]
    )


# The limits of 2026.


def limits_apply(law: Law, case: Case) -> bool:
    """(b.1), (b.2): in force, and for a claim of before then, from its day and while undecided."""
    if law.read_on < LIMITS_START:
        return False
    if not law.own:
        return True
    if law.day < LIMITS_REACH_BACK_TO:
        return False
    return law.day >= LIMITS_START or not case["claim"]["decided_by_board"]


def last_good_day(first: date) -> date:
    """(b.1): the last day of the year that starts on the day after the first entry."""
    start = first + timedelta(days=1)
    if (start.month, start.day) == (2, 29):  # a year from there ends with February
        return date(start.year + 1, 2, 28)
    return start.replace(year=start.year + 1) - timedelta(days=1)


def claimed_after_a_year(case: Case, law: Law, reading: Readings) -> bool:
    """(b.1): more than a year after the first entry after 24 June 2020, wherever it was."""
    for entry in case["entries"]["items"]:
        if moved(entry, case, law) > ENTRIES_AFTER:
            return claim_day(case, reading) > last_good_day(date.fromisoformat(entry["date"]))
    return False


def irregular_and_late(case: Case, law: Law, reading: Readings) -> bool:
    """(b.2): across the land border between ports of entry, claimed after R159.4(1.1) ran out."""
    if law.suspended and reading["n.b2_suspended"] == "nothing_to_borrow":
        return False
    entries = case["entries"]["items"]
    if reading["n.b2_several_entries"] == "latest_only":
        entries = entries[-1:]
    for entry in entries:
        old = moved(entry, case, law).isoformat() < PROTOCOL_STARTS
        if old and reading["n.b2_old_crossing"] == "only_later":
            continue
        if north.at_port_of_entry(case, law, reading, entry):
            continue
        # Where nobody can tell, R159.4(1.1) is taken to be reached or not; its limit has not run
        # out in either case.
        if entry["shown"] is False or not north.on_the_land_border(entry, reading):
            continue
        if not north.in_the_window(case, reading, entry):
            return True
    return False
