"""The JSON Schema of a law file, made from the keys that the loader knows."""

from __future__ import annotations

from typing import Any

from core.law.load import law
from core.law.provisions import KINDS
from core.law.shape import (
    AMENDMENT_KEYS,
    INSERTED_KEYS,
    PROPOSAL_KEYS,
    PROVISION_KEYS,
    TEXT_KEYS,
)

WORDS = {"$ref": "#/$defs/words"}
CONDITION = {"$ref": "#/$defs/condition"}
CONDITION_KEYS = (
    "all any not some where provision limb term of table on reading assume is choose granted"
)


def law_schema() -> dict[str, Any]:
    """The schema: a file holds provisions of one country, or one proposal."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Threshold law file",
        "type": "object",
        "oneOf": [
            {
                "required": ["country", "provisions"],
                "properties": {
                    "country": {"type": "string"},
                    "provisions": {"type": "array", "items": {"$ref": "#/$defs/provision"}},
                },
                "additionalProperties": False,
            },
            {"$ref": "#/$defs/proposal"},
        ],
        "$defs": {
            "words": _mapping({"en": {"type": "string"}, "fr": {"type": "string"}}, ["en", "fr"]),
            "condition": _condition(),
            "provision": _mapping(
                _keys(PROVISION_KEYS),
                ["id", "kind", "node", "cite", "title", "gist", "mark", "sources", "texts"],
            ),
            "text": _mapping(_keys(TEXT_KEYS), ["from", "by"]),
            "proposal": _mapping(
                _keys(PROPOSAL_KEYS), ["proposal", "title", "amends_country", "base", "note"]
            ),
            "amendment": _mapping(
                {**_keys(AMENDMENT_KEYS), "insert": {"$ref": "#/$defs/inserted"}},
                ["clause", "title"],
            ),
            "inserted": _mapping(
                _keys(INSERTED_KEYS),
                ["id", "kind", "node", "cite", "title", "gist", "mark", "sources"],
            ),
        },
    }


def _mapping(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _condition() -> dict[str, Any]:
    described = {
        "type": "object",
        "minProperties": 1,
        "description": f"one of the forms that begin with: {CONDITION_KEYS}",
    }
    return {"anyOf": [{"type": "string", "description": "one comparison"}, described]}


def _keys(names: frozenset[str]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "kind": {"enum": list(KINDS)},
        "mark": {"enum": sorted(law().marks)},
        "node": {"enum": sorted(law().nodes)},
        "order": {"type": "integer", "description": "the officer's order; unique"},
        "texts": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}},
        "amends": {"type": "array", "items": {"$ref": "#/$defs/amendment"}},
        "sources": {"type": "array", "items": {"type": "string"}},
        "exempts": {"type": "array", "items": {"type": "string"}},
        "suspends": {"type": "array", "items": {"type": "string"}},
        "reaches_back": {"type": "boolean"},
        "effect": {"type": "object"},
        "limbs": {"type": "object"},
        "assumes": {"type": "object"},
    }
    worded = {"cite", "title", "gist", "note", "changed", "source"}
    conditions = {"when", "gate", "applies"}
    return {
        name: WORDS
        if name in worded
        else CONDITION
        if name in conditions
        else known.get(name, {"type": "string"})
        for name in sorted(names)
    }
