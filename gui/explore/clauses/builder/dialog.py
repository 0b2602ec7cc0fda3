"""Build a proposal: where it begins, what it changes, who thought of it; then it is saved as a law file.

The list of what it changes stands on top. Every change is checked with the whole draft, by the loader of
the law, and what is wrong is said in the loader's own sentences; nothing that was typed is ever lost by
that. The dialog is kept when it is closed, with everything in it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.law.draft import Draft, begun
from core.law.load import law
from core.law.shape import LawError
from core.law.version import Version, VersionError, find_version, is_own
from core.report.changes import changes_of
from core.report.sentences import version_title
from core.words import say
from gui import theme
from gui.document import Document
from gui.explore.clauses.builder.amend import RepealForm, ReplaceForm
from gui.explore.clauses.builder.assume import AssumeForm
from gui.explore.clauses.builder.fields import TwoTongues, slug
from gui.explore.clauses.builder.insert import InsertForm
from gui.parts.label import RoleLabel

NAME = Qt.ItemDataRole.UserRole


def ask_path(parent: QWidget, lang: str, suggested: str) -> str:
    """Ask where to save the law file; empty where nobody wants to."""
    kinds = f"{say(lang, 'Law files')} (*.yaml *.yml)"
    name, _ = QFileDialog.getSaveFileName(parent, say(lang, "Save as a law file"), suggested, kinds)
    if not name:
        return ""
    return name if name.endswith((".yaml", ".yml")) else f"{name}.yaml"


class BuildDialog(QDialog):
    """The dialog; ``saved`` gives the name of the law file, which is that of a version."""

    saved = Signal(str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("buildDialog")
        self._document = document
        self._room = parent.height()
        self.ask: Callable[[QWidget, str, str], str] = ask_path
        self.base_text = ""
        self.base: Version = find_version(law().presets()[0].version)
        self.draft = Draft()
        self._own: list[dict[str, Any]] = []
        """The clauses that were added here; they stay when the draft begins from another version."""
        self._build()
        self._word()
        self._begin()

    # --- what it is made of ------------------------------------------------------------------------
    def _build(self) -> None:
        lang = self._document.lang
        self.from_box = QComboBox(self)
        self.changes = QListWidget(self)
        self.changes.setWordWrap(True)
        self.remove = QPushButton(self)
        self.forms = QTabWidget(self)
        self.replace_form = ReplaceForm(self, lang)
        self.repeal_form = RepealForm(self, lang)
        self.insert_form = InsertForm(self, lang)
        self.assume_form = AssumeForm(self, lang)
        self.title, self.source = TwoTongues(self, lang), TwoTongues(self, lang)
        self.faults = RoleLabel(self, font="small", colour="warning")
        self.save = QPushButton(self)
        self.close_button = QPushButton(self)
        for form in (self.replace_form, self.repeal_form, self.insert_form, self.assume_form):
            self.forms.addTab(_scrolled(form), "")
        for form in (self.replace_form, self.repeal_form, self.insert_form):
            form.added.connect(self._add)
        self.assume_form.assumed.connect(self._assume)
        self.insert_form.trial = self._tried
        self._head = QFormLayout()
        self._head.addRow(RoleLabel(self), self.from_box)
        self._foot = QFormLayout()
        self._foot.addRow(RoleLabel(self), self.title)
        self._foot.addRow(RoleLabel(self), self.source)
        self.heading = RoleLabel(self, font="heading")
        buttons = QHBoxLayout()
        buttons.addWidget(self.faults, 3)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addLayout(self._head)
        column.addWidget(self.heading)
        column.addWidget(self.changes, 3)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.forms, 5)
        column.addLayout(self._foot)
        column.addLayout(buttons)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(1.5))
        self._column = column
        self.from_box.activated.connect(lambda _: self._begin())
        self.remove.clicked.connect(self._remove)
        for field in (self.title, self.source):
            field.edited.connect(self._headed)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.resize(theme.space(165), min(theme.space(225), self._room))

    def _word(self) -> None:
        """Say everything in the language in which the dialog was opened."""
        lang = self._document.lang
        self.setWindowTitle(say(lang, "Build a proposal"))
        self.heading.say(say(lang, "What it changes"))
        self.changes.setAccessibleName(say(lang, "What it changes"))
        self.remove.setText(say(lang, "Take it &out"))
        self.save.setText(say(lang, "&Save as a law file…"))
        self.close_button.setText(say(lang, "&Close"))
        tabs = (
            say(lang, "Another text"),
            say(lang, "Repeal"),
            say(lang, "A new provision"),
            say(lang, "Assumptions"),
        )
        for at, words in enumerate(tabs):
            self.forms.setTabText(at, words)
        self.forms.setAccessibleName(say(lang, "Changes to add"))
        named = (
            (self._head, 0, self.from_box, say(lang, "It begins from")),
            (self._foot, 0, self.title, say(lang, "Name")),
            (self._foot, 1, self.source, say(lang, "Source")),
        )
        for layout, row, field, words in named:
            item = layout.itemAt(row, QFormLayout.ItemRole.LabelRole)
            label = item.widget() if item is not None else None
            assert isinstance(label, RoleLabel)
            label.say(words)
            label.setContentsMargins(0, theme.space(1), 0, 0)
            field.setAccessibleName(words)
            if isinstance(field, TwoTongues):
                field.name(words)
        self._offer()

    def _offer(self) -> None:
        """The versions to begin from: those of the columns, then those of the pickers."""
        lang, setup = self._document.lang, self._document.setup
        into = self._document.case.get("journey.into")
        texts = [setup.right, setup.left, *(p.version for p in law().presets(into))]
        self.from_box.clear()
        for text in dict.fromkeys(texts):
            if is_own(text):
                continue
            try:
                version = find_version(text, into)
            except VersionError:
                continue
            if not version.suspended:
                self.from_box.addItem(version_title(version, lang), text)

    # --- the draft ---------------------------------------------------------------------------------
    def _begin(self) -> None:
        """Begin from the chosen version; what was added here is added again."""
        self.base_text = self.from_box.currentData()
        self.base = find_version(self.base_text, self._document.case.get("journey.into"))
        self.draft = begun(self.base, self.base_text, "mine")
        for clause in self._own:
            self.draft = self.draft.without(clause["clause"]).with_clause(clause)
        for form in (self.replace_form, self.repeal_form, self.insert_form):
            form.begin(self.base, self.base_text)
        self._headed()

    def _headed(self) -> None:
        """Take over name and source."""
        title, source = self.title.words(), self.source.words()
        name = slug(title["en"] or title["fr"]) or "mine"
        self.draft = self.draft.with_head(proposal=name, title=title, source=source, note=source)
        self._show()

    def _add(self, clause: dict[str, Any]) -> None:
        """One change more; one that the loader refuses stays in its form."""
        form = self.sender()
        made = {"clause": self.draft.free_name(clause), **clause}
        problems = self._tried(made)
        if isinstance(form, ReplaceForm | RepealForm | InsertForm):
            form.tell(problems)
        if problems:
            return
        self._own.append(made)
        self.draft = self.draft.with_clause(made)
        if isinstance(form, InsertForm):
            form.clear()
        self._show()

    def _tried(self, clause: dict[str, Any]) -> tuple[str, ...]:
        """What the loader says to the draft with one clause more, but for what it says without it."""
        before = self._sound().faults()
        after = self._sound().with_clause(clause).faults()
        return tuple(fault for fault in after if fault not in before)

    def _sound(self) -> Draft:
        """The draft with a name and a source, if it has none yet: those are asked for last."""
        blank = {"en": "–", "fr": "–"}
        head = {
            key: {lang: said or blank[lang] for lang, said in self.draft.data[key].items()}
            for key in ("title", "source", "note")
        }
        return self.draft.with_head(**head)

    def _assume(self, name: str, spec: dict[str, Any]) -> None:
        self.draft = self.draft.with_assumption(name, spec)
        self._show()

    def _remove(self) -> None:
        item = self.changes.currentItem()
        if item is not None:
            name = item.data(NAME)
            self._own = [clause for clause in self._own if clause["clause"] != name]
            self.draft = self.draft.without(name)
            self._show()

    # --- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        lang, at = self._document.lang, self.changes.currentRow()
        self.changes.clear()
        try:
            version = self._sound().version()
        except (LawError, VersionError):
            for clause in self.draft.data.get("amends", ()):
                self._list(clause["clause"], clause["title"][lang])
        else:
            for change in changes_of(version, {}, lang):
                told = [f"{change.title}  ·  {change.cite} {change.did}"]
                if change.verb == "assume":
                    told = [f"{change.title} {say(lang, 'assumed: {what}', what=change.after)}"]
                elif change.before or change.after:
                    told += [f"  − {change.before}"] if change.before else []
                    told += [f"  + {change.after}"] if change.after else []
                self._list(change.name, "\n".join(told))
        self.changes.setCurrentRow(min(max(at, 0), self.changes.count() - 1))
        self.remove.setEnabled(self.changes.count() > 0)
        self.assume_form.show_assumptions(self.draft.data.get("assumes", {}))
        self._tell()

    def _list(self, name: str, words: str) -> None:
        item = QListWidgetItem(words, self.changes)
        item.setData(NAME, name)

    def _tell(self) -> None:
        """What is still missing before it can be saved."""
        lang = self._document.lang
        missing = []
        if not self.changes.count():
            missing.append(say(lang, "It changes nothing yet."))
        if not all(said.strip() for said in self.title.words().values()):
            missing.append(say(lang, "The name is missing, in English or in French."))
        if not all(said.strip() for said in self.source.words().values()):
            missing.append(say(lang, "The source is missing, in English or in French."))
        faults = missing or list(self.draft.faults())
        self.faults.say(" ".join(faults))
        self.save.setEnabled(not faults)

    def _save(self) -> None:
        """Write the law file, and say where it stands; what fails is said, and everything stays."""
        lang, name = self._document.lang, self.draft.data["proposal"]
        path = self.ask(self, lang, str(Path.home() / f"{name}.yaml"))
        if not path:
            return
        try:
            self.draft.write(Path(path))
            find_version(path)
        except (LawError, VersionError, OSError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.faults.say(
                say(
                    lang,
                    "{file} could not be saved: {why}. Your changes are still here.",
                    file=Path(path).name,
                    why=why,
                )
            )
            return
        self.accept()
        self.saved.emit(path)


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
