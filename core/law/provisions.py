"""What the law is made of: provisions as series of dated texts, readings, assumptions, proposals.

All of it comes from ``resources/law``; nothing here knows what any provision says.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from core.calendar import parse_moment
from core.law.meeting import Node
from core.logic.run import Runner, compile_condition
from core.logic.tree import All, Condition, Term, walk
from core.logic.tree import Limb as LimbRef
from core.logic.tree import Provision as ProvisionRef
from core.words import Words

CONSEQUENCE = "consequence"
KINDS = ("ground", "exemption", "scope", "part", "term", CONSEQUENCE, "policy")
OPEN = "open"
"""The default of a choice for which no position is supported: both outcomes stay possible."""


@dataclass(frozen=True)
class Limb:
    """A named piece of a provision that other provisions may use as well."""

    id: str
    title: Words
    condition: Condition
    run: Runner

    @staticmethod
    def of(name: str, title: Words, condition: Condition) -> Limb:
        """A limb with its compiled condition."""
        return Limb(name, title, condition, compile_condition(condition))


@dataclass(frozen=True)
class Text:
    """One successive text of a provision, in force ``[start, until)``.

    ``clause`` names the clause of a proposal that wrote this text. ``when`` is what the provision needs,
    ``gate`` what lets it (or its parts) count, ``applies`` its transitional rule.
    """

    provision: str
    start: str
    until: str | None
    by: Words
    ended_by: Words | None
    gist: Words
    changed: Words | None
    mark: str
    when: Condition
    gate: Condition
    applies: Condition
    limbs: dict[str, Limb] = field(default_factory=dict)
    clause: str | None = None
    run_when: Runner = field(init=False, compare=False, repr=False)
    run_gate: Runner = field(init=False, compare=False, repr=False)
    run_applies: Runner = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "run_when", compile_condition(self.when))
        object.__setattr__(self, "run_gate", compile_condition(self.gate))
        object.__setattr__(self, "run_applies", compile_condition(self.applies))

    @cached_property
    def references(self) -> tuple[Condition, ...]:
        """The provisions, limbs and terms that it reads, each as often as it reads it."""
        limbs = (limb.condition for limb in self.limbs.values())
        nodes = (node for root in (self.when, self.gate, *limbs) for node in walk(root))
        return tuple(node for node in nodes if isinstance(node, ProvisionRef | LimbRef | Term))

    @property
    def gated(self) -> bool:
        """Whether something must hold before this text counts."""
        return self.gate != All(())

    def in_force(self, moment: datetime) -> bool:
        """Whether this text stands in the law at ``moment``."""
        if moment < parse_moment(self.start):
            return False
        return self.until is None or moment < parse_moment(self.until)


@dataclass(frozen=True)
class Provision:
    """One unit of law with all its texts, oldest first."""

    id: str
    country: str
    kind: str
    node: str
    cite: Words
    title: Words
    gist: Words
    mark: str
    sources: tuple[str, ...]
    texts: tuple[Text, ...]
    order: int = 0
    outcome: str = ""
    how: str = ""
    exempts: tuple[str, ...] = ()
    of: str = ""
    parts: bool = False
    over: str = ""
    suspends: tuple[str, ...] = ()
    reaches_back: bool = False
    """Whether the law of the day of the decision counts, not that of the claim."""
    file: str = ""
    line: int = 0

    @property
    def is_row(self) -> bool:
        """Whether the provision is shown as a row of a comparison (terms are shown inside reasons)."""
        return self.kind not in ("term", CONSEQUENCE)


@dataclass(frozen=True)
class Source:
    """Where a text was read."""

    key: str
    title: str
    address: str


@dataclass(frozen=True)
class Mark:
    """How sure we are of a rule."""

    key: str
    title: Words
    means: Words


@dataclass(frozen=True)
class Reading:
    """A point on which the law is disputed. ``default`` is None where it is open."""

    id: str
    question: Words
    positions: dict[str, Words]
    default: str | None
    ground: Words


@dataclass(frozen=True)
class Assumption:
    """A point that a proposal left open. ``default`` is None where it is open."""

    name: str
    question: Words
    positions: dict[str, Words]
    default: str | None
    note: Words


@dataclass(frozen=True)
class Amendment:
    """One clause of a proposal: it replaces a text, changes a gate, inserts or repeals a provision.

    ``verb`` is the word of the law file that says which; ``text`` is None for a repeal, and ``inserted``
    is there for an insertion alone.
    """

    clause: str
    title: Words
    target: str
    text: Text | None
    verb: str = "replace"
    inserted: Provision | None = None


@dataclass(frozen=True)
class Proposal:
    """A cut through the law of one country, plus amendments and stated assumptions."""

    id: str
    title: Words
    country: str
    base: str
    note: Words
    sources: tuple[str, ...]
    assumes: dict[str, Assumption]
    amends: tuple[Amendment, ...]
    source: Words | None = None
    """Where the idea comes from, in the words of the file; ``sources`` are keys of the program's list."""

    @property
    def inserted(self) -> dict[str, Provision]:
        """The provisions that stand in this proposal alone, by id."""
        return {a.inserted.id: a.inserted for a in self.amends if a.inserted is not None}


