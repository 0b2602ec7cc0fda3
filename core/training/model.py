"""What a session pack is made of: the plan, the exercises with the trainer's notes, the stored key.

A pack is a value; nothing here reads a file or asks the law. Every text stands in English and French; where
one is missing, the other one serves.

>>> told = Step.model_validate({"title": {"en": "Welcome"}, "minutes": 5}).title
>>> told["fr"]
'Welcome'
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)

from core.case.casefile import words_of
from core.words import LANGUAGES, Words

SCHEMA = "threshold/pack/1"
Side = Literal["left", "right"]
COLUMNS: tuple[Side, Side] = ("left", "right")

TOLD_SCHEMA = {
    "type": "object",
    "properties": {lang: {"type": "string"} for lang in LANGUAGES},
    "additionalProperties": False,
    "minProperties": 1,
}


def _told(value: Any) -> Words:
    """A text in both languages. Raises ValueError."""
    if isinstance(value, Words):
        return value
    wanted = f"a text under each of {' and '.join(LANGUAGES)}"
    if not isinstance(value, dict) or not value:
        raise ValueError(f"expected {wanted}")
    for key, text in value.items():
        if key not in LANGUAGES:
            raise ValueError(f"unknown language {key!r}; expected {wanted}")
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"the text under {key!r} is empty or no text; expected {wanted}")
    return words_of(value)


Told = Annotated[
    Words,
    PlainValidator(_told),
    PlainSerializer(dict),
    WithJsonSchema(TOLD_SCHEMA),
]
"""A text in English and French."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name of small letters, digits and hyphens."""


class Model(BaseModel):
    """Refuses unknown keys and silent conversions; never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Tuples(Model):
    """A model whose lists come from files as lists and are kept as tuples."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class Step(Tuples):
    """One step of the plan: what is done, for how many minutes, with what, on which exercises."""

    title: Told
    minutes: int = Field(ge=0, le=600, strict=True)
    kind: Literal["talk", "quiz", "cases", "debrief", "evaluation", "break"] = "talk"
    round: Literal["before", "after"] | None = None
    """For a quiz step: whether it is the one before or the one after."""
    text: Told | None = None
    material: tuple[Told, ...] = ()
    exercises: tuple[Id, ...] = ()


class Plan(Tuples):
    """What participants know and can do afterwards, and the steps that lead there."""

    know: tuple[Told, ...] = ()
    do: tuple[Told, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def minutes(self) -> int:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps)


class Flip(Tuples):
    """Facts to change in front of the room, by path, and what to say about it."""

    change: dict[str, Any] = Field(min_length=1)
    says: Told


class Notes(Tuples):
    """For the trainer alone: what a case teaches, the usual mistake, follow-ups, what to flip."""

    teaches: Told | None = None
    mistake: Told | None = None
    follow_ups: tuple[Told, ...] = ()
    flips: tuple[Flip, ...] = ()


class Story(Tuples):
    """The case in plain words."""

    title: Told
    text: Told


class OwnCase(Tuples):
    """A case that stands in the pack itself; ``facts`` is what a case file has under ``case``."""

    facts: dict[str, Any]
    story: Story


class Exercise(Tuples):
    """One case under two versions, as the room works on it.

    ``case`` is the id of a library case, or a case of its own. ``change`` puts other facts in the place of
    some (by path, null takes one away), ``story`` another telling. Versions and choices that are not given
    are those of the pack.
    """

    id: Id
    case: str | OwnCase
    change: dict[str, Any] = Field(default_factory=dict)
    story: Story | None = None
    left: str | None = None
    right: str | None = None
    readings: dict[str, str] = Field(default_factory=dict)
    assumptions: dict[str, str] = Field(default_factory=dict)
    notes: Notes = Field(default_factory=Notes)
    retired: bool = False
    """Kept in the pack, left out of sessions."""


class ColumnKey(Tuples):
    """The right answer for one column, as the program computes it.

    ``basis`` names the deciding provisions, any of which is right; ``facts`` what decides, the plainest
    first; ``exceptions`` how each exception that was checked came out: ``met``, ``not_met``, ``unknown`` or
    ``not_reached``.
    """

    outcome: str
    how: str | None = None
    possible: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    exceptions: dict[str, str] = Field(default_factory=dict)

    @property
    def determined(self) -> bool:
        """Whether one outcome only is possible."""
        return len(self.possible) == 1


class Key(Tuples):
    """The right answers of one exercise."""

    left: ColumnKey
    right: ColumnKey

    def column(self, side: Side) -> ColumnKey:
        """The answer of one side."""
        return self.left if side == "left" else self.right


class StoredExercise(Key):
    """A key as it was when it was stored, with digests of what it rests on."""

    case: str
    law: str
    words: str


class Stored(Tuples):
    """What the program put into the pack: per exercise, and a digest of the whole."""

    law: str
    words: str
    exercises: dict[str, StoredExercise]


class Term(Tuples):
    """A word of the glossary and what it means."""

    word: Told
    means: Told


class Pack(Tuples):
    """A session pack, as its file holds it."""

    schema_: Literal["threshold/pack/1"] = Field(alias="schema")
    title: Told
    about: Told | None = None
    left: str
    right: str
    readings: dict[str, str] = Field(default_factory=dict)
    assumptions: dict[str, str] = Field(default_factory=dict)
    plan: Plan = Field(default_factory=Plan)
    quiz: tuple[Id, ...] = ()
    """The exercises that are the items of the quiz before and after."""
    pass_mark: int | None = Field(default=None, ge=0, le=100)
    """Percent of right answers that the trainer asks for, if any."""
    glossary: tuple[Term, ...] = ()
    services: tuple[Told, ...] = ()
    """The trainer's own list of services, for the last page."""
    exercises: tuple[Exercise, ...] = Field(min_length=1)
    stored: Stored | None = None

    @property
    def active(self) -> tuple[Exercise, ...]:
        """The exercises that are not retired, in order."""
        return tuple(e for e in self.exercises if not e.retired)

    def exercise(self, name: str) -> Exercise:
        """The exercise of that id. Raises KeyError."""
        for exercise in self.exercises:
            if exercise.id == name:
                return exercise
        raise KeyError(name)

    def plain(self) -> dict[str, Any]:
        """The pack as plain data for a file, without what is at its default."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
