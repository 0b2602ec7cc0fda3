"""The one active theme: a scheme (light, dark, or the desktop's wish) and a scale of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.theme import fonts, palette

WISHES = ("system", "light", "dark")


class Theme(QObject):
    """What is active; `changed` goes out once for each change of colours or size."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wish = "system"
        self.scale = fonts.SMALLEST_SCALE
        self.scheme = palette.scheme("light")
        self._listening = False

    def apply(self) -> None:
        """Dress the application, and tell everyone."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._listen()
            fonts.base_font()
            self.scheme = palette.scheme(self._resolved())
            if app.style().name() != "fusion":
                app.setStyle("Fusion")
            app.setPalette(palette.qt_palette(self.scheme))
            edged = palette.control_palette(self.scheme)
            for control in palette.CONTROLS:
                # WORKAROUND: PySide 6.11's stubs ask for bytes, and Qt itself refuses them.
                app.setPalette(edged, control)  # type: ignore[arg-type]
            app.setFont(fonts.font("body", self.scale))
        self.changed.emit()

    def configure(self, wish: str, scale: float) -> None:
        """Take a scheme (light, dark, or whatever the desktop says) and a size of text at once."""
        if wish not in WISHES:
            raise ValueError(f"not a scheme: {wish}")
        if wish != self.wish:
            self.wish = wish
            self._tell_the_desktop()
        self.scale = min(max(scale, fonts.SMALLEST_SCALE), fonts.LARGEST_SCALE)
        self.apply()

    def _resolved(self) -> str:
        if self.wish != "system":
            return self.wish
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _tell_the_desktop(self) -> None:
        """Let the frames that the desktop draws match, where it listens."""
        if QGuiApplication.instance() is None:
            return
        hints = QGuiApplication.styleHints()
        wishes: dict[str, Callable[[], None]] = {
            "light": lambda: hints.setColorScheme(Qt.ColorScheme.Light),
            "dark": lambda: hints.setColorScheme(Qt.ColorScheme.Dark),
            "system": hints.unsetColorScheme,
        }
        wishes[self.wish]()

    def _listen(self) -> None:
        if not self._listening:
            self._listening = True
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._desktop_changed)

    def _desktop_changed(self) -> None:
        if self.wish == "system" and self._resolved() != self.scheme.name:
            self.apply()


active = Theme()
changed = active.changed


def apply() -> None:
    """Dress the application with the active theme."""
    active.apply()


def configure(wish: str, scale: float) -> None:
    """Choose scheme and size of text at once, as a window does when it opens."""
    active.configure(wish, scale)


def set_scheme(wish: str) -> None:
    """Choose "light", "dark" or "system"."""
    active.configure(wish, active.scale)


def scheme_wish() -> str:
    """Return what was chosen: "light", "dark" or "system"."""
    return active.wish


def set_text_scale(scale: float) -> None:
    """Choose the size of text, 1.0 to 2.0 times the user's own."""
    active.configure(active.wish, scale)


def text_scale() -> float:
    """Return the size of text now, as a multiple of the user's own."""
    return active.scale


def colour(role: str) -> QColor:
    """Return the active colour of a role, such as "text_muted"."""
    return active.scheme.colour(role)


def font(role: str) -> QFont:
    """Return the font of a role: small, body, strong, heading, headline or title."""
    return fonts.font(role, active.scale)


def space(steps: float) -> int:
    """Return a distance in pixels: one step is about a quarter of a line of text."""
    return round(fonts.step(active.scale) * steps)
