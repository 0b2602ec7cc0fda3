"""Closed or full outputs, closed folders, a home that is a file, two programs at one cache."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.cli import main
from core.files.resources import load_folder

PROGRAM = "import sys; from core.cli import main; sys.exit(main(sys.argv[1:]))"
COMPARE = ["compare", "an-empty-road"]


def run(script: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the terminal under a shell line in which it stands as `$@`."""
    return subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **more},
        timeout=60,
    )


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A home in which the law is parsed already."""
    place = str(tmp_path_factory.mktemp("warm"))
    run('"$@"', *COMPARE, THRESHOLD_HOME=place)
    return place


@pytest.mark.skipif(os.name != "posix", reason="a shell of Unix")
@pytest.mark.parametrize("arguments", [COMPARE, [*COMPARE, "--json"], ["--version"], []])
@pytest.mark.parametrize("script", ['"$@" >&-', '"$@" >/dev/full'])
def test_an_output_that_takes_nothing_is_told_in_a_sentence(
    script: str, arguments: list[str], warm: str
) -> None:
    ended = run(script, *arguments, THRESHOLD_HOME=warm)
    assert ended.returncode == 2
    assert ended.stderr.startswith("threshold: the answer could not be written: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="a shell of Unix")
@pytest.mark.parametrize("script", ['"$@" 2>&-', '"$@" >&- 2>&-'])
def test_with_no_place_for_errors_the_exit_code_still_says_it(script: str, warm: str) -> None:
    assert run(script, "compare", "nowhere", THRESHOLD_HOME=warm).returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="a shell of Unix")
def test_a_reader_that_has_seen_enough_is_no_error(warm: str) -> None:
    ended = run('"$@" | :', "schema", "case", THRESHOLD_HOME=warm)
    assert ended.stderr == ""


@pytest.mark.parametrize("argument", [["compare"], ["check"]])
def test_a_closed_folder_is_told_in_a_sentence(
    argument: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    closed = tmp_path / "closed" / "case"

    stat = Path.stat

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if closed.parent in path.parents:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    assert main([*argument, str(closed)]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_a_folder_without_cases_is_not_a_folder_without_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "no case file" in capsys.readouterr().err


def test_a_home_that_is_a_file_means_only_that_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    ended = run('"$@"', *COMPARE, THRESHOLD_HOME=str(tmp_path / "home"))
    assert (ended.returncode, ended.stderr) == (0, "")


def test_without_a_home_and_in_plain_ascii_french_is_still_french(warm: str) -> None:
    ended = run('env -u HOME LC_ALL=C "$@"', *COMPARE, "--lang", "fr", THRESHOLD_HOME=warm)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_programs_that_start_at_once_share_a_cache_and_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        ended = list(
            pool.map(
                lambda _: run('"$@"', *COMPARE, "--json", THRESHOLD_HOME=str(tmp_path)), range(3)
            )
        )
    assert {e.returncode for e in ended} == {0}
    assert len({e.stdout for e in ended}) == 1
    assert {p.suffix for p in (tmp_path / "cache").iterdir()} == {".json"}


@pytest.mark.parametrize("kept", ["", "[]", "{", "[" * 100_000, '[{"name": 1}]'])
def test_a_spoilt_cache_is_made_again(kept: str, home: Path) -> None:
    first = load_folder("facts")
    (file,) = (home / "cache").iterdir()
    whole = file.read_text(encoding="utf-8")
    file.write_text(kept, encoding="utf-8")
    assert load_folder("facts") == first
    assert file.read_text(encoding="utf-8") == whole
