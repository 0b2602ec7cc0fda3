"""One comparison on paper: both outcomes, every row with its reasons, what follows, where they part."""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.consequences import consequences
from core.decision.model import Comparison, Decision, Row, Verdict
from core.law.load import law
from core.logic.truth import TRUE
from core.report.facts import capital
from core.report.follows import hangs_on
from core.report.outcome import missing_words, outcome_words
from core.report.papers.parting import change_words, parting_note
from core.report.papers.session import Press, Session, pair_of, paper
from core.report.papers.sides import (
    fact_line,
    law_cell,
    outcome_cell,
    provision_line,
    rests_on,
    state_line,
    sureness,
)
from core.report.papers.tree import (
    Block,
    Break,
    Cell,
    Definitions,
    Document,
    Heading,
    Line,
    Table,
    aside,
    cell,
    cited,
    line,
    paragraphs,
    strong,
)
from core.report.reasons import because
from core.training.work import Worked
from core.words import say

NOTHING = cell("–")


def comparison_paper(session: Session, press: Press) -> Document:
    """The comparisons of a session, each whole; of a single case, its one."""
    lang = press.lang
    return paper(session, press, say(lang, "Comparison"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    several = len(session.works) > 1
    for number, worked in enumerate(session.works, 1):
        if number > 1:
            yield Break()
        if several:
            title = worked.file.title(lang) or say(lang, "Untitled case")
            yield Heading(1, line(say(lang, "Case {n}: {title}", n=number, title=title)))
        yield from _one(worked, 2 if several else 1, lang)
    yield Heading(1, line(say(lang, "How sure each rule is")))
    marks = [mark for mark in law().marks.values() if mark.key in _used(session)]
    yield Definitions(tuple((line(m.title[lang]), cell(m.means[lang])) for m in marks))


def _used(session: Session) -> set[str]:
    decisions = [d for w in session.works for d in (w.comparison.left, w.comparison.right)]
    return {v.text.mark for d in decisions for v in d.verdicts.values()}


def _one(worked: Worked, level: int, lang: str) -> Iterator[Block]:
    yield from paragraphs(worked.file.story.text.get(lang, ""))
    yield _heads(worked, lang)
    yield from parting_note(worked, lang)
    yield Heading(level, line(say(lang, "Why, in the order the officer decides")))
    yield _rows(worked, lang)
    follows = [_follows(d, lang) for d in (worked.comparison.left, worked.comparison.right)]
    if any(follows):
        yield Heading(level, line(say(lang, "What follows")))
        yield Table(
            line(say(lang, "What follows from each outcome")),
            (line(say(lang, "Question")), *(line(h) for h in pair_of(worked, lang))),
            ((cell(say(lang, "What follows")), *(found or NOTHING for found in follows)),),
            (3, 6, 6),
        )


# --- the two outcomes --------------------------------------------------------------------------------
def _heads(worked: Worked, lang: str) -> Table:
    both = (worked.comparison.left, worked.comparison.right)
    told = (
        (say(lang, "Outcome"), [outcome_cell(d, lang) for d in both]),
        (say(lang, "Deciding provision"), [_basis(d, lang) for d in both]),
        (say(lang, "Facts that are missing"), [_waits(d, lang) for d in both]),
        (say(lang, "Depends on"), [rests_on(d, lang) for d in both]),
        (say(lang, "Not examined"), [cell(outcome_words(d, lang).not_examined) for d in both]),
        (say(lang, "Law and date"), [law_cell(d, lang) for d in both]),
    )
    return Table(
        line(say(lang, "The two outcomes")),
        (line(say(lang, "Question")), *(line(head) for head in pair_of(worked, lang))),
        tuple(
            (cell(title), *(one or NOTHING for one in found)) for title, found in told if any(found)
        ),
        (3, 6, 6),
    )


def _basis(decision: Decision, lang: str) -> Cell:
    return tuple(provision_line(decision, name, lang) for name in decision.basis)


def _waits(decision: Decision, lang: str) -> Cell:
    return tuple(fact_line(decision, name, lang) for name in decision.waits_for)


# --- the rows ----------------------------------------------------------------------------------------
def _rows(worked: Worked, lang: str) -> Table:
    comparison = worked.comparison
    return Table(
        line(
            say(lang, "Every provision in both versions, with the reason; ◆ marks where they part")
        ),
        (line(say(lang, "Provision")), *(line(head) for head in pair_of(worked, lang))),
        tuple(_row(row, comparison, lang) for row in comparison.rows),
        (5, 6, 6),
    )


def _row(row: Row, comparison: Comparison, lang: str) -> tuple[Cell, ...]:
    across = comparison.left.version.country != comparison.right.version.country
    missing = missing_words(comparison, lang)
    named: list[Line] = []
    if row.parts:
        named.append(line(strong(say(lang, "◆ The versions part here"))))
    if across:
        named.append(line(law().nodes[row.node].title[lang]))
    else:
        cite = cited(row.provision.cite[lang])
        named.append(line(f"{row.provision.title[lang]} ", cite))
        changed = change_words(row, lang)
        if changed:
            named.append(line(aside(capital(changed))))
    both = (_cell(v, missing, lang, named=across) for v in (row.left, row.right))
    return (tuple(named), *both)


def _cell(verdict: Verdict | None, missing: str, lang: str, *, named: bool) -> Cell:
    if verdict is None:
        return cell(line(aside(missing)))
    title: Cell = ()
    if named:
        cite = cited(verdict.provision.cite[lang])
        title = (line(f"{verdict.provision.title[lang]} ", cite),)
    state = line(state_line(verdict, lang), aside(sureness(verdict, lang)))
    return (*title, state, line(aside(because(verdict, lang))))


# --- what follows ------------------------------------------------------------------------------------
def _follows(decision: Decision, lang: str) -> Cell:
    """What follows, one line each; what hangs on something not stated says on what."""
    found = []
    for one in consequences(decision):
        told = line(f"{one.provision.title[lang]} ", cited(one.provision.cite[lang]))
        if one.truth != TRUE:
            hangs = hangs_on(decision, one, lang)
            told = line(told, aside(say(lang, " (perhaps: {what})", what=hangs)))
        found.append(told)
    return tuple(found)
