"""What was found, in words and as a file: a case with what was asked for, or a pair of them.

>>> from core.case.setup import Setup
>>> from core.explore.find import Wanted, find, finish
>>> found = finish(find(Setup(), Wanted(("heard", "returned")), into="ca", most=1))[0]
>>> found_title(found, "en"), found_file(found).id
('An empty road', 'an-empty-road')
"""

from __future__ import annotations

from dataclasses import replace

from core.case.case import Case
from core.case.casefile import CaseFile, Story
from core.case.library import library
from core.case.setup import Setup
from core.explore.contrast import Contrast
from core.explore.find import Found
from core.report.differs import changes_words, fact_lines
from core.words import LANGUAGES, say


def found_title(found: Found, lang: str) -> str:
    """The title of a library case; that another was made, and from which."""
    return case_title(found.source, found.near, lang)


def case_title(source: str, near: str, lang: str) -> str:
    """The title of a case by its id in the library, or by that of the one it was made near."""
    if source:
        return library().load(source).title(lang)
    if near:
        title = library().load(near).title(lang)
        return say(lang, "A case made from “{title}”", title=title)
    return say(lang, "A case made for this")


def none_words(lang: str) -> str:
    """What is said where a search gave up."""
    return say(lang, "None was found; the search does not prove that there is none.")


def found_file(found: Found) -> CaseFile:
    """A found case as a case file: of the library with its story, or made, with its facts as the story."""
    if found.source:
        return replace(library().load(found.source), setup=found.setup)
    return made_file(found.case, found.setup, found.near)


def pair_files(pair: Contrast) -> tuple[CaseFile, CaseFile]:
    """Both cases of a pair as case files."""
    if pair.source:
        first = replace(library().load(pair.source), setup=pair.setup)
    else:
        first = made_file(pair.first, pair.setup, pair.near)
    title: dict[str, str] = {lang: second_title(pair, lang) for lang in LANGUAGES}
    return first, _file(pair.second, pair.setup, title)


def second_title(pair: Contrast, lang: str) -> str:
    """What the second case of a pair is called: after its difference from the first."""
    return "; ".join(changes_words(pair.first, pair.change, lang))


def made_file(case: Case, setup: Setup, near: str = "") -> CaseFile:
    """A case that was made, as a file."""
    return _file(case, setup, {lang: case_title("", near, lang) for lang in LANGUAGES})


def _file(case: Case, setup: Setup, title: dict[str, str]) -> CaseFile:
    text: dict[str, str] = {
        lang: "\n".join(f"{line}." for line in fact_lines(case, lang)) for lang in LANGUAGES
    }
    return CaseFile(case=case, setup=setup, story=Story(title, text))
