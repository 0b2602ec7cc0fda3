"""A change of the law makes stale exactly the exercises whose decisions looked at what changed."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys

import pytest

from core.decision.model import Decision
from core.explore.mutants import mutants
from core.law.load import law
from core.law.version import VersionError
from core.training.digest import law_digest
from core.training.model import Story
from core.training.packfile import packs
from core.training.stale import look
from core.training.work import work
from core.words import Words
from tests.house.sources import ROOT
from tests.training.laws import law_with, stale_in

SCOPE, EXCEPTIONS = "law/ca/irpr_scope.yaml", "law/ca/irpr_exceptions.yaml"
TERMS, GROUNDS = "law/ca/irpr_terms.yaml", "law/ca/irpa_grounds.yaml"
STUDY = packs()["self-study-30"].pack
EARLY = STUDY.model_copy(update={"exercises": STUDY.exercises[4:8]})
LATE = STUDY.model_copy(update={"exercises": (STUDY.exercises[15], *STUDY.exercises[26:])})
TRIED = int(os.environ.get("THRESHOLD_EXPLORE", "1")) * 25


@pytest.mark.parametrize("name", list(packs()))
def test_the_packs_of_the_program_match_the_law_of_the_program(name):
    found = look(packs()[name].pack)
    assert found.matches
    assert not found.reworded


@pytest.mark.parametrize(
    ("pack", "file", "after", "old", "new", "stale"),
    [
        # transit at an airport is asked of people at an airport alone
        (
            "debate-2018",
            SCOPE,
            "id: ca.irpr.159.4(2)",
            "route.in_transit == true",
            "route.in_transit == false",
            {"way-of-toronto"},
        ),
        # the age of a relative is asked where a relative on the list is there
        (
            "debate-2018",
            TERMS,
            "id: ca.irpr.159.5#adult_relative",
            "it.age >= 18",
            "it.age >= 19",
            {"sister-age", "way-of-toronto", "item-transit", "item-mother"},
        ),
        # a parent is looked for beside a minor alone
        (
            "both-directions",
            EXCEPTIONS,
            "id: ca.irpr.159.5(e)",
            "claimant.age < 18",
            "claimant.age < 17",
            {
                "visa-paper",
                "south-bridge",
                "fourteen-days",
                "stateless",
                "inland",
                "mother",
                "boarding-school",
                "capital-charge",
            },
        ),
        # a bar of 2026 is no part of the debate of 2018
        (
            "debate-2018",
            GROUNDS,
            "id: ca.irpa.101(1)(b.1)",
            "years(1)",
            "years(2)",
            set(),
        ),
    ],
    ids=["transit", "age of a relative", "minors", "a later bar"],
)
def test_one_condition_changed_makes_exactly_these_stale(pack, file, after, old, new, stale):
    assert stale_in(pack, law_with(file, after, old, new)) == stale


def test_a_bar_of_2026_makes_that_pack_stale_and_no_other():
    changed = law_with(GROUNDS, "id: ca.irpa.101(1)(b.1)", "years(1)", "years(2)")
    everything = {e.id for e in packs()["change-2026"].pack.exercises}
    assert stale_in("change-2026", changed) == everything
    assert stale_in("change-2023", changed) == set()
    assert stale_in(LATE, changed) == {"q28-student"}


def test_an_answer_that_moves_is_listed_with_what_it_was_and_what_it_is():
    changed = law_with(TERMS, "id: ca.irpr.159.5#adult_relative", "it.age >= 18", "it.age >= 17")
    found = look(EARLY, changed)
    moved = {s.id: s for s in found.moved}
    assert set(moved) == {"q06-train"}
    outcomes = {(m.column, m.then, m.now) for m in moved["q06-train"].moves if m.what == "outcome"}
    assert outcomes == {("left", "returned", "heard"), ("right", "returned", "heard")}


def test_a_changed_gist_makes_nothing_stale_but_asks_for_new_papers():
    changed = law_with(
        EXCEPTIONS, "id: ca.irpr.159.5(a)", '  gist:\n    en: "', '  gist:\n    en: "In short: '
    )
    found = look(packs()["debate-2018"].pack, changed)
    assert found.matches
    assert found.reworded
    assert {s.state for s in found.exercises} == {"reworded"}


def test_a_condition_written_in_other_words_makes_nothing_stale():
    changed = law_with(
        SCOPE, "id: ca.irpr.159.4(2)", "route.in_transit == true", "route.in_transit  ==  true"
    )
    assert stale_in("debate-2018", changed) == set()


def test_another_default_of_a_reading_makes_stale_what_hangs_on_it():
    changed = law_with("law/readings.yaml", "id: n.permit_206b", "default: ", "default: open # ")
    found = {name: stale_in(name, changed) for name in ("debate-2018", "self-study-30")}
    assert found["debate-2018"] == {"item-transit"}
    assert found["self-study-30"] == {"q16-permit"}


def test_a_period_that_moves_makes_stale_what_reads_its_text():
    changed = law_with(SCOPE, "id: ca.irpr.159.4(2)", "from: 2004-12-29", "from: 2004-12-30")
    assert stale_in("debate-2018", changed) == {"way-of-toronto"}


def test_what_was_in_force_at_another_time_makes_nothing_stale():
    text = law().provisions["ca.irpr.159.5(d)#excluded_permit"].texts[0]
    assert text.until is not None, "the first text of this term is no longer in force"
    changed = law_with(
        TERMS, "id: ca.irpr.159.5(d)#excluded_permit", '"unenforceable_removal_order"', '"other"'
    )
    assert stale_in("debate-2018", changed) == set()


def test_a_retold_story_asks_for_new_papers_and_makes_nothing_stale():
    pack = packs()["debate-2018"].pack
    told = Story(title=Words(en="A", fr="B"), text=Words(en="c", fr="d"))
    first = pack.exercises[0].model_copy(update={"story": told})
    found = look(pack.model_copy(update={"exercises": (first, *pack.exercises[1:])}))
    assert found.matches
    assert [s.state for s in found.exercises][:2] == ["reworded", "same"]
    assert found.reworded


def test_another_fact_in_the_case_makes_its_exercise_alone_stale_or_moved():
    pack = packs()["debate-2018"].pack
    first = pack.exercises[0].model_copy(update={"change": {"claimant.age": 30}})
    found = look(pack.model_copy(update={"exercises": (first, *pack.exercises[1:])}))
    assert [s.id for s in found.stale] == [first.id]
    assert found.stale[0].state == "stale"


def test_an_exercise_without_a_case_is_broken_and_says_why():
    pack = packs()["debate-2018"].pack
    first = pack.exercises[0].model_copy(update={"case": "no-such-case"})
    found = look(pack.model_copy(update={"exercises": (first, *pack.exercises[1:])}))
    assert found.exercises[0].state == "broken"
    assert "no-such-case" in found.exercises[0].why


def answer(decision: Decision) -> tuple:
    """What of a decision an answer key says."""
    return (
        decision.outcome,
        decision.how,
        decision.possible,
        decision.basis,
        decision.waits_for,
        decision.depends_on,
    )


def test_no_answer_moves_under_a_digest_that_stands():
    """Errors are put into the law, one at a time; whatever moves an answer also changes the digest."""
    exercises = [(f.pack, e) for f in packs().values() for e in f.pack.exercises]
    before = {}
    for pack, exercise in exercises:
        worked = work(pack, exercise)
        before[id(exercise)] = (
            answer(worked.comparison.left),
            answer(worked.comparison.right),
            law_digest(worked),
        )
    source = random.Random(5)
    drawn = source.sample(list(mutants(law())), TRIED)
    moved = 0
    for mutant in drawn:
        for pack, exercise in source.sample(exercises, 12):
            try:
                worked = work(pack, exercise, mutant.law)
            except VersionError:
                continue
            left, right = answer(worked.comparison.left), answer(worked.comparison.right)
            then = before[id(exercise)]
            if (left, right) != then[:2]:
                moved += 1
                assert law_digest(worked) != then[2], f"{mutant.name} moved {exercise.id} unnoticed"
    assert moved > TRIED // 20, "too few errors moved an answer to say anything"


LOOK = """
import json, sys
from core.case.case import Case
from core.training.digest import law_digest
from core.training.model import Exercise, OwnCase, Story
from core.training.packfile import packs
from core.training.work import work
from core.words import Words

