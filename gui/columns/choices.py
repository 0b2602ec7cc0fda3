"""The assumptions and readings on which a decision rests, as plain data for switches.

An *assumption* fills a point that a proposal left open and belongs to that proposal; a
*reading* takes a side where the law in force is disputed and holds for both columns. A decision
names those that matter for this case, also where a default settles them, so that nobody takes a
default for the law.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from core.law.load import law
from core.words import say

if TYPE_CHECKING:
    from core.case.setup import Setup
    from core.decision.model import Comparison, Decision

Kind = Literal["assume", "reading"]


@dataclass(frozen=True, slots=True)
class SwitchView:
    """One switch: a question, its positions, which one holds, and how that came about."""

    kind: Kind
    id: str
    question: str
    positions: tuple[tuple[str, str], ...]
    holds: str | None
    chosen: bool
    status: str
    back: str
    ground: str

    @property
    def key(self) -> str:
        """The name that decisions use for it."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Switches:
    """The switches of a comparison: those that matter to one column, and those that do to both."""

    left: tuple[SwitchView, ...]
    right: tuple[SwitchView, ...]
    both: tuple[SwitchView, ...]


def all_switches(comparison: Comparison, setup: Setup, lang: str) -> Switches:
    """Sort the switches by where they matter, so that none stands on the screen twice."""
    left = switch_views(comparison.left, setup, lang)
    right = switch_views(comparison.right, setup, lang)
    shared = {view.key for view in left} & {view.key for view in right}
    return Switches(
        left=tuple(view for view in left if view.key not in shared),
        right=tuple(view for view in right if view.key not in shared),
        both=tuple(view for view in left if view.key in shared),
    )


def switch_views(decision: Decision, setup: Setup, lang: str) -> tuple[SwitchView, ...]:
    """The switches that matter to a decision, those it waits for first."""
    keys = dict.fromkeys((*decision.waits_for, *decision.depends_on))
    made = (switch_view(key, decision, setup, lang) for key in keys)
    return tuple(view for view in made if view is not None)


def switch_view(key: str, decision: Decision, setup: Setup, lang: str) -> SwitchView | None:
    """The switch for one `assume:NAME` or `reading:ID`; None for the path of a fact."""
    kind, _, name = key.partition(":")
    if kind == "assume":
        return _assumption(name, decision, setup, lang)
    if kind == "reading":
        return _reading(name, setup, lang)
    return None


def _assumption(name: str, decision: Decision, setup: Setup, lang: str) -> SwitchView | None:
    proposal = decision.version.proposal
    if proposal is None or name not in proposal.assumes:
        return None
    asked = proposal.assumes[name]
    words = {position: text[lang] for position, text in asked.positions.items()}
    return _view(
        "assume",
        name,
        asked.question[lang],
        words,
        asked.default,
        setup.assumptions.get(name),
        asked.note[lang],
        lang,
    )


def _reading(name: str, setup: Setup, lang: str) -> SwitchView | None:
    reading = law().readings.get(name)
    if reading is None:
        return None
    words = {position: text[lang] for position, text in reading.positions.items()}
    return _view(
        "reading",
        name,
        reading.question[lang],
        words,
        reading.default,
        setup.readings.get(name),
        reading.ground[lang],
        lang,
    )


def _view(
    kind: Kind,
    name: str,
    question: str,
    words: dict[str, str],
    default: str | None,
    chosen: str | None,
    ground: str,
    lang: str,
) -> SwitchView:
    return SwitchView(
        kind=kind,
        id=name,
        question=question,
        positions=tuple((position, text) for position, text in words.items()),
        holds=chosen if chosen is not None else default,
        chosen=chosen is not None,
        status=_status(kind, default, chosen, lang),
        back=_back(default, chosen, lang),
        ground=ground,
    )


def _status(kind: Kind, default: str | None, chosen: str | None, lang: str) -> str:
    if chosen is not None:
        return say(lang, "your choice")
    if default is None:
        return say(lang, "left open: more than one outcome stays possible")
    if kind == "assume":
        return say(lang, "assumed, by default")
    return say(lang, "read so, by default")


def _back(default: str | None, chosen: str | None, lang: str) -> str:
    if chosen is None:
        return ""
    return say(lang, "back to default") if default is not None else say(lang, "leave it open")
