"""What papers are made from: a pack with every exercise worked out, or one case by itself.

>>> from core.training.packfile import packs
>>> pack = packs()["debate-2018"].pack
>>> session = session_of(pack)
>>> len(session.works) == len(pack.active), len(session.digest)
(True, 16)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version

from core.case.casefile import CaseFile, words_of
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.law.version import VersionError
from core.report.dates import day_words
from core.report.outcome import version_title
from core.report.papers.tree import Block, Document, PaperError, clean
from core.training.digest import digest, law_digest
from core.training.model import Exercise, Pack
from core.training.votes import Vote
from core.training.work import ExerciseError, Worked, work, work_case
from core.words import LANGUAGES, Words, say

NAME = "Threshold"


@dataclass(frozen=True)
class Session:
    """A pack (of one exercise where it is a single case), its exercises in order, worked out.

    ``digest`` names the law that all of them rest on, as the stamp on each paper says it.
    """

    title: Words
    pack: Pack
    works: tuple[Worked, ...]
    digest: str
    votes: tuple[Vote, ...] = ()
    """What a room voted, for the summary; nothing else looks at them."""


@dataclass(frozen=True)
class Press:
    """For whom papers are made: the language, the day they are printed, the program that prints them."""

    lang: str
    day: date
    program: str

    @staticmethod
    def today(lang: str) -> Press:
        """Papers of this day, by this program."""
        try:
            program = f"{NAME} {version(NAME.lower())}"
        except PackageNotFoundError:
            program = NAME
        return Press(lang, datetime.now().astimezone().date(), program)


def session_of(pack: Pack, votes: tuple[Vote, ...] = ()) -> Session:
    """A pack with its exercises worked out, and what a room voted on them.

    Raises PaperError naming an exercise that cannot be worked.
    """
    try:
        found = {exercise.id: work(pack, exercise) for exercise in pack.exercises}
    except (ExerciseError, VersionError) as error:
        raise PaperError(str(error)) from None
    active = tuple(found[exercise.id] for exercise in pack.active)
    if not active:
        raise PaperError("every exercise of this pack is retired; bring one back to print papers")
    named = digest([law_digest(w) for w in found.values()])
    return Session(pack.title, pack, active, named, votes)


def session_of_case(file: CaseFile, setup: Setup) -> Session:
    """A case by itself, as a session of one exercise. Raises VersionError."""
    exercise = Exercise(id="case", case=file.id or "case")
    found = work_case(exercise, file, setup)
    title = words_of({lang: file.title(lang) or say(lang, "Untitled case") for lang in LANGUAGES})
    pack = Pack(
        schema="threshold/pack/1",
        title=title,
        left=setup.left,
        right=setup.right,
        readings=setup.readings,
        assumptions=setup.assumptions,
        exercises=(exercise,),
    )
    return Session(title, pack, (found,), digest([law_digest(found)]))


def paper(session: Session, press: Press, kind: str, blocks: Iterable[Block]) -> Document:
    """A paper of a session: what stands above its blocks, and on each page."""
    lang = press.lang
    day = day_words(press.day, lang)
    return Document(
        kind=kind,
        title=clean(session.title[lang]),
        lang=lang,
        day=press.day,
        program=press.program,
        caution=say(lang, "A teaching tool, not legal advice."),
        stamp=say(
            lang,
            "{program}, law {digest}, printed {day}.",
            program=press.program,
            digest=session.digest,
            day=day,
        ),
        page_word=say(lang, "page"),
        subtitle=clean(versions_words(session, lang)),
        blocks=tuple(blocks),
    )


def versions_words(session: Session, lang: str) -> str:
    """The two versions that a session compares; nothing where its exercises compare different ones."""
    pairs = {pair_of(worked, lang) for worked in session.works}
    if len(pairs) > 1:
        return ""
    left, right = pairs.pop()
    return say(lang, "{left} and {right}", left=left, right=right)


def pair_of(worked: Worked, lang: str) -> tuple[str, str]:
    """What heads the two columns: each version, and whose law it is where the countries differ."""
    both = (worked.comparison.left.version, worked.comparison.right.version)
    if both[0].country == both[1].country:
        return version_title(both[0], lang), version_title(both[1], lang)
    laws = catalogue().laws
    left, right = (
        say(lang, "{version} ({law})", version=version_title(v, lang), law=laws[v.country][lang])
        for v in both
    )
    return left, right
