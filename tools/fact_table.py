"""Write docs/facts.md: every fact a case can state, by station, out of the catalogue.

    python tools/fact_table.py

A test compares the page with what this makes, so a change in `resources/facts` asks for a new run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from core.case.catalogue import Station, catalogue  # noqa: E402
from core.case.facts import NOTHING, Fact  # noqa: E402

PAGE = ROOT / "docs" / "facts.md"

HEAD = """\
# The facts

This page is made by `tools/fact_table.py` from `resources/facts`; do not edit it by hand. How a case
file states these facts is told in [case-files.md](case-files.md).

`[]` in a path stands for one member of a list. In a case file the members stand under `items:`, each
with an `id`; on the screen and in messages a member is named `relatives[sister].age`.

| word in the last column | meaning |
| --- | --- |
| computed | never stated; found from the facts named |
| found from … | may be stated; if it is not, it is found from the facts or the table named |
| only if … | asked only where this holds; elsewhere the fact is not applicable |
| to be proved | part of what the claimant has to show |
| granted | a favour; it counts only where it is stated as given |
| F8: no | "None of the rest applies" answers it with no |
| F8: closes | "None of the rest applies" marks the list complete |
| complete by … | the list may be marked complete for some of these kinds only |
"""

TYPES = {
    "boolean": "true, false",
    "text": "text",
    "date": "a day, a month or a year",
    "time": "an hour, `HH:MM`",
    "country": "a country, two letters",
    "countries": "list of countries, two letters",
}
PATH = re.compile(r"\b(?:claimant|route|entry|claim|history|it)\.[a-z_.]+")
NOT_FACTS = re.compile(r"\.(age_on|born_by|or_younger|or_older|days_to)$")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(station) for station in catalogue().stations)])


def _section(station: Station) -> str:
    lines = [f"## {station.title['en']}", "", f"{station.asks['en']}", ""]
    lines += ["| path | question | values | |", "| --- | --- | --- | --- |"]
    for fact in catalogue().of_station(station.id):
        lines += _rows(fact)
    return "\n".join(lines) + "\n"


def _rows(fact: Fact) -> Iterator[str]:
    words = (fact.ask or fact.label)["en"]
    yield f"| `{fact.path}` | {words} | {_values(fact)} | {'; '.join(_remarks(fact))} |"
    for inner in fact.fields:
        yield from _rows(inner)


def _values(fact: Fact) -> str:
    if fact.type == "records":
        return "list of records"
    if fact.choices:
        listed = ", ".join(f"`{choice}`" for choice in fact.choices)
        return f"list of: {listed}" if fact.is_list else listed
    if fact.type == "integer":
        within = f", {fact.minimum} to {fact.maximum}" if fact.maximum is not None else ""
        return f"whole number{within}"
    return TYPES[fact.type]


def _remarks(fact: Fact) -> Iterator[str]:
    if fact.computed:
        yield f"computed from {_grounds(fact)}"
    elif fact.derived:
        yield f"found from {_grounds(fact)}"
    if fact.asked_when is not None:
        yield "only if `{}`".format(str(fact.asked_when).replace("it.", ""))
    if fact.cls == "shown":
        yield "to be proved"
    if fact.cls == "granted":
        yield "granted"
    if fact.rest is not NOTHING:
        yield "F8: no"
    if fact.is_list:
        yield "F8: closes"
    if fact.kind:
        yield f"complete by `{fact.kind}`"


def _grounds(fact: Fact) -> str:
    """The facts and the table that a recipe names, in its order."""
    recipe = fact.derivation or {}
    named = [NOT_FACTS.sub("", path) for path in PATH.findall(str(recipe))]
    if "route.legs" in str(recipe):
        named.append("route.legs")
    found = [f"`{name.removeprefix('it.')}`" for name in dict.fromkeys(named)]
    if "lookup" in recipe:
        found.append(f"the table `{recipe['lookup']}`")
    if "reading" in str(recipe):
        reading = re.search(r"'reading': '([\w.]+)'", str(recipe))
        found += [f"the reading `{reading.group(1)}`"] if reading else []
    return ", ".join(dict.fromkeys(found))


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
