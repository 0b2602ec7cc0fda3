"""The page "Find a case": what is asked, and what was found, a row for each; a click opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from core.decision.settle import HEARD, ORDER
from core.explore.contrast import contrasts
from core.explore.find import find
from core.explore.steps import Step
from core.explore.wanted import Wanted, can_decide
from core.report.found import none_words
from core.report.outcome import outcome_name
from core.words import LANGUAGES, Words, say
from gui import theme
from gui.document import Document
from gui.explore.find.asking import Choice
from gui.explore.find.row import FoundRow
from gui.explore.find.views import View, found_views, pair_views
from gui.explore.page import Page
from gui.explore.slices import Slices
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.pairs import follow_width


class FindPage(Page):
    """It looks in slices, and keeps what it found until something else is looked for."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self._key: object = None
        self._answer: tuple[str, list[Any], Any, bool] | None = None
        self._stopped = False
        self._slices = Slices(self)
        self._slices.told.connect(self._tell_step)
        self.left, self.right = Choice(self, letters=22), Choice(self, letters=22)
        self.deciding = Choice(self, letters=28)
        self.near = QCheckBox(self)
        self.find_button, self.pair_button = QPushButton(self), QPushButton(self)
        self.stop_button = QPushButton(self)
        self.status = RoleLabel(self, colour="text_muted")
        self.area = QScrollArea(self)
        self.rows: list[FoundRow] = []
        self._build()
        self.deciding.chosen.connect(lambda _: self._enable())

    # --- showing ------------------------------------------------------------------------------------
    def refresh(self) -> None:
        self._word()
        self._offer()
        self._enable()
        if not self._slices.busy:
            self._show()

    def leave(self) -> None:
        if self._slices.busy:
            self.stop()

    def finish(self) -> None:
        """Look to the end now; for pictures and tests."""
        self._slices.finish()

    def restyle(self) -> None:
        for choice in (self.left, self.right, self.deciding):
            choice.restyle()
        for button in (self.near, self.find_button, self.pair_button, self.stop_button):
            button.setFont(theme.font("body"))
        for row in self.rows:
            row.restyle()
        self._column.setSpacing(theme.space(1.5))
        self._list.setSpacing(theme.space(2))

    def views(self) -> tuple[View, ...]:
        """The rows in sight."""
        return tuple(row.view for row in self.rows if row.view and not row.isHidden())

    # --- looking ------------------------------------------------------------------------------------
    def look(self) -> None:
        """Look for cases with what is chosen."""
        setup, near = self.document.setup, self.near.isChecked()
        wanted = Wanted((self.left.value, self.right.value), self.deciding.value)
        case = self.document.case if near else None
        self._start("cases", find(setup, wanted, self._into(), case), near)

    def look_for_pairs(self) -> None:
        """Look for pairs around the chosen provision, under the left version."""
        provision, near = self.deciding.value, self.near.isChecked()
        if provision is not None:
            case = self.document.case if near else None
            search = contrasts(provision, self.document.setup, self._into(), case)
            self._start("pairs", search, near)

    def stop(self) -> None:
        """Leave the search under way."""
        self._slices.stop()
        self._stopped = True
        self._enable()
        self._show()

    def _start(self, kind: str, search: Any, near: bool) -> None:
        document = self.document
        asked = (document.comparison, document.setup, document.case)
        self._answer, self._stopped = None, False
        self._show()
        self._slices.start(search, lambda found: self._found((kind, found, asked, near)))
        self._enable()

    def _found(self, answer: tuple[str, list[Any], Any, bool]) -> None:
        self._answer = answer
        self._enable()
        self._show()

    def _into(self) -> str:
        return str(self.document.case.get("journey.into") or catalogue().opening["into"])

    def _tell_step(self, step: Step) -> None:
        if self._slices.busy:
            done = f"{step.done}/{step.of}" if step.of else str(step.done)
            self.status.say(say(self.document.lang, "Looking … {n}", n=done))

    # --- what was found -----------------------------------------------------------------------------
    def _show(self) -> None:
        lang = self.document.lang
        views: Sequence[View] = ()
        if self._answer is not None:
            kind, found, (comparison, setup, case), near = self._answer
            if kind == "cases":
                views = found_views(found, comparison, case, near, lang)
            else:
                views = pair_views(found, comparison, lang)
            stale = setup != self.document.setup or (near and case != self.document.case)
            self.status.say(self._note(bool(views), stale))
        elif self._stopped:
            self.status.say(say(lang, "Stopped before anything was found."))
        else:
            self.status.say(
                say(
                    lang, "Choose outcomes of both versions, or what shall decide; then press Find."
                )
            )
        while len(self.rows) < len(views):
            self.rows.append(self._row())
        for row, view in zip(self.rows, views, strict=False):
            row.show_view(view)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(views))

    def _note(self, found: bool, stale: bool) -> str:
        lang = self.document.lang
        if not found:
            return none_words(lang)
        if stale:
            return say(
                lang, "These were found for other versions or another case; press Find again."
            )
        return ""

    def _row(self) -> FoundRow:
        row = FoundRow(self._rows)
        row.opened.connect(lambda: self._open(row.view))
        row.restyle()
        self._list.insertWidget(self._list.count() - 1, row)
        return row

    def _open(self, view: View | None) -> None:
        """Open a library case, which asks before work is lost, or make a made one the open case."""
        document = self.document
        if view is None:
            return
        if not view.source:
            label = Words({lang: say(lang, "Found case") for lang in LANGUAGES})
            document.begin_gesture()
            document.apply_case(view.case, label)
            self._take_readings(view)
            document.end_gesture()
            return
        setup = document.setup
        self.open_entry(view.source)
        if document.library_id == view.source and document.setup != setup:
            document.begin_gesture()
            document.set_versions(setup.left, setup.right)
            self._take_readings(view)
            document.end_gesture()

    def _take_readings(self, view: View) -> None:
        """Read the disputed points as they were read when the case was found."""
        for name, position in view.setup.readings.items():
            self.document.set_reading(name, position)

    # --- asking -------------------------------------------------------------------------------------
    def _offer(self) -> None:
        lang, comparison = self.document.lang, self.document.comparison
        for choice, decision in ((self.left, comparison.left), (self.right, comparison.right)):
            country = decision.version.country
            outcomes = [(o, outcome_name(o, country, lang)) for o in (HEARD, *ORDER)]
            choice.offer([(None, say(lang, "any outcome")), *outcomes])
        every = {
            p.id: p
            for decision in (comparison.left, comparison.right)
            for p in can_decide(decision.version)
        }
        there = sorted(every.values(), key=lambda p: (p.country, p.order, p.id))
        words = [(p.id, f"{p.title[lang]} ({p.cite[lang]})") for p in there]
        self.deciding.offer([(None, say(lang, "anything")), *words])

    def _enable(self) -> None:
        busy = self._slices.busy
        self.find_button.setEnabled(not busy)
        self.pair_button.setEnabled(not busy and self._pairs_can_be())
        self.stop_button.setEnabled(busy)
        self.stop_button.setVisible(busy)

    def _pairs_can_be(self) -> bool:
        left = self.document.comparison.left.version
        return self.deciding.value in {p.id for p in can_decide(left)}

    def _word(self) -> None:
        lang = self.document.lang
        self.setAccessibleName(say(lang, "Find a case"))
        self.area.setAccessibleName(say(lang, "Find a case"))
        self.left.name(say(lang, "Left o&utcome:"))
        self.right.name(say(lang, "Ri&ght outcome:"))
        self.deciding.name(say(lang, "Decided &by:"))
        buttons = (
            (self.near, say(lang, "Ne&ar the open case")),
            (self.find_button, say(lang, "F&ind")),
            (self.pair_button, say(lang, "Fin&d a pair")),
            (self.stop_button, say(lang, "St&op")),
        )
        for button, words in buttons:
            button.setText(words)
            button.setAccessibleName(words.replace("&", ""))
        self.pair_button.setToolTip(
            theme.plain_tip(
                say(
                    lang,
                    "Two cases that differ in one fact and fall on either side of a provision, "
                    "under the left version",
                )
            )
        )

    # --- building -----------------------------------------------------------------------------------
    def _build(self) -> None:
        head = QWidget(self)
        row = FlowLayout(head, spacing=2)
        for widget in (
            self.left,
            self.right,
            self.deciding,
            self.near,
            self.find_button,
            self.pair_button,
            self.stop_button,
        ):
            row.addWidget(widget)
        follow_width(head)
        self._rows = QWidget(self.area)
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        self.area.setWidget(self._rows)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self._rows.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(head)
        self._column.addWidget(self.status)
        self._column.addWidget(self.area, 1)
        self.find_button.clicked.connect(self.look)
        self.pair_button.clicked.connect(self.look_for_pairs)
        self.stop_button.clicked.connect(self.stop)
