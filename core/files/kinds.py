"""What stands at a path, asked without a fuss: a folder that is closed to us holds nothing we can read.

``Path.exists`` and its sisters raise PermissionError there on some versions of Python.

>>> is_folder(Path("/")), is_file(Path("/")), is_there(Path("a" * 5000))
(True, False, False)
"""

from __future__ import annotations

from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything that can be reached stands at ``path``."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether an ordinary file that can be reached stands at ``path``."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder that can be reached stands at ``path``."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
