"""How long things take, each beside a baseline in the same run: reported, never asserted.

python -m tests.benchmarks                 # all of them
python -m tests.benchmarks start           # one of: decide, edit, grid, start
python -m tests.benchmarks --tiny          # only whether it runs; the figures mean nothing
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Report = Callable[[], Iterator[str]]


def _decide(tiny: bool) -> Iterator[str]:
    from tests.benchmarks import deciding

    return deciding.report(drawn=5 if tiny else 200, rounds=1 if tiny else 5)


def _edit(tiny: bool) -> Iterator[str]:
    from tests.benchmarks import keystroke

    return keystroke.report(edits=6 if tiny else 720)


def _grid(tiny: bool) -> Iterator[str]:
    from tests.benchmarks import gridding

    return gridding.report(rounds=1, side=4) if tiny else gridding.report(rounds=15)


def _start(tiny: bool) -> Iterator[str]:
    from tests.benchmarks import starting

    return starting.report(runs=1 if tiny else 21)


REPORTS = {"decide": _decide, "edit": _edit, "grid": _grid, "start": _start}


def machine() -> str:
    """Say on what the figures were taken."""
    import PySide6

    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}"
    )


def main() -> int:
    """Print the reports that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure.")
    parser.add_argument("which", nargs="*", help=f"of: {', '.join(REPORTS)}")
    parser.add_argument("--tiny", action="store_true", help="only see whether it runs")
    options = parser.parse_args()
    if not set(options.which) <= REPORTS.keys():
        parser.error(f"expected some of: {', '.join(REPORTS)}")
    with tempfile.TemporaryDirectory() as home:
        os.environ["THRESHOLD_HOME"] = home
        print(machine())
        for name in options.which or REPORTS:
            print()
            for row in REPORTS[name](options.tiny):
                print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
