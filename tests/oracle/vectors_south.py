"""The side-by-side table of the note on U.S. law (its part 2.4), both directions, as complete cases.

Each row has `number`, `facts` (the note's words, shortened), `north` and `south` (a case that goes
into Canada, and one that goes into the United States, with the same facts from the journey's side),
and `expected`: per column of the table, "outcome/how". A cell marked `?` has one line for each
position of the reading concerned, in `either`: (direction, version, reading, position, outcome).

R is returned/agreement, X heard/exempt, N heard/not_covered, IN barred/ground.
"""

from __future__ import annotations

from tests.oracle.cases import Facts, case, listed, relative

NORTH_2004, NORTH_2023, NORTH_2026 = "2018-05-01", "2023-04-01", "2026-04-01"
SOUTH_BEFORE_2009, SOUTH_2004, SOUTH_2023, SOUTH_2026 = (
    "2005-01-10",
    "2018-05-01",
    "2023-04-01",
    "2026-04-01",
)
NORTH_COLUMNS = (NORTH_2004, NORTH_2023, NORTH_2026)
SOUTH_COLUMNS = (SOUTH_2004, SOUTH_2023)

OUTCOMES = {
    "R": "returned/agreement",
    "X": "heard/exempt",
    "N": "heard/not_covered",
    "IN": "barred/ground",
}

# Readings that are open and play no part in a row are set all the same.
OPEN_NORTH = {
    "n.port_hours": "no_port",
    "n.minor_married": "no",
    "n.bounced_back": "outside",
    "n.claim_made": "in_person",
    "n.b2_suspended": "limit_still_read",
}
OPEN_SOUTH = {
    "s.coverage_burden": "officer",
    "s.waters": "not_designated",
    "s.kin_step": "not_counted",
    "s.visa_validly_issued": "not_enough",
    "s.waiver_admission": "no",
    "s.waiver_barred": "needs_visa",
    "s.affirmative_claim": "not_reached",
}

Either = tuple[str, str, str, str, str]


def northbound(facts: Facts) -> Facts:
    """Give a case into Canada: what exists in the United States only is left out."""
    made = {**facts, "claimant": dict(facts["claimant"])}
    for name in ("lawful_status", "waiver_barred"):
        made["claimant"].pop(name, None)
    made["relatives"] = listed(
        *(
            {name: value for name, value in who.items() if name != "able_to_care"}
            for who in facts["relatives"]["items"]
        )
    )
    return made


def southbound(facts: Facts) -> Facts:
    """Give the same case into the United States: the journey turned round."""
    claimant = {"lawful_status": False, "waiver_barred": False, **facts["claimant"]}
    route = dict(facts["route"])
    legs = [{**leg, "country": "CA"} for leg in route["legs"]["items"]]
    claim = {name: value for name, value in facts["claim"].items() if name != "through_portal"}
    return {
        **facts,
        "journey": {"into": "us"},
        "claimant": claimant,
        "route": {**route, "legs": listed(*legs)},
        "claim": {**claim, "date": claim["in_person"], "channel": "expedited_removal"},
        "relief": {},
    }


def row(
    number: str,
    facts: str,
    case_of: Facts,
    north: str,
    south: str,
    *,
    other_south: Facts | None = None,
    either: tuple[Either, ...] = (),
    more: dict[tuple[str, str], str] | None = None,
) -> Facts:
    """Give one row of the table.

    Args:
        number: The row's number.
        facts: What happened.
        case_of: The case, from the journey's side.
        north: The three northbound cells, with "-" for one that is not given or stands in `either`.
        south: The two southbound cells, likewise.
        other_south: The southbound case where the values themselves differ (permits, papers).
        either: Cells marked `?`, one for each position.
        more: Further cells of the table: (direction, version) and the outcome.
    """
    expected = {
        **{
            ("north", version): cell
            for version, cell in zip(NORTH_COLUMNS, north.split(), strict=True)
        },
        **{
            ("south", version): cell
            for version, cell in zip(SOUTH_COLUMNS, south.split(), strict=True)
        },
        **(more or {}),
    }
    return {
        "number": number,
        "facts": facts,
        "north": northbound(case_of),
        "south": southbound(other_south or case_of),
        "expected": {key: OUTCOMES[cell] for key, cell in expected.items() if cell != "-"},
        "either": [(*line[:4], OUTCOMES[line[4]]) for line in either],
    }


