"""The script of a session: every stop in order, with what the audience sees and what the trainer knows.

It follows the pack's plan. Each case is read, asked, voted on, talked over, voted on again and then revealed
in steps; items of the quiz before are asked and not revealed. A pack without a plan has its cases alone.
A slide is made when it is first asked for: a question takes longer than a step may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from core.report.papers.session import pair_of
from core.report.quiz import key_lines
from core.training.key import key_of
from core.training.model import COLUMNS, Pack, Step
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
    make: Callable[[], Slide]
    step: int
    exercise: str | None = None
    vote: Round | None = None
    spread: tuple[Round, Round] | None = None

    @cached_property
    def slide(self) -> Slide:
        """What the audience sees; of a spread, without any vote."""
        return self.make()


@dataclass(frozen=True)
class Aside:
    """What the trainer alone has for an exercise: its notes and its key, in paragraphs."""

    notes: tuple[tuple[str, str], ...]
    key: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Script:
    """All stops, and what goes with their exercises and steps."""

    stops: tuple[Stop, ...]
    steps: tuple[Step, ...]
    works: dict[str, Worked]
    asked: Callable[[str], showing.Asked]
    """The question of an exercise by its id, made once."""
    aside: Callable[[str], Aside]
    """What the trainer alone has for an exercise by its id, made once."""

    def index(self, stop_id: str) -> int:
        """The place of a stop by its id; 0 where there is none such."""
        return next((n for n, stop in enumerate(self.stops) if stop.id == stop_id), 0)


def script_of(pack: Pack, lang: str, seed: int) -> Script:
    """The script of a pack in a language. Raises ExerciseError, VersionError."""
    works = {e.id: work(pack, e) for e in pack.active}
    steps = pack.plan.steps or (_only_step(pack),)
    asked = cache(lambda name: showing.Asked.of(works[name], lang))
    script = Script((), steps, works, asked, cache(lambda name: aside_of(works[name], lang)))
    return replace(script, stops=tuple(_stops(pack, script, lang, seed)))


def _only_step(pack: Pack) -> Step:
    return Step(
        title=pack.title, minutes=0, kind="cases", exercises=tuple(e.id for e in pack.active)
    )


def _stops(pack: Pack, script: Script, lang: str, seed: int) -> Iterator[Stop]:
    yield Stop("opening", pack.title[lang], lambda: showing.opening_slide(pack, lang), 0)
    for number, step in enumerate(script.steps):
        if pack.plan.steps:
            title = step.title[lang]
            yield Stop(f"step:{number}", title, partial(showing.step_slide, step, lang), number)
        for name in _order(pack, step, seed):
            if name in script.works:
                made = _of_exercise(script, name, step, lang)
                yield from (replace(s, id=f"{number}:{s.id}", step=number) for s in made)


def _order(pack: Pack, step: Step, seed: int) -> tuple[str, ...]:
    """The exercises of a step; the items of a quiz before or after in the mixed order of the session."""
    if step.kind == "quiz" and step.round is not None:
        names = item_order(pack, seed, step.round)
        kept = tuple(n for n in names if not step.exercises or n in step.exercises)
        return (*kept, *(n for n in step.exercises if n not in kept))
    return step.exercises


def _of_exercise(script: Script, name: str, step: Step, lang: str) -> Iterator[Stop]:
    worked = script.works[name]
    title = worked.file.title(lang) or name

    def stop(part: str, words: str, make: Callable[[], Slide], **more: object) -> Stop:
        label = say(lang, "{label}: {value}", label=title, value=words)
        return Stop(f"{name}:{part}", label, make, 0, name, **more)  # type: ignore[arg-type]

    def spread(*rounds: Round) -> Stop:
        def make() -> Slide:
            return showing.spread_slide(script.asked(name), (), rounds)  # type: ignore[arg-type]

        return stop("spread", say(lang, "counts"), make, spread=rounds)

    def shown(slides: Iterator[showing.Made]) -> Iterator[Stop]:
        for part, words, slide in slides:
            yield stop(part, words, partial(_itself, slide))

    yield stop("story", say(lang, "story"), lambda: script.asked(name).story())
    choices = lambda: script.asked(name).outcomes()  # noqa: E731
    if step.kind == "quiz" and step.round is not None:
        round_: Round = step.round
        yield stop(f"vote-{round_}", say(lang, "vote"), choices, vote=round_)
        if step.round == "after":
            yield spread("before", "after")
            yield from shown(showing.reveal_slides(worked, lang))
        return
    yield stop("provisions", say(lang, "provisions"), lambda: script.asked(name).provisions())
    yield stop("vote-first", say(lang, "vote"), choices, vote="first")
    yield stop("talk", say(lang, "talk"), lambda: script.asked(name).talk())
    yield stop("vote-second", say(lang, "vote again"), choices, vote="second")
    yield spread("first", "second")
    yield from shown(showing.reveal_slides(worked, lang))
    yield from shown(showing.flip_slides(worked, lang))


def _itself(slide: Slide) -> Slide:
    return slide


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
    sides = tuple(
        (head, tuple(key_lines(key.column(side), worked.decision(side), lang)))
        for side, head in zip(COLUMNS, pair_of(worked, lang), strict=True)
    )
    return Aside(tuple(row for row in told if row[1]), sides)
