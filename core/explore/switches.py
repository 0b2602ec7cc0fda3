"""One case under a proposal whose clauses and assumptions are switches, and what its outcome hangs on.

A set of switches is *thrown* from where the base of the proposal stands: an amendment that is thrown is
on, an assumption that is thrown is not made. Nothing thrown is the base itself. A setting that has been
decided tells which switches it looked at; every other setting that has the same of those comes out the
same. So all settings fall apart into a few *boxes*, each decided once.

>>> from core.case.library import library
>>> from core.explore.steps import finish
>>> from core.law.version import find_version
>>> board = Switchboard(find_version("whole_border_2018"))
>>> boxes = finish(board.boxes(library().load("an-empty-road").case))
>>> 2 ** len(board.names), len(boxes) < 40
(256, True)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.case.case import Case
from core.case.setup import Setup
from core.case.turn import turned
from core.decision.conclude import conclude
from core.decision.mixture import Noted
from core.decision.settle import HEARD, UNDETERMINED, Settled
from core.decision.situation import Choices, Situation, choices_of
from core.decision.split import points_of
from core.explore.steps import Search, Step
from core.law.provisions import CONSEQUENCE, Amendment, Text
from core.law.switch import ASSUME, clause_names
from core.law.version import Version, switched
from core.logic.truth import FALSE, UNKNOWN, Truth

MOST_BOXES = 20_000
"""So many settings of one case are decided at most."""


class TooMany(Exception):
    """More settings would have to be decided than there is time for."""


@dataclass(frozen=True, slots=True)
class Box:
    """All settings that have ``thrown`` of the switches ``read``; they come out the same."""

    read: int
    thrown: int
    settled: Settled


Facts = dict[str, Any]
"""What was found of a case, by the path of the fact."""


class Switched(Situation):
    """A situation that notes which texts and which assumptions were looked at."""

    def __init__(
        self,
        case: Case,
        version: Version,
        choices: Mapping[tuple[str, str], str | None],
        supposed: Mapping[str, Truth] | None = None,
        read: set[str] | None = None,
        assumed: set[str] | None = None,
    ) -> None:
        super().__init__(case, version, choices, supposed)
        self.read: set[str] = set() if read is None else read
        self.assumed: set[str] = set() if assumed is None else assumed
        self._texts = Noted(version.texts, self.read)

    def share(self, facts: Facts | None) -> None:
        """Look up facts where they were found before, and keep there what is found."""
        if facts is not None:
            self._known = facts

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a choice."""
        if kind == "assume":
            self.assumed.add(name)
        return super().choice(kind, name)

    def _again(self, case: Case, supposed: Mapping[str, Truth]) -> Situation:
        return Switched(case, self.version, self._choices, supposed, self.read, self.assumed)