def paper(kind: str, issuer: str) -> Facts:
    """Give a complete list of one valid paper."""
    return listed(
        {
            "id": "d1",
            "kind": kind,
            "issuer": issuer,
            "transit_only": False,
            "valid": True,
            "shown": True,
        }
    )


def other_visa(country: str, place: str = "land_port", n: int = 0) -> Facts:
    """Give a case of someone who holds a visitor visa of the country just left."""
    return case(place, n, claimant={"documents": paper("visitor_visa", country)})


def charge(country: str) -> Facts:
    """Give a complete list of one capital charge."""
    return listed(
        {
            "id": "c1",
            "country": country,
            "punishable_by_death": True,
            "convicted": False,
            "shown": True,
        }
    )


def visas(nationality: str, *, destination: bool, origin: bool) -> Facts:
    """Give a nationality, and where its visas are needed on the day of the row."""
    return {
        "nationalities": listed(nationality),
        "habitual_residence": nationality,
        "visa_needed": {"destination": destination, "origin": origin},
    }


def earlier_claim(facts: Facts, country: str) -> Facts:
    """Add an earlier asylum claim made in the other country, confirmed."""
    made = {
        "id": "h1",
        "place": "abroad",
        "country": country,
        "date": "2016-05-10",
        "result": "rejected",
        "confirmed": True,
    }
    return {**facts, "history": {**facts["history"], "claims": listed(made)}}


STUDY_PERMIT = listed({"id": "p1", "kind": "study", "valid": True})
OPEN_APPEAL = listed({"id": "k1", "referred": True, "stage": "appeal_open", "result": "rejected"})
CITIZEN_BROTHER = relative("sibling", 34, "destination", "citizen")

