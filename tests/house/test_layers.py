"""Data flows one way, and the core runs where there is no Qt."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.sources import ROOT, python_files, relative

CHECK_THE_CONTRACTS = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True))
"""

REFUSED = ("PySide6", "shiboken6", "gui")

IMPORT_THE_CORE_WITHOUT_QT = f"""
import importlib, importlib.abc, pkgutil, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {REFUSED!r}:
            raise ImportError(f"refused: {{name}}")

sys.meta_path.insert(0, Refuse())
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    if not module.name.endswith(".__main__"):
        importlib.import_module(module.name)
print(len([name for name in sys.modules if name.partition(".")[0] == "core"]))
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's folder."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_module_imports_only_what_lies_below_it():
    done = python("-c", CHECK_THE_CONTRACTS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_whole_core_imports_without_qt():
    done = python("-c", IMPORT_THE_CORE_WITHOUT_QT)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= len(python_files("core")), "some module of the core was not imported"


@pytest.mark.parametrize("name", REFUSED)
def test_that_check_would_notice(name):
    script = IMPORT_THE_CORE_WITHOUT_QT.replace("import core\n", f"import core, {name}\n")
    done = python("-c", script)
    assert f"refused: {name}" in done.stderr


def test_no_folder_of_tests_is_a_package():
    packages = [relative(path) for path in (ROOT / "tests").rglob("__init__.py")]
    assert not packages, "tests/core would hide core: remove these"
