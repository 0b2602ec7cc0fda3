r"""Results to take away: a CSV of counts, and the figures of a one-page summary.

Nothing in a table may be taken for a formula by the program that opens it, whatever a team calls itself:

>>> safe_cell("=1+1"), safe_cell("Team 1"), safe_cell("\t@sum(a1)"), safe_cell("-2")
("'=1+1", 'Team 1', "'\t@sum(a1)", "'-2")

Counts of a show of hands under five answers stay out of both.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.files.atomic import write_bytes
from core.training.model import COLUMNS, ColumnKey, Key, Pack, Side
from core.training.question import NEED
from core.training.room import Misconception, misconceptions
from core.training.votes import (
    ROUNDS,
    WAYS,
    Part,
    Round,
    Tally,
    Vote,
    standing,
    tallies,
    tally,
    together,
)

FORMULA = frozenset("=+-@\t\r\n|%＝＋－＠")
"""What a cell may not begin with; the wide signs are turned into the narrow ones by some programs."""
HEAD = ("exercise", "column", "round", "way", "part", "team", "choice", "count", "right")
WITHHELD = "withheld"


def safe_cell(text: str) -> str:
    """``text`` such that no spreadsheet takes it for a formula: an apostrophe comes before it."""
    inner = text.lstrip(" \N{NO-BREAK SPACE}\ufeff")
    return f"'{text}" if inner[:1] in FORMULA and inner else text


def csv_text(votes: Iterable[Vote], keys: dict[str, Key]) -> str:
    """The votes that stand as CSV: a row for each count of hands, and for each team's vote."""
    kept = standing(votes)
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEAD)
    for found in tallies(kept):
        for row in _hands(found, keys) if found.way == "hands" else _teams(found, kept, keys):
            writer.writerow([safe_cell(cell) for cell in row])
    return target.getvalue()


def write_csv(path: Path, votes: Iterable[Vote], keys: dict[str, Key]) -> None:
    """Write the CSV whole, with the mark by which spreadsheets know UTF-8. Raises OSError."""
    write_bytes(path, csv_text(votes, keys).encode("utf-8-sig"))


def _hands(found: Tally, keys: dict[str, Key]) -> Iterable[tuple[str, ...]]:
    head = (found.exercise, found.side, found.round, found.way, found.part, "")
    if found.withheld:
        return [(*head, "", WITHHELD, "")]
    return [
        (*head, choice, str(n), _right(found, choice, keys)) for choice, n in found.counts.items()
    ]


def _teams(
    found: Tally, votes: tuple[Vote, ...], keys: dict[str, Key]
) -> Iterable[tuple[str, ...]]:
    head = (found.exercise, found.side, found.round, found.way, found.part)
    return [
        (*head, vote.team, vote.choice, str(vote.count), _right(found, vote.choice, keys))
        for vote in votes
        if vote.slot[:5] == head
    ]


def _right(found: Tally, choice: str, keys: dict[str, Key]) -> str:
    key = keys.get(found.exercise)
    if key is None:
        return ""
    right = is_right(found.part, choice, key.column(found.side))
    return "" if right is None else ("yes" if right else "no")


def is_right(part: Part, choice: str, key: ColumnKey) -> bool | None:
    """Whether a choice is right; None where the key has nothing for that part."""
    if part == "outcome":
        return choice == (key.outcome if key.determined else NEED)
    if part == "provision":
        return choice in key.basis if key.determined else None
    return choice in (key.facts if key.determined else key.waits_for)


# --- the one-page summary --------------------------------------------------------------------------
@dataclass(frozen=True)
class Share:
    """How many of how many were right; None where it is withheld or nobody was asked."""

    right: int | None
    of: int | None

    @property
    def percent(self) -> int | None:
        """In whole percent."""
        return round(100 * self.right / self.of) if self.right is not None and self.of else None


@dataclass(frozen=True)
class ItemSummary:
    """One column of one exercise: the share of right outcomes by round, the commonest wrong provision."""

    exercise: str
    side: Side
    outcomes: dict[Round, Share]
    spread: dict[Round, dict[str, int] | None]
    """Outcomes chosen by round; None where withheld."""
    common_mistake: str | None


@dataclass(frozen=True)
class Summary:
    """The figures of a one-page summary. ``passed`` is None where the pack asks for no pass mark."""

    items: tuple[ItemSummary, ...]
    before: Share
    after: Share
    misconceptions: tuple[Misconception, ...]
    passed: bool | None


def summary(pack: Pack, votes: Iterable[Vote], keys: dict[str, Key]) -> Summary:
    """The figures of a session: what may be shown of them, and nothing else."""
    kept = standing(votes)
    wrong = misconceptions(kept, keys)
    items = tuple(
        _item(name, side, kept, key, wrong) for name, key in keys.items() for side in COLUMNS
    )
    before, after = (_whole(items, round_) for round_ in ("before", "after"))
    reached = after.percent
    passed = None if pack.pass_mark is None or reached is None else reached >= pack.pass_mark
    return Summary(items, before, after, wrong, passed)


def _item(
    name: str, side: Side, votes: tuple[Vote, ...], key: Key, wrong: tuple[Misconception, ...]
) -> ItemSummary:
    outcomes: dict[Round, Share] = {}
    spread: dict[Round, dict[str, int] | None] = {}
    for round_ in ROUNDS:
        found = [tally(votes, name, side, round_, way, "outcome") for way in WAYS]
        asked = [t for t in found if t.total]
        if not asked:
            continue
        counts = None if all(t.withheld for t in asked) else together(asked)
        spread[round_] = counts
        outcomes[round_] = _share(counts, key.column(side))
    mistakes = [m for m in wrong if (m.exercise, m.side) == (name, side)]
    worst = max(mistakes, key=lambda m: (m.before or 0) + (m.after or 0), default=None)
    return ItemSummary(name, side, outcomes, spread, worst.provision if worst else None)


def _share(counts: dict[str, int] | None, key: ColumnKey) -> Share:
    if counts is None:
        return Share(None, None)
    right = sum(n for choice, n in counts.items() if is_right("outcome", choice, key))
    return Share(right, sum(counts.values()))


def _whole(items: tuple[ItemSummary, ...], round_: str) -> Share:
    """All items of a round together."""
    shares = [s for item in items for key, s in item.outcomes.items() if key == round_]
    known = [s for s in shares if s.right is not None and s.of is not None]
    if not known:
        return Share(None, None)
    return Share(sum(s.right or 0 for s in known), sum(s.of or 0 for s in known))
