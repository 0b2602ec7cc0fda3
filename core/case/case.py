"""A case: one hypothetical claimant's journey, as immutable data.

What nobody has stated is unknown, never a default. An edit makes a new case and leaves the old one as
it was, so undo, comparison and sharing cannot disagree.

>>> case = Case.empty().replace("claimant.age", 34)
>>> case.get("claimant.age"), case.get("claimant.stateless")
(34, None)
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact, FactError, pattern, read_code

_STEP = re.compile(r"([^.\[\]]+)(?:\[([^\]]*)\])?")
_PATH = re.compile(rf"{_STEP.pattern}(?:\.{_STEP.pattern})*")
Complete = None | str | list[str]


class Step(NamedTuple):
    """One step of a path: a key and, inside a list, the id of a member."""

    key: str
    member: str | None


class CaseError(ValueError):
    """A case that does not fit the catalogue; ``problems`` lists (path, sentence) pairs."""

    def __init__(self, problems: list[tuple[tuple[str | int, ...], str]]) -> None:
        self.problems = problems
        super().__init__(
            "; ".join(f"{'.'.join(map(str, path))}: {text}" for path, text in problems)
        )


def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of ``relatives[ana].permits[p1].kind``. Raises KeyError for text that is no path."""
    if _PATH.fullmatch(path) is None:
        raise KeyError(f"{path!r} is no path of a fact")
    return tuple(Step(m.group(1), m.group(2)) for m in _STEP.finditer(path))


class Case:
    """An immutable case. Make one with :meth:`empty` or :meth:`from_data`."""

    __slots__ = ("_cache", "_data")

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self._cache: dict[str, Any] = {}

    @staticmethod
    def empty(into: str | None = None) -> Case:
        """A case in which nothing is stated, save perhaps the country of destination."""
        return Case({"journey": {"into": into}} if into else {})

    @staticmethod
    def from_data(data: Any) -> Case:
        """A case from plain data, checked against the catalogue. Raises CaseError."""
        from core.case.model import validated

        return Case(prune(validated(data)))

    @property
    def data(self) -> dict[str, Any]:
        """The case as plain data; do not change it."""
        return self._data

    @property
    def cache(self) -> dict[str, Any]:
        """Things computed from this case once (it never changes)."""
        return self._cache

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that name exactly these facts."""
        text = json.dumps(prune(self._data), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Case) and prune(self._data) == prune(other._data)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Case({self.digest})"

    # --- reading ------------------------------------------------------------------------------------
    def _find(self, path: str) -> Any:
        at: Any = self._data
        for key, member in steps_of(path):
            if not isinstance(at, Mapping):
                return None
            at = at.get(key)
            if member is not None:
                at = next((m for m in (at or {}).get("items") or () if m.get("id") == member), None)
        return at

    def get(self, path: str) -> Any:
        """The stated value at ``path`` as plain data, or None. Lists yield their items."""
        fact = catalogue().fact(path)
        found = self._find(path)
        if fact.is_list:
            return list((found or {}).get("items") or ())
        return found

    def items(self, path: str) -> tuple[str, ...]:
        """The ids of a list of records, or the entries of a list of codes or choices."""
        return tuple(m["id"] if isinstance(m, dict) else m for m in self.get(path))

    def complete(self, path: str) -> Complete:
        """``"all"``, a list of kinds, or None where nothing is said of the list's completeness."""
        found = (self._find(path) or {}).get("complete")
        return list(found) if isinstance(found, list) else found

    # --- making new cases ---------------------------------------------------------------------------
    def replace(self, path: str, value: Any) -> Case:
        """This case with another value (None for unknown) at ``path``. Raises FactError, KeyError.

        For a list of choices or countries the value is the list of its entries; for a list of records
        it is the whole ``{complete, items}`` mapping.
        """
        fact = catalogue().fact(path)
        if fact.computed:
            raise FactError(f"{path} is always computed and cannot be stated")
        if fact.type in CODE_LISTS:
            codes = [read_code(fact, code) for code in value or ()]
            if len(set(codes)) != len(codes):
                raise FactError("the same entry stands twice in the list")
            return self._put(path, _with(self._find(path), items=codes or None))
        if fact.type == "records":
            if value is not None:
                Case.from_data(Case({})._put(pattern_free(path), value)._data)
            return self._put(path, value)
        fact.read(value)
        return self._put(path, value)

    def set_complete(self, path: str, complete: Complete) -> Case:
        """This case with a list marked complete: ``"all"``, for some kinds, or not at all."""
        fact = catalogue().fact(path)
        if isinstance(complete, list):
            kinds = _kinds(fact)
            wrong = [kind for kind in complete if kind not in kinds]
            if wrong:
                raise FactError(f"found {wrong[0]!r}; expected kinds among {', '.join(kinds)}")
        elif complete not in (None, "all"):
            raise FactError(f"found {complete!r}; expected all, a list of kinds, or nothing")
        return self._put(path, _with(self._find(path), complete=complete or None))

    def add_item(self, path: str, item: dict[str, Any] | None = None) -> tuple[Case, str]:
        """This case with one more record in a list, and the record's id. Raises FactError."""
        fact = catalogue().fact(path)
        if fact.type != "records":
            raise FactError(f"{path} is not a list of records")
        record = dict(item or {})
        record.setdefault("id", self._free_id(path, fact))
        known = {f.name for f in fact.fields if not f.computed} | {"id"}
        for key in record:
            if key not in known:
                raise FactError(f"unknown field {key!r}; there are {', '.join(sorted(known))}")
        items = [*self.get(path), record]
        return self._put(path, _with(self._find(path), items=items)), record["id"]

    def remove_item(self, path: str, member: str) -> Case:
        """This case without one record of a list."""
        items = [m for m in self.get(path) if m["id"] != member]
        return self._put(path, _with(self._find(path), items=items))

    def move_item(self, path: str, member: str, by: int) -> Case:
        """This case with a record moved ``by`` places down (up if negative) in its list."""
        items = self.get(path)
        at = next(i for i, m in enumerate(items) if m["id"] == member)
        moved = items.pop(at)
        items.insert(max(0, min(len(items), at + by)), moved)
        return self._put(path, _with(self._find(path), items=items))

    def _free_id(self, path: str, fact: Fact) -> str:
        stem = fact.name[0]
        taken = set(self.items(path))
        number = 1
        while f"{stem}{number}" in taken:
            number += 1
        return f"{stem}{number}"

    def _put(self, path: str, value: Any) -> Case:
        steps = list(steps_of(path))
        return Case(_put(self._data, steps, value))


