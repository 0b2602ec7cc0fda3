"""Words in a tooltip stay words: Qt would read a title that begins with a tag as HTML."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """``text`` so that a tooltip, which has no format of its own, shows it as it is."""
    return f"<span>{escape(text)}</span>" if "<" in text else text
