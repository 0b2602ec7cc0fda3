"""The slides of one exercise, and those of a step: made of words of core alone.

What stands before the reveal is made of a question, which holds nothing of the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from string import ascii_uppercase

from core.decision.model import Comparison, Decision, Verdict
from core.report.facts import stated_words
from core.report.outcome import headline_words, outcome_words, possible_words
from core.report.papers.session import pair_of
from core.report.quiz import offer_words, outcome_choice
from core.report.sentences import because
from core.report.waiting import waiting_words
from core.training.model import COLUMNS, Pack, Side, Step
from core.training.question import Question, QuestionColumn, question_of
from core.training.turning import turns_on
from core.training.votes import FEWEST, WAYS, Round, Vote, tally, together
from core.training.work import ExerciseError, Worked, changed, work_case
from core.words import many, say
from gui.columns.agreement import agreement_words
from gui.columns.truths import truth_name, truth_words
from gui.training.presenter.slides import Bar, Block, Line, Slide

MOST_ROWS = 6
"""Rows of the reasoning that are shown to a room, one after the other."""
Made = tuple[str, str, Slide]


def opening_slide(pack: Pack, lang: str) -> Slide:
    """The first slide: what the session is about, and what it is not."""
    about = ((Line(pack.about[lang]),),) if pack.about else ()
    advice = ((Line(say(lang, "A teaching tool, not legal advice."), colour="text_muted"),),)
    return Slide(pack.title[lang], (*about, *advice))


def step_slide(step: Step, lang: str) -> Slide:
    """The slide of a step: its title, and how long it takes. Its text is for the trainer."""
    minutes = many(lang, "{n} minute", "{n} minutes", step.minutes) if step.minutes else ""
    return Slide(step.title[lang], ((Line(minutes, colour="text_muted"),),) if minutes else ())


# --- before the reveal -----------------------------------------------------------------------------
@dataclass(frozen=True)
class Asked:
    """A question in a language, with what heads its columns."""

    question: Question
    heads: tuple[str, str]
    lang: str

    @staticmethod
    def of(worked: Worked, lang: str) -> Asked:
        """The question of an exercise."""
        return Asked(question_of(worked), pair_of(worked, lang), lang)

    @property
    def title(self) -> str:
        """What the case is called."""
        return self.question.title[self.lang] or say(self.lang, "Untitled case")

    def story(self) -> Slide:
        """The story, as it is told."""
        return Slide(self.title, ((Line(self.question.story[self.lang]),),))

    def outcomes(self) -> Slide:
        """The outcomes to choose from, each with a letter, under both versions."""
        left, right = (self._outcomes(side) for side in COLUMNS)
        title = say(self.lang, "{title}: what comes of the claim?", title=self.title)
        return Slide(title, heads=self.heads, left=left, right=right)

    def provisions(self) -> Slide:
        """The provisions among which to look; once, where both columns offer the same."""
        left, right = (self._provisions(column) for column in self._columns())
        title = say(self.lang, "{title}: which provision decides?", title=self.title)
        if left == right:
            return Slide(title, wide=left)
        return Slide(title, heads=self.heads, left=left, right=right)

    def talk(self) -> Slide:
        """Between the votes."""
        words = say(self.lang, "Talk to your neighbour. Then we vote again.")
        return Slide(self.title, ((Line(words),),))

    def choices(self, side: Side) -> tuple[tuple[str, str, str], ...]:
        """The outcomes of a column by id, each with its letter and its words."""
        column = self.question.column(side)
        return tuple(
            (o, letter, outcome_choice(o, column.country, self.lang))
            for letter, o in zip(ascii_uppercase, column.outcomes, strict=False)
        )

    def _columns(self) -> tuple[QuestionColumn, QuestionColumn]:
        return self.question.left, self.question.right

    def _outcomes(self, side: Side) -> tuple[Block, ...]:
        return tuple((Line(words, letter=letter),) for _, letter, words in self.choices(side))

    def _provisions(self, column: QuestionColumn) -> tuple[Block, ...]:
        return tuple(
            (Line(offer_words(offer, self.lang), letter=letter),)
            for letter, offer in zip(ascii_uppercase, column.provisions, strict=False)
        )


def spread_slide(asked: Asked, votes: Iterable[Vote], rounds: tuple[Round, Round]) -> Slide:
    """The counts of two rounds; those of a show of hands under five answers are withheld."""
    kept, lang = tuple(votes), asked.lang
    left, right = (_spread(asked, kept, side, rounds) for side in COLUMNS)
    title = say(lang, "{title}: how the room voted", title=asked.title)
    return Slide(title, heads=asked.heads, left=left, right=right)


def _spread(
    asked: Asked, votes: tuple[Vote, ...], side: Side, rounds: tuple[Round, Round]
) -> tuple[Block, ...]:
    lang = asked.lang
    name = asked.question.exercise
    tallied = {r: [tally(votes, name, side, r, way, "outcome") for way in WAYS] for r in rounds}
    counts = {round_: together(found) for round_, found in tallied.items()}
    if not any(counts.values()):
        words = (
            many(lang, "Withheld under {n} answer.", "Withheld under {n} answers.", FEWEST)
            if any(one.withheld for found in tallied.values() for one in found)
            else say(lang, "Nobody has voted yet.")
        )
        return ((Line(words, colour="text_muted"),),)
    return tuple(
        (Line(words, "cite", letter=letter, bars=_bars(choice, counts, lang)),)
        for choice, letter, words in asked.choices(side)
    )


def _bars(choice: str, counts: dict[Round, dict[str, int]], lang: str) -> tuple[Bar, ...]:
    names: dict[Round, str] = {
        "before": say(lang, "before"),
        "after": say(lang, "after"),
        "first": say(lang, "first"),
        "second": say(lang, "again"),
    }
    return tuple(
        Bar(names[round_], found.get(choice, 0), sum(found.values()), second=bool(at))
        for at, (round_, found) in enumerate(counts.items())
        if found.get(choice)
    )


# --- the reveal ------------------------------------------------------------------------------------
def reveal_slides(worked: Worked, lang: str) -> Iterator[Made]:
    """First the left outcome, then both, then the rows on which they turn, then where they part."""
    title, heads = worked.file.title(lang) or worked.exercise.id, pair_of(worked, lang)
    left, right = (_outcome(worked.decision(side), lang) for side in COLUMNS)
    first, both = say(lang, "left outcome"), say(lang, "both outcomes")
    yield "left", first, Slide(title, heads=heads, left=left, secret=True)
    yield "both", both, Slide(title, heads=heads, left=left, right=right, secret=True)
    for number, row in enumerate(_rows(worked.comparison), 1):
        cells = (_cell(verdict, lang) for verdict in row)
        words = say(lang, "reason {n}", n=number)
        slide = Slide(title, heads=heads, left=next(cells), right=next(cells), secret=True)
        yield f"row-{number}", words, slide
    told = (Line(agreement_words(worked.comparison, lang), mark="diamond", colour="parting"),)
    if worked.comparison.agree:
        told = (replace(told[0], mark="", colour="text"),)
    yield "parting", say(lang, "where they part"), Slide(title, (told,), secret=True)


def flip_slides(worked: Worked, lang: str) -> Iterator[Made]:
    """For each flip of the notes: which fact is another, then both outcomes."""
    for number, flip in enumerate(worked.exercise.notes.flips, 1):
        try:
            case = changed(worked.file.case, flip.change)
        except ExerciseError:
            continue
        again = work_case(worked.exercise, replace(worked.file, case=case), worked.setup)
        facts = tuple((Line(stated_words(case, path, lang)),) for path in flip.change)
        title, heads = say(lang, "What if …"), pair_of(worked, lang)
        words = say(lang, "flip {n}", n=number)
        yield f"flip-{number}", words, Slide(title, facts)
        left, right = (_outcome(again.decision(side), lang) for side in COLUMNS)
        slide = Slide(title, heads=heads, left=left, right=right, secret=True)
        yield f"flipped-{number}", say(lang, "flip {n}, outcomes", n=number), slide


def _outcome(decision: Decision, lang: str) -> tuple[Block, ...]:
    outcome, words = decision.outcome, outcome_words(decision, lang)
    headline = headline_words(decision, lang)
    result = Line(headline, "result", mark=outcome, colour=outcome, bold=True)
    if decision.determined:
        return ((result, Line(words.over, "cite", colour="text_muted")),)
    waits = tuple(
        (Line(say(lang, "Waits for: {what}", what=waiting_words(decision, name, lang))),)
        for name in decision.waits_for
    )
    possible = say(lang, "Still possible: {outcomes}", outcomes=possible_words(decision, lang))
    return ((result,), (Line(possible, "cite", colour="text_muted"),), *waits)


def _rows(comparison: Comparison) -> Iterator[tuple[Verdict | None, Verdict | None]]:
    """The rows that carry an outcome, leave it open, or are where the versions part."""
    names = {
        name.partition("#")[0] for d in (comparison.left, comparison.right) for name in turns_on(d)
    }
    found = [row for row in comparison.rows if row.parts or row.provision.id in names]
    yield from ((row.left, row.right) for row in found[:MOST_ROWS])


def _cell(verdict: Verdict | None, lang: str) -> tuple[Block, ...]:
    if verdict is None:
        return ((Line(say(lang, "not in this version"), colour="text_muted"),),)
    truth = truth_name(verdict)
    title = say(
        lang,
        "{label}: {value}",
        label=verdict.provision.title[lang],
        value=truth_words(truth, lang),
    )
    head = Line(title, mark=truth, bold=True)
    cite = Line(verdict.provision.cite[lang], "cite", colour="text_muted")
    return ((head, cite), (Line(because(verdict, lang)),))
