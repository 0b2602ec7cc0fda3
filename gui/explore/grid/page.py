"""The page "Grid": which facts, the grid, what the cell looked at is, and what the signs mean."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from core.explore.axes import AxisError, axis_paths
from core.explore.grid import Grid, search_grid
from core.explore.gridpresets import offered
from core.explore.steps import Search, Step
from core.report.grid import GridWords
from core.words import LANGUAGES, Words, say
from gui import theme
from gui.document import Document
from gui.explore.grid import saving
from gui.explore.grid.canvas import GridCanvas
from gui.explore.grid.choosing import AxisPicker, PairsButton
from gui.explore.grid.legend import Legend
from gui.explore.page import Page
from gui.explore.slices import Slices
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel

LINES = 2
"""Lines that the sentence below the grid always has, so that the grid does not jump."""


class GridPage(Page):
    """It finds the grid in slices, and makes a chosen cell the case."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self.axes = ("", "")
        self.ask_path = saving.ask_path
        self._key: object = None
        self._grid: Grid | None = None
        self._slices = Slices(self)
        self._slices.told.connect(self._tell_step)
        self.across, self.down = AxisPicker(self), AxisPicker(self)
        self.swap, self.pairs = QPushButton(self), PairsButton(self)
        self.save_picture, self.save_table = QPushButton(self), QPushButton(self)
        self.canvas = GridCanvas(self)
        self.area = QScrollArea(self)
        self.status = RoleLabel(self)
        self.legend = Legend(self)
        self._build()
        self._connect()

    # --- showing -----------------------------------------------------------------------------------
    def refresh(self) -> None:
        document = self.document
        self._choose()
        self._word()
        key = (document.case, document.setup, self.axes)
        if key != self._key:
            self._key = key
            self.canvas.show_faint(True)
            self._slices.start(self._looked_for(), self._found)
        elif not self._slices.busy:
            self._show()

    def finish(self) -> None:
        """Work the grid out now; for pictures and tests."""
        self._slices.finish()

    def leave(self) -> None:
        if self._slices.busy:
            self._slices.stop()
            self._key = None

    def restyle(self) -> None:
        for picker in (self.across, self.down):
            picker.restyle()
        for button in (self.swap, self.pairs, self.save_picture, self.save_table):
            button.setFont(theme.font("body"))
        self._column.setSpacing(theme.space(1.5))
        self.status.restyle()
        self.status.setMinimumHeight(LINES * self.status.fontMetrics().height())
        self.legend.updateGeometry()
        self._fit()

    @property
    def grid(self) -> Grid | None:
        """The grid in sight."""
        return self._grid

    # --- which facts -------------------------------------------------------------------------------
    def set_axes(self, across: str, down: str) -> None:
        """Put two facts against each other; where both are the same, the other direction is swapped in."""
        if across == down:
            across, down = (
                (across, self.axes[0]) if across == self.axes[1] else (self.axes[1], down)
            )
        self.axes = (across, down)
        self.refresh()

    def _choose(self) -> None:
        """Keep the facts that the case still has; else the first pair that fits it."""
        self._paths = axis_paths(self.document.case)
        self._offers = offered(self.document.case)
        if all(path in self._paths for path in self.axes):
            return
        if self._offers:
            self.axes = (self._offers[0].across, self._offers[0].down)
        else:
            self.axes = (self._paths[0], self._paths[1])

    # --- working it out ----------------------------------------------------------------------------
    def _looked_for(self) -> Search[Grid | None]:
        document = self.document
        try:
            return (yield from search_grid(document.case, document.setup, *self.axes))
        except AxisError:
            return None

    def _found(self, grid: Grid | None) -> None:
        self._grid = grid
        self._show()

    def _show(self) -> None:
        words = None if self._grid is None else GridWords(self._grid, self.document.lang)
        self.legend.show_grid(words)
        for button in (self.save_picture, self.save_table):
            button.setEnabled(words is not None)
        self.canvas.show_grid(words)
        self._fit()
        self._into_sight()
        if words is None:
            lang = self.document.lang
            self.status.say(
                say(
                    lang,
                    "Of one of these facts only one value is known in this case; choose another.",
                )
            )

    def _tell_step(self, step: Step) -> None:
        if self._slices.busy:
            lang = self.document.lang
            self.status.say(
                say(lang, "Working out the cells: {n} of {all}", n=step.done, all=step.of)
            )

    def _tell(self, column: int, row: int) -> None:
        words = self.canvas.words
        if words is not None:
            self.status.say(words.sentence(column, row))
        if (column, row) == self.canvas.cursor_at and self.canvas.hasFocus():
            self._into_sight()

    def _into_sight(self) -> None:
        """Scroll to the cell that the keys stand on, beside and below the names."""
        shape, cell = self.canvas.shape_now, self.canvas.cursor_rect().toRect()
        if shape is None:
            return
        port = self.area.viewport().size()
        for bar, first, last, names, room in (
            (self.area.horizontalScrollBar(), cell.left(), cell.right(), shape.left, port.width()),
            (self.area.verticalScrollBar(), cell.top(), cell.bottom(), shape.top, port.height()),
        ):
            bar.setValue(min(max(bar.value(), last + 2 - room), first - names - 2))

    # --- doing -------------------------------------------------------------------------------------
    def _take(self, column: int, row: int) -> None:
        """Make a cell the case: one step of undo."""
        if self._grid is None or self._slices.busy:
            return
        labels = [catalogue().fact(path).label for path in self.axes]
        label = Words({lang: " · ".join(one[lang] for one in labels) for lang in LANGUAGES})
        self.document.apply_case(self._grid.case_of(column, row), label)

    def _save(self, kind: str) -> None:
        words, lang = self.canvas.words, self.document.lang
        if words is None:
            return
        title = say(lang, "Save the grid as")
        path = self.ask_path(self, title, self._suggested(kind))
        if path is None:
            return
        try:
            saving.write(path, words, self._title(), self._room())
        except OSError as error:
            why = error.strerror or str(error)
            self.status.say(say(lang, "{file} could not be saved: {why}.", file=path.name, why=why))
            return
        self.status.say(say(lang, "Saved as {file}.", file=path.name))

    def _suggested(self, kind: str) -> Path:
        document = self.document
        folder = document.path.parent if document.path is not None else Path.home()
        stem = document.path.stem if document.path is not None else document.library_id
        return folder / f"{stem or 'case'}-grid{kind}"

    def _title(self) -> str:
        file, lang = self.document.file, self.document.lang
        return file.title(lang) or say(lang, "Untitled case")

    # --- building ----------------------------------------------------------------------------------
    def _build(self) -> None:
        head = QWidget(self)
        row = FlowLayout(head, spacing=1.5)
        for widget in (
            self.across,
            self.down,
            self.swap,
            self.pairs,
            self.save_picture,
            self.save_table,
        ):
            row.addWidget(widget)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.canvas)
        self.area.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        self.area.viewport().installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(head)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.status)
        self._column.addWidget(self.legend)

    def _connect(self) -> None:
        self.across.picked.connect(lambda path: self.set_axes(path, self.axes[1]))
        self.down.picked.connect(lambda path: self.set_axes(self.axes[0], path))
        self.swap.clicked.connect(lambda: self.set_axes(self.axes[1], self.axes[0]))
        self.pairs.picked.connect(self.set_axes)
        self.save_picture.clicked.connect(lambda: self._save(saving.PICTURE))
        self.save_table.clicked.connect(lambda: self._save(saving.TABLE))
        for bar in (self.area.horizontalScrollBar(), self.area.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.canvas.update())
        self.canvas.told.connect(self._tell)
        self.canvas.chosen.connect(self._take)

    def _word(self) -> None:
        document, lang = self.document, self.document.lang
        labels = (say(lang, "&Across:"), say(lang, "&Down:"))
        for picker, path, label in zip((self.across, self.down), self.axes, labels, strict=True):
            picker.show_facts(document.case, self._paths, path, label, lang)
        self.pairs.show_offers(self._offers, lang)
        buttons = (
            (self.swap, say(lang, "S&wap")),
            (self.pairs, say(lang, "Pa&irs")),
            (self.save_picture, say(lang, "Save pict&ure…")),
            (self.save_table, say(lang, "Save ta&ble…")),
        )
        for button, words in buttons:
            button.setText(words)
            button.setAccessibleName(words.replace("&", "").rstrip("…"))
        self.swap.setToolTip(say(lang, "Let the two facts change places"))
        self.canvas.setAccessibleName(
            say(lang, "Grid: arrows move from cell to cell, Enter makes a cell the case")
        )

    # --- room --------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self._room()
        self.canvas.place(room)
        shape = self.canvas.shape_now
        if shape is None:
            return
        bar = self.area.verticalScrollBar().sizeHint().width()
        wide, high = shape.size.width() > room.width(), shape.size.height() > room.height()
        if wide or high:  # a bar takes room from the other direction
            self.canvas.place(QSize(room.width() - bar * high, room.height() - bar * wide))

    def _room(self) -> QSize:
        """The room for the grid without bars to scroll with."""
        return self.area.maximumViewportSize()
