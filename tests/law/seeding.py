"""Errors sown systematically into the plain data of the law files, one at a time.

Each :class:`Seed` names one place in one file and what stands there instead. Nothing here knows
what the law says: the operators work on the shape of the files, and on the choices of the catalogue.

Only the files of :data:`SOWN` are sown, which hold the law that the oracle knows, and of a proposal the
clauses that amend it. Nothing is sown in transitional rules (``applies:``), which only the case's own
law reads, in terms that no condition refers to, or in choices that only such places ask for.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from core.case.catalogue import Catalogue
from core.files.yamlfile import Document

Steps = tuple[str | int, ...]
SOWN = (
    "law/ca/cases.yaml",
    "law/ca/irpa.yaml",
    "law/ca/irpr_exceptions.yaml",
    "law/ca/irpr_scope.yaml",
    "law/ca/irpr_terms.yaml",
)
PROPOSALS = ("whole_border_2018",)
GONE = object()
"""Stands for "nothing" where a key or an entry is taken out."""


class Seed(NamedTuple):
    """One error: what stands at a place of a file instead of what should."""

    name: str
    file: str
    steps: Steps
    value: Any


class Edit(NamedTuple):
    """The same before it is known in which provision it stands."""

    steps: Steps
    what: str
    value: Any


def sow(documents: list[Document], seed: Seed) -> list[Document]:
    """The documents with the error in them; those without it are the same objects."""
    return [_sown(d, seed) if d.name == seed.file else d for d in documents]


def _sown(document: Document, seed: Seed) -> Document:
    data = copy.deepcopy(document.data)
    at = data
    for step in seed.steps[:-1]:
        at = at[step]
    if seed.value is GONE:
        del at[seed.steps[-1]]
    else:
        at[seed.steps[-1]] = copy.deepcopy(seed.value)
    return Document(document.name, data, document.lines)


def seeds(documents: list[Document], facts: Catalogue) -> list[Seed]:
    """Every error that the operators make of the law, each under a name of its own."""
    sower = Sower(documents, facts)
    found: dict[str, Seed] = {}
    for document in documents:
        for owner, edit in sower.edits(document):
            steps = edit.steps[2:] if edit.steps[0] in ("provisions", "readings") else edit.steps
            place = ".".join(str(step) for step in steps)
            name = " · ".join(part for part in (owner, place, edit.what) if part)
            assert name not in found, name
            found[name] = Seed(name, document.name, edit.steps, edit.value)
    return list(found.values())


class Sower:
    """Finds the edits of every file; knows the names that one reference can be mistaken for."""

    def __init__(self, documents: list[Document], facts: Catalogue) -> None:
        rows = [p for d in documents for p in (d.data or {}).get("provisions") or ()]
        known = [p for d in documents if d.name in SOWN for p in d.data["provisions"]]
        proposals = [d.data for d in documents if (d.data or {}).get("proposal") in PROPOSALS]
        self.facts = facts
        self.ids = {row["id"] for row in known}
        self.clauses = [c for p in proposals for c in p["amends"] if _target(c) in self.ids]
        self.days = sorted({str(text["from"]) for row in known for text in row["texts"]})
        self.terms: dict[str, list[str]] = {}
        for row in known:
            if row["kind"] == "term":
                self.terms.setdefault(row["over"], []).append(row["id"])
        self.limbs = [(row["id"], row["limbs"]) for row in known if "limbs" in row]
        self.limbs += [(_target(c), c["limbs"]) for c in self.clauses if "limbs" in c]
        self.scopes = [row["id"] for row in known if row["kind"] == "scope"]
        self.chapeaus = [row["id"] for row in known if "parts" in row]
        self.positions = _positions(documents)
        everywhere = str([rows, [p["amends"] for p in proposals]])
        sown = str([[_without_applies(row) for row in known], self.clauses])
        self.unread = {
            name
            for name in [name for names in self.terms.values() for name in names]
            if f"'term': '{name}'" not in everywhere
        }
        self.elsewhere = {
            name
            for _, name in self.positions
            if f": '{name}'" in everywhere and f": '{name}'" not in sown
        }

    def edits(self, document: Document) -> Iterator[tuple[str, Edit]]:
        """Every edit of a file, with the id of what it stands in."""
        data = document.data or {}
        for n, row in enumerate(data.get("provisions") or ()):
            if row["id"] in self.ids - self.unread:
                for edit in self._provision(row, ("provisions", n)):
                    yield row["id"], edit
        for n, row in enumerate(data.get("readings") or ()):
            if row["id"] not in self.elsewhere:
                for edit in _default(row, list(row["positions"]), ("readings", n)):
                    yield row["id"], edit
        if data.get("proposal") in PROPOSALS:
            for edit in self._proposal(data):
                yield data["proposal"], edit

    # --- provisions ---------------------------------------------------------------------------------
    def _provision(self, row: dict[str, Any], at: Steps) -> Iterator[Edit]:
        yield Edit(at, "provision removed", GONE)
        yield from self._links(row, at)
        yield from self._limbs(row.get("limbs") or {}, (*at, "limbs"))
        texts = row["texts"]
        for n, text in enumerate(texts):
            here = (*at, "texts", n)
            if len(texts) > 1:
                yield Edit(here, "text removed", GONE)
            yield from _periods(text, n, here)
            yield from self._limbs(text.get("limbs") or {}, (*here, "limbs"))
            for key in ("when", "gate"):
                if key in text:
                    yield Edit((*here, key), "taken out", GONE)
                    yield from self._condition(text[key], (*here, key))
        for first, second in combinations(range(len(texts)), 2):
            swapped = list(texts)
            for key in ("when", "gate"):
                one, other = texts[first].get(key), texts[second].get(key)
                if one == other:
                    continue
                swapped[first] = {**swapped[first], key: other}
                swapped[second] = {**swapped[second], key: one}
            if swapped != texts:
                yield Edit((*at, "texts"), f"words of {first} and {second} swapped", swapped)

    def _links(self, row: dict[str, Any], at: Steps) -> Iterator[Edit]:
        effect = row.get("effect") or {}
        if row["kind"] == "exemption":
            other = {"exempt": "not_covered", "not_covered": "exempt"}[effect["how"]]
            yield Edit((*at, "effect", "how"), f"{effect['how']} → {other}", other)
        if row["kind"] == "ground":
            yield Edit((*at, "effect", "outcome"), "returned → barred", "barred")
            yield Edit((*at, "effect", "how"), "how → ground", "ground")
            yield Edit((*at, "kind"), "ground → scope", "scope")
        for key in ("exempts", "suspends"):
            for n, target in enumerate(row.get(key) or ()):
                yield Edit((*at, key, n), f"{target} taken out", GONE)
        if "parts" in row:
            yield Edit((*at, "parts"), "taken out", GONE)
        if "of" in row:
            for other in self.chapeaus:
                if other != row["of"]:
                    yield Edit((*at, "of"), f"moved to {other}", other)

    def _limbs(self, limbs: dict[str, Any], at: Steps) -> Iterator[Edit]:
        for key, limb in limbs.items():
            yield Edit((*at, key), "limb removed", GONE)
            yield from self._condition(limb["when"], (*at, key, "when"))

    # --- proposals ----------------------------------------------------------------------------------
    def _proposal(self, data: dict[str, Any]) -> Iterator[Edit]:
        for day in self.days:
            yield Edit(("base",), f"{data['base']} → {day}", day)
        for name, row in data["assumes"].items():
            if name in self.elsewhere:
                continue
            yield from _default(row, list(row["choices"]), ("assumes", name))
        for n, row in enumerate(data["amends"]):
            if row not in self.clauses:
                continue
            at: Steps = ("amends", n)
            yield Edit(at, "clause removed", GONE)
            yield from self._limbs(row.get("limbs") or {}, (*at, "limbs"))
            for key in ("when", "gate"):
                if key in row:
                    yield Edit((*at, key), "taken out", GONE)
                    yield from self._condition(row[key], (*at, key))

    # --- conditions ---------------------------------------------------------------------------------
    def _condition(self, node: Any, at: Steps) -> Iterator[Edit]:
        if isinstance(node, str):
            yield from (Edit(at, f"{node} → {other}", other) for other in self._leaves(node))
            return
        for key, other in (("all", "any"), ("any", "all")):
            if key in node:
                yield from self._joined(node, key, other, at)
        if "not" in node:
            yield Edit(at, "not dropped", node["not"])
            yield from self._condition(node["not"], (*at, "not"))
        if "some" in node:
            where = node.get("where", [])
            yield from self._items(where, (*at, "where"))
            if len(where) > 1:
                yield Edit((*at, "where"), "all → any", [{"any": where}])
        if "choose" in node:
            yield from self._choose(node, at)
        yield from self._references(node, at)

    def _joined(self, node: Any, key: str, other: str, at: Steps) -> Iterator[Edit]:
        items = node[key]
        if len(items) != 1:  # of one item both say the same
            yield Edit(at, f"{key} → {other}", {other: items})
        yield from self._items(items, (*at, key))

    def _items(self, items: list[Any], at: Steps) -> Iterator[Edit]:
        for n, item in enumerate(items):
            yield Edit((*at, n), "dropped", GONE)
            yield from self._condition(item, (*at, n))

    def _choose(self, node: Any, at: Steps) -> Iterator[Edit]:
        cases = {key: case for key, case in node.items() if key != "choose"}
        for key, case in cases.items():
            yield from self._condition(case, (*at, key))
        for one, other in combinations(cases, 2):
            yield Edit(at, f"{one} and {other} swapped", {**node, **_crossed(cases, one, other)})

    def _references(self, node: Any, at: Steps) -> Iterator[Edit]:
        for kind in ("reading", "assume"):
            if kind in node:
                for position in self.positions[kind, node[kind]]:
                    if position != node["is"]:
                        yield Edit((*at, "is"), f"{node['is']} → {position}", position)
        if "term" in node:
            same = next(ids for ids in self.terms.values() if node["term"] in ids)
            for other in same:
                if other != node["term"]:
                    yield Edit((*at, "term"), f"{node['term']} → {other}", other)
        if "provision" in node:
            for other in self.scopes:
                if other != node["provision"]:
                    yield Edit((*at, "provision"), f"{node['provision']} → {other}", other)
        if "limb" in node or "table" in node:
            yield Edit(at, "negated", {"not": node})
        if "limb" in node:
            for other in self._fellows(node["limb"]):
                yield Edit((*at, "limb"), f"{node['limb']} → {other}", other)

    def _fellows(self, name: str) -> list[str]:
        """The other limbs of the provision whose limb this is, written as it is."""
        owner, mark, key = name.rpartition("#")
        groups = [group for where, group in self.limbs if owner in ("", where) and key in group]
        return [f"{owner}{mark}{other}" for other in (groups[0] if groups else ()) if other != key]

    # --- leaves -------------------------------------------------------------------------------------
    def _leaves(self, text: str) -> Iterator[str]:
        left, op, right = _LEAF.fullmatch(text).groups()  # type: ignore[union-attr]
        for other in _OPERATORS[op]:
            if right not in ("true", "false"):  # there the other value says the same
                yield f"{left} {other} {right}"
        if right in ("true", "false"):
            yield f"{left} {op} {'false' if right == 'true' else 'true'}"
        if re.fullmatch(r"\d+", right):
            yield f"{left} {op} {int(right) - 1}"
            yield f"{left} {op} {int(right) + 1}"
        for word, other in (("destination", "origin"), ("origin", "destination")):
            if left.endswith(f".{word}"):
                yield f"{left.removesuffix(word)}{other} {op} {right}"
        turned = re.fullmatch(r"(\w+\.\w+)\.(days_to)\((\w+\.\w+)\)", left)
        if turned:
            yield f"{turned[3]}.{turned[2]}({turned[1]}) {op} {right}"
        if re.fullmatch(r"[a-z]\w*(\.\w+)+", right):
            yield f"{right} {op} {left}"
        day = re.fullmatch(r'D\("(.+)"\)', right)
        if day:
            yield from (f'{left} {op} D("{_moved(day[1], by)}")' for by in (-1, 1))
        else:
            yield from self._words(left, op, right)

    def _words(self, left: str, op: str, right: str) -> Iterator[str]:
        """Choices and countries taken out of a list, put in, or replaced."""
        quoted = re.findall(r'"([^"]+)"', right)
        if right.startswith("["):
            others = self._others(left, quoted)
            for word in quoted:
                kept = [w for w in quoted if w != word]
                yield f"{left} {op} {_list(kept)}"
                if others:
                    yield f"{left} {op} {_list([*kept, others[0]])}"
            yield from (f"{left} {op} {_list([*quoted, other])}" for other in others[:1])
        elif quoted:
            for other in self._others(left, quoted):
                yield f"{left} {op} {right.replace(quoted[0], other)}"
        constant = re.fullmatch(r'"([^"]+)"', left)
        if constant:
            for other in self._others(right, [constant[1]]):
                yield f'"{other}" {op} {right}'

    def _others(self, fact: str, said: list[str]) -> list[str]:
        """What else the fact could have been compared with."""
        if re.fullmatch(r"[A-Z]{2}", said[0]):
            return [code for code in ("US", "CA", "BI") if code not in said]
        name = fact.rsplit(".", 1)[-1]
        for path, spec in self.facts.facts.items():
            if path.rsplit(".", 1)[-1] == name and set(said) <= set(spec.choices):
                return [choice for choice in spec.choices if choice not in said]
        raise LookupError(f"{fact} has no choices")


_LEAF = re.compile(r"(.+?) (==|!=|<=|>=|<|>|not in|in) (.+)")
_OPERATORS = {
    "==": ("!=",),
    "!=": ("==",),
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "in": ("not in",),
    "not in": ("in",),
}


def _target(clause: dict[str, Any]) -> str:
    """The provision that a clause of a proposal amends."""
    return next(str(clause[key]) for key in ("replace", "gate_of", "repeal") if key in clause)


def _without_applies(row: dict[str, Any]) -> list[dict[str, Any]]:
    texts = [{k: v for k, v in text.items() if k != "applies"} for text in row["texts"]]
    return [{k: v for k, v in row.items() if k != "texts"}, *texts]


def _positions(documents: list[Document]) -> dict[tuple[str, str], list[str]]:
    """The positions of every reading and assumption."""
    found = {}
    for document in documents:
        data = document.data or {}
        for row in data.get("readings") or ():
            found["reading", row["id"]] = list(row["positions"])
        for name, row in (data.get("assumes") or {}).items():
            found["assume", name] = list(row["choices"])
    return found


def _list(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


def _crossed(rows: dict[str, Any], one: str, other: str) -> dict[str, Any]:
    return {one: rows[other], other: rows[one]}


def _default(row: dict[str, Any], positions: list[str], at: Steps) -> Iterator[Edit]:
    now = row.get("default", "open")
    for position in [*positions, "open"]:
        if position != now:
            yield Edit((*at, "default"), f"{now} → {position}", position)


def _moved(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def _periods(text: dict[str, Any], n: int, at: Steps) -> Iterator[Edit]:
    """The first text begins a day late (nothing is told of earlier days), others also a day early."""
    for key, days in (("from", (1,) if n == 0 else (-1, 1)), ("until", (-1, 1))):
        if key not in text:
            continue
        day, rest = str(text[key])[:10], str(text[key])[10:]
        for by in days:
            moved = f"{_moved(day, by)}{rest}"
            yield Edit((*at, key), f"{text[key]} → {moved}", moved)
    if "until" in text:
        yield Edit((*at, "until"), "taken out", GONE)
