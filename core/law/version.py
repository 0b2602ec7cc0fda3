"""A version of the law: a cut through its timeline, perhaps amended by a proposal, perhaps suspended.

>>> version = find_version("2018-05-01")
>>> version.name, version.asked, version.day.isoformat()
('ca:2018-05-01', 'as_if', '2018-05-01')
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from core.case.catalogue import catalogue
from core.law.cut import reading_day, reading_moment
from core.law.load import law, with_proposal
from core.law.provisions import Assumption, Law, NotExamined, Proposal, Provision, Text
from core.law.shape import LawError

SUSPENDED = "+suspended"
OWN = "own"
"""The base of a version that picks every provision by the case's own dates."""


class VersionError(ValueError):
    """A version that cannot be read; the message is a sentence for the user."""


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

    @property
    def assumes(self) -> dict[str, Assumption]:
        """The points that the proposal of this version left open; none without a proposal."""
        return self.proposal.assumes if self.proposal else {}

    @property
    def not_examined(self) -> tuple[NotExamined, ...]:
        """What the program does not look at under this version."""
        return tuple(n for n in self.law.not_examined if n.concerns(self.country, self.moment))


def find_version(text: str, into: str | None = None, of: Law | None = None) -> Version:
    """The version named ``[ca:|us:]BASE[+suspended]`` for a case going ``into`` a country.

    ``of`` is a law other than the program's own.

    Raises VersionError for a name that means nothing.
    """
    into = into or catalogue().opening["into"]
    return _find(text.strip(), into) if of is None else _made(text.strip(), into, of)


@lru_cache(maxsize=64)
def _find(text: str, into: str) -> Version:
    return _made(text, into, law())


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
    if base in proposals:
        return _amended(of, proposals[base], country)
    if base.endswith((".yaml", ".yml")):
        return _from_file(base, country)
    if base.partition("@")[0] == OWN:
        raise VersionError(f"{text}: the case's own law needs a case; state the day of its claim")
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


def _amended(law_: Law, proposal: Proposal, country: str) -> Version:
    """The base of a proposal with its amendments; elsewhere it equals its base."""
    base = _cut(law_, proposal.base, country)
    texts = dict(base.texts)
    if country == proposal.country:
        for amendment in proposal.amends:
            if amendment.text is None:
                texts.pop(amendment.target, None)
                continue
            standing = texts[amendment.target]
            texts[amendment.target] = replace(
                amendment.text, start=standing.start, until=standing.until
            )
    name = f"{country}:{proposal.id}"
    return replace(base, name=name, texts=texts, proposal=proposal, kept={})


def _from_file(name: str, country: str) -> Version:
    from core.files.textfile import read_text
    from core.files.yamlfile import YamlError, parse_yaml

    path = Path(name)
    try:
        document = parse_yaml(read_text(path), path.name)
        law_, proposal = with_proposal(law(), document, catalogue())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text file"
        raise VersionError(f"{path.name}: {reason}") from None
    except (YamlError, LawError) as error:
        raise VersionError(str(error)) from None
    return _amended(law_, proposal, country)


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
