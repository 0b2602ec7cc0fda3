"""The results of a session: what may be shown of its votes, as a table; to be saved as CSV or on one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from core.law.load import law
from core.report.papers import summary as page
from core.report.papers.look import Format
from core.report.papers.session import Press, session_of
from core.report.papers.tree import PaperError
from core.report.papers.write import WRITERS, print_to
from core.training.model import COLUMNS, Key, Pack
from core.training.results import Share, Summary, summary, write_csv
from core.training.room import keys_of
from core.training.votes import Round, Vote
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.training.packs import exercise_title, versions_of
from gui.training.pieces import fill_table
from gui.window.dialogs import without_icons

WIDE, HIGH = 110, 32


class ResultsDialog(QDialog):
    """A row for each column of each exercise that was voted on."""

    def __init__(self, pack: Pack, votes: tuple[Vote, ...], lang: str, parent: QWidget) -> None:
        """Raises ExerciseError, VersionError."""
        super().__init__(parent)
        self.setObjectName("results")
        self._pack, self._votes, self._lang = pack, votes, lang
        self._keys: dict[str, Key] = keys_of(pack)
        self.setWindowTitle(say(lang, "Results of the session"))
        self.told = RoleLabel(self)
        self.table = QTableWidget(self)
        self.failed = RoleLabel(self, colour="warning")
        self.failed.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.csv_button = self.buttons.addButton(say(lang, "Save as &CSV…"), role)
        self.page_button = self.buttons.addButton(say(lang, "Save one &page…"), role)
        self.csv_button.clicked.connect(self._ask_csv)
        self.page_button.clicked.connect(self._ask_page)
        self.buttons.rejected.connect(self.reject)
        without_icons(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(3))
        for widget in (self.told, self.table, self.failed, self.buttons):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self._fill(summary(pack, votes, self._keys))
        metrics = QFontMetrics(theme.font("body"))
        self.resize(metrics.averageCharWidth() * WIDE, metrics.height() * HIGH)

    def save_csv(self, path: Path) -> bool:
        """Write the counts as CSV; False, with a sentence, where it cannot be."""
        return self._saved(path, lambda: write_csv(path, self._votes, self._keys))

    def save_page(self, path: Path) -> bool:
        """Write the one-page summary as PDF, DOCX or HTML."""

        def write() -> None:
            session = session_of(self._pack, self._votes)
            document = page.summary(session, Press.today(self._lang))
            print_to(path, document, Format())

        return self._saved(path, write)

    def _saved(self, path: Path, write: Callable[[], None]) -> bool:
        try:
            write()
        except (OSError, PaperError) as error:
            why = getattr(error, "strerror", None) or str(error)
            words = say(self._lang, "{file} could not be saved: {why}.", file=path.name, why=why)
            self.failed.set_colour("warning")
            self.failed.say(words)
            return False
        self.failed.set_colour("text")
        self.failed.say(say(self._lang, "Saved as {file}.", file=path.name))
        return True

    def _ask_csv(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.csv_button.text(), str(Path.home() / "results.csv"), "CSV (*.csv)"
        )
        if name:
            self.save_csv(_ending(Path(name), ".csv"))

    def _ask_page(self) -> None:
        kinds = ";;".join(f"{end[1:].upper()} (*{end})" for end in WRITERS)
        name, _ = QFileDialog.getSaveFileName(
            self, self.page_button.text(), str(Path.home() / "results.pdf"), kinds
        )
        if name:
            self.save_page(_ending(Path(name), ".pdf"))

    def _fill(self, found: Summary) -> None:
        lang = self._lang
        rounds: dict[Round, str] = {
            "before": say(lang, "Before"),
            "first": say(lang, "First vote"),
            "second": say(lang, "Second vote"),
            "after": say(lang, "After"),
        }
        heads = [say(lang, "Case"), say(lang, "Version"), *rounds.values()]
        heads.append(say(lang, "Commonest wrong provision"))
        versions = versions_of(self._pack, lang) or ("", "")
        rows = []
        for item in (item for item in found.items if item.outcomes):
            title = exercise_title(self._pack.exercise(item.exercise), lang)
            cells = [title, versions[COLUMNS.index(item.side)]]
            cells += [share_words(item.outcomes.get(r), lang) for r in rounds]
            rows.append([*cells, _cite(item.common_mistake, lang)])
        self.told.say(_told(found, self._pack, bool(rows), lang))
        fill_table(self.table, heads, rows, self.windowTitle())
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def share_words(share: Share | None, lang: str) -> str:
    """How many of how many were right, or that it is withheld, or nothing."""
    if share is None:
        return ""
    if share.right is None or share.of is None:
        return say(lang, "withheld")
    return say(lang, "{n} of {all}", n=share.right, all=share.of)


def _told(found: Summary, pack: Pack, any_rows: bool, lang: str) -> str:
    if not any_rows:
        return say(lang, "Nobody has voted yet.")
    told = [say(lang, "Right outcomes, of all that were counted. No name is kept.")]
    if found.passed is not None:
        words = (
            say(lang, "The mark of {n} % was reached.", n=pack.pass_mark)
            if found.passed
            else say(lang, "The mark of {n} % was not reached.", n=pack.pass_mark)
        )
        told.append(words)
    return " ".join(told)


def _cite(name: str | None, lang: str) -> str:
    if name is None:
        return ""
    known = law().provisions
    return known[name if name in known else name.partition("#")[0]].cite[lang]


def _ending(path: Path, ending: str) -> Path:
    return path if path.suffix else path.with_suffix(ending)
