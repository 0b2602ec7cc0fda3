"""Whether a drawn case respects the checks of the catalogue and contradicts itself nowhere."""

from __future__ import annotations

from tests.oracle.draw_people import Facts


def respects_the_checks(case: Facts) -> None:
    """Assert that no fact of the case contradicts another."""
    claimant, route, claim = case["claimant"], case["route"], case["claim"]
    entries = case["entries"]["items"]
    dates = [entry["date"] for entry in entries]
    assert dates == sorted(dates)
    made = [claim[name] for name in ("date", "received", "in_person") if name in claim]
    assert dates[-1] <= min(made) <= max(made) <= claim["decision_date"]
    for someone in (claimant, *case["relatives"]["items"]):
        born = someone["birth_date"]
        assert born[5:] != "02-29"
        assert {int(day[:4]) - int(born[:4]) - (day[5:] < born[5:]) for day in made} == {
            someone["age"]
        }
    assert claimant["stateless"] is not bool(claimant["nationalities"]["items"])
    assert route["ordered_removed"] or not route["in_transit"]
    assert not (claim["inland"] and route["in_transit"])
    for entry in entries:
        between = entry["place"] in ("between_land", "between_water", "coast")
        assert not (between and entry.get("at_port"))
    for relative in case["relatives"]["items"]:
        assert not (relative["travels_with"] and relative["whereabouts"] == "elsewhere")
        if relative["relation"] in ("parent", "grandparent"):
            assert relative["age"] > claimant["age"]
        if relative["relation"] in ("child", "grandchild"):
            assert relative["age"] < claimant["age"]
    for earlier in case["history"]["claims"]["items"]:
        assert earlier["date"] < dates[0]
        assert ("country" in earlier) is ("confirmed" in earlier) is (earlier["place"] == "abroad")
        assert ("ground" in earlier) is (earlier["result"] == "ineligible")
        if earlier["place"] == "here" and earlier["result"] == "accepted":
            assert case["history"]["protected_here"]
