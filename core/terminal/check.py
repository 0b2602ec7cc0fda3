"""Look through files and folders for faults: case files, session packs, and files of the law."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.case.casefile import CaseFileError, from_document
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.conflicts import conflicts
from core.case.view import View
from core.decision.which import version_for
from core.files.kinds import is_file, is_folder, is_there
from core.files.textfile import read_text
from core.files.yamlfile import Document, YamlError, parse_yaml
from core.law.load import build_law, law, with_proposal
from core.law.shape import LawError
from core.law.version import VersionError
from core.report.derivation import conflict_words
from core.terminal.options import InputError, check_choices

PACK = "threshold/pack/"
"""How the schema of a session pack begins."""
ENDINGS = (".yaml", ".yml", ".json")


def check_paths(names: list[str], lang: str) -> list[dict[str, Any]]:
    """For each file: path, kind, faults (sentences) and warnings. Raises InputError for no file."""
    rows = [
        _check(path, lang, named=path == Path(name))
        for name in names
        for path in _files(Path(name))
    ]
    found = [row for row in rows if row is not None]
    if not found:
        raise InputError(
            f"{', '.join(names)}: there is no case file, law file or session pack here"
        )
    return found


def _files(path: Path) -> Iterator[Path]:
    if not os.path.lexists(path):
        raise InputError(f"{path}: there is no such file or folder")
    if not is_folder(path) or _is_law_folder(path):
        yield path
    else:
        yield from sorted(_files_below(path))


def _files_below(folder: Path) -> Iterator[Path]:
    """Ordinary files that may be cases or laws. Raises InputError for a folder that is closed."""

    def refuse(error: OSError) -> None:
        raise InputError(f"{error.filename}: {error.strerror}") from None

    for place, _, names in os.walk(folder, onerror=refuse):
        for name in names:
            found = Path(place, name)
            if found.suffix in ENDINGS and name[0] not in "._" and is_file(found):
                yield found


def _is_law_folder(path: Path) -> bool:
    return all(is_there(path / name) for name in ("readings.yaml", "marks.yaml"))


def _check(path: Path, lang: str, *, named: bool) -> dict[str, Any] | None:
    """The row of a file; None for one found in a folder that is none of ours."""
    if path.is_dir():
        return _law_folder(path)
    try:
        document = parse_yaml(read_text(path), path.name)
    except (OSError, UnicodeDecodeError, YamlError) as error:
        return _row(path, "file", [_told(path, error)], [])
    data = document.data
    keys = set(data) if isinstance(data, dict) else set()
    if keys and str(data.get("schema")).startswith(PACK):
        return _pack(path, document, lang)
    if keys and isinstance(data.get("proposal"), str):
        return _proposal(path, document)
    if named or keys & {"schema", "case"}:
        return _case(path, document, lang)
    return None


def _row(path: Path, kind: str, faults: list[str], warnings: list[str]) -> dict[str, Any]:
    return {"path": str(path), "kind": kind, "faults": faults, "warnings": warnings}


def _told(path: Path, error: Exception) -> str:
    """What is wrong with a file that cannot be read, in the words `compare` would use."""
    if isinstance(error, UnicodeDecodeError):
        return f"{path.name}: this is not a text file in UTF-8."
    if isinstance(error, OSError):
        return f"{path.name}: {error.strerror or 'it cannot be read'}."
    return str(error)


def _case(path: Path, document: Document, lang: str) -> dict[str, Any]:
    try:
        file = from_document(document)
    except CaseFileError as error:
        return _row(path, "case", str(error).splitlines(), [])
    faults = []
    for text in (file.setup.left, file.setup.right):
        try:
            version_for(file.case, text, file.setup)
        except VersionError as error:
            faults.append(f"{path.name}: setup: {error}")
    try:
        check_choices(file.setup)
    except InputError as error:
        faults.append(f"{path.name}: setup: {error}")
    broken = broken_checks(file.case, file.setup.readings)
    warnings = [check.warning[lang] for check in broken]
    view = View(file.case)
    warnings += [
        conflict_words(view, found, lang) for found in conflicts(file.case, file.setup.readings)
    ]
    return _row(path, "case", faults, warnings)


def _pack(path: Path, document: Document, lang: str) -> dict[str, Any]:
    from core.terminal.packs import check_pack  # loads what only packs need

    faults, warnings, data = check_pack(document, lang)
    return {**_row(path, "pack", faults, warnings), **data}


def _proposal(path: Path, document: Document) -> dict[str, Any]:
    try:
        with_proposal(law(), document, catalogue())
    except LawError as error:
        return _row(path, "law", error.problems, [])
    return _row(path, "law", [], [])


def _law_folder(path: Path) -> dict[str, Any]:
    """A whole law: every YAML file below a folder that has the files every law has."""
    try:
        documents = [
            parse_yaml(read_text(entry), f"law/{entry.relative_to(path).as_posix()}")
            for entry in sorted(path.rglob("*.yaml"))
        ]
        build_law(documents, catalogue())
    except LawError as error:
        return _row(path, "law", error.problems, [])
    except (OSError, UnicodeDecodeError, YamlError) as error:
        return _row(path, "law", [_told(path, error)], [])
    return _row(path, "law", [], [])
