"""Two digests of an exercise: of the law that its decisions consulted, and of the words that are printed.

The first covers conditions, periods, rows of tables, defaults and effects of everything either decision
looked at (:mod:`core.training.consulted`); while it stands, the answer stands. The second covers titles,
gists and the story: when it alone changes, papers are printed anew and nothing is stale.

>>> digest({"b": 1, "a": [2, 3]}) == digest({"a": (2, 3), "b": 1}), len(digest(None))
(True, 16)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from core.case.catalogue import catalogue
from core.decision.model import Decision
from core.law.provisions import Provision, Text
from core.logic.truth import FALSE
from core.training.consulted import Trace, hours_of_port, rows_of_table
from core.training.work import Worked, notes_of

WRITTEN = frozenset({"text", "source"})
"""Fields that, where they are text, only say how a condition was written or where a row was read."""


def digest(value: Any) -> str:
    """Sixteen hexadecimal digits that name a value of plain data and dataclasses."""
    text = json.dumps(plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def plain(value: Any) -> Any:
    """A value as plain data: dataclasses by kind and field, without how a condition was written."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {
            f.name: plain(getattr(value, f.name))
            for f in fields(value)
            if f.compare and not (f.name in WRITTEN and isinstance(getattr(value, f.name), str))
        }
        return [type(value).__name__, kept]
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(inner) for inner in value), key=str)
    if isinstance(value, date | time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def law_digest(worked: Worked) -> str:
    """The digest of the law that either decision consulted, and of how it was asked."""
    both = (worked.comparison.left, worked.comparison.right)
    return digest([_law_of(d, trace) for d, trace in zip(both, worked.traces, strict=True)])


def words_digest(worked: Worked) -> str:
    """The digest of every word that papers print of the exercise, in both languages."""
    decisions = (worked.comparison.left, worked.comparison.right)
    both = [_words_of(d, trace) for d, trace in zip(decisions, worked.traces, strict=True)]
    notes = notes_of(worked.exercise).model_dump(mode="json")
    story = [dict(worked.file.story.title), dict(worked.file.story.text)]
    return digest([story, notes, both])


# --- the law that was consulted --------------------------------------------------------------------
def _law_of(decision: Decision, trace: Trace) -> Any:
    version = decision.version
    own = decision.version.asked != "as_if"
    return {
        "country": version.country,
        "asked": version.asked,
        "day": None if own else version.day,
        "grounds": [g.id for g in version.grounds],
        "exemptions": list(_exemptions(decision)),
        "conditions": {f"{kind} {name}": part for kind, name, part in _conditions(decision, trace)},
        "provisions": {
            name: _effect(version.law.provisions[name], version.texts.get(name))
            for name in trace.provisions
            if name in version.law.provisions
        },
        "choices": {f"{k}:{n}": _choice(decision, k, n) for k, n in trace.names("choice")},
        "tables": {
            f"{name} {key} {day}": rows_of_table(name, key, day)
            for name, key, day in trace.names("table")
        },
        "ports": {"/".join(key): hours_of_port(*key) for key in trace.names("port")},
        "recipes": {path: catalogue().fact(path).derivation for path in trace.names("recipe")},
    }


def _exemptions(decision: Decision) -> Iterator[tuple[str, str]]:
    """Which exceptions there are from the grounds that may apply."""
    version = decision.version
    for ground in version.grounds:
        if decision.verdicts[ground.id].met != FALSE:
            for exemption in version.exemptions[ground.id]:
                parts = version.parts.get(exemption.id, ())
                yield from ((ground.id, p.id) for p in (exemption, *parts))


def _conditions(decision: Decision, trace: Trace) -> Iterator[tuple[str, str, Any]]:
    """Each condition that was looked at; None where its provision does not stand."""
    texts = decision.version.texts
    own = decision.version.asked != "as_if"
    for name in {*trace.names("when"), *trace.names("term")}:
        text = texts.get(name)
        yield "when", name, text and [text.when, text.applies if own else None]
    for name in trace.names("gate"):
        yield "gate", name, texts[name].gate if name in texts else None
    for name in trace.names("limb"):
        owner, _, key = name.rpartition("#")
        limb = texts[owner].limbs.get(key) if owner in texts else None
        yield "limb", name, limb.condition if limb is not None else None


def _effect(provision: Provision, text: Text | None) -> Any:
    """What a provision does, and for how long its text stands."""
    return {
        "kind": provision.kind,
        "effect": [provision.outcome, provision.how, provision.exempts],
        "of": [provision.of, provision.parts, provision.over, provision.reaches_back],
        "stands": [text.start, text.until] if text is not None else None,
    }


def _choice(decision: Decision, kind: str, name: str) -> Any:
    """Where a choice stands, by default or as set, and which positions it has."""
    version = decision.version
    if kind == "reading":
        return [decision.choices.get((kind, name)), list(version.law.readings[name].positions)]
    found = version.assumes.get(name)
    return [decision.choices.get((kind, name)), list(found.positions) if found else []]


# --- the words that are printed --------------------------------------------------------------------
def _words_of(decision: Decision, trace: Trace) -> Any:
    version, law = decision.version, decision.version.law
    names = dict.fromkeys((*sorted(trace.provisions), *decision.verdicts))
    known = law.provisions
    return {
        "provisions": {n: _told(known[n], version.texts.get(n)) for n in names if n in known},
        "outcomes": [law.outcomes[version.country], law.follows[version.country]],
        "proposal": version.proposal and [version.proposal.title, version.proposal.note],
        "readings": {
            n: [r.question, r.positions, r.ground]
            for n, r in law.readings.items()
            if f"reading:{n}" in (*decision.depends_on, *decision.waits_for)
        },
        "assumes": {n: [a.question, a.positions, a.note] for n, a in version.assumes.items()},
        "not_examined": [n.words for n in version.not_examined],
    }


def _told(provision: Provision, text: Text | None) -> Any:
    told = [provision.cite, provision.title, provision.gist, provision.mark]
    if text is None:
        return told
    limbs = {key: limb.title for key, limb in text.limbs.items()}
    return [*told, text.by, text.gist, text.changed, text.mark, limbs]
