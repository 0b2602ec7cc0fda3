"""What a list might still lack: words and members, one of each kind that a rule looks at."""

from __future__ import annotations

from typing import Any

Facts = dict[str, Any]


def _listed(*items: Any) -> Facts:
    return {"complete": "all", "items": list(items)}


def _person(relation: str, whereabouts: str, *statuses: str, **more: Any) -> Facts:
    born = {"birth_date": "1950-06-15"} if relation in ("parent", "guardian") else {}
    return {
        "relation": relation,
        "tie": "blood",
        "shown": True,
        "whereabouts": whereabouts,
        "away_temporarily": False,
        "birth_date": "1970-06-15",
        **born,
        "travels_with": False,
        "statuses": _listed(*(statuses or ("none",))),
        "permits": _listed(),
        "claims": _listed(),
        **more,
    }


_LIVE_CLAIM = {"id": "k", "referred": True, "stage": "first_instance", "result": "none"}
_PERMIT = {"id": "p", "kind": "study", "valid": True}

WORDS: dict[str, tuple[str, ...]] = {
    "claimant.nationalities": ("US", "CA", "BI", "MX"),
    "claimant.former_residence": ("US", "MX"),
    "relatives[].statuses": ("citizen", "permanent_resident", "protected", "removal_stayed"),
    "history.inadmissible": ("security",),
    "route.presence_shown_by": ("seen",),
}

MEMBERS: dict[str, tuple[Facts, ...]] = {
    "relatives": (
        _person("sibling", "destination", "citizen"),
        _person("aunt_or_uncle", "destination", "permanent_resident"),
        _person("spouse", "elsewhere"),
        _person("spouse", "destination", "citizen"),
        _person("common_law_partner", "destination", claims=_listed(_LIVE_CLAIM)),
        _person("parent", "origin"),
        _person("parent", "destination", "citizen", birth_date="1920-06-15"),
        _person("guardian", "origin"),
        _person("guardian", "destination", "protected"),
        _person("grandparent", "destination", "protected", birth_date="1910-06-15"),
        _person("niece_or_nephew", "destination", permits=_listed(_PERMIT)),
        _person("child", "destination", "citizen", birth_date="2024-06-29", age=0),
        _person("grandchild", "destination", "citizen", birth_date="2024-06-29", age=0),
        _person("cousin", "destination", "citizen"),
    ),
    "relatives[].claims": (
        _LIVE_CLAIM,
        {**_LIVE_CLAIM, "stage": "appeal_open", "result": "rejected"},
    ),
    "relatives[].permits": (
        _PERMIT,
        {"id": "p", "kind": "work", "under": "other", "valid": True},
        {"id": "p", "kind": "work", "under": "unenforceable_removal_order", "valid": True},
    ),
    "claimant.documents": tuple(
        {"kind": kind, "issuer": "CA", "transit_only": False, "valid": valid, "shown": True}
        for kind in (
            "immigrant_visa",
            "visitor_visa",
            "temporary_resident_permit",
            "permanent_resident_travel_document",
            "refugee_travel_document",
            "temporary_travel_document",
            "work_permit",
            "study_permit",
            "passport",
        )
        for valid in (True, False)
    ),
    "claimant.charges": tuple(
        {"country": country, "punishable_by_death": True, "convicted": True, "shown": True}
        for country in ("US", "SA")
    ),
    "route.legs": (
        {"country": "US", "territory": "main", "days": 3, "mode": "road", "papers": "none"},
        {"country": "MX", "territory": "main", "days": 3, "mode": "road", "papers": "none"},
    ),
    "history.claims": (
        {"place": "here", "date": "2004-01-01", "result": "rejected"},
        {"place": "here", "date": "2004-01-01", "result": "withdrawn"},
        {
            "place": "abroad",
            "country": "US",
            "date": "2004-01-01",
            "result": "rejected",
            "confirmed": True,
        },
        {
            "place": "abroad",
            "country": "MX",
            "date": "2004-01-01",
            "result": "rejected",
            "confirmed": True,
        },
    ),
    "entries": tuple(
        {"place": place, "date": day, "time": "10:00", "zone": "America/Toronto", "shown": True}
        for place in ("airport", "between_land")
        for day in ("1999-01-01", "2004-12-30")
    ),
}
