"""The benchmarks run and name their baselines. How long anything takes is asserted nowhere."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.benchmarks.figures import share
from tests.house.sources import ROOT

FIGURE = re.compile(r"^  (?P<name>\S.*?)(?: +[\d.]+){5}$", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("which", "figures"),
    [
        ("decide", ["library: and every reason", "drawn at random: and every", "baseline, hand"]),
        ("edit", ["the window of the program", "baseline, bare window"]),
        ("grid", ["every fact known", "place of entry unknown", "baseline, hand"]),
        ("start", ["the window of the program", "baseline, bare PySide6", "for comparison"]),
    ],
)
def test_a_benchmark_runs_and_gives_its_figure_beside_a_baseline(which, figures):
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", which, "--tiny"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    named = " | ".join(found["name"] for found in FIGURE.finditer(done.stdout))
    assert all(figure in named for figure in figures), done.stdout


def test_the_99th_percentile_of_a_hundred_times_is_the_second_largest():
    assert share([float(n) for n in range(100, 0, -1)], 0.99) == 99
    assert share([5.0], 0.99) == 5
