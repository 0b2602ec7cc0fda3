"""Text that follows the user: every size is the user's own size times the scale of the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from gui.theme.palette import themes_file

SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


@dataclass(frozen=True)
class FontPlan:
    """What `fonts.toml` says."""

    smallest_base: float
    families: tuple[str, ...]
    unspecific: tuple[str, ...]
    sizes: dict[str, float]
    weights: dict[str, int]


@cache
def plan() -> FontPlan:
    """Load the plan of sizes and families."""
    data = themes_file("fonts.toml")
    return FontPlan(
        data["smallest_base"],
        tuple(data["families"]),
        tuple(data["unspecific"]),
        data["sizes"],
        data["weights"],
    )


@cache
def base_font() -> QFont:
    """Return the desktop's font, made readable where the desktop asks for nothing in particular.

    The first call takes what the application has before the theme sets anything.
    """
    font = QFont(QGuiApplication.font())
    if font.family() in plan().unspecific:
        installed = set(QFontDatabase.families())
        wanted = next((name for name in plan().families if name in installed), None)
        if wanted:
            font.setFamilies([wanted, font.family()])
    font.setPointSizeF(max(font.pointSizeF(), plan().smallest_base))
    return font


def font(role: str, scale: float) -> QFont:
    """Return the font of a role at a text scale; the caller may change what it gets."""
    return QFont(_font(role, scale))


@cache
def _font(role: str, scale: float) -> QFont:
    made = QFont(base_font())
    made.setPointSizeF(base_font().pointSizeF() * plan().sizes[role] * scale)
    made.setWeight(QFont.Weight(plan().weights[role]))
    return made


@cache
def step(scale: float) -> float:
    """Return one step of space: a quarter of a line of text.

    Space grows half as fast as text, so that at 200 % the room goes to the words.
    """
    line = QFontMetricsF(font("body", 1.0)).height()
    return line / 4 * (1 + scale) / 2
