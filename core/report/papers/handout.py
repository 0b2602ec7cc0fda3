"""The handout: stories, facts, a grid to answer in, the provisions quoted. Nothing of the answers.

It is made of questions alone (:class:`core.training.question.Question`), which hold ids, paths and words of
the law and of the story, and no decision: what is not handed in cannot be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.case.catalogue import catalogue
from core.law.load import law
from core.law.version import Version
from core.report.facts import capital
from core.report.papers.session import Press, Session, pair_of, paper
from core.report.papers.tree import (
    BLANK,
    Block,
    Break,
    Cell,
    Definitions,
    Document,
    Heading,
    Line,
    Note,
    Paragraph,
    Table,
    aside,
    cell,
    cited,
    line,
    paragraphs,
    strong,
    tick,
)
from core.report.quiz import (
    column_version,
    confidence_words,
    fact_choice,
    outcome_choice,
    taken_words,
)
from core.report.stations import station_line
from core.training.marking import CONFIDENCE
from core.training.model import COLUMNS
from core.training.question import NEED, Offer, Question, QuestionColumn, question_of
from core.words import say


@dataclass(frozen=True)
class Asked:
    """One question, and what heads its two columns."""

    question: Question
    heads: tuple[str, str]


def handout(session: Session, press: Press) -> Document:
    """The paper that participants get."""
    lang = press.lang
    asked = [Asked(question_of(w), pair_of(w, lang)) for w in session.works]
    return paper(session, press, say(lang, "Handout"), _blocks(asked, lang))


def _blocks(asked: list[Asked], lang: str) -> Iterator[Block]:
    yield Paragraph(
        line(
            say(
                lang,
                "Read each case. For each version of the law, say what comes of the claim, which provision "
                "decides and which fact. Decide alone first; then talk with your neighbour. All persons "
                "are invented.",
            )
        )
    )
    for number, one in enumerate(asked, 1):
        if number > 1:
            yield Break()
        yield from _exercise(number, one, lang)
    yield Break()
    yield from _provisions(asked, lang)


def _exercise(number: int, asked: Asked, lang: str) -> Iterator[Block]:
    question = asked.question
    title = question.title[lang] or say(lang, "Untitled case")
    yield Heading(1, line(say(lang, "Case {n}: {title}", n=number, title=title)))
    yield from paragraphs(question.story[lang])
    yield _facts(question, lang)
    yield from _taken(question, lang)
    yield Heading(2, line(say(lang, "Your answer")))
    yield _grid(number, asked, lang)


def _facts(question: Question, lang: str) -> Table:
    """What is stated, station by station."""
    rows = []
    for station in catalogue().stations:
        main, second = station_line(question.case, station.id, lang)
        rows.append(
            (
                cell(station.title[lang]),
                (line(capital(main), aside(f" · {second}" if second else "")),),
            )
        )
    head = (line(say(lang, "Station")), line(say(lang, "What is stated")))
    return Table(line(say(lang, "The journey in short")), head, tuple(rows), (2, 7))


def _taken(question: Question, lang: str) -> Iterator[Note]:
    """Positions that were chosen for this exercise on points which the law leaves open."""
    lines = tuple(line(f"{asks} ", aside(told)) for asks, told in taken_words(question, lang))
    if lines:
        yield Note(line(say(lang, "Taken as settled for this case")), lines)


def _grid(number: int, asked: Asked, lang: str) -> Table:
    question = asked.question
    columns = [question.column(side) for side in COLUMNS]
    facts = _boxes(fact_choice(question, path, lang) for path in question.facts)
    sure = _boxes(confidence_words(level, lang) for level in CONFIDENCE)
    rows = (
        (say(lang, "What comes of the claim?"), [_outcomes(column, lang) for column in columns]),
        (
            say(lang, "Which provision decides?"),
            [_boxes(_named(offer, lang) for offer in column.provisions) for column in columns],
        ),
        (say(lang, "Which fact decides, or would you need?"), [facts, facts]),
        (say(lang, "How sure are you?"), [sure, sure]),
    )
    return Table(
        caption=line(say(lang, "One box a question, in each column: case {n}", n=number)),
        head=(line(say(lang, "Question")), *(line(head) for head in asked.heads)),
        rows=tuple((cell(asks), *answers) for asks, answers in rows),
        widths=(4, 6, 6),
    )


def _boxes(choices: Iterable[str | Line]) -> Cell:
    return tuple(tick(capital(c) if isinstance(c, str) else c) for c in choices)


def _outcomes(column: QuestionColumn, lang: str) -> Cell:
    """The outcomes, each with a box; behind "I would need" a line to write on."""
    made = _boxes(outcome_choice(outcome, column.country, lang) for outcome in column.outcomes)
    return made + BLANK if NEED in column.outcomes else made


# --- the provisions quoted ---------------------------------------------------------------------------
def _provisions(asked: list[Asked], lang: str) -> Iterator[Block]:
    """Every provision that is offered anywhere, once, as each version has it."""
    yield Heading(1, line(say(lang, "The provisions")))
    yield Paragraph(line(say(lang, "What they say, in short, in the order the officer decides.")))
    quoted: dict[str, dict[str, str]] = {}
    offers: dict[str, Offer] = {}
    for one in asked:
        for side, head in zip(COLUMNS, one.heads, strict=True):
            column = one.question.column(side)
            version = column_version(one.question.case, column.version)
            for offer in column.provisions:
                offers.setdefault(offer.id, offer)
                quoted.setdefault(offer.id, {})[head] = _gist(version, offer.id, lang)
    order = sorted(offers, key=_place)
    yield Definitions(tuple((_named(offers[name], lang), _said(quoted[name])) for name in order))


AFTER_ALL = 10**6


def _place(name: str) -> tuple[int, str]:
    known = law().provisions
    found = known.get(name) or known.get(name.rpartition("#")[0])
    return found.order if found is not None else AFTER_ALL, name  # a proposal inserted it


def _named(offer: Offer, lang: str) -> Line:
    return line(f"{offer.title[lang]} ", cited(offer.cite[lang]))


def _gist(version: Version, name: str, lang: str) -> str:
    """What a provision says in a version; a limb says what its provision says."""
    text = version.texts.get(name) or version.texts.get(name.rpartition("#")[0])
    return text.gist[lang] if text is not None else say(lang, "Not in this version.")


def _said(by_version: dict[str, str]) -> Cell:
    """One sentence where all versions say the same, else one for each."""
    if len(set(by_version.values())) == 1:
        return cell(next(iter(by_version.values())))
    return tuple(line(strong(f"{head}: "), gist) for head, gist in by_version.items())
