"""The case as a trainee reads it: the story, the journey in short, and what is taken as settled."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from core.case.catalogue import catalogue
from core.report.facts import capital
from core.report.quiz import taken_words
from core.report.stations import station_line
from core.training.question import Question
from core.words import say
from gui import theme
from gui.parts.label import Heading, RoleLabel
from gui.parts.pairs import PairLayout, follow_width


class Entry(QWidget):
    """A name, and close under it what belongs to it."""

    def __init__(self, parent: QWidget, name: QWidget, told: QWidget) -> None:
        super().__init__(parent)
        column = PairLayout(self, spacing=0)
        column.addWidget(name)
        column.addWidget(told)
        follow_width(self)


class CasePane(QWidget):
    """Story and facts of a question, in labels that are kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = RoleLabel(self, font="heading")
        self.story = RoleLabel(self)
        self._short = Heading(self)
        self._stations = [
            (RoleLabel(self, font="small", colour="text_muted"), RoleLabel(self))
            for _ in catalogue().stations
        ]
        self._settled = Heading(self)
        self._taken = RoleLabel(self)
        self._column = PairLayout(self, spacing=1.25)
        for widget in self._widgets():
            self._column.addWidget(widget)
        follow_width(self)
        theme.changed.connect(self.updateGeometry)

    def show_question(self, question: Question, lang: str) -> None:
        """Show the case of a question."""
        self.title.say(question.title[lang] or say(lang, "Untitled case"))
        self.story.say(question.story[lang])
        self._short.say(say(lang, "The journey in short"))
        for (name, told), station in zip(self._stations, catalogue().stations, strict=True):
            main, second = station_line(question.case, station.id, lang)
            name.say(station.title[lang])
            told.say(" · ".join(filter(None, (capital(main), second))))
        taken = "\n".join(map(" ".join, taken_words(question, lang)))
        self._settled.say(say(lang, "Taken as settled for this case") if taken else "")
        self._taken.say(taken)

    def _widgets(self) -> Iterator[QWidget]:
        yield from (self.title, self.story, self._short)
        for pair in self._stations:
            yield Entry(self, *pair)
        yield from (self._settled, self._taken)
