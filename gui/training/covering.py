"""The dialog that says what law a pack touches: what decides, what is only looked at, what is left out."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from core.case.library import library
from core.law.load import law
from core.training.coverage import Coverage, CoverageRow, coverage
from core.training.model import Pack
from core.training.suggest import Suggestion, suggestions
from core.words import many, say
from gui import theme
from gui.parts.label import RoleLabel
from gui.training.packs import exercise_title
from gui.training.pieces import fill_table
from gui.window.dialogs import without_icons

WIDE, HIGH = 110, 40
SIGNS = {"decisive": "✓", "checked": "·", "left_out": "✕"}


class CoverageDialog(QDialog):
    """A row for each provision of the versions compared, and which cases would close the gaps."""

    def __init__(self, pack: Pack, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("coverage")
        self.setWindowTitle(say(lang, "What the pack covers"))
        found = coverage(pack)
        self.told = RoleLabel(self)
        self.told.say(counted_words(found, lang))
        self.table = QTableWidget(self)
        self._fill(pack, found, lang)
        self.near = RoleLabel(self)
        self.near.say(gap_words(suggestions(pack), lang))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(3))
        for widget in (self.told, self.table, self.near, buttons):
            column.addWidget(widget, 1 if widget is self.table else 0)
        metrics = QFontMetrics(theme.font("body"))
        self.resize(metrics.averageCharWidth() * WIDE, metrics.height() * HIGH)

    def _fill(self, pack: Pack, found: Coverage, lang: str) -> None:
        heads = (say(lang, "Provision"), say(lang, "In this pack"), say(lang, "Exercises"))
        titles = {e.id: exercise_title(e, lang) for e in pack.exercises}
        rows = []
        for row in found.rows:
            provision = row.provision
            named = f"{provision.title[lang]} ({provision.cite[lang]})"
            rows.append((named, row_words(row, lang), ", ".join(titles[n] for n in row.decisive)))
        fill_table(self.table, heads, rows, self.windowTitle())
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)


def row_words(row: CoverageRow, lang: str) -> str:
    """What a pack makes of a provision: a sign and words."""
    told = {
        "decisive": say(lang, "decides in an exercise"),
        "checked": say(lang, "is only looked at"),
        "left_out": say(lang, "is left out"),
    }
    words = [f"{SIGNS[row.touched]} {told[row.touched]}"]
    if row.differs:
        words.append(say(lang, "differs between the versions"))
    if row.over_drilled:
        n = len(row.decisive)
        words.append(many(lang, "over-drilled: {n} exercise", "over-drilled: {n} exercises", n))
    return "; ".join(words)


def counted_words(found: Coverage, lang: str) -> str:
    """How much of the provisions, exceptions and differences decides in some exercise."""
    groups = (
        (say(lang, "Provisions"), found.rows),
        (say(lang, "Exceptions"), found.exceptions),
        (say(lang, "Differences between the versions"), found.differences),
    )
    lines = []
    for name, rows in groups:
        if rows:
            decisive = sum(bool(row.decisive) for row in rows)
            value = say(lang, "{n} of {all}", n=decisive, all=len(rows))
            lines.append(say(lang, "{label}: {value}", label=name, value=value))
    return " · ".join(lines)


def gap_words(near: tuple[Suggestion, ...], lang: str) -> str:
    """The cases of the library that would close gaps."""
    if not near:
        return ""
    lines = [say(lang, "Cases of the library that would close gaps")]
    for row in near:
        cites = ", ".join(law().provisions[name].cite[lang] for name in row.closes)
        lines.append(f"– {library().load(row.case).title(lang)}: {cites}")
    return "\n".join(lines)
