"""Load the law of ``resources/law``, or refuse it with every mistake named.

>>> sorted(law().proposals)
['biometrics_2018', 'evidence_2019', 'port_transfer_2019', 'whole_border_2018']
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from core.case.catalogue import Catalogue, catalogue
from core.files.resources import load_folder
from core.files.yamlfile import Document
from core.law.meeting import read_nodes
from core.law.proposals import read_proposal
from core.law.provisions import (
    OPEN,
    Law,
    Mark,
    NotExamined,
    Pair,
    Preset,
    Proposal,
    Provision,
    Reading,
    Source,
)
from core.law.read import Shelf, read_provision
from core.law.refuse import refuse, refuse_proposal
from core.law.shape import LawError, Place, gather, known_keys, moment, text, words
from core.words import Words


@lru_cache(maxsize=1)
def law() -> Law:
    """The law that ships with the program. Raises LawError listing every mistake."""
    return build_law(load_folder("law"), catalogue())


def build_law(documents: list[Document], facts: Catalogue) -> Law:
    """The law made of the given files. Raises LawError listing every mistake."""
    marks = _marks(_named(documents, "marks"))
    instruments = _names(_named(documents, "instruments"), "instruments")
    shelf = Shelf(frozenset(marks), instruments)
    jobs = [
        partial(read_provision, document, n, facts, shelf)
        for document in documents
        if "provisions" in (document.data or {})
        for n in range(len(document.data["provisions"]))
    ]
    provisions = _unique(gather(jobs))
    proposals: list[Proposal] = gather(
        [
            partial(read_proposal, document, facts, provisions, shelf)
            for document in documents
            if "proposal" in (document.data or {})
        ]
    )
    versions, outcomes = _named(documents, "versions"), _named(documents, "outcomes")
    found = Law(
        provisions=provisions,
        readings=_readings(_named(documents, "readings")),
        proposals={p.id: p for p in proposals},
        marks=marks,
        instruments=instruments,
        outcomes={
            country: _names(outcomes, "outcomes", country) for country in outcomes.data["outcomes"]
        },
        follows={
            country: _names(outcomes, "follows", country) for country in outcomes.data["follows"]
        },
        nodes=read_nodes(_named(documents, "nodes"), facts),
        sources=_sources(_named(documents, "sources")),
        not_examined=tuple(_not_examined(versions)),
        preset_list=tuple(_presets(versions)),
        pairs=tuple(_pairs(versions)),
    )
    refuse(found)
    return found


def with_proposal(base: Law, document: Document, facts: Catalogue) -> tuple[Law, Proposal]:
    """``base`` with the proposal of one more law file. Raises LawError."""
    from dataclasses import replace

    proposal = read_proposal(
        document, facts, base.provisions, Shelf(frozenset(base.marks), base.instruments)
    )
    refuse_proposal(proposal, base)
    return replace(base, proposals={**base.proposals, proposal.id: proposal}), proposal


def _named(documents: list[Document], name: str) -> Document:
    """The file ``name.yaml`` at the root of the law."""
    for document in documents:
        if document.name == f"law/{name}.yaml":
            return document
    raise LawError([f"law/{name}.yaml:1: this file is missing from the law"])


def _unique(provisions: list[Provision]) -> dict[str, Provision]:
    found: dict[str, Provision] = {}
    for provision in provisions:
        other = found.get(provision.id)
        if other is not None:
            raise LawError(
                [
                    f"{provision.file}:{provision.line}: the id {provision.id!r} stands already at "
                    f"{other.file}:{other.line}; every provision needs an id of its own"
                ]
            )
        found[provision.id] = provision
    return found


def _sources(document: Document) -> dict[str, Source]:
    place = Place(document, ("sources",))
    return {
        key: Source(key, text(row, "title", place.down(key)), text(row, "address", place.down(key)))
        for key, row in document.data["sources"].items()
    }


def _marks(document: Document) -> dict[str, Mark]:
    place = Place(document, ("marks",))
    return {
        key: Mark(key, words(row, "title", place.down(key)), words(row, "means", place.down(key)))
        for key, row in document.data["marks"].items()
    }


def _names(document: Document, *steps: str) -> dict[str, Words]:
    """The names, each in both languages, that stand in a file below ``steps``."""
    rows = document.data
    for step in steps:
        rows = rows[step]
    place = Place(document, steps)
    return {key: words(rows, key, place) for key in rows}


def _presets(document: Document) -> list[Preset]:
    found = []
    for n, row in enumerate(document.data["presets"]):
        at = Place(document, ("presets", n))
        found.append(
            Preset(
                text(row, "version", at),
                words(row, "title", at),
                words(row, "note", at),
                row.get("country"),
            )
        )
    return found


def _pairs(document: Document) -> list[Pair]:
    found = []
    for n, row in enumerate(document.data.get("comparisons") or ()):
        at = Place(document, ("comparisons", n))
        left, right = text(row, "left", at), text(row, "right", at)
        title, note = words(row, "title", at), words(row, "note", at)
        found.append(Pair(text(row, "id", at), left, right, title, note))
    return found


def _readings(document: Document) -> dict[str, Reading]:
    found = {}
    keys = frozenset({"id", "question", "positions", "default", "ground", "source"})
    for n, row in enumerate(document.data["readings"] or ()):
        at = Place(document, ("readings", n))
        data: dict[str, Any] = known_keys(row, keys, at)
        name = text(data, "id", at)
        positions = {key: words(data["positions"], key, at) for key in data["positions"]}
        default = data.get("default", OPEN)
        if default != OPEN and default not in positions:
            raise at.fail(f"default: found {default!r}, expected one of {', '.join(positions)}")
        found[name] = Reading(
            name,
            words(data, "question", at),
            positions,
            None if default == OPEN else default,
            words(data, "ground", at),
        )
    return found


def _not_examined(document: Document) -> list[NotExamined]:
    found = []
    for n, row in enumerate(document.data.get("not_examined") or ()):
        at = Place(document, ("not_examined", n))
        found.append(
            NotExamined(
                text(row, "id", at),
                text(row, "country", at),
                moment(row, "from", at),
                moment(row, "until", at),
                words(row, "words", at),
            )
        )
    return found
