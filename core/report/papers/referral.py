"""The referral page: the trainer's own list of services, and kinds of places to turn to in both countries.

It names no organisation but those that the trainer wrote into the pack, and the one that everybody knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.files.resources import load_file
from core.report.papers.session import Press, Session, paper
from core.report.papers.tree import (
    Block,
    Definitions,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Ruled,
    cell,
    line,
)
from core.words import say


def referral(session: Session, press: Press) -> Document:
    """The page that is printed last."""
    lang = press.lang
    return paper(session, press, say(lang, "Where to turn"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    data = load_file("papers", "referral.yaml").data
    yield Paragraph(line(data["opening"][lang]))
    yield Heading(1, line(say(lang, "Services near here")))
    if session.pack.services:
        yield Items(tuple(cell(one[lang]) for one in session.pack.services))
    else:
        yield Paragraph(line(say(lang, "Names, addresses and hours, filled in by the trainer:")))
        yield Ruled(6)
    for part in data["parts"]:
        yield Heading(1, line(part["title"][lang]))
        yield Definitions(
            tuple((line(row["place"][lang]), cell(row["helps"][lang])) for row in part["places"])
        )
    yield Note(line(data["urgent"]["title"][lang]), cell(data["urgent"]["text"][lang]))
