"""How what a partial case leaves open can be answered: values for facts, members for lists, positions.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> case = Case.from_data({"journey": {"into": "ca"}})
>>> answers(case, Setup(), ["claimant.stateless"])
({'claimant.stateless': [True, False]}, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, pattern
from core.case.setup import Setup
from core.case.view import View
from core.explore.sampling import kept_codes
from core.explore.sides import versions_of
from core.explore.trying import CALENDAR, Trying, is_unanswered, listed_bases
from core.explore.variants import ADDED
from core.law.version import Version

MOST_AT_ONCE = 600
"""So many combinations of answers, at most, are tried in one go."""
Values = dict[str, list[Any]]


def trying_of(case: Case, setup: Setup) -> Trying:
    """Values worth trying under both versions of a setup, kept for the next case. Raises VersionError."""
    versions = versions_of(case, setup)
    key = f"trying beside {versions[1].name}"
    kept = versions[0].kept.get(key)
    if not isinstance(kept, Trying) or kept.versions[1] is not versions[1]:
        kept = versions[0].kept[key] = Trying(versions)
    return kept


# --- facts -----------------------------------------------------------------------------------------
def answers(case: Case, setup: Setup, wanted: Iterable[str]) -> tuple[Values, bool]:
    """Values for the most wanted facts, as many as go together; and whether those are all.

    Of days and numbers one at a time: which are worth trying hangs on those that are known.
    """
    trying, view = trying_of(case, setup), View(case)
    found: Values = {}
    total, all_of_it, counted = 1, True, False
    for name in wanted:
        path = name.removesuffix(ADDED)
        if not is_answerable(case, view, name):
            continue
        calendar = catalogue().fact(path).type in CALENDAR
        options = kept_codes(case, path, trying.values(case, path))
        if not options:
            continue
        if total * len(options) > MOST_AT_ONCE or (calendar and counted):
            all_of_it = False
            continue
        counted = counted or calendar
        found[path] = options
        total *= len(options)
    return found, all_of_it


def is_answerable(case: Case, view: View, name: str) -> bool:
    """Whether a name is that of a fact, or of a list of codes, that can be answered as it stands.

    What is found from members that are listed is not: stated beside them, it could contradict them.
    """
    path = name.removesuffix(ADDED)
    if is_codes(name):
        return case.complete(path) != "all"
    if not is_fact(name) or not is_unanswered(case, view, name):
        return False
    return not any(case.items(listed) for listed in listed_bases(path))


def findable(case: Case, setup: Setup, wanted: Iterable[str]) -> Values:
    """Values of a fact that follows from others under one version, and not under the other: stated too."""
    trying, view = trying_of(case, setup), View(case)
    for path in wanted:
        fact = catalogue().fact(path) if is_fact(path) else None
        if fact is None or not fact.derived or fact.computed or case.get(path) is not None:
            continue
        known = view.at(path)
        if isinstance(known, date | bool | int):
            return {path: [known.isoformat() if isinstance(known, date) else known]}
        return {path: trying.values(case, path)}
    return {}


def is_fact(path: str) -> bool:
    """Whether a name is that of a single fact."""
    if ":" in path or ADDED in path or path.partition(".")[0] in catalogue().singles:
        return False
    fact = catalogue().get(pattern(path))
    return fact is not None and not fact.is_list


def is_codes(name: str) -> bool:
    """Whether a name is that of a list of codes."""
    if not name.endswith(ADDED):
        return False
    return catalogue().fact(name.removesuffix(ADDED)).type in CODE_LISTS


# --- lists -----------------------------------------------------------------------------------------
def closed(case: Case) -> Case:
    """The case without a later member of a list whose last one is relied on: that would be another case."""
    for listed in catalogue().singles.values():
        if case.items(listed) and case.complete(listed) != "all":
            case = case.set_complete(listed, "all")
    return case


def one_more(case: Case, listed: str) -> Iterator[tuple[dict[str, str], Case]]:
    """One more member of a list, of each kind that may be missing, and the case with it."""
    fact = catalogue().fact(listed)
    kind = next((f for f in fact.fields if f.name == fact.kind), None)
    complete = case.complete(listed)
    members: list[dict[str, str]] = [{}]
    if kind is not None and isinstance(complete, list):
        members = [{kind.name: name} for name in kind.choices if name not in complete]
    for member in members:
        yield member, case.add_item(listed, member)[0]


# --- choices ---------------------------------------------------------------------------------------
def positions(name: str, versions: Iterable[Version]) -> Iterator[str]:
    """Where an open reading or assumption can stand."""
    kind, _, key = name.partition(":")
    for version in versions:
        choices: Any = version.law.readings if kind == "reading" else version.assumes
        if key in choices:
            yield from choices[key].positions
            return


def chosen(setup: Setup, name: str, position: str) -> Setup:
    """The setup with a reading or assumption at a position."""
    kind, _, key = name.partition(":")
    return setup.with_choice(kind, key, position)
