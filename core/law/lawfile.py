"""A law file of the user's own: a proposal that amends the law of the program.

A file is read again when it has changed on the disk, and only then: while a case is edited under it,
every decision asks for its version.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from core.case.catalogue import catalogue
from core.files.textfile import read_text
from core.files.yamlfile import YamlError, parse_yaml
from core.law.load import law, with_proposal
from core.law.provisions import Law, Proposal
from core.law.shape import LawError

MOST_KEPT = 16


class VersionError(ValueError):
    """A version that cannot be read; the message is a sentence for the user."""


State = tuple[int, ...]
"""What changes when a file does."""


def state_of(path: Path) -> State:
    """The state of a file on the disk. Raises VersionError where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:  # a ValueError for a name that no file can have
        reason = getattr(error, "strerror", None) or "there is no such file"
        raise VersionError(f"{path.name}: {reason}") from None
    return found.st_mtime_ns, found.st_size, found.st_ino


def read_law_file(path: Path) -> tuple[Law, Proposal]:
    """The law with the proposal of a file, and that proposal. Raises VersionError."""
    return _read(path, state_of(path))


@lru_cache(maxsize=MOST_KEPT)
def _read(path: Path, _state: State) -> tuple[Law, Proposal]:
    try:
        return with_proposal(law(), parse_yaml(read_text(path), path.name), catalogue())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text file"
        raise VersionError(f"{path.name}: {reason}") from None
    except (YamlError, LawError) as error:
        raise VersionError(str(error)) from None
