"""Files of every bad kind: the terminal answers with a sentence and exit code 2, never with a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from core.case.casefile import CaseFileError, parse_case
from core.case.migrate import SCHEMA
from core.cli import main
from core.files.textfile import LARGEST
from core.files.yamlfile import MOST_VALUES, YamlError, parse_yaml

HEAD = f"schema: {SCHEMA}\n"
ALIASES = "".join(f"  a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10))
BAD: dict[str, bytes] = {
    "nothing": b"",
    "only a remark": b"# nothing\n",
    "no text": bytes(range(256)),
    "a zero byte": b"schema: \x00\n",
    "another encoding": HEAD.encode("utf-16"),
    "too large": b"#" * (LARGEST + 1),
    "a row of 5,000 digits": f"{HEAD}case: {{claimant: {{age: {'9' * 5000}}}}}\n".encode(),
    "an alias inside itself": f"{HEAD}teaching: &a {{x: *a}}\n".encode(),
    "aliases of aliases": f"{HEAD}teaching:\n  a0: &a0 [x]\n{ALIASES}".encode(),
    "400 open brackets": f"{HEAD}teaching: {'[' * 400}{']' * 400}\n".encode(),
    "1,000 steps to the right": (HEAD + "".join(" " * n + "a:\n" for n in range(1000))).encode(),
    "a list as a key": f"{HEAD}case: {{[a, b]: 1}}\n".encode(),
    "a list as the schema": b"schema: []\n",
    "a mapping as the schema": b"schema: {a: b}\n",
    "a list as the case": f"{HEAD}case: [1]\n".encode(),
    "a call of Python": b'!!python/object/apply:os.system ["true"]\n',
    "a day that is none": f"{HEAD}case: {{claim: {{date: 2018-02-30}}}}\n".encode(),
    "a raised digit in a day": f'{HEAD}case: {{claim: {{date: "201²-01-01"}}}}\n'.encode(),
    "Arabic digits in a day": f'{HEAD}case: {{claim: {{date: "٢٠١٨-٠١-٠١"}}}}\n'.encode(),
    "a version that no file can have": f'{HEAD}setup: {{left: "a\\0b.yaml"}}\n'.encode(),
}


@pytest.mark.parametrize("kind", BAD)
def test_compare_refuses_a_bad_case_with_one_sentence(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(BAD[kind])
    assert main(["compare", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("threshold: ")
    assert "Errno" not in told.err and "recursion" not in told.err and "int()" not in told.err
    assert main(["compare", str(path), "--json"]) == 2
    assert set(json.loads(capsys.readouterr().err)) == {"error"}


@pytest.mark.parametrize("kind", BAD)
def test_check_finds_the_fault_of_a_bad_case(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(BAD[kind])
    assert main(["check", str(path), "--json"]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert row["faults"]
    assert "Errno" not in row["faults"][0]


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_law_file_is_refused_as_a_version(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(BAD[kind])
    assert main(["compare", "an-empty-road", "--right", str(path)]) == 2
    assert capsys.readouterr().err.startswith("threshold: bad.yaml")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full"])
def test_a_device_without_end_is_read_no_further_than_a_case_can_go(
    device: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "endless.yaml"
    path.symlink_to(device)
    assert main(["compare", str(path)]) == 2
    assert "too large" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_check_of_a_folder_passes_by_what_is_no_ordinary_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "good.yaml").write_text(HEAD, encoding="utf-8")
    assert main(["check", str(tmp_path), "--json"]) == 0
    assert [Path(row["path"]).name for row in json.loads(capsys.readouterr().out)] == ["good.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_check_reads_a_file_once_so_that_a_pipe_can_be_checked() -> None:
    receive, send = os.pipe()
    os.write(send, HEAD.encode())
    os.close(send)
    try:
        assert main(["check", f"/dev/fd/{receive}"]) == 0
    finally:
        os.close(receive)


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""], ids=["marked", "plain"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_of_order_and_ends_of_lines_change_nothing(
    start: bytes, end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{HEAD}case:\n  claimant:\n    age: 20\n"
    path = tmp_path / "case.yaml"
    path.write_bytes(start + text.replace("\n", end).encode())
    assert main(["compare", str(path), "--json"]) == 0
    assert (
        json.loads(capsys.readouterr().out)["case"]["digest"] == parse_case(text, "x").case.digest
    )


def test_a_number_of_eighteen_digits_is_a_number_and_a_longer_one_is_text() -> None:
    assert parse_yaml(f"a: {'9' * 18}", "x").data == {"a": int("9" * 18)}
    assert parse_yaml(f"a: {'9' * 19}", "x").data == {"a": "9" * 19}


def test_a_file_of_many_values_is_still_read_and_one_of_more_is_refused() -> None:
    assert len(parse_yaml(f"[{'1,' * 1000}]", "x").data) == 1000
    block = "b: &b [" + "1," * 1000 + "]\n"
    with pytest.raises(YamlError, match="aliases"):
        parse_yaml(block + f"c: [{'*b,' * (MOST_VALUES // 1000)}]", "x")


def test_a_merge_key_is_a_key_like_any_other() -> None:
    with pytest.raises(CaseFileError, match="<<"):
        parse_case(f"{HEAD}case: {{claimant: {{<<: {{age: 3}}}}}}", "x")
