"""Letters that bring the keyboard to a question: one each, as far as the letters reach."""

from __future__ import annotations

from gui.questions.wrap import plain

RESERVED = frozenset("fevctnhpm" + "lrgd")
"""Letters that a question never takes: menus, "None of the rest", the pickers left and right."""

ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz")


def with_letter(text: str, taken: set[str]) -> str:
    """Return the text with a mnemonic that is still free, and take it.

    >>> taken = set()
    >>> with_letter("Is it valid?", taken), with_letter("Is it shown?", taken)
    ('&Is it valid?', 'Is it &shown?')
    """
    at = _place(text, taken)
    if at is None:
        return plain(text)
    taken.add(text[at].lower())
    return f"{plain(text[:at])}&{plain(text[at:])}"


def _place(text: str, taken: set[str]) -> int | None:
    """Return where a free letter stands: at the head of a word where possible."""
    letters = [n for n, letter in enumerate(text) if letter.lower() in ALPHABET]
    heads = [n for n in letters if n == 0 or not text[n - 1].isalpha()]
    free = (n for n in (*heads, *letters) if text[n].lower() not in RESERVED | taken)
    return next(free, None)
