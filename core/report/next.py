"""Open questions in words: what is still open, what each answer is called, and what it settles.

>>> from core.case.library import library
>>> from core.case.setup import Setup
>>> from core.decision.compare import compare
>>> from core.explore.nextquestion import next_questions
>>> from core.explore.steps import finish
>>> case = library().load("an-empty-road").case.replace("entries[roxham].place", None)
>>> words = NextWords(compare(case, Setup()), finish(next_questions(case, Setup())), case, "en")
>>> first = words.next.questions[0]
>>> words.title(first.name), words.answer(first, first.answers[0])
('Place of entry', 'at a land port of entry')
>>> words.counts(first)
'Settles the left in 6 of 7 answers, the right in 6, whether they agree in 5.'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact, pattern
from core.decision.model import Comparison, Decision
from core.explore.nextquestion import AGREE, LEFT, RIGHT, Answer, Next, Question
from core.report.facts import capital, fact_words, join, put
from core.report.outcome import outcome_name, version_title
from core.report.waiting import waiting_words
from core.words import say

MORE = "[+]"


@dataclass(frozen=True)
class Effect:
    """Answers of a question that leave the same: what they are called, and what they settle."""

    names: tuple[str, ...]
    answers: tuple[Answer, ...]
    words: str


@dataclass(frozen=True)
class NextWords:
    """The words of the open questions of a case in one language."""

    comparison: Comparison
    next: Next
    case: Case
    lang: str

    # --- what is open ------------------------------------------------------------------------------
    def outcomes(self, side: str) -> tuple[str, ...]:
        """The outcomes that a side can still come to."""
        found = self.next.reached
        return found.left if side == LEFT else found.right

    def outcome(self, side: str, outcome: str) -> str:
        """One outcome in the words of the country whose law decides on a side."""
        return outcome_name(outcome, self._decision(side).version.country, self.lang)

    def version(self, side: str) -> str:
        """The version of a side, with the side: ``Left: Law of 1 May 2018``."""
        title = version_title(self._decision(side).version, self.lang)
        if side == LEFT:
            return say(self.lang, "Left: {what}", what=title)
        return say(self.lang, "Right: {what}", what=title)

    def agreement(self) -> str:
        """Whether the versions agree, whatever is still answered."""
        agree, lang = self.next.reached.agree, self.lang
        if not self.next.reached.exhausted and agree is not None:
            return say(lang, "Whether the versions agree could not be exhausted.")
        if agree is None:
            return say(lang, "Whether the versions agree is still open.")
        open_ones = any(thing in self.next.open for thing in (LEFT, RIGHT))
        if agree and open_ones:
            return say(lang, "The versions agree, whatever the answers.")
        if open_ones:
            return say(lang, "The versions differ, whatever the answers.")
        return say(lang, "The versions agree.") if agree else say(lang, "The versions differ.")

    def nothing_open(self) -> str:
        """That no answer changes anything any more, or ""."""
        if self.next.open:
            return ""
        return say(self.lang, "Nothing is open: no further answer changes either outcome.")

    def exhausted(self) -> str:
        """That more may be possible than was found, or ""."""
        if self.next.reached.exhausted:
            return ""
        return say(self.lang, "Not everything could be tried: more outcomes may be possible.")

    # --- questions ---------------------------------------------------------------------------------
    def title(self, name: str) -> str:
        """What is asked for, in a few words."""
        if ":" in name:
            return capital(self._choice(name))
        if name.endswith(MORE):
            listed = name.removesuffix(MORE)
            return (
                fact_words(self.case, listed, self.lang) if "[" in listed else _label(listed, self)
            )
        return _label(name, self) if "[+]." in name else fact_words(self.case, name, self.lang)

    def ask(self, name: str) -> str:
        """The question as the window asks it; "" for a choice, whose title is the question."""
        if ":" in name:
            return ""
        fact = catalogue().fact(pattern(name.removesuffix(MORE).replace(MORE, "[]")))
        if name.endswith(MORE) and fact.type not in CODE_LISTS:
            return say(self.lang, "Is the list complete, or is there one more?")
        return fact.ask[self.lang] if fact.ask else ""

    def counts(self, question: Question) -> str:
        """In how many of its answers what is settled; in one sentence."""
        lang, many = self.lang, len(question.answers)
        parts = [
            (LEFT, say(lang, "the left")),
            (RIGHT, say(lang, "the right")),
            (AGREE, say(lang, "whether they agree")),
        ]
        told = [
            (words, question.settled(thing))
            for thing, words in parts
            if thing in self.next.open and question.settled(thing)
        ]
        if not told:
            return say(lang, "No answer settles anything by itself.")
        (first, n), *others = told
        head = say(lang, "Settles {what} in {n} of {m} answers", what=first, n=n, m=many)
        rest = [say(lang, "{what} in {n}", what=words, n=k) for words, k in others]
        return f"{', '.join([head, *rest])}."

    def separating(self, question: Question) -> str:
        """That some answer would make the versions differ for sure, or ""."""
        return say(self.lang, "One answer would separate them.") if question.separates else ""

    def effects(self, question: Question) -> tuple[Effect, ...]:
        """The answers of a question, together where they leave the same."""
        rows: dict[str, list[Answer]] = {}
        for answer in question.answers:
            rows.setdefault(self.leaves(answer), []).append(answer)
        return tuple(
            Effect(tuple(self.answer(question, a) for a in answers), tuple(answers), words)
            for words, answers in rows.items()
        )

    def leaves(self, answer: Answer) -> str:
        """What an answer settles, or rules out, in one line."""
        lang, found = self.lang, answer.found
        if not found.exhausted:
            return say(lang, "could not be exhausted")
        parts = []
        for side, outcomes in ((LEFT, found.left), (RIGHT, found.right)):
            if outcomes != self.outcomes(side):
                names = [self.outcome(side, outcome) for outcome in outcomes]
                what = join(names, say(lang, "or"))
                left = side == LEFT
                parts.append(
                    say(lang, "left: {what}", what=what)
                    if left
                    else say(lang, "right: {what}", what=what)
                )
        if AGREE in answer.settles:
            parts.append(say(lang, "they agree") if found.agree else say(lang, "they differ"))
        return "; ".join(parts) or say(lang, "settles nothing by itself")

    # --- answers -----------------------------------------------------------------------------------
    def answer(self, question: Question, answer: Answer) -> str:
        """An answer, or a region of them, in words."""
        offer = answer.offer
        if ":" in offer.name:
            return self._position(offer.name, str(offer.value))
        if offer.path.endswith(MORE):
            return self._member(offer.path.removesuffix(MORE), offer.value)
        fact = catalogue().fact(pattern(offer.path))
        if fact.type in CODE_LISTS:
            return self._codes(fact, offer.path, offer.value)
        if offer.ranged:
            return self._region(fact, question, answer)
        if fact.type == "country":
            return say(self.lang, "for example {what}", what=self._value(fact, offer.value))
        return self._value(fact, offer.value)

    def exactly(self, answer: Answer) -> str:
        """The one day or number that stands for a region."""
        offer = answer.offer
        return (
            self._value(catalogue().fact(pattern(offer.path)), offer.value) if offer.ranged else ""
        )

    def _value(self, fact: Fact, value: Any) -> str:
        return put(fact, fact.read(value), self.lang)

    def _region(self, fact: Fact, question: Question, answer: Answer) -> str:
        first, last = answer.offers[0].value, answer.offers[-1].value
        at, many = question.answers.index(answer), len(question.answers)
        low, high = self._value(fact, first), self._value(fact, last)
        if many == 1:
            return say(self.lang, "any")
        if at == 0 and first != last:
            return (
                say(self.lang, "until {b}", b=high)
                if _dated(fact)
                else say(self.lang, "{b} or less", b=high)
            )
        if at == many - 1 and first != last:
            return (
                say(self.lang, "from {a} on", a=low)
                if _dated(fact)
                else say(self.lang, "{n} or more", n=low)
            )
        return low if first == last else say(self.lang, "{a} to {b}", a=low, b=high)

    def _member(self, listed: str, value: Any) -> str:
        if value == "all":
            return say(self.lang, "no more")
        fact = catalogue().fact(pattern(listed))
        kind = value.get(fact.kind) if fact.kind else None
        if kind is None:
            return say(self.lang, "one more")
        name = fact.field(str(fact.kind)).choices[kind][self.lang]
        return say(self.lang, "one more: {item}", item=name)

    def _codes(self, fact: Fact, path: str, value: Any) -> str:
        known = self.case.get(path) if MORE not in path else []
        more = [code for code in value["items"] if code not in known]
        if not more:
            return say(self.lang, "no more") if known else say(self.lang, "none")
        words = catalogue().countries if fact.type == "countries" else fact.choices
        names = join([words[code][self.lang] for code in more], say(self.lang, "and"))
        return (
            say(self.lang, "for example {what}", what=names) if fact.type == "countries" else names
        )

    # --- choices -----------------------------------------------------------------------------------
    def _decision(self, side: str) -> Decision:
        return self.comparison.left if side == LEFT else self.comparison.right

    def _choice(self, name: str) -> str:
        for decision in (self.comparison.left, self.comparison.right):
            words = waiting_words(decision, name, self.lang)
            if words != name.partition(":")[2]:
                return words
        return name

    def _position(self, name: str, position: str) -> str:
        kind, _, key = name.partition(":")
        for version in (self.comparison.left.version, self.comparison.right.version):
            choices: Any = version.law.readings if kind == "reading" else version.assumes
            if key in choices:
                words: str = choices[key].positions[position][self.lang]
                return words
        return position


def _dated(fact: Fact) -> bool:
    return fact.type in ("date", "time")


def _label(name: str, words: NextWords) -> str:
    """The label of a list, or of a fact of a member that is still to be named."""
    return catalogue().fact(pattern(name.replace(MORE, "[]"))).label[words.lang]


def next_data(words: NextWords) -> dict[str, Any]:
    """The open questions as plain data."""
    found = words.next
    return {
        "left": {"possible": list(found.reached.left)},
        "right": {"possible": list(found.reached.right)},
        "agree": found.reached.agree,
        "exhausted": found.reached.exhausted,
        "open": list(found.open),
        "questions": [_question_data(question, words) for question in found.questions],
        "not_looked_into": list(found.later),
        "not_asked": list(found.unasked),
    }


def _question_data(question: Question, words: NextWords) -> dict[str, Any]:
    return {
        "name": question.name,
        "title": words.title(question.name),
        "question": words.ask(question.name),
        "settles": {thing: question.settled(thing) for thing in words.next.open},
        "of": len(question.answers),
        "separates": question.separates,
        "exhausted": question.exact,
        "answers": [_answer_data(question, answer, words) for answer in question.answers],
    }


def _answer_data(question: Question, answer: Answer, words: NextWords) -> dict[str, Any]:
    return {
        "words": words.answer(question, answer),
        "values": _values([offer.value for offer in answer.offers]),
        "left": list(answer.found.left),
        "right": list(answer.found.right),
        "agree": answer.found.agree,
        "exhausted": answer.found.exhausted,
        "settles": sorted(answer.settles),
    }


def _values(values: Sequence[Any]) -> list[Any]:
    """The first and the last of a region, or the one value."""
    ends = [values[0], values[-1]] if len(values) > 1 else [values[0]]
    return [value.isoformat() if isinstance(value, date) else value for value in ends]


def later_words(words: NextWords) -> Iterator[str]:
    """What of the questions was not looked into, in sentences."""
    if words.next.later:
        names = [words.title(name) for name in words.next.later]
        yield say(
            words.lang, "Not looked into, because so much is open: {facts}.", facts=", ".join(names)
        )
    if words.next.unasked:
        names = [words.title(name) for name in words.next.unasked]
        yield say(words.lang, "Not asked of this journey: {facts}.", facts=", ".join(names))
