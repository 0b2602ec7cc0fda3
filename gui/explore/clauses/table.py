"""The matrix: a row for each case, a column for each clause; a shape and words for what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.explore.clauses import NONE, CaseEffects
from core.law.version import Version
from core.report.changes import Change
from core.report.clauses import effect_sentences, letter, settled_words
from core.words import say
from gui import theme
from gui.explore.clauses.effects import paint_effect
from gui.parts.focus import ENTER_KEYS

Index = QModelIndex | QPersistentModelIndex
KIND = Qt.ItemDataRole.UserRole
ID = Qt.ItemDataRole.UserRole + 1


class Matrix(QAbstractTableModel):
    """Cases in which some clause changes something; the open case stands first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lang = "en"
        self._version: Version | None = None
        self._changes: tuple[Change, ...] = ()
        self._rows: list[tuple[str, str, CaseEffects]] = []
        self.idle = 0
        """How many cases no clause changes anything in."""

    def begin(self, version: Version | None, changes: Sequence[Change], lang: str) -> None:
        """Begin anew, for a proposal."""
        self.beginResetModel()
        self._version, self._changes, self._lang = version, tuple(changes), lang
        self._rows, self.idle = [], 0
        self.endResetModel()

    def reword(self, changes: Sequence[Change], titles: dict[str, str], lang: str) -> None:
        """Say what is there in another language."""
        self._changes, self._lang = tuple(changes), lang
        self._rows = [(name, titles.get(name, title), found) for name, title, found in self._rows]
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1)
            )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def put_first(self, title: str, found: CaseEffects) -> None:
        """Show the open case in the first row."""
        if self._rows and not self._rows[0][0]:
            self._rows[0] = ("", title, found)
            self.dataChanged.emit(self.index(0, 0), self.index(0, self.columnCount() - 1))
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, ("", title, found))
        self.endInsertRows()

    def add(self, name: str, title: str, found: CaseEffects) -> None:
        """Add a case of the library; one in which nothing changes is only counted."""
        if found.exact and all(effect.kind == NONE for effect in found.effects):
            self.idle += 1
            return
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.append((name, title, found))
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2 + len(self._changes)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:
        if way != Qt.Orientation.Horizontal:
            return None
        last = len(self._changes) + 1
        if role == Qt.ItemDataRole.DisplayRole:
            if section == 0:
                return say(self._lang, "Case")
            return say(self._lang, "Base → proposal") if section == last else letter(section - 1)
        if role == Qt.ItemDataRole.ToolTipRole and 0 < section < last:
            return theme.plain_tip(self._changes[section - 1].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            centre = 0 < section < last
            return Qt.AlignmentFlag.AlignCenter if centre else Qt.AlignmentFlag.AlignLeft
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        name, title, found = self._rows[index.row()]
        if role == ID:
            return name
        column = index.column()
        if column == 0:
            return self._title(name, title, role)
        if column == len(self._changes) + 1:
            return self._ends(found, role)
        return self._cell(title, found, column - 1, role)

    def _title(self, name: str, title: str, role: int) -> Any:
        shown = title if name else say(self._lang, "This case")
        if role == Qt.ItemDataRole.DisplayRole:
            return shown
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("body" if name else "strong")
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("link" if name else "text")
        if role == Qt.ItemDataRole.ToolTipRole:
            return theme.plain_tip(title)
        return None

    def _ends(self, found: CaseEffects, role: int) -> Any:
        if (
            role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            or not self._version
        ):
            return None
        base, whole = (
            settled_words(settled, self._version.country, self._lang)
            for settled in (found.base, found.whole)
        )
        told = f"{base} → {whole}" if base != whole else base
        return told if role == Qt.ItemDataRole.DisplayRole else theme.plain_tip(f"{base} → {whole}")

    def _cell(self, title: str, found: CaseEffects, at: int, role: int) -> Any:
        if at >= len(found.effects) or self._version is None:
            return None
        effect, change = found.effects[at], self._changes[at]
        if role == KIND:
            return effect.kind
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            changes = {c.name: c for c in self._changes}
            told = effect_sentences(effect, found, self._version, changes, self._lang)
            return theme.plain_tip("\n".join((change.title, title, *told)))
        return None


class EffectDelegate(QStyledItemDelegate):
    """Paints the shape of a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        kind = index.data(KIND)
        if kind is not None:
            side = QFontMetrics(theme.font("body")).ascent()
            rect = QRectF(0, 0, side, side)
            rect.moveCenter(QRectF(option.rect).center())
            paint_effect(painter, rect, kind)


class MatrixView(QTableView):
    """The table; ``asked`` says which case somebody wants to open."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clauseMatrix")
        self.matrix = Matrix(self)
        self.setModel(self.matrix)
        self.setItemDelegate(EffectDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.clicked.connect(lambda index: self._open(index) if index.column() == 0 else None)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def arrange(self) -> None:
        """Give each column the room that it needs."""
        metrics, head = QFontMetrics(theme.font("body")), self.horizontalHeader()
        head.setMinimumSectionSize(theme.space(4))
        last = self.matrix.columnCount() - 1
        for column in range(self.matrix.columnCount()):
            mode = QHeaderView.ResizeMode.Fixed
            if column == last:
                mode = QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
            self.setColumnWidth(column, metrics.height() + theme.space(2))
        if last > 0:
            wide = min(metrics.averageCharWidth() * 26, round(self.width() * 0.38))
            self.setColumnWidth(0, max(wide, metrics.averageCharWidth() * 10))
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.space(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme."""
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.font("small"))
        self.style().unpolish(self)
        self.style().polish(self)
        self.arrange()

    def _open(self, index: QModelIndex) -> None:
        name = index.data(ID)
        if name:
            self.asked.emit(name)
