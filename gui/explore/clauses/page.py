"""Clauses: left the list of what a proposal changes, with a switch each; right the matrix clause by case.

The proposal is that of the right column, or of the left if only that is one. Throwing a switch names
another version for that column, as one step that can be undone. What a clause does is asked of the open
case after every edit, and of the library once for a proposal and the positions taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.case.library import library
from core.explore.clauses import CaseEffects, case_effects, library_into
from core.explore.steps import Search, Step
from core.explore.switches import Switchboard
from core.law.switch import clause_names
from core.law.version import Version, VersionError, name_switched
from core.report.changes import Change, changes_of
from core.report.clauses import changing_words, effect_sentences, letter
from core.report.sentences import version_title
from core.words import many, say
from gui import theme
from gui.document import Document
from gui.explore.clauses.legend import Legend
from gui.explore.clauses.switchrow import SwitchRow
from gui.explore.clauses.table import MatrixView
from gui.explore.page import Page
from gui.explore.slices import Slices
from gui.parts.label import RoleLabel
from gui.parts.link import LinkButton

if TYPE_CHECKING:
    from gui.explore.clauses.builder.dialog import BuildDialog

Key = tuple[object, ...]


class ClausesPage(Page):
    """The switches and the matrix."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self.side = ""
        self._board: Switchboard | None = None
        self._library_key: Key = ()
        self._case_key: Key = ()
        self._found: CaseEffects | None = None
        self._told = Step(0, 0)
        self.dialog: BuildDialog | None = None
        self.rows: list[SwitchRow] = []
        self._build()
        self._here, self._there = Slices(self), Slices(self)
        self._there.told.connect(self._progress)

    def _build(self) -> None:
        self.title = RoleLabel(self, font="strong")
        self.note = RoleLabel(self, font="small", colour="text_muted")
        self.all_on = LinkButton(self)
        self.all_on.clicked.connect(lambda: self._set_off(()))
        self.build_button = QPushButton(self)
        self.build_button.clicked.connect(self.build)
        self.summary = RoleLabel(self, font="small")
        self.progress = RoleLabel(self, font="small", colour="text_muted")
        self.legend = Legend(self)
        self.table = MatrixView(self)
        self.table.asked.connect(self.open_entry)
        inner = self._inner = QWidget(self)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for surface in (self.area.viewport(), inner):
            surface.setAutoFillBackground(False)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.all_on, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.build_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head = head
        self._left.addLayout(head)
        self._left.addWidget(self.note)
        self._left.addWidget(self.area, 1)
        self._right.addWidget(self.summary)
        self._right.addWidget(self.table, 1)
        self._right.addWidget(self.legend)
        self._right.addWidget(self.progress)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addLayout(self._left, 46)
        self._columns.addLayout(self._right, 54)

    # --- showing -----------------------------------------------------------------------------------
    def refresh(self) -> None:
        lang = self.document.lang
        self.build_button.setText(say(lang, "&Build a proposal…"))
        self.area.setAccessibleName(say(lang, "What it changes"))
        self.table.setAccessibleName(say(lang, "Which clause changes whose outcome"))
        self.legend.show_words(lang)
        version = self._version()
        for part in (self.table, self.legend):
            part.setVisible(version is not None)
        self._show_changes(version)
        if version is None:
            self._forget()
            return
        self._ask(version)

    def _version(self) -> Version | None:
        """The version whose clauses are switched; the right column's, if that is a proposal."""
        for side in ("right", "left"):
            version: Version = getattr(self.document.comparison, side).version
            if version.whole is not None and version.whole.country == version.country:
                self.side = side
                return version
        self.side = ""
        return None

    def _show_changes(self, version: Version | None) -> None:
        lang, changes = self.document.lang, self._changes(version)
        if version is None:
            self.title.say(say(lang, "Neither column is a proposal"))
            self.note.say(
                say(
                    lang,
                    "Choose a proposal in one of the two columns, or build one of your own; "
                    "its clauses and assumptions then stand here, each with a switch.",
                )
            )
        else:
            self.title.say(version_title(version, lang))
            whole = version.whole
            assert whole is not None
            said = [whole.note[lang]]
            if whole.source is not None and whole.source != whole.note:
                said.append(say(lang, "Source: {source}", source=whole.source[lang]))
            self.note.say(" ".join(said))
        self.all_on.say(say(lang, "switch &all on") if version and version.off else "")
        while len(self.rows) < len(changes):
            row = SwitchRow(self._inner)
            row.thrown.connect(self._throw)
            row.restyle()
            self._list.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(changes))
            if at < len(changes):
                row.show_change(letter(at), changes[at], lang)

    def _changes(self, version: Version | None) -> tuple[Change, ...]:
        if version is None:
            return ()
        return changes_of(version, self.document.setup.assumptions, self.document.lang)

    # --- asking ------------------------------------------------------------------------------------
    def _ask(self, version: Version) -> None:
        """Look for what is not known yet: of the open case, and of the library."""
        setup, lang = self.document.setup, self.document.lang
        whole = version.whole
        positions = (sorted(setup.assumptions.items()), sorted(setup.readings.items()))
        key: Key = (id(whole), version.suspended, str(positions))
        changes = self._changes(version)
        if key != self._library_key or self._board is None:
            self._library_key, self._case_key, self._found = key, (), None
            self._board = Switchboard(version)
            self.table.matrix.begin(version, changes, lang)
            self.table.arrange()
            self._there.start(self._library(self._board))
        else:
            self.table.matrix.reword(changes, self._titles(), lang)
            self._tell_progress()
        case_key: Key = (key, id(self.document.case))
        if case_key != self._case_key:
            self._case_key, self._found = case_key, None
            self._show_effects()
            search = case_effects(self._board, self.document.case, setup)
            self._here.start(search, self._take)
        else:
            self._show_effects()

    def _library(self, board: Switchboard) -> Search[None]:
        """Every case of the library, one after the other, each shown when it is found."""
        yield Step(0)
        cases = library_into(board.version.country)
        for at, (name, case) in enumerate(cases):
            yield Step(at, len(cases))
            found = yield from case_effects(board, case, self.document.setup)
            self.table.matrix.add(name, self._titles()[name], found)
        self._tell_progress(done=True)

    def _titles(self) -> dict[str, str]:
        return {entry.id: entry.title[self.document.lang] for entry in library().entries}

    def _take(self, found: CaseEffects) -> None:
        self._found = found
        self._show_effects()

    def _show_effects(self) -> None:
        """What each clause does in the open case, beside its switch and in the first row."""
        found, lang, version = self._found, self.document.lang, self._version()
        if found is None or version is None:
            self.summary.say(say(lang, "Looking at this case…") if version else "")
            for row in self.rows:
                row.show_effect("", "", "")
            return
        changes = {change.name: change for change in self._changes(version)}
        self.summary.say(changing_words(found, changes, lang))
        self.table.matrix.put_first(self.document.file.title(lang), found)
        for row, effect in zip(self.rows, found.effects, strict=False):
            told = effect_sentences(effect, found, version, changes, lang)
            row.show_effect(effect.kind, told[0], "\n".join(told))

    def _progress(self, step: Step) -> None:
        if step.of:
            self._told = step
        self._tell_progress()

    def _tell_progress(self, *, done: bool = False) -> None:
        lang = self.document.lang
        if self._there.busy and not done:
            self.progress.say(
                say(
                    lang, "Library: {done} of {all} cases…", done=self._told.done, all=self._told.of
                )
            )
            return
        idle = self.table.matrix.idle
        self.progress.say(
            many(
                lang,
                "{n} case more of the library: no clause changes anything.",
                "{n} cases more of the library: no clause changes anything.",
                idle,
            )
        )

    def _forget(self) -> None:
        self.leave()
        self._library_key, self._case_key, self._board, self._found = (), (), None, None
        self.table.matrix.begin(None, (), self.document.lang)
        self.summary.say("")
        self.progress.say("")

    def leave(self) -> None:
        if self._there.busy or self._here.busy:
            self._library_key = self._case_key = ()
        self._here.stop()
        self._there.stop()

    def finish(self) -> None:
        """Find everything now; for pictures and tests."""
        self._here.finish()
        self._there.finish()

    # --- doing -------------------------------------------------------------------------------------
    def _throw(self, name: str, on: bool) -> None:
        version = self._version()
        if version is not None and version.whole is not None:
            off = set(version.off) - {name} if on else {*version.off, name}
            self._set_off(n for n in clause_names(version.whole) if n in off)

    def _set_off(self, off: Iterator[str] | tuple[str, ...]) -> None:
        if self.side:
            text = getattr(self.document.setup, self.side)
            self.document.set_version(self.side, name_switched(text, off))

    def build(self) -> None:
        """Open the dialog in which a proposal is built; it is kept, with what stands in it."""
        from gui.explore.clauses.builder.dialog import BuildDialog

        if self.dialog is None:
            self.dialog = BuildDialog(self.document, self.window())
            self.dialog.saved.connect(self._compare_with)
        self.dialog.show()
        self.dialog.activateWindow()

    def _compare_with(self, name: str) -> None:
        """Put a saved law file into the right column."""
        try:
            self.document.set_version("right", name)
        except VersionError as error:
            self.note.say(str(error))

    # --- looks -------------------------------------------------------------------------------------
    def restyle(self) -> None:
        self._columns.setSpacing(theme.space(5))
        self._head.setSpacing(theme.space(2))
        for layout in (self._left, self._right):
            layout.setSpacing(theme.space(1))
        self.build_button.setFont(theme.font("small"))
        for row in self.rows:
            row.restyle()
        self.table.restyle()
