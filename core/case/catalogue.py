"""The catalogue of facts, loaded once from ``resources/facts``.

>>> catalogue().fact("relatives[ana].age").label["en"]
'Age at the claim'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from core.case.facts import NOTHING, Fact, pattern
from core.files.resources import load_folder
from core.files.yamlfile import Document
from core.logic.parse import ConditionError, Scope, parse_condition
from core.logic.tree import Condition
from core.words import LANGUAGES, Words


class CatalogueError(ValueError):
    """A mistake in ``resources/facts``: file, line, what was found and what was expected."""


@dataclass(frozen=True)
class Station:
    """One stop of the journey, as the window draws it."""

    id: str
    title: Words
    asks: Words


@dataclass(frozen=True)
class Check:
    """A relation between facts that must not be false: a warning, and the domain of proofs."""

    id: str
    holds: Condition
    warning: Words


@dataclass(frozen=True)
class Catalogue:
    """Every fact there is, by pattern path, with stations, countries and checks."""

    stations: tuple[Station, ...]
    facts: dict[str, Fact]
    countries: dict[str, Words]
    checks: tuple[Check, ...]
    opening: dict[str, str]
    """Versions and destination that a new case opens with."""
    singles: dict[str, str]
    """Lists of which one member has a name of its own: ``{"entry": "entries"}``."""
    directions: dict[str, Words]
    """What a journey into each country is called."""
    laws: dict[str, Words]
    """What the law of each country is called."""

    def get(self, path: str) -> Fact | None:
        """The fact at a pattern path, or None; ``entry.date`` is ``entries[].date``."""
        found = self.facts.get(path)
        if found is None:
            root, _, rest = path.partition(".")
            if root in self.singles and rest:
                return self.facts.get(f"{self.singles[root]}[].{rest}")
        return found

    def fact(self, path: str) -> Fact:
        """The fact at a pattern or concrete path. Raises KeyError naming the path."""
        found = self.get(pattern(path))
        if found is None:
            raise KeyError(f"the catalogue has no fact {path!r}")
        return found

    def of_station(self, station: str) -> tuple[Fact, ...]:
        """The facts and lists of a station, in the order of the files, without fields of records."""
        return tuple(f for f in self.facts.values() if f.station == station and "[]" not in f.path)


ORDER = ("journey", "claimant", "relatives", "route", "entries", "claim", "history", "relief")


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue of the program. Raises CatalogueError."""
    documents = {d.name.rsplit("/", 1)[-1].removesuffix(".yaml"): d for d in load_folder("facts")}
    return build_catalogue(documents)


def build_catalogue(documents: dict[str, Document]) -> Catalogue:
    """The catalogue made of the given files, by name without ending. Raises CatalogueError."""
    countries = {row["code"]: _pair(row) for row in _data(documents, "countries", "countries")}
    sections = {d.data["section"]: d for d in documents.values() if "section" in (d.data or {})}
    codes = frozenset(countries)
    facts: dict[str, Fact] = {}
    singles: dict[str, str] = {}
    for name in ORDER:
        document = sections[name]
        for fact in _section(document, codes):
            facts[fact.path] = fact
        if "one_as" in document.data:
            singles[document.data["one_as"]] = name
    stations = tuple(
        Station(s["id"], Words(s["title"]), Words(s["asks"]))
        for s in _data(documents, "stations", "stations")
    )
    opening = documents["opening"].data
    directions, laws = (
        {code: Words(words) for code, words in opening[key].items()}
        for key in ("directions", "laws")
    )
    bare = Catalogue(stations, facts, countries, (), opening["opening"], singles, directions, laws)
    guarded = replace(bare, facts={p: _guarded(f, bare) for p, f in facts.items()})
    return replace(guarded, checks=tuple(_checks(documents["checks"], guarded)))


def _data(documents: dict[str, Document], name: str, key: str) -> list[dict[str, Any]]:
    document = documents.get(name)
    rows = (document.data or {}).get(key) if document is not None else None
    if not isinstance(rows, list):
        raise CatalogueError(f"facts/{name}.yaml:1: a list under {key}: was expected")
    return rows


