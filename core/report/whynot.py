"""Why not, in words: one sentence for each provision, put together from the words of the facts.

A sentence comes in pieces, so that a fact in it can lead to its question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from core.case.catalogue import catalogue
from core.case.facts import pattern
from core.decision.model import Decision
from core.explore.atoms import OPPOSITE
from core.explore.blocking import Reason
from core.explore.whynot import FAILS, MET, NOT_REACHED, UNDECIDED, Status, WhyNot
from core.logic.explain import Why
from core.logic.tree import Compare, Granted
from core.logic.truth import TRUE, to_bool
from core.report.facts import join, lower, owner_and_label
from core.report.leaves import Phrase, clauses, expected_words
from core.report.reasons import Teller, because
from core.report.waiting import waiting_words
from core.words import many, say

MOST = 4
"""So many points are told in one sentence."""
BORN = "birth_date"


@dataclass(frozen=True)
class Piece:
    """A few words of a sentence; ``path`` is the fact to whose question they lead, if to any."""

    text: str
    path: str = ""


@dataclass(frozen=True)
class Sentence:
    """The words of a status: a ``lead`` that says how it stands, and the pieces of why."""

    lead: str
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.lead + "".join(piece.text for piece in self.pieces)


def state_words(state: str, lang: str) -> str:
    """How a provision stands, in a word or two."""
    words = {
        MET: say(lang, "Met"),
        FAILS: say(lang, "Fails"),
        UNDECIDED: say(lang, "Undecided"),
        NOT_REACHED: say(lang, "Not reached"),
    }
    return words.get(state, "")


def sentence(status: Status, decision: Decision, lang: str) -> Sentence:
    """Why a provision stands as it does in a decision; nothing of one that is not in its version."""
    if status.verdict is None:
        return Sentence("")
    if status.state == MET:
        return Sentence(say(lang, "Met: "), (Piece(lower(because(status.verdict, lang))),))
    if status.state == UNDECIDED and not status.needs:
        return Sentence(say(lang, "Undecided, though no open answer can change it"))
    if status.state == UNDECIDED:
        return Sentence(say(lang, "Undecided, needs: "), tuple(_needs(status, decision, lang)))
    pieces = tuple(_Blocked(status, decision, lang).pieces())
    if status.state == NOT_REACHED:
        return Sentence(say(lang, "Not reached because: "), pieces)
    return Sentence(say(lang, "Fails because: "), pieces)


def _needs(status: Status, decision: Decision, lang: str) -> Iterator[Piece]:
    for number, name in enumerate(status.needs[:MOST]):
        words = waiting_words(decision, name, lang).rstrip("? \u00a0")
        named = ":" not in name and owner_and_label(decision.case, name, lang)[0]
        words = words if number or named else lower(words)
        yield from _after(number, Piece(words, "" if ":" in name else question_of(name)))
    yield from _rest(len(status.needs) - MOST, lang)


def question_of(path: str) -> str:
    """The fact at whose question a fact can be stated: an age on another day is found from the birth."""
    known = catalogue().get(pattern(path.removesuffix("[+]")))
    if known is None or not known.computed:
        return path
    return f"{path.rpartition('.')[0]}.{BORN}"


def _after(number: int, piece: Piece) -> Iterator[Piece]:
    if number:
        yield Piece("; ")
    yield piece


def _rest(more: int, lang: str) -> Iterator[Piece]:
    if more > 0:
        yield Piece("; " + many(lang, "and {n} more", "and {n} more", more))


class _Blocked:
    """What keeps a provision from being met or reached."""

    def __init__(self, status: Status, decision: Decision, lang: str) -> None:
        self._status = status
        self._decision = decision
        self._lang = lang
        self._teller = Teller(decision.case, decision.version, lang)

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the sentence, after its lead."""
        lang = self._lang
        told = [(reason, self._phrase(reason)) for reason in self._status.blocked.reasons]
        said = [(reason, phrase) for reason, phrase in told if phrase is not None]
        if not said:
            yield Piece(say(lang, "nothing in this version lets it count"))
            return
        said = list({phrase: (reason, phrase) for reason, phrase in reversed(said)}.values())[::-1]
        shown = said[:MOST]
        phrases = [phrase for _, phrase in shown]
        facts = clauses([replace(phrase, expected="") for phrase in phrases], lang)
        for number, texts in enumerate(zip(facts, clauses(phrases, lang), strict=True)):
            yield from self._clause(number, texts, shown)
        yield from _rest(len(said) - MOST, lang)
        for near in self._status.blocked.nearest[:1]:
            yield Piece(say(lang, " (the nearest of {n} listed)", n=near.of))

    def _clause(
        self, number: int, texts: tuple[str, str], shown: list[tuple[Reason, Phrase]]
    ) -> Iterator[Piece]:
        """A clause; what is looked at through another provision stands behind it, in brackets."""
        reason, owner = shown[number][0], shown[number][1].owner
        through = reason.through
        before = shown[number - 1][0].through if number else ""
        after = shown[number + 1][0].through if number + 1 < len(shown) else ""
        if number:
            yield Piece("; ")
        if through and through != before:
            yield Piece(f"{self._met(through)} (")
        path = question_of(reason.paths[0]) if reason.paths else ""
        fact, whole = texts
        yield Piece(fact if number or owner else lower(fact), path)
        if needed := whole.removeprefix(fact):
            yield Piece(needed)
        if through and through != after:
            yield Piece(")")

    def _met(self, name: str) -> str:
        """``IRPR 159.4(1.1): met``."""
        lang, verdict = self._lang, self._decision.verdicts.get(name)
        provision = self._decision.version.law.provisions[name]
        met = verdict is not None and verdict.met == TRUE
        state = say(lang, "met") if met else say(lang, "not met")
        return say(lang, "{label}: {value}", label=provision.cite[lang], value=state)

    def _phrase(self, reason: Reason) -> Phrase | None:
        needed = lower(self._teller.title(reason.within)) if reason.within else ""
        phrase = next(self._teller.tell(reason.why, needed), None)
        if phrase is None or not phrase.of_fact:
            return phrase
        return replace(phrase, expected=needed or self._expected(reason, phrase))

    def _expected(self, reason: Reason, phrase: Phrase) -> str:
        """What a point would have to be, and the others of the same fact that would do as well."""
        if isinstance(reason.why.node, Granted):
            return say(self._lang, "yes")
        if reason.wanted and not reason.instead:
            return phrase.expected
        points = (reason.why, *reason.instead)
        words = [self._other_way(why, reason.wanted) for why in points]
        found = list(dict.fromkeys(word for word in words if word))
        return join(found, say(self._lang, "or")) if found else phrase.expected

    def _other_way(self, why: Why, wanted: bool) -> str:
        node = why.node
        if not isinstance(node, Compare):
            return ""
        right = why.compared[1] if why.compared else None
        return expected_words(node if wanted else opposite(node), why.reads, self._lang, right)


