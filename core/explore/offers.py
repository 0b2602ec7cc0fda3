"""The answers that an open question can get, each as the case so answered.

Of days and numbers, those beside each edge that the law draws; of countries, one for each way in which the
law looks at them; of a list, that it is complete, and that there is one more; of everything else, all.

>>> from core.case.case import Case
>>> from core.case.setup import Setup
>>> case = Case.from_data({"journey": {"into": "ca"}})
>>> [offer.value for offer in offers("claimant.stateless", case, Setup())]
[True, False]
>>> [offer.value for offer in offers("relatives[+]", case, Setup())]
['all', {}]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.case.case import Case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS
from core.case.setup import Setup
from core.explore.answering import chosen, one_more, positions, trying_of
from core.explore.contradicting import contradictions
from core.explore.sampling import kept_codes
from core.explore.sides import Sides, versions_of
from core.explore.trying import CALENDAR
from core.explore.variants import ADDED, product, put

ONE_MORE = "[+]."
"""In a path: a fact of a member that is still to be named, such as the entry."""


@dataclass(frozen=True)
class Offer:
    """One answer. ``value`` is plain; "all" closes a list, a mapping is a member that joins it.

    ``path`` is where it is put in ``case``; a choice has the path "".
    """

    name: str
    path: str
    value: Any
    case: Case = field(repr=False)
    setup: Setup = field(repr=False)

    @property
    def ranged(self) -> bool:
        """Whether its neighbours are other days or numbers."""
        return bool(self.path) and ADDED not in self.path and _type(self.path) in CALENDAR


def offers(name: str, case: Case, setup: Setup) -> list[Offer]:
    """The answers to a question by its name; none that contradicts what is stated or breaks a check."""
    if ":" in name:
        places = positions(name, versions_of(case, setup))
        return [Offer(name, "", at, case, chosen(setup, name, at)) for at in places]
    if name.endswith(ADDED) and _type(name.removesuffix(ADDED)) not in CODE_LISTS:
        return list(_of_list(name, case, setup))
    path = name.removesuffix(ADDED)
    if ONE_MORE in path:
        listed, _, rest = path.partition(ONE_MORE)
        case, member = case.add_item(listed)
        path = f"{listed}[{member}].{rest}"
    values = kept_codes(case, path, trying_of(case, setup).values(case, path))
    return [
        Offer(name, path, value, put(case, path, value), setup)
        for value in _possible(case, setup, path, values)
    ]


def given(case: Case, offer: Offer) -> Case:
    """A case, perhaps not the one that was asked, with an answer given in it."""
    name, value = offer.path, offer.value
    if not name:
        return case
    if name.endswith(ADDED):
        listed = name.removesuffix(ADDED)
        return (
            case.set_complete(listed, "all") if value == "all" else case.add_item(listed, value)[0]
        )
    if ONE_MORE in offer.name:
        listed = offer.name.partition(ONE_MORE)[0]
        if not case.items(listed):
            case, _ = case.add_item(listed)
    return put(case, name, value)


def _possible(case: Case, setup: Setup, path: str, values: list[Any]) -> Iterator[Any]:
    if not values:
        return
    broken = Sides.of(product(case, {}), setup).broken_in(0)
    sides = Sides.of(product(case, {path: values}), setup, broken=broken)
    before = contradictions(case, setup)
    for number, value in enumerate(values):
        kept = sides.consistent(number)
        if kept and not contradictions(put(case, path, value), setup) - before:
            yield value


def _of_list(name: str, case: Case, setup: Setup) -> Iterator[Offer]:
    listed = name.removesuffix(ADDED)
    if "[+]" in listed:
        return
    yield Offer(name, name, "all", case.set_complete(listed, "all"), setup)
    for member, more in one_more(case, listed):
        yield Offer(name, name, member, more, setup)


def joined(offered: Sequence[tuple[Offer, object]]) -> Iterator[tuple[int, int]]:
    """Neighbouring days or numbers of which the same is said: where each run begins, and how long it is."""
    begin = 0
    for at in range(1, len(offered) + 1):
        before = offered[at - 1]
        if at < len(offered) and before[0].ranged and offered[at][1] == before[1]:
            continue
        yield begin, at - begin
        begin = at


def _type(path: str) -> str:
    return catalogue().fact(path).type
