"""Pieces that several pages and dialogs of the training room are made of: buttons, lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.parts.flow import FlowLayout
from gui.parts.pairs import follow_width


def word(button: QAbstractButton, words: str) -> None:
    """Put words on a button; its name is the same without the mnemonic and the dots."""
    button.setText(words)
    button.setAccessibleName(words.replace("&", "").rstrip("…"))


def in_a_flow(buttons: Iterable[QWidget], parent: QWidget) -> QWidget:
    """A widget with buttons side by side, on the next line where there is no room."""
    made = QWidget(parent)
    flow = FlowLayout(made, spacing=1.5)
    for button in buttons:
        flow.addWidget(button)
    follow_width(made)
    return made


def wrap_rows(rows: QListWidget) -> None:
    """Let a list without a frame show all words of each row, on as many lines as they need."""
    rows.setFrameShape(QListWidget.Shape.NoFrame)
    rows.setWordWrap(True)
    rows.setTextElideMode(Qt.TextElideMode.ElideNone)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def fill_table(
    table: QTableWidget, heads: Sequence[str], rows: Sequence[Sequence[str]], name: str
) -> None:
    """Show words in a table that is only read; its rows are as high as their words need."""
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setRowCount(len(rows))
    for at, cells in enumerate(rows):
        for column, words in enumerate(cells):
            table.setItem(at, column, QTableWidgetItem(words))
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTextElideMode(Qt.TextElideMode.ElideNone)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
