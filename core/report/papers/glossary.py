"""The glossary: the pack's own terms, those of the law that its versions define, and those of the program.

Each word stands with its equal in the other language, marked as that language.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.files.resources import load_file
from core.report.facts import capital, lower
from core.report.papers.session import Press, Session, paper
from core.report.papers.tree import (
    Block,
    Cell,
    Definitions,
    Document,
    Heading,
    Line,
    aside,
    cell,
    cited,
    line,
)
from core.training.model import COLUMNS
from core.words import LANGUAGES, Words, say

TERM = "term"
Entry = tuple[Words, Cell]


def glossary(session: Session, press: Press) -> Document:
    """The glossary of a session."""
    lang = press.lang
    return paper(session, press, say(lang, "Glossary"), _blocks(session, lang))


def _blocks(session: Session, lang: str) -> Iterator[Block]:
    own = [(Words(t.word), cell(t.means[lang])) for t in session.pack.glossary]
    for title, entries in (
        (say(lang, "Words of this session"), own),
        (say(lang, "Words of the law"), list(_of_law(session, lang))),
        (say(lang, "Words of these papers"), list(_of_program(lang))),
    ):
        if entries:
            yield Heading(1, line(title))
            yield Definitions(tuple((_word(w, lang), said) for w, said in _sorted(entries, lang)))


def _sorted(entries: list[Entry], lang: str) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry[0][lang].casefold())


def _word(word: Words, lang: str) -> Line:
    other = next(one for one in LANGUAGES if one != lang)
    return line(f"{capital(word[lang])} ", aside(lower(word[other]), lang=other))


def _of_law(session: Session, lang: str) -> Iterator[Entry]:
    """The terms of both versions of every exercise, each text once."""
    seen: dict[str, tuple[Words, dict[str, str]]] = {}
    for worked in session.works:
        for side in COLUMNS:
            version = worked.decision(side).version
            for provision in version.ordered:
                if provision.kind == TERM:
                    _, gists = seen.setdefault(provision.id, (provision.title, {}))
                    gist = version.texts[provision.id].gist[lang]
                    gists.setdefault(gist, provision.cite[lang])
    for word, gists in seen.values():
        yield word, tuple(line(f"{gist} ", cited(cite)) for gist, cite in gists.items())


def _of_program(lang: str) -> Iterator[Entry]:
    for row in load_file("papers", "vocabulary.yaml").data["words"]:
        yield Words(row["word"]), cell(row["means"][lang])
