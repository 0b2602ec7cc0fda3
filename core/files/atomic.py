"""Write a file whole or not at all.

The text goes to a new file beside the old one and then takes its place in one step, so that a crash
or a full disk never leaves half a file where the user's work was.

>>> import tempfile, pathlib
>>> with tempfile.TemporaryDirectory() as folder:
...     target = pathlib.Path(folder) / "note.txt"
...     write_text(target, "whole")
...     target.read_text(encoding="utf-8")
'whole'
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

LONGEST_STEM = 40
"""Characters of the file's name that the part's name takes over; the rest could make it too long."""


def write_bytes(path: Path, content: bytes) -> None:
    """Replace the file at ``path`` by ``content``; raises OSError and leaves the old file if it cannot.

    A link stays a link: the file it points at is replaced.
    """
    path = Path(os.path.realpath(path))
    stem = f".{path.name[:LONGEST_STEM]}."
    handle, name = tempfile.mkstemp(prefix=stem, suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _keep_permissions(path, part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Replace the file at ``path`` by ``text`` in UTF-8; raises OSError."""
    write_bytes(path, text.encode("utf-8"))


def _keep_permissions(path: Path, part: Path) -> None:
    """Give the new file the old one's permissions, or those of an ordinary new file.

    Some file systems know no permissions; that is no reason not to keep the user's work.
    """
    with suppress(PermissionError):
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        elif os.name == "posix":
            umask = os.umask(0)
            os.umask(umask)
            part.chmod(0o666 & ~umask)
