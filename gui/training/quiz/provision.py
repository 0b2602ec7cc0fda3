"""What a provision says in each of two versions, as a small dialog: for the reasoning after a commit."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.decision.model import Comparison
from core.law.load import law
from core.report.outcome import version_title
from core.words import say
from gui import theme
from gui.parts.label import RoleLabel
from gui.window.dialogs import without_icons

LETTERS_WIDE = 64


class ProvisionNote(QDialog):
    """Title, citation, and the gist under either version."""

    def __init__(self, provision: str, compared: Comparison, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        known = law().provisions[provision]
        self.setWindowTitle(known.cite[lang])
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(5)] * 4)
        column.setSpacing(theme.space(2))
        self.labels = [
            RoleLabel(self, font="heading"),
            RoleLabel(self, font="small", colour="text_muted"),
        ]
        words = [known.title[lang], known.cite[lang]]
        for decision in (compared.left, compared.right):
            text = decision.version.texts.get(provision)
            gist = text.gist[lang] if text is not None else say(lang, "Not in this version.")
            words += [version_title(decision.version, lang), gist]
            self.labels += [RoleLabel(self, font="strong"), RoleLabel(self)]
        for label, said in zip(self.labels, words, strict=True):
            label.setMinimumWidth(label.fontMetrics().averageCharWidth() * LETTERS_WIDE)
            label.say(said)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        column.addWidget(buttons)
