"""The rows of the two columns as plain data, before any widget.

A comparison of core goes in, and what the eye will see comes out: for each provision one row,
with a cell for each column or none where that version does not know the provision. Everything
here is a pure function of (comparison, language, what the reader has opened), so it can be
tested without a window, and two equal rows need no new drawing.

A row has a weight. *Strong* rows carry an outcome or are where the versions part; *quiet* rows
are those that nobody waits for and that hold nowhere; all others are *plain*. Quiet rows that
follow one another fold into a single one (see :mod:`gui.columns.folding`); as *members* of an open
fold they say their reason behind their title.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from core.law.load import law
from core.logic.truth import FALSE, TRUE
from core.report.sentences import because, reason_lines
from core.words import say

if TYPE_CHECKING:
    from core.decision.model import Comparison, Decision, Row, Verdict
    from core.law.provisions import Provision

Weight = Literal["strong", "plain", "quiet", "member"]
QUIET = ("quiet", "member")
TagKind = Literal["mark", "amended", "faint"]
FEWEST = 2
"""Fewer quiet rows than this, one after the other, do not fold."""
TruthName = Literal["met", "not_met", "unknown", "not_reached"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A small word beside the reason: how sure the rule is, or that its text was amended."""

    kind: TagKind
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the reasoning, already in words."""

    depth: int
    truth: TruthName
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version says of one provision."""

    provision: str
    truth: TruthName
    title: str
    because: str
    cite: str
    tags: tuple[Tag, ...] = ()
    note: str = ""
    note_parts: bool = False
    carries: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """One line across both columns. A fold stands for its members, whose ids it lists.

    Only rows of one `group` fold together: the parts of one provision, or the grounds. A row that
    `heads` its group says whether the others can be used at all, and is not counted among them.
    """

    key: str
    left: Cell | None
    right: Cell | None
    weight: Weight = "plain"
    parts: bool = False
    group: str = ""
    heads: bool = False
    fold: tuple[str, ...] = ()
    fold_open: bool = False
    name: str = field(default="", compare=False)

    @property
    def cells(self) -> tuple[Cell | None, Cell | None]:
        """Left and right."""
        return self.left, self.right