def _pair(row: dict[str, Any]) -> Words:
    return Words({lang: row[lang] for lang in LANGUAGES})


def _section(document: Document, codes: frozenset[str]) -> Iterator[Fact]:
    data = document.data
    name, station = data["section"], data["station"]
    if data.get("list"):
        whole = {**data, "type": "records", "fields": data["facts"]}
        yield from _fact(name, whole, station, codes, document)
        return
    for key, spec in data["facts"].items():
        yield from _fact(f"{name}.{key}", spec, station, codes, document)


KNOWN = frozenset(
    {
        "section",
        "station",
        "list",
        "one_as",
        "kind",
        "label",
        "ask",
        "item",
        "facts",
        "fields",
        "type",
        "class",
        "choices",
        "min",
        "max",
        "unit",
        "help",
        "computed",
        "derived",
        "asked_when",
        "rest",
        "only",
    }
)


_ONLY = frozenset({"only"})


def _fact(
    path: str, spec: dict[str, Any], station: str, codes: frozenset[str], document: Document
) -> Iterator[Fact]:
    """The fact at ``path`` and, for a list of records, its fields."""
    unknown = sorted(set(spec) - KNOWN)
    if unknown:
        raise CatalogueError(f"{document.name}:1: {path}: unknown key {unknown[0]!r}")
    below = [
        list(_fact(f"{path}[].{key}", inner, station, codes, document))
        for key, inner in spec.get("fields", {}).items()
    ]
    choices = spec.get("choices", {})
    yield Fact(
        path=path,
        type=spec["type"],
        station=spec.get("station", station),
        label=_words(spec, "label", path, document),
        cls=spec.get("class", "chosen"),
        ask=_words(spec, "ask", path, document) if "ask" in spec else None,
        help=_words(spec, "help", path, document) if "help" in spec else None,
        item=_words(spec, "item", path, document) if "item" in spec else None,
        choices={key: _words(choices, key, path, document, _ONLY) for key in choices},
        only=spec.get("only"),
        only_choices={key: row["only"] for key, row in choices.items() if "only" in row},
        minimum=spec.get("min"),
        maximum=spec.get("max"),
        unit=spec.get("unit"),
        kind=spec.get("kind"),
        fields=tuple(group[0] for group in below),
        rest=spec.get("rest", NOTHING),
        computed=bool(spec.get("computed", False)),
        derivation=spec.get("derived"),
        asked_when=spec.get("asked_when"),
        codes=codes if spec["type"] in ("country", "countries") else frozenset(),
    )
    for group in below:
        yield from group


def _words(
    spec: dict[str, Any],
    key: str,
    path: str,
    document: Document,
    beside: frozenset[str] = frozenset(),
) -> Words:
    found = spec.get(key)
    if not isinstance(found, dict) or set(found) - beside != set(LANGUAGES):
        raise CatalogueError(
            f"{document.name}:1: {path}: {key}: needs a text in each of en and fr, found {found!r}"
        )
    return _pair(found)


def record_scope(facts: Catalogue, path: str) -> Scope:
    """The scope of a condition written at ``path``: inside a record, ``it`` is the member."""
    owner = path.rsplit("[]", 1)[0] + "[]" if "[]" in path else None
    return Scope(facts, {"it": owner} if owner else {})


def _guarded(fact: Fact, facts: Catalogue) -> Fact:
    if fact.asked_when is None:
        return fact
    try:
        guard = parse_condition(fact.asked_when, record_scope(facts, fact.path))
    except ConditionError as error:
        raise CatalogueError(f"facts: {fact.path}: asked_when: {error}") from None
    return replace(fact, guard=guard)


def _checks(document: Document, facts: Catalogue) -> Iterator[Check]:
    for at, row in enumerate(document.data["checks"]):
        try:
            holds = parse_condition(row["holds"], Scope(facts), ("checks", at, "holds"))
        except ConditionError as error:
            raise CatalogueError(f"{document.place('checks', at)}: {row['id']}: {error}") from None
        yield Check(row["id"], holds, Words(row["warning"]))
