"""A version of the law as diagrams: where each provision is met and counts, where each outcome falls.

Conditions are followed as the program follows them when it decides a complete case. "There is a member
such that" becomes a variable of its own; which of these can be true together follows from the members
that there can be (:meth:`Encoder.lists`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.case.catalogue import catalogue
from core.decision.settle import HEARD, ORDER, OUTSIDE
from core.explore.atoms import MEMBER, Env, Granted, Listed, Question, atom_of, located
from core.explore.diagram import NO, YES, Diagrams
from core.explore.pick import first_as_some
from core.explore.space import Space
from core.law.provisions import Provision
from core.law.version import OWN, Version
from core.logic import tree
from core.logic.tree import Condition

Asked = Callable[[Question], int]


@dataclass(frozen=True)
class Exists:
    """A variable that says that a list has a member for which ``body`` holds."""

    slot: str
    body: int
    variable: int
    name: str


class Encoder:
    """Encodes the texts of versions into the diagrams of one space."""

    def __init__(self, diagrams: Diagrams, ask: Asked, space: Space | None = None) -> None:
        self.diagrams = diagrams
        self._ask = ask
        self._space = space
        self.exists: dict[tuple[str, int], Exists] = {}

    def some(self, slot: str, body: int) -> int:
        """Where a list has a member for which ``body`` holds."""
        if body == NO:
            return NO
        key = (slot, body)
        found = self.exists.get(key)
        if found is None:
            name = f"some {slot} {len(self.exists)}"
            found = Exists(slot, body, self.diagrams.variable(name), name)
            self.exists[key] = found
        return found.variable

    def choice(self, kind: str, name: str, positions: tuple[str, ...]) -> dict[str, int]:
        """Where a choice stands at each position."""
        if self._space is None:
            return dict.fromkeys(positions, YES)
        return self._space.choice(kind, name, positions)

    def question(self, question: Question) -> int:
        """Where a question is answered yes."""
        return self._ask(question)


class Lawbook:
    """One version of the law, encoded."""

    def __init__(
        self, encoder: Encoder, version: Version, taken: dict[str, int] | None = None
    ) -> None:
        """``taken`` fixes where some provisions are met."""
        self.version = version
        self._own = version.asked == OWN
        self._day = None if self._own else version.day
        self._encoder = encoder
        self._d = encoder.diagrams
        self._met: dict[str, int] = dict(taken or {})
        self._gates: dict[str, int] = {}
        self._outcomes: dict[str, int] = {}

    # --- provisions --------------------------------------------------------------------------------
    def met(self, name: str) -> int:
        """Where a provision's own elements hold."""
        found = self._met.get(name)
        if found is None:
            found = self._met[name] = self._provision(name)
        return found

    def _provision(self, name: str) -> int:
        text = self.version.texts.get(name)
        if text is None:
            return NO
        if self.version.law.provisions[name].parts:
            return self._d.any([self.met(part.id) for part in self.version.parts[name]])
        when = self.condition(text.when, {})
        return self._d.both(when, self.condition(text.applies, {})) if self._own else when

    def reached(self, name: str) -> int:
        """Where the gate of a provision, and that of its chapeau, let it count."""
        found = self._gates.get(name)
        if found is None:
            text = self.version.texts.get(name)
            found = self.condition(text.gate, {}) if text is not None else NO
            chapeau = self.version.law.provisions[name].of
            if chapeau:
                found = self._d.both(found, self.reached(chapeau))
            self._gates[name] = found
        return found

    def counts(self, name: str) -> int:
        """Where a provision is met and reached."""
        return self._d.both(self.met(name), self.reached(name))

    def applies(self, ground: Provision) -> int:
        """Where a ground is met and nothing exempts from it."""
        exempt = self._d.any([self.counts(e.id) for e in self.version.exemptions[ground.id]])
        return self._d.both(self.met(ground.id), self._d.neither(exempt))

    def elements(self) -> tuple[int, ...]:
        """All that outcome and way are made of: where each ground applies, and where none reaches."""
        return (*(self.applies(ground) for ground in self.version.grounds), self._outside())

    # --- outcomes ----------------------------------------------------------------------------------
    def outcomes(self) -> dict[str, int]:
        """Where each outcome falls: returned before barred before heard."""
        if not self._outcomes:
            self._outcomes = self._by_outcome()
        return self._outcomes

    def _by_outcome(self) -> dict[str, int]:
        found, left = {}, YES
        for outcome in ORDER:
            grounds = [g for g in self.version.grounds if g.outcome == outcome]
            here = self._d.any([self.applies(g) for g in grounds])
            found[outcome] = self._d.both(left, here)
            left = self._d.both(left, self._d.neither(here))
        found[HEARD] = left
        return found

    def ways(self) -> dict[tuple[str, str], int]:
        """Where each outcome falls in each of its ways."""
        found: dict[tuple[str, str], int] = {}
        for outcome, where in self.outcomes().items():
            if outcome == HEARD:
                outside = self._outside()
                found[HEARD, OUTSIDE] = self._d.both(where, outside)
                found[HEARD, "exempt"] = self._d.both(where, self._d.neither(outside))
                continue
            left = where
            for ground in (g for g in self.version.grounds if g.outcome == outcome):
                here = self._d.both(left, self.applies(ground))
                key = (outcome, ground.how)
                found[key] = self._d.either(found.get(key, NO), here)
                left = self._d.both(left, self._d.neither(here))
        return found

    def result(self, kind: str, name: str) -> int:
        """Where the decision comes to an outcome, in a way, or by a ground; nowhere if it cannot."""
        if kind == "outcome":
            return self.outcomes().get(name, NO)
        if kind == "counts":
            return self.counts(name)
        if kind == "how":
            return self._d.any([where for (_, how), where in self.ways().items() if how == name])
        applying = {ground.id: self.applies(ground) for ground in self.version.grounds}
        found = applying.pop(name, NO)
        if kind == "only_ground":
            found = self._d.both(found, self._d.neither(self._d.any(applying.values())))
        return found

    def _outside(self) -> int:
        """Where every ground of return is not met, or an exemption takes its reach away."""
        found = YES
        for ground in (g for g in self.version.grounds if g.outcome == ORDER[0]):
            beyond = [e for e in self.version.exemptions[ground.id] if e.how == OUTSIDE]
            away = self._d.any([self.counts(e.id) for e in beyond])
            fails = self._d.neither(self.met(ground.id))
            found = self._d.both(found, self._d.either(fails, away))
        return found

    # --- conditions --------------------------------------------------------------------------------
    def condition(self, node: Condition, env: Env) -> int:
        """Where a condition holds, with its variables at the slots of ``env``."""
        match node:
            case tree.Compare():
                return self._compare(node, env)
            case tree.All(parts):
                return self._d.every([self.condition(part, env) for part in parts])
            case tree.Any(parts):
                return self._d.any([self.condition(part, env) for part in parts])
            case tree.Not(part):
                return self._d.neither(self.condition(part, env))
            case tree.Some():
                return self._some(node, env)
            case tree.Choose() | tree.Chosen():
                return self._choice(node, env)
            case _:
                return self._reference(node, env)

    def _reference(self, node: Condition, env: Env) -> int:
        match node:
            case tree.Provision(id=name):
                return self.met(name)
            case tree.Limb(id=name):
                return self._limb(name)
            case tree.Term(id=name, of=of):
                text = self.version.texts.get(name)
                return self.condition(text.when, {"it": env.get(of, of)}) if text else NO
            case tree.Table(name=name, on=on):
                return self._encoder.question(Listed(name, located(on, env), self.version.day))
            case tree.Granted(fact=fact):
                return self._encoder.question(Granted(located(fact, env)))
            case tree.Result(kind=kind, id=name):
                return self.result(kind, name)
        raise TypeError(f"not a condition of a rule: {node!r}")

    def _limb(self, name: str) -> int:
        owner, _, key = name.rpartition("#")
        text = self.version.texts.get(owner)
        limb = text.limbs.get(key) if text is not None else None
        return self.condition(limb.condition, {}) if limb is not None else NO

    def _compare(self, node: tree.Compare, env: Env) -> int:
        picked = first_as_some(node)
        if picked is not None:
            return self._some(picked, env)
        question, opposite = atom_of(node, env, self._day)
        found = self._encoder.question(question)
        return self._d.neither(found) if opposite else found

    def _some(self, node: tree.Some, env: Env) -> int:
        source = located(node.source, env).path
        slot = source + MEMBER
        found = self._encoder.some(slot, self.condition(node.where, {**env, node.var: slot}))
        for single, listed in catalogue().singles.items():
            if listed == source:  # the one relied on is a member too
                own = self.condition(node.where, {**env, node.var: single})
                found = self._d.either(found, own)
        return found

    def _choice(self, node: tree.Choose | tree.Chosen, env: Env) -> int:
        positions = self._positions(node.kind, node.id)
        where = self._encoder.choice(node.kind, node.id, positions)
        if isinstance(node, tree.Chosen):
            return where[node.position]
        return self._d.any(
            [self._d.both(where[name], self.condition(case, env)) for name, case in node.cases]
        )

    def _positions(self, kind: str, name: str) -> tuple[str, ...]:
        if kind == "reading":
            return tuple(self.version.law.readings[name].positions)
        return tuple(self.version.assumes[name].positions)
