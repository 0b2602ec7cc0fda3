"""A version of the law with an error in it, made from the version without it.

An error stands in one provision or in one proposal. Most versions read as before, and most others differ
in one text; so the law is cut anew only where a text comes to stand or no longer stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core.law.provisions import Law, Provision, Text
from core.law.version import OWN, Version


class Error:
    """What differs between the law and the law with an error: one provision, or one proposal."""

    def __init__(self, sound: Law, changed: Law) -> None:
        self._changed = changed
        self.provisions = [
            (provision, changed.provisions[name])
            for name, provision in sound.provisions.items()
            if changed.provisions[name] is not provision
        ]
        self._proposals = {
            name for name, found in sound.proposals.items() if changed.proposals[name] is not found
        }

    def in_version(self, sound: Version, again: Callable[[], Version]) -> Version | None:
        """The version with the error, or None where it reads as before.

        ``again`` cuts the law with the error anew; what it raises is passed on.
        """
        if self._proposals or len(self.provisions) != 1 or not _plain(self.provisions[0], sound):
            return self._cut(sound, again)
        before, after = self.provisions[0]
        if before.country != sound.country:
            return None
        old, new = standing(before, sound.moment), standing(after, sound.moment)
        if (old is None) != (new is None):
            return self._cut(sound, again)
        here = sound.texts.get(before.id)
        if (
            here is None or new is None
        ):  # silent while suspended, repealed by a proposal, or not yet
            return None
        text = new if here is old else here  # else a proposal wrote it
        if means_alike(here, text, own=sound.asked == OWN) and before.exempts == after.exempts:
            return None
        law = self._changed.under(sound.whole) if sound.whole is not None else self._changed
        texts = {**sound.texts, before.id: text}
        found = replace(sound, law=law, texts=texts, kept={})
        return None if reads_alike(found, sound) else found

    def _cut(self, sound: Version, again: Callable[[], Version]) -> Version | None:
        if self._proposals and (sound.proposal is None or sound.proposal.id not in self._proposals):
            return None
        found = again()
        return None if reads_alike(found, sound) else found


def _plain(change: tuple[Provision, Provision], version: Version) -> bool:
    """Whether a provision of a version is the one that stood at the version's moment."""
    before, after = change
    late = before.reaches_back and version.asked == OWN
    return not late and not before.suspends and before.suspends == after.suspends


def standing(provision: Provision, moment: datetime) -> Text | None:
    """The text of a provision that stands at a moment."""
    return next((text for text in provision.texts if text.in_force(moment)), None)


def reads_alike(one: Version, other: Version) -> bool:
    """Whether two versions have texts that say the same, and exempt from the same grounds by them."""
    if one.texts.keys() != other.texts.keys():
        return False
    own = one.asked == OWN
    pairs = ((text, other.texts[name]) for name, text in one.texts.items())
    return all(means_alike(a, b, own=own) for a, b in pairs) and _links(one) == _links(other)


def means_alike(one: Text, other: Text, *, own: bool) -> bool:
    """Whether two texts ask for the same; the transitional rule counts under the case's own law alone."""
    if one is other:
        return True
    same = one.when == other.when and one.gate == other.gate and one.limbs == other.limbs
    return same and (not own or one.applies == other.applies)


def _links(version: Version) -> dict[str, list[str]]:
    return {ground: [e.id for e in found] for ground, found in version.exemptions.items()}
