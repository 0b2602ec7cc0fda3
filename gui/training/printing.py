"""The dialog that prints papers of a pack: which ones, on which sheet, how large, into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from core.report.papers.look import SHEETS, Format
from core.report.papers.session import Press, session_of
from core.report.papers.tree import PaperError
from core.report.papers.write import PAPERS, WRITERS, print_to
from core.training.packfile import PackFile
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.window.dialogs import without_icons


def paper_words(lang: str) -> dict[str, str]:
    """What each paper is called; those that hold answers say for whom they are."""
    return {
        "handout": say(lang, "Handout for participants"),
        "notes": say(lang, "Trainer's notes"),
        "key": say(lang, "Answer key"),
        "plan": say(lang, "Map of the session"),
        "evaluation": say(lang, "Evaluation form"),
        "glossary": say(lang, "Glossary"),
        "referral": say(lang, "Page of services"),
        "summary": say(lang, "Summary of results"),
        "comparison": say(lang, "Comparison of each case"),
    }


class PrintDialog(QDialog):
    """One paper, or all of them, as PDF, DOCX or HTML."""

    def __init__(self, file: PackFile, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print")
        self._file, self._lang = file, lang
        self.setWindowTitle(say(lang, "Print papers"))
        self.what, self.kind, self.sheet = QComboBox(self), QComboBox(self), QComboBox(self)
        self.large = QCheckBox(say(lang, "La&rge print, 18 points"), self)
        self.what.addItem(say(lang, "All papers"), "")
        names = paper_words(lang)
        for name in PAPERS:
            self.what.addItem(names.get(name, name), name)
        for ending in WRITERS:
            self.kind.addItem(ending[1:].upper(), ending)
        for sheet in SHEETS:
            self.sheet.addItem({"a4": "A4", "letter": "Letter"}[sheet], sheet)
        form = QFormLayout()
        form.addRow(say(lang, "&Paper:"), self.what)
        form.addRow(say(lang, "&File:"), self.kind)
        form.addRow(say(lang, "&Sheet:"), self.sheet)
        form.addRow("", self.large)
        form.setVerticalSpacing(theme.space(2))
        self.told = RoleLabel(self)
        self.told.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.save = self.buttons.addButton(
            say(lang, "Save in a f&older…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save.clicked.connect(self._ask)
        self.buttons.rejected.connect(self.reject)
        without_icons(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(5)] * 4)
        column.setSpacing(theme.space(3))
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)

    def print_into(self, folder: Path) -> tuple[Path, ...]:
        """Write what is chosen into a folder and say so; nothing is left half written."""
        name = self.what.currentData()
        form = Format(self.sheet.currentData(), self.large.isChecked())
        written = []
        try:
            session = session_of(self._file.pack)
            for paper in [name] if name else list(PAPERS):
                path = folder / f"{self._file.name}-{paper}{self.kind.currentData()}"
                print_to(path, PAPERS[paper](session, Press.today(self._lang)), form)
                written.append(path)
        except PaperError as error:
            self.told.set_colour("warning")
            self.told.say(str(error))
            return tuple(written)
        self.told.set_colour("text")
        self.told.say(
            say(self._lang, "Saved: {files}.", files=", ".join(path.name for path in written))
        )
        return tuple(written)

    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(Path.home()))
        if folder:
            self.print_into(Path(folder))
