"""What "why not" says of a case is what a search finds: what keeps an exception shut, and what opens it.

`THRESHOLD_WHYNOT_CASES` sets how many partial cases are drawn.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from core.decision.model import Decision
from core.decision.situation import Situation
from core.decision.waits import waits
from core.explore.hanging import Hanging
from core.explore.whynot import (
    FAILS,
    MET,
    NOT_REACHED,
    UNDECIDED,
    Status,
    Statuses,
)
from core.logic.explain import walk_why
from core.logic.truth import FALSE, TRUE, UNKNOWN, Truth
from tests.explore.whynot.trying import (
    Drawn,
    answers,
    drawn,
    edits_anywhere,
    read,
    truth_of,
    turned_ways,
)

CASES = int(os.environ.get("THRESHOLD_WHYNOT_CASES", "60"))
CHUNK = 100
CHUNKS = range(max(CASES // CHUNK, 1))
EDITS = 25
WAYS = 2000
SETTLED = 400


def statuses(decision: Decision) -> Iterator[Status]:
    """How every row of a decision stands."""
    of = Statuses(decision).of
    yield from (of(verdict) for verdict in decision.verdicts.values())


def cases(seed: str, chunk: int) -> Iterator[Drawn]:
    """This chunk's cases."""
    return drawn(f"{seed} {chunk}", min(CASES, CHUNK))


@pytest.mark.parametrize("chunk", CHUNKS)
def test_a_status_says_what_the_verdict_says(chunk: int) -> None:
    found: Counter[str] = Counter()
    for one in cases("status", chunk):
        decision = one.decision()
        for status in statuses(decision):
            verdict = status.verdict
            assert verdict is not None
            truth = truth_of(one.seen(), verdict)
            expected = {TRUE: MET, UNKNOWN: UNDECIDED, FALSE: FAILS}[truth]
            if verdict.reached == FALSE and not verdict.provision.parts:
                expected = NOT_REACHED
            assert status.state == expected, (verdict.provision.id, str(one))
            stands = status.state in (FAILS, NOT_REACHED)
            assert bool(status.blocked.reasons) is stands, (verdict.provision.id, str(one))
            assert status.state == UNDECIDED or not status.needs, (verdict.provision.id, str(one))
            found[status.state] += 1
    assert min(found[state] for state in (MET, FAILS, UNDECIDED, NOT_REACHED)) > 0


@pytest.mark.parametrize("chunk", CHUNKS)
def test_while_no_named_fact_changes_nothing_else_opens_what_is_shut(chunk: int) -> None:
    tried = 0
    for one in cases("shut", chunk):
        shut = [s for s in statuses(one.decision()) if s.state in (FAILS, NOT_REACHED)]
        before = one.seen()
        for facts in edits_anywhere(one, EDITS):
            after = one.seen(facts)
            for status in shut:
                names = [n for n in (*status.blocked.paths, *status.blocked.others) if ":" not in n]
                if any(read(before, name) != read(after, name) for name in names):
                    continue
                assert status.verdict is not None
                truth = truth_of(after, status.verdict)
                assert truth == FALSE, (status.verdict.provision.id, names, facts, str(one))
                tried += 1
    assert tried > min(CASES, CHUNK) * EDITS


def _told_fact(status: Status) -> bool:
    """Whether facts alone could turn it: nothing that is told is the law's or a choice's."""
    return all(reason.paths for reason in status.blocked.reasons)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_facts_that_are_told_are_enough_to_open_what_is_shut(chunk: int) -> None:
    found: Counter[str] = Counter()
    for one in cases("opened", chunk):
        shut = [s for s in statuses(one.decision()) if s.state in (FAILS, NOT_REACHED)]
        for status in one.rng.sample(shut, min(len(shut), 2)):
            if not _told_fact(status):
                continue
            best = _best(one, status)
            assert status.verdict is not None
            message = (status.verdict.provision.id, status.blocked.paths, str(one))
            assert best != FALSE or _stands_twice(one, status), message
            found[{TRUE: "met", UNKNOWN: "open", FALSE: "stuck"}[best]] += 1
    assert found["met"] > 0.75 * found.total(), found
    assert found["stuck"] <= 0.05 * found.total(), found


def _best(one: Drawn, status: Status) -> Truth:
    """The best that comes of changing the facts that are told, and nothing else."""
    best = FALSE
    for facts in turned_ways(one.facts, status.blocked.paths, one.rng, WAYS):
        best = max(best, _now(one.seen(facts), status))
        if best == TRUE:
            break
    return best


def _now(seen: Situation, status: Status) -> Truth:
    """Of what is not reached, whether it is; of the rest, whether its own elements hold."""
    verdict = status.verdict
    assert verdict is not None
    if status.state == NOT_REACHED or verdict.provision.parts:
        return seen.reached(verdict.provision.id)
    return seen.provision(verdict.provision.id)


def _stands_twice(one: Drawn, status: Status) -> bool:
    """Whether a fact that is told stands in another point too, which its change may turn against it."""
    hangs, verdict = Hanging(one.seen()), status.verdict
    assert verdict is not None
    gate = status.state == NOT_REACHED or verdict.provision.parts
    points = walk_why(verdict.why_gate if gate else verdict.why)
    reading = Counter(path for point in points for path in hangs(point))
    return any(reading[path] > 1 for path in status.blocked.paths)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_each_fact_that_is_needed_can_make_the_difference(chunk: int) -> None:
    needed, idle = 0, []
    for one in cases("needed", chunk):
        undecided = [s for s in statuses(one.decision()) if s.state == UNDECIDED]
        for status in one.rng.sample(undecided, min(len(undecided), 3)):
            needed += len(status.needs)
            for name in status.needs:
                if not makes_a_difference(one, status, name):
                    assert status.verdict is not None
                    idle.append((status.verdict.provision.id, name, status.needs, str(one)))
    # A search may miss one; and the first date of a list counts as unknown while another is, though that
    # one could only move it back.
    assert len(idle) <= 2 + needed / 100, (len(idle), needed, idle[:3])


@pytest.mark.parametrize("chunk", CHUNKS)
def test_what_nothing_can_settle_comes_out_one_way_in_every_completion(chunk: int) -> None:
    for one in cases("needless", chunk):
        decision = one.decision()
        for status in statuses(decision):
            if status.state != UNDECIDED or status.needs:
                continue
            verdict = status.verdict
            assert verdict is not None
            open_ = [n for w in (verdict.why_gate, verdict.why) for n in waits(w, one.seen())]
            truths = {
                truth_of(one.seen(*answered), verdict)
                for answered in answers(
                    one, one.facts, one.setup, tuple(dict.fromkeys(open_)), EDITS
                )
            }
            assert not {TRUE, FALSE} <= truths, (verdict.provision.id, str(one))


def makes_a_difference(one: Drawn, status: Status, name: str) -> bool:
    """Whether some way of settling all else that is needed leaves it to this alone."""
    verdict = status.verdict
    assert verdict is not None
    rest = tuple(other for other in status.needs if other != name)
    for facts, setup in answers(one, one.facts, one.setup, rest, SETTLED):
        truths = {
            truth_of(one.seen(*answered), verdict)
            for answered in answers(one, facts, setup, (name,), None)
        }
        if (
            len(truths) > 1
        ):  # also where an answer asks for more, as one more claim asks for its day
            return True
    return False
