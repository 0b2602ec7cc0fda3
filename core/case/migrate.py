"""Older forms of the case file, brought up to today's form one step at a time.

A rename of a fact path adds a step here; a file never has to be mended by hand because the program moved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCHEMA = "threshold/case/1"
STEPS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From each older schema, the function that makes the next one."""


def migrate(data: dict[str, Any], name: str, fault: type[Exception]) -> dict[str, Any]:
    """``data`` in today's schema; raises ``fault`` with a sentence for an unknown schema."""
    found = data.get("schema")
    while isinstance(found, str) and found in STEPS:
        data = STEPS[found](data)
        found = data.get("schema")
    if found != SCHEMA:
        raise fault(
            f"{name}:1: schema: found {found!r}, expected {SCHEMA!r}; "
            "this is not a case file, or it was made by a newer program."
        )
    return data
