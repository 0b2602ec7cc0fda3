"""The one catalogue of sentences that are neither law nor fact, in English and French.

The English sentence is the key. The language is always an argument, never a global, so two windows
can speak two languages at once.

>>> say("en", "{n} of {all}", n=1, all=3)
'1 of 3'
"""

from __future__ import annotations

import gettext
from functools import cache
from importlib import resources as packaged
from pathlib import Path
from typing import Literal

Lang = Literal["en", "fr"]
LANGUAGES: tuple[Lang, ...] = ("en", "fr")


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    folder = Path(str(packaged.files("resources").joinpath("words")))
    return gettext.translation("threshold", localedir=folder, languages=[lang], fallback=True)


def say(lang: str, message: str, **values: object) -> str:
    """The sentence ``message`` in ``lang`` with its ``{names}`` filled in."""
    text = _catalogue(lang).gettext(message)
    return text.format(**values) if values else text


def many(lang: str, one: str, several: str, n: int, **values: object) -> str:
    """The singular or plural sentence for ``n``, which is also filled in as ``{n}``."""
    return _catalogue(lang).ngettext(one, several, n).format(n=n, **values)


class Words(dict[str, str]):
    """A text in both languages: ``words["en"]``, ``words["fr"]``."""

    def __missing__(self, key: str) -> str:
        raise KeyError(f"no text in language {key!r}; there are {sorted(self)}")
