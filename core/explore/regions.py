"""Which answers to the questions about some facts can stand together: the regions of those facts.

Two values that no question tells apart are one region. A region keeps one value as its example, so that
an answer found in a diagram can be told as a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from core.case.catalogue import catalogue
from core.case.facts import Fact as FactOfCase
from core.case.tables import any_listed, tables
from core.explore.atoms import (
    Atom,
    Granted,
    Listed,
    Question,
    facts_of,
    pattern_of,
    slot_of,
)
from core.logic.run import apply
from core.logic.tree import Call, Choices, Const, Expr, Fact
from core.logic.truth import TRUE
from core.logic.values import compare

Values = dict[str, Any]
"""Located paths of facts to values."""
Vector = tuple[bool, ...]


@dataclass(frozen=True)
class Region:
    """The answers to the questions of one group of facts, and values that give them."""

    answers: Vector
    example: tuple[tuple[str, Any], ...]


class CodeList:
    """A list of codes or choices, complete."""

    closed = True

    def __init__(self, members: Iterable[str]) -> None:
        self.members = tuple(members)

    def __repr__(self) -> str:
        return f"CodeList({list(self.members)})"


def answer(question: Question, values: Values) -> bool:
    """The answer of complete facts to a question."""
    if isinstance(question, Granted):
        return values[question.on.path] is True
    if isinstance(question, Listed):
        codes = values[question.on.path]
        return any_listed(tables()[question.table], codes, question.day) == TRUE
    left, right = _value(question.left, question, values), _value(question.right, question, values)
    if question.op == "in":
        if isinstance(question.right, Choices):
            return left in right
        return left in right.members
    return compare(question.op, left, right) == TRUE


def _value(expr: Expr, question: Atom, values: Values) -> Any:
    match expr:
        case Const(value):
            return value
        case Choices(choices):
            return choices
        case Fact(path=path):
            return _moved(path, values, question) if question.day is not None else values[path]
        case Call(name=name, args=(only,)):
            return apply(name, _value(only, question, values), True)
        case Call(name=name, args=(first, second)):
            one, other = _value(first, question, values), _value(second, question, values)
            return apply(name, one, other)
    raise TypeError(f"not an expression of a diagram: {expr!r}")


def _moved(path: str, values: Values, question: Atom) -> Any:
    """A date as if the entry relied on had fallen on the version's day."""
    assert question.day is not None
    return question.day + (values[path] - values["entry.date"])


def simple_values(fact: FactOfCase, path: str, questions: list[Question]) -> Iterator[Values]:
    """Values enough of one fact without calendar to give every set of answers there is."""
    if fact.type == "boolean":
        yield from ({path: value} for value in (False, True))
    elif fact.type == "choice":
        yield from ({path: value} for value in fact.choices)
    elif fact.type == "country":
        yield from ({path: code} for code in _codes(fact, questions))
    else:
        codes = _codes(fact, questions)
        for size in range(len(codes) + 1):
            yield from ({path: CodeList(some)} for some in combinations(codes, size))


def _codes(fact: FactOfCase, questions: list[Question]) -> list[str]:
    """The codes that questions name, one that a table lists and one more that nothing names."""
    named = [code for question in questions for code in _named(question)]
    others = sorted(code for code in fact.allowed if code not in named)
    for question in questions:
        if isinstance(question, Listed):
            rows = [o for o in (*named, *others) if _is_listed(question, o)]
            named += [code for code in rows[:1] if code not in named]
    spare = [c for c in others if not any(_is_listed(q, c) for q in questions)]
    return list(dict.fromkeys([*named, *spare[:1]]))


def _is_listed(question: Question, code: str) -> bool:
    if not isinstance(question, Listed):
        return False
    return any_listed(tables()[question.table], CodeList([code]), question.day) == TRUE


def _named(question: Question) -> Iterator[str]:
    if isinstance(question, Atom):
        for side in (question.left, question.right):
            if isinstance(side, Const) and isinstance(side.value, str):
                yield side.value
            elif isinstance(side, Choices):
                yield from (str(value) for value in side.values)


def regions_of(questions: list[Question], candidates: Iterable[Values]) -> list[Region]:
    """The regions that the candidates fall into, each with its first candidate."""
    found: dict[Vector, Values] = {}
    for values in candidates:
        answers = tuple(answer(question, values) for question in questions)
        found.setdefault(answers, values)
    return [Region(answers, tuple(values.items())) for answers, values in found.items()]


def kind_of(question: Question) -> str:
    """``dates`` or ``ages`` for what the calendar ties together, else the path of the fact."""
    paths = facts_of(question)
    types = {catalogue().fact(pattern_of(path)).type for path in paths}
    if types & {"date", "time"}:
        return "dates"
    if "integer" in types:
        return "ages"
    if len(paths) != 1:
        raise TypeError(f"a diagram cannot hold a comparison of {', '.join(paths)}")
    return paths[0]


def innermost(question: Question) -> str:
    """The slot a question belongs to: the deepest of its facts."""
    return max((slot_of(path) for path in facts_of(question)), key=len)
