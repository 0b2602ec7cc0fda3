"""One theme is active; whoever listens hears of each change once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.theme import shapes

ICONS = sorted((Path(theme.__file__).parents[2] / "resources" / "icons").glob("*.svg"))
SIDE = 24


@pytest.fixture(autouse=True)
def as_it_was(qapp):
    yield
    theme.set_scheme("system")
    theme.set_text_scale(1.0)


def painted(paint, name: str, side: int = SIDE) -> QImage:
    """Paint a shape black on white, so that colour tells nothing."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    if paint is shapes.paint_truth:
        paint(painter, QRectF(0, 0, side, side), name, QColor("black"), QColor("white"))
    else:
        paint(painter, QRectF(0, 0, side, side), name, QColor("black"))
    painter.end()
    return image


def different(one: QImage, other: QImage) -> int:
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 100
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scheme_dresses_the_application(qtbot, scheme):
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(scheme)
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == theme.colour("window")
    assert (window.lightness() < 128) == (scheme == "dark")


def test_a_change_is_told_once(qtbot):
    heard: list[int] = []
    theme.changed.connect(lambda: heard.append(1))
    theme.set_text_scale(1.5)
    assert heard == [1]


def test_an_unknown_scheme_is_refused(qtbot):
    with pytest.raises(ValueError, match="not a scheme: sepia"):
        theme.set_scheme("sepia")


@pytest.mark.parametrize("role", ["small", "body", "strong", "heading", "headline", "title"])
def test_every_text_is_twice_as_large_at_200_per_cent(qtbot, role):
    once = theme.font(role).pointSizeF()
    theme.set_text_scale(2.0)
    assert theme.font(role).pointSizeF() == pytest.approx(2 * once)


def test_text_never_leaves_the_range_from_100_to_200_per_cent(qtbot):
    theme.set_text_scale(5)
    assert theme.text_scale() == 2.0
    theme.set_text_scale(0.1)
    assert theme.text_scale() == 1.0


def test_space_follows_the_text_but_grows_half_as_fast(qtbot):
    line = QFontMetrics(theme.font("body")).height()
    assert theme.space(4) == pytest.approx(line, abs=1)
    once = theme.space(20)
    theme.set_text_scale(2.0)
    assert theme.space(20) == pytest.approx(1.5 * once, abs=1)


@pytest.mark.parametrize(
    ("paint", "names"),
    [(shapes.paint_truth, shapes.TRUTHS), (shapes.paint_outcome, shapes.OUTCOMES)],
)
def test_shapes_differ_without_any_colour(qapp, paint, names):
    images = [painted(paint, name) for name in names]
    for at, one in enumerate(images):
        for other in images[:at]:
            assert different(one, other) > SIDE * SIDE / 20


@pytest.mark.parametrize("name", [path.stem for path in ICONS])
def test_an_icon_takes_the_colour_of_the_theme(qapp, name):
    icon = theme.icon(name)
    inks = []
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        image = icon.pixmap(QSize(48, 48), QIcon.Mode.Normal).toImage()
        inks.append(
            {
                image.pixelColor(x, y).name()
                for x in range(48)
                for y in range(48)
                if image.pixelColor(x, y).alpha() == 255
            }
        )
        assert theme.colour("text_muted").name() in inks[-1]
    assert inks[0] != inks[1]


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_holds_no_colour_of_its_own(path):
    assert "currentColor" in path.read_text()
    assert "#" not in path.read_text()


def test_a_disabled_icon_is_fainter(qapp):
    icon = theme.icon("save")
    normal = icon.pixmap(QSize(48, 48), QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert normal != disabled
