"""Papers of a session: each is made as one tree of blocks, and three writers put any tree on paper."""

from __future__ import annotations

NAMES = (
    "handout",
    "notes",
    "key",
    "plan",
    "evaluation",
    "glossary",
    "referral",
    "summary",
    "comparison",
)
"""What papers are asked for by; :mod:`core.report.papers.write` has the maker of each."""
