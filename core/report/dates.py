r"""Days in words, in either language. Their spaces do not break, so that a day stays on one line.

>>> from datetime import date
>>> day_words(date(2018, 5, 1), "en"), day_words(date(2018, 5, 1), "fr")
('1\xa0May\xa02018', '1er\xa0mai\xa02018')
"""

from __future__ import annotations

from datetime import date

FIRM = "\N{NO-BREAK SPACE}"

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def day_words(day: date, lang: str) -> str:
    """``1 May 2018``."""
    month = MONTHS[lang].split()[day.month - 1]
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return FIRM.join((number, month, str(day.year)))


def moment_words(text: str, lang: str) -> str:
    """A day, or a moment as a law file writes it, in words."""
    day = date.fromisoformat(text.partition("T")[0])
    hour = text.partition("T")[2][:5]
    return f"{day_words(day, lang)}, {hour}" if hour else day_words(day, lang)
