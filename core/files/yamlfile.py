r"""YAML 1.2 read with the line of every value, so that an error can say where it stands.

Dates stay text (``2018-05-01``), so that a bare date is never turned into something else, and a key
written twice is refused.

>>> doc = parse_yaml("a:\n  b: [1, no]\n", "memo.yaml")
>>> doc.data
{'a': {'b': [1, 'no']}}
>>> doc.line("a", "b", 1)
2
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Step = str | int


class YamlError(ValueError):
    """A file that cannot be read as YAML; the message names file, line, what was found and the mend."""


@dataclass(frozen=True)
class Document:
    """Plain data of one YAML file with the line (from 1) of every value."""

    name: str
    data: Any
    lines: dict[str, int] = field(repr=False)

    def line(self, *steps: Step) -> int:
        """The line of the value at ``steps``, or of the nearest thing around it; 1 if nothing fits."""
        parts = list(steps)
        while parts:
            found = self.lines.get(_key(parts))
            if found is not None:
                return found
            parts.pop()
        return self.lines.get("", 1)

    def place(self, *steps: Step) -> str:
        """``file:line`` of the value at ``steps``."""
        return f"{self.name}:{self.line(*steps)}"


def parse_yaml(text: str, name: str) -> Document:
    """Parse ``text``; ``name`` is the file's name in messages. Raises YamlError."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    reader = YAML(typ="rt", pure=True)
    try:
        root = reader.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        raise YamlError(
            f"{name}:{line}: this is not well-formed YAML: {error.problem or error.context}. "
            "Look at this line and the one above: indentation by spaces, a colon after each key, "
            "quotes around text that has a colon or begins with a bracket."
        ) from None
    except YAMLError as error:
        raise YamlError(f"{name}:1: this cannot be read as YAML: {error}.") from None
    lines: dict[str, int] = {}
    data = _plain(root, [], lines, name) if root is not None else None
    return Document(name, data, lines)


def _key(steps: list[Step]) -> str:
    return "/".join(str(step) for step in steps)


def _plain(node: Any, steps: list[Step], lines: dict[str, int], name: str) -> Any:
    """Turn a composed node into plain data, noting lines on the way."""
    lines[_key(steps)] = node.start_mark.line + 1
    kind = type(node).__name__
    if kind == "MappingNode":
        return dict(_pairs(node, steps, lines, name))
    if kind == "SequenceNode":
        return [_plain(n, [*steps, i], lines, name) for i, n in enumerate(node.value)]
    return _scalar(str(node.tag), node.value, node.style)


def _pairs(
    node: Any, steps: list[Step], lines: dict[str, int], name: str
) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in seen:
            raise YamlError(f"{name}:{line}: the key {key!r} stands twice here; keep one of them.")
        seen.add(key)
        yield key, _plain(value_node, [*steps, key], lines, name)
        lines[_key([*steps, key])] = line


def _scalar(tag: str, value: str, style: str | None) -> Any:
    if style == ">":
        return value.replace("\a", "")  # the reader marks where a folded line was broken
    if style in ("'", '"', "|"):
        return value
    if tag.endswith(":null"):
        return None
    if tag.endswith(":bool"):
        return value.lower() == "true"
    if tag.endswith(":int"):
        return int(value.replace("_", ""), 10) if value.lstrip("+-").isdigit() else value
    return value  # dates, numbers with a point and everything else stay the text they are
