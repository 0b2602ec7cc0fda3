"""The menu bar, made from the table and reworded in place when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from core.words import say
from gui import theme
from gui.window.actions import Menu

RECENT = "recent"


class Menus:
    """Fills a menu bar, keeps its words, and keeps the menu of recent files."""

    def __init__(
        self,
        bar: QMenuBar,
        menus: tuple[Menu, ...],
        actions: dict[str, QAction],
        open_recent: Callable[[Path], None],
    ) -> None:
        self._open_recent = open_recent
        self._made: list[tuple[Menu, QMenu]] = []
        for menu in menus:
            self._fill(bar.addMenu(""), menu, actions)

    def retranslate(self, lang: str) -> None:
        """Give every menu its title in a language."""
        for menu, made in self._made:
            made.setTitle(menu.words(lang))

    def show_recent(self, recent: list[str], lang: str) -> None:
        """List the recent files, the newest first, with a digit to choose each."""
        menu = self.recent
        menu.clear()
        for at, name in enumerate(recent, 1):
            path = Path(name)
            shown = path.name.replace("&", "&&")
            action = menu.addAction(f"&{at}  {shown}")
            action.setToolTip(theme.plain_tip(name))
            action.triggered.connect(lambda _=False, path=path: self._open_recent(path))
        if not recent:
            menu.addAction(say(lang, "No recent files")).setEnabled(False)

    @property
    def recent(self) -> QMenu:
        """The menu of recent files."""
        return next(made for menu, made in self._made if menu.id == RECENT)

    def _fill(self, made: QMenu, menu: Menu, actions: dict[str, QAction]) -> None:
        made.setObjectName(f"menu_{menu.id}")
        made.setToolTipsVisible(menu.tips or menu.id == RECENT)
        self._made.append((menu, made))
        for item in menu.items:
            if isinstance(item, Menu):
                self._fill(made.addMenu(""), item, actions)
            elif item == "-":
                made.addSeparator()
            else:
                made.addAction(actions[item])
