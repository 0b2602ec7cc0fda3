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
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from core.decision.across import answers
from core.decision.pair import TEXT
from core.law.load import law
from core.logic.truth import FALSE, TRUE
from core.report.parting import Gist, PartedUnit, facts_words, gist_at, parted_units
from core.report.sentences import because, reason_lines
from core.words import say
from gui.columns.truths import TruthName, line_truth, truth_name, truth_words

if TYPE_CHECKING:
    from core.decision.model import Comparison, Decision, Row, Verdict
    from core.law.provisions import Provision
    from core.logic.truth import Truth

Weight = Literal["strong", "plain", "quiet", "member"]
QUIET = ("quiet", "member")
EXCEPTIONS = "exceptions"
TagKind = Literal["mark", "amended", "faint"]
FEWEST = 2
"""Fewer quiet rows than this, one after the other, do not fold."""


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
    gist: Gist | None = None
    facts: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One line across both columns. A fold stands for its members, whose ids it lists.

    `heading` stands over the line, `missing` is said where one column has no cell.

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
    heading: str = ""
    missing: str = ""
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

    def with_reasons(self, key: str, *, wanted: bool) -> Opened:
        """The same with the reasoning of a row spread out, or not."""
        return replace(self, reasons=self.reasons | {key} if wanted else self.reasons - {key})

    def holds(self, members: Iterable[str]) -> bool:
        """Tell whether the fold of these members stands open."""
        return not self.folds.union(self.room - self.shut).isdisjoint(members)


def row_views(comparison: Comparison, lang: str, opened: Opened) -> tuple[RowView, ...]:
    """One view for each row of the comparison, in the officer's order, nothing folded yet."""
    return RowMaker(comparison, lang).views(opened)


def missing_words(provision: Provision, comparison: Comparison, lang: str) -> str:
    """What stands in place of a provision that one column does not have.

    Across countries that column may still have something on the same point, on another row.
    """
    sides = (comparison.left, comparison.right)
    if len({side.version.country for side in sides}) == 1:
        return say(lang, "not in this version")
    other = next(side for side in sides if side.version.country != provision.country)
    point = (provision.node, provision.kind)
    if any((found.node, found.kind) == point for found in other.version.ordered):
        return say(lang, "no further counterpart in this law")
    return say(lang, "no counterpart in this law")


def group_of(provision: Provision) -> str:
    """The group with which a quiet row folds: its longer provision, or all grounds, or the rest."""
    if provision.parts or provision.of:
        return provision.of or provision.id
    return provision.kind if provision.kind == "ground" else ""


