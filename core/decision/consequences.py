"""What follows from a decision: where the person is sent, when the order bites, what review is left.

Each consequence is a provision of its own, asked once the outcome is known. While the outcome is open
nothing follows yet; where a consequence hangs on a fact that nobody stated, it is given as possible.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.decision.model import Decision
from core.decision.settle import HEARD, applies
from core.decision.situation import Situation
from core.law.provisions import CONSEQUENCE, Provision, Text
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth


@dataclass(frozen=True)
class Consequence:
    """One provision that follows; ``truth`` is unknown where it hangs on something not stated."""

    provision: Provision
    text: Text
    truth: Truth
    depends_on: tuple[str, ...]
    """The choices that were asked on the way, as ``reading:ID``."""


class Aftermath(Situation):
    """A case after its decision: what came of it may be asked too."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.case, decision.version, decision.choices)
        self._decision = decision

    def result(self, kind: str, name: str) -> Truth:
        """Whether the decision came to that outcome, in that way, or by that ground."""
        found = self._decision
        if kind == "counts":
            return min(self.provision(name), self.reached(name))
        if kind == "outcome":
            held = found.outcome == name
        elif kind == "how" and found.how is None:
            return self._perhaps(name)
        elif kind == "how":
            held = found.how == name
        else:
            return self._ground(name, alone=kind == "only_ground")
        return TRUE if held else FALSE

    def _ground(self, name: str, *, alone: bool) -> Truth:
        """Whether a ground applies; where asked, whether it alone does."""
        found = {ground.id: applies(self, ground) for ground in self.version.grounds}
        own = found.pop(name, FALSE)
        others = max(found.values(), default=FALSE) if alone else FALSE
        return min(own, TRUE - others)

    def _perhaps(self, how: str) -> Truth:
        """Whether a way may be the one, where only the outcome is settled."""
        of_grounds = {ground.how for ground in self.version.grounds}
        return UNKNOWN if (how in of_grounds) != (self._decision.outcome == HEARD) else FALSE


def consequences(decision: Decision) -> tuple[Consequence, ...]:
    """What follows from a decision, by node and in the officer's order; nothing while it is open."""
    if not decision.determined:
        return ()
    version = decision.version
    found = [_followed(decision, p) for p in version.ordered if p.kind == CONSEQUENCE]
    nodes = version.law.nodes
    kept = [c for c in found if c.truth != FALSE]
    return tuple(sorted(kept, key=lambda c: nodes[c.provision.node].order))


def _followed(decision: Decision, provision: Provision) -> Consequence:
    after = Aftermath(decision)
    truth = after.provision(provision.id)
    asked = tuple(f"{kind}:{name}" for kind, name in sorted(after.asked))
    return Consequence(provision, decision.version.texts[provision.id], truth, asked)
