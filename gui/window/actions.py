"""What an action is, and how Qt's own actions are made from the one table of them.

An action is a record: an id, words with a mnemonic, keys, an icon, when it may be used, and what it
does. Menus, buttons, the list of keys and the tests all follow from `gui.window.table`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gui import theme

if TYPE_CHECKING:
    from gui.window.window import MainWindow

Words = Callable[[str], str]
Test = Callable[["MainWindow"], bool]


def _always(window: MainWindow) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """One thing the window can do. With `on` it is one of a group, and shows whether it holds.

    `note` says more about it, in a tip. `panel_keys` are listened to by a panel itself; here they
    are only listed.
    """

    id: str
    words: Words
    do: Callable[[MainWindow], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: Test = _always
    on: Test | None = None
    detail: Callable[[MainWindow], str] | None = None
    panel_keys: tuple[str, ...] = ()
    note: Words | None = None


@dataclass(frozen=True)
class Menu:
    """A menu: action ids, "-" for a line, other menus, or "recent" for the recent files.

    `tips` lets the tips of its actions be seen.
    """

    id: str
    words: Words
    items: tuple[str | Menu, ...]
    tips: bool = False


def make_actions(window: MainWindow, table: tuple[Action, ...]) -> dict[str, QAction]:
    """Make a Qt action for each record; the window owns them."""
    return {action.id: _make(window, action) for action in table}


def _make(window: MainWindow, action: Action) -> QAction:
    made = QAction(window)
    made.setObjectName(action.id)
    made.setShortcuts([QKeySequence(keys) for keys in action.keys])
    if action.icon:
        made.setIcon(theme.icon(action.icon))
    if action.on is not None:
        made.setCheckable(True)
    made.setMenuRole(QAction.MenuRole.NoRole)
    made.triggered.connect(lambda: action.do(window))
    window.addAction(made)
    return made


def make_groups(
    window: MainWindow, actions: dict[str, QAction], groups: tuple[tuple[str, ...], ...]
) -> list[QActionGroup]:
    """Let one action of each group hold at a time."""
    made = []
    for ids in groups:
        group = QActionGroup(window)
        for id_ in ids:
            group.addAction(actions[id_])
        made.append(group)
    return made


def word_actions(
    window: MainWindow, actions: dict[str, QAction], table: tuple[Action, ...], lang: str
) -> None:
    """Word every action in a language; `detail` says what undo would undo."""
    for action in table:
        words = action.words(lang)
        detail = action.detail(window) if action.detail else ""
        made = actions[action.id]
        made.setText(f"{words}: {detail}" if detail else words)
        made.setIconText(bare(words))
        keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = action.note(lang) if action.note else bare(made.text())
        made.setToolTip(f"{tip} ({keys})" if keys else tip)


def refresh_actions(
    window: MainWindow, actions: dict[str, QAction], table: tuple[Action, ...]
) -> None:
    """Let every action show whether it may be used and whether it holds."""
    for action in table:
        if not window.may(action.id):
            actions[action.id].setEnabled(False)
            continue
        actions[action.id].setEnabled(action.when(window))
        if action.on is not None:
            actions[action.id].setChecked(action.on(window))


def bare(words: str) -> str:
    """Return words without mnemonic, number and dots, as a button or a list of keys shows them."""
    words = re.sub(r"^&\d  ", "", words)
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
