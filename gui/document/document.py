"""The one document of the window.

Every panel reads `case`, `setup`, `view` and `comparison` here and writes through the methods
below. Each edit is one step on the undo stack; both outcomes are computed before `changed` goes
out, once, so no panel ever sees a case with yesterday's result. An edit that core refuses raises
core's own error, whose text is the sentence for the user, and leaves everything as it was.

A file that names a version which does not exist opens with the versions of a new case in its
place; the document then differs from the file, so it counts as unsaved, and `mended` is the sentence
about it.

View state (station, provision, language) lives here too, but is not a step to be undone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from core.case.case import Case
from core.case.casefile import CaseFile
from core.case.catalogue import catalogue
from core.case.rest import none_of_the_rest
from core.case.setup import Setup, opening
from core.case.view import View
from core.decision.compare import compare
from core.decision.model import Comparison
from core.decision.relevance import leading_question
from core.decision.which import version_for
from core.law.version import VersionError
from core.words import Words, say
from gui.document.edits import Edit, Label

TYPED = {"integer", "text", "date", "time"}
"""Types of fact that are typed letter by letter, so that the steps of one fact merge."""


class Document(QObject):
    """The open case file with its setup, its story and its history of edits."""

    changed = Signal()
    station_chosen = Signal(str)
    provision_chosen = Signal(str)
    language_changed = Signal()
    opened = Signal()
    previewed = Signal()

    def __init__(self, file: CaseFile | None = None, lang: str = "en") -> None:
        super().__init__()
        self.lang = lang
        self.undo = QUndoStack(self)
        self._preview: tuple[Case, Comparison] | None = None
        self._gestures = 0
        self._gesture = ""
        self.station = catalogue().stations[0].id
        first = file or CaseFile.new()
        self.path: Path | None = first.path
        self.library_id: str | None = first.id
        self._begin(first)
        self.undo.indexChanged.connect(self._announce)

    # What is open

    @property
    def case(self) -> Case:
        """The facts."""
        return self.file.case

    @property
    def setup(self) -> Setup:
        """The two versions, assumptions and readings."""
        return self.file.setup

    @property
    def dirty(self) -> bool:
        """Whether there is something that has not been saved."""
        return not self.undo.isClean()

    def open(self, file: CaseFile) -> None:
        """Put another file in place of this one, with a history of its own."""
        self.undo.blockSignals(True)
        self.undo.clear()
        self.undo.blockSignals(False)
        self.path, self.library_id = file.path, file.id
        self._begin(file)
        self.opened.emit()
        self.changed.emit()

    def mark_saved(self, path: Path) -> None:
        """Remember that the file as it now is stands at `path`."""
        self.path, self.library_id = path, None
        self.undo.setClean()
        self.changed.emit()

    # A case that is only looked at

    @property
    def previewing(self) -> bool:
        """Whether another case than the open one is shown for a moment."""
        return self._preview is not None

    @property
    def shown_case(self) -> Case:
        """The facts to show: those of the preview, else those of the case."""
        return self._preview[0] if self._preview else self.case

    @property
    def shown(self) -> Comparison:
        """The comparison to show: that of the preview, else that of the case."""
        return self._preview[1] if self._preview else self.comparison

    def preview(self, case: Case | None) -> None:
        """Let columns and journey show what another case would be; None ends it. Nothing is edited.

        Raises VersionError where the case has no such law; then what was shown stays.
        """
        if case is not None and case is not self.case:
            self._preview = case, compare(case, self.setup)
        elif self._preview is None:
            return
        else:
            self._preview = None
        self.previewed.emit()

    # Edits of the case

    def set_fact(self, path: str, value: Any) -> None:
        """State one fact; `None` makes it unknown. Raises FactError where the value cannot be."""
        fact = catalogue().fact(path)
        key = path if fact.type in TYPED else ""
        self._edit_case(self.case.replace(path, value), _of(fact.label), key)

    def set_complete(self, list_path: str, value: str | list[str] | None) -> None:
        """Say for which kinds a list is complete."""
        label = catalogue().fact(list_path).label
        self._edit_case(self.case.set_complete(list_path, value), _of(label))

    def add_item(self, list_path: str, item: dict[str, Any] | None = None) -> str:
        """Add an item to a list and return its id."""
        case, new = self.case.add_item(list_path, item)
        self._edit_case(case, _of(catalogue().fact(list_path).label))
        return new

    def remove_item(self, list_path: str, item_id: str) -> None:
        """Take an item out of a list."""
        label = catalogue().fact(list_path).label
        self._edit_case(self.case.remove_item(list_path, item_id), _of(label))

    def none_of_the_rest(self, station: str) -> tuple[str, ...]:
        """State what remains open at a station as not applying; return what was stated."""
        case, stated = none_of_the_rest(self.case, station)
        self._edit_case(case, lambda lang: say(lang, "None of the rest applies"))
        return tuple(stated)

    def apply_case(self, case: Case, label: Words) -> None:
        """Put another case in place, as one step."""
        self._edit_case(case, _of(label))

    # Edits of the setup and the story

    def set_version(self, side: str, text: str) -> None:
        """Choose the version of the left or the right column. Raises VersionError."""
        setup = self.setup.with_version(side, text)
        self._edit_setup(setup, lambda lang: say(lang, "Version"))

    def set_versions(self, left: str, right: str) -> None:
        """Choose both versions in one step. Raises VersionError."""
        setup = self.setup.with_version("left", left).with_version("right", right)
        self._edit_setup(setup, lambda lang: say(lang, "Comparison"))

    def set_assumption(self, name: str, choice: str | None) -> None:
        """Choose how an open point of a proposal is filled; `None` takes the default."""
        setup = self.setup.with_choice("assumption", name, choice)
        self._edit_setup(setup, lambda lang: say(lang, "Assumption"))

    def set_reading(self, name: str, position: str | None) -> None:
        """Choose how a disputed point is read; `None` takes the default."""
        setup = self.setup.with_choice("reading", name, position)
        self._edit_setup(setup, lambda lang: say(lang, "Reading"))

    def set_story(
        self, *, title: dict[str, str] | None = None, text: dict[str, str] | None = None
    ) -> None:
        """Change the title or the text of the story; what is not given stays."""
        given = {"title": title, "text": text}
        told = {part: dict(words) for part, words in given.items() if words is not None}
        story = replace(self.file.story, **told)
        key = "story:" + ",".join(told)
        self._edit(replace(self.file, story=story), lambda lang: say(lang, "Story"), key)

    # Edits that are one step

    def begin_gesture(self) -> None:
        """Let all edits until :meth:`end_gesture` be one step of undo, such as those of one drag."""
        self._gestures += 1
        self._gesture = f"gesture:{self._gestures}"

    def end_gesture(self) -> None:
        """Let what follows be steps of its own again."""
        self._gesture = ""

    # View state

    def choose_station(self, station: str) -> None:
        """Show the questions of a station."""
        self.station = station
        self.station_chosen.emit(station)

    def choose_fact(self, path: str) -> None:
        """Show the questions of a fact's station; of one more of a list (``relatives[+]``), the list's."""
        self.choose_station(catalogue().fact(path.removesuffix("[+]")).station)

    def choose_provision(self, provision: str) -> None:
        """Open a provision; an empty id closes it."""
        self.provision_chosen.emit(provision)

    def set_language(self, lang: str) -> None:
        """Speak another language; the case stays as it is."""
        if lang != self.lang:
            self.lang = lang
            self.language_changed.emit()

    def undo_words(self) -> str:
        """Words for what undo would take back, or an empty string."""
        return self._words_at(self.undo.index() - 1)

    def redo_words(self) -> str:
        """Words for what redo would do again, or an empty string."""
        return self._words_at(self.undo.index())

    # How an edit goes through

    def _edit_case(self, case: Case, label: Label, key: str = "") -> None:
        self._edit(replace(self.file, case=case), label, key)

    def _edit_setup(self, setup: Setup, label: Label) -> None:
        self._edit(replace(self.file, setup=setup), label)

    def _edit(self, file: CaseFile, label: Label, key: str = "") -> None:
        """Take one step; what core refuses to compare is refused before anything changes."""
        if file == self.file:
            return
        self._compare(file)
        self.undo.push(Edit(self._take, self.file, file, label, self._gesture or key))

    def _begin(self, file: CaseFile) -> None:
        """Take a file as it is opened: with versions that exist, at the station to begin at."""
        sound, self.mended = self._with_versions(file)
        self._take(sound)
        self.undo.resetClean() if self.mended else self.undo.setClean()
        self.station = self._first_station()

    def _take(self, file: CaseFile) -> None:
        self.comparison = self._compare(file)
        self._preview = None
        self.file = file
        self.view = View(file.case, self.comparison.left.choices)

    def _compare(self, file: CaseFile) -> Comparison:
        """Compare, or give what was computed last when it is about the same case and setup."""
        last: tuple[CaseFile, Comparison] | None = getattr(self, "_last", None)
        if last is None or last[0].case is not file.case or last[0].setup is not file.setup:
            last = (file, compare(file.case, file.setup))
            self._last = last
        return last[1]

    def _with_versions(self, file: CaseFile) -> tuple[CaseFile, str]:
        """Return the file with versions that exist, and a sentence where it named others."""
        setup, said = file.setup, []
        for side in ("left", "right"):
            try:
                version_for(file.case, getattr(setup, side), setup)
            except VersionError as error:
                said.append(str(error))
                setup = setup.with_version(side, opening(side))
        if not said:
            return file, ""
        more = say(
            self.lang,
            "The case opened with the version of a new case in its place; the file is as it was.",
        )
        return replace(file, setup=setup), " ".join((*dict.fromkeys(map(_sentence, said)), more))

    def _first_station(self) -> str:
        """Return the station to begin at: where an answer is waited for, or the versions part.

        A case in which nothing is said yet begins at the beginning.
        """
        begun = self.case != Case.empty(self.case.get("journey.into"))
        path = leading_question(self.comparison) if begun else ""
        return catalogue().fact(path).station if path else catalogue().stations[0].id

    def _announce(self) -> None:
        # A stack that is being destroyed empties itself and says so; by then nobody may ask it.
        if isValid(self.undo):
            self.changed.emit()

    def _words_at(self, index: int) -> str:
        step = self.undo.command(index) if 0 <= index < self.undo.count() else None
        return step.label(self.lang) if isinstance(step, Edit) else ""


def _of(words: Words) -> Label:
    return lambda lang: words[lang]


def _sentence(words: str) -> str:
    """End what core says like a sentence, so that another can follow it."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