def pattern_free(path: str) -> str:
    """``path`` itself; only lists at the root can be replaced whole."""
    if "[" in path:
        raise FactError(f"{path}: only a list at the root can be replaced whole")
    return path


def _kinds(fact: Fact) -> tuple[str, ...]:
    for inner in fact.fields:
        if inner.name == fact.kind:
            return tuple(inner.choices)
    return ()


def _with(found: Any, **changes: Any) -> dict[str, Any] | None:
    """A list value with some keys changed; None if nothing is left of it."""
    merged = {**(found or {}), **changes}
    kept = {key: value for key, value in merged.items() if value is not None}
    return kept or None


def _put(at: dict[str, Any], steps: list[Step], value: Any) -> dict[str, Any]:
    """A copy of ``at`` with ``value`` at ``steps``; empty mappings on the way disappear."""
    (key, member), rest = steps[0], steps[1:]
    copy = dict(at)
    if member is not None:
        copy[key] = _put_member(copy.get(key) or {}, key, member, rest, value)
    elif rest:
        copy[key] = _put(copy.get(key) or {}, rest, value)
    else:
        copy[key] = value
    if copy[key] is None or copy[key] == {}:
        del copy[key]
    return copy


def _put_member(
    found: dict[str, Any], key: str, member: str, rest: list[Step], value: Any
) -> dict[str, Any]:
    items = list(found.get("items") or ())
    for at, record in enumerate(items):
        if record.get("id") == member:
            items[at] = _put(record, rest, value)
            return {**found, "items": items}
    raise KeyError(f"there is no member {member!r} in {key}")


def prune(value: Any) -> Any:
    """Plain data without empty values, so that "absent" and "null" are the same case."""
    if isinstance(value, dict):
        kept = {key: prune(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner is not None and inner != {}}
    if isinstance(value, list):
        return [prune(inner) for inner in value]
    return value


__all__ = ["Case", "CaseError", "Complete", "Step", "pattern", "prune", "steps_of"]
