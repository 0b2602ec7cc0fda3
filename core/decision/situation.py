"""A case under one version of the law: facts as the version's day sees them, provisions, choices.

What is asked of a provision is answered once and remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.case.case import Case
from core.case.setup import Setup
from core.case.view import View
from core.law.version import OWN, Version
from core.logic.explain import References
from core.logic.tree import All, Condition
from core.logic.tree import Any as AnyOf
from core.logic.tree import Provision as ProvisionRef
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth

Choices = dict[tuple[str, str], str | None]


def choices_of(version: Version, setup: Setup) -> Choices:
    """Where every reading and assumption stands: as set, else its default, else None (open).

    An assumption that is switched off stands nowhere.
    """
    found: Choices = {
        ("reading", name): reading.default for name, reading in version.law.readings.items()
    }
    assumes = version.proposal.assumes if version.proposal else {}
    for name, assumption in assumes.items():
        found["assume", name] = assumption.default
    for name, position in setup.readings.items():
        if name in version.law.readings:
            found["reading", name] = position
    for name, position in setup.assumptions.items():
        if name in assumes:
            found["assume", name] = position
    return found


ENTRY = "entry"
"""The name under which the entry relied on is read."""


class Situation(View, References):
    """A case as one version sees it; ``supposed`` fixes points that are otherwise unknown."""

    def __init__(
        self,
        case: Case,
        version: Version,
        choices: Mapping[tuple[str, str], str | None],
        supposed: Mapping[str, Truth] | None = None,
    ) -> None:
        self.own = version.asked == OWN
        super().__init__(case, choices, None if self.own else version.day)
        self._supposed = supposed or {}
        self.version = version
        self.asked: set[tuple[str, str]] = set()
        self._texts = version.texts
        self._met: dict[str, Truth] = {}
        self._gates: dict[str, Truth] = {}
        self._limbs: dict[str, Truth] = {}

    def provision(self, name: str) -> Truth:
        """Whether the provision's own elements hold; false where it does not stand."""
        met = self._met.get(name)
        if met is None:
            met = self._met[name] = self._provision(name)
        return met

    def supposing(self, name: str, truth: Truth) -> Situation:
        """This situation with one point taken as true or false."""
        return self._again(self.case, {**self._supposed, name: truth})

    def answering(self, path: str, value: object) -> Situation:
        """This situation with one question answered."""
        return self._again(self.case.replace(path, value), self._supposed)

    def _again(self, case: Case, supposed: Mapping[str, Truth]) -> Situation:
        """The same version and choices over another case, or with other points fixed."""
        return Situation(case, self.version, self._choices, supposed)

    def point(self, name: str) -> Truth:
        """A provision, a limb, or a term of the entry (``term@entry``), by name."""
        term, _, of = name.partition("@")
        if of:
            return self.term(term, self.value(of))
        return self.provision(name) if name in self._texts else self.limb(name)

    def _provision(self, name: str) -> Truth:
        if name in self._supposed:
            return self._supposed[name]
        text = self._texts.get(name)
        if text is None:
            return FALSE
        if not self.version.law.provisions[name].parts:
            met = text.run_when(self)
            return min(met, text.run_applies(self)) if self.own else met
        best = FALSE
        for part in self.version.parts[name]:
            best = max(best, self.provision(part.id))
            if best == TRUE:
                break
        return best

    def choice(self, kind: str, name: str) -> str | None:
        """The position of a choice; that it was asked for is noted in ``asked``."""
        self.asked.add((kind, name))
        return self._choices.get((kind, name))

    def reached(self, name: str) -> Truth:
        """Whether the gate of the provision, and that of its chapeau, let it count."""
        gate = self._gates.get(name)
        if gate is None:
            text = self._texts.get(name)
            gate = text.run_gate(self) if text is not None else FALSE
            chapeau = self.version.law.provisions[name].of
            if chapeau:
                gate = min(gate, self.reached(chapeau))
            self._gates[name] = gate
        return gate

    def limb(self, name: str) -> Truth:
        """Whether a limb holds; false where its provision does not stand."""
        truth = self._limbs.get(name)
        if truth is None and name in self._supposed:
            truth = self._limbs[name] = self._supposed[name]
        if truth is None:
            owner, _, key = name.rpartition("#")
            text = self._texts.get(owner)
            limb = text.limbs.get(key) if text is not None else None
            truth = self._limbs[name] = limb.run(self) if limb is not None else FALSE
        return truth

    def term(self, name: str, member: Any) -> Truth:
        """Whether a term holds of a member; unknown where there is no member to look at."""
        text = self._texts.get(name)
        if text is None:
            return FALSE
        if self._supposed and member is self.value(ENTRY):
            supposed = self._supposed.get(f"{name}@{ENTRY}")
            if supposed is not None:
                return supposed
        if member is None:
            return UNKNOWN
        before = self.bound.get("it")
        self.bound["it"] = member
        truth = text.run_when(self)
        self.bound["it"] = before
        return truth

    def condition(self, name: str) -> Condition | None:
        """The condition behind a name, for explanations."""
        owner, _, key = name.rpartition("#")
        if name in self._texts:
            if self.version.law.provisions[name].parts:
                parts = self.version.parts[name]
                return AnyOf(tuple(ProvisionRef(part.id) for part in parts))
            own = self._texts[name]
            return All((own.applies, own.when)) if self.own else own.when
        text = self._texts.get(owner)
        limb = text.limbs.get(key) if text is not None else None
        return limb.condition if limb is not None else None

    def gate(self, name: str) -> Condition:
        """What lets a provision count; of a part, what lets its chapeau's parts count."""
        text = self._texts.get(self.version.law.provisions[name].of) or self._texts.get(name)
        return text.gate if text is not None else All(())
