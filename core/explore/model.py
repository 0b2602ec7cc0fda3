"""Several versions of the law in one store of diagrams, so that they can be compared for all cases.

>>> from core.law.version import find_version
>>> model = Model([find_version("2018-05-01")])
>>> sorted(model.book(find_version("2018-05-01")).outcomes())
['barred', 'heard', 'returned']
"""

from __future__ import annotations

from collections.abc import Iterable

from core.case.catalogue import catalogue
from core.explore.atoms import Question
from core.explore.diagram import YES, Diagrams
from core.explore.encode import Encoder, Lawbook
from core.explore.lists import together
from core.explore.regions import kind_of
from core.explore.space import Space
from core.law.version import Version
from core.logic.tree import Condition


class Asked(list[Question]):
    """Notes every question and answers none."""

    def __call__(self, question: Question) -> int:
        """Note a question; everything holds meanwhile."""
        self.append(question)
        return YES


class Model:
    """The cases there can be (``domain``) and what each version makes of them."""

    def __init__(self, versions: Iterable[Version], extra: Iterable[Condition] = ()) -> None:
        self.versions = tuple(versions)
        self._extra = tuple(extra)
        self.space = Space(self._questions(), self.versions[0].day)
        self.diagrams = self.space.diagrams
        self.encoder = Encoder(self.diagrams, self.space.answer, self.space)
        self._books = {version.name: Lawbook(self.encoder, version) for version in self.versions}
        first = Lawbook(self.encoder, self.versions[0])
        self._checks = [first.condition(holds, {}) for holds in self._checks_asked()]

    def _questions(self) -> list[Question]:
        """Every question that any text of the versions, and any check, asks."""
        found = Asked()
        encoder = Encoder(Diagrams(), found)
        for version in self.versions:
            book = Lawbook(encoder, version)
            for name, text in version.texts.items():
                kind = version.law.provisions[name].kind
                if kind not in ("term", "consequence"):
                    book.met(name)
                    book.reached(name)
                    for limb in text.limbs.values():
                        book.condition(limb.condition, {})
            for condition in self._extra:
                book.condition(condition, {})
        for condition in self._checks_asked():
            Lawbook(encoder, self.versions[0]).condition(condition, {})
        return found

    def _checks_asked(self) -> list[Condition]:
        """The checks beyond the calendar's; days and ages are made so that they fit together."""
        found = []
        for check in catalogue().checks:
            asked = Asked()
            Lawbook(Encoder(Diagrams(), asked), self.versions[0]).condition(check.holds, {})
            if "dates" not in {kind_of(question) for question in asked}:
                found.append(check.holds)
        return found

    def book(self, version: Version) -> Lawbook:
        """What a version makes of the cases."""
        return self._books[version.name]

    def supposing(self, version: Version, provision: str, met: int) -> Lawbook:
        """What a version would make of the cases if a provision were met just where ``met`` holds."""
        return Lawbook(self.encoder, version, {provision: met})

    def domain(self, *functions: int) -> int:
        """The cases there can be, as far as these functions tell them apart."""
        checked = self.diagrams.every(self._checks)
        lists = together(self, (checked, *functions))
        return self.diagrams.every([self.space.domain(), checked, lists])

    def witness(self, function: int) -> dict[str, bool] | None:
        """Values of a case for which a function holds, or None if there is no such case."""
        return self.diagrams.some_way(self.diagrams.both(self.domain(function), function))
