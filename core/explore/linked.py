"""Facts that the calendar ties together: the days and hours of a journey, the ages of its people.

Their regions are found by trying days around every number and date that a question names. What a list
member answers is listed for each region of the journey itself, so that both can be told as one case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import product

from core.calendar import years_of_age
from core.case.catalogue import catalogue
from core.explore.atoms import MEMBER, Atom, Question, law_days
from core.explore.regions import Region, Values, Vector, answer
from core.logic.tree import Call, Const, Expr

NOON = time(12)
HOURS = (time(11), NOON, time(13))
YEAR = (365, 366, 367, 368)
LONG = 12000


@dataclass
class Linked:
    """The regions of facts that belong together: of the journey, and of members by slot.

    ``allowed[n][slot]`` are the regions of members that go with region ``n`` of the journey.
    """

    outer: list[Region] = field(default_factory=list)
    members: dict[str, list[Region]] = field(default_factory=dict)
    allowed: list[dict[str, frozenset[int]]] = field(default_factory=list)
    examples: dict[tuple[int, str, int], Values] = field(default_factory=dict)


def link(kind: str, questions: dict[str, list[Question]], claimed: date) -> Linked:
    """The regions of ``dates`` or ``ages``; ``questions`` by slot, "" for the journey itself.

    Any day will do as the day of the claim: only distances and shifted days are asked for.
    """
    every = [question for asked in questions.values() for question in asked]
    outer = list(
        _journeys(every, claimed) if kind == "dates" else _aged("claimant", every, claimed)
    )
    inner = [slot for slot in questions if slot]
    made = Linked(members={slot: [] for slot in inner})
    numbers: dict[str, dict[Vector, int]] = {slot: {} for slot in inner}
    seen: dict[tuple[object, ...], int] = {}
    for values in outer:
        own = tuple(answer(q, values) for q in questions.get("", ()))
        allowed, rows = {}, []
        for slot in inner:
            found = set()
            people = _aged(slot, every, claimed)
            for member in _days(every, values, slot) if kind == "dates" else people:
                both = {**values, **member}
                answers = tuple(answer(q, both) for q in questions[slot])
                number = numbers[slot].get(answers)
                if number is None:
                    number = numbers[slot][answers] = len(made.members[slot])
                    made.members[slot].append(Region(answers, tuple(member.items())))
                found.add(number)
                rows.append((slot, number, member))
            allowed[slot] = frozenset(found)
        key = (own, tuple(sorted(allowed.items())))
        if key in seen:
            continue
        at = seen[key] = len(made.outer)
        made.outer.append(Region(own, tuple(values.items())))
        made.allowed.append(allowed)
        for slot, number, member in rows:
            made.examples.setdefault((at, slot, number), member)
    return made


# --- days and hours --------------------------------------------------------------------------------
def _journeys(questions: list[Question], claimed: date) -> Iterator[Values]:
    """Days from the entry to the claim, with the hour of the claim before, at or after that of entry."""
    gaps = {*_gaps(questions), *_real_gaps(questions, claimed)}
    for gap, hour in product(sorted(gaps), HOURS):
        yield {
            "entry.date": claimed - timedelta(gap),
            "claim.date": claimed,
            "entry.time": NOON,
            "claim.time": hour,
            "claim.decision_date": claimed + AFTER,
        }


def _gaps(questions: list[Question]) -> list[int]:
    near = {n + step for n in _numbers(questions) for step in (-1, 0, 1)}
    return sorted({0, 1, *near, *YEAR, LONG} - {-1})


def _real_gaps(questions: list[Question], claimed: date) -> set[int]:
    """Days from around the dates of the law to the claim, where they are compared as they are."""
    days = {
        day
        for question in questions
        if isinstance(question, Atom) and question.day is None
        for day in law_days(question.left, question.right)
    }
    gaps = {(claimed - day).days + step for day in days for step in (-1, 0, 1)}
    return {gap for gap in gaps if gap >= 0}


def _numbers(questions: list[Question]) -> set[int]:
    return {n for q in questions if isinstance(q, Atom) for n in _constants(q.left, q.right)}


def _constants(*sides: Expr) -> Iterator[int]:
    for side in sides:
        match side:
            case Const(value=bool()):
                continue
            case Const(value=int(value)):
                yield value
            case Call(args=args):
                yield from _constants(*args)


def _days(questions: list[Question], journey: Values, slot: str) -> Iterator[Values]:
    """Days of a list member: around every number and shifted date that a question names."""
    gap = (journey["claim.date"] - journey["entry.date"]).days
    gaps = {gap, gap + 1, *(g for g in _gaps(questions) if g >= gap)}
    for question in questions:
        if isinstance(question, Atom) and question.day is not None:
            for day in law_days(question.left, question.right):
                shift = (question.day - day).days
                gaps |= {gap + shift + step for step in (-1, 0, 1) if shift + step >= 0}
    gaps |= {g for g in _real_gaps(questions, journey["claim.date"]) if g >= gap}
    if slot.removesuffix(MEMBER) not in catalogue().singles.values():
        gaps |= {-1, 0}  # not an entry before the one relied on: it may lie anywhere
    for back, hour in product(sorted(gaps), HOURS):
        yield {f"{slot}.date": journey["claim.date"] - timedelta(back), f"{slot}.time": hour}


# --- ages ------------------------------------------------------------------------------------------
BEFORE, AFTER = timedelta(5), timedelta(10)
"""How far the entry and the decision lie from the claim."""
AGES = (5, 9, 17, 30, 45, 70)
NAMES = ("age_at_entry", "age", "age_at_decision")


def _days_that_count(claimed: date) -> tuple[date, date, date]:
    return claimed - BEFORE, claimed, claimed + AFTER


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February in place of the 29th."""
    back = day - timedelta(day.month == 2 and day.day == 29)
    return back.replace(year=back.year - years)


def _births(questions: list[Question], claimed: date) -> Iterator[date]:
    """Birthdays just before, on and after each day that counts, for every age that a question names."""
    for day, step, years in product(_days_that_count(claimed), (-1, 0, 1), _numbers(questions)):
        born = day + timedelta(step)
        yield _years_before(born, years)
    for years in AGES:
        yield _years_before(claimed, years)


def _aged(prefix: str, questions: list[Question], claimed: date) -> Iterator[Values]:
    """A person at each age worth trying, on the day of the entry, of the claim and of the decision."""
    days = _days_that_count(claimed)
    for born in _births(questions, claimed):
        ages = (years_of_age(born, day) for day in days)
        found: Values = {f"{prefix}.{name}": age for name, age in zip(NAMES, ages, strict=True)}
        yield {**found, f"{prefix}.birth_date": born}
