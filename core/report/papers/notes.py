"""The trainer's notes: for each case what it teaches, the usual mistake, follow-ups, what to flip.

A flip is worked out when the paper is printed, so that the trainer knows what the room will see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.case.library import library
from core.law.version import VersionError
from core.report.facts import capital, fact_words, value_words
from core.report.papers.key import case_title
from core.report.papers.parting import parting_note
from core.report.papers.session import Press, Session, pair_of, paper
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
    strong,
)
from core.training.model import Flip
from core.training.turning import turns_on
from core.training.work import ExerciseError, Worked, changed, work_case
from core.words import say


def trainers_notes(session: Session, press: Press) -> Document:
    """The trainer's notes of a session."""
    lang = press.lang
    return paper(session, press, say(lang, "Trainer's notes"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    yield Paragraph(
        line(
            say(lang, "For the trainer alone: keep these notes off the screen and out of handouts.")
        )
    )
    for number, worked in enumerate(session.works, 1):
        yield Heading(1, line(case_title(number, worked, lang)))
        yield from paragraphs(worked.file.story.text.get(lang, ""))
        yield _answers(number, worked, lang)
        yield from parting_note(worked, lang)
        yield from _notes(worked, lang)


def _answers(number: int, worked: Worked, lang: str) -> Table:
    """Outcome and deciding provision of both versions, to glance at."""
    both = (worked.comparison.left, worked.comparison.right)
    outcomes = tuple((outcome_line(d, lang),) for d in both)
    turning = tuple(tuple(provision_line(d, name, lang) for name in turns_on(d)[:3]) for d in both)
    return Table(
        line(say(lang, "The answers of case {n}", n=number)),
        (line(say(lang, "Question")), *(line(head) for head in pair_of(worked, lang))),
        (
            (cell(say(lang, "Outcome")), *outcomes),
            (cell(say(lang, "It turns on")), *(one or cell("–") for one in turning)),
        ),
        (3, 6, 6),
    )


def _notes(worked: Worked, lang: str) -> Iterator[Block]:
    notes = worked.exercise.notes
    teaches = notes.teaches[lang] if notes.teaches else _of_library(worked, lang)
    for title, told in (
        (say(lang, "What it teaches"), teaches),
        (say(lang, "The usual mistake"), notes.mistake[lang] if notes.mistake else ""),
    ):
        if told:
            yield Heading(2, line(title))
            yield from paragraphs(told)
    if notes.follow_ups:
        yield Heading(2, line(say(lang, "Questions to go on with")))
        yield Items(tuple(cell(asked[lang]) for asked in notes.follow_ups))
    if notes.flips:
        yield Heading(2, line(say(lang, "What to flip")))
        yield Items(tuple(_flip(worked, flip, lang) for flip in notes.flips))


def _of_library(worked: Worked, lang: str) -> str:
    """What the library says that a case teaches; only of a case taken over as it is."""
    exercise = worked.exercise
    if exercise.change or not isinstance(exercise.case, str):
        return ""
    found = next((e for e in library().entries if e.id == exercise.case), None)
    return found.teaches[lang] if found is not None else ""


def _flip(worked: Worked, flip: Flip, lang: str) -> Cell:
    """The facts to change, what to say, and what comes of it in both versions."""
    told: list[Line] = []
    try:
        case = changed(worked.file.case, flip.change)
        found = work_case(worked.exercise, replace(worked.file, case=case), worked.setup)
    except (ExerciseError, VersionError) as error:
        return (line(flip.says[lang]), line(aside(str(error))))
    for path in flip.change:
        label = capital(fact_words(case, path, lang))
        told.append(line(strong(f"{label}: {value_words(case, path, lang)}")))
    told.append(line(flip.says[lang]))
    heads = pair_of(found, lang)
    for head, decision in zip(heads, (found.comparison.left, found.comparison.right), strict=True):
        told.append(line(aside(f"{head}: "), outcome_line(decision, lang)))
    return tuple(told)
