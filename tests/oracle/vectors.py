"""The worked examples of the research note (its part 8), as complete cases.

`VECTORS` holds those that turn on IRPA 101(1)(e) alone: nos. 1 to 19, 24, 31, 35 and 36, under the
laws of 2018 and 2023. Each has `number`, `facts` (the note's words, shortened), `case` (the value
under the key `case` of a case file), `expected` (per version, "outcome/how"), `met` (per version,
provisions that must be met) and `readings` (empty unless the example turns on one; the open
readings that it does not name play no part in it).

`TURNING_DAYS` has the same form: one case on the last day of a text and on the first of the next.
"""

from __future__ import annotations

from tests.oracle.cases import Facts, case, listed, relative, work_permit

LAW_2018 = "2018-05-01"
LAW_2023 = "2023-04-01"

CAPITAL_CASE: Facts = {
    "id": "c1",
    "country": "US",
    "punishable_by_death": True,
    "convicted": True,
    "shown": True,
}


def vector(
    number: str,
    facts: str,
    facts_of_case: Facts,
    expected: dict[str, str],
    met: dict[str, tuple[str, ...]] | None = None,
    readings: dict[str, str] | None = None,
) -> Facts:
    """Give one row of the table."""
    return {
        "number": number,
        "facts": facts,
        "case": facts_of_case,
        "expected": expected,
        "met": met or {},
        "readings": readings or {},
    }


def both(outcome: str) -> dict[str, str]:
    """Expect the same under the laws of 2018 and 2023."""
    return {LAW_2018: outcome, LAW_2023: outcome}


def each(of_2018: str, of_2023: str) -> dict[str, str]:
    """Expect this under the law of 2018, and that under the law of 2023."""
    return {LAW_2018: of_2018, LAW_2023: of_2023}


def names(*provisions: str) -> dict[str, tuple[str, ...]]:
    """Expect these provisions to be met under both laws."""
    return {LAW_2018: provisions, LAW_2023: provisions}


RETURNED = "returned/agreement"
NOT_COVERED = "heard/not_covered"
EXEMPT = "heard/exempt"

CITIZEN_SISTER = relative("sibling", 35, "destination", "citizen")
IN_REMOVAL_TRANSIT: Facts = {"ordered_removed": True, "in_transit": True}

