"""Brute force for "why not": a case edited at random, and edited where it is said to matter."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import prod
from typing import Any, NamedTuple

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.case.turn import turned
from core.decision.decide import decide, positions
from core.decision.model import Decision, Verdict
from core.decision.situation import Situation, choices_of
from core.decision.which import version_for
from core.law.version import Version, VersionError
from core.logic.truth import Truth
from tests.decision import completing
from tests.decision.completing import Edits, Facts, gaps, look, put
from tests.decision.forgetting import stated
from tests.decision.members import MEMBERS, WORDS
from tests.decision.whole_law import drawn_north, drawn_south
from tests.oracle import draw_south, draw_whole

OPENED = 0.15
"""How often a choice that was drawn is left open."""
MORE = "[+]"
EMPTY: Facts = {"items": [], "complete": "all"}


class Drawn(NamedTuple):
    """A drawn case of which something is forgotten, the version that decides it, and the choices."""

    facts: Facts
    version: Version
    setup: Setup
    rng: random.Random

    def __str__(self) -> str:
        """Everything needed to ask again."""
        return f"{self.version.name} {self.setup} {json.dumps(self.facts, sort_keys=True)}"

    def decision(self) -> Decision:
        """What the version makes of it."""
        return decide(Case(self.facts), self.version, self.setup)

    def seen(self, facts: Facts | None = None, setup: Setup | None = None) -> Situation:
        """The case, or an edited one, as the version sees it."""
        case, _ = turned(Case(facts or self.facts), self.version.country)
        return Situation(case, self.version, choices_of(self.version, setup or self.setup))


def drawn(seed: str, number: int) -> Iterator[Drawn]:
    """Partial cases in both directions, under versions of either country."""
    rng = random.Random(f"why not, {seed}")
    north, south = drawn_north(seed, number), drawn_south(seed, number)
    while number:
        one = next(north if rng.random() < 0.6 else south, None)
        if one is None:
            continue
        setup = Setup(
            readings={k: v for k, v in one.readings.items() if rng.random() > OPENED},
            assumptions={k: v for k, v in one.assumptions.items() if rng.random() > OPENED},
        )
        facts = _forgotten(one.facts, rng)
        versions = (
            draw_whole.VERSIONS if one.facts["journey"]["into"] == "ca" else draw_south.VERSIONS
        )
        name = rng.choice(versions)
        if rng.random() < 0.1:
            name = "us:2023-04-01" if one.facts["journey"]["into"] == "ca" else "ca:2023-04-01"
        try:
            yield Drawn(facts, version_for(Case(facts), name, setup), setup, rng)
        except VersionError:
            continue  # the case's own law, and the day that would tell which is forgotten
        number -= 1


def _forgotten(facts: Facts, rng: random.Random) -> Facts:
    """The case without up to four of the things that it states."""
    found: Facts = json.loads(json.dumps(facts))
    known = [row for row in stated(facts) if row[0] != "journey.into"]
    for path, kind in rng.sample(known, rng.randint(0, 4)):
        if kind != "complete":
            found = put(found, ((path, None),))
        elif (listed := look(found, path)) is not None:
            listed.pop("complete", None)
    return found


# --- what is read ------------------------------------------------------------------------------------
def truth_of(situation: Situation, verdict: Verdict) -> Truth:
    """Whether a provision counts: of a chapeau, whether its parts can be used."""
    name = verdict.provision.id
    if verdict.provision.parts:
        return situation.reached(name)
    return min(situation.provision(name), situation.reached(name))


def read(situation: Situation, path: str) -> Any:
    """What stands at a path, in a form that two cases can be compared by."""
    if "[" in path.removesuffix(MORE) and situation.record(path.removesuffix(MORE)) is None:
        return "no such member"
    if path.endswith(MORE):
        listed = situation.at(path.removesuffix(MORE))
        if listed is None:
            return None
        return [getattr(m, "id", m) for m in listed.members], listed.complete
    value = situation.at(path)
    if hasattr(value, "members"):
        return list(value.members), value.complete
    return value


# --- edits anywhere ----------------------------------------------------------------------------------
def edits_anywhere(one: Drawn, number: int) -> Iterator[Facts]:
    """The case with one to four things filled in, taken out, or changed, at random."""
    pool = [gap for gap in gaps(one.facts, one.rng) if gap.fillings]
    pool += _unstated(one.facts)
    for _ in range(number):
        facts = one.facts
        for chosen in one.rng.sample(pool, min(len(pool), one.rng.randint(1, 4))):
            edits = one.rng.choice(chosen.fillings)
            if all(_there(facts, path) for path, _ in edits):
                facts = put(facts, edits)
        yield facts


def _unstated(facts: Facts) -> Iterator[completing.Gap]:
    """What is not stated at the root of the case, with what could stand there."""
    for path, fact in catalogue().facts.items():
        if "[" in path or fact.computed or path == "journey.into" or look(facts, path) is not None:
            continue
        fillings = tuple(turns(facts, path if not fact.is_list else f"{path}{MORE}"))
        if fillings:
            yield completing.Gap(path, (), (path,), fillings)


def _there(facts: Facts, path: str) -> bool:
    owner = path.rpartition(".")[0]
    return "[" not in path or look(facts, owner) is not None


# --- edits where it is said to matter ----------------------------------------------------------------
def turns(facts: Facts, path: str) -> Iterator[Edits]:
    """Ways to give the fact at a path another value; of a list, other members."""
    bare = path.removesuffix(MORE)
    if not _there(facts, bare):
        return
    fact = catalogue().fact(bare)
    if fact.is_list:
        yield from (((bare, value),) for value in _lists(facts, bare, fact.type == "records"))
    elif fact.computed or fact.name in ("age", "birth_date"):
        owner = bare.rpartition(".")[0]
        for day in completing._births(_dated(facts)):
            yield ((f"{owner}.age", None), (f"{owner}.birth_date", day))
        for age in completing.AGES if fact.name == "age" else ():
            yield ((f"{owner}.age", age), (f"{owner}.birth_date", None))
    else:
        far = (*FAR_DAYS, *_a_year_before(facts)) if fact.type == "date" else ()
        for value in (*completing._values(_dated(facts), bare, fact), *far):
            if value is not None:
                yield ((bare, value),)


def _a_year_before(facts: Facts) -> list[str]:
    """Days about a year before each day of the claim, where a limit of one year runs out."""
    claim = facts.get("claim") or {}
    days = [claim.get(key) for key in ("date", "in_person", "received")]
    return [
        (date.fromisoformat(day) - timedelta(days=365 + more)).isoformat()
        for day in days
        if day
        for more in (-3, 0, 1, 3)
    ]


def _dated(facts: Facts) -> Facts:
    """The facts with some day of claim and of entry, from which to count days worth trying."""
    found: Facts = json.loads(json.dumps(facts))
    claim = found.setdefault("claim", {})
    if not any(claim.get(key) for key in ("date", "in_person", "received")):
        claim["date"] = "2023-06-15"
    entries = found.setdefault("entries", {"items": []})
    entries.setdefault("items", [])
    if not entries["items"]:
        entries["items"].append({"id": "e1", "date": claim.get("date", "2023-06-15")})
    return found


_CLAIM = {"id": "k", "referred": True, "stage": "first_instance", "result": "none"}
_PERSON = {
    "tie": "blood",
    "shown": True,
    "whereabouts": "destination",
    "travels_with": False,
    "birth_date": "1970-06-15",
    "permits": EMPTY,
    "claims": EMPTY,
}
_PAPER = {"issuer": "US", "transit_only": False, "valid": True, "shown": True}
MORE_MEMBERS: dict[str, tuple[Facts, ...]] = {
    "relatives": (
        *(
            {**_PERSON, "relation": "sibling", "statuses": {"complete": "all", "items": [status]}}
            for status in ("protected", "removal_stayed", "asylee", "permanent_resident")
        ),
        {
            **_PERSON,
            "relation": "sibling",
            "statuses": {"complete": "all", "items": ["none"]},
            "claims": {"complete": "all", "items": [_CLAIM]},
        },
        {**_PERSON, "relation": "parent", "able_to_care": True, "statuses": EMPTY},
    ),
    "entries": tuple(
        {"place": "between_land", "date": day, "time": "10:00", "shown": True}
        for day in ("2009-06-01", "2020-07-01", "2022-06-01")
    ),
    "claimant.documents": tuple(
        {**_PAPER, "kind": kind} for kind in ("visitor_visa", "electronic_travel_authorization")
    ),
    "history.claims": (
        {"place": "here", "date": "2004-01-01", "result": "ineligible", "ground": "agreement"},
        {"place": "here", "date": "2004-01-01", "result": "ineligible", "ground": "other"},
        {"place": "abroad", "country": "AU", "date": "2004-01-01", "confirmed": True},
    ),
}
"""What :data:`tests.decision.members.MEMBERS` lacks: members that single rules of either country ask for."""
MORE_WORDS = {"route.presence_shown_by": ("papers", "visa", "biometrics")}
FAR_DAYS = ("1990-01-01", "2019-06-22", "2026-03-30")
"""Days before and after every day of the law from which on claims are counted."""


def _lists(facts: Facts, path: str, records: bool) -> Iterator[Facts]:
    """A list closed as it is, emptied, and grown by each member worth trying."""
    known: dict[str, tuple[Any, ...]] = MEMBERS if records else WORDS
    items = list((look(facts, path) or {}).get("items") or ())
    pattern = re.sub(r"\[[^\]]*\]", "[]", path)
    yield {"items": items, "complete": "all"}
    if pattern == "entries":
        yield from ({"items": [*items, new], "complete": "all"} for new in _later(facts))
    if not records:
        yield EMPTY
        yield {"items": ["NG"], "complete": "all"} if "nation" in path or "resid" in path else EMPTY
    more = MORE_MEMBERS.get(pattern, ()) if records else ()
    if pattern == "entries":
        more = (*more, *_earlier(items))
    for member in (*known.get(pattern, ()), *more, *MORE_WORDS.get(pattern, ())):
        if member not in items:
            grown = {"id": "grown", **member} if records else member
            front = pattern == "entries"
            yield {"items": [grown, *items] if front else [*items, grown], "complete": "all"}
        for other in () if records else ("", *WORDS.get(pattern, ())):
            yield {"items": [member, *([other] if other > member else [])], "complete": "all"}


def _earlier(items: list[Facts]) -> Iterator[Facts]:
    """An entry a year or two before the last one."""
    last = items[-1].get("date") if items else None
    for days in (370, 800) if last is not None else ():
        day = date.fromisoformat(str(last)) - timedelta(days=days)
        yield {"place": "between_land", "date": day.isoformat(), "time": "10:00", "shown": True}


def _later(facts: Facts) -> Iterator[Facts]:
    """One more entry on a day of the claim, which is then the one relied on."""
    claim = facts.get("claim") or {}
    stated = (claim.get(key) for key in ("date", "in_person", "received"))
    days = {str(day) for day in stated if day is not None}
    for day in sorted(days):
        yield {"id": "later", "place": "between_land", "date": day, "time": "10:00", "shown": True}


def turned_ways(
    facts: Facts, paths: tuple[str, ...], rng: random.Random, most: int
) -> Iterator[Facts]:
    """The case with the facts at these paths changed: some of them, in every way worth trying or some."""
    ways = [[(), *turns(facts, path)] for path in paths]
    if prod(len(way) for way in ways) <= most:
        yield from (_put_all(facts, chosen) for chosen in product(*ways))
        return
    for one in [edits for way in ways for edits in way][:most]:
        yield _put_all(facts, (one,))
    for _ in range(most):
        yield _put_all(facts, tuple(rng.choice(way) for way in ways))


def _put_all(facts: Facts, chosen: tuple[Edits, ...]) -> Facts:
    for edits in chosen:
        if all(_there(facts, path) for path, _ in edits):
            facts = put(facts, edits)
    return facts


# --- what is needed ----------------------------------------------------------------------------------
def answers(
    one: Drawn, facts: Facts, setup: Setup, names: tuple[str, ...], most: int | None
) -> Iterator[tuple[Facts, Setup]]:
    """The case with all of these names answered, facts or choices: at random, or in every way (None)."""
    if not names:
        yield facts, setup
        return
    if most is None:
        (name,) = names
        yield from _answered(one, facts, setup, name)
        return
    for _ in range(most):
        found = facts, setup
        for name in names:
            ways = list(_answered(one, *found, name))
            found = one.rng.choice(ways) if ways else found
        yield found


def _answered(one: Drawn, facts: Facts, setup: Setup, name: str) -> Iterator[tuple[Facts, Setup]]:
    kind, colon, choice = name.partition(":")
    if colon:
        for position in positions(one.version, kind, choice):
            yield facts, setup.with_choice(kind, choice, position)
        return
    for edits in turns(facts, name):
        for whole in completing._with_followups(_put_all(facts, (edits,))):
            yield whole, setup
