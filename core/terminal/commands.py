"""One function for each command: it takes the parsed arguments and returns text or plain data."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from typing import Any

from core.case.catalogue import catalogue
from core.case.library import library
from core.case.model import adapter, case_model
from core.decision.compare import compare
from core.law.load import law
from core.law.provisions import Provision
from core.law.version import find_version, is_own
from core.report.contract import comparison_data, provision_data, version_data
from core.report.dates import moment_words
from core.report.sidebyside import side_by_side
from core.terminal.check import check_paths
from core.terminal.lawschema import law_schema
from core.terminal.options import InputError, chosen_setup, find_case
from core.words import say

Answer = tuple[int, str, Any]
"""Exit code, text for people, data for ``--json``."""


def compare_command(given: argparse.Namespace) -> Answer:
    """Two versions over one case."""
    file = find_case(given.case)
    setup = chosen_setup(file.setup, given, file.case.get("journey.into"))
    comparison = compare(file.case, setup)
    width = shutil.get_terminal_size((120, 40)).columns
    return (
        0,
        side_by_side(file, comparison, given.lang, width),
        comparison_data(file, setup, comparison, given.lang),
    )


def list_command(given: argparse.Namespace) -> Answer:
    """What there is: versions, cases, provisions or packs."""
    makers = {"versions": _versions, "cases": _cases, "provisions": _provisions, "packs": _packs}
    rows = makers[given.what](given.lang)
    width = max(len(row[0]) for row in rows)
    text = "\n".join(f"{name:<{width}}  {words}" for name, words, _ in rows) + "\n"
    return 0, text, [data for _, _, data in rows]


def _versions(lang: str) -> list[tuple[str, str, Any]]:
    found = []
    for preset in law().presets():
        words = f"{preset.title[lang]} ({preset.note[lang]})"
        name = preset.version
        if preset.country not in (None, catalogue().opening["into"]):
            name = f"{preset.country}:{name}"
        data = {"version": name, "title": preset.title[lang], "note": preset.note[lang]}
        if not is_own(name):
            data = version_data(find_version(name), preset.note[lang], lang)
        found.append((name, words, data))
    return found


def _cases(lang: str) -> list[tuple[str, str, Any]]:
    return [
        (
            entry.id,
            f"{entry.title[lang]}. {entry.teaches[lang]}",
            {
                "id": entry.id,
                "title": entry.title[lang],
                "teaches": entry.teaches[lang],
                "tags": list(entry.tags),
                "digest": library().load(entry.id).case.digest,
            },
        )
        for entry in library().entries
    ]


def _provisions(lang: str) -> list[tuple[str, str, Any]]:
    found = sorted(
        law().provisions.values(), key=lambda p: (p.country, not p.is_row, p.order, p.id)
    )
    return [
        (
            p.id,
            f"{p.title[lang]} [{law().marks[p.mark].title[lang]}]",
            {
                "id": p.id,
                "kind": p.kind,
                "cite": p.cite[lang],
                "title": p.title[lang],
                "mark": p.mark,
                "from": [t.start for t in p.texts],
            },
        )
        for p in found
    ]


def _packs(lang: str) -> list[tuple[str, str, Any]]:
    from core.terminal.packs import pack_rows  # loads pydantic, which no other list needs

    return pack_rows(lang)


def show_command(given: argparse.Namespace) -> Answer:
    """A provision with its texts, mark and sources."""
    provision = law().find(given.provision)
    if provision is None:
        near = [key for key in law().provisions if given.provision in key][:8]
        hint = f"; near it: {', '.join(near)}" if near else "; see: threshold list provisions"
        raise InputError(f"{given.provision}: no single provision has this name{hint}")
    return 0, _shown(provision, given.lang), provision_data(provision, law())


def _shown(provision: Provision, lang: str) -> str:
    mark = law().marks[provision.mark]
    lines = [f"{provision.cite[lang]}  {provision.title[lang]}", provision.id, ""]
    for tongue in (lang, "fr" if lang == "en" else "en"):
        lines += [provision.gist[tongue], ""]
    for text in provision.texts:
        since = say(
            lang,
            "From {day}, by {instrument}",
            day=moment_words(text.start, lang),
            instrument=text.by[lang],
        )
        if text.ended_by and text.until:
            since += say(
                lang,
                "; ended {day} by {instrument}",
                day=moment_words(text.until, lang),
                instrument=text.ended_by[lang],
            )
        lines.append(since)
        if text.changed:
            lines.append(f"  {text.changed[lang]}")
        if text.gist != provision.gist:
            lines.append(f"  {text.gist[lang]}")
    lines += ["", f"{mark.title[lang]}: {mark.means[lang]}"]
    lines += [
        f"  {law().sources[key].title}  {law().sources[key].address}" for key in provision.sources
    ]
    return "\n".join(lines) + "\n"


def check_command(given: argparse.Namespace) -> Answer:
    """Faults and warnings of case files, law files and packs."""
    found = check_paths(given.paths, given.lang)
    faults = sum(len(row["faults"]) for row in found)
    lines = []
    for row in found:
        lines += row["faults"]
        lines += [f"{row['path']}: {warning}" for warning in row["warnings"]]
        if not row["faults"]:
            lines.append(f"{row['path']}: {say(given.lang, 'no fault found')}")
    return (1 if faults else 0), "\n".join(lines) + "\n", found


def schema_command(given: argparse.Namespace) -> Answer:
    """The JSON Schema of a case file, a law file or a session pack."""
    import json

    data = {"case": _case_file_schema, "law": law_schema, "pack": _pack_schema}[given.what]()
    return 0, json.dumps(data, indent=2, ensure_ascii=False) + "\n", data


def _case_file_schema() -> dict[str, Any]:
    from core.case.migrate import SCHEMA
    from core.case.setup import Setup

    inner = case_model().model_json_schema(ref_template="#/$defs/{model}")
    defs = inner.pop("$defs", {})
    words = {"type": "object", "properties": {"en": {"type": "string"}, "fr": {"type": "string"}}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Threshold case file",
        "type": "object",
        "additionalProperties": False,
        "required": ["schema"],
        "properties": {
            "schema": {"const": SCHEMA},
            "case": inner,
            "setup": adapter(Setup).json_schema(),
            "story": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"title": words, "text": words},
            },
            "teaching": {"type": "object"},
        },
        "$defs": defs,
    }


def _pack_schema() -> dict[str, Any]:
    from core.training.model import Pack

    inner = Pack.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**head, **inner, "title": "Threshold session pack"}


def quiz_command(given: argparse.Namespace) -> Answer:
    """Predict, commit, reveal; writes on the way."""
    from core.terminal.quiz import run_quiz

    return run_quiz(given)


def coverage_command(given: argparse.Namespace) -> Answer:
    """Which provisions, exceptions and differences a pack touches."""
    from core.terminal.coverage import coverage_of

    return coverage_of(given)


def verify_command(given: argparse.Namespace) -> Answer:
    """Four tables that show whether the law as held here is sound."""
    from core.terminal.verify import as_data, as_text, verify  # heavy, and needed here alone

    tables = verify(given.lang)
    passed = all(table.passed for table in tables)
    return (0 if passed else 1), as_text(tables, given.lang), as_data(tables)


def print_command(given: argparse.Namespace) -> Answer:
    """A paper of a pack or a case, written to a file."""
    from core.terminal.printing import print_paper  # loads what only papers need

    return print_paper(given)


def next_command(given: argparse.Namespace) -> Answer:
    """What is still open, and which question settles most."""
    from core.terminal.next import next_of  # loads what no other command needs

    return next_of(given)


def whynot_command(given: argparse.Namespace) -> Answer:
    """What keeps each ground and exception from being met."""
    from core.terminal.whynot import whynot_of  # loads what no other command needs

    return whynot_of(given)


def whatif_command(given: argparse.Namespace) -> Answer:
    """The smallest changes that turn an outcome, or make the versions agree or differ."""
    from core.terminal.whatif import whatif_of  # loads what no other command needs

    return whatif_of(given)


def clauses_command(given: argparse.Namespace) -> Answer:
    """What a proposal changes, and which clause changes whose outcome."""
    from core.terminal import clauses  # loads what no other command needs

    return clauses.clauses_command(given)


def timeline_command(given: argparse.Namespace) -> Answer:
    """One journey through the law's history."""
    from core.terminal.timeline import timeline_of  # loads what no other command needs

    return timeline_of(given)


def grid_command(given: argparse.Namespace) -> Answer:
    """Two facts of a case against each other."""
    from core.terminal.grid import grid_of  # loads what no other command needs

    return grid_of(given)


def find_command(given: argparse.Namespace) -> Answer:
    """A case with the outcomes asked for, or a pair of cases around a provision."""
    from core.terminal.find import find_of  # loads what no other command needs

    return find_of(given)


COMMANDS: dict[str, Callable[[argparse.Namespace], Answer]] = {
    "compare": compare_command,
    "list": list_command,
    "show": show_command,
    "check": check_command,
    "schema": schema_command,
    "verify": verify_command,
    "print": print_command,
    "quiz": quiz_command,
    "coverage": coverage_command,
    "timeline": timeline_command,
    "grid": grid_command,
    "next": next_command,
    "find": find_command,
    "clauses": clauses_command,
    "whynot": whynot_command,
    "whatif": whatif_command,
}
