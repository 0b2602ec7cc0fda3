"""The `threshold` command: a window, a picture of it, or one of the commands that need neither.

    threshold                      open the window
    threshold CASE                 open the window with a file or a case of the library
    threshold screenshot CASE …    save a picture of the window
    threshold COMMAND …            everything else: `core.cli`

Qt is imported only where a window or a picture is asked for, so every other command starts fast and
runs where there is no Qt at all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

BAD_INPUT = 2
CASE_ENDINGS = {".yaml", ".yml", ".json"}
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["screenshot"]:
        return _picture(arguments[1:])
    if not arguments or (len(arguments) == 1 and _names_a_case(arguments[0])):
        return _window(arguments)
    from core.cli import main as command

    return command(arguments)


def _names_a_case(argument: str) -> bool:
    """Tell a file or a case of the library from a command."""
    if argument.startswith("-"):
        return False
    from core.files.kinds import is_file

    path = Path(argument)
    if path.suffix.lower() in CASE_ENDINGS or is_file(path):
        return True
    from core.case.library import library

    return argument in library().ids()


def _window(arguments: list[str]) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        return _refuse(
            "There is no screen here, so no window can open. "
            "`threshold compare CASE` compares two versions of the law in the terminal, "
            "and `threshold screenshot CASE -o FILE` draws the window into a picture."
        )
    try:
        from gui.application import run_window
    except ImportError as error:
        return _no_qt(error)
    return run_window(arguments[0] if arguments else None)


def _picture(arguments: list[str]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from gui.pictures import main as take
    except ImportError as error:
        return _no_qt(error)
    return take(arguments)


def _no_qt(error: ImportError) -> int:
    return _refuse(
        f"The window needs Qt, which cannot be loaded here ({error}). "
        "The commands that need no window still work: see `threshold --help`."
    )


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
