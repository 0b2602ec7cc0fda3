"""From the YAML of a law file to provisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.case.catalogue import Catalogue
from core.files.yamlfile import Document
from core.law.provisions import KINDS, Limb, Provision, Text
from core.law.shape import (
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


@dataclass(frozen=True)
class Head:
    """What all texts of a provision share."""

    name: str
    gist: Words
    mark: str
    limbs: dict[str, Limb]
    scope: Scope


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
    return provision_of(data, document.data.get("country", ""), facts, shelf, place, _texts)


def provision_of(
    data: dict[str, Any],
    country: str,
    facts: Catalogue,
    shelf: Shelf,
    place: Place,
    texts_of: Callable[[dict[str, Any], Head, Shelf, Place], tuple[Text, ...]],
    *,
    sourced: bool = False,
) -> Provision:
    """The provision that ``data`` describes; ``texts_of`` reads its texts. Raises LawError.

    What it stands in may be ``sourced`` as a whole; then it needs no source of its own.
    """
    name = text(data, "id", place)
    kind = one_of(data, "kind", KINDS, place)
    effect = data.get("effect") or {}
    mark = one_of(data, "mark", tuple(sorted(shelf.marks)), place)
    gist = words(data, "gist", place)
    scope = _scope(data, facts, place)
    limbs = limbs_of(data.get("limbs") or {}, name, scope, place.down("limbs"))
    sources = data.get("sources")
    if not isinstance(sources, list) or not (sources or sourced):
        raise place.fail(
            f"sources: a list of source keys was expected for {name}, found {sources!r}"
        )
    return Provision(
        id=name,
        country=country,
        kind=kind,
        node=text(data, "node", place),
        cite=words(data, "cite", place),
        title=words(data, "title", place),
        gist=gist,
        mark=mark,
        sources=tuple(sources),
        texts=texts_of(data, Head(name, gist, mark, limbs, scope), shelf, place),
        order=_order(data, place),
        outcome=str(effect.get("outcome", "")),
        how=str(effect.get("how", "")),
        exempts=tuple(data.get("exempts") or ()),
        of=str(data.get("of", "")),
        parts="parts" in data,
        over=str(data.get("over", "")),
        suspends=tuple(data.get("suspends") or ()),
        reaches_back=data.get("reaches_back") is True,
        file=place.document.name,
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


def limbs_of(data: dict[str, Any], name: str, scope: Scope, at: Place) -> dict[str, Limb]:
    """The limbs that a provision or a text of it writes, by their short names. Raises LawError."""
    found: dict[str, Limb] = {}
    for key, spec in data.items():
        here = at.down(key)
        known_keys(spec, frozenset({"title", "when"}), here)
        parsed = qualified(condition(spec.get("when"), scope, here.down("when")), name)
        found[key] = Limb.of(f"{name}#{key}", words(spec, "title", here), parsed)
    return found


def _texts(data: dict[str, Any], head: Head, shelf: Shelf, place: Place) -> tuple[Text, ...]:
    name, scope = head.name, head.scope
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
        own = limbs_of(row.get("limbs") or {}, name, scope, at.down("limbs"))
        found.append(
            Text(
                provision=name,
                start=start,
                until=moment(row, "until", at) or following,
                by=_instrument(row, "by", shelf, at),
                ended_by=_instrument(row, "ended_by", shelf, at) if "ended_by" in row else None,
                gist=optional_words(row, "gist", at) or head.gist,
                changed=optional_words(row, "changed", at),
                mark=one_of(row, "mark", tuple(sorted(shelf.marks)), at)
                if "mark" in row
                else head.mark,
                when=qualified(condition(row.get("when"), scope, at.down("when")), name),
                gate=qualified(condition(row.get("gate"), scope, at.down("gate")), name),
                applies=qualified(condition(row.get("applies"), scope, at.down("applies")), name),
                limbs={**head.limbs, **own},
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
