"""The program's law with one piece of one file changed, as a person would change it in an editor."""

from __future__ import annotations

from functools import cache
from importlib import resources

from core.case.catalogue import catalogue
from core.files.resources import walk_yaml
from core.files.yamlfile import Document, parse_yaml
from core.law.load import build_law
from core.law.provisions import Law
from core.training.model import Pack
from core.training.packfile import packs
from core.training.stale import look


@cache
def _texts() -> dict[str, str]:
    folder = resources.files("resources").joinpath("law")
    return {name: entry.read_text(encoding="utf-8") for name, entry in walk_yaml(folder, "law")}


@cache
def _document(name: str, text: str) -> Document:
    return parse_yaml(text, name)


def law_with(file: str, after: str, old: str, new: str) -> Law:
    """The law in which, in one file, the first ``old`` behind ``after`` reads ``new``."""
    texts = dict(_texts())
    head, mark, tail = texts[file].partition(after)
    assert mark, f"{file} has no {after!r}"
    assert old in tail, f"{file} has no {old!r} behind {after!r}"
    texts[file] = head + mark + tail.replace(old, new, 1)
    return build_law([_document(name, text) for name, text in texts.items()], catalogue())


def stale_in(pack: str | Pack, law: Law) -> set[str]:
    """The exercises of a pack that are no longer fresh under a law."""
    of = packs()[pack].pack if isinstance(pack, str) else pack
    return {standing.id for standing in look(of, law).stale}
