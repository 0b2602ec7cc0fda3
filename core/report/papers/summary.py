"""One page of results: per case and version how many were right before and after, and the commonest mistakes.

The figures are those of :mod:`core.training.results`, which withholds a show of hands under five answers.
Where nobody has voted the page is a form on which the trainer counts hands.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.law.load import law
from core.report.papers.key import case_title
from core.report.papers.session import Press, Session, pair_of, paper
from core.report.papers.sides import outcome_line, provision_line
from core.report.papers.tree import (
    BLANK,
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Ruled,
    Table,
    aside,
    cell,
    line,
)
from core.training import results
from core.training.key import key_of
from core.training.model import COLUMNS, Side
from core.training.room import EARLY, LATE, Misconception
from core.training.votes import FEWEST, Round
from core.training.work import Worked
from core.words import many, say

MISTAKES = 5
"""So many of the commonest mistakes are told."""


def summary(session: Session, press: Press) -> Document:
    """The summary of a session's results; a form to fill in where nobody has voted."""
    lang = press.lang
    return paper(session, press, say(lang, "Summary of results"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    found = None
    if session.votes:
        keys = {worked.exercise.id: key_of(worked) for worked in session.works}
        found = results.summary(session.pack, session.votes, keys)
    told = (
        say(lang, "Right outcomes before and after. Counts alone, no names.")
        if found
        else say(lang, "To fill in by hand: count hands for the right outcome, before and after.")
    )
    yield Paragraph(line(told))
    if found is not None:
        yield from _whole(session, found, lang)
    yield _table(session, found, lang)
    if found is not None:
        yield from _mistakes(session, found, lang)
    yield Heading(1, line(say(lang, "What to do differently next time")))
    yield Ruled(3)


def _whole(session: Session, found: results.Summary, lang: str) -> Iterator[Block]:
    """All items together, and whether that reaches what the trainer asked for."""
    asked = {round_ for item in found.items for round_ in item.outcomes}
    labelled = (
        (say(lang, "Before"), "before", found.before),
        (say(lang, "After"), "after", found.after),
    )
    lines = [
        line(say(lang, "{label}: {value}", label=label, value=_share(share, lang)))
        for label, round_, share in labelled
        if round_ in asked
    ]
    if found.passed is not None and session.pack.pass_mark is not None:
        told = (
            say(lang, "The pass mark of {n} % is reached.", n=session.pack.pass_mark)
            if found.passed
            else say(lang, "The pass mark of {n} % is not reached.", n=session.pack.pass_mark)
        )
        lines.append(line(told))
    if lines:
        yield Items(tuple((one,) for one in lines))
    withheld = many(
        lang,
        "A show of hands is withheld under {n} answer.",
        "A show of hands is withheld under {n} answers.",
        FEWEST,
    )
    yield Paragraph(line(withheld), aside=True)


def _table(session: Session, found: results.Summary | None, lang: str) -> Table:
    head = (
        say(lang, "Case and version"),
        say(lang, "Right answer"),
        say(lang, "Before"),
        say(lang, "After"),
        say(lang, "Commonest wrong provision"),
    )
    items = {(item.exercise, item.side): item for item in found.items} if found else {}
    rows = tuple(
        _row(n, worked, side, items.get((worked.exercise.id, side)), lang)
        for n, worked in enumerate(session.works, 1)
        for side in COLUMNS
    )
    caption = line(say(lang, "Right outcomes, by case and version"))
    return Table(caption, tuple(line(one) for one in head), rows, (6, 4, 3, 3, 5))


def _row(
    number: int, worked: Worked, side: Side, item: results.ItemSummary | None, lang: str
) -> tuple[Cell, ...]:
    decision = worked.decision(side)
    head = pair_of(worked, lang)[COLUMNS.index(side)]
    named = cell(case_title(number, worked, lang), line(aside(head)))
    right = (outcome_line(decision, lang),)
    if item is None:
        return (named, right, BLANK, BLANK, BLANK)
    wrong = item.common_mistake
    mistake = (provision_line(decision, wrong, lang),) if wrong and _stands(wrong) else cell("–")
    counts = (cell(_of(item, rounds, lang)) for rounds in (EARLY, LATE))
    return (named, right, *counts, mistake)


def _stands(name: str) -> bool:
    """Whether the law knows a provision that somebody chose."""
    return name.partition("#")[0] in law().provisions


def _of(item: results.ItemSummary, rounds: tuple[Round, ...], lang: str) -> str:
    """The share of the first of these rounds in which anybody was asked."""
    share = next((item.outcomes[one] for one in rounds if one in item.outcomes), None)
    return "–" if share is None else _share(share, lang)


def _share(share: results.Share, lang: str) -> str:
    if share.right is None or share.of is None:
        return say(lang, "withheld")
    told = say(lang, "{n} of {all}", n=share.right, all=share.of)
    return (
        told
        if share.percent is None
        else say(lang, "{n} ({percent} %)", n=told, percent=share.percent)
    )


# --- mistakes ----------------------------------------------------------------------------------------
def _mistakes(session: Session, found: results.Summary, lang: str) -> Iterator[Block]:
    """Which wrong provisions were chosen, under which version, before and after."""
    works = {w.exercise.id: (n, w) for n, w in enumerate(session.works, 1)}
    known = [
        m
        for m in found.misconceptions
        if m.exercise in works and _stands(m.provision) and (m.before or m.after)
    ]
    if known:
        yield Heading(1, line(say(lang, "Wrong provisions chosen")))
        yield Items(tuple(_mistake(one, *works[one.exercise], lang) for one in known[:MISTAKES]))


def _mistake(found: Misconception, number: int, worked: Worked, lang: str) -> tuple[Line, ...]:
    decision = worked.decision(found.side)
    head = pair_of(worked, lang)[COLUMNS.index(found.side)]
    before, after = (
        say(lang, "withheld") if n is None else str(n) for n in (found.before, found.after)
    )
    told = say(
        lang,
        "case {n}, {version}: {before} before, {after} after",
        n=number,
        version=head,
        before=before,
        after=after,
    )
    return (line(provision_line(decision, found.provision, lang), aside(f" · {told}")),)
