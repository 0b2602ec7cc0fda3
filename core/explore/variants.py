"""Many variants of one case at once: columns of values, and for each value the variants that have it.

A set of variants is an integer with a bit for each. Who reads a fact of the variants reads it of one
variant, and what was read is noted; so a condition is asked once for each combination of the values that
it reads, not once for each variant.

>>> from core.case.case import Case
>>> case = Case.from_data({"journey": {"into": "ca"}, "claimant": {"age": 16}})
>>> found = product(case, {"claimant.age": (16, 17, 18), "claimant.stateless": (True, False)})
>>> found.count, [bin(mask) for mask in found.columns["claimant.stateless"].masks]
(6, ['0b111', '0b111000'])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact
from core.case.stated import Stated, StatedList, StatedRecord, stated
from core.explore.subsets import subsets

ADDED = "[+]"
"""After the path of a list: the column that says for which kinds it is complete."""


class Column:
    """One fact: its values, plain (as a case has them) and read (as rules see them)."""

    __slots__ = ("keys", "listed", "masks", "path", "plain", "read")

    def __init__(self, path: str, plain: Sequence[Any], masks: Sequence[int]) -> None:
        self.path = path
        self.plain = tuple(plain)
        reader = _reader(path)
        self.read = tuple(reader(value) for value in plain)
        self.keys = tuple(repr(value) for value in plain)
        self.masks = tuple(masks)
        self.listed = any(isinstance(value, StatedList) for value in self.read)

    def at(self, variant: int) -> int:
        """The number of the value that a variant has."""
        return self.having(1 << variant)

    def having(self, bit: int) -> int:
        """The same for the one variant of a set."""
        for number, mask in enumerate(self.masks):
            if mask & bit:
                return number
        raise LookupError(f"{self.path} has no value in variant {bit.bit_length() - 1}")

    def everywhere(self, full: int) -> Column:
        """The first value of this column in every variant of another set."""
        made = object.__new__(Column)
        made.path, made.listed = self.path, self.listed
        made.plain, made.read, made.keys = self.plain[:1], self.read[:1], self.keys[:1]
        made.masks = (full,)
        return made


def _reader(path: str) -> Any:
    if path.endswith((ADDED, "]")):
        return lambda value: value
    fact = catalogue().fact(path)
    if fact.type in CODE_LISTS:
        return lambda value: _codes(fact, path, value)
    return fact.read


def _codes(fact: Fact, path: str, value: Any) -> StatedList | None:
    if value is None:
        return None
    return StatedList(fact, path, tuple(value["items"]), value.get("complete"))


@dataclass
class Variants:
    """``count`` variants of a case. A path of a member (``relatives[ana]``) says whether it is there.

    ``bit`` is the variant that is read now, ``reads`` the columns that were read of it with the number of
    the value, in order, ``missing``
    the paths at which nothing was found, and ``ever`` all the paths of columns that were looked at.
    """

    case: Case
    count: int
    columns: dict[str, Column]
    noting: bool = False
    """Whether what is not found is noted of members of lists without a column, too."""

    def __post_init__(self) -> None:
        self.full = (1 << self.count) - 1
        self.bit = 1
        self.reads: dict[Column, int] = {}
        self.missing: set[str] = set()
        self.ever: set[str] = set()
        own = stated(self.case)
        self._touched = _prefixes(self.columns)
        self.stated: Stated = Stated(
            Values(self, "", own.values),
            Lists(self, "", own.lists),
        )
        self._members: dict[str, tuple[StatedRecord, ...]] = {}

    def read(self, column: Column) -> Any:
        """The value of a column in the variant that is read now."""
        number = self.reads.get(column)
        if number is None:
            number = self.reads[column] = column.having(self.bit)
            self.ever.add(column.path)
        return column.read[number]

    def touched(self, path: str) -> bool:
        """Whether some column lies inside a list, or its members are read through notes anyway."""
        return self.noting or path in self._touched

    def all_members(self, path: str, listed: StatedList | None) -> tuple[StatedRecord, ...]:
        """Every member that a list has in some variant, as records that read the columns."""
        found = self._members.get(path)
        if found is None:
            entries = listed.entries if listed is not None else ()
            found = self._members[path] = tuple(self._traced(entry) for entry in entries)
        return found

    def _traced(self, entry: StatedRecord) -> StatedRecord:
        prefix = f"{entry.path}."
        return StatedRecord(
            entry.fact,
            entry.path,
            entry.id,
            Values(self, prefix, entry.values),
            Lists(self, prefix, entry.lists),
        )

    def perhaps(self, member: StatedRecord) -> int:
        """The variants in which it is not known whether a member is there."""
        column = self.columns.get(member.path)
        if column is None:
            return 0
        return sum(m for m, there in zip(column.masks, column.read, strict=True) if there is None)

    def present(self, member: StatedRecord) -> int:
        """The variants in which a member is there."""
        column = self.columns.get(member.path)
        if column is None:
            return self.full
        self.ever.add(column.path)
        return sum(m for m, there in zip(column.masks, column.read, strict=True) if there)

    def case_of(self, variant: int) -> Case:
        """A variant as a case of its own."""
        case = self.case
        for column in sorted(self.columns.values(), key=_facts_before_members):
            case = put(case, column.path, column.plain[column.at(variant)])
        return case


class Values(dict[str, Any]):
    """The scalars of a case or a member, read of the variant at hand."""

    def __init__(self, variants: Variants, prefix: str, own: Mapping[str, Any]) -> None:
        super().__init__(own)
        self._variants, self._prefix = variants, prefix

    def get(self, name: str, default: Any = None) -> Any:
        """A value; None where the variant does not know it."""
        column = self._variants.columns.get(self._prefix + name)
        if column is not None and not column.listed:
            found = self._variants.read(column)
        else:
            found = dict.get(self, name, default)
        if found is None:
            self._variants.missing.add(self._prefix + name)
        return found


class Lists(dict[str, StatedList]):
    """The lists of a case or a member, read of the variant at hand."""

    def __init__(self, variants: Variants, prefix: str, own: Mapping[str, StatedList]) -> None:
        super().__init__(own)
        self._variants, self._prefix = variants, prefix

    def get(self, name: str, default: Any = None) -> Any:
        """A list; None where the variant says nothing of it."""
        found = self._find(name, default)
        if found is None or found.complete != "all":
            self._variants.missing.add(self._prefix + name + ADDED)
        return found

    def _find(self, name: str, default: Any) -> Any:
        variants, path = self._variants, self._prefix + name
        own = dict.get(self, name, default)
        column = variants.columns.get(path)
        if column is not None:
            return variants.read(column)
        if own is None and path + ADDED not in variants.columns:
            return None
        if not variants.touched(path):
            return own
        fact = own.fact if own is not None else catalogue().fact(path)
        open_to = variants.columns.get(path + ADDED)
        complete = variants.read(open_to) if open_to is not None else own and own.complete
        if fact.type in CODE_LISTS:
            return StatedList(fact, path, own.entries if own is not None else (), complete)
        members = variants.all_members(path, own)
        there = {m.path: self._there(m) for m in members}
        entries = tuple(m for m in members if there[m.path])
        if None in there.values():  # it may be gone: who looks for it may not find it
            complete = None
        return StatedList(fact, path, entries, complete)

    def own(self, name: str) -> StatedList | None:
        """The list as the case has it, every member in it."""
        return dict.get(self, name)

    def _there(self, member: StatedRecord) -> bool | None:
        column = self._variants.columns.get(member.path)
        there: bool | None = True if column is None else self._variants.read(column)
        return there


def _facts_before_members(column: Column) -> tuple[bool, int]:
    """The order in which columns are put into a case: facts, then inner members, then outer ones."""
    return column.path.endswith("]"), -len(column.path)


def _prefixes(columns: Iterable[str]) -> frozenset[str]:
    """The paths of the lists that hold one of the columns."""
    found = set()
    for path in columns:
        at = path.find("[")
        while at >= 0:
            found.add(path[:at])
            at = path.find("[", at + 1)
    return frozenset(found)


def put(case: Case, path: str, value: Any) -> Case:
    """A case with a column's value: a fact, a list of codes, a member there or not, a list closed."""
    if path.endswith(ADDED):
        return case.set_complete(path.removesuffix(ADDED), value)
    if path.endswith("]"):
        if value:
            return case
        listed, _, member = path[:-1].rpartition("[")
        return case.remove_item(listed, member)
    if catalogue().fact(path).type in CODE_LISTS:
        case = case.replace(path, value["items"] if value else None)
        return case.set_complete(path, value.get("complete") if value else None)
    return case.replace(path, value)


