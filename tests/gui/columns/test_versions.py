"""What the pickers offer in either direction, and what a column says that is decided turned round."""

from __future__ import annotations

import pytest

from core.case.catalogue import catalogue
from core.case.library import library
from core.law.load import law
from core.law.version import find_version
from core.report.facts import lower
from core.report.sentences import outcome_words
from gui.columns.versions import own_offers, turned_offers

HERE = catalogue().opening["into"]
OTHER = next(code for code in catalogue().directions if code != HERE)
ACROSS = f"{OTHER}:2023-04-01"


def versions(picker):
    combo = picker.combo
    return [combo.itemData(n) for n in range(combo.count()) if combo.itemData(n)]


@pytest.mark.parametrize("into", [HERE, OTHER])
def test_the_versions_of_the_journey_s_country_come_first(document, panel, into):
    document.set_fact("journey.into", into)
    own = [preset.version for preset in law().presets(into)]
    for column in panel.columns:
        assert versions(column.picker)[: len(own)] == own
        assert column.picker.combo.itemText(column.picker.combo.count() - 1)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_law_of_the_other_country_is_offered_turned_round(document, lang):
    direction = catalogue().directions[OTHER][lang].casefold()
    offers = turned_offers(document.case, lang)
    assert ACROSS in [offer.version for offer in offers]
    for offer in offers:
        found = find_version(offer.version)
        assert found.country == OTHER
        assert found.proposal is None
        assert direction in offer.title.casefold()


def test_no_version_is_offered_twice(document):
    titles = [
        o.title for o in (*own_offers(document.case, "en"), *turned_offers(document.case, "en"))
    ]
    assert len(set(titles)) == len(titles)


def test_a_column_turned_round_says_so_in_its_title_and_below(document, panel):
    document.set_version("right", ACROSS)
    left, right = panel.columns
    assert "turned round" in right.picker.title()
    assert right.turned.text() == outcome_words(document.comparison.right, "en").turned
    assert right.turned.isVisible()
    assert not left.turned.isVisible()
    assert "turned round" not in left.picker.title()


def test_a_column_turned_round_is_plain_again_when_the_journey_turns(document, panel):
    document.set_version("right", ACROSS)
    document.set_fact("journey.into", OTHER)
    assert not panel.columns[1].turned.isVisible()
    assert panel.columns[1].picker.title() == "Law of 1 April 2023"


def test_what_the_turning_left_unknown_is_told(document, panel):
    document.open(library().load("a-protected-aunt"))
    document.set_version("right", ACROSS)
    lost = document.comparison.right.lost
    assert lost
    for path in lost:
        assert lower(catalogue().fact(path).label["en"]) in panel.columns[1].turned.text()
