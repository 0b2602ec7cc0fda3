"""Fold what is quiet: a run of rows that hold nowhere becomes one row that counts them.

"10 exceptions checked, none met" tells an audience what it needs; whoever wants the ten opens
the fold with a key. A fold remembers its members, not its place, so that an edit which splits a
run in two leaves both halves open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from core.words import many
from gui.columns.rows import FEWEST, Cell, Opened, RowView, TruthName, row_name


def fold(
    rows: Iterable[RowView], is_exception: Callable[[str], bool], lang: str, opened: Opened
) -> tuple[RowView, ...]:
    """The rows with each run of quiet ones folded, or headed by its fold where it is open."""
    out: list[RowView] = []
    for (quiet, _), group in groupby(rows, key=_folds):
        run = tuple(group)
        if not quiet or len(run) < FEWEST:
            out.extend(run)
            continue
        head = _head(run, is_exception, lang, opened)
        out.append(head)
        if head.fold_open:
            out.extend(run)
    return tuple(out)


def toggled(opened: Opened, members: tuple[str, ...]) -> Opened:
    """Open a closed fold, or close an open one."""
    here = frozenset(members)
    folds = opened.folds - here if opened.folds & here else opened.folds | here
    return replace(opened, folds=folds)


def _folds(row: RowView) -> tuple[bool, str]:
    return row.weight == "quiet", row.group


def _head(
    run: tuple[RowView, ...], is_exception: Callable[[str], bool], lang: str, opened: Opened
) -> RowView:
    members = tuple(row.key for row in run)
    counted = [row for row in run if not row.heads] or run
    exceptions = all(is_exception(row.key) for row in counted)
    left = _count([row.left for row in counted], exceptions, lang)
    right = _count([row.right for row in counted], exceptions, lang)
    return RowView(
        key="fold:" + members[0],
        left=left,
        right=right,
        weight="quiet",
        fold=members,
        fold_open=bool(opened.folds & frozenset(members)),
        name=row_name(left, right, lang),
    )


def _count(cells: list[Cell | None], exceptions: bool, lang: str) -> Cell | None:
    """Count what one version makes of the rows: what it looked at apart from what it did not."""
    there = [cell for cell in cells if cell is not None]
    if not there:
        return None
    unreached = sum(cell.truth == "not_reached" for cell in there)
    checked = len(there) - unreached
    truth: TruthName = "not_met" if checked else "not_reached"
    said = [
        _checked_words(checked, exceptions, lang) if checked else "",
        _unreached_words(unreached, exceptions, lang) if unreached else "",
    ]
    return Cell("", truth, " · ".join(filter(None, said)), because="", cite="")


def _unreached_words(n: int, exceptions: bool, lang: str) -> str:
    if exceptions:
        return many(lang, "{n} exception, not reached", "{n} exceptions, not reached", n)
    return many(lang, "{n} more rule, not reached", "{n} more rules, not reached", n)


def _checked_words(n: int, exceptions: bool, lang: str) -> str:
    if exceptions:
        return many(lang, "{n} exception checked, not met", "{n} exceptions checked, none met", n)
    return many(lang, "{n} more rule checked, not met", "{n} more rules checked, none met", n)
