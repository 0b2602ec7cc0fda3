"""The answer key: for each case and version the outcome, what decides it, the exceptions checked, the law.

It is computed when it is printed. Where a stored answer has moved since, the paper says so at its head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.decision.model import Decision
from core.report.papers.parting import parting_note
from core.report.papers.session import Press, Session, pair_of, paper
from core.report.papers.sides import (
    fact_line,
    law_cell,
    outcome_cell,
    provision_line,
    rests_on,
    state_line,
)
from core.report.papers.tree import (
    Block,
    Break,
    Cell,
    Document,
    Heading,
    Line,
    Note,
    Paragraph,
    Table,
    aside,
    cell,
    line,
)
from core.training.key import key_of
from core.training.model import ColumnKey
from core.training.work import Worked
from core.words import many, say

Both = tuple[tuple[Decision, ColumnKey], tuple[Decision, ColumnKey]]


def answer_key(session: Session, press: Press) -> Document:
    """The answer key of a session."""
    lang = press.lang
    return paper(session, press, say(lang, "Answer key"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    yield Paragraph(
        line(
            say(
                lang,
                "For the trainer alone. Computed from the law named above when this was printed. Any of the "
                "deciding provisions is a right answer.",
            )
        )
    )
    keys = [key_of(worked) for worked in session.works]
    yield from _moved(session, [(key.left, key.right) for key in keys], lang)
    for number, (worked, key) in enumerate(zip(session.works, keys, strict=True), 1):
        if number > 1:
            yield Break()
        both = ((worked.comparison.left, key.left), (worked.comparison.right, key.right))
        yield from _exercise(number, worked, both, lang)


def _moved(session: Session, keys: list[tuple[ColumnKey, ColumnKey]], lang: str) -> Iterator[Note]:
    """Which exercises have another answer than the one stored in the pack."""
    stored = session.pack.stored.exercises if session.pack.stored else {}
    moved = []
    for number, (worked, (left, right)) in enumerate(zip(session.works, keys, strict=True), 1):
        then = stored.get(worked.exercise.id)
        if then is not None and (then.left, then.right) != (left, right):
            moved.append(case_title(number, worked, lang))
    if moved:
        told = many(
            lang,
            "{n} answer is no longer the one stored in the pack. Here is the one of today's law.",
            "{n} answers are no longer those stored in the pack. Here are those of today's law.",
            len(moved),
        )
        yield Note(line(told), tuple(line(title) for title in moved))


def case_title(number: int, worked: Worked, lang: str) -> str:
    """``Case 2: How old is the sister?``"""
    title = worked.file.title(lang) or say(lang, "Untitled case")
    return say(lang, "Case {n}: {title}", n=number, title=title)


def _exercise(number: int, worked: Worked, both: Both, lang: str) -> Iterator[Block]:
    yield Heading(1, line(case_title(number, worked, lang)))
    yield _answers(number, worked, both, lang)
    yield from parting_note(worked, lang)
    yield Heading(2, line(say(lang, "Exceptions checked")))
    yield from _exceptions(number, worked, both, lang)


def _answers(number: int, worked: Worked, both: Both, lang: str) -> Table:
    asked: list[tuple[str, Callable[[Decision, ColumnKey], Cell]]] = [
        (say(lang, "Outcome"), lambda d, _: outcome_cell(d, lang)),
        (
            say(lang, "Deciding provision"),
            lambda d, k: tuple(provision_line(d, name, lang) for name in k.basis),
        ),
        (
            say(lang, "Deciding fact"),
            lambda d, k: tuple(fact_line(d, path, lang) for path in k.facts),
        ),
        (
            say(lang, "Facts that are missing"),
            lambda d, k: tuple(fact_line(d, path, lang) for path in k.waits_for),
        ),
        (say(lang, "Depends on"), lambda d, _: rests_on(d, lang)),
        (say(lang, "Law and date"), lambda d, _: law_cell(d, lang)),
    ]
    nothing = cell("–")
    rows = []
    for title, told in asked:
        found = [told(decision, key) for decision, key in both]
        if any(found):
            rows.append((cell(title), *(one or nothing for one in found)))
    return Table(
        line(say(lang, "The answers of case {n}", n=number)),
        (line(say(lang, "Question")), *(line(head) for head in pair_of(worked, lang))),
        tuple(rows),
        (3, 6, 6),
    )


def _exceptions(number: int, worked: Worked, both: Both, lang: str) -> Iterator[Block]:
    """A row for each exception that either version checked; two countries have a list for each."""
    heads = pair_of(worked, lang)
    if worked.comparison.left.version.country == worked.comparison.right.version.country:
        names = list(dict.fromkeys(name for _, key in both for name in key.exceptions))
        if names:
            yield _table(number, names, both, heads, lang)
            return
    elif any(key.exceptions for _, key in both):
        for (decision, key), head in zip(both, heads, strict=True):
            yield _table(number, list(key.exceptions), ((decision, key),), (head,), lang)
        return
    yield Paragraph(line(aside(say(lang, "No ground was met, so that no exception was checked."))))


def _table(
    number: int,
    names: list[str],
    columns: tuple[tuple[Decision, ColumnKey], ...],
    heads: tuple[str, ...],
    lang: str,
) -> Table:
    rows = []
    for name in sorted(names, key=lambda name: _place(columns, name)):
        decision = next(d for d, key in columns if name in key.exceptions)
        rows.append(
            (
                (provision_line(decision, name, lang),),
                *((_state(d, key, name, lang),) for d, key in columns),
            )
        )
    return Table(
        line(say(lang, "How each exception came out: case {n}", n=number)),
        (line(say(lang, "Exception")), *(line(head) for head in heads)),
        tuple(rows),
        (7, *(4 for _ in heads)),
    )


def _place(columns: tuple[tuple[Decision, ColumnKey], ...], name: str) -> tuple[int, str]:
    return columns[0][0].version.law.provisions[name].order, name


def _state(decision: Decision, key: ColumnKey, name: str, lang: str) -> Line:
    if name not in key.exceptions:
        return line(aside(say(lang, "not checked")))
    return state_line(decision.verdicts[name], lang)
