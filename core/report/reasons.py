"""Why a provision is met, not met or not known, in one sentence or as an indented list.

The sentence tells the first leaf that settles the matter; the list shows the whole tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.case.case import Case
from core.case.catalogue import catalogue
from core.decision.model import Verdict
from core.law.version import Version
from core.logic.explain import Why
from core.logic.tree import (
    All,
    Any,
    Choose,
    Chosen,
    Compare,
    Granted,
    Limb,
    Not,
    Provision,
    Some,
    Table,
    Term,
)
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth
from core.report.facts import (
    capital,
    fact_words,
    lower,
    member_words,
    owner_and_label,
    put,
)
from core.report.leaves import Phrase, joined, labelled, leaf_phrase
from core.words import say

MOST = 3
"""A sentence tells at most this many points, the last ones: they are the most particular."""


@dataclass(frozen=True)
class ReasonLine:
    """One line of a reasoning tree."""

    depth: int
    truth: Truth
    text: str


def because(verdict: Verdict, lang: str) -> str:
    """One sentence: why the provision is met, is not met, is not known, or is not reached."""
    teller = Teller(verdict.case, verdict.version, lang)
    if verdict.provision.parts:
        return teller.sentence(verdict.why_gate) or say(lang, "Nothing limits where.")
    if verdict.reached == FALSE:
        return say(lang, "Not reached: {why}", why=lower(teller.sentence(verdict.why_gate)))
    return teller.sentence(verdict.why) or say(lang, "Stands as long as the text is in force.")


def reason_lines(verdict: Verdict, lang: str) -> tuple[ReasonLine, ...]:
    """The whole reasoning of a provision, from the outside in; its gate first where it has one."""
    teller = Teller(verdict.case, verdict.version, lang)
    lines: list[ReasonLine] = []
    if verdict.text.gated or verdict.provision.of:
        lines.extend(teller.lines(verdict.why_gate, 0))
    if not verdict.provision.parts:
        lines.extend(teller.lines(verdict.why, 0))
    return tuple(lines)


class Teller:
    """Puts the reasons of one case under one version into words of one language."""

    def __init__(self, case: Case, version: Version, lang: str) -> None:
        self._case = case
        self._version = version
        self._lang = lang

    def sentence(self, why: Why) -> str:
        """What settles ``why``, as one sentence without a full stop."""
        phrases = _of_facts(list(dict.fromkeys(self.tell(why))))[-MOST:]
        return capital(joined(phrases, self._lang))

    def tell(self, why: Why, needed: str = "") -> Iterator[Phrase]:
        """The phrases that settle ``why``. ``needed`` is the name of the thing around it."""
        match why.node:
            case Compare():
                yield leaf_phrase(why, self._case, self._lang, needed)
            case All():
                yield from self._tell_group(why, needed, settles=FALSE)
            case Any():
                yield from self._tell_group(why, needed, settles=TRUE)
            case Not():
                inner = list(self.tell(why.parts[0]))
                if why.truth == FALSE:  # what holds within, and should not: its last point tells it
                    inner = _of_facts(inner)[-1:]
                for phrase in inner:
                    yield replace(phrase, expected=needed if why.truth == FALSE else "")
            case Some():
                yield from self._tell_some(why, needed)
            case Limb() | Term() | Provision():
                yield from self._tell_reference(why, needed)
            case _:
                yield from self._tell_choice(why, needed)

    def _tell_group(self, why: Why, needed: str, *, settles: Truth) -> Iterator[Phrase]:
        """One part is enough to settle a group one way; the other way all of them speak.

        Of each part that holds, the last point is told: the first ones lead up to it.
        """
        if why.truth in (settles, UNKNOWN):
            part = next((p for p in why.parts if p.truth == why.truth), None)
            if part is not None:
                yield from self.tell(part, needed)
            return
        for part in why.parts:
            said = list(self.tell(part, needed))
            yield from _of_facts(said)[-1:] if settles == FALSE else said

    def _tell_some(self, why: Why, needed: str) -> Iterator[Phrase]:
        read = why.reads[0]
        fact = catalogue().fact(read.path)
        if not why.parts:
            owner, label = owner_and_label(self._case, read.path, self._lang)
            value = put(fact, read.value, self._lang)
            yield Phrase(label, value, needed if why.truth == FALSE else "", owner)
            return
        best = max(why.parts, key=lambda part: (part.truth, _progress(part)))
        yield from self.tell(best, needed)

    def _tell_reference(self, why: Why, needed: str) -> Iterator[Phrase]:
        node = why.node
        assert isinstance(node, Limb | Term | Provision)
        title = self.title(node.id)
        if isinstance(node, Provision):
            state = say(self._lang, "met") if why.truth == TRUE else say(self._lang, "not met")
            if why.truth == UNKNOWN:
                state = say(self._lang, "not known")
            yield Phrase(self._cite(node.id), state, of_fact=False)
            return
        if not why.parts:
            state = say(self._lang, "not known" if why.truth == UNKNOWN else "not in this version")
            yield Phrase(title, state, of_fact=False)
            return
        yield from self.tell(why.parts[0], needed or (lower(title) if why.truth == FALSE else ""))

    def _tell_choice(self, why: Why, needed: str) -> Iterator[Phrase]:
        node = why.node
        match node:
            case Choose() if len(why.parts) == 1:
                yield from self.tell(why.parts[0], needed)
            case Choose(kind=kind, id=name) | Chosen(kind=kind, id=name):
                question = self.question(kind, name).rstrip("? \u00a0")
                yield Phrase(question, self._position(node, why.truth), of_fact=False)
            case Table() | Granted():
                read = why.reads[0]
                fact = catalogue().fact(read.path)
                owner, label = owner_and_label(self._case, read.path, self._lang)
                value = put(fact, read.value, self._lang)
                yield Phrase(label, value, needed if why.truth == FALSE else "", owner)

    def _position(self, node: Choose | Chosen, truth: Truth) -> str:
        if isinstance(node, Choose) or truth == UNKNOWN:
            return say(self._lang, "left open")
        choices = self._positions(node.kind, node.id)
        if truth == TRUE:
            return choices[node.position][self._lang]
        return say(self._lang, "not: {position}", position=choices[node.position][self._lang])

    # --- names ---------------------------------------------------------------------------------------
    def title(self, name: str) -> str:
        """The title of a provision, term or limb."""
        provision = self._version.law.provisions.get(name)
        if provision is not None:
            return provision.title[self._lang]
        owner, _, key = name.rpartition("#")
        text = self._version.texts.get(owner)
        limb = text.limbs.get(key) if text is not None else None
        return limb.title[self._lang] if limb is not None else name

    def _cite(self, name: str) -> str:
        provision = self._version.law.provisions.get(name)
        return provision.cite[self._lang] if provision is not None else name

    def question(self, kind: str, name: str) -> str:
        """The question of a reading or an assumption."""
        if kind == "reading":
            return self._version.law.readings[name].question[self._lang]
        found = self._version.assumes.get(name)
        return found.question[self._lang] if found is not None else name

    def _positions(self, kind: str, name: str) -> dict[str, dict[str, str]]:
        if kind == "reading":
            return dict(self._version.law.readings[name].positions)
        return dict(self._version.assumes[name].positions)

    # --- the whole tree ------------------------------------------------------------------------------
    def lines(self, why: Why, depth: int) -> Iterator[ReasonLine]:
        """The tree below ``why`` as indented lines."""
        for line in self._member_line(why, depth):
            yield line
            depth += 1
        match why.node:
            case All() | Any():
                if not why.parts:
                    return
                if len(why.parts) > 1:
                    yield ReasonLine(depth, why.truth, self._group(why))
                    depth += 1
                for part in why.parts:
                    yield from self.lines(replace(part), depth)
            case Not():
                yield ReasonLine(depth, why.truth, say(self._lang, "This must not hold"))
                yield from self.lines(why.parts[0], depth + 1)
            case Some():
                yield from self._some_lines(why, depth)
            case Limb() | Term() | Provision():
                yield ReasonLine(depth, why.truth, self.title(why.node.id))
                for part in why.parts:
                    yield from self.lines(part, depth + 1)
            case Compare():
                yield ReasonLine(depth, why.truth, self._leaf_line(why))
            case _:
                yield from self._choice_lines(why, depth)

    def _group(self, why: Why) -> str:
        if isinstance(why.node, All):
            return say(self._lang, "All of these must hold")
        return say(self._lang, "One of these is enough")

    def _member_line(self, why: Why, depth: int) -> Iterator[ReasonLine]:
        if why.member is None:
            return
        yield ReasonLine(depth, why.truth, capital(self._member(why)))

    def _member(self, why: Why) -> str:
        for below in _leaves(why):
            for read in below.reads:
                if f"[{why.member}]" in read.path:
                    owner = read.path.partition(f"[{why.member}]")[0]
                    return member_words(self._case, owner, str(why.member), self._lang)
        return str(why.member)

    def _leaf_line(self, why: Why) -> str:
        return capital(leaf_phrase(why, self._case, self._lang).text(self._lang))

    def _some_lines(self, why: Why, depth: int) -> Iterator[ReasonLine]:
        read = why.reads[0]
        fact = catalogue().fact(read.path)
        label = fact_words(self._case, read.path, self._lang)
        yield ReasonLine(
            depth, why.truth, labelled(label, put(fact, read.value, self._lang), self._lang)
        )
        for part in why.parts:
            yield from self.lines(part, depth + 1)

    def _choice_lines(self, why: Why, depth: int) -> Iterator[ReasonLine]:
        if isinstance(why.node, Choose):
            position = say(self._lang, "left open") if len(why.parts) > 1 else ""
            question = self.question(why.node.kind, why.node.id)
            if position:
                yield ReasonLine(depth, why.truth, f"{question} {capital(position)}")
            for part in why.parts:
                yield from self.lines(part, depth + 1 if position else depth)
            return
        for phrase in self.tell(why):
            yield ReasonLine(depth, why.truth, capital(phrase.text(self._lang)))


def _of_facts(phrases: list[Phrase]) -> list[Phrase]:
    """What the case itself says, or all of it where only choices and provisions speak."""
    return [phrase for phrase in phrases if phrase.of_fact] or phrases


def _progress(why: Why) -> int:
    """How many conditions of a member hold before the first that does not."""
    if not isinstance(why.node, All):
        return 0
    count = 0
    for part in why.parts:
        if part.truth != TRUE:
            break
        count += 1
    return count


def _leaves(why: Why) -> Iterator[Why]:
    if not why.parts:
        yield why
    for part in why.parts:
        yield from _leaves(part)
