"""The script of a session: every stop in order, with what the audience sees and what the trainer knows.

It follows the pack's plan. Each case is read, asked, voted on, talked over, voted on again and then revealed
in steps; items of the quiz before are asked and not revealed. A pack without a plan has its cases alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.report.papers.session import pair_of
from core.report.quiz import key_lines
from core.training.key import key_of
from core.training.marking import Answer, mark
from core.training.model import COLUMNS, Pack, Step
from core.training.question import NEED
from core.training.quiz import ColumnReveal
from core.training.room import item_order
from core.training.votes import Round
from core.training.work import Worked, work
from core.words import say
from gui.training.presenter import showing
from gui.training.presenter.slides import Slide


@dataclass(frozen=True)
class Stop:
    """One stop of the session.

    ``vote`` says that the room votes here, and in which round; ``spread`` that the counts of a round, and of
    the one before it, are shown.
    """

    id: str
    label: str
    slide: Slide
    step: int
    exercise: str | None = None
    vote: Round | None = None
    spread: tuple[Round, Round] | None = None


@dataclass(frozen=True)
class Aside:
    """What the trainer alone has for an exercise: its notes and its key, in paragraphs."""

    notes: tuple[tuple[str, str], ...]
    key: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Script:
    """All stops, and what goes with their exercises and steps."""

    stops: tuple[Stop, ...]
    asides: dict[str, Aside]
    steps: tuple[Step, ...]
    works: dict[str, Worked]

    def index(self, stop_id: str) -> int:
        """The place of a stop by its id; 0 where there is none such."""
        return next((n for n, stop in enumerate(self.stops) if stop.id == stop_id), 0)


def script_of(pack: Pack, lang: str, seed: int) -> Script:
    """The script of a pack in a language. Raises ExerciseError, VersionError."""
    works = {e.id: work(pack, e) for e in pack.active}
    steps = pack.plan.steps or (_only_step(pack),)
    stops = tuple(_stops(pack, steps, works, lang, seed))
    return Script(stops, {n: aside_of(w, lang) for n, w in works.items()}, steps, works)


def _only_step(pack: Pack) -> Step:
    return Step(
        title=pack.title, minutes=0, kind="cases", exercises=tuple(e.id for e in pack.active)
    )


def _stops(
    pack: Pack, steps: tuple[Step, ...], works: dict[str, Worked], lang: str, seed: int
) -> Iterator[Stop]:
    opening = showing.opening_slide(pack, lang)
    yield Stop("opening", opening.title, opening, 0)
    for number, step in enumerate(steps):
        slide = showing.step_slide(step, lang)
        if pack.plan.steps:
            yield Stop(f"step:{number}", slide.title, slide, number)
        for name in _order(pack, step, seed):
            if name in works:
                made = _of_exercise(works[name], step, lang)
                yield from (replace(s, id=f"{number}:{s.id}", step=number) for s in made)


def _order(pack: Pack, step: Step, seed: int) -> tuple[str, ...]:
    """The exercises of a step; the items of a quiz before or after in the mixed order of the session."""
    if step.kind == "quiz" and step.round is not None:
        names = item_order(pack, seed, step.round)
        kept = tuple(n for n in names if not step.exercises or n in step.exercises)
        return (*kept, *(n for n in step.exercises if n not in kept))
    return step.exercises


def _of_exercise(worked: Worked, step: Step, lang: str) -> Iterator[Stop]:
    name, title = worked.exercise.id, worked.file.title(lang) or worked.exercise.id

    def stop(part: str, words: str, slide: Slide, **more: object) -> Stop:
        label = say(lang, "{label}: {value}", label=title, value=words)
        return Stop(f"{name}:{part}", label, slide, 0, name, **more)  # type: ignore[arg-type]

    asked = showing.Asked.of(worked, lang)
    yield stop("story", say(lang, "story"), asked.story())
    if step.kind == "quiz" and step.round is not None:
        round_: Round = step.round
        yield stop(f"vote-{round_}", say(lang, "vote"), asked.outcomes(), vote=round_)
        if step.round == "after":
            spread = showing.spread_slide(asked, (), ("before", "after"))
            yield stop("spread", say(lang, "counts"), spread, spread=("before", "after"))
            yield from (stop(*made) for made in showing.reveal_slides(worked, lang))
        return
    yield stop("provisions", say(lang, "provisions"), asked.provisions())
    yield stop("vote-first", say(lang, "vote"), asked.outcomes(), vote="first")
    yield stop("talk", say(lang, "talk"), asked.talk())
    yield stop("vote-second", say(lang, "vote again"), asked.outcomes(), vote="second")
    spread = showing.spread_slide(asked, (), ("first", "second"))
    yield stop("spread", say(lang, "counts"), spread, spread=("first", "second"))
    yield from (stop(*made) for made in showing.reveal_slides(worked, lang))
    yield from (stop(*made) for made in showing.flip_slides(worked, lang))


def aside_of(worked: Worked, lang: str) -> Aside:
    """What the trainer alone has for an exercise."""
    notes = worked.exercise.notes
    told = [
        (say(lang, "What it teaches"), notes.teaches[lang] if notes.teaches else ""),
        (say(lang, "Usual mistake"), notes.mistake[lang] if notes.mistake else ""),
        *((say(lang, "Follow-up"), words[lang]) for words in notes.follow_ups),
        *((say(lang, "Flip"), flip.says[lang]) for flip in notes.flips),
    ]
    key = key_of(worked)
    sides = []
    for side, head in zip(COLUMNS, pair_of(worked, lang), strict=True):
        given = Answer(NEED)
        column = key.column(side)
        found = ColumnReveal(given, column, mark(given, column), None)
        sides.append((head, tuple(key_lines(found, worked.decision(side), lang))))
    return Aside(tuple(row for row in told if row[1]), tuple(sides))