ROWS: list[Facts] = [
    row(
        "1",
        "port, visa of the other country only, no kin",
        other_visa("US"),
        "R R R",
        "R R",
        other_south=other_visa("CA"),
    ),
    row(
        "2",
        "same, between ports, day 3",
        other_visa("US", "between_land", 3),
        "N R R",
        "N R",
        other_south=other_visa("CA", "between_land", 3),
    ),
    row(
        "3",
        "same, day 20",
        other_visa("US", "between_land", 20),
        "N N IN",
        "N N",
        other_south=other_visa("CA", "between_land", 20),
    ),
    row(
        "4",
        "between ports, day 14 exactly, after the hour of the crossing",
        case("between_land", 14),
        "N N IN",
        "N -",
        either=(
            ("south", SOUTH_2023, "s.day_14", "whole_day", "R"),
            ("south", SOUTH_2023, "s.day_14", "hours_336", "N"),
        ),
    ),
    row(
        "5",
        "port, unmarried partner is a permanent resident",
        case(relatives=(relative("common_law_partner", 30, "destination", "permanent_resident"),)),
        "X X X",
        "R R",
    ),
    row(
        "6",
        "port, sister of 17 who studies there",
        case(
            relatives=(
                relative("sibling", 17, "destination", "other_lawful", permits=STUDY_PERMIT),
            )
        ),
        "R R R",
        "X X",
    ),
    row(
        "7",
        "port, aunt only a visitor",
        case(relatives=(relative("aunt_or_uncle", 40, "destination", "visitor"),)),
        "R R R",
        "R R",
    ),
    row(
        "8",
        "port, cousin a citizen",
        case(relatives=(relative("cousin", 33, "destination", "citizen"),)),
        "R R R",
        "R R",
    ),
    row(
        "9",
        "port, brother refused at first level, appeal open",
        case(relatives=(relative("sibling", 33, "destination", claims=OPEN_APPEAL),)),
        "- - -",
        "X X",
        either=tuple(
            ("north", version, "n.anchor_rejected", position, cell)
            for version in NORTH_COLUMNS
            for position, cell in (("ends_it", "R"), ("still_live", "X"))
        ),
    ),
    row(
        "10",
        "port, child of 16 alone, mother in the country just left",
        case(age=16, relatives=(relative("parent", 40, "origin"),)),
        "R R R",
        "N N",
        more={("south", SOUTH_BEFORE_2009): "R", ("south", SOUTH_2026): "N"},
    ),
    row(
        "11",
        "ferry landing",
        case("harbour_or_ferry"),
        "N N N",
        "- -",
        either=tuple(
            ("south", version, "s.ferry", position, cell)
            for version in SOUTH_COLUMNS
            for position, cell in (("outside", "N"), ("land_port", "R"))
        ),
    ),
    row(
        "12",
        "port, Mexican on 1 March 2023",
        case(claimant=visas("MX", destination=False, origin=True)),
        "X - -",
        "R -",
        other_south=case(claimant=visas("MX", destination=True, origin=False)),
    ),
    row(
        "12",
        "port, Mexican on 1 March 2024",
        case(claimant=visas("MX", destination=True, origin=True)),
        "- R R",
        "- R",
    ),
    row(
        "13",
        "port, Qatari on 1 March 2025",
        case(claimant=visas("QA", destination=True, origin=False)),
        "- R -",
        "- X",
        other_south=case(claimant=visas("QA", destination=False, origin=True)),
    ),
    row(
        "13",
        "port, Qatari on 1 March 2026",
        case(claimant=visas("QA", destination=False, origin=False)),
        "- - R",
        "- R",
    ),
    row(
        "14",
        "port, capital charge in the United States (north), in a third country (south)",
        case(claimant={"charges": charge("US")}),
        "X X X",
        "R R",
        other_south=case(claimant={"charges": charge("NG")}),
    ),
    row(
        "14",
        "port, capital charge in a third country",
        case(claimant={"charges": charge("NG")}),
        "X X X",
        "R R",
    ),
    row(
        "15",
        "in transit under the other country's removal order",
        case("airport", route={"ordered_removed": True, "in_transit": True}),
        "R R R",
        "R R",
    ),
    row(
        "15",
        "same, citizen brother",
        case(
            "airport",
            relatives=(CITIZEN_BROTHER,),
            route={"ordered_removed": True, "in_transit": True},
        ),
        "R R R",
        "R R",
    ),
    row(
        "16",
        "port, citizen brother, earlier asylum claim in the other country",
        earlier_claim(case(relatives=(CITIZEN_BROTHER,)), "US"),
        "X IN IN",
        "X X",
        other_south=earlier_claim(case(relatives=(CITIZEN_BROTHER,)), "CA"),
        more={("north", "2019-06-20"): "X", ("north", "2019-06-21"): "IN"},
    ),
    row(
        "17",
        "port, visitor visa of the receiving country",
        case(claimant={"documents": paper("visitor_visa", "CA")}),
        "X X X",
        "X X",
        other_south=case(claimant={"documents": paper("visitor_visa", "US")}),
    ),
    row(
        "18",
        "port, French national with nothing but an electronic authorization",
        case(
            claimant={
                **visas("FR", destination=False, origin=False),
                "documents": paper("electronic_travel_authorization", "CA"),
            }
        ),
        "R R R",
        "- -",
        other_south=case(
            claimant={
                **visas("FR", destination=False, origin=False),
                "documents": paper("electronic_travel_authorization", "US"),
            }
        ),
        either=tuple(
            ("south", version, "s.waiver_admission", position, cell)
            for version in SOUTH_COLUMNS
            for position, cell in (("no", "R"), ("yes", "X"))
        ),
    ),
]
