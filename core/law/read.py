"""From the YAML of a law file to provisions and proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.case.catalogue import Catalogue
from core.files.yamlfile import Document
from core.law.provisions import KINDS, OPEN, Amendment, Assumption, Limb, Proposal, Provision, Text
from core.law.shape import (
    AMENDMENT_KEYS,
    PROPOSAL_KEYS,
    PROVISION_KEYS,
    TEXT_KEYS,
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
from core.logic.tree import All, Choose, Condition, Not, Some
from core.logic.tree import Any as AnyOf
from core.logic.tree import Limb as LimbRef
from core.words import Words


@dataclass(frozen=True)
class Shelf:
    """What every law file may name: marks and instruments."""

    marks: frozenset[str]
    instruments: dict[str, Words]


def _instrument(data: dict[str, Any], key: str, shelf: Shelf, at: Place) -> Words:
    name = text(data, key, at)
    if name not in shelf.instruments:
        raise at.down(key).fail(
            f"{key}: the instrument {name!r} is not in instruments.yaml; add it there, in en and fr"
        )
    return shelf.instruments[name]


def read_provision(document: Document, at: int, facts: Catalogue, shelf: Shelf) -> Provision:
    """The provision at place ``at`` of a file's list. Raises LawError."""
    place = Place(document, ("provisions", at))
    data = known_keys(document.data["provisions"][at], PROVISION_KEYS, place)
    name = text(data, "id", place)
    kind = one_of(data, "kind", KINDS, place)
    effect = data.get("effect") or {}
    mark = one_of(data, "mark", tuple(sorted(shelf.marks)), place)
    gist = words(data, "gist", place)
    scope = _scope(data, facts, place)
    limbs = _limbs(data.get("limbs") or {}, name, scope, place.down("limbs"))
    sources = data.get("sources")
    if not isinstance(sources, list) or not sources:
        raise place.fail(
            f"sources: a list of source keys was expected for {name}, found {sources!r}"
        )
    return Provision(
        id=name,
        country=document.data.get("country", ""),
        kind=kind,
        node=text(data, "node", place),
        cite=words(data, "cite", place),
        title=words(data, "title", place),
        gist=gist,
        mark=mark,
        sources=tuple(sources),
        texts=_texts(data, name, gist, mark, limbs, scope, place, shelf),
        order=_order(data, place),
        outcome=str(effect.get("outcome", "")),
        how=str(effect.get("how", "")),
        exempts=tuple(data.get("exempts") or ()),
        of=str(data.get("of", "")),
        parts="parts" in data,
        over=str(data.get("over", "")),
        suspends=tuple(data.get("suspends") or ()),
        reaches_back=data.get("reaches_back") is True,
        file=document.name,
        line=place.line(),
    )


def _order(data: dict[str, Any], place: Place) -> int:
    found = data.get("order", 0)
    if isinstance(found, bool) or not isinstance(found, int):
        raise place.down("order").fail(f"order: a whole number was expected, found {found!r}")
    return found


def _scope(data: dict[str, Any], facts: Catalogue, place: Place) -> Scope:
    """Terms speak of a member called ``it``; everything else of the case."""
    over = data.get("over")
    if over is None:
        return Scope(facts)
    spec = facts.get(over)
    if spec is None or not spec.is_list:
        raise place.down("over").fail(f"over: {over!r} is not a list of the case")
    return Scope(facts, {"it": f"{over}[]"})


def _limbs(data: dict[str, Any], name: str, scope: Scope, at: Place) -> dict[str, Limb]:
    found: dict[str, Limb] = {}
    for key, spec in data.items():
        here = at.down(key)
        known_keys(spec, frozenset({"title", "when"}), here)
        parsed = qualified(condition(spec.get("when"), scope, here.down("when")), name)
        found[key] = Limb.of(f"{name}#{key}", words(spec, "title", here), parsed)
    return found


