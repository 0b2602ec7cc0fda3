"""The editor of a pack: its exercises in order, the form of one, its plan; every edit can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.law.version import VersionError
from core.training.model import Exercise
from core.training.packfile import PackFile
from core.training.work import ExerciseError, work
from core.words import say
from gui import theme
from gui.parts.label import Heading, RoleLabel
from gui.training.editor.form import ExerciseForm
from gui.training.editor.model import EditError, PackDocument
from gui.training.packs import exercise_title
from gui.training.pieces import in_a_flow, word, wrap_rows
from gui.training.scroll import Scroll

BUTTONS = ("duplicate", "retire", "add", "recompute", "undo", "redo", "save", "save_as")
SHARES = (35, 65)
MOST_MINUTES = 600


class ExerciseList(QListWidget):
    """The exercises in order: drag one, or move it with Alt and the arrows."""

    moved_row = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        wrap_rows(self)
        self.model().rowsMoved.connect(self._dropped)

    def _dropped(
        self, source: QModelIndex, start: int, end: int, target: QModelIndex, row: int
    ) -> None:
        self.moved_row.emit(start, row - 1 if row > start else row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved_row.emit(self.currentRow(), self.currentRow() + step)
            return
        super().keyPressEvent(event)


class EditorPage(QWidget):
    """Edits one pack. ``saved`` gives its file; ``failed`` a sentence."""

    saved = Signal(object)
    failed = Signal(str)
    done = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self._lang = lang
        self._name = ""
        self.pack: PackDocument | None = None
        self.case_asked: Callable[[], str | None] = lambda: None
        """How a person chooses a case of the library."""
        self.list = ExerciseList(self)
        self.hint = RoleLabel(self, font="small", colour="text_muted")
        self.buttons = {id_: QPushButton(self) for id_ in BUTTONS}
        self.inner = QWidget()
        self.form = ExerciseForm(self.inner)
        self.version_heading = Heading(self.inner)
        self.versions = {side: QLineEdit(self.inner) for side in ("left", "right")}
        self.version_labels = {side: QLabel(self.inner) for side in ("left", "right")}
        self.plan_heading = Heading(self.inner)
        self.steps: list[tuple[QSpinBox, QLineEdit]] = []
        self.area = Scroll(self.inner, self)
        self._build()
        self._connect()
        self.restyle()

    def open(self, file: PackFile) -> None:
        """Edit a pack, unless it is being edited already."""
        if self.pack is not None and self.pack.file is file:
            return
        self.pack = PackDocument(file, self)
        self._name = file.pack.exercises[0].id
        self.pack.changed.connect(self.refresh)
        self.refresh()

    def show_exercise(self, name: str) -> None:
        """Show the form of an exercise."""
        self._name = name
        self.refresh()

    # --- showing ------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the pack as it now is."""
        if self.pack is None:
            return
        rows = self.pack.pack.exercises
        names = [e.id for e in rows]
        self._name = self._name if self._name in names else names[0]
        with QSignalBlocker(self.list):
            while self.list.count() > len(rows):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(rows):
                self.list.addItem("")
            for at, exercise in enumerate(rows):
                self.list.item(at).setText(self._row_words(at, exercise))
            self.list.setCurrentRow(names.index(self._name))
        self._show_form()
        self._show_plan()
        self._word()

    def _row_words(self, at: int, exercise: Exercise) -> str:
        assert self.pack is not None
        lang = self._lang
        flags = []
        if exercise.retired:
            flags.append(say(lang, "retired"))
        if not self.pack.standing(exercise.id).fresh:
            flags.append(say(lang, "◆ stale"))
        told = f"{at + 1}  {exercise_title(exercise, lang)}"
        return " · ".join((told, *flags))

    def _show_form(self) -> None:
        assert self.pack is not None
        exercise = self.pack.pack.exercise(self._name)
        try:
            worked = work(self.pack.pack, exercise)
        except (ExerciseError, VersionError):
            worked = None
        self.form.show_exercise(worked, exercise, self.pack.standing(self._name), self._lang)
        for side, field in self.versions.items():
            with QSignalBlocker(field):
                field.setText(getattr(self.pack.pack, side))

    def _show_plan(self) -> None:
        assert self.pack is not None
        steps, lang = self.pack.pack.plan.steps, self._lang
        while len(self.steps) < len(steps):
            self._add_step_row(len(self.steps))
        for at, (minutes, title) in enumerate(self.steps):
            there = at < len(steps)
            for field in (minutes, title):
                field.setVisible(there)
            if not there:
                continue
            with QSignalBlocker(minutes), QSignalBlocker(title):
                minutes.setValue(steps[at].minutes)
                if title.text() != steps[at].title[lang]:
                    title.setText(steps[at].title[lang])
            for field in (minutes, minutes.lineEdit()):
                field.setAccessibleName(say(lang, "Minutes of step {n}", n=at + 1))
            title.setAccessibleName(say(lang, "Title of step {n}", n=at + 1))
        self.plan_heading.say(say(lang, "Plan") if steps else "")

    def retranslate(self, lang: str) -> None:
        """Speak another language; notes and titles are then those of that language."""
        self._lang = lang
        self.refresh()

    def _word(self) -> None:
        assert self.pack is not None
        lang, exercise = self._lang, self.pack.pack.exercise(self._name)
        words = {
            "duplicate": say(lang, "D&uplicate"),
            "retire": say(lang, "&Bring back") if exercise.retired else say(lang, "Ret&ire"),
            "add": say(lang, "&Add a case…"),
            "recompute": say(lang, "Recompute the &key"),
            "undo": say(lang, "Un&do"),
            "redo": say(lang, "Red&o"),
            "save": say(lang, "&Save the pack"),
            "save_as": say(lang, "Save under another &name…"),
        }
        for id_, button in self.buttons.items():
            word(button, words[id_])
        self.buttons["undo"].setEnabled(self.pack.undo.canUndo())
        self.buttons["redo"].setEnabled(self.pack.undo.canRedo())
        self.list.setAccessibleName(say(lang, "Exercises"))
        self.area.setAccessibleName(say(lang, "The exercise and the plan"))
        self.hint.say(say(lang, "Drag an exercise, or move it with Alt and the arrow keys."))
        self.version_heading.say(say(lang, "Versions compared"))
        for side, told in (("left", say(lang, "Left:")), ("right", say(lang, "Right:"))):
            self.version_labels[side].setText(told)
            self.versions[side].setAccessibleName(told.rstrip(" :"))

    # --- editing ------------------------------------------------------------------------------------
    def _connect(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "duplicate": self._duplicate,
            "retire": self._retire,
            "add": self._add,
            "recompute": self._recompute,
            "undo": lambda: self._history(back=True),
            "redo": lambda: self._history(back=False),
            "save": self.save,
            "save_as": self.save_as,
        }
        for id_, deed in deeds.items():
            self.buttons[id_].clicked.connect(lambda _=False, deed=deed: self._try(deed))
        self.list.currentRowChanged.connect(self._pick)
        self.list.moved_row.connect(self._move)
        self.form.noted.connect(self._note)
        self.form.varied.connect(lambda path, value: self._try(lambda: self._vary(path, value)))
        for field in self.versions.values():
            field.editingFinished.connect(lambda: self._try(self._set_versions))
        theme.changed.connect(self.restyle)

    def _try(self, deed: Callable[[], object]) -> None:
        """Do something; where it is refused, say why and show what stands."""
        try:
            deed()
        except EditError as error:
            self.failed.emit(str(error))
            self.refresh()

    def _pick(self, row: int) -> None:
        if self.pack is not None and 0 <= row < len(self.pack.pack.exercises):
            self._name = self.pack.pack.exercises[row].id
            self._show_form()
            self._word()

    def _move(self, at: int, to: int) -> None:
        if self.pack is not None and 0 <= at < len(self.pack.pack.exercises):
            self._name = self.pack.pack.exercises[at].id
            self.pack.move(at, to)
            self.refresh()

    def _duplicate(self) -> None:
        assert self.pack is not None
        self._name = self.pack.duplicate(self._name)
        self.refresh()

    def _vary(self, path: str, value: object) -> None:
        assert self.pack is not None
        self._name = self.pack.vary(self._name, path, value)
        self.refresh()

    def _retire(self) -> None:
        assert self.pack is not None
        self.pack.retire(self._name, retired=not self.pack.pack.exercise(self._name).retired)

    def _add(self) -> None:
        case = self.case_asked()
        if case is not None and self.pack is not None:
            self._name = self.pack.add(case)
            self.refresh()

    def _note(self, part: str, text: str) -> None:
        if self.pack is not None:
            self.pack.set_notes(self._name, part, self._lang, text)

    def _set_versions(self) -> None:
        if self.pack is not None:
            self.pack.set_versions(*(self.versions[s].text().strip() for s in ("left", "right")))

    def _set_step(self, at: int, minutes: int | None, title: str) -> None:
        if self.pack is not None:
            self.pack.set_step(at, minutes=minutes, lang=self._lang, title=title)

    def _recompute(self) -> None:
        if self.pack is not None:
            self.pack.recompute()

    def _history(self, *, back: bool) -> None:
        if self.pack is not None:
            self.pack.undo.undo() if back else self.pack.undo.redo()

    def _add_step_row(self, at: int) -> None:
        minutes, title = QSpinBox(self.inner), QLineEdit(self.inner)
        minutes.setRange(0, MOST_MINUTES)
        minutes.valueChanged.connect(lambda n: self._set_step(at, n, ""))
        title.textEdited.connect(lambda text: self._set_step(at, None, text))
        row = QHBoxLayout()
        row.addWidget(minutes)
        row.addWidget(title, 1)
        self._plan.addLayout(row)
        self.steps.append((minutes, title))

    # --- files --------------------------------------------------------------------------------------
    def save(self) -> bool:
        """Save where the pack came from, or ask where."""
        assert self.pack is not None
        return self._write(self.pack.file.path) if self.pack.file.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save there."""
        assert self.pack is not None
        near = self.pack.file.path or Path.home() / f"{self.pack.file.name}.yaml"
        title, kinds = say(self._lang, "Save the pack as"), "YAML (*.yaml);;JSON (*.json)"
        name, _ = QFileDialog.getSaveFileName(self, title, str(near), kinds)
        path = Path(name) if name else None
        return bool(path and self._write(path if path.suffix else path.with_suffix(".yaml")))

    def _write(self, path: Path) -> bool:
        assert self.pack is not None
        lang = self._lang
        try:
            self.pack.save(path)
        except OSError as error:
            why = error.strerror or str(error)
            told = say(
                lang,
                "{file} could not be saved: {why}. Your changes are still here.",
                file=path.name,
                why=why,
            )
            self.failed.emit(told)
            return False
        self.saved.emit(self.pack.file)
        self.done.emit(say(lang, "Saved as {file}.", file=path.name))
        return True

    # --- room ---------------------------------------------------------------------------------------
    def _build(self) -> None:
        self._fields = QVBoxLayout(self.inner)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.addWidget(self.form)
        self._fields.addWidget(self.version_heading)
        row = QHBoxLayout()
        for side, field in self.versions.items():
            self.version_labels[side].setBuddy(field)
            row.addWidget(self.version_labels[side])
            row.addWidget(field, 1)
        self._fields.addLayout(row)
        self._fields.addWidget(self.plan_heading)
        self._plan = QVBoxLayout()
        self._fields.addLayout(self._plan)
        self._fields.addStretch(1)
        self._cards = (theme.Card(self), theme.Card(self))
        self._rooms = [QVBoxLayout(card) for card in self._cards]
        ways, foot = (
            in_a_flow((self.buttons[id_] for id_ in ids), self)
            for ids in (BUTTONS[:4], BUTTONS[4:])
        )
        for widget in (self.list, self.hint, ways):
            self._rooms[0].addWidget(widget, 1 if widget is self.list else 0)
        self._rooms[1].addWidget(self.area, 1)
        self._rooms[1].addWidget(foot)
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        for card, share in zip(self._cards, SHARES, strict=True):
            self._beside.addWidget(card, share)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        for room in self._rooms:
            room.setContentsMargins(*[theme.space(4)] * 4)
            room.setSpacing(theme.space(2))
        self._fields.setSpacing(theme.space(1.5))
        self._plan.setSpacing(theme.space(1))
        self._beside.setSpacing(theme.space(3))
        self.list.setFont(theme.font("body"))
        letters = QFontMetrics(theme.font("body")).averageCharWidth()
        self.list.setMinimumWidth(letters * 22)
