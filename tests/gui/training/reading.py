"""Reads every word that any window, shown or hidden, would give to an eye, a screen reader or a paste."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabBar

from core.case.catalogue import catalogue
from core.decision.consequences import consequences
from core.report.outcome import outcome_words
from core.report.quiz import key_lines
from core.report.sentences import because
from core.report.stations import station_line
from core.training.key import key_of
from core.training.model import COLUMNS, Notes
from core.training.question import question_of
from core.training.work import Worked

TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
MORE = (QAccessible.Text.Help, QAccessible.Text.Accelerator)
LONG_ENOUGH = 12
"""Shorter strings ("no", "yes") stand in every window and give nothing away."""


def every_word() -> str:
    """All of it, one string a line."""
    found = [QApplication.clipboard().text()]
    for widget in QApplication.allWidgets():
        found += _of_object(widget)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += _of_model(widget.model(), QModelIndex())
        if isinstance(widget, QTabBar):
            found += [widget.tabText(n) + widget.tabToolTip(n) for n in range(widget.count())]
        for action in widget.actions():
            found += _of_action(action)
    for window in QApplication.topLevelWidgets():
        found += _of_interface(QAccessible.queryAccessibleInterface(window))
    return "\n".join(filter(None, found))


def _of_object(thing: QObject) -> list[str]:
    meta = thing.metaObject()
    known = [meta.property(n) for n in range(meta.propertyCount())]
    names = [str(one.name()) for one in known if str(one.typeName()) == "QString"]
    more = [bytes(name.data()).decode() for name in thing.dynamicPropertyNames()]
    names += [name for name in more if not name.startswith(("_q", "_PySide"))]
    values = (thing.property(name) for name in names)
    return [value for value in values if isinstance(value, str)]


def _of_action(action: QAction) -> list[str]:
    return [action.text(), action.toolTip(), action.statusTip(), action.whatsThis()]


def _of_model(model: QAbstractItemModel, under: QModelIndex) -> list[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.UserRole)
    found: list[str] = []
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(under)
    for row in range(model.rowCount(under)):
        for column in range(columns):
            index = model.index(row, column, under)
            found += [str(model.data(index, role) or "") for role in roles]
            found += _of_model(model, index)
    return found


def _of_interface(interface: QAccessibleInterface | None) -> list[str]:
    if interface is None or not interface.isValid():
        return []
    found = [interface.text(kind) for kind in (*TEXTS, *MORE)]
    text = interface.textInterface()
    if text is not None:
        found.append(text.text(0, text.characterCount()))
    for number in range(interface.childCount()):
        found += _of_interface(interface.child(number))
    return found


# --- what nobody may read before the commit --------------------------------------------------------
def secrets(worked: Worked, lang: str) -> list[str]:
    """Every sentence of the key, of the reasoning and of the notes that the question itself does not say."""
    said = _said_by_question(worked, lang)
    found = set(_of_notes(worked.exercise.notes, lang))
    key = key_of(worked)
    for side in COLUMNS:
        decision = worked.decision(side)
        found |= set(key_lines(key.column(side), decision, lang)[1:])
        words = outcome_words(decision, lang)
        found |= {words.over, words.detail, *key.column(side).basis, *key.column(side).facts}
        found |= {because(verdict, lang) for verdict in decision.verdicts.values()}
        found |= {c.provision.title[lang] for c in consequences(decision)}
    return sorted(s for s in found if len(s) >= LONG_ENOUGH and s not in said)


def _of_notes(notes: Notes, lang: str) -> Iterator[str]:
    told = (notes.teaches, notes.mistake, *notes.follow_ups, *(flip.says for flip in notes.flips))
    yield from (words[lang] for words in told if words is not None)


def _said_by_question(worked: Worked, lang: str) -> str:
    question = question_of(worked)
    stations = [" ".join(station_line(question.case, s.id, lang)) for s in catalogue().stations]
    return "\n".join([question.story[lang], question.title[lang], *stations])
