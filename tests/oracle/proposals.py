"""The proposals of 2018 and 2019: whom they would have brought under the rule, and on what showing.

None was ever law, and none had a public text: what was left open is an assumption. All of them
leave IRPR 159.4(1.1) aside, which came later.
"""

from __future__ import annotations

from tests.oracle.basis import Case, Law, entry_of

CROSSED_ON_LAND = frozenset({"land_port", "train", "between_land"})  # a port then being closed

PAPERS = frozenset({"papers", "visa"})
CLEAR_EVIDENCE = frozenset({"seen", "biometrics", "papers", "visa"})
PROOF = {"biometrics_only": frozenset({"biometrics"}), "or_other_means": CLEAR_EVIDENCE}
EVIDENCE = {"papers_or_visa": PAPERS, "clear_evidence": CLEAR_EVIDENCE}


def shown_by(case: Case, accepted: frozenset[str]) -> bool:
    """Whether something accepted shows that the claimant was in the U.S."""
    return not accepted.isdisjoint(case["route"]["presence_shown_by"]["items"])


def reaches_between(case: Case, law: Law, assumed: dict[str, str], n: int) -> bool:
    """Whether the proposal reaches someone who did not enter at a port of entry."""
    entry = entry_of(case)
    place = entry["place"]
    if law.proposal == "whole_border_2018":
        if place == "between_water":
            if assumed["waters"] == "not_covered":
                return False
        elif place not in CROSSED_ON_LAND:
            return False
        if case["claim"]["inland"] and assumed["inland_claims"] == "not_covered":
            return False
        return not (assumed["time_limit"] == "14" and n >= 14)
    if law.proposal == "biometrics_2018":
        covered = assumed["between_ports"] == "covered"
        return covered and shown_by(case, PROOF[assumed["proof"]])
    if law.proposal == "evidence_2019":
        if place == "between_water" and assumed["waters"] == "not_covered":
            return False
        if case["claim"]["inland"] and assumed["inland_claims"] == "not_covered":
            return False
        if assumed["time_limit"] == "14" and n >= 14:
            return False
        return shown_by(case, EVIDENCE[assumed["evidence"]])
    if law.proposal == "port_transfer_2019":
        if place == "between_water":
            if assumed["waters"] == "not_covered":
                return False
        elif place not in CROSSED_ON_LAND:
            return False
        return assumed["transfer"] == "everyone" or bool(entry["taken_to_port"])
    return False


def reaches_other_ports(case: Case, law: Law, assumed: dict[str, str]) -> bool:
    """Whether the proposal reaches someone who came to a harbour or an airport."""
    if law.proposal != "biometrics_2018" or assumed["ports"] != "every_official_port":
        return False
    return shown_by(case, PROOF[assumed["proof"]])


def asks_more_at_land_ports(case: Case, law: Law, assumed: dict[str, str]) -> bool:
    """Whether the proposal lets go, at a land port, whoever is not shown to come from the U.S."""
    if law.proposal != "biometrics_2018" or assumed["unshown"] != "not_reached":
        return False
    return not shown_by(case, PROOF[assumed["proof"]])
