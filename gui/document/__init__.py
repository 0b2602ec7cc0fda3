"""The open file: one object that owns it, one door through which it changes."""

from __future__ import annotations

from gui.document.document import Document

__all__ = ["Document"]
