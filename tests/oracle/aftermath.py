"""What follows from what becomes of a claim, written from the notes and from nothing else.

Northbound from part 4.3 of the note on Canadian law, with the border orders of part 1.4 and the
other ways out at the end of part 3.5. Southbound from part 1.4 of the note on the law of the United
States, with the channels of 1.1 and the screening of 1.3, by who decides the claim.

Each function gives the ids of the consequences that follow, for complete cases. They are the names
that the notes' pinpoints have in the program; which of them follow is found here on its own.
"""

from __future__ import annotations

from tests.oracle import grounds, north, south
from tests.oracle.basis import (
    DEFAULT_ASSUMPTIONS,
    DEFAULT_READINGS,
    Case,
    Law,
    Readings,
    law_for,
)

APPEALS_START = "2012-12-15"  # s.110(2)(d); also s.112(2)(b.1)
REQUESTS_CLOSED = "2019-06-21"  # s.24(3.1), s.25(1.2)(b.1)
OFFERED = {
    "n.two_grounds": "seven_days",
    "n.prra_after_old_e": "barred",
    "n.rad_no_exception": "appeal_open",
}

# On which days what follows stays the same consequence, in other words.
TEXTS = {
    "ca.irpa.49(2)(a)": "2026-03-26",  # from the determination before, from notice since
    "ca.irpa.49(2)(b)": "2026-03-26",
    "ca.irpa.112(2)(b.1)": "2019-06-21",  # refusals by the Federal Court count too
    "us.8cfr.208.30(d)": "2024-08-14",  # four hours to consult, and not a day
    "us.8cfr.1003.42(h)(1)": "2023-03-25",  # review also where the Agreement does not apply
}

INELIGIBLE = frozenset(name for name in grounds.ORDER if name.startswith("101"))
MAY_BE_PENDING = frozenset(
    {
        "ca.irpa.112(1)",
        "ca.irpa.112(2)(b.1)",  # after the twelve months
        "ca.irpa.112(3)",
    }
)
PROTECTED = frozenset({"101(1)(a)", "101(1)(d)"})

# --- into Canada: part 4.3


def northbound(
    case: Case,
    version: str,
    readings: Readings | None = None,
    assumptions: dict[str, str] | None = None,
) -> set[str]:
    """Name what follows in Canada."""
    reading = {**DEFAULT_READINGS, **OFFERED, **(readings or {})}
    assumed = {**DEFAULT_ASSUMPTIONS, **(assumptions or {})}
    law = law_for(case, version, reading)
    found = grounds.decide(case, version, readings, assumptions)
    whoever = protected(set(found.grounds)) | refused_before(case, set(found.grounds), reading)
    if found.how == "directed_back":  # no decision under s.101 was made (1.4)
        return {"ca.order.covid-2020#back"} | whoever
    if found.how == "cannot_claim":  # nor here, but a refusal that the Court reviews (part 5, 13)
        return {"ca.irpa.101#no_hearing", "ca.irpa.72(1)"} | whoever
    if found.how == "suspended":  # until the Division or the court has spoken, nothing is decided
        return {"ca.irpa.100(2)#waits"} | whoever
    if found.outcome == "heard":
        return (
            {"ca.irpa.100(1)", "ca.irpr.228(3)"}
            | before_the_division(case)
            | appeal(case, law, found.how, reading, assumed)
        )
    why = set(found.grounds) & INELIGIBLE
    follows = {"ca.irpa.101#no_hearing", "ca.irpa.72(1)", bites(why, reading)}
    follows |= before_the_division(case) | sent_where(case, why) | protected(why)
    follows |= risk_assessed(case, law, why, reading)
    if "101(1)(e)" in why:  # the usual order, and the ways out, are told of the Agreement alone
        follows |= {"ca.irpa.25.1(1)#asked", "ca.irpa.24(1)", "ca.irpa.48(2)"}
        if not minor_alone(case):
            follows.add("ca.irpr.228(1)(c)(iii)")
    elif law.read_on >= REQUESTS_CLOSED and follows & MAY_BE_PENDING:
        follows.add("ca.irpa.24(3.1)")
    return follows


def minor_alone(case: Case) -> bool:
    """Whether a claimant under 18 comes without a parent or an adult responsible for them."""
    return case["claimant"]["age"] < 18 and not any(
        who["relation"] in ("parent", "guardian") and who["travels_with"]
        for who in case["relatives"]["items"]
    )


def before_the_division(case: Case) -> set[str]:
    """R228(4): against a minor alone the officer cannot make the order, whichever it is."""
    return {"ca.irpr.228(4)"} if minor_alone(case) else set()


def bites(why: set[str], reading: Readings) -> str:
    """When the order takes effect: s.49(2), and point 15 where there are two grounds."""
    if why == {"101(1)(e)"}:
        return "ca.irpa.49(2)(a)"
    if "101(1)(e)" in why and reading["n.two_grounds"] == "same_day":
        return "ca.irpa.49(2)(a)"
    return "ca.irpa.49(2)(b)"


def sent_where(case: Case, why: set[str]) -> set[str]:
    """Where the claimant is sent: s.115(3) is for (e), R241 for the others but protected people."""
    if "101(1)(e)" in why:
        route = case["route"]
        onward = route["ordered_removed"] and route["in_transit"] and route["claim_decided_there"]
        return {"ca.irpa.115(3)#onward" if onward else "ca.irpa.115(3)"}
    return set() if why & PROTECTED else {"ca.irpr.241(1)(a)"}