told = Story(title=Words(en="A", fr="A"), text=Words(en="a", fr="a"))
pack = packs()["debate-2018"].pack
for code in ("MX", "NG"):
    facts = json.loads(sys.argv[1])
    facts["claimant"]["nationalities"]["items"] = [code]
    print(law_digest(work(pack, Exercise(id="own", case=OwnCase(facts=facts, story=told)))))
"""


def test_a_row_of_a_table_counts_where_it_was_looked_up(tmp_path):
    """Two cases leave the visa to the table; a changed row of one country makes that one stale alone."""
    facts = {
        "journey": {"into": "ca"},
        "claimant": {"nationalities": {"complete": "all", "items": []}, "stateless": False},
        "relatives": {"complete": "all", "items": []},
        "route": {"from_designated": True},
        "entries": {"items": [{"id": "e", "place": "land_port", "date": "2018-03-01"}]},
        "claim": {"date": "2018-03-01", "inland": False},
    }
    shutil.copytree(
        ROOT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("__pycache__")
    )

    def digests() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", LOOK, json.dumps(facts)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.split()

    before = digests()
    table = tmp_path / "resources" / "data" / "visa_needed.yaml"
    text = table.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if "country: MX" in line and "into: CA" in line]
    assert rows, "the table has no row for Mexicans who enter Canada"
    row = next(line for line in rows if 'from: "2016' in line)
    flipped = row.replace("needed: false", "needed: true")
    assert flipped != row
    table.write_text(text.replace(row, flipped), encoding="utf-8")
    after = digests()
    assert before[0] != after[0]
    assert before[1] == after[1]

    older = next(line for line in rows if 'from: "2009' in line)
    changed = older.replace("needed: true", "needed: false")
    table.write_text(text.replace(older, changed), encoding="utf-8")
    assert digests() == before, "a row of another time was counted"