def opposite(node: Compare) -> Compare:
    """The comparison that holds exactly where this one does not."""
    swapped = {**OPPOSITE, **{other: op for op, other in OPPOSITE.items()}}
    if node.op in ("<", "<=", ">", ">="):
        return replace(node, op=swapped[node.op])
    return replace(node, negated=not node.negated)


# --- for programs --------------------------------------------------------------------------------------
def row_data(row: WhyNot, left: Decision, right: Decision, lang: str) -> dict[str, Any]:
    """A row as ``whynot --json`` prints it."""
    return {
        "node": row.row.node,
        "depth": row.depth,
        "exception": row.exception,
        "change": row.row.change,
        "left": status_data(row.left, left, lang),
        "right": status_data(row.right, right, lang),
    }


def status_data(status: Status, decision: Decision, lang: str) -> dict[str, Any] | None:
    """How one provision stands in one version; None of one that is not in it."""
    verdict = status.verdict
    if verdict is None:
        return None
    return {
        "provision": verdict.provision.id,
        "kind": verdict.provision.kind,
        "cite": verdict.provision.cite[lang],
        "title": verdict.provision.title[lang],
        "state": status.state,
        "met": to_bool(verdict.met),
        "reached": to_bool(verdict.reached),
        "facts": list(status.blocked.paths),
        "others": list(status.blocked.others),
        "nearest": [
            {"list": near.path, "member": near.member, "of": near.of}
            for near in status.blocked.nearest
        ],
        "needs": list(status.needs),
        "because": sentence(status, decision, lang).text,
    }
