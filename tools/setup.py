"""Set Threshold up from nothing, then run it or test it: `python3 tools/setup.py run|test|setup`.

Standard library only, since it runs before anything is installed. It makes `.venv`, installs the
hash-locked requirements and the program itself, compiles the catalogues of sentences, and sees
to the system libraries that Qt needs. Work already done is not done again: `.venv/setup.json`
holds a digest of everything each step depends on.

Tried on Debian 12 and 13. The ways for Windows and macOS are written but untried.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "setup.json"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
THRESHOLD = BIN / ("threshold.exe" if WINDOWS else "threshold")

OLDEST_PYTHON = (3, 11)

OPENING_CASE = "an-empty-road"
"""The case compared in the terminal where there is no screen: the one the window opens with."""

DRAWING_PACKAGES = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 {glib} libx11-6"
    " libbrotli1 libgssapi-krb5-2"
)
"""Debian's packages without which Qt cannot be imported at all, not even with no screen."""

WINDOW_PACKAGES = (
    "libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0"
    " libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1"
    " libxcb-xfixes0 libxcb-xkb1 libxcb-glx0 libxkbcommon-x11-0"
)
"""What a real window under X needs on top."""

DRAWING_PROBE = "from PySide6 import QtWidgets"
WINDOW_PROBE = """
import ctypes, pathlib, PySide6
from PySide6 import QtWidgets
plugin = pathlib.Path(PySide6.__path__[0], "Qt", "plugins", "platforms", "libqxcb.so")
ctypes.CDLL(str(plugin))
"""

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)
TESTS = ("pytest", "-n", "2")


class SetupError(Exception):
    """Something the person at the keyboard must know, said so that they can act on it."""


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks and return the exit code."""
    parser = argparse.ArgumentParser(prog="tools/setup.py", description="Set Threshold up.")
    parser.add_argument("task", choices=("run", "test", "check", "setup"))
    task, extra = parser.parse_known_args(arguments)
    try:
        return {"run": run, "test": test, "check": check, "setup": setup}[task.task](extra)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(extra: list[str]) -> int:
    """Open the window, or compare the case in the terminal where there is no screen."""
    install("run")
    if not has_display():
        tell("There is no screen here, so the case is compared in the terminal instead.\n")
        return call([str(THRESHOLD), *compared(extra)], show=False)
    provide_system_libraries(window=draws_under_x())
    command = [str(THRESHOLD), *extra]
    if not WINDOWS:  # where exec would return to the prompt while the program still runs
        sys.stdout.flush()
        os.execv(command[0], command)
    return call(command, show=False)


def compared(extra: list[str]) -> list[str]:
    """Return what compares the case that the arguments begin with, or the opening case."""
    named = bool(extra) and not extra[0].startswith("-")
    return ["compare", *extra] if named else ["compare", OPENING_CASE, *extra]


def test(extra: list[str]) -> int:
    """Run every check and the tests; extra arguments go to pytest."""
    install("test")
    provide_system_libraries(window=False)
    return run_all([*CHECKS, (*TESTS, *extra)])


def check(extra: list[str]) -> int:
    """Run the checks that need no test run: style, types, layers."""
    install("test")
    return run_all([*CHECKS])


def setup(extra: list[str]) -> int:
    """Install everything that developing needs, and run nothing."""
    install("test")
    provide_system_libraries(window=draws_under_x())
    tell(f"Ready: {THRESHOLD.relative_to(ROOT)}")
    return 0


# --- the steps ------------------------------------------------------------------------------


def install(purpose: str) -> None:
    """Make `.venv` hold what `purpose` ("run" or "test") needs, and the program."""
    require_python()
    make_venv()
    requirements = ROOT / "requirements" / f"{purpose}.txt"
    if not any(is_done(each, digest_of_install(each)) for each in {purpose, "test"}):
        pip("install", "--require-hashes", "--requirement", str(requirements))
        # The program itself: editable, with the locked setuptools, so nothing is downloaded.
        pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        mark_done(purpose, digest_of_install(purpose))
    if call([str(PYTHON), str(ROOT / "tools" / "words.py")], show=False):
        raise SetupError("The catalogues of sentences could not be compiled; see above.")


def require_python() -> None:
    """Refuse a Python that is too old, before anything strange happens."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(
            f"Threshold needs Python {'.'.join(map(str, OLDEST_PYTHON))} or newer, and this is"
            f" {platform.python_version()} ({sys.executable}). Start this script with a newer"
            " one, or give it to make: make run PYTHON=python3.12"
        )


def make_venv() -> None:
    """Make `.venv`, anew if it was made elsewhere or by another Python."""
    home = f"{platform.python_version()} {VENV}"
    if PYTHON.exists() and read_stamp().get("home", home) == home:
        return
    require_venv_module()
    tell(f"Making {VENV.relative_to(ROOT)} with Python {platform.python_version()}.")
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)], show=False):
        raise SetupError(f"Python could not make the environment in {VENV}; see above.")
    mark_done("home", home)


