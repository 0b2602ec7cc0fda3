"""The page "Smallest changes": what shall come about, what stays as it is, and every smallest change."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.explore.changing import changeable, class_of
from core.explore.flips import LARGEST
from core.explore.goals import AGREE, DIFFER
from core.explore.ways import CLASSES
from core.report.changing import class_words, goal_words, standing_words, teaching_words
from core.report.facts import fact_words
from core.words import many, say
from gui import theme
from gui.document import Document
from gui.explore.changes.chip import ChangeButton
from gui.explore.changes.finder import Finder, goal_of
from gui.explore.changes.telling import look, take, tell
from gui.explore.page import Page
from gui.parts.flow import FlowLayout
from gui.parts.label import RoleLabel
from gui.parts.segments import Segments

KINDS = ("left", "right", AGREE, DIFFER)


class ChangesPage(Page):
    """It finds the smallest changes in slices and shows them as they come."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self.kind = "right"
        self.locked: set[str] = set()
        self.goals = Segments(self)
        self.classes = {cls: QCheckBox(self) for cls in CLASSES}
        self.locks = QPushButton(self)
        self.menu = QMenu(self.locks)
        self.title = RoleLabel(self, font="strong")
        self.note = RoleLabel(self, font="small", colour="text_muted")
        self.status = RoleLabel(self, font="small", colour="text_muted")
        self.area = QScrollArea(self)
        self.list = QWidget()
        self.rows: list[ChangeButton] = []
        self._heads: list[RoleLabel] = [RoleLabel(self.list, font="strong") for _ in range(LARGEST)]
        self.finder = Finder(self)
        self._key: object = None
        self._build()

    # --- what is asked -----------------------------------------------------------------------------
    def refresh(self) -> None:
        document = self.document
        self._word()
        key = (document.case, document.setup, self.kind, frozenset(self.locked))
        if key != self._key:
            self._key = key
            goal = goal_of(self.kind, document.comparison)
            self.finder.start(document.case, document.setup, goal, self._locks(), LARGEST)
        self._show()

    def _locks(self) -> list[str]:
        paths = changeable(self.document.case)
        return [p for p in paths if p in self.locked or class_of(p) in self.locked]

    def set_kind(self, kind: str) -> None:
        """Ask for another goal: ``left``, ``right``, ``agree`` or ``differ``."""
        self.kind = kind
        self.refresh()

    def lock(self, name: str, on: bool) -> None:
        """Let a fact, or all facts of a class, stay as they are, or not."""
        self.locked = self.locked | {name} if on else self.locked - {name}
        self.refresh()

    def finish(self) -> None:
        """Find them now; for pictures and tests."""
        self.finder.finish()

    def leave(self) -> None:
        look(self.document, None)
        if self.finder.busy:
            self.finder.stop()
            self._key = None

    # --- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        document, lang = self.document, self.document.lang
        found = self.finder.found if self.finder.flips is not None else []
        while len(self.rows) < len(found):
            self._add_row()
        place = 0
        for row in self.rows:
            self._rows.removeWidget(row)
        for head in self._heads:
            self._rows.removeWidget(head)
            head.hide()
        for size, head in enumerate(self._heads, 1):
            of_size = [contrast for contrast in found if contrast.size == size]
            if not of_size:
                continue
            head.say(many(lang, "{n} change", "{n} changes", size))
            self._rows.addWidget(head)
            for contrast in of_size:
                row = self.rows[place]
                tell(row, contrast, self.kind, document)
                self._rows.addWidget(row)
                place += 1
        for row in self.rows[place:]:
            row.hide()
        self._tell_status()

    def _tell_status(self) -> None:
        lang, flips = self.document.lang, self.finder.flips
        if self.finder.busy:
            n = (flips.largest if flips is not None else 0) + 1
            words = many(
                lang, "Looking for changes of {n} fact …", "Looking for changes of {n} facts …", n
            )
        else:
            words = standing_words(flips, lang) if flips is not None else ""
        self.status.say(words)

    def _word(self) -> None:
        document, lang = self.document, self.document.lang
        words = (
            ("left", say(lang, "Turn the left")),
            ("right", say(lang, "Turn the right")),
            (AGREE, say(lang, "Make them agree")),
            (DIFFER, say(lang, "Make them differ")),
        )
        self.goals.show_positions(words, self.kind, say(lang, "What shall come about?"))
        self.title.say(goal_words(goal_of(self.kind, document.comparison), lang))
        self.note.say(teaching_words(lang))
        for cls, box in self.classes.items():
            box.setText(say(lang, "Lock: {what}", what=class_words(cls, lang)))
            box.setAccessibleName(box.text())
            box.setChecked(cls in self.locked)
        count = sum(name not in CLASSES for name in self.locked)
        label = say(lang, "Loc&k facts ({n} locked)", n=count)
        self.locks.setText(label)
        self.locks.setAccessibleName(label.replace("&", ""))
        self.area.setAccessibleName(say(lang, "Smallest changes"))

    def _fill_menu(self) -> None:
        """List the facts, each with whether it is locked."""
        self.menu.clear()
        case, lang = self.document.case, self.document.lang
        for path in changeable(case):
            if path.endswith("]") and not path.endswith("[+]"):
                continue
            action = QAction(fact_words(case, path, lang).replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(path in self.locked)
            action.toggled.connect(partial(self.lock, path))
            self.menu.addAction(action)

    # --- building ----------------------------------------------------------------------------------
    def _build(self) -> None:
        self._head = QWidget(self)
        flow = FlowLayout(self._head, spacing=1.5)
        for widget in (self.goals, *self.classes.values(), self.locks):
            flow.addWidget(widget)
        self._rows = QVBoxLayout()
        below = QVBoxLayout(self.list)  # an aligned layout would squeeze words that wrap
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(self._rows)
        below.addStretch(1)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.list)
        self.area.viewport().setAutoFillBackground(False)
        self.list.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._head, self.title, self.note):
            self._column.addWidget(widget)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.status)
        self.locks.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.goals.picked.connect(self.set_kind)
        for cls, box in self.classes.items():
            box.clicked.connect(partial(self.lock, cls))
        self.finder.came.connect(self._show)

    def _add_row(self) -> None:
        row = ChangeButton(self.list, wraps=True)
        row.looked.connect(partial(look, self.document))
        row.taken.connect(partial(take, self.document))
        self.rows.append(row)

    def restyle(self) -> None:
        self._column.setSpacing(theme.space(1))
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.space(0.75))
        for part in (self.title, self.note, self.status, *self._heads):
            part.restyle()
        for widget in (*self.classes.values(), self.locks):
            widget.setFont(theme.font("body"))
        for row in self.rows:
            row.updateGeometry()
