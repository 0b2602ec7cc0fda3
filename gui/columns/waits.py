"""What an undetermined outcome waits for: the facts, as links that lead to their questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from core.case.case import Case
from core.report.sentences import fact_words
from core.words import many, say
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton
from gui.parts.pairs import follow_width

FIRST = 3


class WaitsFor(QWidget):
    """A line of links: the first few facts, and a menu with the rest."""

    fact_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paths: tuple[str, ...] = ()
        self._words: dict[str, str] = {}
        self.lead = RoleLabel(self, font="small", colour="text_muted")
        self.links = tuple(self._link(number) for number in range(FIRST))
        self.more = LinkButton(self)
        self.more.clicked.connect(self._open_rest)
        flow = FlowLayout(self, spacing=1)
        for widget in (self.lead, *self.links, self.more):
            flow.addWidget(widget)
        follow_width(self)

    def show_facts(self, paths: tuple[str, ...], case: Case, lang: str) -> None:
        """Show links to these facts, in the widgets that are there."""
        self._paths = paths
        self._words = {path: fact_words(case, path, lang) for path in paths}
        self.lead.say(say(lang, "Waits for:") if paths else "")
        for number, link in enumerate(self.links):
            link.say(_plain(self._words[paths[number]]) if number < len(paths) else "")
        rest = len(paths) - FIRST
        self.more.say(many(lang, "and {n} more", "and {n} more", rest) if rest > 0 else "")
        self.setVisible(bool(paths))

    def _link(self, number: int) -> LinkButton:
        link = LinkButton(self)
        link.clicked.connect(lambda: self.fact_chosen.emit(self._paths[number]))
        return link

    def _open_rest(self) -> None:
        menu = self.rest_menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def rest_menu(self) -> QMenu:
        """Return a menu with the facts that have no link of their own."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for path in self._paths[FIRST:]:
            action = menu.addAction(_plain(self._words[path]))
            action.triggered.connect(lambda _=False, chosen=path: self.fact_chosen.emit(chosen))
        return menu


def _plain(text: str) -> str:
    return text.replace("&", "&&")
