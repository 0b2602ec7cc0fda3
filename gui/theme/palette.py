"""A scheme's colours: a few named base colours in a file, and the roles that point to them.

A widget asks for a role ("returned_soft"), never for a colour, so light and dark are equals and a
third scheme is one more file in `resources/themes`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from PySide6.QtGui import QColor, QPalette

SCHEMES = ("light", "dark")


def themes_file(name: str) -> dict[str, Any]:
    """Read one of the files in `resources/themes`."""
    text = resources.files("resources").joinpath("themes", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class Scheme:
    """The roles of one scheme, each with its colour as `#rrggbb`."""

    name: str
    roles: dict[str, str]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; an unknown role is a mistake in the program."""
        return QColor(self.roles[role])


@cache
def scheme(name: str) -> Scheme:
    """Load a scheme by its name."""
    data = themes_file(f"{name}.toml")
    return Scheme(name, {role: data["base"][base] for role, base in data["roles"].items()})


_QT_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_faint",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface_alt",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "line_strong",
}
_QT_FAINT = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def qt_palette(of: Scheme) -> QPalette:
    """Return the palette with which Qt's own controls match the scheme."""
    palette = QPalette()
    for qt_role, role in _QT_ROLES.items():
        palette.setColor(qt_role, of.colour(role))
    for qt_role in _QT_FAINT:
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, of.colour("text_faint"))
    return palette


CONTROLS = (
    "QLineEdit",
    "QComboBox",
    "QAbstractSpinBox",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QRadioButton",
    "QPlainTextEdit",
    "QTextEdit",
)
"""The classes whose edge the style draws from their own palette's window colour, made darker."""


def control_palette(of: Scheme) -> QPalette:
    """Return the palette of controls: the same, but with an edge that can be seen (3 : 1).

    Fusion draws a control's edge as the palette's window colour, 1.4 times darker. On a dark
    ground that would vanish, so controls get the window colour from which the right edge comes.
    """
    palette = qt_palette(of)
    palette.setColor(QPalette.ColorRole.Window, of.colour("line_strong").lighter(140))
    return palette
