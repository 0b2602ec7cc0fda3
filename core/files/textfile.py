r"""Reading a text file that somebody names: whatever it is, no more of it than could be meant.

A device has no size and no end, so the bound holds while reading, not before.

>>> import tempfile, pathlib
>>> with tempfile.TemporaryDirectory() as folder:
...     target = pathlib.Path(folder) / "note.txt"
...     _ = target.write_bytes(b"a line\r\n")
...     read_text(target)
'a line\n'
"""

from __future__ import annotations

import errno
import io
from pathlib import Path

LARGEST = 4_000_000
"""Bytes; a case file is a few thousand, all the law some hundred thousand."""


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text at ``path`` in UTF-8. Raises OSError, or UnicodeDecodeError where it is no text."""
    try:
        stream = path.open("rb")
    except ValueError:  # a name that no file can have, such as one with a zero byte
        raise OSError(errno.EINVAL, "no file can have this name", str(path)) from None
    with stream:
        content = stream.read(largest + 1)
    if len(content) > largest:
        raise OSError(errno.EFBIG, "this file is too large to be a case or a law", str(path))
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig").read()
