"""What the oracle's other parts stand on: the law's turning days, the readings, entry and age."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple

Case = dict[str, Any]
Person = dict[str, Any]
Readings = dict[str, str]

# Days on which the text changes (first day of the new text).
AGREEMENT_STARTS = "2004-12-29"
MORATORIUM_ENDS = "2009-07-23"  # R159.6(c) repealed
PERMITS_RENUMBERED = "2012-12-15"  # R206(b) is R206(1)(b) from here on
EIGHTEEN_YEAR_RULE = "2015-06-10"  # R5(a): a foreign national under 18 is nobody's spouse
PORTS_HAVE_HOURS = "2020-03-21"  # R2: a port of entry only in its hours
PROTOCOL_STARTS = "2023-03-25"  # R159.4(1.1)

# From which version on the reading n.minor_married is offered. The table of readings says: in all.
# The note dates the rule on which its position "no" rests (see above) to 2015.
MINOR_MARRIED_ASKED = AGREEMENT_STARTS

PROPOSALS = {
    "whole_border_2018": "2018-05-01",
    "biometrics_2018": "2018-05-01",
    "evidence_2019": "2019-03-15",
    "port_transfer_2019": "2019-04-01",
}

DEFAULT_READINGS: Readings = {
    "n.death_penalty_between_ports": "helps",
    "n.day_count": "calendar",
    "n.entry_before_protocol": "not_covered",
    "n.waters": "rivers_and_lakes",
    "n.transit_us_claim": "no",
    "n.kin_step_marriage": "not_relatives",
    "n.anchor_abroad": "must_be_there",
    "n.anchor_rejected": "ends_it",
    "n.own_permit": "not_listed",
    "n.age_moment": "claim",
    "n.holder_validity": "must_be_valid",
    "n.lawful_entry_inland": "not_covered",
    "n.date_unknown": "claimant",
    "n.former_residence": "stateless_only",
    "n.permit_206b": "excluded",
    "n.b2_old_crossing": "barred",
    "n.b2_several_entries": "any_entry",
    # Open, so never settled here: n.port_hours, n.minor_married, n.bounced_back, n.claim_made,
    # n.b2_suspended.
}

DEFAULT_ASSUMPTIONS: dict[str, str] = {
    "time_limit": "none",
    "exceptions": "carry_over",
    "inland_claims": "covered",
    "prior_refusal": "as_101_1_c",
    "proof": "or_other_means",
    "unshown": "as_now",
    "between_ports": "not_covered",
    "evidence": "clear_evidence",
    "transfer": "as_stated",
    # Open: waters, ports.
}


class Law(NamedTuple):
    """Which text applies: that of a day, perhaps changed by a proposal, perhaps suspended.

    Under a case's own law the day is that of the claim, and what reaches back is read as of a
    later day, that of the decision.
    """

    day: str
    proposal: str
    suspended: bool
    own: bool = False
    decided: str = ""

    @property
    def operates(self) -> bool:
        """Whether R159.2 to 159.6 designate a country at all."""
        return not self.suspended and self.day >= AGREEMENT_STARTS

    @property
    def has_protocol(self) -> bool:
        """Whether R159.4(1.1) is there."""
        return self.day >= PROTOCOL_STARTS

    @property
    def read_on(self) -> str:
        """The day on whose text what reaches back is read."""
        return max(self.day, self.decided)


@cache
def law_of(version: str) -> Law:
    """Read a version's name: a day or a proposal, either with "+suspended"."""
    base, plus, addition = version.partition("+")
    if plus and addition != "suspended":
        raise ValueError(f"unknown version {version!r}")
    proposal = base if base in PROPOSALS else ""
    day = date.fromisoformat(PROPOSALS[base] if proposal else base)
    return Law(day.isoformat(), proposal, bool(plus))


def law_for(case: Case, version: str, reading: Readings) -> Law:
    """Read a version's name for a case: as `law_of` does, or "own" or "own@DAY"."""
    base, _, addition = version.partition("+")
    name, _, decided = base.partition("@")
    if name != "own":
        return law_of(version)
    claimed = claim_day(case, reading).isoformat()
    if not decided:
        decided = case["claim"].get("decision_date") or claimed
    return Law(claimed, "", addition == "suspended", own=True, decided=decided)


def claim_day(case: Case, reading: Readings) -> date:
    """Give the day on which the claim counts as made."""
    claim = case["claim"]
    if claim.get("date") is not None:
        return date.fromisoformat(claim["date"])
    if claim.get("through_portal") and reading["n.claim_made"] == "portal_receipt":
        return date.fromisoformat(claim["received"])
    return date.fromisoformat(claim["in_person"])


def entry_of(case: Case) -> dict[str, Any]:
    """Give the entry relied on: the last one."""
    entry: dict[str, Any] = case["entries"]["items"][-1]
    return entry


def moved(entry: dict[str, Any], case: Case, law: Law) -> date:
    """Give the day of an entry as a date in the law sees it.

    Under the law of another day the entry relied on falls on that day, and every other entry keeps
    its distance from it.
    """
    own_day = date.fromisoformat(entry["date"])
    if law.own:
        return own_day
    return date.fromisoformat(law.day) + (own_day - date.fromisoformat(entry_of(case)["date"]))


def age(person: Person, case: Case, reading: Readings) -> int:
    """Give the age at the moment that counts; it is reached as the birthday begins."""
    moment = reading["n.age_moment"]
    if moment == "claim":
        return int(person["age"])
    day: str = entry_of(case)["date"] if moment == "entry" else case["claim"]["decision_date"]
    born: str = person["birth_date"]
    return int(day[:4]) - int(born[:4]) - (1 if day[5:] < born[5:] else 0)
