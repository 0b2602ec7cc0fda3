"""How papers look: the size of a sheet and of the type, colours by role, fonts; all from the resources.

>>> Format(large=True).size, sorted(colours())[:2]
(18.0, ['line', 'line_strong'])
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from core.files.resources import resource_root

Sheet = Literal["a4", "letter"]
SHEETS: dict[Sheet, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""
ROLES = ("line", "line_strong", "surface_alt", "text", "text_muted")


@dataclass(frozen=True)
class Format:
    """Which sheet, and whether in large print."""

    sheet: Sheet = "a4"
    large: bool = False

    @property
    def size(self) -> float:
        """The size of the body's type, in points."""
        return 18.0 if self.large else 10.5

    @property
    def title(self) -> float:
        """How large the title is, times the body."""
        return 1.4 if self.large else 1.7

    @property
    def aside(self) -> float:
        """How large the quieter voice is, times the body: in large print nothing is smaller."""
        return 1.0 if self.large else 0.92

    @property
    def margin(self) -> float:
        """The margin at the sides, in millimetres."""
        return 18.0 if self.large else 22.0


@lru_cache(maxsize=1)
def colours() -> dict[str, str]:
    """The colours that papers use, as ``#rrggbb``, by their role in the scheme for light grounds."""
    told = resource_root().joinpath("themes", "light.toml").read_text(encoding="utf-8")
    scheme = tomllib.loads(told)
    return {role: scheme["base"][scheme["roles"][role]] for role in ROLES}


def resource(name: str) -> str:
    """The text of a file that lies beside the fonts of the papers."""
    return resource_root().joinpath("papers", name).read_text(encoding="utf-8")


def font_folder() -> Path:
    """Where the fonts of the papers lie."""
    return Path(str(resource_root().joinpath("papers", "fonts")))
