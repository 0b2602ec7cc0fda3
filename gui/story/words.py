"""What the line and the panel say of a story, as plain words; everything here is plain text."""

from __future__ import annotations

import re
from typing import Any

from core.case.casefile import CaseFile
from core.case.library import library
from core.words import LANGUAGES

END = re.compile(r"(?<=[.!?…])\s")


def story_text(file: CaseFile, lang: str) -> str:
    """Return the story in a language, or in the other one, or nothing."""
    return in_either(file.story.text, lang)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, on one line.

    >>> first_sentence("She is 34. She walks.")
    'She is 34.'
    """
    return END.split(" ".join(text.split()), maxsplit=1)[0]


def teaches(file: CaseFile, lang: str) -> str:
    """Return what the case teaches, where its file says so in words."""
    told = file.teaching.get("teaches")
    return in_either(told, lang) if isinstance(told, dict) else ""


def tag_words(file: CaseFile, lang: str) -> str:
    """Return the tags of the case, in words where the library has words for them."""
    tags = file.teaching.get("tags")
    if not isinstance(tags, list):
        return ""
    known = library().tags
    return " · ".join(known[tag][lang] if tag in known else str(tag) for tag in tags)


def in_either(told: dict[str, Any], lang: str) -> str:
    """Return the words in a language, or in the other one."""
    return next((str(told[tongue]) for tongue in (lang, *LANGUAGES) if told.get(tongue)), "")
