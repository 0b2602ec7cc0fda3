"""How a derived fact came about, in words: from which facts, or from which row of a table and its source."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.conflicts import conflicts
from core.case.facts import pattern
from core.case.view import View
from core.report.dates import FIRM
from core.report.derivation import conflict_words, grounds
from core.words import LANGUAGES
from tests.case.drawn import CASES, entered
from tests.decision.forgetting import stated


def told(case: Case, path: str, lang: str = "en") -> str:
    """From what a fact follows."""
    return grounds(View(case), path, lang).told(lang).replace(FIRM, " ")


def national(*codes: str, day: str = "2018-05-02") -> Case:
    """A claimant of these nationalities and no other."""
    case = entered(date=day).replace("claimant.nationalities", list(codes))
    return case.set_complete("claimant.nationalities", "all")


NEEDED = "claimant.visa_needed.destination"


@pytest.mark.parametrize(
    ("case", "path", "en", "fr"),
    [
        (
            national("MX", day="2024-06-01"),
            NEEDED,
            "Mexico → Canada: visa needed, since 1 March 2024 (source: canadagazette.gc.ca)",
            "Mexique → Canada : visa exigé, depuis le 1er mars 2024 (source : canadagazette.gc.ca)",
        ),
        (
            national("MX"),
            NEEDED,
            "Mexico → Canada: no visa needed, 1 December 2016 to 28 February 2024 (source: gazette.gc.ca)",
            "Mexique → Canada : aucun visa exigé, du 1er décembre 2016 au 28 février 2024"
            " (source : gazette.gc.ca)",
        ),
        (
            national("NG"),
            NEEDED,
            "Nigeria → Canada: visa needed, since 29 December 2004 or earlier"
            " (source: laws-lois.justice.gc.ca)",
            "Nigéria → Canada : visa exigé, depuis le 29 décembre 2004 ou avant"
            " (source : laws-lois.justice.gc.ca)",
        ),
        (
            entered(port="Del Bonita", date="2025-02-01", time="03:00"),
            "entries[e1].at_port",
            "Del Bonita: open 09:00 to 17:00, since 6 January 2025 (source: newswire.ca)",
            "Del Bonita : ouvert de 09:00 à 17:00, depuis le 6 janvier 2025 (source : newswire.ca)",
        ),
        (
            entered(port="Big Beaver", date="2018-02-01"),
            "entries[e1].at_port",
            "Big Beaver: closed, since 1 April 2011 (source: cbp.gov)",
            "Big Beaver : fermé, depuis le 1er avril 2011 (source : cbp.gov)",
        ),
        (
            entered(port="Del Bonita", date="2018-02-01", time="03:00"),
            "entries[e1].at_port",
            "place of entry at a land port of entry",
            "lieu d'entrée à un point d'entrée terrestre",
        ),
        (
            Case.from_data(
                {"claimant": {"birth_date": "1990-02"}, "claim": {"date": "2018-05-02"}}
            ),
            "claimant.age",
            "date of birth between 1 February 1990 and 28 February 1990, day of the claim 2 May 2018",
            "date de naissance entre 1er février 1990 et 28 février 1990, jour de la demande 2 mai 2018",
        ),
    ],
)
def test_a_derivation_says_its_facts_or_its_row_and_source(
    case: Case, path: str, en: str, fr: str
) -> None:
    assert (told(case, path), told(case, path, "fr")) == (en, fr)


def test_the_nationality_that_frees_from_the_visa_is_named_alone_and_else_all_are() -> None:
    assert told(national("NG", "FR"), NEEDED).startswith("France → Canada: no visa")
    assert told(national("NG", "SY"), NEEDED).count("visa needed") == 2


def test_an_open_port_is_told_by_its_place_and_its_hours() -> None:
    case = entered(port="Del Bonita", date="2025-02-01", time="12:00")
    found = told(case, "entries[e1].at_port")
    assert found.startswith(
        "place of entry at a land port of entry; Del Bonita: open 09:00 to 17:00"
    )


def test_the_legs_are_named_by_their_countries() -> None:
    case = Case.empty("ca")
    for country in ("MX", "US"):
        case, _ = case.add_item("route.legs", {"country": country, "territory": "main"})
    assert told(case, "route.from_designated").endswith("Mexico and United States")


def test_a_fact_without_a_recipe_has_no_grounds() -> None:
    assert told(Case.empty(), "claimant.stateless") == ""


def test_the_whole_address_is_kept_beside_the_words() -> None:
    found = grounds(View(national("NG")), NEEDED, "en")
    assert found.sources == ("https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/",)


@given(CASES)
def test_whatever_is_derived_can_be_told_in_both_languages(case: Case) -> None:
    view = View(case)
    paths = {path for path, _ in stated(case.data)} | {
        f.path for f in catalogue().facts.values() if f.derivation and "[]" not in f.path
    }
    for path in paths:
        if catalogue().fact(pattern(path)).derivation is None:
            continue
        for lang in LANGUAGES:
            found = grounds(view, path, lang).told(lang)
            assert "{" not in found
            assert found or view.firmly(path) is None


# --- conflicts --------------------------------------------------------------------------------------
def warning(case: Case, lang: str) -> list[str]:
    """The warnings of a case."""
    view = View(case)
    return [conflict_words(view, found, lang).replace(FIRM, " ") for found in conflicts(case)]


def test_a_warning_says_what_is_stated_what_follows_and_which_counts() -> None:
    case = national("MX", day="2024-06-01").replace(NEEDED, False)
    assert warning(case, "en") == [
        "“Needs a visa for the destination country” is stated as no, but from other facts follows "
        "yes (Mexico → Canada: visa needed, since 1 March 2024). What is stated counts."
    ]
    (french,) = warning(case, "fr")
    assert french.startswith("« A besoin d'un visa pour le pays de destination » : on indique non")


@given(CASES)
def test_every_warning_can_be_told_in_both_languages(case: Case) -> None:
    for lang in LANGUAGES:
        found: Any = warning(case, lang)
        assert len(found) == len(conflicts(case))
        assert all(text and "{" not in text for text in found)