# --- making ----------------------------------------------------------------------------------------
def product(case: Case, values: Mapping[str, Sequence[Any]], *, noting: bool = False) -> Variants:
    """Every combination of some values; the first column turns fastest."""
    total, columns = 1, {}
    for path, options in values.items():
        columns[path] = options, total
        total *= len(options)
    made = {}
    for path, (options, step) in columns.items():
        made[path] = Column(path, options, _stripes(len(options), step, total))
    return Variants(case, total, made, noting)


def _stripes(many: int, step: int, total: int) -> list[int]:
    """For each of ``many`` values, the variants that have it, when it turns every ``step``."""
    period = step * many
    one = (1 << step) - 1
    base = one
    width = period
    while width < total:
        base |= base << width
        width *= 2
    full = (1 << total) - 1
    return [(base << (step * number)) & full for number in range(many)]


def of_records(case: Case, rows: Sequence[Mapping[str, Any]], paths: Sequence[str]) -> Variants:
    """One variant for each row of values; what a row leaves out is as the case says."""
    full = (1 << len(rows)) - 1
    found: dict[str, dict[str, tuple[Any, bytearray]]] = {path: {} for path in paths}
    width = len(rows) // 8 + 1
    for variant, row in enumerate(rows):
        for path, value in row.items():
            if path not in found:
                continue
            key = repr(value)
            if key not in found[path]:
                found[path][key] = value, bytearray(width)
            found[path][key][1][variant >> 3] |= 1 << (variant & 7)
    columns = {}
    for path, values in found.items():
        masks = [int.from_bytes(bits, "little") for _, bits in values.values()]
        rest = full
        for mask in masks:
            rest &= ~mask
        plain = [value for value, _ in values.values()]
        if rest:
            plain, masks = [plain_at(case, path), *plain], [rest, *masks]
        columns[path] = Column(path, plain, masks)
    return Variants(case, len(rows), columns)


def without(case: Case, paths: Sequence[str], size: int) -> Variants:
    """One variant for each set of ``size`` paths, with just those unknown (:mod:`core.explore.subsets`)."""
    count, masks = subsets(len(paths), size)
    full = (1 << count) - 1
    columns = {
        path: Column(path, (plain_at(case, path), None), (full & ~mask, mask))
        for path, mask in zip(paths, masks, strict=True)
    }
    return Variants(case, count, columns)


def plain_at(case: Case, path: str) -> Any:
    """What a case says at the path of a column."""
    if path.endswith(ADDED):
        return case.complete(path.removesuffix(ADDED))
    if path.endswith("]"):
        return True
    if catalogue().fact(path).type in CODE_LISTS:
        items, complete = case.get(path), case.complete(path)
        return {"items": items, "complete": complete} if items or complete else None
    return case.get(path)
