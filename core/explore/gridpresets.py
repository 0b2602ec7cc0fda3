"""Pairs of facts that are worth laying against each other, from ``resources/grids``.

>>> from core.case.library import library
>>> case = library().load("an-empty-road").case
>>> [(found.preset.id, found.across, found.down) for found in offered(case)][:1]
[('days_and_place', 'claim.date', 'entries[roxham].place')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.case.case import Case
from core.case.catalogue import catalogue
from core.explore.axes import axis_paths
from core.files.resources import load_folder
from core.words import Words

MEMBER = "[]."


@dataclass(frozen=True)
class Preset:
    """Two directions, each with the facts that come into question, the best first."""

    id: str
    title: Words
    across: tuple[str, ...]
    down: tuple[str, ...]
    prefer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A preset that a case has what it needs for, with concrete paths."""

    preset: Preset
    across: str
    down: str


@lru_cache(maxsize=1)
def presets() -> tuple[Preset, ...]:
    """All of them, in the order of the file."""
    return tuple(
        Preset(
            row["id"],
            Words(row["title"]),
            tuple(row["across"]),
            tuple(row["down"]),
            tuple(row.get("prefer", ())),
        )
        for document in load_folder("grids")
        for row in document.data["presets"]
    )


def offered(case: Case) -> tuple[Offer, ...]:
    """The presets for which a case has both facts."""
    known = set(axis_paths(case))
    return tuple(offer for preset in presets() for offer in _offer(case, preset, known))


def _offer(case: Case, preset: Preset, known: set[str]) -> Iterator[Offer]:
    """The offer of a preset, if there is one; both facts are of one member where both are of a list."""
    for member in _members(case, preset):
        across = _first(case, preset.across, member, known)
        down = _first(case, preset.down, member, known)
        if across and down and across != down:
            yield Offer(preset, across, down)
            return


def _members(case: Case, preset: Preset) -> list[str]:
    """The members of the list of a preset, those of the preferred kinds first."""
    path = next((p for p in (*preset.across, *preset.down) if MEMBER in p), "")
    if not path:
        return [""]
    listed = path.partition(MEMBER)[0]
    kind = catalogue().fact(listed).kind
    kinds = {member: case.get(f"{listed}[{member}].{kind}") for member in case.items(listed)}
    order = {name: at for at, name in enumerate(preset.prefer)}
    return sorted(kinds, key=lambda member: order.get(kinds[member], len(order)))


def _first(case: Case, paths: Iterable[str], member: str, known: set[str]) -> str:
    """The first of the facts that can be an axis, by its concrete path."""
    for path in paths:
        found = concrete_path(case, path.replace(MEMBER, f"[{member}]."))
        if found in known:
            return found
    return ""


def concrete_path(case: Case, path: str) -> str:
    """``entry.date`` as the path of the entry relied on; any other path as it is."""
    root, dot, rest = path.partition(".")
    listed = catalogue().singles.get(root)
    if listed is None or not dot or not case.items(listed):
        return path
    return f"{listed}[{case.items(listed)[-1]}].{rest}"
