"""The file of a session pack: read with the line of every mistake, written whole or not at all.

A pack of the program is named by its id, one of your own by its file. A mistake is told as a sentence
with file, line, what was found, what was expected and how to mend it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.files.atomic import write_text
from core.files.resources import load_folder
from core.files.textfile import read_text
from core.files.yamldump import dump_json, dump_yaml
from core.files.yamlfile import Document, YamlError, parse_yaml
from core.training.checks import mistakes
from core.training.model import SCHEMA, Pack, Stored

FOLDER = "sessions"
_STORED = re.compile(r"^stored:", re.MULTILINE)


class PackError(ValueError):
    """A file that cannot be opened as a pack; ``problems`` are the user's sentences."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class PackFile:
    """An open pack. ``path`` is None for a pack that ships with the program; then ``id`` names it."""

    pack: Pack
    path: Path | None = None
    id: str | None = None

    @property
    def name(self) -> str:
        """What the pack is called in messages and in the names of its results."""
        return self.id or (self.path.stem if self.path else "pack")


def read_pack(path: Path) -> PackFile:
    """The pack at ``path``. Raises PackError."""
    try:
        text = read_text(path)
    except UnicodeDecodeError:
        raise PackError(
            [f"{path.name}: this is not a text file in UTF-8; choose a session pack (.yaml)."]
        ) from None
    except OSError as error:
        raise PackError([f"{path.name}: {error.strerror or 'it cannot be read'}."]) from None
    return replace(parse_pack(text, path.name), path=path)


def parse_pack(text: str, name: str) -> PackFile:
    """A pack from text; ``name`` stands in messages. Raises PackError."""
    try:
        document = parse_yaml(text, name)
    except YamlError as error:
        raise PackError([str(error)]) from None
    return from_document(document)


def from_document(document: Document) -> PackFile:
    """A pack from a parsed document. Raises PackError naming every mistake."""
    from pydantic import ValidationError

    data = document.data
    if not isinstance(data, dict):
        raise PackError([f"{document.name}:1: expected the keys of a session pack; found no keys."])
    if data.get("schema") != SCHEMA:
        raise PackError(
            [
                f"{document.place('schema')}: schema: found {data.get('schema')!r}, expected "
                f"{SCHEMA}; this file is no session pack, or of a newer program."
            ]
        )
    try:
        pack = Pack.model_validate(data)
    except ValidationError as error:
        raise PackError([_told(document, dict(e)) for e in error.errors()]) from None
    found = list(mistakes(pack, document))
    if found:
        raise PackError(found)
    return PackFile(pack)


def write_pack(path: Path, file: PackFile) -> PackFile:
    """Write the pack to ``path`` whole, or raise OSError; returns it with its new path."""
    plain = file.pack.plain()
    write_text(path, dump_json(plain) if path.suffix.lower() == ".json" else dump_yaml(plain))
    return PackFile(file.pack, path)


def with_stored(text: str, stored: Stored) -> str:
    """The text of a pack's file with another stored key; what a person wrote stays as it is."""
    found = _STORED.search(text)
    written = text[: found.start()] if found else text
    plain = stored.model_dump(mode="json", exclude_defaults=True)
    return f"{written.rstrip()}\n{dump_yaml({'stored': plain})}"


@lru_cache(maxsize=1)
def packs() -> dict[str, PackFile]:
    """The packs that ship with the program, by id, in order of their names."""
    found = {}
    for document in load_folder(FOLDER):
        name = document.name.rsplit("/", 1)[-1].removesuffix(".yaml")
        found[name] = PackFile(Pack.model_validate(document.data), id=name)
    return found


# --- mistakes in sentences -------------------------------------------------------------------------
def _told(document: Document, error: dict[str, Any]) -> str:
    """One mistake of form as a sentence."""
    steps = _steps(document.data, error["loc"])
    where = ".".join(map(str, steps)) or "this file"
    place = document.place(*steps)
    kind, last = error["type"], error["loc"][-1] if error["loc"] else ""
    if kind == "missing":
        return f"{place}: {where}: the key {last!r} is missing; add it."
    if kind == "extra_forbidden":
        return f"{place}: {where}: this key is not known here; remove it or look at its spelling."
    found = _short(error.get("input"))
    expected = _expected(error)
    return f"{place}: {where}: found {found}; {expected}."


def _expected(error: dict[str, Any]) -> str:
    said = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    if said.startswith(("expected", "unknown", "the text")):
        return said
    return f"expected otherwise: {said[:1].lower()}{said[1:]}"


def _steps(data: Any, loc: tuple[Any, ...]) -> list[str | int]:
    """The steps of an error that really lead into the data; names of forms are left out."""
    steps: list[str | int] = []
    for step in loc:
        mapped = isinstance(data, dict) and step in data
        listed = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not mapped and not listed:
            continue
        data = data[step]
        steps.append(step)
    return steps


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