def require_venv_module() -> None:
    """Say how to get `venv`, which Debian packs apart from Python."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        line = as_root("apt-get install python3-venv")
        raise SetupError(
            "This Python cannot make an environment for the program: its venv module is not"
            f" installed. On Debian or Ubuntu, type:\n\n    {line}"
        )


def provide_system_libraries(*, window: bool) -> None:
    """See that Qt finds its system libraries; install them where we may, else say what to type."""
    step = "window libraries" if window else "drawing libraries"
    version = file_digest(ROOT / "requirements" / "run.txt")
    if is_done(step, version):
        return
    fault = missing_library(window=window)
    if fault and may_apt_get():
        apt_get_install(debian_packages(window=window))
        fault = missing_library(window=window)
    if fault:
        raise SetupError(advice_on_libraries(fault, window=window))
    mark_done(step, version)


def missing_library(*, window: bool) -> str:
    """Return what Qt says is missing, or nothing if it loads."""
    probe = WINDOW_PROBE if window else DRAWING_PROBE
    done = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"it ended with code {done.returncode}"


def advice_on_libraries(fault: str, *, window: bool) -> str:
    """Word what is missing and, on Debian and its kin, the line that brings it."""
    said = f"Qt, which draws the window, does not load: {fault}"
    if not is_debian_like():
        return f"{said}\nInstall the system library it names, then try again."
    line = as_root(f"apt-get install {' '.join(debian_packages(window=window))}")
    return f"{said}\nType this line, then try again:\n\n    {line}"


# --- Debian ---------------------------------------------------------------------------------


def debian_packages(*, window: bool) -> list[str]:
    """Return the packages Qt needs on this Debian or Ubuntu."""
    wanted = f"{DRAWING_PACKAGES} {WINDOW_PACKAGES}" if window else DRAWING_PACKAGES
    return wanted.format(glib=glib_package(os_release())).split()


def glib_package(release: dict[str, str]) -> str:
    """Return what GLib's package is called: Debian renamed it for 64-bit time in release 13."""
    renamed_in = {"debian": 13.0, "ubuntu": 24.04}.get(release.get("ID", ""))
    try:
        version = float(release.get("VERSION_ID", ""))
    except ValueError:  # testing and unstable carry no number
        return "libglib2.0-0t64"
    return "libglib2.0-0t64" if renamed_in and version >= renamed_in else "libglib2.0-0"


def os_release() -> dict[str, str]:
    """Return what the system says of itself; empty where it says nothing."""
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def is_debian_like() -> bool:
    """Tell whether packages come by apt here."""
    release = os_release()
    return "debian" in f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()


def may_apt_get() -> bool:
    """Tell whether this script may install Debian packages by itself: as root only."""
    return is_debian_like() and os.geteuid() == 0


def apt_get_install(packages: list[str]) -> None:
    """Install Debian packages without asking; the caller looks at whether it helped."""
    tell("Installing the system libraries that Qt needs.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-q"], env=quiet)
    call(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages], env=quiet)


def as_root(line: str) -> str:
    """Return the line as this user has to type it."""
    return line if WINDOWS or os.geteuid() == 0 else f"sudo {line}"


# --- what was done before -------------------------------------------------------------------


def read_stamp() -> dict[str, str]:
    """Return the digest of each step done; nothing where there is no readable record."""
    try:
        record = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def is_done(step: str, digest: str) -> bool:
    """Tell whether the step was done with exactly these inputs."""
    return read_stamp().get(step) == digest


def mark_done(step: str, digest: str) -> None:
    """Record that the step was done with these inputs."""
    record = json.dumps({**read_stamp(), step: digest}, indent=1)
    STAMP.write_text(record + "\n", encoding="utf-8")


def digest_of_install(purpose: str) -> str:
    """Digest all that an installation depends on."""
    return file_digest(ROOT / "requirements" / f"{purpose}.txt", ROOT / "pyproject.toml")


def file_digest(*paths: Path) -> str:
    """Digest the content of files, in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


# --- calling others -------------------------------------------------------------------------


def has_display() -> bool:
    """Tell whether a window can be shown, or Qt was told where to draw."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def draws_under_x() -> bool:
    """Tell whether Qt would draw its window under X, and so needs X's libraries."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    return sys.platform == "linux" and bool(os.environ.get("DISPLAY")) and asked in {"", "xcb"}


def run_all(commands: list[tuple[str, ...]]) -> int:
    """Run every command even if one fails, then report; return 1 if any failed."""
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    failed = [
        command for command in commands if call([str(BIN / command[0]), *command[1:]], env=env)
    ]
    for command in failed:
        tell(f"FAILED: {' '.join(command)}")
    return 1 if failed else 0


def pip(*arguments: str) -> None:
    """Run the environment's own pip; a failure ends the set-up."""
    command = [str(PYTHON), "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"]
    if call(command):
        raise SetupError(
            "pip could not install what the program needs; its reason stands above. The usual"
            " one is that the package index cannot be reached."
        )


def call(command: list[str], *, show: bool = True, env: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder and return its exit code."""
    if show:
        tell("$ " + " ".join(Path(part).name if part == command[0] else part for part in command))
    try:
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    except OSError as error:
        raise SetupError(f"{command[0]} could not be started: {error}") from None


def tell(line: str) -> None:
    """Print at once, so that lines stand in order with what the commands print."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
