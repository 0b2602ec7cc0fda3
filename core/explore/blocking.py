"""What keeps a condition from coming out the other way: the facts that would have to change.

The reasons of a condition (:mod:`core.logic.explain`) are walked from the outside in, with the way that it
would have to come out. Where *all* of several points would have to turn, every one of them is named. Where
turning *one* would do, the way with the fewest facts in it is named in full (the relative who comes
nearest), and of each other way as little as keeps it shut. So two things hold, and the tests try them:
as long as no named fact changes, whatever else is changed or found out, the condition stays as it is; and
the facts that are told are enough to turn it, if any facts are.

>>> point = Why(Not(All(())), FALSE, (Why(All(()), TRUE),))
>>> [reason.wanted for reason in blocking(point, lambda why: ()).reasons]
[False]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from core.logic.explain import Why
from core.logic.tree import All, Any, Choose, Chosen, Limb, Not, Provision, Some, Term
from core.logic.truth import FALSE, TRUE, of_bool

Hangs = Callable[[Why], tuple[str, ...]]
"""The facts on which a point hangs: :class:`core.explore.hanging.Hanging`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A point that stands the wrong way.

    ``paths`` are the facts it hangs on; none where the law or a choice speaks, which no fact can turn.
    ``wanted`` says which way it would have to come out. ``within`` is the outermost term or limb that it
    keeps from holding, ``through`` the outermost provision through which the condition looks at it.
    ``instead`` are other points of the same facts, each of which would do as well. With ``also`` it does
    not stand in the nearest way, but keeps another way shut.
    """

    why: Why
    paths: tuple[str, ...]
    wanted: bool
    within: str = ""
    through: str = ""
    instead: tuple[Why, ...] = ()
    also: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its facts, or the choice that speaks: ``reading:ID``, ``assume:NAME``."""
        node = self.why.node
        if isinstance(node, Chosen | Choose):
            return (f"{node.kind}:{node.id}",)
        return self.paths


