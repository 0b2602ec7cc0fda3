"""Decisions and comparisons as plain data: the JSON of the terminal. Keys are only ever added."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from core.case.casefile import CaseFile
from core.case.setup import Setup
from core.decision.consequences import Consequence, consequences
from core.decision.model import Comparison, Decision, Row, Verdict
from core.law.provisions import Provision, Text
from core.law.version import Version
from core.logic.truth import to_bool
from core.report.outcome import outcome_words, version_line, version_title
from core.report.parting import parting_data
from core.report.reasons import because

SCHEMA = "threshold/compare/1"


def comparison_data(
    file: CaseFile, setup: Setup, comparison: Comparison, lang: str
) -> dict[str, Any]:
    """A comparison as ``compare --json`` prints it."""
    return {
        "schema": SCHEMA,
        "case": case_data(file, lang),
        "setup": asdict(setup),
        "left": side_data(comparison.left, lang),
        "right": side_data(comparison.right, lang),
        "agree": comparison.agree,
        "parting": _parting(comparison, lang),
        "rows": [row_data(row, lang) for row in comparison.rows],
    }


def case_data(file: CaseFile, lang: str) -> dict[str, Any]:
    """Which case it is: id, title and the digest of its facts."""
    name = file.id or (file.path.stem if file.path else "")
    return {"id": name, "title": file.title(lang), "digest": file.case.digest}


def side_data(decision: Decision, lang: str) -> dict[str, Any]:
    """One decision: machine words first, the words of the screen beside them."""
    words = outcome_words(decision, lang)
    return {
        "version": decision.version.name,
        "title": version_title(decision.version, lang),
        "line": version_line(decision.version, lang),
        "asked": decision.version.asked,
        "outcome": decision.outcome,
        "how": decision.how,
        "possible": list(decision.possible),
        "basis": list(decision.basis),
        "grounds": list(decision.grounds),
        "waits_for": list(decision.waits_for),
        "depends_on": list(decision.depends_on),
        "not_examined": [n.words[lang] for n in decision.not_examined],
        "turned": decision.turned,
        "became_unknown": list(decision.lost),
        "consequences": [_consequence(c, lang) for c in consequences(decision)],
        "words": {"headline": words.headline, "over": words.over, "detail": words.detail},
    }


def _consequence(found: Consequence, lang: str) -> dict[str, Any]:
    return {
        "provision": found.provision.id,
        "node": found.provision.node,
        "cite": found.provision.cite[lang],
        "title": found.provision.title[lang],
        "gist": found.text.gist[lang],
        "mark": found.text.mark,
        "follows": to_bool(found.truth),
        "depends_on": list(found.depends_on),
    }


def row_data(row: Row, lang: str) -> dict[str, Any]:
    """One provision in both versions."""
    return {
        "node": row.node,
        "left": _verdict(row.left, lang),
        "right": _verdict(row.right, lang),
        "change": row.change,
        "differs": row.differs,
        "parting": row.parts,
    }


def _verdict(verdict: Verdict | None, lang: str) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {
        "provision": verdict.provision.id,
        "cite": verdict.provision.cite[lang],
        "title": verdict.provision.title[lang],
        "met": to_bool(verdict.met),
        "reached": to_bool(verdict.reached),
        "mark": verdict.text.mark,
        "because": because(verdict, lang),
    }


def _parting(comparison: Comparison, lang: str) -> dict[str, Any] | None:
    parting = comparison.parting
    if parting is None:
        return None
    names = [_unit(unit.kind, unit.id) for unit in parting.all]
    return {
        "first": names[0],
        "all": names,
        "exact": parting.exact,
        "units": parting_data(comparison, lang),
    }


def _unit(kind: str, name: str) -> str:
    return name if kind == "text" else f"{kind}:{name}"


def version_data(version: Version, note: str, lang: str) -> dict[str, Any]:
    """A version as ``list versions`` prints it."""
    return {
        "version": version.name,
        "title": version_title(version, lang),
        "note": note,
        "provisions": len(version.texts),
        "not_examined": [n.words[lang] for n in version.not_examined],
    }


def provision_data(provision: Provision, version_law: Any) -> dict[str, Any]:
    """A provision with all its texts, as ``show`` prints it; both languages."""
    sources = [version_law.sources[key] for key in provision.sources]
    mark = version_law.marks[provision.mark]
    return {
        "provision": provision.id,
        "kind": provision.kind,
        "node": provision.node,
        "cite": dict(provision.cite),
        "title": dict(provision.title),
        "gist": dict(provision.gist),
        "mark": {"id": mark.key, "title": dict(mark.title), "means": dict(mark.means)},
        "sources": [{"title": s.title, "address": s.address} for s in sources],
        "exempts": list(provision.exempts),
        "part_of": provision.of or None,
        "texts": [_text(text) for text in provision.texts],
    }


def _text(text: Text) -> dict[str, Any]:
    return {
        "from": text.start,
        "until": text.until,
        "by": dict(text.by),
        "ended_by": dict(text.ended_by) if text.ended_by else None,
        "gist": dict(text.gist),
        "changed": dict(text.changed) if text.changed else None,
        "mark": text.mark,
    }
