"""What holds for every test: no screen, a home of its own, and no warning that nobody expected.

Nothing here imports Qt: the tests of the core run where PySide6 cannot be imported, with
`pytest -p no:pytest-qt tests/core`.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Before anything imports Qt. Someone who wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the settings of pytest-qt stand in pyproject.toml when that plugin is left out."""
    if not pluginmanager.has_plugin("pytest-qt"):
        parser.addini("qt_api", "unused without pytest-qt")
        parser.addini("qt_log_level_fail", "unused without pytest-qt")
        parser.addini("qt_log_ignore", "unused without pytest-qt", type="linelist")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep each test away from the user's own cases, settings and scores."""
    place = tmp_path / "threshold-home"
    monkeypatch.setenv("THRESHOLD_HOME", str(place))
    return place


@pytest.fixture(autouse=True)
def expected_log(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Fail a test that logs a warning, or worse, which it did not say it expects.

    A test that does expect one appends a regular expression of its message:

        def test_a_broken_score_file_is_reported(expected_log):
            expected_log.append("scores.*cannot be read")
    """
    expected: list[str] = []
    yield expected
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
        and not any(re.search(pattern, record.getMessage()) for pattern in expected)
    ]
    if unexpected:
        pytest.fail("logged, but expected by nobody:\n" + "\n".join(unexpected), pytrace=False)
