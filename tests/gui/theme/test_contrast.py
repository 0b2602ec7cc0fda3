"""Every colour can be read on the grounds it stands on, in both schemes, and by everyone."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtGui import QPalette

from gui.theme import palette
from gui.theme.shapes import OUTCOMES, TRUTHS

GROUNDS = ("window", "surface", "surface_alt", "hover")
SOFT = tuple(f"{outcome}_soft" for outcome in OUTCOMES)
TEXTS = [
    *itertools.product(("text", "text_muted", "text_faint", "link"), GROUNDS),
    *itertools.product(
        ("text", "text_muted"), (*SOFT, "parting_soft", "warning_soft", "selection")
    ),
    *itertools.product(("link",), (*SOFT, "parting_soft", "warning_soft")),
    *((outcome, f"{outcome}_soft") for outcome in OUTCOMES),
    *itertools.product((*OUTCOMES, "parting", "warning"), ("surface", "surface_alt", "window")),
    ("parting", "parting_soft"),
    ("warning", "warning_soft"),
    ("on_accent", "accent"),
]
SHAPES = [
    *itertools.product(TRUTHS, ("surface", "surface_alt", "parting_soft")),
    *itertools.product(("accent", "focus", "line_strong"), ("surface", "window")),
]

# Brettel's plane for one missing kind of cone, as Machado's matrices at full severity.
MISSING = {
    "red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
JUST_APART = 10.0


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen_apart(one: str, other: str, missing: str) -> float:
    """How far apart two colours are (CIE76) for someone who lacks a kind of cone."""

    def seen(colour: str) -> tuple[float, float, float]:
        rgb = linear(colour)
        return lab(
            tuple(sum(k * v for k, v in zip(row, rgb, strict=True)) for row in MISSING[missing])
        )

    return math.dist(seen(one), seen(other))


@pytest.mark.parametrize("scheme", palette.SCHEMES)
@pytest.mark.parametrize(("role", "ground"), TEXTS)
def test_text_stands_out_four_and_a_half_to_one(scheme, role, ground):
    roles = palette.scheme(scheme).roles
    assert contrast(roles[role], roles[ground]) >= 4.5


@pytest.mark.parametrize("scheme", palette.SCHEMES)
@pytest.mark.parametrize(("role", "ground"), SHAPES)
def test_a_shape_or_an_edge_stands_out_three_to_one(scheme, role, ground):
    roles = palette.scheme(scheme).roles
    assert contrast(roles[role], roles[ground]) >= 3


@pytest.mark.parametrize("scheme", palette.SCHEMES)
@pytest.mark.parametrize("missing", MISSING)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(OUTCOMES, 2)))
def test_outcomes_stay_apart_for_the_colour_blind(scheme, missing, one, other):
    roles = palette.scheme(scheme).roles
    assert seen_apart(roles[one], roles[other], missing) >= JUST_APART


def test_light_and_dark_give_a_colour_to_the_same_roles():
    light, dark = (palette.scheme(name).roles for name in palette.SCHEMES)
    assert light.keys() == dark.keys()


@pytest.mark.parametrize("scheme", palette.SCHEMES)
def test_the_edge_that_the_style_derives_for_controls_can_be_seen(scheme):
    of = palette.scheme(scheme)
    window = palette.control_palette(of).color(QPalette.ColorRole.Window)
    edge = window.darker(140).name()
    assert contrast(edge, of.roles["surface"]) >= 3
