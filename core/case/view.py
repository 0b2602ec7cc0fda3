"""A case as rules see it: stated facts, derived facts, lists with what may be missing from them.

A view belongs to one case, one set of choices (readings can change a derived fact) and one day on which
tables are read. A stated fact wins over a derived one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from core.calendar import NEVER, Span, add_days, days_between, highest, lowest, narrow
from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.derive import derive, derive_firmly
from core.case.facts import CODE_LISTS, Fact
from core.case.stated import StatedList, StatedRecord, stated
from core.case.tables import any_listed, tables
from core.logic.run import compile_condition
from core.logic.tree import Fact as FactRef
from core.logic.tree import Pick
from core.logic.truth import FALSE, TRUE, Truth
from core.logic.values import compare

Choices = Mapping[tuple[str, str], str | None]
MISSING = object()


class ListView:
    """A list of the case with its members as rules see them."""

    __slots__ = ("_possible", "_view", "complete", "fact", "members", "path")

    def __init__(self, view: View, found: StatedList) -> None:
        self._view = view
        self._possible: tuple[Any, ...] | None = None
        self.fact = found.fact
        self.path = found.path
        self.complete = found.complete
        self.members: tuple[Any, ...] = (
            found.entries
            if found.fact.type in CODE_LISTS
            else tuple(view.member(entry) for entry in found.entries)
        )

    @property
    def closed(self) -> bool:
        """Whether nothing can be missing."""
        return bool(self.complete == "all")

    @property
    def possible(self) -> tuple[Any, ...]:
        """One unknown member for each kind that may be missing."""
        if self._possible is None:
            self._possible = tuple(self._missing())
        return self._possible

    def _missing(self) -> list[Any]:
        if self.closed:
            return []
        if self.fact.type in CODE_LISTS:
            return [None]
        kind = next((f for f in self.fact.fields if f.name == self.fact.kind), None)
        where = f"{self.path}[+]"
        if kind is None or not self.complete:  # of any kind: one member of which nothing is known
            return [self._view.member(StatedRecord(self.fact, where, "+", {}, {}))]
        return [
            self._view.member(StatedRecord(self.fact, where, "+", {kind.name: name}, {}))
            for name in kind.choices
            if name not in self.complete
        ]


class RecordView:
    """One member of a list of records; fields by name, stated or derived."""

    __slots__ = ("_known", "_view", "fact", "id", "path", "stated")

    def __init__(self, view: View, found: StatedRecord) -> None:
        self._view = view
        self._known: dict[str, Any] = {}
        self.stated = found
        self.fact = found.fact
        self.id = found.id
        self.path = found.path

    def value(self, name: str) -> Any:
        """The value of a field; a list of the record; None if unknown."""
        found = self.stated.values.get(name)
        if found is not None:
            return found
        known = self._known.get(name, MISSING)
        if known is MISSING:
            known = self._known[name] = self._find(name)
        return known

    def forget(self, name: str) -> None:
        """Let a field be unknown, unless it is stated, whatever it could be found from."""
        self._known[name] = None

    def _find(self, name: str) -> Any:
        fact = self.fact.field(name)
        if fact.is_list:
            listed = self.stated.lists.get(name)
            return ListView(self._view, listed or StatedList(fact, f"{self.path}.{name}", (), None))
        return self._view.derived(fact, self) if fact.derivation else None


class View:
    """A case under one set of choices, with tables read on one day."""

    def __init__(self, case: Case, choices: Choices | None = None, day: date | None = None) -> None:
        self.case = case
        self.day = day
        self.bound: dict[str, Any] = {}
        self._choices: Choices = choices or {}
        self._stated = stated(case)
        self._known: dict[str, Any] = {}

    # --- what conditions ask -----------------------------------------------------------------------
    def value(self, path: str) -> Any:
        """The value at a root path (``claimant.age``, ``relatives``, ``entry.date``)."""
        found = self._stated.values.get(path)
        if found is not None:
            return found
        known = self._known.get(path, MISSING)
        if known is MISSING:
            known = self._known[path] = self._find(path)
        return known

    def absolute(self, path: str) -> Any:
        """A date moved along with the entry to the version's day (see "as if" in the architecture)."""
        own = self.value(path)
        if self.day is None:
            return own
        if path == "entry.date":
            return self.day
        entry = self.value("entry.date")
        if own is None or entry is None:
            return None
        gap = days_between(entry, own)
        return _shift(self.day, gap)

    def absolute_of(self, member: Any, field: str) -> Any:
        """A date of a list member, moved along with the entry in the same way."""
        return self._moved(member, member.value(field))

    def pick(self, pick: Pick) -> Any:
        """The first or last date of a list, of those that fall after a day of the law.

        Which ones fall after it is asked as if the entry had fallen on the version's day; the date
        given is the case's own. NEVER where no member is left; a span where that is not known.
        """
        listed = self.value(pick.source)
        sure, maybe = [], []
        for member in listed.members:
            own = member.value(pick.field)
            truth = (
                TRUE if pick.after is None else compare(">", self._moved(member, own), pick.after)
            )
            if truth == TRUE:
                sure.append(own)
            elif truth != FALSE:
                maybe.append(own)
        return _extreme(pick.which, sure, maybe, closed=listed.closed)

    def _moved(self, member: Any, own: Any) -> Any:
        """A date of a list member as if the entry had fallen on the version's day."""
        if self.day is None:
            return own
        if member is self.value("entry"):
            return self.day
        entry = self.value("entry.date")
        if own is None or entry is None:
            return None
        return _shift(self.day, days_between(entry, own))

    def call(self, name: str) -> Any:
        """``other_country`` or ``destination_country``: the code of that country."""
        into = self.value("journey.into")
        if into is None:
            return None
        return self.country("destination" if name == "destination_country" else "origin")

    def country(self, side: str) -> str | None:
        """The code of the country on a side of the journey."""
        into = self.value("journey.into")
        if into is None:
            return None
        other = next(key for key in catalogue().facts["journey.into"].choices if key != into)
        return str(into if side == "destination" else other).upper()

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a reading or assumption; None while it is open."""
        return self._choices.get((kind, name))

    def listed(self, table: str, codes: Any, at: FactRef | None = None) -> Truth:
        """Whether a table lists one of the countries on the day of this view.

        Under the case's own law that is the day of the fact ``at``, or of the entry.
        """
        return any_listed(tables()[table], codes, self.table_day(table, at))

    def provision(self, name: str) -> Truth:
        """A view alone knows no law."""
        raise LookupError(f"a fact cannot depend on the provision {name}")

    limb = provision

    def term(self, name: str, member: Any) -> Truth:
        """A view alone knows no law."""
        raise LookupError(f"a fact cannot depend on the term {name}")

    def result(self, kind: str, name: str) -> Truth:
        """A view alone has decided nothing."""
        raise LookupError(f"only what follows from a decision may ask for its {kind} {name}")

    def table_day(self, table: str, at: FactRef | None = None) -> date | None:
        """The day on which a table is read: the version's, or that of the fact ``at`` or of the entry."""
        day = self.as_if(table)
        if day is None:
            day = self.value("entry.date" if at is None else at.path)
        return day if isinstance(day, date) else None

    def as_if(self, table: str) -> date | None:
        """The day as if on which a table is read; None for the case's own day."""
        return self.day

    def forget(self, path: str) -> None:
        """Let the fact at a concrete path be unknown, unless it is stated."""
        record = self.record(path)
        if record is None:
            self._known[path] = None
        else:
            record.forget(path.rsplit(".", 1)[-1])

    def member(self, found: StatedRecord) -> RecordView:
        """A member of a list as rules see it."""
        return RecordView(self, found)

    # --- finding values ----------------------------------------------------------------------------
    def _find(self, path: str) -> Any:
        facts = catalogue()
        root, _, rest = path.partition(".")
        if root in facts.singles:
            member = self._single(facts.singles[root])
            return member if not rest else (member.value(rest) if member is not None else None)
        fact = facts.facts[path]
        if fact.is_list:
            return ListView(self, self._stated.lists.get(path) or StatedList(fact, path, (), None))
        return self.derived(fact, None) if fact.derivation else None

    def _single(self, path: str) -> RecordView | None:
        """The last member of a list that is relied on; an unknown one if the list is open and empty."""
        listed = self.value(path)
        if listed.members:
            last: RecordView = listed.members[-1]
            return last
        return None if listed.closed else listed.possible[0]

    def derived(
        self, fact: Fact, record: RecordView | None, by: Callable[[Fact, View], Any] = derive
    ) -> Any:
        """The value of a fact found from others (or what ``by`` tells of that); None if not settled."""
        before = self.bound.get("it")
        self.bound["it"] = record
        try:
            return by(fact, self)
        finally:
            self.bound["it"] = before

    # --- what the window asks ----------------------------------------------------------------------
    def applies(self, path: str) -> Truth:
        """Whether the question at ``path`` is asked: its country and its ``asked_when`` fit."""
        fact = catalogue().fact(path)
        if fact.only is not None and self.value("journey.into") not in (None, fact.only):
            return FALSE
        if fact.guard is None:
            return TRUE
        before = self.bound.get("it")
        self.bound["it"] = self.record(path)
        try:
            return compile_condition(fact.guard)(self)
        finally:
            self.bound["it"] = before

    def record(self, path: str) -> RecordView | None:
        """The innermost record around ``path``, or None at the root."""
        found: Any = None
        where = ""
        for step in path.split(".")[:-1] if not path.endswith("]") else path.split("."):
            key, _, member = step.partition("[")
            where = f"{where}.{key}" if where else key
            if not member:
                continue
            listed = found.value(key) if found is not None else self.value(where)
            wanted = member.rstrip("]")
            found = next((m for m in (*listed.members, *listed.possible) if m.id == wanted), None)
            if found is None:
                return None
        return found if isinstance(found, RecordView) else None

    def at(self, path: str) -> Any:
        """The value at a concrete path, stated or derived."""
        record = self.record(path)
        if record is None or path == record.path:
            return self.value(path) if record is None else record
        return record.value(path.rsplit(".", 1)[-1])

    def firmly(self, path: str) -> Any:
        """What other facts say at a concrete path, whatever is stated there; nothing is presumed."""
        return self.derived(catalogue().fact(path), self.record(path), derive_firmly)

    def source(self, path: str) -> str:
        """``stated``, ``derived``, ``unknown`` or ``not_applicable``."""
        fact = catalogue().fact(path)
        if self.applies(path) == 0:
            return "not_applicable"
        if fact.is_list:
            return "stated" if self.case.get(path) or self.case.complete(path) else "unknown"
        if self.case.get(path) is not None:
            return "stated"
        found = self.at(path)
        return "unknown" if found is None or isinstance(found, Span) else "derived"


def _extreme(which: str, sure: list[Any], maybe: list[Any], *, closed: bool) -> Any:
    """The earliest (or latest) of some dates, of which some may not count and some be unknown."""
    dates = [*sure, *maybe]
    if not dates:
        return NEVER if closed else None
    if not closed or any(day is None for day in dates):
        return None
    choose = min if which == "first" else max
    inner = [(lowest(d), highest(d)) for d in sure] or [(NEVER, NEVER)]
    outer = [(lowest(d), highest(d)) for d in dates]
    ends = [choose(lo for lo, _ in rows) for rows in (inner, outer)]
    ends += [choose(hi for _, hi in rows) for rows in (inner, outer)]
    return narrow(min(ends), max(ends))


def _shift(day: date, gap: int | Span) -> date | Span:
    """``day`` plus a number of days that may be a span."""
    found = narrow(
        add_days(day, int(lowest(gap))),  # type: ignore[arg-type]
        add_days(day, int(highest(gap))),  # type: ignore[arg-type]
    )
    assert isinstance(found, date | Span)
    return found
