"""A case for the values of the diagram's variables: an answer that one can read, open and check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, NOTHING, Fact
from core.case.setup import Setup
from core.case.view import View
from core.explore.atoms import MEMBER
from core.explore.encode import Exists
from core.explore.lists import outer_slot, realisable
from core.explore.locate import Assigned
from core.explore.model import Model
from core.explore.regions import CodeList, Values
from core.logic.truth import FALSE


def witness(model: Model, function: int, into: str) -> tuple[Case, Setup] | None:
    """A complete case into a country for which ``function`` holds, and the choices that go with it."""
    found = model.witness(function)
    if found is None:
        return None
    return Witness(model, found, function).case(into), setup_of(model, found)


def setup_of(model: Model, found: Assigned) -> Setup:
    """The readings and assumptions at the positions that the values stand for."""
    chosen: dict[str, dict[str, str]] = {"reading": {}, "assume": {}}
    for (kind, name), codes in model.space.choices.items():
        for position, code in codes.items():
            if model.diagrams.holds(code, found):
                chosen[kind][name] = position
    return Setup(readings=chosen["reading"], assumptions=chosen["assume"])


class Witness:
    """Makes the case that some values stand for."""

    def __init__(self, model: Model, found: Assigned, function: int) -> None:
        self._model = model
        self._found = found
        used = model.diagrams.support(model.domain(function)) | model.diagrams.support(function)
        self._used = [e for e in model.encoder.exists.values() if e.name in used]
        self._regions: dict[str, int] = {}

    def case(self, into: str) -> Case:
        """The case, with everything that no question asks about denied or left at a plain answer."""
        values = self._values("", self._found)
        lists = {slot: list(self._members(slot, self._found)) for slot in self._slots("")}
        data: dict[str, Any] = {"journey": {"into": into}}
        for path, value in values.items():
            if not path.startswith("entry."):
                _put(data, path, value)
        for slot, members in lists.items():
            source = slot.removesuffix(MEMBER)
            rows = [{"id": f"{source[0]}{n}", **m} for n, m in enumerate(members, start=1)]
            _put_list(data, source, rows)
        _add_entry(data, values)
        return completed(Case.from_data(data))

    # --- members -----------------------------------------------------------------------------------
    def _slots(self, holder: str) -> list[str]:
        slots = {e.slot for e in self._used if outer_slot(e.slot) == holder}
        slots |= (
            {g.slot for g in self._model.space.groups.values() if g.slot} if not holder else set()
        )
        return sorted(slot for slot in slots if outer_slot(slot) == holder)

    def _members(self, slot: str, around: Assigned) -> Iterator[dict[str, Any]]:
        """One member for each list variable of a slot that is true, making no false one true."""
        d = self._model.diagrams
        mine = [e for e in self._used if e.slot == slot]
        for exists in (e for e in mine if around.get(e.name)):
            wanted = d.both(self._model.space.domain(slot), exists.body)
            for other in (e for e in mine if not around.get(e.name)):
                wanted = d.both(wanted, d.neither(other.body))
            nested = self._nested(slot)
            for within, inner in nested.items():
                wanted = d.both(wanted, realisable(self._model, within, inner))
            own = set(self._model.space.bits(slot)) | {e.name for r in nested.values() for e in r}
            fixed = {
                name: d.constant(around.get(name, False))
                for name in d.support(wanted)
                if name not in own
            }
            found = d.some_way(d.renamed(wanted, fixed))
            assert found is not None, slot
            here = {**around, **dict.fromkeys(own, False), **found}
            yield self._record(slot, here, nested)

    def _nested(self, slot: str) -> dict[str, list[Exists]]:
        bodies = [e.body for e in self._used if e.slot == slot]
        names = {name for body in bodies for name in self._model.diagrams.support(body)}
        found: dict[str, list[Exists]] = {}
        for exists in self._model.encoder.exists.values():
            if outer_slot(exists.slot) == slot and exists.name in names:
                found.setdefault(exists.slot, []).append(exists)
        return found

    def _record(self, slot: str, here: Assigned, nested: dict[str, list[Exists]]) -> dict[str, Any]:
        record: dict[str, Any] = {}
        for path, value in self._values(slot, here).items():
            name = path[len(slot) + 1 :]
            fact = catalogue().get(f"{slot.replace(MEMBER, '[]')}.{name}")
            if fact is not None and not fact.computed and name != "age":
                record[name] = plain(value)
        kept, self._used = self._used, [e for rows in nested.values() for e in rows]
        for within in nested:
            rows = [
                {"id": f"{within[len(slot) + 1]}{n}", **member}
                for n, member in enumerate(self._members(within, here), start=1)
            ]
            record[within[len(slot) + 1 : -1]] = {"complete": "all", "items": rows}
        self._used = kept
        return record

    def _values(self, slot: str, here: Assigned) -> Values:
        """The example values of every group of a slot."""
        found: Values = {}
        for (name, where), group in self._model.space.groups.items():
            if where != slot:
                continue
            number = group.region(self._model.diagrams, here)
            number = 0 if number is None else number
            linked = self._model.space.linked.get(name)
            if not slot:
                self._regions[name] = number
            if linked is not None and slot:
                example = linked.examples.get((self._regions[name], slot, number))
                found.update(example or dict(group.regions[number].example))
            else:
                found.update(dict(group.regions[number].example))
        return found


# --- plain data ------------------------------------------------------------------------------------
def plain(value: Any) -> Any:
    """A value as a case file has it."""
    if isinstance(value, CodeList):
        return {"complete": "all", "items": list(value.members)}
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    fact = catalogue().get(path)
    if fact is None or fact.computed or path in ("claimant.age", "journey.into"):
        return
    *way, last = path.split(".")
    at = data
    for step in way:
        at = at.setdefault(step, {})
    at[last] = plain(value)


def _put_list(data: dict[str, Any], source: str, rows: list[dict[str, Any]]) -> None:
    *way, last = source.split(".")
    at = data
    for step in way:
        at = at.setdefault(step, {})
    found = at.setdefault(last, {"complete": "all", "items": []})
    if catalogue().fact(source).type not in CODE_LISTS:
        found["items"] = rows


def _add_entry(data: dict[str, Any], values: Values) -> None:
    """The entry relied on, after the others of its list."""
    for single, listed in catalogue().singles.items():
        own = {
            p.partition(".")[2]: plain(v) for p, v in values.items() if p.startswith(f"{single}.")
        }
        rows = data.setdefault(listed, {"complete": "all", "items": []})
        rows["items"].append({"id": "relied_on", **own})


def completed(case: Case) -> Case:
    """The case with every question that applies answered: no, none, or the first of its choices."""
    for fact in catalogue().facts.values():
        if "[]" not in fact.path:
            case = _answered(case, fact, fact.path)
    return case


def _answered(case: Case, fact: Fact, path: str) -> Case:
    if fact.computed or View(case).applies(path) == FALSE:
        return case
    if fact.is_list:
        case = case if case.complete(path) == "all" else case.set_complete(path, "all")
        for member in case.items(path) if fact.type == "records" else ():
            for inner in fact.fields:
                case = _answered(case, inner, f"{path}[{member}].{inner.name}")
        return case
    if case.get(path) is not None or fact.cls == "granted" or View(case).at(path) is not None:
        return case
    if fact.rest is not NOTHING:
        return case.replace(path, fact.rest)
    if fact.type == "boolean":
        return case.replace(path, False)
    return case.replace(path, next(iter(fact.choices))) if fact.choices else case
