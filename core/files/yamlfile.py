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
MOST_VALUES = 200_000
"""More values than any file of a case or of the law has; a few nested aliases make billions."""
LONGEST_NUMBER = 18
"""A longer row of digits stays the text it is."""

_BOOLEANS = {"true": True, "false": False}
"""YAML 1.1 and a tag would make truths of other words too; they stay the text they are."""


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
        told = " ".join(str(error).split())
        raise YamlError(f"{name}:1: this cannot be read as YAML: {told}.") from None
    except RecursionError:
        raise _too_deep(name) from None
    lines: dict[str, int] = {}
    try:
        data = _plain(root, [], lines, name) if root is not None else None
    except RecursionError:
        raise _too_deep(name) from None
    return Document(name, data, lines)


def _too_deep(name: str) -> YamlError:
    return YamlError(
        f"{name}:1: this is nested too deeply to be read; look for brackets that are not closed, "
        "or for an alias (*name) inside what it names."
    )


def _key(steps: list[Step]) -> str:
    return "/".join(str(step) for step in steps)


def _plain(node: Any, steps: list[Step], lines: dict[str, int], name: str) -> Any:
    """Turn a composed node into plain data, noting lines on the way."""
    lines[_key(steps)] = node.start_mark.line + 1
    if len(lines) > MOST_VALUES:
        raise YamlError(
            f"{name}:{node.start_mark.line + 1}: this file has more than {MOST_VALUES} values; "
            "look for aliases (*name) of aliases."
        )
    kind = type(node).__name__
    if kind == "MappingNode":
        return dict(_pairs(node, steps, lines, name))
    if kind == "SequenceNode":
        return [_plain(n, [*steps, i], lines, name) for i, n in enumerate(node.value)]
    return _scalar(str(node.tag), _text(node, name), node.style)


def _text(node: Any, name: str) -> str:
    """The text of a scalar. Raises YamlError where it is none, or holds half a character."""
    place = f"{name}:{node.start_mark.line + 1}"
    value = node.value
    if not isinstance(value, str):
        raise YamlError(f"{place}: a list or a mapping cannot be a key; expected a word.")
    if not value.isascii():
        try:  # JSON writes a character beyond \uFFFF as two halves
            value = value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            raise YamlError(
                f"{place}: found half a character (a \\uD800 to \\uDFFF of its own); "
                "write the character itself."
            ) from None
    return value


def _pairs(
    node: Any, steps: list[Step], lines: dict[str, int], name: str
) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key = _text(key_node, name)
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
        return _BOOLEANS.get(value.lower(), value)
    if tag.endswith(":int"):
        short = len(value) <= LONGEST_NUMBER and value.isascii()
        return int(value, 10) if short and value.lstrip("+-").isdigit() else value
    return value  # dates, numbers with a point and everything else stay the text they are
