"""From the YAML of a proposal to its assumptions and clauses.

A clause replaces a text, changes a gate, repeals a provision, or inserts one. An inserted provision
stands in the proposal alone; it is written with all its fields, as in a law file, except that it has
one text, whose ``when`` and ``gate`` stand beside the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from core.calendar import parse_moment
from core.case.catalogue import Catalogue
from core.files.yamlfile import Document
from core.law.cut import reading_moment
from core.law.provisions import OPEN, Amendment, Assumption, Proposal, Provision, Text
from core.law.read import Head, Shelf, limbs_of, provision_of, qualified
from core.law.shape import (
    AMENDMENT_KEYS,
    INSERTED_KEYS,
    INSERTING_KEYS,
    PROPOSAL_KEYS,
    Place,
    condition,
    known_keys,
    moment,
    one_of,
    optional_words,
    text,
    words,
)
from core.logic.parse import Scope
from core.words import Words

VERBS = ("replace", "gate_of", "repeal", "insert")
NAME = re.compile(r"\w+")
"""The names of proposals, clauses and assumptions, which can stand in the name of a version."""


@dataclass(frozen=True)
class Base:
    """What a proposal amends: the law of a country on a day."""

    day: str
    country: str
    facts: Catalogue
    provisions: dict[str, Provision]
    shelf: Shelf
    sourced: bool = False
    """Whether the proposal says in its own words where it comes from."""

    def standing(self, name: Any) -> Text | None:
        """The text of a provision on that day, in that country; what only suspends does not count."""
        found = self.provisions.get(name) if isinstance(name, str) else None
        if found is None or found.country != self.country or found.suspends:
            return None
        return next((t for t in found.texts if t.in_force(reading_moment(self.day))), None)


def read_proposal(
    document: Document, facts: Catalogue, provisions: dict[str, Provision], shelf: Shelf
) -> Proposal:
    """The proposal in a file of its own. Raises LawError."""
    place = Place(document)
    data = known_keys(document.data, PROPOSAL_KEYS, place)
    day = moment(data, "base", place)
    if day is None:
        raise place.fail("base: the day of the law that the proposal amends was expected")
    country = one_of(data, "amends_country", tuple(_countries(facts)), place)
    source = optional_words(data, "source", place)
    base = Base(day, country, facts, provisions, shelf, source is not None)
    amends = tuple(
        _amendment(row, base, place.down("amends", n))
        for n, row in enumerate(_listed(data, "amends", place))
    )
    _refuse_twice(amends, place)
    return Proposal(
        id=_name(data, "proposal", place),
        title=words(data, "title", place),
        country=country,
        base=day,
        note=words(data, "note", place),
        sources=tuple(_listed(data, "sources", place)),
        assumes=_assumptions(data.get("assumes") or {}, place.down("assumes")),
        amends=amends,
        source=source,
    )


def _countries(facts: Catalogue) -> list[str]:
    return list(facts.facts["journey.into"].choices)


def _listed(data: dict[str, Any], key: str, place: Place) -> list[Any]:
    found = data.get(key) or []
    if not isinstance(found, list):
        raise place.down(key).fail(f"{key}: a list was expected, found {found!r}")
    return found


def _name(data: dict[str, Any], key: str, place: Place) -> str:
    found = text(data, key, place)
    if not NAME.fullmatch(found) or _is_day(found):
        raise place.down(key).fail(
            f"{key}: found {found!r}; a name has letters, digits and _ only, and is no date"
        )
    return found


def _is_day(name: str) -> bool:
    try:
        parse_moment(name)
    except ValueError:
        return False
    return True


def _refuse_twice(amends: tuple[Amendment, ...], place: Place) -> None:
    """Each clause has a name of its own, so that it can be switched off, and a provision of its own."""
    for at, later in enumerate(amends):
        for earlier in amends[:at]:
            here = place.down("amends", at)
            if later.clause == earlier.clause:
                raise here.down("clause").fail(
                    f"clause: {later.clause!r} is the name of an earlier clause; choose another"
                )
            if later.target == earlier.target:
                raise here.fail(
                    f"the clause {earlier.clause!r} amends {later.target} already; "
                    "write both changes in one clause"
                )


def _assumptions(data: Any, at: Place) -> dict[str, Assumption]:
    if not isinstance(data, dict):
        raise at.fail(f"assumes: names with their choices were expected, found {data!r}")
    found = {}
    for name, spec in data.items():
        here = at.down(name)
        if not NAME.fullmatch(name):
            raise here.fail(f"assumes: found {name!r}; a name has letters, digits and _ only")
        known_keys(spec, frozenset({"question", "choices", "default", "note"}), here)
        choices = spec.get("choices") or {}
        positions = {key: words(choices, key, here.down("choices")) for key in choices}
        default = spec.get("default")
        if default != OPEN and default not in positions:
            raise here.fail(
                f"default: found {default!r}, expected open or one of {', '.join(positions)}"
            )
        found[name] = Assumption(
            name,
            words(spec, "question", here),
            positions,
            None if default == OPEN else default,
            words(spec, "note", here),
        )
    return found


def _amendment(row: Any, base: Base, at: Place) -> Amendment:
    data = known_keys(row, AMENDMENT_KEYS, at)
    verbs = [key for key in VERBS if key in data]
    if len(verbs) != 1:
        raise at.fail(f"a clause does one of {', '.join(f'{verb}:' for verb in VERBS)}")
    verb = verbs[0]
    clause, title = _name(data, "clause", at), words(data, "title", at)
    if verb == "insert":
        known_keys(row, INSERTING_KEYS, at)
        return _insertion(data, clause, title, base, at)
    target = data[verb]
    old = base.standing(target)
    if old is None:
        raise at.down(verb).fail(f"{verb}: the law of {base.day} has no provision {target!r}")
    if verb == "repeal":
        return Amendment(clause, title, target, None, verb)
    written = _rewritten(data, verb, old, clause, title, base, at)
    return Amendment(clause, title, target, written, verb)


def _rewritten(
    data: dict[str, Any], verb: str, old: Text, clause: str, title: Words, base: Base, at: Place
) -> Text:
    """The text of a provision that the base has, with another condition or gate."""
    target = old.provision
    over = base.provisions[target].over
    scope = Scope(base.facts, {"it": f"{over}[]"} if over else {})
    limbs = {**old.limbs, **limbs_of(data.get("limbs") or {}, target, scope, at.down("limbs"))}
    when = qualified(condition(data.get("when"), scope, at.down("when")), target)
    gate = qualified(condition(data.get("gate"), scope, at.down("gate")), target)
    return Text(
        provision=target,
        start=base.day,
        until=None,
        by=title,
        ended_by=None,
        gist=words(data, "gist", at),
        changed=words(data, "changed", at),
        mark=one_of(data, "mark", tuple(sorted(base.shelf.marks)), at),
        when=when if verb == "replace" else old.when,
        gate=gate if "gate" in data else old.gate,
        applies=old.applies,
        limbs=limbs,
        clause=clause,
    )


def _insertion(data: dict[str, Any], clause: str, title: Words, base: Base, at: Place) -> Amendment:
    """The clause that inserts a provision, which may be one that the law had, or has, on another day."""
    here = at.down("insert")
    fields = known_keys(data["insert"], INSERTED_KEYS, here)
    name = text(fields, "id", here)
    if base.standing(name) is not None:
        raise here.down("id").fail(
            f"insert: the law of {base.day} has {name!r} already; change it by replace:"
        )

    def one_text(fields: dict[str, Any], head: Head, shelf: Shelf, here: Place) -> tuple[Text, ...]:
        when = qualified(condition(fields.get("when"), head.scope, here.down("when")), name)
        gate = qualified(condition(fields.get("gate"), head.scope, here.down("gate")), name)
        return (
            Text(
                provision=name,
                start=base.day,
                until=None,
                by=title,
                ended_by=None,
                gist=head.gist,
                changed=optional_words(data, "changed", at),
                mark=head.mark,
                when=when,
                gate=gate,
                applies=condition(None, head.scope, here),
                limbs=head.limbs,
                clause=clause,
            ),
        )

    if base.sourced:
        fields = {"sources": [], **fields}
    made = provision_of(
        fields, base.country, base.facts, base.shelf, here, one_text, sourced=base.sourced
    )
    known = base.provisions.get(name)
    if known is not None and _place(known) != _place(made):
        raise here.down("id").fail(
            f"insert: {name!r} stands in the law of other days; here too it has the same "
            "kind, effect, exempts, order, node, of, over and parts"
        )
    return Amendment(clause, title, name, made.texts[0], "insert", made)


def _place(provision: Provision) -> tuple[object, ...]:
    """What makes a provision the same one on whatever day."""
    p = provision
    return p.country, p.kind, p.outcome, p.how, p.exempts, p.order, p.node, p.of, p.over, p.parts
