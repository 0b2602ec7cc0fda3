"""The dialog in which a person finds a case: by words, by topic, by how it comes out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from core.case.library import library
from core.words import many, say
from gui import theme
from gui.document import Document
from gui.library.delegate import EntryDelegate
from gui.library.model import LibraryModel, tag_words
from gui.window.dialogs import without_icons

LETTERS_WIDE = 84
LINES_HIGH = 40


class LibraryBrowser(QDialog):
    """Lists the library; `chosen` gives the id of the case to open."""

    chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._lang = lang = document.lang
        self.setWindowTitle(say(lang, "Library of hypothetical cases"))
        self.search = QLineEdit(self)
        self.topic = QComboBox(self)
        self.view = QListView(self)
        self.model = LibraryModel(lang, self)
        self._count = QLabel(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._build()
        self._connect()
        self.resize(self._usual_size(parent))
        self._filter()
        self.choose(document.library_id)

    def choose(self, entry_id: str | None) -> None:
        """Put the cursor on a case, or on the first."""
        row = max(self.model.row_of(entry_id), 0)
        self.view.setCurrentIndex(self.model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let up and down move through the list while one types in the field."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.view.currentIndex().row() + by
            if 0 <= row < self.model.rowCount():
                self.view.setCurrentIndex(self.model.index(row))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        lang = self._lang
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(2))
        fields: tuple[tuple[str, QWidget], ...] = (
            (say(lang, "&Find:"), self.search),
            (say(lang, "&Topic:"), self.topic),
        )
        for at, (words, field) in enumerate(fields):
            label = QLabel(words, self)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", "").rstrip(":"))
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 2 - at)
        self.search.setClearButtonEnabled(True)
        self.topic.addItem(say(lang, "All topics"), "")
        for tag in library().tags:
            self.topic.addItem(tag_words(tag, lang), tag)
        self.topic.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._build_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(4)] * 4)
        column.setSpacing(theme.space(3))
        column.addLayout(grid)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._buttons)
        column.addLayout(foot)

    def _build_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self._lang, self.view))
        self.view.setAccessibleName(say(self._lang, "Cases"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.topic.currentIndexChanged.connect(self._filter)
        self.view.activated.connect(self._open)
        self._buttons.accepted.connect(lambda: self._open(self.view.currentIndex()))
        self._buttons.rejected.connect(self.reject)
        self._opens = self._buttons.button(QDialogButtonBox.StandardButton.Open)
        self._opens.setDefault(True)
        without_icons(self._buttons)

    def _filter(self) -> None:
        current = self.view.currentIndex()
        here = self.model.entry(current.row()).id if current.isValid() else None
        self.model.show_matching(self.search.text(), self.topic.currentData() or "")
        self.choose(here)
        count = self.model.rowCount()
        self._count.setText(many(self._lang, "{n} case", "{n} cases", count))
        self._opens.setEnabled(count > 0)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self.model.entry(index.row())
            self.accept()
            self.chosen.emit(entry.id)

    def _usual_size(self, parent: QWidget | None) -> QSize:
        metrics = QFontMetrics(theme.font("body"))
        size = QSize(metrics.averageCharWidth() * LETTERS_WIDE, metrics.height() * LINES_HIGH)
        return size.boundedTo(parent.size()) if parent else size
