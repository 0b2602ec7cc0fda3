"""The southbound rule, written straight from the note on the law of the United States.

Parts 1.1, 1.2 and 1.6 of that note, for complete cases of a journey into the United States: who is
screened under 8 CFR 208.30(e)(6), the six exceptions of (e)(6)(iii), and the child override of
8 U.S.C. 1158(a)(2)(E). It shares nothing with the northbound oracle but the shape of a case; the
number of days is another on purpose.

Facts are written from the journey's side: the destination is the United States, the origin Canada.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

Case = dict[str, Any]
Person = dict[str, Any]
Readings = dict[str, str]

AGREEMENT_STARTS = "2004-12-29"
CHILDREN_LET_IN = "2009-03-23"  # 1158(a)(2)(E)
PROTOCOL_STARTS = "2023-03-25"
LAST_DAY_COVERED = 14  # within 14 days after the crossing

DEFAULT_READINGS: Readings = {
    "s.day_14": "whole_day",
    "s.anchor_citizen": "counts",
    "s.ferry": "outside",
    # Open, so never settled here: s.coverage_burden, s.waters, s.kin_step, s.visa_validly_issued,
    # s.waiver_admission, s.waiver_barred, s.affirmative_claim.
}

LISTED_BY_LINE = frozenset(
    {
        "parent",
        "child",
        "sibling",
        "grandparent",
        "grandchild",
        "aunt_or_uncle",
        "niece_or_nephew",
    }
)
LAWFUL = frozenset({"permanent_resident", "asylee", "refugee", "other_lawful"})
VISAS = frozenset(
    {
        "immigrant_visa",
        "visitor_visa",
        "work_permit",
        "study_permit",
        "permanent_resident_travel_document",
        "refugee_travel_document",
        "temporary_travel_document",
        "temporary_resident_permit",
        "other_admission_document",
    }
)

PART = "us.8cfr.208.30(e)(6)(iii)"
BAR = "us.8usc.1158(a)(2)(A)"
CHILD = "us.8usc.1158(a)(2)(E)"
SCOPE = "us.8cfr.208.30(e)(6)"


class Law(NamedTuple):
    """The text that applies: of a day, or of the day of the claim under the case's own law."""

    day: str
    own: bool


class Finding(NamedTuple):
    """What becomes of a claim, how, and on which grounds."""

    outcome: str
    how: str
    grounds: tuple[str, ...]


def law_for(case: Case, version: str) -> Law:
    """Read a version's name: a day, or "own" with or without a day of decision."""
    name = version.removeprefix("us:").partition("+")[0].partition("@")[0]
    if name == "own":
        return Law(claim_day(case).isoformat(), own=True)
    return Law(date.fromisoformat(name).isoformat(), own=False)


def decide(case: Case, version: str, readings: Readings | None = None) -> Finding:
    """Say what becomes of the claim under the version: the trees of part 1.6."""
    reading = {**DEFAULT_READINGS, **(readings or {})}
    law = law_for(case, version)
    if law.day < AGREEMENT_STARTS or "US" in case["claimant"]["nationalities"]["items"]:
        return Finding("heard", "not_covered", ())
    if not scope(case, law, reading):
        return Finding("heard", "not_covered", ())
    if law.day >= CHILDREN_LET_IN and unaccompanied_child(case, reading):
        return Finding("heard", "not_covered", ())
    if not in_removal_transit(case) and exceptions(case, reading):
        return Finding("heard", "exempt", ())
    return Finding("returned", "agreement", (BAR,))


def provisions_met(case: Case, version: str, readings: Readings | None = None) -> set[str]:
    """Name the provisions whose own elements hold, whether or not they come to count."""
    reading = {**DEFAULT_READINGS, **(readings or {})}
    law = law_for(case, version)
    if law.day < AGREEMENT_STARTS:
        return set()
    covered = scope(case, law, reading)
    met = covered | exceptions(case, reading)
    if covered:
        met.add(SCOPE)
        if "US" not in case["claimant"]["nationalities"]["items"]:
            met.add(BAR)
    if law.day >= CHILDREN_LET_IN and unaccompanied_child(case, reading):
        met.add(CHILD)
    return met


# Who is screened: part 1.1.


def scope(case: Case, law: Law, reading: Readings) -> set[str]:
    """Name the classes of 208.30(e)(6) in which the claimant is."""
    found = {
        f"{SCOPE}#port": arrived_at_a_port(case, reading),
        f"{SCOPE}#transit": in_removal_transit(case),
        f"{SCOPE}#between": crossed_between_ports(case, law, reading),
    }
    return {name for name, holds in found.items() if holds}


def entry_of(case: Case) -> dict[str, Any]:
    """Give the entry relied on: the last one."""
    entry: dict[str, Any] = case["entries"]["items"][-1]
    return entry


def claim_day(case: Case) -> date:
    """Give the day of the claim."""
    claim = case["claim"]
    return date.fromisoformat(claim.get("date") or claim["in_person"])


def at_port(entry: dict[str, Any]) -> bool:
    """Whether the entry was at an open port; stated, or found from the place."""
    if entry["place"] in ("between_land", "between_water", "coast"):
        return False
    return entry.get("at_port") is not False


def arrived_at_a_port(case: Case, reading: Readings) -> bool:
    """P1: at a land border port of entry."""
    entry = entry_of(case)
    if not at_port(entry):
        return False
    if entry["place"] == "harbour_or_ferry":
        return reading["s.ferry"] == "land_port"
    return entry["place"] in ("land_port", "train")


def in_removal_transit(case: Case) -> bool:
    """P2: passing through while Canada carries out a removal."""
    route = case["route"]
    return bool(route["ordered_removed"] and route["in_transit"])


