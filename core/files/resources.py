"""The program's own YAML files, parsed once and kept as JSON in the user's cache.

Parsing YAML with lines costs some milliseconds a file; the law and the facts are read at every start.
The cache is named by a digest of the file's bytes and of this reader, so it can never be stale, and it
is only a convenience: where it cannot be written or read, the file itself is parsed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib import resources as packaged
from importlib.resources.abc import Traversable
from pathlib import Path

from core.files.atomic import write_text
from core.files.yamlfile import Document, parse_yaml
from core.places import cache_folder

READER = "yaml-5"


def resource_root() -> Traversable:
    """The ``resources`` package."""
    return packaged.files("resources")


def walk_yaml(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    """Every ``.yaml`` below ``folder`` with its name from ``prefix`` down, in order of name."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            yield from walk_yaml(entry, name)
        elif entry.name.endswith(".yaml"):
            yield name, entry


def load_folder(*parts: str) -> list[Document]:
    """All YAML files below ``resources/<parts>`` as documents, through the cache.

    Raises YamlError for a file that cannot be parsed.
    """
    folder = resource_root().joinpath(*parts)
    files = [(name, entry.read_bytes()) for name, entry in walk_yaml(folder, "/".join(parts))]
    digest = hashlib.sha256(READER.encode())
    for name, content in files:
        digest.update(name.encode() + b"\0" + content + b"\0")
    kept = cache_folder() / f"{'-'.join(parts)}-{digest.hexdigest()[:24]}.json"
    found = _read_kept(kept, [name for name, _ in files])
    if found is None:
        found = [parse_yaml(content.decode("utf-8"), name) for name, content in files]
        _write_kept(kept, found)
    return found


def load_file(*parts: str) -> Document:
    """One YAML file of the resources, parsed afresh. Raises YamlError."""
    entry = resource_root().joinpath(*parts)
    return parse_yaml(entry.read_text(encoding="utf-8"), "/".join(parts))


def _read_kept(path: Path, names: list[str]) -> list[Document] | None:
    """The documents kept at ``path`` if they are whole, and those of the files ``names``."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        found = [Document(row["name"], row["data"], dict(row["lines"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if [document.name for document in found] == names else None


def _write_kept(path: Path, documents: list[Document]) -> None:
    rows = [{"name": d.name, "data": d.data, "lines": d.lines} for d in documents]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{path.name.rsplit('-', 1)[0]}-*.json"):
            old.unlink(missing_ok=True)
        write_text(path, json.dumps(rows, ensure_ascii=False))
    except OSError:
        return
