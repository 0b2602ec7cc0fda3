"""What is asked at the two ends of a session: one that was cut off, and one that is to be closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from core.training.store import About
from core.words import many, say
from gui.window.dialogs import without_icons


def end_box(parent: QWidget, votes: int, lang: str) -> QMessageBox:
    """The question whether the results of a session are kept."""
    box = _box(parent, say(lang, "End the session"))
    counted = many(lang, "{n} count was typed in.", "{n} counts were typed in.", votes)
    box.setText(counted)
    box.setInformativeText(
        say(
            lang,
            "Results are wiped when the session ends, unless you keep them. No name is in them.",
        )
    )
    keep = box.addButton(say(lang, "&Keep the results"), QMessageBox.ButtonRole.AcceptRole)
    wipe = box.addButton(say(lang, "&Wipe them"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(say(lang, "&Go on"), QMessageBox.ButtonRole.RejectRole)
    for button, name in ((keep, "keep"), (wipe, "wipe"), (stay, "stay")):
        button.setObjectName(name)
    box.setDefaultButton(keep)
    box.setEscapeButton(stay)
    without_icons(box)
    return box


def again_box(parent: QWidget, about: About, title: str, lang: str) -> QMessageBox:
    """The offer to go on with a session that ended without being closed."""
    box = _box(parent, say(lang, "A session was cut off"))
    box.setText(
        say(lang, "“{title}”, begun {day}, was not closed.", title=title, day=begun_words(about))
    )
    words = (
        say(lang, "What the room voted is kept. Go on with it?")
        if about.votes
        else say(lang, "Nothing had been voted. Go on with it?")
    )
    box.setInformativeText(words)
    go_on = box.addButton(say(lang, "&Go on"), QMessageBox.ButtonRole.AcceptRole)
    wipe = box.addButton(say(lang, "&Wipe it"), QMessageBox.ButtonRole.DestructiveRole)
    later = box.addButton(say(lang, "&Later"), QMessageBox.ButtonRole.RejectRole)
    for button, name in ((go_on, "go_on"), (wipe, "wipe"), (later, "later")):
        button.setObjectName(name)
    box.setDefaultButton(go_on)
    box.setEscapeButton(later)
    without_icons(box)
    return box


def begun_words(about: About) -> str:
    """When a session began: day and minute, as they were noted."""
    return about.begun.replace("T", " ")[:16]


def chosen(box: QMessageBox) -> str:
    """The name of the button that was used."""
    button: QAbstractButton | None = box.clickedButton()
    return "" if button is None else button.objectName()


def _box(parent: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
