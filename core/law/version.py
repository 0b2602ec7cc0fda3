"""A version of the law: a cut through its timeline, perhaps amended by a proposal, perhaps suspended.

>>> version = find_version("2018-05-01")
>>> version.name, version.asked, version.day.isoformat()
('ca:2018-05-01', 'as_if', '2018-05-01')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from core.case.catalogue import catalogue
from core.law.cut import reading_day, reading_moment
from core.law.lawfile import State, VersionError, read_law_file, state_of
from core.law.load import law
from core.law.provisions import Assumption, Law, NotExamined, Proposal, Provision, Text
from core.law.switch import ENDINGS, clause_names, in_order, name_without, reduced, split_name

SUSPENDED = "+suspended"
OWN = "own"
"""The base of a version that picks every provision by the case's own dates."""


@dataclass(frozen=True)
class Version:
    """The texts that stand at one moment, by provision id.

    ``day`` is the day as if on which the entry is taken to have fallen; ``ground_order`` the grounds in
    the officer's order.
    """

    name: str
    country: str
    asked: str
    day: date
    moment: datetime
    texts: dict[str, Text]
    law: Law = field(repr=False, compare=False)
    proposal: Proposal | None = None
    suspended: bool = False
    off: tuple[str, ...] = ()
    """What of the proposal is switched off; ``proposal`` is without it."""
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out from the texts once."""

    @cached_property
    def ordered(self) -> tuple[Provision, ...]:
        """The provisions of this version in the officer's order."""
        found = [self.law.provisions[name] for name in self.texts]
        return tuple(sorted(found, key=lambda p: (p.order, p.id)))

    @cached_property
    def grounds(self) -> tuple[Provision, ...]:
        """The grounds of this version in the officer's order."""
        return tuple(p for p in self.ordered if p.kind == "ground")

    @cached_property
    def exemptions(self) -> dict[str, tuple[Provision, ...]]:
        """For each ground, its exemptions in the officer's order."""
        return {
            ground.id: tuple(p for p in self.ordered if ground.id in p.exempts)
            for ground in self.grounds
        }

    @cached_property
    def parts(self) -> dict[str, tuple[Provision, ...]]:
        """For each chapeau, the parts that stand in this version, in the officer's order."""
        return {
            chapeau.id: tuple(p for p in self.ordered if p.of == chapeau.id)
            for chapeau in self.ordered
            if chapeau.parts
        }

    def smallest(self, exemption: Provision) -> tuple[Provision, ...]:
        """What of an exemption is met or not by itself: its parts, or it where none stand."""
        return self.parts.get(exemption.id) or (exemption,)

    @property
    def whole(self) -> Proposal | None:
        """The proposal of this version with everything switched on."""
        return self.law.proposals[self.proposal.id] if self.proposal else None

    @property
    def assumes(self) -> dict[str, Assumption]:
        """The points that the proposal left open, also those on which nothing is assumed here."""
        return self.whole.assumes if self.whole else {}

    @property
    def not_examined(self) -> tuple[NotExamined, ...]:
        """What the program does not look at under this version."""
        return tuple(n for n in self.law.not_examined if n.concerns(self.country, self.moment))


def find_version(text: str, into: str | None = None, of: Law | None = None) -> Version:
    """The version named ``[ca:|us:]BASE[+suspended]`` for a case going ``into`` a country.

    BASE is a day, a moment, a proposal or a law file, the last two perhaps with something of it
    switched off (:mod:`core.law.switch`). ``of`` is a law other than the program's own.

    Raises VersionError for a name that means nothing.
    """
    into, text = into or catalogue().opening["into"], text.strip()
    return _find(text, into, _state(text)) if of is None else _made(text, into, of)


@lru_cache(maxsize=64)
def _find(text: str, into: str, _state: State | None) -> Version:
    return _made(text, into, law())


def _state(text: str) -> State | None:
    """The state of the law file that a version names; a file that has changed is read again."""
    head = split_name(_country(text, "")[1].removesuffix(SUSPENDED))[0]
    return state_of(Path(head)) if head.endswith(ENDINGS) else None


def _made(text: str, into: str, of: Law) -> Version:
    country, base = _country(text, into)
    suspended = base.endswith(SUSPENDED)
    base = base.removesuffix(SUSPENDED)
    version = _base(base, country, text, of)
    return _suspend(version) if suspended else version


def _country(text: str, into: str) -> tuple[str, str]:
    choices = catalogue().facts["journey.into"].choices
    head, colon, rest = text.partition(":")
    return (head, rest) if colon and head in choices else (into, text)


def _base(base: str, country: str, text: str, of: Law) -> Version:
    proposals = of.proposals
    head, off = split_name(base)
    if head in proposals:
        return amended(of, proposals[head], country, off)
    if head.endswith(ENDINGS):
        return _from_file(head, country, off)
    if base.partition("@")[0] == OWN:
        raise VersionError(f"{text}: the case's own law needs a case; state the day of its claim")
    if off:
        raise VersionError(
            f"{text}: {head!r} is no proposal and no law file, so that nothing of it can be left out; "
            f"there are: {', '.join(sorted(proposals))}"
        )
    try:
        return _cut(of, base, country)
    except VersionError:
        raise
    except ValueError:
        raise VersionError(
            f"{text}: this is no version of the law; expected a day (YYYY-MM-DD), "
            f"a proposal ({', '.join(sorted(proposals))}) or a law file, perhaps with {SUSPENDED}"
        ) from None