class RowMaker:
    """Puts the rows of one comparison into words of one language; none is made twice.

    Rows that a closed fold will hide are told without their reasons, which cost the most.
    """

    def __init__(self, comparison: Comparison, lang: str) -> None:
        self.comparison = comparison
        self.lang = lang
        self._across = comparison.left.version.country != comparison.right.version.country
        self._asked = self._first_of_nodes() if self._across else {}
        self._weights = [
            (row, (self.weight(row), self._group(row.provision))) for row in comparison.rows
        ]
        self._made: dict[tuple[str, bool, bool], RowView] = {}

    def views(self, opened: Opened) -> tuple[RowView, ...]:
        """The rows as far as they are opened."""
        views: list[RowView] = []
        for (weight, _), group in groupby(self._weights, key=itemgetter(1)):
            run = [row for row, _ in group]
            keys = [row.provision.id for row in run]
            hidden = weight == "quiet" and len(run) >= FEWEST and not opened.holds(keys)
            for row, key in zip(run, keys, strict=True):
                spread = key in opened.reasons and not hidden
                made = self._made.get((key, hidden, spread))
                if made is None:
                    made = self._row(row, weight, hidden=hidden, spread=spread)
                    self._made[key, hidden, spread] = made
                views.append(made)
        return tuple(views)

    def _row(self, row: Row, weight: Weight, *, hidden: bool, spread: bool) -> RowView:
        missing = missing_words(row.provision, self.comparison, self.lang)
        left = self._cell(row, row.left, self.comparison.left, hidden=hidden, spread=spread)
        right = self._cell(row, row.right, self.comparison.right, hidden=hidden, spread=spread)
        return RowView(
            key=row.provision.id,
            left=left,
            right=right,
            weight=weight,
            parts=row.parts,
            group=self._group(row.provision),
            heads=row.provision.parts,
            missing=missing,
            name=row_name(left, right, self.lang, missing),
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
        changes = one_sided or row.change == "amended"
        if truths <= {"not_met", "not_reached"} and (self._across or not changes):
            return "quiet"
        return "plain"

    def _cell(
        self, row: Row, verdict: Verdict | None, side: Decision, *, hidden: bool, spread: bool
    ) -> Cell | None:
        if verdict is None:
            return None
        return Cell(
            provision=verdict.provision.id,
            truth=truth_name(verdict),
            title=verdict.provision.title[self.lang],
            because="" if hidden else because(verdict, self.lang),
            cite=verdict.provision.cite[self.lang],
            tags=self._tags(row, verdict, side),
            note=self._note(row, verdict, side),
            note_parts=row.parts,
            carries=side.outcome if verdict.provision.id in side.basis else "",
            reasons=self._reasons(verdict) if spread else (),
            gist=gist_at(self._units.get(verdict.provision.id), verdict is row.right),
            facts=self._facts(row, verdict),
        )

    @cached_property
    def _units(self) -> dict[str, PartedUnit]:
        """What each version says where they part, by provision."""
        found = () if self._across else parted_units(self.comparison, self.lang)
        return {unit.id: unit for unit in found if unit.kind == TEXT}

    def _facts(self, row: Row, verdict: Verdict) -> str:
        """What makes a parting matter, said once, with the last text at its height."""
        unit = self._units.get(verdict.provision.id)
        said = verdict is (row.left or row.right)
        return facts_words(unit, self.lang) if unit is not None and said else ""

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
        if self._across:
            return tuple(tags)
        if row.change == "amended" and self._is_later(row, verdict):
            tags.append(Tag("amended", say(self.lang, "amended")))
        if row.change == "amended_no_effect" and self._is_later(row, verdict):
            tags.append(Tag("faint", say(self.lang, "amended, no effect here")))
        return tuple(tags)

    def _group(self, provision: Provision) -> str:
        """The group of a row; the exceptions of two countries are one, whatever holds them."""
        found = group_of(provision)
        return EXCEPTIONS if self._across and (provision.parts or provision.of) else found

    def _first_of_nodes(self) -> dict[str, str]:
        """For each node at which two laws part, the row that says so: one with both, if there is."""
        found: dict[str, str] = {}
        parted = [row for row in self.comparison.rows if row.parts]
        for row in sorted(parted, key=lambda row: row.left is None or row.right is None):
            found.setdefault(row.node, row.provision.id)
        return found

    def _answer(self, row: Row, side: Decision) -> str:
        """What a law answers to the question of a node at which two laws part."""
        if self._asked.get(row.node) != row.provision.id:
            return ""
        node = side.version.law.nodes[row.node]
        if node.asks is None:
            return say(self.lang, "The versions part here")
        left, right = (said[row.node] for said in self._answers)
        if left == right:  # they part elsewhere, and carry on here
            return say(self.lang, "The versions part here")
        told = {TRUE: say(self.lang, "yes"), FALSE: say(self.lang, "no")}
        found = left if side is self.comparison.left else right
        value = told.get(found, say(self.lang, "not known"))
        return say(self.lang, "{label}: {value}", label=node.asks[self.lang], value=value)

    @cached_property
    def _answers(self) -> tuple[dict[str, Truth], dict[str, Truth]]:
        """What the laws of the two columns answer to the question of each node."""
        return answers(self.comparison.left), answers(self.comparison.right)

    def _note(self, row: Row, verdict: Verdict, side: Decision) -> str:
        """The words of the parting, or what an amended text changes."""
        if self._across:
            return self._answer(row, side)
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


def row_name(left: Cell | None, right: Cell | None, lang: str, missing: str = "") -> str:
    """The row as a screen reader says it; a side of which there is nothing to say is left out."""
    names = (_cell_name(left, lang, missing), _cell_name(right, lang, missing))
    words = (
        say(lang, "Left: {what}", what=names[0]) if names[0] else "",
        say(lang, "Right: {what}", what=names[1]) if names[1] else "",
    )
    return " ".join(filter(None, words))


def _cell_name(cell: Cell | None, lang: str, missing: str) -> str:
    if cell is None:
        return f"{missing}." if missing else ""
    said = [truth_words(cell.truth, lang), cell.title, cell.because, cell.note]
    said += [cell.gist.text if cell.gist is not None else "", cell.facts]
    said.extend(tag.text for tag in cell.tags)
    return " ".join(part if part.endswith((".", "?")) else part + "." for part in said if part)
