r"""Plain data as the text of a YAML (or JSON) file, such that :mod:`core.files.yamlfile` reads it back.

>>> print(dump_yaml({"title": "Ça va?", "days": ["2018-05-01"]}), end="")
title: Ça va?
days:
- '2018-05-01'
"""

from __future__ import annotations

import io
import json
import re
from typing import Any

CONTROL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What JSON may hold as it is, but a reader of YAML refuses or takes for the end of a line."""

HALF = re.compile(r"[\ud800-\udfff]")
"""Half of a character, as a broken paste leaves it: no file can hold it, so it is written as lost."""


def dump_json(data: Any) -> str:
    """``data`` as indented JSON that is YAML too."""
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", _json(data))


def dump_yaml(data: Any) -> str:
    """``data`` as YAML in block style, keys in their order."""
    from ruamel.yaml import YAML

    writer: Any = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 100
    writer.sort_base_mapping_type_on_output = False
    stream = io.StringIO()
    writer.dump(json.loads(_json(data)), stream)
    return stream.getvalue()


def _json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return HALF.sub("\N{REPLACEMENT CHARACTER}", text)
