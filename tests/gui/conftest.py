"""Every test of the window begins in light colours, with text of its usual size, and in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui import theme
from gui.window.language import speak


@pytest.fixture(autouse=True)
def theme_as_it_was(qapp: object) -> Iterator[None]:
    theme.set_scheme("light")
    theme.set_text_scale(1.0)
    yield
    theme.set_scheme("system")
    theme.set_text_scale(1.0)
    speak("en")
