"""What the window is used for, as segments: to explore a case, for a quiz, or before a room."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from core.words import say
from gui.parts.segments import Segments

Mode = Literal["explore", "packs", "quiz", "present", "edit"]
CHOICES: tuple[Mode, ...] = ("explore", "quiz", "present")


class Modes(Segments):
    """The three uses; `picked` gives the one that a person wants."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("modes")

    def show_mode(self, mode: str, lang: str) -> None:
        """Show which use holds; beside these three the window has others, which tick none."""
        words = {
            "explore": say(lang, "Explore"),
            "quiz": say(lang, "Quiz"),
            "present": say(lang, "Present"),
        }
        positions = tuple((choice, words[choice]) for choice in CHOICES)
        self.show_positions(positions, mode, say(lang, "Use of the window:"))
