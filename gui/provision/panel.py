"""The panel that opens a provision: everything the program knows about one rule, on one page.

It is filled from :func:`gui.provision.model.provision_view` and refilled in place after every
edit, so it can stay open beside the columns while the case changes. Escape closes it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.law.load import law
from core.law.provisions import Provision
from core.words import say
from gui import theme
from gui.columns.switches import pick_choice
from gui.document import Document
from gui.parts.link import LinkButton
from gui.provision.model import provision_view
from gui.provision.page import Page


class ProvisionPanel(QWidget):
    """Shows the provision that was chosen last."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("provision")
        self._document = document
        self.provision = ""
        self.close_button = LinkButton(self)
        self.close_button.clicked.connect(lambda: document.choose_provision(""))
        self.area = QScrollArea(self)
        self.page = Page(self.area)
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(self.area, 1)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._document.provision_chosen.connect(self._choose)
        self._document.changed.connect(self.refresh)
        self._document.language_changed.connect(self.refresh)
        self.page.switches.picked.connect(
            lambda key, position: pick_choice(self._document, key, position)
        )
        theme.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Show the chosen provision as the law and the case now have it."""
        lang = self._document.lang
        self.close_button.say(say(lang, "Close (Esc)"))
        provision = self._known()
        self.setAccessibleName(say(lang, "Provision"))
        self.area.setAccessibleName(say(lang, "Provision"))
        if provision is None:
            return
        document = self._document
        view = provision_view(provision, document.comparison, document.setup, lang)
        self.page.show_provision(view, lang)
        self.setAccessibleName(f"{view.cite}: {view.title}")
        self.area.setAccessibleName(f"{view.cite}: {view.title}")

    def _known(self) -> Provision | None:
        """The provision that is chosen: of the law, or one that a proposal on the screen inserts."""
        comparison = self._document.comparison
        laws = (law(), comparison.left.version.law, comparison.right.version.law)
        found = (known.provisions.get(self.provision) for known in laws)
        return next((provision for provision in found if provision is not None), None)

    def _choose(self, provision: str) -> None:
        self.provision = provision
        if provision:
            self.refresh()
            self.area.verticalScrollBar().setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys to the page, which scrolls by them."""
        self.area.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._document.choose_provision("")
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self._column.setSpacing(theme.space(1))