BLANK = RowView("", None, None)


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open: members of folds, and rows whose reasoning is spread out.

    `room` are members that are open because there is room for them, as long as no reader has put
    them into `shut`.
    """

    folds: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    room: frozenset[str] = frozenset()
    shut: frozenset[str] = frozenset()

    def holds(self, members: Iterable[str]) -> bool:
        """Tell whether the fold of these members stands open."""
        return not self.folds.union(self.room - self.shut).isdisjoint(members)


def truth_name(verdict: Verdict) -> TruthName:
    """The shape of a verdict: a provision that is kept from counting is not reached at all.

    A provision with parts shows whether its parts can be used; each part shows whether it is met.
    """
    if verdict.provision.parts:
        return line_truth(verdict.reached)
    if verdict.reached == FALSE:
        return "not_reached"
    if verdict.met == FALSE:
        return "not_met"
    if verdict.met == TRUE and verdict.reached == TRUE:
        return "met"
    return "unknown"


def truth_words(truth: TruthName, lang: str) -> str:
    """The word that goes with a shape."""
    match truth:
        case "met":
            return say(lang, "met")
        case "not_met":
            return say(lang, "not met")
        case "not_reached":
            return say(lang, "not reached")
        case _:
            return say(lang, "unknown")


def line_truth(truth: int) -> TruthName:
    """The shape of one line of reasoning."""
    if truth == TRUE:
        return "met"
    return "not_met" if truth == FALSE else "unknown"


def row_views(comparison: Comparison, lang: str, opened: Opened) -> tuple[RowView, ...]:
    """One view for each row of the comparison, in the officer's order, nothing folded yet.

    Rows that a closed fold will hide are told without their reasons, which cost the most.
    """
    builder = _Builder(comparison, lang, opened)
    weighed = [(row, (builder.weight(row), group_of(row.provision))) for row in comparison.rows]
    views: list[RowView] = []
    for (weight, _), group in groupby(weighed, key=itemgetter(1)):
        run = [row for row, _ in group]
        keys = [row.provision.id for row in run]
        hidden = weight == "quiet" and len(run) >= FEWEST and not opened.holds(keys)
        views.extend(builder.row(row, weight, hidden=hidden) for row in run)
    return tuple(views)


def group_of(provision: Provision) -> str:
    """The group with which a quiet row folds: its longer provision, or all grounds, or the rest."""
    if provision.parts or provision.of:
        return provision.of or provision.id
    return provision.kind if provision.kind == "ground" else ""


class _Builder:
    """Words for the rows of one comparison in one language."""

    def __init__(self, comparison: Comparison, lang: str, opened: Opened) -> None:
        self.comparison = comparison
        self.lang = lang
        self.opened = opened

    def row(self, row: Row, weight: Weight, *, hidden: bool) -> RowView:
        left = self._cell(row, row.left, self.comparison.left, hidden=hidden)
        right = self._cell(row, row.right, self.comparison.right, hidden=hidden)
        return RowView(
            key=row.provision.id,
            left=left,
            right=right,
            weight=weight,
            parts=row.parts,
            group=group_of(row.provision),
            heads=row.provision.parts,
            name=row_name(left, right, self.lang),
        )

    def weight(self, row: Row) -> Weight:
        comparison = self.comparison
        ids = {v.provision.id for v in (row.left, row.right) if v is not None}
        if row.parts or ids & {*comparison.left.basis, *comparison.right.basis}:
            return "strong"
        verdicts = [v for v in (row.left, row.right) if v is not None]
        if row.provision.parts:
            silent = all(v.met == FALSE and not v.text.gated for v in verdicts)
            return "quiet" if silent else "plain"
        truths = {truth_name(v) for v in verdicts}
        one_sided = row.change in ("only_left", "only_right")
        if truths <= {"not_met", "not_reached"} and not one_sided and row.change != "amended":
            return "quiet"
        return "plain"

    def _cell(
        self, row: Row, verdict: Verdict | None, side: Decision, *, hidden: bool
    ) -> Cell | None:
        if verdict is None:
            return None
        spread = row.provision.id in self.opened.reasons and not hidden
        return Cell(
            provision=verdict.provision.id,
            truth=truth_name(verdict),
            title=verdict.provision.title[self.lang],
            because="" if hidden else because(verdict, self.lang),
            cite=verdict.provision.cite[self.lang],
            tags=self._tags(row, verdict, side),
            note=self._note(row, verdict),
            note_parts=row.parts,
            carries=side.outcome if verdict.provision.id in side.basis else "",
            reasons=self._reasons(verdict) if spread else (),
        )

    def _reasons(self, verdict: Verdict) -> tuple[Reason, ...]:
        return tuple(
            Reason(line.depth, line_truth(line.truth), line.text)
            for line in reason_lines(verdict, self.lang)
        )

    def _tags(self, row: Row, verdict: Verdict, side: Decision) -> tuple[Tag, ...]:
        tags = []
        decides = row.parts or verdict.provision.id in side.basis
        mark = verdict.text.mark
        if decides and mark != "verified":
            tags.append(Tag("mark", mark_words(mark, self.lang)))
        if row.change == "amended" and self._is_later(row, verdict):
            tags.append(Tag("amended", say(self.lang, "amended")))
        if row.change == "amended_no_effect" and self._is_later(row, verdict):
            tags.append(Tag("faint", say(self.lang, "amended, no effect here")))
        return tuple(tags)

    def _note(self, row: Row, verdict: Verdict) -> str:
        """The words of the parting, or what an amended text changes."""
        changed = self._changed(row, verdict) if self._is_later(row, verdict) else ""
        if not row.parts:
            return changed if row.change == "amended" else ""
        if verdict is row.right and row.left is not None and changed:
            return changed
        if changed:
            return say(self.lang, "The versions part here: {what}", what=changed)
        return say(self.lang, "The versions part here")

    def _changed(self, row: Row, verdict: Verdict) -> str:
        if verdict.text.changed is not None:
            return verdict.text.changed[self.lang]
        if row.left is None or row.right is None:
            by = verdict.text.by[self.lang]
            return say(self.lang, "in this version only ({instrument})", instrument=by)
        return say(self.lang, "amended by {instrument}", instrument=verdict.text.by[self.lang])

    @staticmethod
    def _is_later(row: Row, verdict: Verdict) -> bool:
        """Whether this is the later of two texts: what it changed is told on its side."""
        if row.left is None or row.right is None:
            return True
        left, right = _place(row.left), _place(row.right)
        return verdict is (row.left if left > right else row.right)


def _place(verdict: Verdict) -> int:
    """The place of a verdict's text among those of its provision; a proposal's comes after all."""
    texts = verdict.provision.texts
    return next((n for n, text in enumerate(texts) if text is verdict.text), len(texts))


def mark_words(mark: str, lang: str) -> str:
    """How sure the rule is, in the law's own words for it."""
    return law().marks[mark].title[lang]


def row_name(left: Cell | None, right: Cell | None, lang: str) -> str:
    """The row as a screen reader says it."""
    return " ".join(
        (
            say(lang, "Left: {what}", what=_cell_name(left, lang)),
            say(lang, "Right: {what}", what=_cell_name(right, lang)),
        )
    )


def _cell_name(cell: Cell | None, lang: str) -> str:
    if cell is None:
        return say(lang, "not in this version.")
    said = [truth_words(cell.truth, lang), cell.title, cell.because, cell.note]
    said.extend(tag.text for tag in cell.tags)
    return " ".join(part if part.endswith((".", "?")) else part + "." for part in said if part)
