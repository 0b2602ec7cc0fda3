"""A case decided under the other country's law is decided as the oracle decides the case turned round.

What exists in one country only becomes unknown on the way; so the cases are those in which nothing
that the other law reads is lost.
"""

from __future__ import annotations

from typing import Any

from core.case.case import Case
from core.case.setup import Setup
from core.decision.decide import decide
from core.decision.which import version_for
from tests.decision.whole_law import Drawn, drawn_north, drawn_south
from tests.oracle import draw_south, draw_whole, grounds, south
from tests.oracle.vectors_south import OPEN_NORTH, OPEN_SOUTH

SIZE = 400
IN_BOTH = {"citizen", "permanent_resident", "visitor", "other_lawful", "none"}
BEFORE_ANY_SOUTHBOUND_LAW = "2004-12-29"

Facts = dict[str, Any]


def is_shared(facts: Facts) -> bool:
    """Whether all values of the case exist in both countries."""
    statuses = [set(who["statuses"]["items"]) for who in facts["relatives"]["items"]]
    return all(held <= IN_BOTH for held in statuses) and facts["claim"]["channel"] == "officer"


def came_from(facts: Facts, country: str) -> Facts:
    """The case with a last leg through the country, and its claim dated."""
    leg = {"id": "l9", "country": country, "territory": "main", "days": 1, "mode": "road"}
    legs = [*facts["route"]["legs"]["items"], {**leg, "papers": "none"}]
    claim = facts["claim"]
    return {
        **facts,
        "route": {**facts["route"], "legs": {"complete": "all", "items": legs}},
        "claim": {**claim, "date": claim.get("date") or claim["in_person"]},
    }


def decided(facts: Facts, version: str, drawn: Drawn, open_: dict[str, str]) -> tuple[Any, Any]:
    """What the program says of the case under a version of the other country."""
    setup = Setup(readings={**open_, **drawn.readings}, assumptions=drawn.assumptions)
    case = Case.from_data(facts)
    decision = decide(case, version_for(case, version, setup), setup)
    return decision.outcome, decision.how


def test_a_case_into_canada_is_turned_round_for_the_law_of_the_united_states() -> None:
    differences, compared = [], 0
    for drawn in drawn_north("turned round", SIZE):
        visas = drawn.facts["claimant"]["visa_needed"]
        lost = drawn.facts["claimant"]["age"] < 18 or visas == {
            "destination": False,
            "origin": True,
        }
        if lost or not is_shared(drawn.facts):
            continue
        facts = came_from(drawn.facts, "CA")
        claimant = {**facts["claimant"], "lawful_status": False, "waiver_barred": False}
        turned = {**facts, "journey": {"into": "us"}, "claimant": claimant}
        for version in draw_south.VERSIONS:
            if version == "own" and facts["claim"]["date"] < BEFORE_ANY_SOUTHBOUND_LAW:
                continue
            compared += 1
            said = decided(facts, f"us:{version}", drawn, OPEN_SOUTH)
            wanted = south.decide(turned, version, OPEN_SOUTH)[:2]
            if said != wanted:
                differences.append((version, said, wanted, facts))
    assert differences == []
    assert compared > 500


def test_a_case_into_the_united_states_is_turned_round_for_the_law_of_canada() -> None:
    differences, compared = [], 0
    for drawn in drawn_south("turned round", SIZE):
        if not is_shared(drawn.facts):
            continue
        facts = came_from(drawn.facts, "US")
        claim = {**facts["claim"], "through_portal": False}
        turned = {**facts, "journey": {"into": "ca"}, "claim": claim}
        for version in draw_whole.VERSIONS:
            compared += 1
            assumed = {"waters": "covered", "ports": "land_ports_only"}
            asked = drawn._replace(assumptions=assumed)
            said = decided(facts, f"ca:{version}", asked, OPEN_NORTH)
            wanted = grounds.decide(turned, version, OPEN_NORTH, assumed)[:2]
            if said != wanted:
                differences.append((version, said, wanted, facts))
    assert differences == []
    assert compared > 500
