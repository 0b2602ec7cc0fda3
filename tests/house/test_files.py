"""What every file of the project keeps to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import project_files, python_files, relative

LONGEST = 400

# Written so that no pattern finds itself here.
ONE_MACHINE = re.compile(
    r"/wor[k]/(main|steering|shared|\.library|\.mirror)\b"
    r"|/(farm|root|home/\w+|Users/\w+)/"
    r"|[A-Z]:\\Users\\"
    r"|://[\w.-]*(pypi|pythonhosted|npmjs|debian)[.]"
    r"|^\s*--(index-url|extra-index-url|find-links|trusted-host)\b"
)


def machine_in(line: str) -> bool:
    """Tell whether a line names one machine's folder, or the host of a package registry."""
    return bool(ONE_MACHINE.search(line))


def lines(path: Path) -> list[str]:
    """Return a text file's lines; none for a picture or another binary file."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def test_no_module_is_longer_than_one_can_hold_in_mind():
    long = {
        relative(path): count
        for path in python_files("core", "gui", "tools")
        if (count := len(lines(path))) > LONGEST
    }
    assert not long, f"longer than {LONGEST} lines; divide by what changes together: {long}"


def test_no_file_names_one_machine_or_a_registry():
    found = [
        f"{relative(path)}:{number}: {line.strip()[:120]}"
        for path in project_files()
        for number, line in enumerate(lines(path), 1)
        if machine_in(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "see /wor" + "k/main/core",
        "open('/ro" + "ot/x')",
        "https:/" + "/pypi.org/simple",
        "http:/" + "/deb.debian" + ".org/debian",
        "--index" + "-url x",
    ],
)
def test_a_line_that_names_one_would_be_found(line):
    assert machine_in(line)


def test_the_files_of_the_project_are_really_read():
    names = {relative(path) for path in project_files()}
    assert {"pyproject.toml", "tests/house/test_files.py"} <= names
