"""The evaluation form: what participants say of the session, without their name."""

from __future__ import annotations

from collections.abc import Iterator

from core.report.papers.session import Press, Session, paper
from core.report.papers.tree import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Ruled,
    cell,
    line,
)
from core.words import say

LINES = 4


def evaluation(session: Session, press: Press) -> Document:
    """The form that participants fill in at the end."""
    lang = press.lang
    return paper(session, press, say(lang, "Evaluation"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    yield Paragraph(line(say(lang, "Please do not write your name. It takes two minutes.")))
    scale = (
        say(lang, "yes"),
        say(lang, "in part"),
        say(lang, "no"),
    )
    if session.pack.plan.do:
        yield Heading(1, line(say(lang, "Can you do this now?")))
    for goal in session.pack.plan.do:
        yield Paragraph(line(goal[lang]))
        yield Items(tuple(cell(one) for one in scale), "box")
    for asked in (
        say(lang, "What will you use of this?"),
        say(lang, "What is still unclear to you?"),
        say(lang, "What should be different next time?"),
    ):
        yield Heading(1, line(asked))
        yield Ruled(LINES)