def _texts(
    data: dict[str, Any],
    name: str,
    gist: Any,
    mark: str,
    limbs: dict[str, Limb],
    scope: Scope,
    place: Place,
    shelf: Shelf,
) -> tuple[Text, ...]:
    rows = data.get("texts")
    if not isinstance(rows, list) or not rows:
        raise place.fail(f"texts: at least one dated text was expected for {name}, found {rows!r}")
    starts = [moment(row, "from", place.down("texts", n)) for n, row in enumerate(rows)]
    found = []
    for n, row in enumerate(rows):
        at = place.down("texts", n)
        known_keys(row, TEXT_KEYS, at)
        start = starts[n]
        if start is None:
            raise at.fail("from: the day this text takes effect was expected")
        following = starts[n + 1] if n + 1 < len(rows) else None
        own = _limbs(row.get("limbs") or {}, name, scope, at.down("limbs"))
        found.append(
            Text(
                provision=name,
                start=start,
                until=moment(row, "until", at) or following,
                by=_instrument(row, "by", shelf, at),
                ended_by=_instrument(row, "ended_by", shelf, at) if "ended_by" in row else None,
                gist=optional_words(row, "gist", at) or gist,
                changed=optional_words(row, "changed", at),
                mark=one_of(row, "mark", tuple(sorted(shelf.marks)), at) if "mark" in row else mark,
                when=qualified(condition(row.get("when"), scope, at.down("when")), name),
                gate=qualified(condition(row.get("gate"), scope, at.down("gate")), name),
                applies=qualified(condition(row.get("applies"), scope, at.down("applies")), name),
                limbs={**limbs, **own},
            )
        )
    return tuple(found)


def qualified(node: Condition, owner: str) -> Condition:
    """The condition with ``limb: window`` written out as ``owner#window``."""
    match node:
        case LimbRef(id=name) if "#" not in name:
            return LimbRef(f"{owner}#{name}")
        case All(parts):
            return All(tuple(qualified(part, owner) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(qualified(part, owner) for part in parts))
        case Not(part):
            return Not(qualified(part, owner))
        case Some(var, source, where):
            return Some(var, source, qualified(where, owner))
        case Choose(kind, name, cases):
            return Choose(kind, name, tuple((p, qualified(c, owner)) for p, c in cases))
        case _:
            return node


def read_proposal(
    document: Document, facts: Catalogue, provisions: dict[str, Provision], shelf: Shelf
) -> Proposal:
    """The proposal in a file of its own. Raises LawError."""
    place = Place(document)
    data = known_keys(document.data, PROPOSAL_KEYS, place)
    base = moment(data, "base", place)
    if base is None:
        raise place.fail("base: the day of the law that the proposal amends was expected")
    return Proposal(
        id=text(data, "proposal", place),
        title=words(data, "title", place),
        country=text(data, "amends_country", place),
        base=base,
        note=words(data, "note", place),
        sources=tuple(data.get("sources") or ()),
        assumes=_assumptions(data.get("assumes") or {}, place.down("assumes")),
        amends=tuple(
            _amendment(row, base, facts, provisions, shelf, place.down("amends", n))
            for n, row in enumerate(data.get("amends") or ())
        ),
    )


def _assumptions(data: dict[str, Any], at: Place) -> dict[str, Assumption]:
    found = {}
    for name, spec in data.items():
        here = at.down(name)
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


def _amendment(
    row: Any,
    base: str,
    facts: Catalogue,
    provisions: dict[str, Provision],
    shelf: Shelf,
    at: Place,
) -> Amendment:
    data = known_keys(row, AMENDMENT_KEYS, at)
    verbs = [key for key in ("replace", "gate_of", "repeal") if key in data]
    if len(verbs) != 1:
        raise at.fail("a clause does one of replace:, gate_of: or repeal:")
    verb = verbs[0]
    target = data[verb]
    provision = provisions.get(target)
    old = _text_at(provision, base) if provision is not None else None
    if provision is None or old is None:
        raise at.down(verb).fail(f"{verb}: the law of {base} has no provision {target!r}")
    clause, title = text(data, "clause", at), words(data, "title", at)
    if verb == "repeal":
        return Amendment(clause, title, target, None)
    scope = Scope(facts, {"it": f"{provision.over}[]"} if provision.over else {})
    limbs = {**old.limbs, **_limbs(data.get("limbs") or {}, target, scope, at.down("limbs"))}
    when = qualified(condition(data.get("when"), scope, at.down("when")), target)
    gate = qualified(condition(data.get("gate"), scope, at.down("gate")), target)
    written = Text(
        provision=target,
        start=base,
        until=None,
        by=title,
        ended_by=None,
        gist=words(data, "gist", at),
        changed=words(data, "changed", at),
        mark=one_of(data, "mark", tuple(sorted(shelf.marks)), at),
        when=when if verb == "replace" else old.when,
        gate=gate if "gate" in data else old.gate,
        applies=old.applies,
        limbs=limbs,
        clause=clause,
    )
    return Amendment(clause, title, target, written)


def _text_at(provision: Provision, base: str) -> Text | None:
    from core.law.cut import reading_moment

    return next((t for t in provision.texts if t.in_force(reading_moment(base))), None)
