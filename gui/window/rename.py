"""Another title for the case, in the language the window speaks."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QWidget

from core.words import say
from gui.document import Document


def ask_title(parent: QWidget, document: Document, title: str) -> None:
    """Ask for a title and give it to the case, as one step that can be undone."""
    lang = document.lang
    told, given = QInputDialog.getText(
        parent,
        say(lang, "Title of the case"),
        say(lang, "Title:"),
        text=title,
    )
    if given and told.strip():
        document.set_story(title={**document.file.story.title, lang: told.strip()})
