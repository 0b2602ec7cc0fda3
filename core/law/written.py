"""Provisions and proposals as their files write them: plain data that can be written into another file.

>>> from core.law.version import find_version
>>> text_data(find_version("2018-05-01"), "ca.irpr.159.4(1)(a)")["when"]
{'not': {'term': 'ca.irpr.2#port_of_entry', 'of': 'entry'}}
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.files.resources import load_folder
from core.files.textfile import read_text
from core.files.yamlfile import parse_yaml
from core.law.provisions import Text
from core.law.shape import INSERTED_KEYS
from core.law.switch import ENDINGS, split_name
from core.law.version import SUSPENDED, Version

Plain = dict[str, Any]
TEXT = ("when", "gate", "limbs")


def proposal_data(text: str) -> Plain | None:
    """The proposal of a version's name, as its file has it; None where the version is no proposal."""
    base = text.strip().removesuffix(SUSPENDED)
    for name in (base, base.partition(":")[2]):
        head = split_name(name)[0]
        if head in _proposals():
            return deepcopy(_proposals()[head])
        if head.endswith(ENDINGS):
            return _file(head)
    return None


def text_data(version: Version, name: str, proposal: Plain | None = None) -> Plain:
    """What the text of a provision needs and what lets it count: ``when``, ``gate`` and ``limbs``.

    ``proposal`` is the file of the version's proposal, where that is none of the program's own.
    """
    text, row = version.texts[name], provision_data(name)
    found: Plain = {"limbs": dict((row or {}).get("limbs") or {})}
    if text.clause is not None and version.proposal is not None:
        data = proposal or _proposals().get(version.proposal.id, {})
        clause = next(c for c in data.get("amends", ()) if c.get("clause") == text.clause)
        written = clause.get("insert") or clause
        if "gate_of" in clause:
            found.update(_dated(text.start, row))
        found = _merged(found, written)
    else:
        found = _merged(found, _dated(text.start, row))
    return deepcopy({key: value for key, value in found.items() if value})


def provision_data(name: str) -> Plain | None:
    """A provision of the program's law with all its texts; None for one that only a proposal has."""
    return _provisions().get(name)


def inserted_data(version: Version, name: str, proposal: Plain | None = None) -> Plain:
    """A provision of a version as ``insert:`` would write it."""
    row = provision_data(name)
    text: Text = version.texts[name]
    if row is None:
        data = proposal or _proposals().get(version.proposal.id if version.proposal else "", {})
        clause = next(c for c in data["amends"] if c.get("clause") == text.clause)
        return deepcopy(clause["insert"])
    found = {key: row[key] for key in row if key in INSERTED_KEYS and key not in TEXT}
    return {
        **deepcopy(found),
        "gist": dict(text.gist),
        "mark": text.mark,
        **text_data(version, name),
    }


def _merged(found: Plain, written: Plain) -> Plain:
    limbs = {**found.get("limbs", {}), **(written.get("limbs") or {})}
    return {**found, **{k: written[k] for k in TEXT if k in written}, "limbs": limbs}


def _dated(start: str, row: Plain | None) -> Plain:
    """The row of a provision that writes the text of a day; a clause keeps the day of what it amended."""
    rows = (row or {}).get("texts", ())
    return next((r for r in rows if str(r["from"]) == start), {})


@lru_cache(maxsize=1)
def _provisions() -> dict[str, Plain]:
    return {
        row["id"]: row
        for document in load_folder("law")
        if "provisions" in (document.data or {})
        for row in document.data["provisions"]
    }


@lru_cache(maxsize=1)
def _proposals() -> dict[str, Plain]:
    found = (d.data for d in load_folder("law") if "proposal" in (d.data or {}))
    return {data["proposal"]: data for data in found}


def _file(name: str) -> Plain:
    path = Path(name)
    data: Plain = parse_yaml(read_text(path), path.name).data
    return data
