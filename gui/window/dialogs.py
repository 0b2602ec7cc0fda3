"""The few questions the window asks in a dialog: where is the file, and what of unsaved changes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox, QWidget

from core.words import say

Leave = Literal["save", "discard", "cancel"]
SUFFIX = ".yaml"


class Dialogs:
    """Asks a person. Tests put someone in its place who knows the answers."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_path(self, lang: str, near: Path | None) -> Path | None:
        """Ask which case to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, say(lang, "Open a case"), _folder(near), _filter(lang)
        )
        return Path(name) if name else None

    def save_path(self, lang: str, suggested: Path) -> Path | None:
        """Ask where to save the case."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, say(lang, "Save the case as"), str(suggested), _filter(lang)
        )
        return _with_suffix(Path(name), SUFFIX) if name else None

    def picture_path(self, lang: str, suggested: Path) -> Path | None:
        """Ask where to save a picture of the window."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, say(lang, "Save a picture as"), str(suggested), "PNG (*.png)"
        )
        return _with_suffix(Path(name), ".png") if name else None

    def leave(self, lang: str, title: str) -> Leave:
        """Ask what should happen to unsaved changes."""
        box = unsaved_box(self._parent, lang, title)
        answers: dict[int, Leave] = {
            QMessageBox.StandardButton.Save.value: "save",
            QMessageBox.StandardButton.Discard.value: "discard",
        }
        return answers.get(box.exec(), "cancel")


def unsaved_box(parent: QWidget, lang: str, title: str) -> QMessageBox:
    """Make the question about unsaved changes; Qt words its buttons."""
    box = QMessageBox(parent)
    box.setObjectName("unsaved")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(say(lang, "Unsaved changes"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(say(lang, "“{title}” has changes that are not saved.", title=title))
    box.setInformativeText(say(lang, "What should happen to them?"))
    box.setStandardButtons(
        QMessageBox.StandardButton.Save
        | QMessageBox.StandardButton.Discard
        | QMessageBox.StandardButton.Cancel
    )
    without_icons(box)
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    return box


def without_icons(buttons: QMessageBox | QDialogButtonBox) -> None:
    """Leave the words to speak: the style's own icons follow no theme."""
    for button in buttons.buttons():
        button.setIcon(QIcon())


def _filter(lang: str) -> str:
    return f"{say(lang, 'Cases')} (*.yaml *.yml);;{say(lang, 'All files')} (*)"


def _folder(near: Path | None) -> str:
    return str(near.parent if near else Path.home())


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix else path.with_suffix(suffix)
