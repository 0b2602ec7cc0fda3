"""From the start of a process to the first painted window, beside a bare window with one label.

Whole processes, one after the other in turn, off the screen. The time runs in this process, from just
before the other is started until it says that its window has been painted. The first runs, which fill
the caches of the disk and of the program, are not measured.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.benchmarks.figures import HEAD, line, times_as_long

ROOT = Path(__file__).resolve().parents[2]
WARM_UP = 2

UNTIL_PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False
painted = Painted()
window.installEventFilter(painted)
window.show()
while not painted.seen:
    app.processEvents()
import os
os.write(1, b"painted")
os._exit(0)
"""

OURS = """
import gui.entry
from gui.application import application, make_window
from gui.window.settings import load_settings
app = application()
window = make_window(load_settings())
"""

BARE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("A bare window")
window.resize(1440, 960)
"""

ALONE = 'import os; os.write(1, b"painted"); os._exit(0)'


def report(runs: int) -> Iterator[str]:
    """Measure and word the figures."""
    yield "Start of the process to first painted window"
    yield f"  whole processes in turn, {WARM_UP} of each unmeasured"
    yield HEAD
    scripts = {"ours": OURS + UNTIL_PAINTED, "bare": BARE + UNTIL_PAINTED, "alone": ALONE}
    times: dict[str, list[float]] = {name: [] for name in scripts}
    with tempfile.TemporaryDirectory() as home:
        for turn in range(WARM_UP + runs):
            for name, script in scripts.items():
                found = _run(script, home)
                if turn >= WARM_UP:
                    times[name].append(found)
    yield line("the window of the program, opening case", times["ours"])
    yield line("baseline, bare PySide6 window with one label", times["bare"])
    yield line("for comparison, Python alone", times["alone"])
    yield times_as_long(times["ours"], times["bare"])


def _run(script: str, home: str) -> float:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "THRESHOLD_HOME": home}
    start = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.read(7)
        found = perf_counter() - start
        if said != b"painted":
            raise RuntimeError(process.stderr.read().decode(errors="replace"))
    return found
