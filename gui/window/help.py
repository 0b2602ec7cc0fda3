"""Help: every key in one list, and what this program is and is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.words import say
from gui import theme
from gui.window.actions import Action, bare
from gui.window.dialogs import without_icons
from gui.window.table import ACTIONS

if TYPE_CHECKING:
    from gui.window.window import MainWindow


def key_rows(lang: str) -> list[tuple[str, str]]:
    """Return what can be done by key: the words and the keys, in the order of the menus."""
    rows = [
        (bare(action.words(lang)), "  ".join(_native(keys) for keys in keys_of(action)))
        for action in ACTIONS
        if keys_of(action)
    ]
    return [
        *rows,
        (say(lang, "Choose a station"), f"{_native('Alt+1')} … {_native('Alt+6')}"),
        (say(lang, "Make the answer here unknown"), _native("Ctrl+U")),
        (say(lang, "Next and previous control"), f"{_native('Tab')}  {_native('Shift+Tab')}"),
        (say(lang, "Within a list, a choice or the stations"), "← ↑ ↓ →"),
        (say(lang, "Open what has the focus"), _native("Return")),
        (say(lang, "Go to a control by its underlined letter"), f"{_native('Alt')}+…"),
    ]


def keys_of(action: Action) -> tuple[str, ...]:
    """Return the keys of an action, whoever listens to them."""
    return (*action.keys, *action.panel_keys)


def _native(keys: str) -> str:
    if keys == "Alt":
        return "Alt"
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class _Dialog(QDialog):
    """A dialog with words and one button that closes it."""

    def __init__(self, window: MainWindow, title: str) -> None:
        super().__init__(window)
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.space(3))
        self._column.setContentsMargins(*[theme.space(5)] * 4)

    def close_with(self, lang: str) -> None:
        """Put the button under everything else."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        self._column.addWidget(buttons)


class KeysDialog(_Dialog):
    """Every key."""

    def __init__(self, window: MainWindow) -> None:
        lang = window.document.lang
        super().__init__(window, say(lang, "Keys"))
        self.setObjectName("keysDialog")
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setHorizontalSpacing(theme.space(6))
        grid.setVerticalSpacing(theme.space(1.5))
        for at, (words, keys) in enumerate(key_rows(lang)):
            grid.addWidget(_plain(words), at, 0)
            grid.addWidget(_plain(keys, "strong"), at, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(rows)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setMinimumWidth(rows.sizeHint().width() + theme.space(6))
        self._column.addWidget(scroll, 1)
        self.close_with(lang)
        self.resize(self.sizeHint().width(), min(rows.sizeHint().height(), window.height()))


class AboutDialog(_Dialog):
    """What this is, and what it is not."""

    def __init__(self, window: MainWindow) -> None:
        lang = window.document.lang
        super().__init__(window, say(lang, "About Threshold"))
        self.setObjectName("aboutDialog")
        self._column.addWidget(_plain("Threshold", "title"))
        for words in about_words(lang):
            label = _plain(words)
            label.setWordWrap(True)
            label.setMinimumWidth(label.fontMetrics().averageCharWidth() * 60)
            self._column.addWidget(label)
        self.close_with(lang)


def about_words(lang: str) -> tuple[str, ...]:
    """Return the paragraphs of the about box."""
    return (
        say(
            lang,
            "A case explorer for the Canada–U.S. Safe Third Country Agreement: one hypothetical "
            "journey, two versions of the law, side by side.",
        ),
        say(
            lang,
            "This is a teaching tool, not legal advice. It says how sure each rule is and what it "
            "has not examined; nobody’s rights should be decided by it.",
        ),
        say(
            lang, "All cases are invented. Nothing leaves this machine. Free under the MIT licence."
        ),
    )


def _plain(words: str, role: str = "body") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(role))
    return label
