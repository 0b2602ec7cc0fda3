"""The points at which the laws of two countries meet, and the question each law is asked there."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.case.catalogue import Catalogue
from core.files.yamlfile import Document
from core.law.shape import Place, condition, known_keys, words
from core.logic.parse import Scope
from core.logic.run import Runner, compile_condition
from core.logic.tree import Condition
from core.words import LANGUAGES, Words

NODE_KEYS = frozenset({*LANGUAGES, "asks", "holds"})


@dataclass(frozen=True)
class Node:
    """A point of the law. ``holds`` has, by country, what answers the question ``asks``."""

    id: str
    title: Words
    asks: Words | None
    holds: dict[str, Condition]
    order: int
    run: dict[str, Runner] = field(compare=False, repr=False)


def read_nodes(document: Document, facts: Catalogue) -> dict[str, Node]:
    """The nodes of ``nodes.yaml``, in order. Raises LawError."""
    at = Place(document, ("nodes",))
    rows = document.data["nodes"]
    return {key: _node(key, order, rows, facts, at) for order, key in enumerate(rows)}


def _node(key: str, order: int, rows: dict[str, object], facts: Catalogue, at: Place) -> Node:
    here = at.down(key)
    data = known_keys(rows[key], NODE_KEYS, here)
    title = words({key: {lang: data.get(lang) for lang in LANGUAGES}}, key, at)
    holds = {
        country: condition(found, Scope(facts), here.down("holds", country))
        for country, found in (data.get("holds") or {}).items()
    }
    asks = words(data, "asks", here) if holds else None
    run = {country: compile_condition(found) for country, found in holds.items()}
    return Node(key, title, asks, holds, order, run)
