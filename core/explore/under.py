"""What stands under what: exceptions under their ground, parts under their chapeau, and what takes them back.

A provision that is neither ground nor exception nor part stands under the first exception, else the first
ground, whose text asks for it. So an exception to an exception stands under the one that it takes back.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.decision.model import Comparison, Row
from core.law.provisions import Provision
from core.law.version import Version
from core.logic.tree import Provision as ProvisionRef

EXCEPTIONS = frozenset({"exemption", "part"})
_ASKERS = ("exemption", "part", "ground", "scope", "policy")
"""Under which kinds of provision another may stand, the likeliest first."""


def depths(comparison: Comparison) -> Iterator[tuple[Row, int, bool]]:
    """Every row, with under how many others it stands, and whether it is an exception or within one."""
    rows = comparison.rows
    above = {row.provision.id: _above(row, comparison) for row in rows}
    below: dict[str, list[Row]] = {}
    for row in rows:
        below.setdefault(above[row.provision.id], []).append(row)
    yield from _walk("", below, 0, False)


def _walk(
    name: str, below: dict[str, list[Row]], depth: int, inside: bool
) -> Iterator[tuple[Row, int, bool]]:
    for row in below.get(name, ()):
        exception = inside or row.provision.kind in EXCEPTIONS
        yield row, depth, exception
        yield from _walk(row.provision.id, below, depth + 1, exception)


def _above(row: Row, comparison: Comparison) -> str:
    """The row under which a row stands, by the provision that names it; "" at the top."""
    verdict = row.left or row.right
    version = (comparison.left if row.left else comparison.right).version
    name = parent(verdict.provision, version) if verdict is not None else ""
    for other in comparison.rows:
        own = other.left if row.left else other.right
        if name and own is not None and own.provision.id == name:
            return other.provision.id
    return ""


def parent(provision: Provision, version: Version) -> str:
    """The provision under which another stands in a version; "" if under none."""
    kept = version.kept.setdefault("whynot_parents", {})
    assert isinstance(kept, dict)
    if provision.id not in kept:
        kept[provision.id] = next(_parents(provision, version), "")
    return str(kept[provision.id])


def _parents(provision: Provision, version: Version) -> Iterator[str]:
    if provision.of:
        yield provision.of
    yield from (ground.id for ground in version.grounds if ground.id in provision.exempts)
    if provision.kind == "ground":
        return
    asks = ProvisionRef(provision.id)
    for kind in _ASKERS:
        for other in version.ordered:
            if other.kind == kind and asks in version.texts[other.id].references:
                yield other.id
