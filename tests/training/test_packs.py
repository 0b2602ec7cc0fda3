"""Pack files: mistakes are told with file, line and mend; the packs of the program are whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.files.yamldump import dump_yaml
from core.training.key import stamped
from core.training.model import Pack
from core.training.packfile import (
    PackError,
    PackFile,
    packs,
    parse_pack,
    read_pack,
    with_stored,
    write_pack,
)
from core.training.stale import look
from core.training.work import changed, notes_of, work, work_case
from core.words import LANGUAGES
from tests.house.sources import ROOT
from tools import pack_keys

FOLDER = ROOT / "resources" / "sessions"
GOOD = """schema: threshold/pack/1
title: {en: "A pack", fr: "Un dossier"}
left: "2018-05-01"
right: whole_border_2018
exercises:
- id: one
  case: an-empty-road
- id: two
  case: an-empty-road
  change: {"relatives[cousin].relation": sibling, "relatives[cousin].tie": blood}
"""


def problems(text: str) -> list[str]:
    with pytest.raises(PackError) as caught:
        parse_pack(text, "mine.yaml")
    return caught.value.problems


def test_a_good_pack_opens_and_a_fact_can_be_varied():
    pack = parse_pack(GOOD, "mine.yaml").pack
    one, two = (work(pack, e).comparison for e in pack.exercises)
    assert (one.right.outcome, two.right.outcome) == ("returned", "heard")


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("schema: threshold/pack/1", "schema: threshold/case/1", 1, "expected threshold/pack/1"),
        ('left: "2018-05-01"\n', "", 1, "the key 'left' is missing; add it"),
        ("exercises:", "excercises:", 1, "the key 'exercises' is missing"),
        ("- id: two", "- id: one", 6, "stands more than once"),
        ("- id: two", "- id: Two", 8, "found 'Two'; expected"),
        ('fr: "Un dossier"', 'fr: ""', 2, "empty or no text"),
        ('fr: "Un dossier"', 'de: "Mappe"', 2, "unknown language 'de'"),
        ("  case: an-empty-road\n- id: two", "  case: no-road\n- id: two", 6, "no case 'no-road'"),
        ("whole_border_2018", "hole_border_2018", 6, "no version of the law"),
        ("sibling", "sybling", 8, "expected one of"),
        ("relatives[cousin].tie", "relatives[uncle].tie", 8, "no such fact"),
        ("- id: two\n", "- id: two\n  shine: 3\n", 9, "not known here"),
        ("- id: two\n", "- id: two\n  readings: {n.nothing: yes}\n", 9, "no reading 'n.nothing'"),
        (
            "- id: two\n",
            "- id: two\n  readings: {n.permit_206b: maybe}\n",
            9,
            "found 'maybe'; expected one of",
        ),
        (
            "- id: two\n",
            "- id: two\n  assumptions: {waters: maybe}\n",
            9,
            "found 'maybe'; expected one of",
        ),
        ("- id: two\n", "- id: two\n  assumptions: {wind: 'yes'}\n", 9, "no assumption 'wind'"),
        (
            "exercises:\n",
            "quiz: [three]\nexercises:\n",
            5,
            "found 'three', expected the id of an exercise",
        ),
        (
            "exercises:\n",
            "plan: {steps: [{title: {en: a}, minutes: 5, exercises: [three]}]}\nexercises:\n",
            5,
            "found 'three'",
        ),
        (
            "exercises:\n",
            "plan: {steps: [{title: {en: a}, minutes: -5}]}\nexercises:\n",
            5,
            "plan.steps.0.minutes: found -5; expected",
        ),
        (
            "- id: two\n",
            "- id: two\n  notes: {flips: [{change: {claimant.agee: 4}, says: {en: x}}]}\n",
            9,
            "notes.flips",
        ),
        (
            "  case: an-empty-road\n- id: two",
            "  case: {facts: {claimant: {age: old}}, story: {title: {en: a}, text: {en: b}}}\n- id: two",
            6,
            "case.facts",
        ),
        ("title:", "title: [", 3, "not well-formed"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_how_to_mend_it(old, new, line, told):
    assert GOOD.count(old) >= 1
    found = problems(GOOD.replace(old, new, 1))
    assert any(p.startswith(f"mine.yaml:{line}:") and told in p for p in found), found


def test_every_mistake_is_told_at_once():
    found = problems(GOOD.replace("case: an-empty-road", "case: no-road"))
    assert len(found) == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[1, 2]", b"- a", b"x"])
def test_a_file_that_is_no_pack_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    with pytest.raises(PackError, match=r"mine\.yaml"):
        read_pack(path)


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(PackError, match=r"mine\.yaml: No such file"):
        read_pack(tmp_path / "mine.yaml")


# --- writing ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("ending", [".yaml", ".json"])
@pytest.mark.parametrize("name", list(packs()))
def test_what_is_written_reads_back_the_same(tmp_path, name, ending):
    path = tmp_path / f"copy{ending}"
    written = write_pack(path, packs()[name])
    assert written.path == path
    assert read_pack(path).pack == packs()[name].pack


def test_a_pack_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0o400)
    folder = tmp_path / "gone"
    with pytest.raises(OSError, match="No such file"):
        write_pack(folder / "mine.yaml", PackFile(packs()["debate-2018"].pack))
    assert path.read_text(encoding="utf-8") == GOOD


def test_stamping_leaves_what_a_person_wrote_as_it_is():
    text = GOOD.replace("- id: two", "# a note of mine\n- id: two")
    pack = stamped(parse_pack(text, "mine.yaml").pack)
    assert pack.stored is not None
    once = with_stored(text, pack.stored)
    assert once.startswith(text)
    assert with_stored(once, pack.stored) == once
    assert parse_pack(once, "mine.yaml").pack == pack
    assert look(pack).matches


def test_the_schema_accepts_the_packs_of_the_program():
    import json

    schema = Pack.model_json_schema(by_alias=True)
    assert json.loads(json.dumps(schema)) == schema
    assert {"title", "exercises", "plan", "stored"} <= set(schema["properties"])


# --- the packs of the program ----------------------------------------------------------------------
def test_there_are_four_sessions_and_thirty_quizzes():
    assert set(packs()) == {
        "debate-2018",
        "change-2023",
        "change-2026",
        "both-directions",
        "self-study-30",
    }
    assert len(packs()["self-study-30"].pack.exercises) == 30
    for name in set(packs()) - {"self-study-30"}:
        plan = packs()[name].pack.plan
        assert plan.minutes == 90
        assert plan.know
        assert plan.do


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_no_pack_of_the_program_has_a_mistake(path):
    assert read_pack(path).pack == packs()[path.stem].pack


@pytest.mark.parametrize("name", list(packs()))
def test_every_exercise_has_notes_in_both_languages(name):
    for exercise in packs()[name].pack.exercises:
        notes = notes_of(exercise)
        assert notes.teaches is not None, exercise.id
        assert notes.mistake is not None, exercise.id
        assert notes.flips or notes.follow_ups, exercise.id
        texts = [notes.teaches, notes.mistake, *notes.follow_ups, *(f.says for f in notes.flips)]
        for text in texts:
            assert all(text[lang].strip() for lang in LANGUAGES), exercise.id
            assert text["en"] != text["fr"], exercise.id


@pytest.mark.parametrize("name", list(packs()))
def test_what_is_flipped_changes_an_outcome(name):
    pack = packs()[name].pack
    for exercise in pack.exercises:
        done = work(pack, exercise)
        before = done.comparison
        for flip in exercise.notes.flips:
            file = replace(done.file, case=changed(done.file.case, flip.change))
            after = work_case(exercise, file, done.setup).comparison
            assert (before.left.possible, before.right.possible) != (
                after.left.possible,
                after.right.possible,
            ), f"{exercise.id}: {flip.change}"


def test_the_template_has_the_four_kinds_of_cases():
    pack = packs()["debate-2018"].pack
    found = {
        name: work(pack, pack.exercise(name)).comparison for name in pack.plan.steps[3].exercises
    }
    assert len(found) == 4
    assert found["formal-crossing"].agree
    assert found["empty-road"].agree is False
    assert not found["sister-age"].right.determined
    toronto = found["way-of-toronto"].left
    assert toronto.verdicts["ca.irpr.159.4(2)"].met, "the exception to the exception"


def test_the_tool_stores_a_key_and_finds_one_that_is_not_of_today(tmp_path, capsys):
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert pack_keys.main(["--check", str(path)]) == 1
    assert path.read_text(encoding="utf-8") == GOOD
    assert pack_keys.main([str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith(GOOD)
    assert pack_keys.main(["--check", str(path)]) == 0
    wrong = path.read_text(encoding="utf-8").replace("outcome: returned", "outcome: heard", 1)
    path.write_text(wrong, encoding="utf-8")
    capsys.readouterr()
    assert pack_keys.main(["--check", str(path)]) == 1
    assert "one: moved" in capsys.readouterr().out
    path.write_text("schema: x", encoding="utf-8")
    assert pack_keys.main([str(path)]) == 2
    assert "no session pack" in capsys.readouterr().err


def test_yaml_of_a_pack_keeps_days_as_text(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    plain = parse_pack(GOOD, "mine.yaml").pack.plain()
    path.write_text(dump_yaml(plain), encoding="utf-8")
    assert read_pack(path).pack.left == "2018-05-01"
