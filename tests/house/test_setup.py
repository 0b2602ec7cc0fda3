"""The set-up script: what it says, what it skips, and what it keeps to."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import sys
import tomllib
from typing import Any

import pytest

from tests.house.sources import ROOT, project_files, relative
from tools import setup, words


def declared() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def requirement_names(text: str) -> set[str]:
    names = re.findall(r"^([A-Za-z][\w.-]*)", text, re.MULTILINE)
    return {re.sub(r"[._-]+", "-", name).lower() for name in names}


def test_the_script_needs_nothing_but_the_standard_library():
    tree = ast.parse((ROOT / "tools" / "setup.py").read_text(encoding="utf-8"))
    imported = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported <= sys.stdlib_module_names | {"__future__"}


def test_an_old_python_is_refused_in_one_clear_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(setup.SetupError, match=r"needs Python 3\.11 or newer"):
        setup.require_python()


def test_a_python_without_venv_is_told_what_to_type(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(setup.SetupError, match="apt-get install python3-venv"):
        setup.require_venv_module()


@pytest.mark.parametrize(
    ("system", "version", "package"),
    [
        ("debian", "12", "libglib2.0-0"),
        ("debian", "13", "libglib2.0-0t64"),
        ("debian", "", "libglib2.0-0t64"),
        ("ubuntu", "22.04", "libglib2.0-0"),
        ("ubuntu", "24.04", "libglib2.0-0t64"),
        ("linuxmint", "21", "libglib2.0-0"),
    ],
)
def test_glib_is_asked_for_by_the_name_this_debian_gives_it(system, version, package):
    assert setup.glib_package({"ID": system, "VERSION_ID": version}) == package


def test_missing_libraries_are_told_with_the_line_to_type(monkeypatch):
    monkeypatch.setattr(setup, "os_release", lambda: {"ID": "debian", "VERSION_ID": "12"})
    advice = setup.advice_on_libraries("libGL.so.1: cannot open", window=True)
    assert "libGL.so.1" in advice
    assert re.search(r"apt-get install libgl1 .*libglib2\.0-0 .*libxcb-cursor0", advice)


def test_elsewhere_no_apt_line_is_told(monkeypatch):
    monkeypatch.setattr(setup, "os_release", lambda: {"ID": "fedora", "VERSION_ID": "43"})
    assert "apt-get" not in setup.advice_on_libraries("libGL.so.1", window=False)


def test_a_step_is_done_again_only_when_what_it_depends_on_changed(monkeypatch, tmp_path):
    monkeypatch.setattr(setup, "STAMP", tmp_path / "setup.json")
    assert not setup.is_done("run", "a")
    setup.mark_done("run", "a")
    setup.mark_done("test", "b")
    assert setup.is_done("run", "a")
    assert not setup.is_done("run", "b")


def test_a_broken_record_of_what_was_done_means_doing_it_again(monkeypatch, tmp_path):
    (tmp_path / "setup.json").write_text("{")
    monkeypatch.setattr(setup, "STAMP", tmp_path / "setup.json")
    assert setup.read_stamp() == {}


@pytest.mark.parametrize("key", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_screen_is_known_by_its_variable(monkeypatch, key):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not setup.has_display()
    monkeypatch.setenv(key, "x")
    assert setup.has_display()


def test_all_checks_run_even_when_the_first_fails(monkeypatch, capsys):
    asked = []

    def call(command, **_):
        asked.append(command[0])
        return 1 if command[0].endswith("ruff") else 0

    monkeypatch.setattr(setup, "call", call)
    assert setup.run_all([("ruff", "check"), ("mypy",)]) == 1
    assert len(asked) == 2
    assert "FAILED: ruff check" in capsys.readouterr().out


def test_what_the_package_declares_is_what_is_locked():
    asked = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8")
    for dependency in declared()["project"]["dependencies"]:
        assert dependency in asked.splitlines()


def test_the_package_carries_every_kind_of_file_the_resources_hold():
    patterns = declared()["tool"]["setuptools"]["package-data"]["resources"]
    carried = {pattern.removeprefix("**/*") for pattern in patterns} | {".py"}
    held = {path.suffix for path in project_files() if path.is_relative_to(ROOT / "resources")}
    assert held <= carried


def test_no_data_lies_beside_the_code_where_the_package_would_leave_it_behind():
    held = {
        relative(path)
        for path in project_files()
        if path.suffix != ".py" and relative(path).startswith(("core/", "gui/"))
    }
    assert not held, "data belongs in resources/"


@pytest.mark.parametrize("purpose", ["run", "test"])
def test_every_requirement_is_locked_by_hash(purpose):
    asked = (ROOT / "requirements" / f"{purpose}.in").read_text(encoding="utf-8")
    locked = (ROOT / "requirements" / f"{purpose}.txt").read_text(encoding="utf-8")
    assert requirement_names(asked) <= requirement_names(locked)
    pins = re.findall(r"^[a-z].*\n(.*)", locked, re.MULTILINE)
    assert pins
    assert all("--hash=sha256:" in line for line in pins)


def test_a_test_environment_holds_what_the_program_runs_with():
    locked = [
        re.findall(r"^[a-z]\S+==\S+", (ROOT / "requirements" / name).read_text(), re.MULTILINE)
        for name in ("run.txt", "test.txt")
    ]
    assert set(locked[0]) <= set(locked[1])


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(tmp_path):
    pytest.importorskip("polib")
    source = tmp_path / "fr" / "LC_MESSAGES" / "threshold.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "day"\nmsgstr "jour"\n', encoding="utf-8")
    [(_, compiled)] = words.stale_catalogues(tmp_path)
    words.compile_catalogue(source, compiled)
    assert compiled.read_bytes()[:4] == b"\xde\x12\x04\x95"
    assert list(words.stale_catalogues(tmp_path)) == []
    later = compiled.stat().st_mtime_ns + 1_000_000
    os.utime(source, ns=(later, later))
    assert list(words.stale_catalogues(tmp_path)) == [(source, compiled)]


def test_no_catalogue_at_all_is_fine(tmp_path):
    assert list(words.stale_catalogues(tmp_path / "absent")) == []
