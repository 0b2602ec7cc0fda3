"""The answer to "what does this version make of this case?", and the comparison of two answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from core.case.case import Case
from core.law.provisions import NotExamined, Provision, Text
from core.law.version import Version
from core.logic.explain import Why
from core.logic.truth import Truth


@dataclass(frozen=True)
class Verdict:
    """One provision under one version: are its own elements met, and does its gate let it count?"""

    provision: Provision
    text: Text
    met: Truth
    reached: Truth
    case: Case = field(compare=False, repr=False)
    version: Version = field(compare=False, repr=False)
    explain: Callable[[], Why] = field(compare=False, repr=False)
    explain_gate: Callable[[], Why] = field(compare=False, repr=False)

    @cached_property
    def why(self) -> Why:
        """The reasons for ``met``."""
        return self.explain()

    @cached_property
    def why_gate(self) -> Why:
        """The reasons for ``reached``."""
        return self.explain_gate()

    @property
    def same_as(self) -> tuple[Truth, Truth]:
        """What of a verdict is compared between versions."""
        return self.met, self.reached


@dataclass(frozen=True)
class Decision:
    """What one version makes of a case.

    ``possible`` is sorted and has one member when the outcome is determined. ``basis`` is what carries
    the outcome, ``grounds`` every ground that applies. ``waits_for`` names facts (by path), and
    ``assume:NAME`` or ``reading:ID``, that could settle the outcome; ``depends_on`` the choices that
    would change it, also where a default settles them.
    """

    case: Case = field(repr=False)
    version: Version
    outcome: str
    how: str | None
    possible: tuple[str, ...]
    basis: tuple[str, ...]
    grounds: tuple[str, ...]
    waits_for: tuple[str, ...]
    depends_on: tuple[str, ...]
    not_examined: tuple[NotExamined, ...]
    verdicts: dict[str, Verdict]
    choices: dict[tuple[str, str], str | None]
    lost: tuple[str, ...] = ()
    """What became unknown because the case was turned round for this country's law."""
    turned: bool = False
    """Whether the case was turned round for this country's law."""

    @property
    def determined(self) -> bool:
        """Whether only one outcome is possible."""
        return len(self.possible) == 1


@dataclass(frozen=True)
class Unit:
    """One thing in which two versions differ.

    ``kind`` is ``text`` (of a provision), ``table`` (read on another day), ``moment`` (the day as if on
    which the entry falls), ``assume`` or ``reading`` (a position), or ``node`` between two countries.
    """

    kind: str
    id: str
    order: int


@dataclass(frozen=True)
class Parting:
    """The smallest set of differences that makes the left version decide like the right.

    Where ``exact`` is false, too many would have had to be tried: nothing can be left out of the set,
    but another one may be smaller.
    """

    all: tuple[Unit, ...]
    exact: bool = True

    @property
    def first(self) -> Unit:
        """The first of them in the officer's order."""
        return self.all[0]


@dataclass(frozen=True)
class Row:
    """One provision in both versions, at the same height."""

    provision: Provision
    left: Verdict | None
    right: Verdict | None
    change: str
    differs: bool
    parts: bool

    @property
    def node(self) -> str:
        """The point at which the two countries' laws meet."""
        return self.provision.node


@dataclass(frozen=True)
class Comparison:
    """Two decisions side by side. ``agree`` is None while it is not known."""

    left: Decision
    right: Decision
    agree: bool | None
    rows: tuple[Row, ...]
    parting: Parting | None
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out from it once, when it was asked for."""
