"""The plain case from which the worked examples depart, and what they add to it."""

from __future__ import annotations

from typing import Any

Facts = dict[str, Any]

ENTRY_DAY = "2023-05-02"  # n is counted from here; the days below are those of the same month


def listed(*items: Any) -> Facts:
    """Give a complete list."""
    return {"complete": "all", "items": list(items)}


def relative(relation: str, age: int, where: str, *statuses: str, **more: Any) -> Facts:
    """Give a relative by blood (where that is asked) whose position is shown."""
    person: Facts = {
        "id": "r1",
        "relation": relation,
        "shown": True,
        "whereabouts": where,
        "birth_date": f"{2023 - age}-01-15",
        "age": age,
        "travels_with": False,
        "statuses": listed(*(statuses or ("none",))),
        "permits": listed(),
        "claims": listed(),
    }
    if relation in ("parent", "child", "sibling", "aunt_or_uncle"):
        person["tie"] = "blood"
    if where != "destination":
        person["away_temporarily"] = False
    return {**person, **more}


def work_permit(under: str) -> Facts:
    """Give a complete list of one valid work permit."""
    return listed({"id": "p1", "kind": "work", "under": under, "valid": True})


def case(
    place: str = "land_port",
    n: int = 0,
    *,
    age: int = 30,
    relatives: tuple[Facts, ...] = (),
    claimant: Facts | None = None,
    route: Facts | None = None,
) -> Facts:
    """Give the case from which every example departs: a visa national coming from the U.S.

    Args:
        place: Where the claimant enters.
        n: Days from the entry to the claim.
        age: The claimant's age at the claim.
        relatives: Everyone in the list.
        claimant: Facts on the claimant that differ.
        route: Facts on the route that differ.
    """
    at_port = place in ("land_port", "train", "harbour_or_ferry", "airport")
    claim_day = f"2023-05-{2 + n:02d}"
    return {
        "journey": {"into": "ca"},
        "claimant": {
            "nationalities": listed("NG"),
            "stateless": False,
            "former_residence": listed(),
            "habitual_residence": "NG",
            "permanent_resident_of_destination": False,
            "birth_date": f"{2023 - age}-02-10",
            "age": age,
            "visa_needed": {"destination": True, "origin": True},
            "documents": listed(),
            "charges": listed(),
            **(claimant or {}),
        },
        "relatives": listed(*relatives),
        "route": {
            "legs": listed(
                {
                    "id": "l1",
                    "country": "US",
                    "territory": "main",
                    "days": 20,
                    "mode": "air" if place == "airport" else "road",
                    "papers": "none",
                }
            ),
            "ordered_removed": False,
            "in_transit": False,
            "claim_decided_there": False,
            "could_have_claimed_there": False,
            "refused_by_other_side": False,
            "re_entering": False,
            "presence_shown_by": listed("seen"),
            **(route or {}),
        },
        "entries": listed(
            {
                "id": "e1",
                "place": place,
                "port": "not named",
                "at_port": at_port,
                "date": ENTRY_DAY,
                "time": "10:00",
                "zone": "America/Toronto",
                "found": "came_forward",
                "taken_to_port": False,
                "shown": True,
            }
        ),
        "claim": {
            "through_portal": False,
            "in_person": claim_day,
            "time": "15:00",
            "inland": not at_port and n > 0,
            "channel": "officer",
            "decision_date": claim_day,
            "decided_by_board": False,
            "under_removal_order": False,
        },
        "history": {
            "claims": listed(),
            "protected_here": False,
            "recognised_elsewhere": False,
            "inadmissible": listed(),
        },
    }
