"""What the trainer alone reads at a stop: the step's text and material, the notes of the case, its key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.words import say
from gui.parts.label import Heading, RoleLabel
from gui.parts.pairs import PairLayout, follow_width
from gui.training.presenter.script import Aside, Script, Stop


class Notes(QWidget):
    """Headings with their paragraphs, in labels that are kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = PairLayout(self, spacing=0.75)
        self._pool: list[tuple[Heading, RoleLabel]] = []
        follow_width(self)

    def show_stop(self, script: Script, stop: Stop, lang: str, *, key: bool) -> None:
        """Show what belongs to a stop; ``key`` says whether key and notes are to be seen."""
        told = list(step_parts(script, stop, lang)) if stop.exercise is None else []
        if stop.exercise is not None and not key:
            covered = say(
                lang, "They stay covered until you ask for them: the room may be looking on."
            )
            told.append((say(lang, "Key and notes"), covered))
        elif stop.exercise is not None:
            told += list(aside_parts(script.aside(stop.exercise), lang))
        while len(self._pool) < len(told):
            pair = (Heading(self), RoleLabel(self))
            for label in pair:
                self._column.addWidget(label)
            self._pool.append(pair)
        for number, (heading, text) in enumerate(self._pool):
            words = told[number] if number < len(told) else ("", "")
            heading.say(words[0])
            text.say(words[1])


def step_parts(script: Script, stop: Stop, lang: str) -> list[tuple[str, str]]:
    """The text and the material of the step at hand, under headings."""
    step = script.steps[min(stop.step, len(script.steps) - 1)]
    material = "\n".join(f"– {words[lang]}" for words in step.material)
    parts = [
        (step.title[lang], step.text[lang] if step.text else ""),
        (say(lang, "Material"), material),
    ]
    return [(heading, text) for heading, text in parts if text]


def aside_parts(aside: Aside, lang: str) -> list[tuple[str, str]]:
    """The key of both columns, then the notes."""
    keys = [
        (say(lang, "{label}: {value}", label=say(lang, "Key"), value=head), "\n".join(lines))
        for head, lines in aside.key
    ]
    return [*keys, *aside.notes]
