"""Finding a session pack by id or file, listing packs, and looking through one for faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.files.kinds import is_there
from core.files.yamlfile import Document
from core.report.dates import FIRM
from core.terminal.options import InputError
from core.training.model import Pack
from core.training.packfile import PackError, PackFile, from_document, packs, read_pack
from core.training.stale import Look, Move, Standing, look
from core.words import many, say


def find_pack(name: str) -> PackFile:
    """The pack named by an id of the program or by a file. Raises InputError."""
    if name in packs():
        return packs()[name]
    path = Path(name)
    if not is_there(path) and not path.suffix:
        raise InputError(
            f"{name}: there is no such file, and no pack of that id; see: threshold list packs"
        )
    try:
        return read_pack(path)
    except PackError as error:
        raise InputError(error.problems[0]) from None


def pack_rows(lang: str) -> list[tuple[str, str, Any]]:
    """The packs of the program: id, words, data."""
    found = []
    for name, file in packs().items():
        pack = file.pack
        told = many(lang, "{n} exercise", "{n} exercises", len(pack.active))
        if pack.plan.minutes:
            told += ", " + many(lang, "{n} minute", "{n} minutes", pack.plan.minutes)
        data = {
            "id": name,
            "title": pack.title[lang],
            "exercises": [e.id for e in pack.active],
            "minutes": pack.plan.minutes,
            "left": pack.left,
            "right": pack.right,
        }
        found.append((name, f"{pack.title[lang]} ({told})", data))
    return found


def check_pack(document: Document, lang: str) -> tuple[list[str], list[str], dict[str, Any]]:
    """Faults, warnings and the state of every exercise of a pack's file.

    An answer that moved is a fault; a stamp of other law or other words with the same answers a warning.
    """
    try:
        pack = from_document(document).pack
    except PackError as error:
        return error.problems, [], {}
    found = look(pack)
    faults = [f"{document.name}: {_fault(s, lang)}" for s in found.exercises if s.moves or s.why]
    return faults, list(_warnings(pack, found, lang)), look_data(found)


def _fault(standing: Standing, lang: str) -> str:
    if standing.why:
        return standing.why
    moved = "; ".join(
        f"{move.column} {what}: {_shown(then)} → {_shown(now)}"
        for move in standing.moves
        for what, then, now in _parts(move)
    )
    return say(lang, "{exercise}: the answer moved ({moves})", exercise=standing.id, moves=moved)


def _parts(move: Move) -> Iterator[tuple[str, object, object]]:
    """What moved; of a table, such as that of the exceptions, each entry that differs."""
    if not isinstance(move.then, dict) or not isinstance(move.now, dict):
        yield move.what, move.then, move.now
        return
    for name in {**move.then, **move.now}:
        then, now = move.then.get(name), move.now.get(name)
        if then != now:
            yield name, then, now


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    return str(value) if value is not None else "–"


def _warnings(pack: Pack, found: Look, lang: str) -> list[str]:
    if pack.stored is None:
        return [say(lang, "no key is stored in this pack yet; save it once to store one")]
    told = {
        "new": say(lang, "no key is stored for this exercise yet"),
        "stale": say(lang, "case or law differ from when the key was stored; the answers stand"),
    }
    rows = [
        say(lang, "{label}: {value}", label=s.id, value=told[s.state])
        for s in found.exercises
        if s.state in told
    ]
    if found.reworded:
        rows.append(say(lang, "words differ from the stored stamp; print the papers again"))
    return [row.replace(FIRM, " ") for row in rows]


def look_data(found: Look) -> dict[str, Any]:
    """How a pack stands, as plain data."""
    return {
        "matches": found.matches,
        "reworded": found.reworded,
        "exercises": [
            {
                "id": s.id,
                "state": s.state,
                "moves": [
                    {"column": m.column, "what": m.what, "then": m.then, "now": m.now}
                    for m in s.moves
                ],
                "why": s.why or None,
            }
            for s in found.exercises
        ],
    }