VECTORS: list[Facts] = [
    vector(
        "1",
        "walks across at Roxham Road, claims the same day, no family",
        case("between_land"),
        each(NOT_COVERED, RETURNED),
        {LAW_2018: ("159.4(1)(a)",), LAW_2023: ("159.4(1.1)",)},
    ),
    vector("2", "same, at the Lacolle port", case("land_port"), both(RETURNED)),
    vector(
        "3",
        "Lacolle, uncle is a permanent resident in Canada",
        case(relatives=(relative("aunt_or_uncle", 50, "destination", "permanent_resident"),)),
        both(EXEMPT),
        names("159.5(b)"),
    ),
    vector(
        "4",
        "Lacolle, cousin is a citizen",
        case(relatives=(relative("cousin", 33, "destination", "citizen"),)),
        both(RETURNED),
    ),
    vector("5", "irregular, n = 13", case("between_land", 13), each(NOT_COVERED, RETURNED)),
    vector("6", "irregular, n = 14", case("between_land", 14), both(NOT_COVERED)),
    vector(
        "7",
        "irregular, citizen sister, n = 5",
        case("between_land", 5, relatives=(CITIZEN_SISTER,)),
        each(NOT_COVERED, EXEMPT),
        names("159.5(a)"),
    ),
    vector(
        "8",
        "irregular, citizen sister, n = 20",
        case("between_land", 20, relatives=(CITIZEN_SISTER,)),
        both(NOT_COVERED),
        names("159.5(a)"),
    ),
    vector(
        "9",
        "ferry landing that is a port of entry",
        case("harbour_or_ferry"),
        both(NOT_COVERED),
        names("159.4(1)(b)"),
    ),
    vector(
        "10",
        "own flight New York to Toronto, claims at the airport",
        case("airport"),
        both(NOT_COVERED),
        names("159.4(1)(c)"),
    ),
    vector(
        "11",
        "removed by the U.S., in transit at Toronto, citizen brother",
        case(
            "airport",
            relatives=(relative("sibling", 28, "destination", "citizen"),),
            route=IN_REMOVAL_TRANSIT,
        ),
        both(RETURNED),
        names("159.4(2)", "159.5(a)"),
    ),
    vector(
        "12",
        "as 11, but convicted in the U.S. of an offence punishable by death",
        case(
            "airport",
            relatives=(relative("sibling", 28, "destination", "citizen"),),
            claimant={"charges": listed(CAPITAL_CASE)},
            route=IN_REMOVAL_TRANSIT,
        ),
        both(EXEMPT),
        names("159.4(2)", "159.6(a)"),
    ),
    vector(
        "13",
        "boy of 16 at a land port with an adult cousin, parents dead",
        case(
            age=16,
            relatives=(
                relative("cousin", 24, "origin", travels_with=True),
                relative("parent", 45, "elsewhere", id="r2"),
                relative("parent", 47, "elsewhere", id="r3"),
            ),
        ),
        both(EXEMPT),
        names("159.5(e)"),
    ),
    vector(
        "14",
        "boy of 16, mother in the U.S., no anchor",
        case(age=16, relatives=(relative("parent", 40, "origin"),)),
        both(RETURNED),
    ),
    vector(
        "15",
        "citizen brother of 12 in Canada",
        case(relatives=(relative("sibling", 12, "destination", "citizen"),)),
        both(EXEMPT),
        names("159.5(a)"),
    ),
    vector(
        "16",
        "sister of 17 with a referred claim",
        case(
            relatives=(
                relative(
                    "sibling",
                    17,
                    "destination",
                    claims=listed(
                        {
                            "id": "k1",
                            "referred": True,
                            "stage": "first_instance",
                            "result": "none",
                        }
                    ),
                ),
            )
        ),
        both(RETURNED),
    ),
    vector(
        "17",
        "aunt of 30 with a work permit under R206(1)(a)",
        case(
            relatives=(
                relative(
                    "aunt_or_uncle",
                    30,
                    "destination",
                    "other_lawful",
                    permits=work_permit("claimant_awaiting_decision"),
                ),
            )
        ),
        both(EXEMPT),
        names("159.5(d)"),
    ),
    vector(
        "18",
        "aunt of 30 with a work permit under R206(1)(b) only",
        case(
            relatives=(
                relative(
                    "aunt_or_uncle",
                    30,
                    "destination",
                    "other_lawful",
                    permits=work_permit("unenforceable_removal_order"),
                ),
            )
        ),
        both(RETURNED),
    ),
    vector(
        "19",
        "Mexican at a land port on 1 January 2020: no visa needed for Canada",
        case(
            claimant={
                "nationalities": listed("MX"),
                "habitual_residence": "MX",
                "visa_needed": {"destination": False, "origin": True},
            }
        ),
        {"2020-01-01": EXEMPT},
        {"2020-01-01": ("159.5(g)",)},
    ),
    vector(
        "19",
        "Mexican at a land port on 1 April 2024: a visa needed for Canada",
        case(claimant={"nationalities": listed("MX"), "habitual_residence": "MX"}),
        {"2024-04-01": RETURNED},
    ),
    vector(
        "24",
        "stateless, long lived in the U.S., at a land port",
        case(
            claimant={
                "nationalities": listed(),
                "stateless": True,
                "former_residence": listed("US"),
                "habitual_residence": "US",
            }
        ),
        both(NOT_COVERED),
        names("159.2"),
    ),
    vector(
        "24",
        "stateless, long lived in the U.S., irregular, n = 5",
        case(
            "between_land",
            5,
            claimant={
                "nationalities": listed(),
                "stateless": True,
                "former_residence": listed("US"),
                "habitual_residence": "US",
            },
        ),
        both(NOT_COVERED),
        names("159.2"),
    ),
    vector(
        "31",
        "irregular, n = 5, charged in the U.S. with a capital offence",
        case("between_land", 5, claimant={"charges": listed({**CAPITAL_CASE, "convicted": False})}),
        each(NOT_COVERED, EXEMPT),
        names("159.6(a)"),
    ),
    vector(
        "35",
        "train passenger examined at a station designated as a port of entry",
        case("train"),
        both(RETURNED),
    ),
    *(
        vector(
            "36",
            "17, land port, mother in the U.S., husband of 30 a Canadian citizen",
            case(
                age=17,
                relatives=(
                    relative("parent", 41, "origin"),
                    relative("spouse", 30, "destination", "citizen", id="r2"),
                ),
            ),
            both(outcome),
            met,
            {"n.minor_married": position},
        )
        for position, outcome, met in (
            ("no", RETURNED, {}),
            ("yes", EXEMPT, names("159.5(a)")),
        )
    ),
]

CLOSED_PORT = case()
CLOSED_PORT["entries"]["items"][0]["at_port"] = False

TURNING_DAYS: list[Facts] = [
    vector(
        "agreement",
        "land port, no exception: the Agreement starts",
        case(),
        {"2004-12-28": NOT_COVERED, "2004-12-29": RETURNED},
    ),
    vector(
        "moratorium",
        "land port, national of Burundi: R159.6(c) is repealed",
        case(claimant={"nationalities": listed("BI"), "habitual_residence": "BI"}),
        {"2004-12-29": EXEMPT, "2009-07-22": EXEMPT, "2009-07-23": RETURNED},
        {"2009-07-22": ("159.6(c)",)},
    ),
    vector(
        "permits",
        "sister with a work permit under R206(1)(b), if the stale reference excludes nothing",
        case(
            relatives=(
                relative(
                    "sibling",
                    30,
                    "destination",
                    "other_lawful",
                    permits=work_permit("unenforceable_removal_order"),
                ),
            )
        ),
        {"2012-12-14": RETURNED, "2012-12-15": EXEMPT},
        readings={"n.permit_206b": "excludes_nothing"},
    ),
    vector(
        "hours",
        "land port outside its hours, if it was a port at all hours until it had hours by law",
        CLOSED_PORT,
        {"2020-03-20": RETURNED, "2021-11-21": NOT_COVERED, "2023-03-25": RETURNED},
        {"2021-11-21": ("159.4(1)(a)",), "2023-03-25": ("159.4(1.1)",)},
        readings={"n.port_hours": "all_hours"},
    ),
    vector(
        "protocol",
        "irregular, n = 13, no exception: the Additional Protocol starts",
        case("between_land", 13),
        {"2023-03-24": NOT_COVERED, "2023-03-25": RETURNED},
    ),
]
