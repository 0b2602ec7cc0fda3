"""Write `resources/facts/countries.yaml`: every country's code and its names in both languages.

    python -m venv /tmp/names && /tmp/names/bin/pip install Babel
    /tmp/names/bin/python tools/make_countries.py

Run by hand, and seldom: when a country is renamed, or a code comes or goes. Babel carries the
names of the Unicode CLDR; it is no part of the locked requirements, so it goes into an environment
of its own. The names are those of the locales en_CA and fr_CA. Read the difference before you
commit it: a name that people search for should not change without need.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "resources" / "facts" / "countries.yaml"

# Two-letter codes that CLDR has and ISO 3166-1 does not assign: islands and groupings, tests, and
# "unknown". XK (Kosovo) is not assigned either, but stays: it issues passports, and the tables of
# visa rules name it.
NOT_COUNTRIES = re.compile("AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|ZZ")

# CLDR's own alternate names (alt="short" or "variant"; Babel leaves these out), where the plain
# name is one that people do not know or do not look for.
ALTERNATES = {
    "CD": ("Congo (DRC)", "Congo (RDC)"),
    "CG": ("Congo (Republic)", "République du Congo"),
    "HK": ("Hong Kong", "Hong Kong"),
    "MM": ("Myanmar", "Myanmar"),
    "MO": ("Macau", "Macao"),
    "PS": ("Palestine", "Palestine"),
    "TR": ("Turkey", "Turquie"),
}

HEAD = """\
# Countries: ISO 3166-1 alpha-2 codes with the short names people know, sorted by code.
# Made by tools/make_countries.py from Babel {version}; change it there, not here.
#
# Names: Unicode Common Locale Data Repository (CLDR), locales en_CA and fr_CA, through Babel.
# Copyright © 2004-2025 Unicode, Inc.; Unicode License V3, whose text stands in
# ../data/LICENCES.txt. Straight apostrophes, plain hyphens and a capital first letter are put in.
# {alternates} bear CLDR's alternate name. A name says nothing about anybody's
# status. XK (Kosovo) is in use but not assigned by ISO.
countries:
"""


def tidy(name: str) -> str:
    """A name as people type it: straight apostrophe, plain hyphen, capital first letter."""
    name = name.replace("\u2019", "'").replace("\u2011", "-").replace("\u00a0", " ")
    return name[:1].upper() + name[1:]


def scalar(text: str) -> str:
    """A YAML scalar for a flow mapping, quoted where a reader could take it for something else."""
    plain = re.fullmatch(r"[^\W\d_][\w .()-]*", text) and text.lower() not in ("no", "yes", "on")
    return text if plain else '"' + text.replace('"', '\\"') + '"'


def main() -> int:
    """Write the file; 1 if Babel is missing."""
    try:
        babel: Any = import_module("babel")
    except ImportError:
        print("This needs Babel; see the head of tools/make_countries.py.", file=sys.stderr)
        return 1
    english = babel.Locale("en", "CA").territories
    french = babel.Locale("fr", "CA").territories
    codes = sorted(
        code
        for code in english
        if re.fullmatch("[A-Z]{2}", code) and not NOT_COUNTRIES.fullmatch(code)
    )
    rows = []
    for code in codes:
        en, fr = ALTERNATES.get(code, (english[code], french[code]))
        rows.append(f"- {{code: {scalar(code)}, en: {scalar(tidy(en))}, fr: {scalar(tidy(fr))}}}\n")
    head = HEAD.format(version=babel.__version__, alternates=", ".join(ALTERNATES))
    TARGET.write_text(head + "".join(rows), encoding="utf-8")
    print(f"{len(rows)} countries written to {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
