"""The terminal: ``threshold compare CASE`` and its sisters, without Qt.

Exit code 0: answered. 1: ``check`` found faults. 2: bad input, one clear line on standard error.

>>> import contextlib, io
>>> with contextlib.redirect_stdout(io.StringIO()) as out:
...     code = main(["compare", "an-empty-road"])
>>> code, "HEARD IN CANADA" in out.getvalue()
(0, True)
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError, version

from core.case.catalogue import CatalogueError
from core.files.yamlfile import YamlError
from core.law.shape import LawError
from core.law.version import LawNotHeldError, VersionError
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
        return _print(_own_version())
    if given.command not in COMMANDS:
        parser().print_help()
        return 0
    try:
        code, text, data = COMMANDS[given.command](given)
    except LawNotHeldError as error:
        return _refuse(error.words(given.lang), as_json=given.json)
    except (InputError, VersionError, LawError, CatalogueError, YamlError) as error:
        return _refuse(str(error), as_json=given.json)
    _print(json.dumps(data, ensure_ascii=False, indent=2) + "\n" if given.json else text)
    return code


def _print(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        sys.stderr.close()
    return 0


def _refuse(message: str, *, as_json: bool) -> int:
    line = json.dumps({"error": message}, ensure_ascii=False) if as_json else message
    sys.stderr.write(f"{line}\n" if as_json else f"threshold: {line}\n")
    return 2


def _own_version() -> str:
    try:
        return f"threshold {version('threshold')}\n"
    except PackageNotFoundError:
        return "threshold (not installed)\n"
