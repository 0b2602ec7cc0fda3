"""A column of questions that stays in order and folds away what is settled.

    asked or answered, in the order of the catalogue
    > Discretionary: counts only if granted
    > 5 questions settled: no answer changes either outcome

All rows are made once and live in one layout; folding changes their place and whether they show.
The row that holds the keyboard never changes place, so a person is never moved by an answer of
theirs: it folds at a later edit, when the keyboard is elsewhere. The order of the Tab key follows
the order on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.case.facts import Fact
from core.words import many, say
from gui import theme
from gui.questions.desk import Moment
from gui.questions.push import Push
from gui.questions.row import FactRow
from gui.questions.tabs import follow_with_tab

if TYPE_CHECKING:
    from gui.document import Document


class Fold(Push):
    """A line that opens and closes what stands below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, icon="next", framed=False, ink="link")
        self.setCheckable(True)
        self.toggled.connect(lambda on: self.set_icon("down" if on else "next"))
        self.hide()


class FactRows(QWidget):
    """The rows of a station, or of one member of a list."""

    def __init__(self, facts: Sequence[Fact], document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = [FactRow(fact, document, self) for fact in facts if not fact.computed]
        self.granted = Fold(self)
        self.settled = Fold(self)
        for fold in (self.granted, self.settled):
            fold.toggled.connect(self._show_what_is_unfolded)
        self._granted = [row for row in self.rows if row.fact.cls == "granted"]
        self._moment: Moment | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._order: list[QWidget] = []
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def bind(self, prefix: str, stem: str) -> None:
        """Ask about a member: `stem` of each fact's path is replaced by `prefix`."""
        for row in self.rows:
            row.bind(prefix + row.fact.path.removeprefix(stem))

    def spell(self, lang: str, taken: set[str]) -> None:
        """Take the words of a language."""
        for row in self.rows:
            row.spell(lang, taken)
        for row in self.rows:
            row.editor.spell(lang, taken)
        self.granted.reword(say(lang, "Discretionary: counts only if granted"))

    def refresh(self, moment: Moment) -> None:
        """Show what the case says now, and fold what it settles."""
        self._moment = moment
        for row in self.rows:
            if row.applies(moment):
                row.refresh(moment)
            if not row.has_keyboard():
                row.settled = row.fact.cls != "granted" and row.can_settle(moment)
        self._arrange(moment)

    def ask(self, path: str) -> bool:
        """Bring the keyboard to the question at a path, unfolding what hides it."""
        row = next((r for r in self.rows if path == r.path or path.startswith(f"{r.path}[")), None)
        if row is None:
            return False
        if row.isHidden():
            (self.granted if row in self._granted else self.settled).setChecked(True)
        if path == row.path or not row.editor.ask(path):
            row.editor.buddy().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _asked(self) -> list[FactRow]:
        return [row for row in self.rows if not row.settled and row not in self._granted]

    def _arrange(self, moment: Moment) -> None:
        folded = [row for row in self.rows if row.settled]
        here = [row for row in folded if row.applies(moment)]
        self.settled.reword(
            many(
                moment.lang,
                "1 question settled: no answer changes either outcome",
                "{n} questions settled: no answer changes either outcome",
                len(here),
            )
        )
        self.settled.setVisible(bool(here))
        self.granted.setVisible(bool(self._granted))
        order = [*self._asked(), self.granted, *self._granted, self.settled, *folded]
        if order != self._order:
            self._reorder(order)
        self._show_what_is_unfolded()

    def _show_what_is_unfolded(self) -> None:
        if self._moment is None:
            return
        for row in self.rows:
            fold = self.granted if row in self._granted else self.settled
            folds = row.settled or row in self._granted
            answered = row in self._granted and row.answered(self._moment)
            open_ = not folds or fold.isChecked() or answered
            row.setVisible(open_ and row.applies(self._moment))

    def _reorder(self, order: list[QWidget]) -> None:
        for at, widget in enumerate(order):
            if self._layout.indexOf(widget) != at:
                self._layout.removeWidget(widget)
                self._layout.insertWidget(at, widget)
        if self._order:  # the first time, rows stand as they were made
            follow_with_tab(order)
        self._order = order

    def _follow_theme(self) -> None:
        self._layout.setSpacing(theme.space(3))