def crossed_between_ports(case: Case, law: Law, reading: Readings) -> bool:
    """P3: between ports since the Protocol, with a claim within 14 days after the crossing."""
    entry, claim = entry_of(case), case["claim"]
    if law.day < PROTOCOL_STARTS or at_port(entry):
        return False
    if claim["channel"] == "affirmative" and reading["s.affirmative_claim"] == "not_reached":
        return False
    if entry["shown"] is False:
        # Where and when nobody can show. In court the person bears that.
        return claim["channel"] == "court" or reading["s.coverage_burden"] == "person"
    if law.own and entry["date"] < PROTOCOL_STARTS:
        return False
    if entry["place"] == "between_water":
        if reading["s.waters"] != "designated":
            return False
    elif entry["place"] not in ("between_land", "land_port", "train"):
        return False
    n = (claim_day(case) - date.fromisoformat(entry["date"])).days
    if n == LAST_DAY_COVERED and reading["s.day_14"] == "hours_336":
        return bool(claim["time"] <= entry["time"])
    return n <= LAST_DAY_COVERED


# The exceptions: part 1.2.


def exceptions(case: Case, reading: Readings) -> set[str]:
    """Name the exceptions of 208.30(e)(6)(iii) whose elements hold."""
    claimant = case["claimant"]
    needed = claimant["visa_needed"]
    found = {
        f"{PART}(A)": of_canada(claimant),
        f"{PART}(B)": any(has_status(who, reading) for who in relatives_here(case, reading)),
        f"{PART}(C)": any(
            who["age"] >= 18 and claim_is_pending(who) for who in relatives_here(case, reading)
        ),
        f"{PART}(D)": lone_minor(case, reading),
        f"{PART}(E)#document": any(
            admits(paper, reading) for paper in claimant["documents"]["items"]
        ),
        f"{PART}(E)#visa": (
            needed["origin"]
            and not needed["destination"]
            and (not claimant["waiver_barred"] or reading["s.waiver_barred"] == "needs_none")
        ),
        f"{PART}(F)": case.get("relief", {}).get("public_interest") is True,
    }
    return {name for name, holds in found.items() if holds}


def of_canada(claimant: Person) -> bool:
    """(A): a citizen of Canada, or without nationality and habitually resident there now."""
    if "CA" in claimant["nationalities"]["items"]:
        return True
    return bool(claimant["stateless"]) and claimant["habitual_residence"] == "CA"


def is_married(case: Case) -> bool:
    """Whether the claimant has a spouse, wherever."""
    return any(who["relation"] == "spouse" for who in case["relatives"]["items"])


def is_kin(who: Person, reading: Readings) -> bool:
    """Whether a relative in a listed line is one by blood, or counts as one."""
    if who["relation"] not in LISTED_BY_LINE:
        return False
    return who["tie"] == "blood" or reading["s.kin_step"] == "count"


def relatives_here(case: Case, reading: Readings) -> list[Person]:
    """List the listed relatives in the U.S. of whom the officer is persuaded."""
    guarded = case["claimant"]["age"] < 18 and not is_married(case)
    here = []
    for who in case["relatives"]["items"]:
        relation = who["relation"]
        listed = relation == "spouse" or is_kin(who, reading)
        if relation == "guardian":
            listed = guarded
        if listed and who["whereabouts"] == "destination" and who["shown"] is True:
            here.append(who)
    return here


def has_status(who: Person, reading: Readings) -> bool:
    """(B): asylum, refugee or other lawful status that is more than a visitor's; at any age."""
    statuses = who["statuses"]["items"]
    if not LAWFUL.isdisjoint(statuses):
        return True
    if "citizen" in statuses and reading["s.anchor_citizen"] == "counts":
        return True
    return any(permit["valid"] for permit in who["permits"]["items"])


def claim_is_pending(who: Person) -> bool:
    """(C): pending before the agency or the court, or on appeal."""
    for claim in who["claims"]["items"]:
        if claim["stage"] == "appeal_open" and claim["result"] in ("none", "accepted", "rejected"):
            return True
        if claim["stage"] == "first_instance" and claim["result"] in ("none", "accepted"):
            return True
    return False


def parents_and_guardians(case: Case, reading: Readings) -> list[Person]:
    """List the parents who count as such, and the guardians."""
    return [
        who
        for who in case["relatives"]["items"]
        if who["relation"] == "guardian" or (who["relation"] == "parent" and is_kin(who, reading))
    ]


def lone_minor(case: Case, reading: Readings) -> bool:
    """(D): under 18, unmarried, no parent or guardian in either country."""
    if case["claimant"]["age"] >= 18 or is_married(case):
        return False
    return not any(
        who["whereabouts"] in ("destination", "origin")
        for who in parents_and_guardians(case, reading)
    )


def admits(paper: Person, reading: Readings) -> bool:
    """(E), first half: a visa or other admission document of the U.S., not for transit."""
    listed = paper["kind"] in VISAS
    if paper["kind"] == "electronic_travel_authorization":
        listed = reading["s.waiver_admission"] == "yes"
    if not listed or paper["issuer"] != "US" or paper["transit_only"] or not paper["shown"]:
        return False
    return bool(paper["valid"]) or reading["s.visa_validly_issued"] == "enough"


def unaccompanied_child(case: Case, reading: Readings) -> bool:
    """1158(a)(2)(E): under 18, no lawful status, nobody in the U.S. to take the child into care."""
    claimant = case["claimant"]
    if claimant["age"] >= 18 or claimant["lawful_status"]:
        return False
    if claimant["permanent_resident_of_destination"]:
        return False
    return not any(
        who["whereabouts"] == "destination" and who["able_to_care"]
        for who in parents_and_guardians(case, reading)
    )
