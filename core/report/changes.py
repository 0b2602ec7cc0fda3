"""What a proposal changes, as a list: before anything else is said of it.

>>> from core.law.version import find_version
>>> [(c.name, c.did) for c in changes_of(find_version("whole_border_2018"), {}, "en")][:4]
[('scope', 'reads otherwise'), ('exceptions', 'counts otherwise'), \
('prior_refusal', 'reads otherwise'), ('assume:time_limit', 'assumed')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.law.provisions import Amendment, Assumption, Proposal
from core.law.switch import ASSUME
from core.law.version import Version, switched
from core.words import say


@dataclass(frozen=True)
class Change:
    """One clause or assumption of a proposal in words.

    ``before`` and ``after`` are the gists of the base and of the proposal; of an assumption ``after`` is
    what is assumed and ``before`` what was said of it. Each is empty where there is none.
    """

    name: str
    verb: str
    did: str
    title: str
    cite: str
    before: str
    after: str
    on: bool


def changes_of(version: Version, chosen: Mapping[str, str], lang: str) -> tuple[Change, ...]:
    """Everything that the proposal of a version changes, also what is switched off there.

    ``chosen`` has the positions that were taken on its assumptions; nothing for a version without one.
    """
    proposal = version.whole
    if proposal is None:
        return ()
    base = switched(version, [a.clause for a in proposal.amends])
    amended = (_amendment(a, base, a.clause not in version.off, lang) for a in proposal.amends)
    assumed = _assumptions(proposal, version.off, chosen, lang)
    return (*amended, *assumed)


def _amendment(amendment: Amendment, base: Version, on: bool, lang: str) -> Change:
    provision, old = base.law.provisions[amendment.target], base.texts.get(amendment.target)
    new = amendment.text
    return Change(
        name=amendment.clause,
        verb=amendment.verb,
        did=verb_words(amendment.verb, lang),
        title=amendment.title[lang],
        cite=provision.cite[lang],
        before=old.gist[lang] if old is not None else "",
        after=new.gist[lang] if new is not None else "",
        on=on,
    )


def _assumptions(
    proposal: Proposal, off: tuple[str, ...], chosen: Mapping[str, str], lang: str
) -> Iterator[Change]:
    for name, assumption in proposal.assumes.items():
        on = f"{ASSUME}{name}" not in off
        yield Change(
            name=f"{ASSUME}{name}",
            verb="assume",
            did=verb_words("assume", lang),
            title=assumption.question[lang],
            cite="",
            before=assumption.note[lang],
            after=assumed_words(assumption, chosen.get(name) if on else None, lang, on=on),
            on=on,
        )


def assumed_words(assumption: Assumption, chosen: str | None, lang: str, *, on: bool = True) -> str:
    """What is assumed: the words of a position, or that nothing is."""
    position = chosen or assumption.default if on else None
    if position not in assumption.positions:
        return say(lang, "left open")
    return assumption.positions[position][lang]


def verb_words(verb: str, lang: str) -> str:
    """What a clause does to a provision, in a word or two."""
    match verb:
        case "replace":
            return say(lang, "reads otherwise")
        case "gate_of":
            return say(lang, "counts otherwise")
        case "repeal":
            return say(lang, "repealed")
        case "insert":
            return say(lang, "inserted")
        case _:
            return say(lang, "assumed")
