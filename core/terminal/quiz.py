"""``threshold quiz PACK``: predict, commit, reveal on standard input and output.

With ``--json`` each question is one line out, each answer one line in, each reveal one line out again.
An answer that is none is refused in a sentence and asked for again; the end of the input ends the quiz.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any, TextIO

from core.report.quiz import (
    column_title,
    confidence_words,
    departure_words,
    fact_choice,
    key_lines,
    mark_words,
    offer_words,
    outcome_choice,
    score_lines,
)
from core.report.quizdata import question_data, reveal_data, score_data
from core.terminal.options import InputError
from core.terminal.packs import find_pack
from core.training.marking import CONFIDENCE, Answer, AnswerError
from core.training.model import COLUMNS, Side
from core.training.question import NEED, Question
from core.training.quiz import Quiz, Reveal
from core.words import say

Answered = tuple[int, str, Any]
KEYS = ("outcome", "provision", "fact", "confidence")


class Ended(Exception):
    """The trainee has left, or there is no more input."""


def run_quiz(given: argparse.Namespace) -> Answered:
    """Run a quiz; everything is written on the way. Raises InputError."""
    pack = find_pack(given.pack).pack
    try:
        quiz = Quiz(pack, given.exercise or None, given.seed)
    except KeyError as error:
        there = ", ".join(e.id for e in pack.active)
        raise InputError(
            f"{error.args[0]}: this pack has no such exercise; it has: {there}"
        ) from None
    source, target = _streams()
    try:
        if given.json:
            _by_lines(quiz, given.lang, source, target)
        else:
            Talk(quiz, given.lang, source, target).run()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"the quiz could not go on: {error.strerror}") from None
    return 0, "", None


def _streams() -> tuple[TextIO, TextIO]:
    """Where answers come from and questions go to. Raises InputError where there is neither."""
    if sys.stdin is None or sys.stdout is None:
        raise InputError("a quiz needs a terminal, or files, to read from and to write to")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin, sys.stdout


# --- JSON lines ------------------------------------------------------------------------------------
def _by_lines(quiz: Quiz, lang: str, source: TextIO, target: TextIO) -> None:
    """One object a line, out and in."""

    def put(data: dict[str, Any]) -> None:
        target.write(json.dumps(data, ensure_ascii=False) + "\n")
        target.flush()

    while quiz.stage != "done":
        put(question_data(quiz.question, quiz.number, quiz.total, lang))
        while not quiz.complete:
            line = source.readline()
            if not line:
                put(score_data(quiz.score()))
                return
            try:
                given = _parsed(line)
                for side in COLUMNS:
                    quiz.predict(side, given[side])
            except AnswerError as error:
                put({"type": "error", "error": str(error)})
        quiz.commit()
        put(reveal_data(quiz.reveal(), lang))
        quiz.next()
    put(score_data(quiz.score()))


def _parsed(line: str) -> dict[Side, Answer]:
    """Both answers of a line. Raises AnswerError."""
    expected = 'expected {"left": {"outcome": …, "provision": …, "fact": …, "confidence": …}, "right": {…}}'
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise AnswerError(f"this line is no JSON; {expected}") from None
    found: dict[Side, Answer] = {}
    for side in COLUMNS:
        row = data.get(side) if isinstance(data, dict) else None
        if not isinstance(row, dict) or "outcome" not in row:
            raise AnswerError(f"{side}: there is no outcome; {expected}")
        unknown = [key for key in row if key not in KEYS]
        if unknown:
            raise AnswerError(f"{side}: unknown key {unknown[0]!r}; {expected}")
        found[side] = Answer(**row)
    return found


# --- a person --------------------------------------------------------------------------------------
class Talk:
    """A quiz with a person at a terminal: choices are numbered, an empty line leaves one out."""

    def __init__(self, quiz: Quiz, lang: str, source: TextIO, target: TextIO) -> None:
        self._quiz = quiz
        self._lang = lang
        self._source = source
        self._target = target
        self._width = min(max(shutil.get_terminal_size((100, 40)).columns, 40), 100)

    def run(self) -> None:
        """All questions; leaves early at the end of the input or at ``q``."""
        try:
            while self._quiz.stage != "done":
                self._one()
        except (Ended, KeyboardInterrupt):
            self._put("")
        if self._quiz.reveals:
            for line in score_lines(self._quiz.score(), self._lang):
                self._put(line)
        self._put(say(self._lang, "Teaching tool, not legal advice."))

    def _one(self) -> None:
        question = self._quiz.question
        self._head(question)
        for side in COLUMNS:
            self._quiz.predict(side, self._ask(question, side))
        self._quiz.commit()
        self._revealed(self._quiz.reveal())
        self._quiz.next()

    def _head(self, question: Question) -> None:
        lang, quiz = self._lang, self._quiz
        counted = say(lang, "{n} of {all}", n=quiz.number, all=quiz.total)
        self._put(f"{counted}  {question.title[lang]}")
        self._put("")
        self._put(question.story[lang])
        self._put("")
        self._put(say(lang, "Answer with a number; an empty line leaves it out, q ends the quiz."))

    def _ask(self, question: Question, side: Side) -> Answer:
        lang, column = self._lang, question.column(side)
        self._put("")
        self._put(f"■ {column_title(question, column.version, lang)}")
        outcomes = [outcome_choice(o, column.country, lang) for o in column.outcomes]
        at = self._choose(say(lang, "What comes of the claim?"), outcomes, needed=True)
        outcome = column.outcomes[at or 0]
        provision = None
        if outcome != NEED:
            offers = [offer_words(offer, lang) for offer in column.provisions]
            at = self._choose(say(lang, "Which provision decides?"), offers)
            provision = None if at is None else column.provisions[at].id
        asks = (
            say(lang, "Which fact would you need?")
            if outcome == NEED
            else say(lang, "Which fact decides?")
        )
        at = self._choose(asks, [fact_choice(question, p, lang) for p in question.facts])
        fact = None if at is None else question.facts[at]
        levels = [confidence_words(level, lang) for level in CONFIDENCE]
        at = self._choose(say(lang, "How sure are you?"), levels)
        return Answer(outcome, provision, fact, None if at is None else CONFIDENCE[at])

    def _choose(self, asks: str, choices: Sequence[str], *, needed: bool = False) -> int | None:
        """The number chosen, from 0; None where it was left out."""
        self._put(asks)
        for number, words in enumerate(choices, 1):
            self._put(f"{number:>3}  {words}", indent="     ")
        while True:
            self._target.write("> ")
            self._target.flush()
            line = self._source.readline()
            given = line.strip()
            if not line or given.lower() == "q":
                raise Ended
            if not given and not needed:
                return None
            if given.isascii() and given.isdigit() and 1 <= int(given) <= len(choices):
                return int(given) - 1
            self._put(say(self._lang, "Expected a number from 1 to {n}.", n=len(choices)))

    def _revealed(self, reveal: Reveal) -> None:
        lang = self._lang
        for side in COLUMNS:
            found, decision = reveal.column(side), reveal.worked.decision(side)
            version = self._quiz.question.column(side).version
            self._put("")
            self._put(f"■ {column_title(self._quiz.question, version, lang)}")
            first, *others = key_lines(found.key, decision, lang)
            self._put(first.upper())
            for line in others:
                self._put(f"  {line}", indent="    ")
            self._put(f"  {mark_words(found.mark, lang)}")
            told = departure_words(found, decision, lang)
            if told:
                self._put(f"  {told}", indent="    ")
        self._put("")

    def _put(self, text: str, indent: str = "") -> None:
        lines = textwrap.wrap(text, self._width, subsequent_indent=indent) or [""]
        self._target.write("\n".join(lines).replace("\N{NO-BREAK SPACE}", " ") + "\n")
        self._target.flush()
