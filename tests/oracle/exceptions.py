"""The exceptions, element by element: R159.5 and R159.6 as parts 3.0 and 3.5 of the note say."""

from __future__ import annotations

from tests.oracle.basis import (
    EIGHTEEN_YEAR_RULE,
    MINOR_MARRIED_ASKED,
    MORATORIUM_ENDS,
    PERMITS_RENUMBERED,
    Case,
    Law,
    Person,
    Readings,
    age,
)

# On the list of suspended removals during all of 2004-12-29 to 2009-07-22.
MORATORIUM = frozenset({"BI", "RW", "LR"})
# On it in 2009, but nobody read since when.
MORATORIUM_START_UNREAD = frozenset({"AF", "CD", "IQ", "HT", "ZW"})

BY_LINE = frozenset(
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
SPOUSES = frozenset({"spouse", "common_law_partner"})

CANADIAN_PAPERS = frozenset(
    {
        "immigrant_visa",
        "visitor_visa",
        "temporary_resident_permit",
        "permanent_resident_travel_document",
        "refugee_travel_document",
        "temporary_travel_document",
    }
)
PERMIT_PAPERS = frozenset({"work_permit", "study_permit"})


# Building blocks: relatives.


def is_spouse(relative: Person, case: Case, law: Law, reading: Readings) -> bool:
    """Whether a spouse or partner counts as one (R5(a))."""
    if relative["relation"] not in SPOUSES:
        return False
    if (
        law.day >= MINOR_MARRIED_ASKED
        and age(case["claimant"], case, reading) < 18
        and reading["n.minor_married"] == "no"
    ):
        return False
    statuses = relative["statuses"]["items"]
    foreign = "citizen" not in statuses and "permanent_resident" not in statuses
    # A foreign national under 18 is not the spouse of anyone, whoever claims.
    return not (law.day >= EIGHTEEN_YEAR_RULE and foreign and age(relative, case, reading) < 18)


def is_kin(relative: Person, reading: Readings) -> bool:
    """Whether a relative in the listed lines is one by blood or adoption, or counts as one."""
    if relative["relation"] not in BY_LINE:
        return False
    if relative["tie"] in ("blood", "adoptive"):
        return True
    return reading["n.kin_step_marriage"] == "relatives"


def is_family(relative: Person, case: Case, law: Law, reading: Readings) -> bool:
    """R159.1: whether the relative is a family member of the claimant."""
    if relative["relation"] == "guardian":
        return age(case["claimant"], case, reading) < 18
    return is_kin(relative, reading) or is_spouse(relative, case, law, reading)


def anchors(case: Case, law: Law, reading: Readings) -> list[Person]:
    """List the family members in Canada of whom the officer is persuaded."""
    found = []
    for relative in case["relatives"]["items"]:
        if relative["shown"] is not True:
            continue
        in_canada = relative["whereabouts"] == "destination"
        if not in_canada and reading["n.anchor_abroad"] == "harmless":
            in_canada = relative.get("away_temporarily") is True
        if in_canada and is_family(relative, case, law, reading):
            found.append(relative)
    return found


# The exceptions of R159.5.


def citizen_relative(case: Case, law: Law, reading: Readings) -> bool:
    """R159.5(a)."""
    return any(
        "citizen" in relative["statuses"]["items"] for relative in anchors(case, law, reading)
    )


def protected_relative(case: Case, law: Law, reading: Readings) -> bool:
    """R159.5(b)."""
    for relative in anchors(case, law, reading):
        statuses = relative["statuses"]["items"]
        if "protected" in statuses:
            return True
        if "permanent_resident" in statuses:
            return True
        if "removal_stayed" in statuses:
            return True
    return False


def claiming_relative(case: Case, law: Law, reading: Readings) -> bool:
    """R159.5(c): a referred claim that is none of withdrawn, abandoned, rejected, ended, void."""
    for relative in anchors(case, law, reading):
        if age(relative, case, reading) < 18:
            continue
        for claim in relative["claims"]["items"]:
            if not claim["referred"]:
                continue
            result = claim["result"]
            if result == "rejected":
                if claim["stage"] == "appeal_open" and reading["n.anchor_rejected"] == "still_live":
                    return True
            elif result not in ("withdrawn", "abandoned", "ended", "nullified"):
                return True
    return False


def working_or_studying_relative(case: Case, law: Law, reading: Readings) -> bool:
    """R159.5(d): a work or study permit in force, but not one under R206(1)(b)."""
    for relative in anchors(case, law, reading):
        if age(relative, case, reading) < 18:
            continue
        for permit in relative["permits"]["items"]:
            if not permit["valid"]:
                continue
            if permit["kind"] == "study":
                return True
            if permit["under"] != "unenforceable_removal_order":
                return True
            if law.day >= PERMITS_RENUMBERED and reading["n.permit_206b"] == "excludes_nothing":
                return True
    return False


def unaccompanied_minor(case: Case, law: Law, reading: Readings) -> bool:
    """R159.5(e): nothing here has to be shown, for it rests on who is not there."""
    if age(case["claimant"], case, reading) >= 18:
        return False
    for relative in case["relatives"]["items"]:
        if is_spouse(relative, case, law, reading):
            return False
        parent = relative["relation"] == "parent" and is_kin(relative, reading)
        if parent or relative["relation"] == "guardian":
            if relative["travels_with"]:
                return False
            if relative["whereabouts"] in ("destination", "origin"):
                return False
    return True


def canadian_papers(case: Case, reading: Readings) -> bool:
    """R159.5(f)."""
    for paper in case["claimant"]["documents"]["items"]:
        listed = paper["kind"] in CANADIAN_PAPERS
        if paper["kind"] in PERMIT_PAPERS and reading["n.own_permit"] == "counts":
            listed = True
        if not listed or paper["issuer"] != "CA" or paper["transit_only"]:
            continue
        if paper["shown"] is not True:
            continue
        if paper["valid"] or reading["n.holder_validity"] == "holding_suffices":
            return True
    return False


def visa_asymmetry(case: Case) -> bool:
    """R159.5(g): no visa needed for Canada, and one needed for the U.S."""
    needed = case["claimant"]["visa_needed"]
    return needed["destination"] is False and needed["origin"] is True


def bounced_back(case: Case, reading: Readings) -> bool:
    """R159.5(h): (i) refused by the U.S. without a decision there, or (ii) sent home."""
    claimant, route = case["claimant"], case["route"]
    if not route["re_entering"]:
        return False
    if claimant["permanent_resident_of_destination"]:
        return bool(route["ordered_removed"])
    if "CA" in claimant["nationalities"]["items"]:
        return False
    if not route["refused_by_other_side"] or route["claim_decided_there"]:
        return False
    if route["could_have_claimed_there"]:
        return reading["n.bounced_back"] == "inside"
    return True


# The public interest: R159.6.


def capital_charge(case: Case, *, in_the_united_states: bool) -> bool:
    """R159.6(a) or (b): charged or convicted there of an offence punishable by death there."""
    for charge in case["claimant"]["charges"]["items"]:
        if (charge["country"] == "US") is not in_the_united_states:
            continue
        if charge["punishable_by_death"] and charge["shown"] is True:
            return True
    return False


def moratorium_national(case: Case, law: Law) -> bool:
    """R159.6(c), until 2009: a national of a country to which removals were suspended."""
    if law.day >= MORATORIUM_ENDS:
        return False
    nationalities = case["claimant"]["nationalities"]["items"]
    if any(country in MORATORIUM for country in nationalities):
        return True
    if any(country in MORATORIUM_START_UNREAD for country in nationalities):
        raise ValueError("since when this country was on the list was never read")
    return False
