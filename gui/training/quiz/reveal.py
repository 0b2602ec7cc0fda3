"""After the commit: the right answers beside the given ones, and the reasoning, opened where the two part.

It is made anew for each reveal and thrown away before the next question, so that no widget of a question
holds words of an answer, not even a hidden one.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from core.decision.model import Comparison
from core.law.load import law
from core.report.quiz import column_title, departure_words, key_lines
from core.training.model import COLUMNS, Side
from core.training.question import Question
from core.training.quiz import Reveal
from core.words import say
from gui import theme
from gui.columns.agreement import AgreementLine, Legend
from gui.columns.folding import fold, turned
from gui.columns.outcome import Banner
from gui.columns.rowlist import RowList
from gui.columns.rows import Cell, Opened, RowMaker, RowView
from gui.columns.rowwidget import RowWidget
from gui.parts.label import RoleLabel
from gui.parts.pairs import PairLayout
from gui.training.quiz.marks import MarkLine
from gui.training.quiz.words import answer_words, sure_words

EXCEPTIONS = frozenset({"exemption", "part"})


class RevealColumn:
    """The head of one side: version, outcome, marks, what was said, what is right."""

    def __init__(self, parent: QWidget) -> None:
        self.title = RoleLabel(parent, font="heading")
        self.banner = Banner(parent)
        self.marks = MarkLine(parent)
        self.said = RoleLabel(parent)
        self.key = RoleLabel(parent)
        self.left_at = RoleLabel(parent, font="strong", colour="parting")
        self.sure = RoleLabel(parent, font="small", colour="text_muted")

    def widgets(self) -> tuple[QWidget, ...]:
        """From the top down."""
        return (
            self.title,
            self.banner,
            self.marks,
            self.said,
            self.key,
            self.left_at,
            self.sure,
        )

    def show_side(self, question: Question, reveal: Reveal, side: Side, lang: str) -> None:
        """Show one side of a reveal."""
        found, decision = reveal.column(side), reveal.worked.decision(side)
        self.title.say(column_title(question, question.column(side).version, lang))
        self.banner.show_decision(decision, lang)
        self.marks.show_mark(found.mark, lang)
        self.said.say(answer_words(question, side, found, lang))
        self.key.say("\n".join(key_lines(found.key, decision, lang)[1:]))
        self.left_at.say(departure_words(found, decision, lang))
        self.sure.say(sure_words(found, lang))


class RevealPane(QWidget):
    """Both sides of a reveal, and the rows of the comparison under them."""

    provision_asked = Signal(str)
    to_be_seen = Signal(int, int)
    """From which height to which something is that the reader should see."""

    def __init__(
        self, question: Question, reveal: Reveal, lang: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._reveal, self._lang = question, reveal, lang
        self._opened = Opened()
        self.columns = tuple(RevealColumn(self) for _ in COLUMNS)
        self.agreement = AgreementLine(self)
        self.legend = Legend(self)
        self.rows = RowList(self)
        self._pairs = PairLayout(self, spacing=1.5)
        left, right = self.columns
        for one, other in zip(left.widgets(), right.widgets(), strict=True):
            self._pairs.add_pair(one, other)
        for widget in (self.agreement, self.legend, self.rows):
            self._pairs.addWidget(widget)
        self.rows.spread.connect(self._spread)
        self.rows.opened.connect(self.provision_asked)
        self.rows.focused.connect(self._see)
        self.agreement.asked.connect(self._see_parting)
        self.show_words(lang)

    def show_words(self, lang: str) -> None:
        """Show everything in a language."""
        self._lang = lang
        comparison = self._reveal.worked.comparison
        for column, side in zip(self.columns, COLUMNS, strict=True):
            column.show_side(self._question, self._reveal, side, lang)
        self.agreement.show_comparison(comparison, lang)
        self.legend.show_words(lang)
        self.rows.setAccessibleName(say(lang, "Reasons, in the order the officer decides"))
        self._maker = RowMaker(comparison, lang)
        self._show_rows()

    @property
    def comparison(self) -> Comparison:
        """Both decisions."""
        return self._reveal.worked.comparison

    def _show_rows(self) -> None:
        left_at = {side: self._reveal.column(side).left_at for side in COLUMNS}
        views = flagged(self._maker.views(self._opened), left_at, self._lang)
        self.rows.show_rows(fold(views, _kind, self._lang, self._opened), self._lang)

    def _spread(self, key: str, wanted: bool) -> None:
        row = self.rows.row(key)
        if row is not None and row.is_spread != wanted:
            self._opened = turned(self._opened, row.view, wanted=wanted)
            self._show_rows()

    def _see_parting(self) -> None:
        row = next((row for row in self.rows.rows() if row.view.parts), None)
        if row is not None:
            self._see(row)

    def _see(self, row: RowWidget) -> None:
        top = row.mapTo(self, QPoint()).y()
        self.to_be_seen.emit(top, top + row.height() + theme.space(1))


def flagged(
    views: tuple[RowView, ...], left_at: dict[Side, str | None], lang: str
) -> tuple[RowView, ...]:
    """The rows, with a sentence at those where the trainee's reasoning left the law's."""
    owners = {side: (name or "").partition("#")[0] for side, name in left_at.items()}
    words = say(lang, "Your reasoning left the law's here")

    def told(cell: Cell | None, here: bool) -> Cell | None:
        if cell is None or not here:
            return cell
        note = "; ".join(filter(None, (words, cell.note)))
        return replace(cell, note=note, note_parts=True)

    made = []
    for view in views:
        here = {side: owners[side] == view.key for side in COLUMNS}
        if any(here.values()):
            weight = "plain" if view.weight == "quiet" else view.weight
            view = replace(
                view,
                left=told(view.left, here["left"]),
                right=told(view.right, here["right"]),
                weight=weight,
            )
        made.append(view)
    return tuple(made)


def _kind(provision: str) -> str:
    known = law().provisions.get(provision)
    kind = known.kind if known is not None else ""
    return "exception" if kind in EXCEPTIONS else "ground" if kind == "ground" else ""
