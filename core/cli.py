"""The terminal: ``threshold compare CASE`` and its sisters, without Qt.

Exit code 0: answered. 1: ``check`` or ``verify`` found faults. 2: bad input, one clear line on stderr.

>>> import contextlib, io
>>> with contextlib.redirect_stdout(io.StringIO()) as out:
...     code = main(["compare", "an-empty-road"])
>>> code, "HEARD IN CANADA" in out.getvalue()
(0, True)
"""

from __future__ import annotations

import json
import os
import sys
from importlib.metadata import PackageNotFoundError, version

from core.case.catalogue import CatalogueError
from core.files.yamlfile import YamlError
from core.law.shape import LawError
from core.law.version import VersionError
from core.report.dates import FIRM
from core.terminal.commands import COMMANDS
from core.terminal.options import InputError, parser


def main(argv: list[str]) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    given = parser().parse_args(argv)
    if given.version:
        return _print(_own_version(), 0)
    if given.command not in COMMANDS:
        return _print(parser().format_help(), 0)
    try:
        code, text, data = COMMANDS[given.command](given)
    except (InputError, VersionError, LawError, CatalogueError, YamlError) as error:
        return _refuse(str(error), as_json=given.json)
    except BrokenPipeError:  # the reader of a command that writes on the way has seen enough
        _let_go()
        return 0
    if given.json and data is not None:
        return _print(json.dumps(data, ensure_ascii=False, indent=2) + "\n", code)
    # Lines are broken by now, and what a person looks for in them has ordinary spaces.
    return _print(text.replace(FIRM, " "), code)


def _print(text: str, code: int) -> int:
    """Write the answer; returns ``code``, or 2 where it cannot be written."""
    if sys.stdout is None:
        return _refuse(
            "the answer could not be written: there is nowhere to write to", as_json=False
        )
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        _let_go()
    except OSError as error:
        _let_go()
        return _refuse(f"the answer could not be written: {error.strerror}", as_json=False)
    return code


def _let_go() -> None:
    """Forget what is still to be written, so that Python does not complain of it at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # not a file of the system: nothing is kept back
        return


def _refuse(message: str, *, as_json: bool) -> int:
    if sys.stderr is None:
        return 2
    line = json.dumps({"error": message}, ensure_ascii=False) if as_json else message
    sys.stderr.write(f"{line}\n" if as_json else f"threshold: {line}\n")
    return 2


def _own_version() -> str:
    try:
        return f"threshold {version('threshold')}\n"
    except PackageNotFoundError:
        return "threshold (not installed)\n"
