"""What a case is looked at with: two versions of the law, and the choices made for open points."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any, ClassVar

from core.case.catalogue import catalogue


def opening(side: str) -> str:
    """The version a new case opens with on ``side``."""
    return catalogue().opening[side]


@dataclass(frozen=True)
class Setup:
    """Two versions and the positions chosen for readings and assumptions (absent: the default)."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    left: str = field(
        default_factory=lambda: opening("left"), metadata={"description": "version on the left"}
    )
    right: str = field(
        default_factory=lambda: opening("right"), metadata={"description": "version on the right"}
    )
    assumptions: dict[str, str] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)

    def with_choice(self, kind: str, name: str, position: str | None) -> Setup:
        """This setup with a reading or assumption at ``position``, or back at its default (None)."""
        key = "readings" if kind == "reading" else "assumptions"
        chosen = {k: v for k, v in getattr(self, key).items() if k != name}
        if position is not None:
            chosen[name] = position
        parts: dict[str, Any] = {key: chosen}
        return replace(self, **parts)

    def with_version(self, side: str, text: str) -> Setup:
        """This setup with another version on ``side``, ``"left"`` or ``"right"``."""
        part: dict[str, Any] = {side: text}
        return replace(self, **part)

    def plain(self) -> dict[str, Any]:
        """The setup as plain data, without empty parts."""
        return {k: v for k, v in asdict(self).items() if v}
