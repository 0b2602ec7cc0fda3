"""``threshold next CASE``: what is still open, and which question settles most.

>>> from core.terminal.options import parser
>>> code, text, data = next_of(parser().parse_args(["next", "an-empty-road"]))
>>> code, data["open"], data["questions"]
(0, [], [])
"""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from core.decision.compare import compare
from core.explore.nextquestion import LEFT, RIGHT, Question, next_questions
from core.explore.steps import finish
from core.report.contract import case_data
from core.report.next import NextWords, later_words, next_data
from core.report.sidebyside import OUTCOMES
from core.terminal.options import chosen_setup, find_case
from core.words import say

SCHEMA = "threshold/next/1"


def next_of(given: argparse.Namespace) -> tuple[int, str, Any]:
    """The open questions of a case, the one that settles most often first. Raises InputError."""
    file = find_case(given.case)
    setup = chosen_setup(file.setup, given, file.case.get("journey.into"))
    comparison = compare(file.case, setup)
    found = finish(next_questions(file.case, setup, comparison))
    words = NextWords(comparison, found, file.case, given.lang)
    told = next_data(words)
    sides = {
        side: {"version": decision.version.name, **told.pop(side)}
        for side, decision in (("left", comparison.left), ("right", comparison.right))
    }
    data = {
        "schema": SCHEMA,
        "case": case_data(file, given.lang),
        "setup": asdict(setup),
        **sides,
        **told,
    }
    title = file.title(given.lang) or say(given.lang, "Untitled case")
    width = max(shutil.get_terminal_size((120, 40)).columns, 60)
    return 0, "\n".join(_wrapped(_lines(title, words), width)) + "\n", data


def _lines(title: str, words: NextWords) -> Iterator[str]:
    lang = words.lang
    yield title
    yield ""
    for side in (LEFT, RIGHT):
        names = [f"{OUTCOMES[o]} {words.outcome(side, o)}" for o in words.outcomes(side)]
        yield words.version(side)
        yield f"  {'   '.join(names)}"
    yield ""
    yield from filter(None, (words.agreement(), words.exhausted(), words.nothing_open()))
    if words.next.questions:
        yield ""
        yield say(lang, "Open questions, the one that settles most often first")
    for number, question in enumerate(words.next.questions, 1):
        yield from _question(number, question, words)
    for sentence in later_words(words):
        yield ""
        yield sentence
    yield ""
    yield say(lang, "Teaching tool, not legal advice.")


def _question(number: int, question: Question, words: NextWords) -> Iterator[str]:
    yield ""
    yield f"{number}. {words.title(question.name)}"
    counts = " ".join(filter(None, (words.counts(question), words.separating(question))))
    yield from (f"   {line}" for line in (words.ask(question.name), counts) if line)
    effects = words.effects(question)
    for effect in effects if len(effects) > 1 or question.all_settled else ():
        yield f"   · {' / '.join(effect.names)} → {effect.words}"


def _wrapped(lines: Iterator[str], width: int) -> Iterator[str]:
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        yield from textwrap.wrap(line, width, subsequent_indent=indent) or [""]
