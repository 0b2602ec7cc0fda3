"""What a case is looked at with: two versions of the law, and the choices made for open points."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from core.case.catalogue import catalogue


def opening(side: str) -> str:
    """The version a new case opens with on ``side``."""
    return catalogue().opening[side]


class Setup(BaseModel):
    """Two versions and the positions chosen for readings and assumptions (absent: the default)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    left: str = Field(default_factory=lambda: opening("left"), description="version on the left")
    right: str = Field(default_factory=lambda: opening("right"), description="version on the right")
    assumptions: dict[str, str] = Field(default_factory=dict)
    readings: dict[str, str] = Field(default_factory=dict)

    def with_choice(self, kind: str, name: str, position: str | None) -> Setup:
        """This setup with a reading or assumption at ``position``, or back at its default (None)."""
        key = "readings" if kind == "reading" else "assumptions"
        chosen = {k: v for k, v in getattr(self, key).items() if k != name}
        if position is not None:
            chosen[name] = position
        return self.model_copy(update={key: chosen})

    def with_version(self, side: str, text: str) -> Setup:
        """This setup with another version on ``side``, ``"left"`` or ``"right"``."""
        return self.model_copy(update={side: text})

    def plain(self) -> dict[str, Any]:
        """The setup as plain data, without empty parts."""
        return {k: v for k, v in self.model_dump().items() if v}
