"""What is stated against what follows from other answers: a warning at the station of the fact."""

from __future__ import annotations


def state_a_conflict(document) -> None:
    document.set_fact("claimant.nationalities", ["FR"])
    document.add_item("entries", {"date": "2018-05-02"})
    document.set_fact("claimant.visa_needed.destination", True)


def test_a_stated_answer_that_others_contradict_gives_a_warning_at_its_station(document, panel):
    document.choose_station("origin")
    assert panel.checks.text() == ""
    state_a_conflict(document)
    assert "is stated as yes" in panel.checks.text()
    document.choose_station("crossing")
    assert panel.checks.text() == ""


def test_the_warning_goes_with_the_answer(document, panel):
    document.choose_station("origin")
    state_a_conflict(document)
    document.set_fact("claimant.visa_needed.destination", None)
    assert panel.checks.text() == ""


def test_the_warning_speaks_french(document, panel):
    document.choose_station("origin")
    state_a_conflict(document)
    document.set_language("fr")
    assert "on indique oui" in panel.checks.text()


def test_a_derived_answer_names_the_row_of_the_table_and_its_source(document, row):
    state_a_conflict(document)
    document.set_fact("claimant.visa_needed.destination", None)
    document.choose_station("origin")
    said = row("claimant.visa_needed.destination").origin.text()
    assert said.startswith("derived: France → Canada: no visa needed")
    assert "source:" in said
