"""What a column says beyond its banner: what it waits for, its switches, what nobody examined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.report.sentences import outcome_words
from gui.columns.choices import SwitchView
from gui.columns.switches import SwitchList, pick_choice
from gui.columns.waits import WaitsFor
from gui.parts.label import RoleLabel
from gui.parts.pairs import PairLayout, follow_width

if TYPE_CHECKING:
    from core.decision.model import Decision
    from gui.document import Document

CHOICES = ("assume:", "reading:")


class Details(QWidget):
    """One column's details, in place."""

    fact_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._detail = ""
        self._compact = False
        self.detail = RoleLabel(self, font="small", colour="text_muted")
        self.version = RoleLabel(self, font="small", colour="text_muted")
        self.waits = WaitsFor(self)
        self.switches = SwitchList(self)
        self.not_examined = RoleLabel(self, font="small", colour="text_muted")
        column = PairLayout(self, spacing=1)
        for widget in (
            self.version,
            self.detail,
            self.waits,
            self.switches,
            self.not_examined,
        ):
            column.addWidget(widget)
        follow_width(self)
        self.waits.fact_chosen.connect(self.fact_chosen)
        self.switches.picked.connect(lambda key, position: pick_choice(document, key, position))

    def show_decision(self, decision: Decision, switches: tuple[SwitchView, ...]) -> None:
        """Show the details of a decision, and the switches that matter to this column alone."""
        lang, case = self._document.lang, self._document.shown_case
        words = outcome_words(decision, lang)
        facts = tuple(path for path in decision.waits_for if not path.startswith(CHOICES))
        self._detail = words.detail
        self._show_detail()
        self.waits.show_facts(facts, case, lang)
        self.switches.show_switches(switches, lang)
        self.not_examined.say(words.not_examined)
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Take over the banner's second sentence, or leave it there."""
        self._compact = compact
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.say(self._detail if self._compact else "")
