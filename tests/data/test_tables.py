"""The curated tables under resources/: their form, and samples of what they must say.

The lookup here is written a second time on purpose, from the heads of the files.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
BEGINS = "2004-12-29"


@cache
def read(name: str) -> Any:
    return YAML(typ="safe", pure=True).load((RESOURCES / name).read_text(encoding="utf-8"))


def rows_of(table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read(f"data/{table}.yaml")["rows"]
    return rows


def visa_rows() -> list[dict[str, Any]]:
    return rows_of("visa_needed")


def moratorium_rows() -> list[dict[str, Any]]:
    return rows_of("removal_moratorium")


def port_rows() -> list[dict[str, Any]]:
    return rows_of("ports")


def codes() -> list[str]:
    return [country["code"] for country in read("facts/countries.yaml")["countries"]]


def visa_needed(country: str, into: str, day: str, passport: str | None = None) -> bool | None:
    """What the table says; None where it says nothing. No `passport`: it is not stated."""
    valid = {
        row.get("passport_condition"): row["needed"]
        for row in visa_rows()
        if (row["country"], row["into"]) == (country, into)
        and row["from"] <= day < row.get("until", "9999-12-31")
    }
    return valid[passport] if passport in valid else valid.get(None)


def suspended(country: str, day: str) -> bool | None:
    """Whether removals were suspended; None where the table does not know."""
    for row in moratorium_rows():
        if row["country"] == country:
            if day >= row.get("until", "9999-12-31"):
                return False
            if day >= row["from_latest"]:
                return True
            return False if day < row.get("from_earliest", "0001-01-01") else None
    return False


def is_iso(text: object) -> bool:
    return isinstance(text, str) and date.fromisoformat(text).isoformat() == text


# Countries


def test_every_country_has_one_code_and_a_name_in_each_language():
    rows = read("facts/countries.yaml")["countries"]
    assert 245 <= len(rows) <= 255
    assert all(set(row) == {"code", "en", "fr"} and all(row.values()) for row in rows)
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes())
    assert codes() == sorted(set(codes()))
    for language in ("en", "fr"):
        names = [row[language] for row in rows]
        assert len(set(names)) == len(names)


def test_names_are_those_people_look_for():
    names = {
        row["code"]: (row["en"], row["fr"]) for row in read("facts/countries.yaml")["countries"]
    }
    assert names["NG"] == ("Nigeria", "Nigéria")
    assert names["NO"] == ("Norway", "Norvège")
    assert names["HK"] == ("Hong Kong", "Hong Kong")
    assert names["HT"] == ("Haiti", "Haïti")


# Who needs a visa


@pytest.mark.parametrize("name", ["visa_needed", "removal_moratorium", "ports", "port_hours"])
def test_each_table_says_what_it_is_in_both_languages_and_where_it_is_from(name):
    table = read(f"data/{name}.yaml")
    assert table.get("table", table.get("list")) == name
    assert set(table["about"]) == {"en", "fr"}
    assert table["licence"]
    assert all({"title", "address", "licence"} <= set(source) for source in table["sources"])


def test_every_visa_row_has_the_agreed_form():
    fields = {"country", "into", "from", "until", "needed", "passport_condition", "source", "note"}
    kinds = read("facts/claimant.yaml")["facts"]["documents"]["fields"]
    special = set(kinds["passport_condition"]["choices"])
    for row in visa_rows():
        assert set(row) <= fields, row
        assert {"country", "into", "from", "needed", "source"} <= set(row), row
        assert row["country"] in codes(), row
        assert row["into"] in ("CA", "US"), row
        assert row["needed"] is True or row["needed"] is False, row
        assert row.get("passport_condition", "chip") in special, row
        assert row["source"].startswith(("http://", "https://")), row
        assert all(is_iso(row[key]) for key in ("from", "until") if key in row), row
        assert row["from"] >= BEGINS, row
        assert row["from"] < row.get("until", "9999-12-31"), row


def test_periods_of_one_country_destination_and_passport_do_not_overlap():
    periods = defaultdict(list)
    for row in visa_rows():
        key = (row["country"], row["into"], row.get("passport_condition"))
        periods[key].append((row["from"], row.get("until", "9999-12-31")))
    for key, spans in periods.items():
        spans.sort()
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, (key, end, start)


def test_every_nationality_in_the_table_has_rows_for_both_destinations():
    both = defaultdict(set)
    for row in visa_rows():
        both[row["country"]].add(row["into"])
    assert {country: found for country, found in both.items() if found != {"CA", "US"}} == {}
    assert len(both) > 200


def test_rows_are_sorted_so_that_a_difference_is_easy_to_read():
    keys = [(row["country"], row["into"], row["from"]) for row in visa_rows()]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("country", "day", "canada", "united_states"),
    [
        ("MX", "2009-07-13", False, True),
        ("MX", "2009-07-14", True, True),
        ("MX", "2016-11-30", True, True),
        ("MX", "2016-12-01", False, True),
        ("MX", "2020-01-01", False, True),
        ("MX", "2024-02-28", False, True),
        ("MX", "2024-02-29", None, True),  # exempt until 23:30: left out
        ("MX", "2024-04-01", True, True),
        ("NG", "2018-05-01", True, True),
        ("HT", "2018-05-01", True, True),
        ("AE", "2018-05-01", True, True),
        ("AE", "2018-06-05", False, True),
        ("BG", "2018-05-01", False, True),
        ("RO", "2018-05-01", False, True),
        ("RO", "2018-06-05", None, True),  # depends on the passport
        ("HR", "2021-11-30", False, True),
        ("HR", "2021-12-01", False, False),
        ("PL", "2019-11-10", False, True),
        ("PL", "2019-11-11", False, False),
        ("QA", "2024-11-01", True, True),
        ("QA", "2024-11-25", True, None),  # opened early, the day not certain
        ("QA", "2024-12-01", True, False),
        ("QA", "2025-11-24", True, False),
        ("QA", "2025-11-25", False, False),
        ("FM", "2018-05-01", True, False),
        ("MH", "2018-05-01", True, False),
        ("PW", "2018-05-01", True, False),
        ("BS", "2018-05-01", False, True),
        ("BM", "2018-05-01", False, False),
        ("CL", "2014-06-01", True, False),
        ("KR", "2008-11-16", False, True),
        ("KR", "2008-11-17", False, False),
        ("FR", "2018-05-01", False, False),
        ("US", "2018-05-01", False, False),
        ("CA", "2018-05-01", False, False),
        ("NG", "2004-12-28", None, None),  # before the Agreement: not in the table
    ],
)
def test_who_needed_a_visa_on_a_day(country, day, canada, united_states):
    assert visa_needed(country, "CA", day) is canada
    assert visa_needed(country, "US", day) is united_states


@pytest.mark.parametrize(
    ("country", "passport", "day", "canada", "united_states"),
    [
        ("IL", "national", "2023-10-18", False, True),
        ("IL", "national", "2023-10-19", False, False),
        ("IL", "none", "2023-12-01", True, True),
        ("IL", None, "2023-12-01", None, None),
        ("IL", None, "2018-05-01", None, True),
        ("HK", "special_region", "2018-05-01", False, True),
        ("HK", "none", "2018-05-01", True, True),
        ("HK", None, "2018-05-01", None, True),
        ("TW", "personal_number", "2010-11-21", True, True),
        ("TW", "personal_number", "2011-01-01", False, True),
        ("TW", "personal_number", "2012-11-01", False, False),
        ("RO", "chip", "2018-06-05", False, True),
        ("RO", "chip", "2018-05-01", False, True),
        ("GB", "overseas", "2018-05-01", False, True),
        ("GB", None, "2018-05-01", False, False),
        ("LT", "chip", "2015-06-01", False, False),
        ("LT", "none", "2015-06-01", None, True),
        ("LT", "none", "2018-05-01", False, False),
    ],
)
def test_what_a_special_passport_changes(country, passport, day, canada, united_states):
    assert visa_needed(country, "CA", day, passport) is canada
    assert visa_needed(country, "US", day, passport) is united_states


def asymmetric(day: str, exempt: str, needed: str) -> set[str]:
    """Countries whose nationals, with an ordinary passport, need a visa for one side only."""
    return {
        country
        for country in codes()
        if visa_needed(country, exempt, day) is False and visa_needed(country, needed, day) is True
    }


TERRITORIES = {"AI", "FK", "GI", "KY", "MS", "PN", "SH", "TC", "VG"}


def test_whom_canada_alone_exempted():
    always = {"BB", "BG", "BS", "CY", "PG", "SB", "VA", "WS"} | TERRITORIES
    assert asymmetric("2018-05-01", "CA", "US") == always | {"HR", "MX", "PL", "RO"}
    assert asymmetric("2020-01-01", "CA", "US") == always | {"AE", "HR", "MX"}
    assert asymmetric("2024-04-01", "CA", "US") == always | {"AE"}


def test_whom_the_united_states_alone_exempted():
    assert asymmetric("2018-05-01", "US", "CA") == {"FM", "MH", "PW"}
    assert asymmetric("2025-01-12", "US", "CA") == {"FM", "MH", "PW", "QA"}
    assert asymmetric("2025-12-01", "US", "CA") == {"FM", "MH", "PW"}


@pytest.mark.parametrize(
    ("country", "last_day"),
    [
        ("AG", "2017-06-26"),
        ("BW", "2012-09-10"),
        ("KN", "2014-11-21"),
        ("LC", "2012-09-10"),
        ("NA", "2012-09-10"),
        ("SZ", "2012-09-10"),
        ("VC", "2012-09-10"),
    ],
)
def test_when_canada_took_an_exemption_back(country, last_day):
    following = date.fromordinal(date.fromisoformat(last_day).toordinal() + 1).isoformat()
    assert visa_needed(country, "CA", last_day) is False
    assert visa_needed(country, "CA", following) is True
    assert visa_needed(country, "US", last_day) is True


# Suspended removals


def test_every_moratorium_row_has_the_agreed_form():
    fields = {"country", "from_earliest", "from_latest", "until", "source", "note"}
    seen = [row["country"] for row in moratorium_rows()]
    assert sorted(set(seen)) == seen
    for row in moratorium_rows():
        assert {"country", "from_latest", "source"} <= set(row) <= fields, row
        assert row["country"] in codes(), row
        assert row["source"].startswith(("http://", "https://")), row
        days = [row[key] for key in ("from_earliest", "from_latest", "until") if key in row]
        assert all(is_iso(day) for day in days) and days == sorted(set(days)), row


def test_eight_countries_were_under_suspension_in_december_2008():
    there = {code for code in codes() if suspended(code, "2008-12-18")}
    assert there == {"AF", "BI", "CD", "HT", "IQ", "LR", "RW", "ZW"}


@pytest.mark.parametrize(
    ("country", "day", "answer"),
    [
        ("BI", "2004-12-29", True),
        ("BI", "2009-07-22", True),
        ("BI", "2009-07-23", False),
        ("LR", "2002-12-31", False),
        ("LR", "2003-06-30", None),
        ("LR", "2004-12-29", True),
        ("HT", "2004-12-29", True),
        ("HT", "2014-12-01", False),
        ("AF", "2005-01-01", None),
        ("AF", "2005-07-20", True),
        ("AF", "2009-07-22", True),
        ("SD", "2008-01-01", False),
        ("NG", "2004-12-29", False),
    ],
)
def test_whether_removals_were_suspended(country, day, answer):
    assert suspended(country, day) is answer


# Ports


def test_every_port_has_the_agreed_form():
    fields = {"name", "province", "us_counterpart", "us_state", "kind", "lat", "lon", "position"}
    fields |= {"hours", "hours_from", "hours_source", "note"}
    sources = {source["id"] for source in read("data/ports.yaml")["sources"]}
    for row in port_rows():
        assert {"name", "province", "kind"} <= set(row) <= fields, row
        assert row["kind"] in ("land", "ferry", "harbour", "airport", "rail", "unofficial"), row
        assert all(isinstance(row[key], str) for key in ("name", "province")), row
        assert ("us_counterpart" in row) == ("us_state" in row), row
        assert len({"lat", "lon", "position"} & set(row)) in (0, 3), row
        if "position" in row:
            assert row["position"] in sources, row
            assert 41.5 < row["lat"] < 66 and -141.1 < row["lon"] < -52, row
        assert ("hours" in row) == ("hours_source" in row), row
        assert "hours_from" not in row or is_iso(row["hours_from"]), row


def test_no_two_ports_share_a_name():
    names = [row["name"] for row in port_rows()]
    assert len(set(names)) == len(names)


def test_the_well_known_places_are_there():
    kinds = {row["name"]: row["kind"] for row in port_rows()}
    assert kinds["St-Bernard-de-Lacolle"] == "land"
    assert kinds["Fort Erie (Peace Bridge)"] == "land"
    assert kinds["Roxham Road"] == "unofficial"
    assert len([kind for kind in kinds.values() if kind == "land"]) == 119


# Hours of ports


def hours_rows() -> list[dict[str, Any]]:
    return rows_of("port_hours")


def test_every_row_of_hours_has_its_port_its_period_and_its_source():
    fields = {
        "port",
        "side",
        "from",
        "until",
        "season",
        "outside",
        "days",
        "open",
        "source",
        "note",
    }
    places = {row["name"]: row for row in port_rows()}
    sources = {source["id"]: source for source in read("data/port_hours.yaml")["sources"]}
    for row in hours_rows():
        assert {"port", "side", "from", "open", "source"} <= set(row) <= fields, row
        assert row["port"] in places, row
        assert row["side"] == "ca" or "us_counterpart" in places[row["port"]], row
        assert row["side"] in read("data/ports.yaml")["sides"], row
        assert all(is_iso(row[key]) for key in ("from", "until") if key in row), row
        assert row["from"] < row.get("until", "9999-12-31"), row
        assert not {"season", "outside"} <= set(row), row
        assert set(row.get("days", ())) <= {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, row
        assert row["source"] in sources, row
    assert {row["source"] for row in hours_rows()} == set(sources)


def test_hours_are_two_times_of_one_day_in_order():
    for row in hours_rows():
        if row["open"] == "closed":
            continue
        opens, closes = row["open"].split("-")
        assert "00:00" <= opens < closes <= "24:00", row
        assert all(len(text) == 5 and text[2] == ":" for text in (opens, closes)), row


def test_a_place_that_is_no_port_is_closed_as_long_as_the_table_reaches():
    closed = {row["port"]: row for row in hours_rows() if row["open"] == "closed"}
    for place in port_rows():
        if place["kind"] == "unofficial":
            row = closed[place["name"]]
            assert (row["from"], "until" in row, "days" in row) == (BEGINS, False, False)


def test_two_rows_of_one_port_hold_on_one_day_only_where_the_notice_says_so():
    spells = defaultdict(list)
    for row in hours_rows():
        if not {"season", "outside", "days"} & set(row):
            spells[row["port"], row["side"]].append((row["from"], row.get("until", "9999-12-31")))
    for key, found in spells.items():
        for (_, end), (start, _) in pairwise(sorted(found)):
            assert end <= start, key
