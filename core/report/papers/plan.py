"""The map of the session: what participants take away, the steps with minutes and material, the cases.

The cases are shown with both outcomes, so that the paper is the trainer's alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.report.papers.session import Press, Session, paper
from core.report.papers.sides import outcome_line, provision_line
from core.report.papers.tree import (
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Table,
    aside,
    cell,
    line,
    paragraphs,
)
from core.training.model import COLUMNS, Plan, Step
from core.training.turning import turns_on
from core.training.work import Worked
from core.words import many, say

DASH = "\N{EN DASH}"


def map_of_session(session: Session, press: Press) -> Document:
    """The plan of a session."""
    lang = press.lang
    return paper(session, press, say(lang, "Map of the session"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    pack = session.pack
    yield Paragraph(line(say(lang, "For the trainer alone: the last table shows the outcomes.")))
    if pack.about is not None:
        yield from paragraphs(pack.about[lang])
    if pack.plan.know or pack.plan.do:
        yield Heading(1, line(say(lang, "Objectives")))
    for title, told in (
        (say(lang, "Participants know"), pack.plan.know),
        (say(lang, "Participants can"), pack.plan.do),
    ):
        if told:
            yield Heading(2, line(title))
            yield Items(tuple(cell(one[lang]) for one in told))
    if pack.plan.steps:
        yield Heading(1, line(say(lang, "Steps")))
        yield _steps(session, pack.plan, lang)
    yield Heading(1, line(say(lang, "The cases in order")))
    yield _cases(session, lang)


def _steps(session: Session, plan: Plan, lang: str) -> Table:
    rows, minute = [], 0
    numbers = {w.exercise.id: n for n, w in enumerate(session.works, 1)}
    for step in plan.steps:
        ends = minute + step.minutes
        when = cell(f"{minute}{DASH}{ends}")
        rows.append((when, _step(step, numbers, lang), _material(step, lang)))
        minute = ends
    total = many(lang, "{n} minute", "{n} minutes", minute)
    return Table(
        line(say(lang, "What is done when: {total} in all", total=total)),
        (line(say(lang, "Minutes")), line(say(lang, "Step")), line(say(lang, "Material"))),
        tuple(rows),
        (2, 9, 5),
    )


def _step(step: Step, numbers: dict[str, int], lang: str) -> Cell:
    told: list[Line] = [line(step.title[lang])]
    if step.text is not None:
        told += [line(aside(step.text[lang]))]
    named = [str(numbers[name]) for name in step.exercises if name in numbers]
    if named:
        told.append(
            line(many(lang, "Case {names}", "Cases {names}", len(named), names=", ".join(named)))
        )
    return tuple(told)


def _material(step: Step, lang: str) -> Cell:
    return tuple(line(one[lang]) for one in step.material) or cell("–")


def _cases(session: Session, lang: str) -> Table:
    rows = [_case(n, worked, lang) for n, worked in enumerate(session.works, 1)]
    head = (
        say(lang, "Case"),
        say(lang, "First version"),
        say(lang, "Second version"),
        say(lang, "It turns on"),
    )
    return Table(
        line(say(lang, "Cases, what comes of each, and on what it turns")),
        tuple(line(one) for one in head),
        tuple(rows),
        (5, 4, 4, 7),
    )


def _case(number: int, worked: Worked, lang: str) -> tuple[Cell, ...]:
    title = worked.file.title(lang) or say(lang, "Untitled case")
    turning = dict.fromkeys(
        provision_line(worked.decision(side), name, lang)
        for side in COLUMNS
        for name in turns_on(worked.decision(side))[:2]
    )
    both = ((outcome_line(worked.decision(side), lang),) for side in COLUMNS)
    return (cell(f"{number}. {title}"), *both, tuple(turning))
