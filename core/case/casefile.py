"""The case file: ``{schema, case, setup, story, teaching}`` in YAML (JSON is YAML too).

A file with a mistake is refused with the place and the mend; a file whose facts contradict each other
opens. It is written whole or not at all.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

from core.case.case import Case, CaseError, prune
from core.case.catalogue import catalogue
from core.case.migrate import SCHEMA, migrate
from core.case.setup import Setup
from core.files.atomic import write_text
from core.files.textfile import read_text
from core.files.yamldump import dump_json, dump_yaml
from core.files.yamlfile import Document, YamlError, parse_yaml
from core.words import LANGUAGES, Words

KEYS = ("schema", "case", "setup", "story", "teaching")


class CaseFileError(ValueError):
    """A file that cannot be opened as a case; the message is the user's sentence."""


@dataclass(frozen=True)
class Story:
    """The case told in plain words, in one or both languages."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    title: dict[str, str] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """The story as plain data, without empty parts."""
        return {k: v for k, v in asdict(self).items() if v}


@dataclass(frozen=True)
class CaseFile:
    """An open case file. ``path`` is None until it is saved; ``id`` is set for library cases."""

    case: Case = field(default_factory=lambda: Case.empty(catalogue().opening["into"]))
    setup: Setup = field(default_factory=Setup)
    story: Story = field(default_factory=Story)
    teaching: dict[str, Any] = field(default_factory=dict)
    path: Path | None = None
    id: str | None = None

    @staticmethod
    def new() -> CaseFile:
        """An empty case into the country whose law the program opens with."""
        return CaseFile()

    def title(self, lang: str) -> str:
        """The story's title in ``lang`` or the other language; the file's name; or nothing."""
        for tongue in (lang, *LANGUAGES):
            if self.story.title.get(tongue):
                return self.story.title[tongue]
        return self.path.stem if self.path else ""

    def plain(self) -> dict[str, Any]:
        """The file as plain data."""
        more = {
            "setup": self.setup.plain(),
            "story": self.story.plain(),
            "teaching": self.teaching,
        }
        kept = {key: value for key, value in more.items() if value}
        return {"schema": SCHEMA, "case": self.case.data, **kept}


def read_case(path: Path) -> CaseFile:
    """The case file at ``path``. Raises CaseFileError with a sentence for the user."""
    try:
        text = read_text(path)
    except UnicodeDecodeError:
        raise CaseFileError(
            f"{path.name}: this is not a text file in UTF-8; choose a case file (.yaml or .json)."
        ) from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise CaseFileError(f"{path.name}: {reason}.") from None
    return replace(parse_case(text, path.name), path=path)


def parse_case(text: str, name: str) -> CaseFile:
    """A case file from text; ``name`` stands in messages. Raises CaseFileError."""
    try:
        document = parse_yaml(text, name)
    except YamlError as error:
        raise CaseFileError(str(error)) from None
    return from_document(document)


def from_document(document: Document) -> CaseFile:
    """A case file from a parsed document. Raises CaseFileError."""
    data, name = document.data, document.name
    if not isinstance(data, dict):
        raise CaseFileError(f"{name}:1: expected the keys {', '.join(KEYS)}; found no mapping.")
    data = migrate(data, name, CaseFileError)
    for key in data:
        if key not in KEYS:
            raise CaseFileError(
                f"{document.place(key)}: unknown key {key!r}; a case file has {', '.join(KEYS)}."
            )
    return CaseFile(
        case=_case(data.get("case") or {}, document),
        setup=_model(Setup, data.get("setup") or {}, document, "setup"),
        story=_model(Story, data.get("story") or {}, document, "story"),
        teaching=_mapping(data.get("teaching") or {}, document, "teaching"),
    )


def own_document(document: Document) -> CaseFile:
    """A case of the library: it was checked when the program was made, so it is only taken over."""
    data = document.data
    return CaseFile(
        case=Case(prune(data["case"])),
        setup=Setup(**data.get("setup") or {}),
        story=Story(**data.get("story") or {}),
        teaching=data.get("teaching") or {},
    )


def _case(data: Any, document: Document) -> Case:
    try:
        return Case.from_data(data)
    except CaseError as error:
        lines = [
            f"{document.place('case', *path)}: {'.'.join(map(str, ('case', *path)))}: {text}"
            for path, text in error.problems
        ]
        raise CaseFileError("\n".join(lines)) from None


def _model(model: Any, data: Any, document: Document, key: str) -> Any:
    from pydantic import ValidationError

    from core.case.model import adapter

    try:
        return adapter(model).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        steps = (key, *first["loc"])
        raise CaseFileError(
            f"{document.place(*steps)}: {'.'.join(map(str, steps))}: {first['msg']}; "
            f"found {first.get('input')!r}."
        ) from None


def _mapping(data: Any, document: Document, key: str) -> dict[str, Any]:
    if isinstance(data, dict):
        return data
    raise CaseFileError(f"{document.place(key)}: {key}: expected keys and values, found {data!r}.")


def write_case(path: Path, file: CaseFile) -> CaseFile:
    """Write ``file`` to ``path`` whole, or raise OSError; returns the file with its new path."""
    write_text(path, dump_case(file, as_json=path.suffix.lower() == ".json"))
    return replace(file, path=path, id=None)


def dump_case(file: CaseFile, *, as_json: bool = False) -> str:
    """The text of a case file, YAML unless ``as_json``."""
    return dump_json(file.plain()) if as_json else dump_yaml(file.plain())


def words_of(data: dict[str, str]) -> Words:
    """Words that fall back to the other language where one is missing."""
    known = next((data[lang] for lang in LANGUAGES if data.get(lang)), "")
    return Words({lang: data.get(lang) or known for lang in LANGUAGES})
