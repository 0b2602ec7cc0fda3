"""Fold what is quiet: a run of rows that hold nowhere becomes one row that counts them.

"10 exceptions checked, none met" tells an audience what it needs; whoever wants the ten opens
the fold with a key. A fold remembers its members, not its place, so that an edit which splits a
run in two leaves both halves open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from core.words import many, say
from gui.columns.rows import BLANK, FEWEST, Cell, Opened, RowView, row_name
from gui.columns.truths import TruthName


def fold(
    rows: Iterable[RowView], kind: Callable[[str], str], lang: str, opened: Opened
) -> tuple[RowView, ...]:
    """The rows with each run of quiet ones folded, or headed by its fold where it is open."""
    out: list[RowView] = []
    for (quiet, _), group in groupby(rows, key=_folds):
        run = tuple(group)
        if not quiet or len(run) < FEWEST:
            out.extend(run)
            continue
        head = _head(run, kind, lang, opened)
        out.append(head)
        if head.fold_open:
            out.extend(_members(run, lang))
    return tuple(out)


def _members(run: tuple[RowView, ...], lang: str) -> Iterator[RowView]:
    """The rows of an open fold; a reason that is the one above it is not told twice."""
    above = BLANK
    for row in run:
        left, right = (
            _likewise(cell, before, lang)
            for cell, before in zip(row.cells, above.cells, strict=True)
        )
        yield replace(row, left=left, right=right, weight="member")
        above = row


def _likewise(cell: Cell | None, before: Cell | None, lang: str) -> Cell | None:
    if cell is None or before is None or not cell.because or cell.because != before.because:
        return cell
    return replace(cell, because=say(lang, "likewise"))


def worth_reading(folded: Iterable[RowView], kind: Callable[[str], str]) -> frozenset[str]:
    """The members of the first fold of exceptions that were looked at.

    Why none of them helps is what a case often teaches, so it opens where there is room.
    """
    for view in folded:
        looked = any(cell and cell.truth == "not_met" for cell in view.cells)
        if view.fold and looked and kinds(view.fold, kind) == {"exception"}:
            return frozenset(view.fold)
    return frozenset()


def toggled(opened: Opened, members: tuple[str, ...]) -> Opened:
    """Open a closed fold, or close an open one."""
    here = frozenset(members)
    if opened.holds(here):
        return replace(opened, folds=opened.folds - here, shut=opened.shut | here)
    return replace(opened, folds=opened.folds | here, shut=opened.shut - here)


def turned(opened: Opened, view: RowView, *, wanted: bool) -> Opened:
    """Turn a row: its fold where it is one, else whether its reasoning is spread out."""
    return toggled(opened, view.fold) if view.fold else opened.with_reasons(view.key, wanted=wanted)


def _folds(row: RowView) -> tuple[bool, str]:
    return row.weight == "quiet", row.group


def _head(
    run: tuple[RowView, ...], kind: Callable[[str], str], lang: str, opened: Opened
) -> RowView:
    members = tuple(row.key for row in run)
    counted = [row for row in run if not row.heads] or run
    head = next((row for row in run if row.heads), BLANK)
    what = kinds([row.key for row in counted], kind)
    one = what.pop() if len(what) == 1 else ""
    left = _count([row.left for row in counted], one, head.left, lang)
    right = _count([row.right for row in counted], one, head.right, lang)
    missing = run[0].missing
    return RowView(
        key="fold:" + members[0],
        left=left,
        right=right,
        weight="quiet",
        fold=members,
        fold_open=opened.holds(members),
        missing=missing,
        name=row_name(left, right, lang, missing),
    )


def kinds(keys: Iterable[str], kind: Callable[[str], str]) -> set[str]:
    """The kinds of some rules."""
    return {kind(key) for key in keys}


def _count(cells: list[Cell | None], kind: str, head: Cell | None, lang: str) -> Cell | None:
    """Count what one version makes of the rows: what it looked at apart from what it did not.

    The count names and opens the provision that heads the rows, where one does.
    """
    there = [cell for cell in cells if cell is not None]
    if not there:
        return None
    unreached = sum(cell.truth == "not_reached" for cell in there)
    checked = len(there) - unreached
    truth: TruthName = "not_met" if checked else "not_reached"
    said = [
        _checked_words(checked, kind, lang) if checked else "",
        _unreached_words(unreached, kind, lang) if unreached else "",
    ]
    return Cell(
        provision=head.provision if head else "",
        truth=truth,
        title=" · ".join(filter(None, said)),
        because="",
        cite=head.cite if head else "",
    )


def _unreached_words(n: int, kind: str, lang: str) -> str:
    match kind:
        case "exception":
            return many(lang, "{n} exception, not reached", "{n} exceptions, not reached", n)
        case "ground":
            return many(lang, "{n} more ground, not reached", "{n} more grounds, not reached", n)
        case _:
            return many(lang, "{n} more rule, not reached", "{n} more rules, not reached", n)


def _checked_words(n: int, kind: str, lang: str) -> str:
    match kind:
        case "exception":
            return many(
                lang, "{n} exception checked, not met", "{n} exceptions checked, none met", n
            )
        case "ground":
            return many(
                lang, "{n} more ground checked, not met", "{n} more grounds checked, none met", n
            )
        case _:
            return many(
                lang, "{n} more rule checked, not met", "{n} more rules checked, none met", n
            )
