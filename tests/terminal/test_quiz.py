"""``quiz``, ``coverage``, ``list packs`` and ``check`` of a pack, as a person and as a program meet them."""

from __future__ import annotations

import errno
import io
import json
import os
from pathlib import Path

import pytest

from core.cli import main
from core.training.packfile import packs
from tests.house.sources import ROOT

PACK = ROOT / "resources" / "sessions" / "debate-2018.yaml"


@pytest.fixture
def terminal(capsys, monkeypatch):
    """Run a command with what is typed; gives the code, what was printed, and what was refused."""

    def run(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        monkeypatch.setenv("COLUMNS", "100")
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def rows(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_person_predicts_both_columns_before_anything_is_told(terminal):
    typed = "1\n2\n\n3\n" + "2\n1\n\n\n"
    code, out, _ = terminal("quiz", "debate-2018", "--exercise", "empty-road", typed=typed)
    assert code == 0
    before, _, after = out.partition("How sure are you?")
    before_right, _, after = after.partition("How sure are you?")
    for told in ("HEARD IN CANADA", "Deciding provision", "Fact that decides", "✓"):
        assert told not in before + before_right
        assert told in after
    assert "✓ outcome   ✓ provision   ✕ fact" in after
    assert "Outcome: 2 of 2" in after
    assert "Sure: 1 of 1 outcome right" in after


def test_a_wrong_number_is_asked_for_again_and_q_leaves(terminal):
    code, out, err = terminal("quiz", "debate-2018", typed="9\nheard\n\n1\nq\n")
    assert (code, err) == (0, "")
    assert out.count("Expected a number from 1 to 4.") == 3
    assert "Deciding provision" not in out


def test_the_end_of_the_input_ends_the_quiz(terminal):
    code, out, err = terminal("quiz", "debate-2018", typed="")
    assert (code, err) == (0, "")
    assert "Teaching tool, not legal advice." in out


def test_an_interrupt_ends_the_quiz_without_a_traceback(terminal, monkeypatch):
    class Interrupted:
        def readline(self):
            raise KeyboardInterrupt

    monkeypatch.setattr("io.StringIO", lambda typed: Interrupted())
    code, out, err = terminal("quiz", "debate-2018")
    assert (code, err) == (0, "")
    assert "Teaching tool, not legal advice." in out


class Full(io.StringIO):
    """A place to write to that has no room."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_full_disk_is_told_in_a_sentence(capsys, monkeypatch, more):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.setattr("sys.stdout", Full())
    assert main(["quiz", "debate-2018", *more]) == 2
    monkeypatch.undo()
    assert os.strerror(errno.ENOSPC) in capsys.readouterr().err


def test_answers_that_are_no_text_are_no_traceback(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8"))
    assert main(["quiz", "debate-2018", "--json"]) == 0
    out, err = capsys.readouterr()
    assert (rows(out)[1]["type"], err) == ("error", "")


def test_the_quiz_speaks_french(terminal):
    _, out, _ = terminal("quiz", "debate-2018", "--lang", "fr", typed="1\n2\n\n3\n2\n1\n\n\nq\n")
    assert "Disposition déterminante" in out
    assert "Une route" in out or "Le passage" in out


def answers(question: dict, outcome: str = "heard") -> str:
    one = {"outcome": outcome, "provision": question["left"]["provisions"][0]["id"]}
    return json.dumps(
        {"left": one, "right": {"outcome": "need", "fact": question["facts"][0]["id"]}}
    )


def test_json_lines_give_a_question_take_an_answer_and_reveal(terminal):
    _, first, _ = terminal("quiz", "debate-2018", "--json", typed="")
    asked, score = rows(first)
    assert (asked["type"], asked["number"], asked["of"]) == ("question", 1, 8)
    assert score["type"] == "score"
    assert score["columns"] == 0
    code, out, _ = terminal("quiz", "debate-2018", "--json", typed=answers(asked) + "\n")
    found = rows(out)
    assert code == 0
    assert [row["type"] for row in found] == ["question", "reveal", "question", "score"]
    reveal = found[1]
    assert reveal["left"]["answer"]["outcome"] == "heard"
    assert reveal["left"]["key"]["outcome"] == "returned"
    assert reveal["left"]["marks"] == {"outcome": False, "provision": True, "fact": False}
    assert reveal["left"]["left_at"]


def test_a_question_line_has_nothing_of_the_key(terminal):
    line = json.dumps({"left": {"outcome": "heard"}, "right": {"outcome": "need"}}) + "\n"
    _, out, _ = terminal("quiz", "debate-2018", "--json", typed=line * 8)
    questions = [row for row in rows(out) if row["type"] == "question"]
    assert len(questions) == 8
    for row in questions:
        assert set(row) == {
            "type",
            "exercise",
            "number",
            "of",
            "title",
            "story",
            "case",
            "readings",
            "assumptions",
            "facts",
            "left",
            "right",
        }
        for side in ("left", "right"):
            assert set(row[side]) == {"version", "title", "outcomes", "provisions"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("not json", "no JSON"),
        ("[]", "left: there is no outcome"),
        ('{"left": {"outcome": "heard"}}', "right: there is no outcome"),
        ('{"left": {"outcome": "won"}, "right": {"outcome": "heard"}}', "outcome: found 'won'"),
        ('{"left": {"outcome": "heard", "shoe": 3}, "right": {}}', "unknown key 'shoe'"),
        ('{"left": {"outcome": ["heard"]}, "right": {"outcome": "heard"}}', "outcome: found"),
    ],
)
def test_a_bad_line_is_refused_in_a_sentence_and_the_question_stays(terminal, line, told):
    code, out, err = terminal("quiz", "debate-2018", "--json", typed=line + "\n")
    assert (code, err) == (0, "")
    asked, error, score = rows(out)
    assert (asked["type"], error["type"], score["type"]) == ("question", "error", "score")
    assert told in error["error"]


def test_the_same_seed_gives_the_same_mixed_order(terminal):
    orders = []
    for seed in ("3", "3", "4"):
        _, out, _ = terminal("quiz", "debate-2018", "--json", "--seed", seed, typed="")
        orders.append(rows(out)[0]["exercise"])
    assert orders[0] == orders[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("quiz", "no-pack"), "see: threshold list packs"),
        (("quiz", "no-pack.yaml"), "No such file"),
        (("quiz", "debate-2018", "--exercise", "nine"), "this pack has no such exercise"),
        (("coverage", "no-pack"), "see: threshold list packs"),
    ],
)
def test_bad_input_is_one_clear_line(terminal, words, told):
    code, out, err = terminal(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_list_packs_names_the_packs_of_the_program(terminal):
    _, out, _ = terminal("list", "packs", "--json")
    assert [row["id"] for row in json.loads(out)] == list(packs())
    _, out, _ = terminal("list", "packs")
    assert "debate-2018" in out
    assert "8 exercises, 90 minutes" in out


def test_check_understands_a_pack_and_says_which_answers_moved(terminal, tmp_path: Path):
    code, out, _ = terminal("check", str(PACK))
    assert (code, out) == (0, f"{PACK}: no fault found\n")
    moved = tmp_path / "mine.yaml"
    text = PACK.read_text(encoding="utf-8")
    head, stored, tail = text.partition("    empty-road:\n      left:\n")
    assert stored
    wrong = tail.replace("outcome: heard", "outcome: barred", 1)
    wrong = wrong.replace("ca.irpr.159.2: not_met", "ca.irpr.159.2: met", 1)
    moved.write_text(head + stored + wrong, encoding="utf-8")
    code, out, _ = terminal("check", str(moved))
    assert code == 1
    assert "empty-road: the answer moved (left outcome: barred → heard; " in out
    assert "left ca.irpr.159.2: met → not_met)" in out
    _, out, _ = terminal("check", "--json", str(moved))
    (row,) = json.loads(out)
    assert row["kind"] == "pack"
    assert not row["matches"]
    assert [e["id"] for e in row["exercises"] if e["state"] == "moved"] == ["empty-road"]


def test_check_warns_of_a_pack_without_a_key(terminal, tmp_path: Path):
    bare = tmp_path / "mine.yaml"
    bare.write_text(PACK.read_text(encoding="utf-8").partition("\nstored:")[0], encoding="utf-8")
    code, out, _ = terminal("check", str(bare))
    assert code == 0
    assert "no key is stored in this pack yet" in out


def test_check_of_a_folder_finds_the_packs_in_it(terminal, tmp_path: Path):
    (tmp_path / "a.yaml").write_text(PACK.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "notes.yaml").write_text("groceries: [bread]", encoding="utf-8")
    code, out, _ = terminal("check", "--json", str(tmp_path))
    assert code == 0
    assert [row["kind"] for row in json.loads(out)] == ["pack"]


def test_coverage_tells_what_decides_and_what_would_close_gaps(terminal):
    _, out, _ = terminal("coverage", "debate-2018")
    assert "✓ Entered elsewhere than at a port of entry" in out
    assert "Cases of the library that would close gaps" in out
    _, out, _ = terminal("coverage", "debate-2018", "--json")
    data = json.loads(out)
    assert {row["touched"] for row in data["provisions"]} == {"decisive", "checked"}
    assert data["suggestions"]


def test_the_schema_of_a_pack_is_printed(terminal):
    _, out, _ = terminal("schema", "pack")
    assert json.loads(out)["title"] == "Threshold session pack"