def _cut(law_: Law, base: str, country: str) -> Version:
    """The law of a country as it stood on a day or at a moment."""
    moment = reading_moment(base)
    texts = {}
    for provision in law_.provisions.values():
        if provision.country == country and not provision.suspends:
            standing = next((t for t in provision.texts if t.in_force(moment)), None)
            if standing is not None:
                texts[provision.id] = standing
    if not texts:
        own = [p for p in law_.provisions.values() if p.country == country]
        first = min(t.start for p in own for t in p.texts)
        raise VersionError(f"{base}: the law in this program begins on {first}; choose a later day")
    return Version(f"{country}:{base}", country, "as_if", reading_day(base), moment, texts, law_)


def own_version(
    text: str, into: str | None, claimed: date, decided: date, of: Law | None = None
) -> Version:
    """The version of a case's own dates: each provision as it stood when the claim was made.

    What reaches back is read as it stood on the day of the decision. ``text`` is the name given, such
    as ``own`` or ``own@2025-08-01+suspended``.
    """
    country, base = _country(text.strip(), into or catalogue().opening["into"])
    at_claim = find_version(f"{country}:{claimed.isoformat()}", of=of)
    at_decision = find_version(f"{country}:{max(claimed, decided).isoformat()}", of=of)
    texts = {
        name: text_
        for version, late in ((at_claim, False), (at_decision, True))
        for name, text_ in version.texts.items()
        if version.law.provisions[name].reaches_back is late
    }
    suspended = base.endswith(SUSPENDED)
    name = f"{country}:{base.removesuffix(SUSPENDED)}"
    found = replace(at_claim, name=name, asked=OWN, texts=texts, kept={})
    return _suspend(found) if suspended else found


def own_day(text: str) -> date | None:
    """The day of decision that ``own@DAY`` names; None for plain ``own``. Raises VersionError."""
    base = _country(text.strip(), "")[1].removesuffix(SUSPENDED)
    day = base.partition("@")[2]
    try:
        return reading_day(day) if day else None
    except ValueError as error:
        raise VersionError(f"{text}: {error}") from None


def is_own(text: str) -> bool:
    """Whether a version is the case's own."""
    base = _country(text.strip(), "")[1].removesuffix(SUSPENDED)
    return base.partition("@")[0] == OWN


def amended(law_: Law, proposal: Proposal, country: str, off: tuple[str, ...] = ()) -> Version:
    """The base of a proposal with its amendments, but for what is off; elsewhere it equals its base.

    Raises VersionError for something to be switched off that the proposal does not have.
    """
    try:
        off = in_order(proposal, off)
    except KeyError as error:
        known = ", ".join(clause_names(proposal))
        raise VersionError(
            f"{proposal.id} has nothing called {error.args[0]!r} that could be left out; "
            f"it has: {known}"
        ) from None
    base, kept = _cut(law_, proposal.base, country), reduced(proposal, off)
    texts = amended_texts(base.texts, kept) if country == proposal.country else base.texts
    return replace(
        base,
        name=f"{country}:{name_without(proposal.id, off)}",
        texts=texts,
        law=law_.under(proposal),
        proposal=kept,
        off=off,
        kept={},
    )


def switched(version: Version, off: Iterable[str]) -> Version:
    """A version of a proposal with these of its clauses and assumptions off, and all others on.

    Raises VersionError where it has no proposal, or the proposal no such clause.
    """
    if version.whole is None:
        raise VersionError(f"{version.name}: only of a proposal can something be left out")
    found = amended(version.law, version.whole, version.country, tuple(off))
    return _suspend(found) if version.suspended else found


def name_switched(text: str, off: Iterable[str]) -> str:
    """The name of a version, as a setup has it, with these off and all others on.

    >>> name_switched("ca:whole_border_2018-without-scope+suspended", ["exceptions"])
    'ca:whole_border_2018-without-exceptions+suspended'
    """
    country, base = _country(text.strip(), "")
    end = SUSPENDED if base.endswith(SUSPENDED) else ""
    head = split_name(base.removesuffix(SUSPENDED))[0]
    return f"{country}{':' if country else ''}{name_without(head, off)}{end}"


def amended_texts(standing: dict[str, Text], proposal: Proposal) -> dict[str, Text]:
    """The texts of the base with every clause of a proposal."""
    texts = dict(standing)
    for amendment in proposal.amends:
        old, new = texts.pop(amendment.target, None), amendment.text
        if new is not None:
            texts[amendment.target] = replace(new, start=old.start, until=old.until) if old else new
    return texts


def _from_file(name: str, country: str, off: tuple[str, ...]) -> Version:
    law_, proposal = read_law_file(Path(name))
    return amended(law_, proposal, country, off)


def _suspend(version: Version) -> Version:
    """The version while a suspension notice runs: what it suspends does not operate."""
    texts = dict(version.texts)
    for provision in version.law.provisions.values():
        if not provision.suspends or provision.country != version.country:
            continue
        standing = next((t for t in provision.texts if t.in_force(version.moment)), None)
        if standing is None:
            continue
        for name in list(texts):
            silent = any(_within(name, section) for section in provision.suspends)
            if (
                silent and version.law.provisions[name].kind != "term"
            ):  # a term only says what words mean
                del texts[name]
        texts[provision.id] = standing
    name = f"{version.name}{SUSPENDED}"
    return replace(version, name=name, texts=texts, suspended=True, kept={})


def _within(name: str, section: str) -> bool:
    """Whether a provision belongs to a section: ``159.4(1)(a)`` to ``159.4``, but not to ``159``."""
    return name == section or name.startswith((f"{section}(", f"{section}#"))


__all__ = [
    "OWN",
    "SUSPENDED",
    "Version",
    "VersionError",
    "amended",
    "find_version",
    "is_own",
    "name_switched",
    "own_day",
    "own_version",
    "switched",
]
