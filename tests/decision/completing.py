"""Complete cases made partial, and every way worth trying to complete them again.

A :class:`Gap` is one thing that is forgotten: a value, a value with all that it could be derived from,
the completeness of a list or of some kinds in it, a member of a list, a whole list, or an open choice.
It knows the edge values that could stand in it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from typing import Any

from core.calendar import anniversary, years_of_age
from core.case.case import Case, steps_of
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.facts import Fact, pattern
from core.case.setup import Setup
from core.case.view import View
from tests.decision.members import MEMBERS, WORDS
from tests.oracle.draw_people import TIED

Facts = dict[str, Any]
Edit = tuple[str, Any]
"""A path and the plain value put there; None takes it out."""
Edits = tuple[Edit, ...]

AGES = (0, 16, 17, 18, 19, 40)
GAPS_IN_DAYS = (0, 1, 13, 14, 15, 200, 400)


@dataclass(frozen=True)
class Gap:
    """One forgotten thing: what is taken out, under which names it is waited for, what could fill it."""

    name: str
    out: Edits
    names: tuple[str, ...]
    fillings: tuple[Edits, ...]
    choice: tuple[str, str] | None = None


# --- plain data ------------------------------------------------------------------------------------
def put(facts: Facts, edits: Edits) -> Facts:
    """A copy of the facts with the edits."""
    found: Facts = json.loads(json.dumps(facts))
    for path, value in edits:
        *way, last = steps_of(path)
        at: Any = found
        for step in way:
            at = at.setdefault(step.key, {}) if step.member is None else _member(at, step)
        if value is None:
            at.pop(last.key, None)
        else:
            at[last.key] = json.loads(json.dumps(value))
    return found


def _member(at: Any, step: Any) -> Any:
    return next(m for m in at[step.key]["items"] if m["id"] == step.member)


def look(facts: Facts, path: str) -> Any:
    """What stands at a path; None if nothing."""
    at: Any = facts
    for step in steps_of(path):
        at = at.get(step.key) if isinstance(at, dict) else None
        if step.member is not None:
            items = (at or {}).get("items") or ()
            at = next((m for m in items if m["id"] == step.member), None)
    return at


def paths(facts: Facts, before: str = "") -> Iterator[tuple[str, Fact, Any]]:
    """Every fact that is stated, with its path and its value."""
    for key, value in facts.items():
        path = f"{before}{key}"
        fact = catalogue().get(pattern(path))
        if fact is None:
            if isinstance(value, dict):
                yield from paths(value, f"{path}.")
            continue
        yield path, fact, value
        if fact.type == "records":
            for member in value.get("items") or ():
                inner = {k: v for k, v in member.items() if k != "id"}
                yield from paths(inner, f"{path}[{member['id']}].")


# --- what can be forgotten -------------------------------------------------------------------------
def gaps(facts: Facts, rng: random.Random) -> list[Gap]:
    """Everything in the case that can be forgotten, each with what could stand there instead."""
    found: list[Gap] = []
    for path, fact, value in paths(facts):
        if path == "journey.into":
            continue
        found += _of_list(facts, path, fact, value, rng) if fact.is_list else _of_value(facts, path)
    return found


def _of_value(facts: Facts, path: str) -> list[Gap]:
    fact = catalogue().fact(path)
    owner, _, name = path.rpartition(".")
    if name == "age":
        born = f"{owner}.birth_date"
        fillings = tuple(((born, day),) for day in _births(facts))
        names = (path, born)
        return [Gap(f"{path} and birth", ((path, None), (born, None)), names, fillings)]
    if fact.derived:
        # Where it can be derived it is not unknown: what it is derived from goes too, or it stays.
        return _with_sources(facts, path)
    values = [value for value in _values(facts, path, fact) if value is not None]
    return [Gap(path, ((path, None),), (path,), tuple(((path, value),) for value in values))]


def _with_sources(facts: Facts, path: str) -> list[Gap]:
    name = path.rpartition(".")[2]
    if name == "at_port":
        place = path.replace("at_port", "place")
        fillings = [
            ((place, value), (path, at_port))
            for value in _values(facts, place, catalogue().fact(place))
            for at_port in (None, False)
        ]
        return [
            Gap(f"{place}, at_port", ((path, None), (place, None)), (path, place), tuple(fillings))
        ]
    if path == "route.from_designated":
        legs = "route.legs"
        gone: Edits = ((path, None), (legs, None))
        return [Gap("legs, from", gone, (path, f"{legs}[+]"), (((path, True),), ((path, False),)))]
    if path == "claim.date":
        days = tuple(d for d in ("claim.in_person", "claim.received") if look(facts, d))
        out = tuple((day, None) for day in (path, *days))
        made = [((path, value),) for value in _values(facts, path, catalogue().fact(path))]
        return [Gap("claim.date and days", out, (path, *days), tuple(made))]
    return []


def _of_list(
    facts: Facts, path: str, fact: Fact, value: Facts, rng: random.Random
) -> Iterator[Gap]:
    """The list open, open but for some kinds, without one member, or gone."""
    items = value.get("items") or []
    names = (f"{path}[+]", path)
    more = _grown(path, fact, items)
    as_it_is = ((path, value),)
    if value.get("complete") == "all":
        open_ = {k: v for k, v in value.items() if k != "complete"}
        yield Gap(f"{path} open", ((path, open_),), names, (as_it_is, *more))
        kinds = next((list(f.choices) for f in fact.fields if f.name == fact.kind), [])
        if kinds:
            closed = rng.sample(kinds, rng.randint(1, len(kinds) - 1))
            partly = {**value, "complete": closed}
            others = tuple(
                e for e in more if e[0][1]["items"][_new_at(path)][fact.kind] not in closed
            )
            yield Gap(f"{path} open but {closed}", ((path, partly),), names, (as_it_is, *others))
    if items and path != "entries":
        at = rng.randrange(len(items))
        fewer = {"items": items[:at] + items[at + 1 :]}
        without = ((path, {**fewer, "complete": "all"}),)
        grown = _grown(path, fact, fewer["items"])
        yield Gap(f"{path} less one", ((path, fewer),), names, (as_it_is, without, *grown))
    nothing = () if path == "entries" else (((path, {"items": [], "complete": "all"}),),)
    alone = _grown(path, fact, []) if path != "entries" else _other_entries(facts, items)
    yield Gap(f"{path} gone", ((path, None),), names, (as_it_is, *nothing, *more, *alone))


def _new_at(path: str) -> int:
    """Where a member that was missing comes to stand: an entry before those that are known."""
    return 0 if path == "entries" else -1


def _grown(path: str, fact: Fact, items: list[Any]) -> tuple[Edits, ...]:
    """The list closed with one more member, in every way worth trying."""
    known: Mapping[str, tuple[Any, ...]] = WORDS if fact.type != "records" else MEMBERS
    found = []
    for member in known.get(pattern(path), ()):
        if fact.type != "records" and member in items:
            continue
        new = {"id": "new", **member} if isinstance(member, dict) else member
        grown = [new, *items] if _new_at(path) == 0 else [*items, new]
        found.append(((path, {"items": grown, "complete": "all"}),))
    return tuple(found)


def _other_entries(facts: Facts, items: list[Facts]) -> tuple[Edits, ...]:
    choices = list(catalogue().fact("entries[e].place").choices)
    plain = {k: v for k, v in items[-1].items() if k != "at_port"}
    return tuple(
        (("entries", {"items": [{**plain, "place": place}], "complete": "all"}),)
        for place in choices
    )


# --- what could stand there ------------------------------------------------------------------------
def _values(facts: Facts, path: str, fact: Fact) -> list[Any]:
    value = look(facts, path)
    if fact.type == "boolean":
        return [True, False]
    if fact.type == "choice":
        return list(fact.choices)
    if fact.type == "country":
        return list(dict.fromkeys([value, "US", "CA", "MX"]))
    if fact.type == "integer":
        return list(dict.fromkeys([value, *AGES]))
    if fact.type == "time":
        return list(dict.fromkeys([value, "00:00", "10:00", "23:59"]))
    if fact.type == "date":
        born = path.endswith("birth_date")
        return [
            value,
            *(_births(facts, look(facts, path[:-10] + "age")) if born else _days(facts, path)),
        ]
    return [value]


def _days(facts: Facts, path: str) -> list[str]:
    """Days so far from the entry (or, for the entry, from the claim) that counting them matters."""
    claim = facts.get("claim") or {}
    if "entries[" in path:
        ends, sign = [claim.get(k) for k in ("date", "in_person", "received")], -1
    else:
        ends, sign = [e.get("date") for e in facts["entries"]["items"]], 1
        ends += [claim.get("in_person")]
    found = [
        (date.fromisoformat(end) + sign * timedelta(days=gap)).isoformat()
        for end in dict.fromkeys(ends)
        if end
        for gap in GAPS_IN_DAYS
    ]
    return list(dict.fromkeys([*found, *_turning_18(facts)]))


def _turning_18(facts: Facts) -> Iterator[str]:
    """The day on which someone comes of age, and the day before."""
    people = [facts["claimant"], *(facts.get("relatives") or {}).get("items", ())]
    for born in [person.get("birth_date") for person in people]:
        if born:
            day = anniversary(date.fromisoformat(born), 18)
            yield from ((day - timedelta(days=1)).isoformat(), day.isoformat())


def _births(facts: Facts, stated: int | None = None) -> list[str]:
    """Birthdays on and just after each day on which an age may count, for every age at an edge.

    Beside a stated age only birthdays that give it are of use.
    """
    ages = (*AGES[1:], 68) if stated is None else (stated, stated + 1)
    claim, entry = facts["claim"], facts["entries"]["items"][-1]
    days = [claim.get(k) for k in ("date", "in_person", "received", "decision_date")]
    days.append(entry.get("date"))
    found = [
        (anniversary(date.fromisoformat(day), -age) + timedelta(days=late)).isoformat()
        for day in dict.fromkeys(days)
        if day
        for age in ages
        for late in (0, 1)
    ]
    return list(dict.fromkeys(found))


# --- a partial case and its completions ------------------------------------------------------------
@dataclass(frozen=True)
class Partial:
    """A complete case with gaps, and the setup it is looked at with."""

    whole: Facts
    whole_setup: Setup
    facts: Facts
    setup: Setup
    gaps: tuple[Gap, ...]

    def completions(self, most: int, rng: random.Random) -> Iterator[tuple[Facts, Setup]]:
        """The case itself, and up to so many other ways to fill all gaps; they may contradict themselves."""
        yield self.whole, self.whole_setup
        ways = [gap.fillings for gap in self.gaps]
        number = 1
        for fillings in ways:
            number *= len(fillings)
        chosen: Any = product(*ways)
        if number > most:
            chosen = (tuple(rng.choice(fillings) for fillings in ways) for _ in range(most))
        for fillings in islice(chosen, most):
            yield from self._filled(fillings)

    def _filled(self, fillings: tuple[Edits, ...]) -> Iterator[tuple[Facts, Setup]]:
        facts, setup = self.facts, self.setup
        for gap, edits in zip(self.gaps, fillings, strict=True):
            if gap.choice is not None:
                setup = setup.with_choice(*gap.choice, str(edits[0][1]))
                continue
            if any(not _there(facts, path) for path, _ in edits):
                return  # inside a member that another gap took away
            facts = put(facts, edits)
        for whole in _with_followups(facts):
            yield whole, setup


def _there(facts: Facts, path: str) -> bool:
    owner = path.rpartition(".")[0]
    return "[" not in path or look(facts, owner) is not None


def _with_followups(facts: Facts) -> Iterator[Facts]:
    """The facts with each answer to what is asked only because of what was filled in."""
    asked = list(_followups(facts))[:3]
    for answers in product(*(values for _, values in asked)):
        paths_ = (path for path, _ in asked)
        yield put(facts, tuple(zip(paths_, answers, strict=True))) if asked else facts


def _followups(facts: Facts) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for person in (facts.get("relatives") or {}).get("items") or ():
        where = f"relatives[{person['id']}]"
        if person.get("relation") in TIED and "tie" not in person:
            yield f"{where}.tie", ("blood", "step")
        if (
            person.get("whereabouts") in ("origin", "elsewhere")
            and "away_temporarily" not in person
        ):
            yield f"{where}.away_temporarily", (True, False)
        for permit in (person.get("permits") or {}).get("items") or ():
            if permit.get("kind") == "work" and "under" not in permit:
                under = ("other", "unenforceable_removal_order")
                yield f"{where}.permits[{permit['id']}].under", under
    claim = facts.get("claim") or {}
    if claim.get("through_portal") and not claim.get("received") and "date" not in claim:
        days = [claim.get("in_person"), *_days(facts, "claim.received")]
        yield "claim.received", tuple(dict.fromkeys(day for day in days if day))
    history = facts.get("history") or {}
    if history.get("recognised_elsewhere") and "returnable_there" not in history:
        yield "history.returnable_there", (True, False)


def consistent(facts: Facts, readings: Mapping[str, str]) -> bool:
    """Whether no check is broken, and every stated age fits the date of birth beside it."""
    case = Case(facts)
    if broken_checks(case, readings):
        return False
    view = View(case, {("reading", name): place for name, place in readings.items()})
    claimed = view.value("claim.date")
    if not isinstance(claimed, date):
        return True
    for person in (facts.get("relatives") or {}).get("items") or ():
        born, age = person.get("birth_date"), person.get("age")
        if born and age is not None:
            if date.fromisoformat(born) > claimed:
                return False
            if years_of_age(date.fromisoformat(born), claimed) != age:
                return False
    return True


def make_partial(
    facts: Facts,
    setup: Setup,
    choices: Mapping[tuple[str, str], tuple[str, ...]],
    rng: random.Random,
    number: int,
    *,
    wanted: Callable[[Gap], bool] = lambda gap: True,
) -> Partial:
    """The case with so many gaps that do not overlap."""
    pool = [gap for gap in gaps(facts, rng) if gap.fillings and wanted(gap)]
    for (kind, name), positions in choices.items():
        fillings = tuple(((f"{kind}:{name}", position),) for position in positions)
        pool.append(Gap(f"{kind}:{name}", (), (f"{kind}:{name}",), fillings, (kind, name)))
    chosen: list[Gap] = []
    for gap in rng.sample(pool, len(pool)):
        if len(chosen) < number and not any(_overlap(gap, other) for other in chosen):
            chosen.append(gap)
    found, left = facts, setup
    for gap in chosen:
        found = put(found, gap.out)
        if gap.choice is not None:
            left = left.with_choice(*gap.choice, None)
    return Partial(facts, setup, found, left, tuple(chosen))


def _overlap(one: Gap, other: Gap) -> bool:
    return (
        any(a.startswith(b) or b.startswith(a) for a, _ in one.out for b, _ in other.out)
        or one.choice == other.choice is not None
    )
