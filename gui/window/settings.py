"""What the window remembers between two sessions, in one small JSON file of the user's.

Nothing here is worth a question or an error: a file that cannot be read gives the defaults, and a
folder that cannot be written to means that nothing is remembered.
"""

from __future__ import annotations

import json
import logging
import math
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from core.files.atomic import write_text
from core.places import config_folder
from core.words import LANGUAGES
from gui import theme

LONGEST_RECENT = 9
WIDEST = 30_000
"""Pixels; no screen is as wide, and Qt counts no further than twice that."""
T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass
class Settings:
    """Language, colours, size of text, recent files, the window's size and its left part's."""

    lang: str = ""
    scheme: str = "system"
    scale: float = 1.0
    recent: list[str] = field(default_factory=list)
    left: int = 0
    size: list[int] = field(default_factory=list)

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path.absolute())
        self.recent = [name, *(other for other in self.recent if other != name)][:LONGEST_RECENT]

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones."""
        name = str(path.absolute())
        self.recent = [other for other in self.recent if other != name]


def settings_file() -> Path:
    """Return where the settings are kept."""
    return config_folder() / "window.json"


def load_settings() -> Settings:
    """Read what was remembered; what does not fit is left at its default."""
    try:
        data = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _settings(data if isinstance(data, dict) else {})


def _settings(data: dict[str, Any]) -> Settings:
    made = Settings()
    for known in fields(Settings):
        value = data.get(known.name)
        if isinstance(value, type(getattr(made, known.name))):
            setattr(made, known.name, value)
    made.lang = made.lang if made.lang in LANGUAGES else ""
    made.scheme = made.scheme if made.scheme in theme.WISHES else "system"
    made.recent = [name for name in _only(str, made.recent) if _can_be_a_name(name)]
    made.recent = made.recent[:LONGEST_RECENT]
    made.scale = made.scale if math.isfinite(made.scale) else 1.0
    made.left = made.left if 0 <= made.left <= WIDEST else 0
    made.size = [side for side in _only(int, made.size) if 0 < side <= WIDEST]
    made.size = made.size if len(made.size) == len(("width", "height")) else []
    return made


def _can_be_a_name(name: str) -> bool:
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False


def _only(kind: type[T], values: Sequence[object]) -> list[T]:
    return [value for value in values if isinstance(value, kind)]


def save_settings(settings: Settings) -> None:
    """Write what is to be remembered, whole or not at all."""
    try:
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        write_text(settings_file(), json.dumps(asdict(settings), indent=1))
    except OSError as error:
        log.info("settings not kept: %s", error)