def protected(why: set[str]) -> set[str]:
    """s.115(1): not to where persecution threatens."""
    return {"ca.irpa.115(1)"} if why & PROTECTED else set()


def refused_before(case: Case, why: set[str], reading: Readings) -> set[str]:
    """s.112(2)(b) and an old refusal under (e) that bars the new claim under (c): point 16."""
    if "101(1)(c)" not in why or reading["n.prra_after_old_e"] != "barred":
        return set()
    old = [(made["result"], made.get("ground")) for made in grounds.made_here(case)]
    return {"ca.irpa.112(2)(b)"} if ("ineligible", "agreement") in old else set()


def risk_assessed(case: Case, law: Law, why: set[str], reading: Readings) -> set[str]:
    """Whether risk is assessed before removal, and how: the matrix, row by row."""
    if "101(1)(e)" in why:
        return {"ca.irpa.112(2)(b)"}
    closed = refused_before(case, why, reading)
    if why & PROTECTED:
        closed.add("ca.irpa.112(1)#protected")
    if closed:
        return closed
    limited = {"ca.irpa.112(3)"} if "101(1)(f)" in why else set()
    if "101(1)(b)" in why:
        # What held for (b) before the twelve months came in, the note does not say.
        return limited | ({"ca.irpa.112(2)(b.1)"} if law.read_on >= APPEALS_START else set())
    if limited:
        return limited
    if why == {"101(1)(c.1)"}:
        return {"ca.irpa.112(1)", "ca.irpa.113.01"}
    return {"ca.irpa.112(1)"}


def appeal(case: Case, law: Law, how: str, reading: Readings, assumed: dict[str, str]) -> set[str]:
    """Whether the Refugee Appeal Division is open: s.110(2)(d), Zhao and point 26."""
    if law.day < APPEALS_START:
        return set()
    if how == "exempt":
        # A favour is no regulation under s.102(1)(c).
        without = {name: value for name, value in case.items() if name != "relief"}
        closed = north.agreement(without, law, reading, assumed) == north.EXEMPT
    else:
        closed = reading["n.rad_no_exception"] == "appeal_closed" and by_regulation(
            case, law, reading
        )
    return {"ca.irpa.110(2)(d)" if closed else "ca.irpa.110(1)"}


def by_regulation(case: Case, law: Law, reading: Readings) -> bool:
    """Whether R159.2 or R159.4(1), and not the Act, keeps (e) away from who came from the U.S."""
    claimant = case["claimant"]
    if not law.operates or not north.came_from_the_united_states(case):
        return False
    if "US" in claimant["nationalities"]["items"]:
        return False
    if reading["n.former_residence"] == "anyone" and "US" in claimant["former_residence"]["items"]:
        return False
    return not north.claimed_inland_after_a_port(case, law, reading)


# --- into the United States: part 1.4


def southbound(case: Case, version: str, readings: Readings | None = None) -> set[str]:
    """Name what follows in the United States."""
    reading = {**south.DEFAULT_READINGS, **(readings or {})}
    law = south.law_for(case, version)
    if law.day < south.AGREEMENT_STARTS:
        return set()
    found = south.decide(case, version, readings)
    channel = case["claim"]["channel"]
    before_officer = channel in ("officer", "expedited_removal")
    follows = set()
    if before_officer and south.scope(case, law, reading):
        follows.add("us.8cfr.208.30(d)")
    if channel == "expedited_removal":
        follows.add("us.8cfr.235.3(b)")
    if channel == "court":
        follows.add("us.8cfr.1003.1(b)")
    if found.outcome == "returned":
        return follows | sent_back(case, channel)
    alien = "US" not in case["claimant"]["nationalities"]["items"]
    child = law.day >= south.CHILDREN_LET_IN and south.unaccompanied_child(case, reading)
    if child and alien:
        follows.add("us.8usc.1232(a)(5)(D)")
    if channel == "court":
        follows.add("us.8cfr.1240.11(g)(2)")
    elif channel == "affirmative":
        follows.add("us.8cfr.208.9")
    elif found.how == "exempt":
        follows.add("us.8cfr.208.30(e)(6)(ii)")
    elif "us.8usc.1232(a)(5)(D)" not in follows:
        follows.add("us.8cfr.208.30(e)(5)")
    return follows


def sent_back(case: Case, channel: str) -> set[str]:
    """What follows for someone who goes back to Canada."""
    transit = south.in_removal_transit(case)
    follows = {"us.agreement.taken_back", "us.8usc.1158(a)(3)"}
    if not transit:
        follows.add("us.8cfr.208.30(e)(6)(iii)(F)#asked")
    if channel == "court":
        follows.add("us.8cfr.1240.11(g)(4)")
    elif channel != "affirmative":  # for which the text read has no procedure
        follows.add("us.8cfr.208.30(e)(6)(i)")
        follows.add("us.8cfr.1003.42(h)(2)" if transit else "us.8cfr.1003.42(h)(1)")
    return follows


def in_later_words(case: Case, version: str, readings: Readings | None = None) -> set[str]:
    """Name the consequences of `TEXTS` that the version has in their later words."""
    if case["journey"]["into"] == "ca":
        # What the officer's decision sets off is read as of its day.
        day = law_for(case, version, {**DEFAULT_READINGS, **(readings or {})}).read_on
    else:
        day = south.law_for(case, version).day
    return {name for name, start in TEXTS.items() if day >= start}
