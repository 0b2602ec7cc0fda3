"""The timeline says of every day what a decision under the law of that day says.

`THRESHOLD_EXPLORE` draws so many times as many cases; with 18, more than 20,000 stretches are asked.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.case.case import Case
from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare
from core.decision.decide import decide
from core.explore.everyversion import turning_days
from core.explore.lawdays import Point, turns
from core.explore.pins import journey_days, moved_base, moved_pin, pins
from core.explore.steps import finish
from core.explore.timeline import History, Track, history, search_history
from core.law.load import law
from core.law.provisions import Text
from core.law.version import find_version
from tests.decision.forgetting import partial
from tests.explore.laws import LONGER
from tests.oracle.draw_south import draw_setup as southern_setup
from tests.oracle.draw_south import draw_southbound
from tests.oracle.draw_whole import draw_northbound, draw_setup
from tests.robustness.drawing import draw_case

DAY = timedelta(days=1)
COUNTRIES = ("ca", "us")
CHUNKS = [(kind, n) for kind in ("north", "south", "wild") for n in range(LONGER)]
DRAWN = 20
"""Cases in a chunk."""
OTHER_DAYS = 4
"""Days asked of each drawn case beside those around its stretches."""


def other(country: str) -> str:
    return next(c for c in COUNTRIES if c != country)


def decided(case: Case, track: Track, base: str, setup: Setup) -> tuple[object, ...]:
    found = decide(case, find_version(f"{track.country}:{base}"), setup)
    return found.outcome, found.how, found.possible


def told(track: Track, base: str) -> tuple[object, ...]:
    return tuple(track.at(base).comes_to)


def unlike(case: Case, track: Track, bases: set[str], setup: Setup) -> list[str]:
    return [
        f"{track.country}:{base}: {told(track, base)} but {found}\n{case.data}"
        for base in sorted(bases)
        if (found := decided(case, track, base, setup)) != told(track, base)
    ]


def around(days: list[date], first: date) -> set[str]:
    return {
        (day + step * DAY).isoformat()
        for day in days
        for step in (-1, 0, 1)
        if day + step * DAY >= first
    }


@pytest.mark.parametrize("name", library().ids())
def test_the_days_around_every_instrument_are_told_as_they_are_decided(name: str) -> None:
    file = library().load(name)
    into = file.case.get("journey.into")
    track = history(file.case, file.setup, into).tracks[0]
    days = turning_days(law(), into)
    assert unlike(file.case, track, around(days, days[0]), file.setup) == []


@pytest.mark.parametrize("name", library().ids()[:: 1 if LONGER > 1 else 12])
def test_so_they_are_under_the_law_of_the_other_country(name: str) -> None:
    file = library().load(name)
    there = other(file.case.get("journey.into"))
    track = history(file.case, file.setup, there).tracks[0]
    days = turning_days(law(), there)
    assert track.turned
    assert unlike(file.case, track, around(days, days[0]), file.setup) == []


def drawn(kind: str, chunk: int) -> Iterator[tuple[Case, Setup, str]]:
    rng = random.Random(f"{kind} {chunk}")
    for _ in range(DRAWN):
        if kind == "wild":
            yield draw_case(rng), Setup(), rng.choice(COUNTRIES)
        elif kind == "north":
            case = partial(draw_northbound(rng), rng, most=6)[1]
            readings, _ = draw_setup(rng)
            yield case, Setup(readings=readings), "ca" if rng.random() < 0.9 else "us"
        else:
            case = partial(draw_southbound(rng), rng, most=6)[1]
            yield case, Setup(readings=southern_setup(rng)), "us" if rng.random() < 0.8 else "ca"


@pytest.mark.parametrize(("kind", "chunk"), CHUNKS)
def test_each_stretch_of_a_drawn_partial_case_is_decided_so_from_its_first_day_to_its_last(
    kind: str, chunk: int
) -> None:
    rng = random.Random(f"days {kind} {chunk}")
    for case, setup, country in drawn(kind, chunk):
        found = history(case, setup, country)
        track = found.tracks[0]
        asked = {stretch.base for stretch in track.stretches}
        asked |= {day for day in last_days(track) if day not in asked}
        room = (found.ends - found.begins).days
        asked |= {(found.begins + rng.randrange(room) * DAY).isoformat() for _ in range(OTHER_DAYS)}
        assert unlike(case, track, asked, setup) == []


def last_days(track: Track) -> Iterator[str]:
    """The day before each stretch but the first."""
    for stretch in track.stretches[1:]:
        yield (stretch.at.day - DAY).isoformat()


def road() -> tuple[Case, Setup, History]:
    file = library().load("an-empty-road")
    return file.case, file.setup, history(file.case, file.setup)


def test_each_state_of_the_law_stands_there_once_with_its_instruments() -> None:
    track = road()[2].tracks[0]
    states = [(state.base, state.instruments) for state in track.states]
    assert states == [(turn.base, turn.instruments) for turn in turns("ca")]
    assert all(instruments for _, instruments in states)
    assert len({base for base, _ in states}) == len(states)


def test_an_instrument_is_named_where_its_text_begins() -> None:
    protocol = road()[2].tracks[0].at("2023-03-25")
    assert protocol.base == "2023-03-25T00:01-04:00"
    assert [by["fr"] for by in protocol.instruments] == [
        "DORS/2023-58 (Protocole additionnel de 2022)"
    ]


def test_the_minute_at_which_a_text_begins_parts_two_stretches_of_one_day() -> None:
    track = road()[2].tracks[0]
    assert track.at("2023-03-25T00:00-04:00").outcome == "heard"
    assert track.at("2023-03-25T00:01-04:00").outcome == "returned"
    assert track.at("2023-03-24").outcome == "heard"


def test_neighbours_that_come_to_the_same_are_one_run_and_no_others_are() -> None:
    track = road()[2].tracks[0]
    for begin, end in track.runs:
        assert len({stretch.comes_to for stretch in track.stretches[begin:end]}) == 1
        if end < len(track.stretches):
            assert track.stretches[end].comes_to != track.stretches[end - 1].comes_to
    assert track.runs[0][0] == 0 and track.runs[-1][1] == len(track.stretches)
    outcomes = [track.stretches[begin].outcome for begin, _ in track.runs]
    assert outcomes == ["heard", "returned", "heard", "returned"]


def test_a_list_that_changes_within_a_state_begins_a_stretch_without_an_instrument() -> None:
    """The stay of removals of some countries was lifted while the law read the same."""
    between = [
        (name, stretch)
        for name in library().ids()
        for track in history(library().load(name).case, library().load(name).setup).tracks
        for stretch in track.stretches
        if not stretch.turn
    ]
    assert between
    assert all(stretch.instruments == () for _, stretch in between)


def test_the_other_country_has_a_track_where_its_law_decides_a_column() -> None:
    case, setup, found = road()
    assert [track.country for track in found.tracks] == ["ca"]
    across = history(case, setup.with_version("right", "us:2023-04-01"))
    assert [(t.country, t.turned) for t in across.tracks] == [("ca", False), ("us", True)]
    assert across.begins == found.begins


def test_the_axis_ends_with_the_year_of_the_last_turn() -> None:
    found = road()[2]
    assert found.ends == date(turning_days(law(), "ca")[-1].year + 1, 1, 1)
    assert found.begins == turning_days(law(), "ca")[0]


def test_an_open_reading_counts_on_the_timeline() -> None:
    file = library().load("the-port-was-closed")
    positions = [
        history(file.case, file.setup.with_choice("reading", name, position)).tracks[0].stretches
        for name, reading in law().readings.items()
        for position in reading.positions
    ]
    assert len({tuple(s.comes_to for s in found) for found in positions}) > 1


def test_a_search_that_is_left_and_taken_up_again_finds_the_same() -> None:
    case, setup, found = road()
    search = search_history(case, setup)
    steps = [next(search) for _ in range(3)]
    assert [step.done for step in steps] == [1, 2, 3]
    assert finish(search) == found


def test_the_next_state_stands_at_its_first_day_and_the_ends_hold() -> None:
    track = road()[2].tracks[0]
    assert track.next_state("2018-05-01", 1) == "2019-06-21"
    assert track.next_state("2018-05-01", -1) == "2012-12-15"
    assert track.next_state("2023-03-24", 1) == "2023-03-25T00:01-04:00"
    assert track.next_state("2002-07-01", -1) == track.states[0].base
    assert track.next_state("2090-01-01", 1) == track.states[-1].base


def test_pins_stand_at_their_day_a_proposal_at_its_base_the_own_law_at_the_claim() -> None:
    case, setup, _ = road()
    left, right = pins(compare(case, setup))
    assert (left.side, left.base, left.kind) == ("left", "2018-05-01", "dated")
    assert (right.base, right.kind) == (law().proposals["whole_border_2018"].base, "proposal")
    own = pins(compare(case, setup.with_version("left", "own")))[0]
    assert (own.base, own.kind) == ("2017-08-14", "own")


def test_a_moved_pin_keeps_its_country_and_its_suspension() -> None:
    case, setup, _ = road()
    setup = setup.with_version("left", "us:2018-05-01").with_version(
        "right", "2018-05-01+suspended"
    )
    left, right = pins(compare(case, setup))
    assert moved_pin(left, "2023-04-01", case) == "us:2023-04-01"
    assert moved_pin(right, "2023-04-01", case) == "2023-04-01+suspended"
    assert moved_base("2023-03-25T00:01-04:00", -1) == "2023-03-24"
    assert moved_base("9999-12-31", 1) == "9999-12-31"


def test_the_days_of_the_journey_say_where_moving_them_states_a_day() -> None:
    case, setup, _ = road()
    assert [(d.of, d.path) for d in journey_days(case, setup)] == [
        ("entry.date", "entries[roxham].date"),
        ("claim.date", "claim.date"),
    ]
    derived = case.replace("claim.date", None).replace("claim.through_portal", False)
    derived = derived.replace("claim.in_person", "2017-08-16")
    assert [d.path for d in journey_days(derived, setup)][1] == "claim.in_person"
    assert journey_days(Case.empty("ca")) == ()


def test_a_version_of_a_day_is_read_at_noon() -> None:
    assert Point.begin("2020-03-21") < Point.read("2020-03-21") < Point.begin("2020-03-22")


def later(text: Text, turn: str, moment: str) -> Text:
    """A text that begins, or ends, at ``moment`` where it did so at ``turn``."""
    return replace(
        text,
        start=moment if text.start == turn else text.start,
        until=moment if text.until == turn else text.until,
    )


def test_the_hours_before_a_text_begins_are_the_old_law_read_on_the_new_day() -> None:
    """A list changes at midnight, a text of the law in the morning of the same day."""
    file = library().load("the-list-moves")
    track = history(file.case, file.setup).tracks[0]
    listed = next(stretch.base for stretch in track.stretches if not stretch.turn)
    turn = next(state.base for state in track.states if state.at.day > date.fromisoformat(listed))
    morning = f"{listed}T08:00-05:00"
    moved = {
        name: replace(p, texts=tuple(later(text, turn, morning) for text in p.texts))
        for name, p in law().provisions.items()
    }
    amended = replace(law(), provisions=moved)
    found = history(file.case, file.setup, of=amended).tracks[0]
    assert morning in {state.base for state in found.states}
    for base in (f"{listed}T00:00-05:00", f"{listed}T07:59-05:00", morning, listed):
        version = find_version(base, track.country, of=amended)
        decision = decide(file.case, version, file.setup)
        assert found.at(base).outcome == decision.outcome, base
    assert found.at(f"{listed}T07:59-05:00").outcome != found.at(moved_base(listed, -1)).outcome
