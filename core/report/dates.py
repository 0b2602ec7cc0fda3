"""Days in words, in either language.

>>> from datetime import date
>>> day_words(date(2018, 5, 1), "en"), day_words(date(2018, 5, 1), "fr")
('1 May 2018', '1er mai 2018')
"""

from __future__ import annotations

from datetime import date

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def day_words(day: date, lang: str) -> str:
    """``1 May 2018``."""
    month = MONTHS[lang].split()[day.month - 1]
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {month} {day.year}"


def moment_words(text: str, lang: str) -> str:
    """A day, or a moment as a law file writes it, in words."""
    day = date.fromisoformat(text.partition("T")[0])
    hour = text.partition("T")[2][:5]
    return f"{day_words(day, lang)}, {hour}" if hour else day_words(day, lang)