@dataclass(frozen=True)
class NotExamined:
    """Something the program does not look at yet, for versions ``[start, until)`` of a country."""

    id: str
    country: str
    start: str | None
    until: str | None
    words: Words

    def concerns(self, country: str, moment: datetime) -> bool:
        """Whether a version of ``country`` at ``moment`` leaves this out."""
        if country != self.country:
            return False
        if self.start is not None and moment < parse_moment(self.start):
            return False
        return self.until is None or moment < parse_moment(self.until)


@dataclass(frozen=True)
class Preset:
    """A version that the pickers offer, perhaps for journeys into one country only."""

    version: str
    title: Words
    note: Words
    country: str | None = None

    @property
    def id(self) -> str:
        """The text of the version."""
        return self.version


@dataclass(frozen=True)
class Pair:
    """A comparison that trainers ask for: two versions, and what it shows."""

    id: str
    left: str
    right: str
    title: Words
    note: Words


@dataclass(frozen=True)
class Law:
    """Everything that was loaded."""

    provisions: dict[str, Provision]
    readings: dict[str, Reading]
    proposals: dict[str, Proposal]
    marks: dict[str, Mark]
    nodes: dict[str, Node]
    instruments: dict[str, Words]
    outcomes: dict[str, dict[str, Words]]
    follows: dict[str, dict[str, Words]]
    """What each outcome means for what happens next, by country."""
    sources: dict[str, Source]
    not_examined: tuple[NotExamined, ...]
    preset_list: tuple[Preset, ...]
    pairs: tuple[Pair, ...]
    """The comparisons that trainers ask for, in order."""

    def presets(self, country: str | None = None) -> tuple[Preset, ...]:
        """The versions that the pickers offer, in order; those of a country's law, or all."""
        return tuple(p for p in self.preset_list if country in (None, p.country) or not p.country)

    def children(self, chapeau: str) -> tuple[Provision, ...]:
        """The parts of a chapeau, in the officer's order."""
        found = [p for p in self.provisions.values() if p.of == chapeau]
        return tuple(sorted(found, key=lambda p: p.order))

    def under(self, proposal: Proposal) -> Law:
        """The law with what a proposal inserts; the same law where it inserts nothing.

        What is inserted has no text here: it stands in no law, but in the proposal's versions.
        """
        new = {n: replace(p, texts=()) for n, p in proposal.inserted.items()}
        return replace(self, provisions={**new, **self.provisions}) if new else self

    def find(self, name: str) -> Provision | None:
        """A provision by id or by the end of its id, such as ``159.5(c)``; None if not just one fits."""
        if name in self.provisions:
            return self.provisions[name]
        found = [p for key, p in self.provisions.items() if key.endswith(f".{name}")]
        return found[0] if len(found) == 1 else None