@dataclass(frozen=True, slots=True)
class Nearest:
    """Of the ``of`` members of the list at ``path``, the one that comes nearest."""

    path: str
    member: str
    of: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """What keeps a condition as it is.

    ``reasons`` are told. ``others`` name what keeps the rest from turning it: the other members of a list
    and the other provisions that would do; ``list[+]`` where one more member could; ``reading:ID`` or
    ``assume:NAME`` where a choice shuts a way.
    """

    reasons: tuple[Reason, ...] = ()
    others: tuple[str, ...] = ()
    nearest: tuple[Nearest, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The facts of the reasons, each once."""
        return _once(path for reason in self.reasons for path in reason.paths)


@dataclass(frozen=True, slots=True)
class _Where:
    """Which way a node would have to come out, and inside what it stands."""

    wanted: bool
    within: str = ""
    through: str = ""


def blocking(why: Why, hangs: Hangs) -> Blocked:
    """What keeps ``why``, which is false, from being true; nothing if it is not false."""
    if why.truth != FALSE:
        return Blocked()
    found = _Walk(hangs).whole(why, _Where(True))[0]
    return replace(found, reasons=_needed(found.reasons))


_Way = tuple[Blocked, int, int]
"""What keeps a node as it is; on the nearest way, how many points no fact can turn, and how many must."""


class _Walk:
    """From the outside in, through what stands the wrong way."""

    def __init__(self, hangs: Hangs) -> None:
        self._hangs = hangs

    def whole(self, why: Why, at: _Where) -> _Way:
        """Everything that must turn for ``why`` to turn the nearest way; the other ways shut."""
        at = _enter(why, at)
        parts = _parts(why, at.wanted)
        if not parts:
            reason = self._reason(why, at)
            return Blocked((reason,)), int(not reason.paths), 1
        ways = [self.whole(part, at) for part in parts]
        if not _one_is_enough(why, at.wanted):
            every = [blocked for blocked, _, _ in ways]
            return _joined(every), sum(way[1] for way in ways), sum(way[2] for way in ways)
        chosen = min(range(len(ways)), key=lambda n: (ways[n][1:], -_progress(parts[n]), n))
        best, fixed, turns = ways[chosen]
        return self._shut_rest(why, at, parts, chosen, best), fixed, turns

    def _shut_rest(
        self, why: Why, at: _Where, parts: tuple[Why, ...], chosen: int, best: Blocked
    ) -> Blocked:
        """The way chosen, with what keeps the others shut: told, or named beside it."""
        told, named, nearest = list(best.reasons), list(best.others), best.nearest
        if len(told) == 1:
            told[0] = replace(told[0], instead=self._instead(told[0], parts, chosen))
        if isinstance(why.node, Some):
            named += self._hangs(why)
            if len(parts) > 1:
                member = str(parts[chosen].member)
                nearest = (Nearest(why.reads[0].path, member, len(parts)), *nearest)
        for part in (*parts[:chosen], *parts[chosen + 1 :]):
            shut = self.least(part, at, _held(told) | set(named))
            if isinstance(why.node, Some) or isinstance(part.node, Provision):
                named += (name for reason in shut for name in reason.names)
            else:
                told += (replace(reason, also=True) for reason in shut if reason.paths)
                named += (name for reason in shut if not reason.paths for name in reason.names)
        return Blocked(tuple(dict.fromkeys(told)), _once(named), nearest)

    def _instead(self, told: Reason, parts: tuple[Why, ...], chosen: int) -> tuple[Why, ...]:
        """The other points on the facts of the one that is told, where points are what there is."""
        if parts[chosen] is not told.why:
            return told.instead
        others = (*parts[:chosen], *parts[chosen + 1 :])
        return tuple(p for p in others if not p.parts and self._hangs(p) == told.paths != ())

    def least(self, why: Why, at: _Where, held: set[str]) -> tuple[Reason, ...]:
        """As few reasons as keep ``why`` from turning, beside facts that are held already."""
        at = _enter(why, at)
        parts = _parts(why, at.wanted)
        if not parts:
            reason = self._reason(why, at)
            return () if reason.paths and held.issuperset(reason.paths) else (reason,)
        if not _one_is_enough(why, at.wanted):
            return min((self.least(part, at, held) for part in parts), key=_facts)
        found: list[Reason] = []
        if isinstance(why.node, Some) and not held.issuperset(self._hangs(why)):
            found.append(self._reason(why, at))
        for part in parts:
            found += self.least(part, at, held | _held(found))
        return tuple(found)

    def _reason(self, why: Why, at: _Where) -> Reason:
        return Reason(why, self._hangs(why), at.wanted, at.within, at.through)


def _enter(why: Why, at: _Where) -> _Where:
    """Where what stands inside ``why`` stands."""
    match why.node:
        case Not():
            return replace(at, wanted=not at.wanted)
        case Limb(id=name) | Term(id=name) if at.wanted and not at.within:
            return replace(at, within=name)
        case Provision(id=name) if not at.through:
            return _Where(at.wanted, "", name)
        case _:
            return at


def _parts(why: Why, wanted: bool) -> tuple[Why, ...]:
    """The parts that stand the wrong way; none of a point, or of a list of mere words."""
    if isinstance(why.node, Some) and not all(hasattr(m, "path") for m in _members(why)):
        return ()
    return tuple(part for part in why.parts if part.truth == of_bool(not wanted))


def _members(why: Why) -> Iterable[object]:
    listed = why.reads[0].value
    return listed.members if listed is not None else ()


def _one_is_enough(why: Why, wanted: bool) -> bool:
    """Whether one part that turns is enough to turn the whole."""
    match why.node:
        case All():
            return not wanted
        case Any() | Some():
            return wanted
        case _:
            return True


def _progress(why: Why) -> int:
    """How many conditions hold before the first that does not."""
    truths = [part.truth for part in why.parts] if isinstance(why.node, All) else []
    return next((n for n, truth in enumerate(truths) if truth != TRUE), len(truths))


def _facts(reasons: tuple[Reason, ...]) -> int:
    return sum(1 for reason in reasons if reason.paths)


def _held(reasons: Iterable[Reason]) -> set[str]:
    return {path for reason in reasons for path in reason.paths}


def _needed(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons without those that keep a way shut which the others keep shut already."""
    held = _held(reason for reason in reasons if not reason.also)
    found = []
    for reason in reasons:
        if not reason.also or not held.issuperset(reason.paths):
            found.append(reason)
            held |= set(reason.paths)
    return tuple(found)


def _joined(every: list[Blocked]) -> Blocked:
    return Blocked(
        tuple(dict.fromkeys(reason for blocked in every for reason in blocked.reasons)),
        _once(name for blocked in every for name in blocked.others),
        tuple(near for blocked in every for near in blocked.nearest),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