class Switchboard:
    """The switches of a proposal, for any case; the versions they make are kept."""

    def __init__(self, version: Version) -> None:
        proposal = version.whole
        if proposal is None:
            raise ValueError(f"{version.name} is no proposal")
        self.version = switched(version, ())
        self.proposal = proposal
        self.names = clause_names(proposal)
        """All switches; the amendments come first."""
        self.amendments: tuple[Amendment, ...] = proposal.amends
        self._amending = (1 << len(self.amendments)) - 1
        self.all_on = self._amending
        """The proposal as it stands: every amendment on, every assumption made."""
        self._versions: dict[int, Version] = {}
        self._bare = self._version(0)

    def bit(self, name: str) -> int:
        """The set of one switch alone."""
        return 1 << self.names.index(name)

    def names_of(self, mask: int) -> tuple[str, ...]:
        """The switches of a set, in the order of the proposal."""
        return tuple(name for at, name in enumerate(self.names) if mask >> at & 1)

    def decided(self, case: Case, setup: Setup, thrown: int, facts: Facts | None = None) -> Box:
        """What a case comes to with some switches thrown, and the switches that this hangs on.

        ``facts`` has what was found of the case before: no switch changes a fact.
        """
        version = self._version(thrown)
        situation = Switched(case, version, self._choices(setup, thrown))
        situation.share(facts)
        settled, branches, _ = conclude(situation)
        split = settled.outcome == UNDETERMINED or bool(branches)
        read = self._read(situation, settled, split=split)
        return Box(read, thrown & read, settled)

    def boxes(self, case: Case, setup: Setup | None = None) -> Search[list[Box]]:
        """Boxes that have every setting in exactly one of them. Raises TooMany."""
        case, facts = turned(case, self.version.country)[0], Facts()
        chosen = setup or Setup()
        found: list[Box] = []
        waiting = [(0, 0)]
        while waiting:
            fixed, thrown = waiting.pop()
            box = self.decided(case, chosen, thrown, facts)
            found.append(Box(box.read | fixed, thrown, box.settled))
            if len(found) > MOST_BOXES:
                raise TooMany
            new = box.read & ~fixed
            while (
                new
            ):  # the first switch read stands otherwise; or the first as it does, and the second …
                bit = new & -new
                new ^= bit
                waiting.append((fixed | bit, thrown ^ bit))
                fixed |= bit
            yield Step(len(found))
        return found

    def ends(self, case: Case, setup: Setup | None = None) -> tuple[Settled, Settled]:
        """What a case comes to under the base, and under the whole proposal."""
        case, chosen = turned(case, self.version.country)[0], setup or Setup()
        base, whole = (self.decided(case, chosen, mask).settled for mask in (0, self.all_on))
        return base, whole

    # --- what a setting is made of -----------------------------------------------------------------
    def _version(self, thrown: int) -> Version:
        """The law with the amendments of a set; assumptions are left to the choices."""
        mask = thrown & self._amending
        found = self._versions.get(mask)
        if found is None:
            off = [a.clause for at, a in enumerate(self.amendments) if not mask >> at & 1]
            found = self._versions[mask] = switched(self.version, off)
        return found

    def _choices(self, setup: Setup, thrown: int) -> Choices:
        found = choices_of(self.version, setup)
        for name in self.names_of(thrown & ~self._amending):
            found["assume", name.removeprefix(ASSUME)] = None
        return found

    # --- what was looked at ------------------------------------------------------------------------
    def _read(self, situation: Switched, settled: Settled, *, split: bool) -> int:
        """The switches on which an outcome hangs; rather one too many than one too few."""
        deciding = [(1 << at, a) for at, a in enumerate(self.amendments) if self._decides(a)]
        mask = 0
        for bit, amendment in deciding:  # to ask this is to look at texts, which count then
            missed = self._missed(amendment, situation, settled, split=split)
            if missed or (split and self._may_split(amendment, situation)):
                mask |= bit
        for bit, amendment in deciding:
            if amendment.target in situation.read or self._part_of(amendment) in situation.read:
                mask |= bit
        first = len(self.amendments)
        for at, name in enumerate(self.names[first:], first):
            if name.removeprefix(ASSUME) in situation.assumed:
                mask |= 1 << at
        return mask

    def _decides(self, amendment: Amendment) -> bool:
        """Whether an amendment can have a part in the outcome."""
        return self.version.law.provisions[amendment.target].kind != CONSEQUENCE

    def _part_of(self, amendment: Amendment) -> str:
        return self.version.law.provisions[amendment.target].of

    def _missed(
        self, amendment: Amendment, situation: Situation, settled: Settled, *, split: bool
    ) -> bool:
        """Whether a provision that does not stand here might be looked at, if it did."""
        if amendment.target in situation.version.texts:
            return False
        provision = self.version.law.provisions[amendment.target]
        if provision.kind == "ground":
            return True
        if not provision.exempts:
            return False  # it is looked for by its name, where it is looked for
        if split or settled.outcome == HEARD:
            return True
        return any(situation.provision(ground) != FALSE for ground in provision.exempts)

    def _may_split(self, amendment: Amendment, situation: Situation) -> bool:
        """Whether a text could make a point shared that is still unknown."""
        points = (point for text in self._either(amendment) for point in points_of(text))
        return any(situation.point(point) == UNKNOWN for point in points)

    def _either(self, amendment: Amendment) -> Iterator[Text]:
        """The texts of a provision with and without the amendment."""
        for text in (amendment.text, self._bare.texts.get(amendment.target)):
            if text is not None:
                yield text
