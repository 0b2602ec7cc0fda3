"""``threshold print``: a paper as a file, or a sentence and no file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.files.resources import resource_root
from core.training.key import key_of
from core.training.packfile import packs
from core.training.store import SessionStore
from core.training.votes import Vote
from core.training.work import work

PACK = "debate-2018"


def run(capsys, *words: object) -> tuple[int, str, str]:
    code = main(["print", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    ("ending", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>")]
)
def test_the_ending_of_the_name_says_what_is_written(tmp_path, capsys, ending, begins):
    file = tmp_path / f"paper.{ending.upper()}"
    code, out, err = run(capsys, PACK, "--what", "evaluation", "-o", file)
    assert (code, err) == (0, "")
    assert out == f"Evaluation: {file}\n"
    assert file.read_bytes().startswith(begins)


def test_a_pack_of_ones_own_is_printed_from_its_file(tmp_path, capsys):
    own = tmp_path / "own.yaml"
    kept = resource_root().joinpath("sessions", f"{PACK}.yaml").read_text(encoding="utf-8")
    own.write_text(kept, encoding="utf-8")
    file = tmp_path / "key.html"
    code, out, _ = run(capsys, own, "--what", "key", "-o", file, "--lang", "fr", "--json")
    assert code == 0
    assert json.loads(out) == {"paper": "key", "file": str(file)}
    assert "Corrigé" in file.read_text(encoding="utf-8")


def test_a_case_is_compared_on_paper_under_the_versions_that_are_named(tmp_path, capsys):
    file = tmp_path / "comparison.html"
    asked = ("an-empty-road", "--what", "comparison", "-o", file, "--right", "2023-04-01")
    assert run(capsys, *asked)[0] == 0
    page = file.read_text(encoding="utf-8")
    assert "Law of 1 April 2023" in page
    assert "whole border" not in page
    assert "◆ The versions part here" in page


def test_a_case_file_is_printed_with_what_it_says(tmp_path, capsys):
    case = tmp_path / "mine.yaml"
    case.write_text(
        "schema: threshold/case/1\ncase: {}\nstory: {title: {en: '<b>#mine'}}\n", encoding="utf-8"
    )
    file = tmp_path / "handout.html"
    assert run(capsys, case, "--what", "handout", "-o", file)[0] == 0
    assert "&lt;b&gt;#mine" in file.read_text(encoding="utf-8")


def test_another_ending_is_refused_before_anything_is_written(tmp_path, capsys):
    file = tmp_path / "paper.txt"
    code, out, err = run(capsys, PACK, "--what", "key", "-o", file)
    assert (code, out) == (2, "")
    assert "expected a file ending in one of .pdf, .docx, .html" in err
    assert not file.exists()


def test_a_folder_that_does_not_exist_is_told_in_a_sentence(tmp_path, capsys):
    code, _, err = run(capsys, PACK, "--what", "plan", "-o", tmp_path / "no" / "plan.html")
    assert code == 2
    assert "No such file or directory" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("option", [("--left", "2018-05-01"), ("--reading", "x=y")])
def test_a_pack_brings_its_own_versions(tmp_path, capsys, option):
    code, _, err = run(capsys, PACK, "--what", "key", "-o", tmp_path / "key.pdf", *option)
    assert code == 2
    assert "a pack says this itself" in err


def test_an_unknown_name_is_refused(tmp_path, capsys):
    code, _, err = run(capsys, "no-such-thing", "--what", "key", "-o", tmp_path / "key.pdf")
    assert code == 2
    assert "no-such-thing" in err


def test_what_a_paper_is_made_from_is_never_overwritten(tmp_path, capsys):
    case = tmp_path / "mine.html"
    case.write_text("schema: threshold/case/1\ncase: {}\n", encoding="utf-8")
    code, _, err = run(capsys, case, "--what", "key", "-o", case)
    assert code == 2
    assert "take the place" in err
    assert case.read_text(encoding="utf-8").startswith("schema")


def test_a_paper_that_cannot_be_made_accessible_leaves_the_old_file(tmp_path, capsys):
    case = tmp_path / "mine.yaml"
    told = 'schema: threshold/case/1\ncase: {}\nstory: {title: {en: "a \\U0010FFFD"}}\n'
    case.write_text(told, encoding="utf-8")
    file = tmp_path / "key.pdf"
    file.write_bytes(b"old")
    code, _, err = run(capsys, case, "--what", "key", "-o", file)
    assert code == 2
    assert "no PDF was made" in err
    assert file.read_bytes() == b"old"


def test_sheets_and_large_print_are_taken(tmp_path, capsys):
    from pypdf import PdfReader

    made: list[tuple[float, int]] = []
    for more in ((), ("--paper", "letter"), ("--large",)):
        file = tmp_path / "key.pdf"
        assert run(capsys, PACK, "--what", "plan", "-o", file, *more)[0] == 0
        pages = PdfReader(Path(file)).pages
        made.append((round(float(pages[0].mediabox.height)), len(pages)))
    assert [height for height, _ in made] == [842, 792, 842]
    assert made[2][1] >= made[0][1]


def test_a_saved_session_is_summed_up_and_stays_as_it_is(tmp_path, capsys):
    store = SessionStore.start(PACK, seed=1, begun="2026-05-01T09:00", folder=tmp_path)
    pack = packs()[PACK].pack
    exercise = pack.active[0].id
    right = key_of(work(pack, pack.active[0])).left.outcome
    store.record(Vote(exercise, "left", "before", "hands", "outcome", right, 7))
    store.save()
    store.close()
    file = tmp_path / "summary.html"
    asked = (PACK, "--what", "summary", "-o", file, "--results", store.path)
    assert run(capsys, *asked)[0] == 0
    assert "7 of 7" in file.read_text(encoding="utf-8")
    assert len(SessionStore.reopen(store.path).votes()) == 1


def test_a_file_that_is_no_session_is_refused(tmp_path, capsys):
    other = tmp_path / "x.session"
    other.write_text("no session", encoding="utf-8")
    file = tmp_path / "summary.html"
    code, _, err = run(capsys, PACK, "--what", "summary", "-o", file, "--results", other)
    assert code == 2
    assert "x.session" in err
