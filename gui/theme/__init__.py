"""How the window looks: colours by role, text by role, space by steps, shapes and icons.

One theme is active at a time. Panels ask it for what they need and ask again when `changed` says
so; none of them holds a colour number, a size of type or a count of pixels.

    from gui import theme

    label.setFont(theme.font("heading"))
    layout.setSpacing(theme.space(2))
    theme.changed.connect(self.restyle)
"""

from __future__ import annotations

from gui.theme import shapes
from gui.theme.active import (
    WISHES,
    Theme,
    active,
    apply,
    changed,
    colour,
    configure,
    font,
    scheme_wish,
    set_scheme,
    set_text_scale,
    space,
    text_scale,
)
from gui.theme.card import Card
from gui.theme.fonts import LARGEST_SCALE, SMALLEST_SCALE
from gui.theme.icons import icon
from gui.theme.tips import plain_tip

__all__ = [
    "LARGEST_SCALE",
    "SMALLEST_SCALE",
    "WISHES",
    "Card",
    "Theme",
    "active",
    "apply",
    "changed",
    "colour",
    "configure",
    "font",
    "icon",
    "plain_tip",
    "scheme_wish",
    "set_scheme",
    "set_text_scale",
    "shapes",
    "space",
    "text_scale",
]
