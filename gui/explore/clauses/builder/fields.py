"""Fields of the dialog: words in two languages, and a list of provisions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from core.law.provisions import Provision
from core.words import LANGUAGES, say
from gui import theme

TONGUES = {"en": "English", "fr": "français"}


class TwoTongues(QWidget):
    """One line in each language."""

    edited = Signal()

    def __init__(self, parent: QWidget, lang: str) -> None:
        super().__init__(parent)
        self._lang = lang
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1.5))
        self.lines = {tongue: QLineEdit(self) for tongue in LANGUAGES}
        for tongue, line in self.lines.items():
            line.setPlaceholderText(TONGUES[tongue])
            line.textEdited.connect(lambda _: self.edited.emit())
            row.addWidget(line)
        self.setFocusProxy(self.lines["en"])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def name(self, words: str) -> None:
        """Say what the two lines are for."""
        for tongue, line in self.lines.items():
            said = say(self._lang, "{what}, {language}", what=words, language=TONGUES[tongue])
            line.setAccessibleName(said)

    def words(self) -> dict[str, str]:
        """What stands in the lines."""
        return {tongue: line.text().strip() for tongue, line in self.lines.items()}

    def put(self, words: dict[str, str]) -> None:
        """Write into the lines."""
        for tongue, line in self.lines.items():
            line.setText(words.get(tongue, ""))


def slug(words: str) -> str:
    """Words as a name: small letters, digits and ``_``.

    >>> slug("No visas, été 2018")
    'no_visas_ete_2018'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    found = re.sub(r"\W+", "_", plain.lower()).strip("_")
    return f"p_{found}" if found[:1].isdigit() else found


def refill(box: QComboBox, rows: Iterable[tuple[str, str]]) -> None:
    """Put rows, each words and a name, into a list; the chosen one stays chosen if it is there."""
    kept = box.currentData()
    box.clear()
    for words, name in rows:
        box.addItem(words, name)
    box.setCurrentIndex(max(box.findData(kept), 0))


def provision_rows(provisions: Iterable[Provision], lang: str) -> Iterator[tuple[str, str]]:
    """Provisions as the rows of a list."""
    for provision in provisions:
        yield f"{provision.cite[lang]}  {provision.title[lang]}", provision.id


def narrow(box: QComboBox) -> QComboBox:
    """Let a list be narrower than its longest entry."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box
