"""The picker of a column's version: choose one from the menu, or type a date or any version.

What was typed is tried on the document. If it is no version, core's own sentence appears under
the picker and the old version stays; the words stay in the field to be mended until the reader
leaves it.
"""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.decision.model import Decision
from core.law.version import VersionError
from core.words import say
from gui import theme
from gui.columns.versions import Offer, own_offers, shown_title, turned_offers
from gui.document import Document

ANOTHER = "another"
MOST_IN_SIGHT = 24
LEFT, RIGHT = "left", "right"


class VersionCombo(QComboBox):
    """Says when the reader leaves it, by going elsewhere or by Escape."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        super().keyPressEvent(event)


class VersionPicker(QWidget):
    """A label with a mnemonic and an editable menu of versions."""

    failed = Signal(str)

    def __init__(self, document: Document, side: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._side = side
        self._shown = ""
        self._versions: list[list[str]] = []
        self.label = QLabel(self)
        self.combo = VersionCombo(self)
        self.combo.setObjectName(f"version-{side}")
        self._prepare_combo()
        self.label.setBuddy(self.combo)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.label)
        self._row.addWidget(self.combo, 1)
        theme.changed.connect(self.restyle)
        self.restyle()

    def _prepare_combo(self) -> None:
        combo = self.combo
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setCompleter(None)  # type: ignore[arg-type]
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(1)
        combo.setMaxVisibleItems(MOST_IN_SIGHT)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.activated.connect(self._activated)
        edit = combo.lineEdit()
        assert edit is not None
        edit.returnPressed.connect(self._typed)
        combo.left.connect(self._leave)
        self.edit = edit

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the version that the document has for this column."""
        lang = self._document.lang
        self.label.setText(say(lang, "&Left:") if self._side == LEFT else say(lang, "&Right:"))
        name = (
            say(lang, "Version of the left column")
            if self._side == LEFT
            else say(lang, "Version of the right column")
        )
        self.combo.setAccessibleName(name)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(say(lang, "a date, such as 2019-06-21"))
        self._fill(lang)
        self._shown = self._title(lang)
        self._restore()

    def title(self) -> str:
        """Return the title of the version that is shown."""
        return self._shown

    def shows_all(self) -> bool:
        """Whether the whole title has room in the field."""
        need = QFontMetrics(self.edit.font()).horizontalAdvance(self._shown)
        return need + theme.space(2) <= self.edit.width()

    def _fill(self, lang: str) -> None:
        """Fill the menu anew where the journey has turned; else only reword it."""
        case, combo = self._document.case, self.combo
        groups = (
            own_offers(case, lang),
            turned_offers(case, lang),
            (Offer(ANOTHER, say(lang, "another date…"), ""),),
        )
        versions = [[offer.version for offer in group] for group in groups]
        if versions != self._versions:
            self._versions = versions
            combo.clear()
            for number, group in enumerate(versions):
                if number:
                    combo.insertSeparator(combo.count())
                for version in group:
                    combo.addItem("", version)
        for offer in chain.from_iterable(groups):
            at = combo.findData(offer.version)
            combo.setItemText(at, offer.title)
            combo.setItemData(at, offer.note, Qt.ItemDataRole.ToolTipRole)
        self._widen_menu()

    def _title(self, lang: str) -> str:
        decision: Decision = getattr(self._document.comparison, self._side)
        return shown_title(decision, lang)

    def _restore(self) -> None:
        if self.edit.text() != self._shown:
            self.edit.setText(self._shown)
        self.edit.setCursorPosition(0)
        self.combo.setToolTip(theme.plain_tip(self._shown))

    def _widen_menu(self) -> None:
        metrics = QFontMetrics(self.combo.font())
        texts = [self.combo.itemText(number) for number in range(self.combo.count())]
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        self.combo.view().setMinimumWidth(widest + theme.space(8))

    # --- choosing --------------------------------------------------------------------------------
    def _activated(self, index: int) -> None:
        version = self.combo.itemData(index)
        if version == ANOTHER:
            self.ask()
        else:
            self._try(version)

    def ask(self) -> None:
        """Empty the field, so that any day or version can be typed."""
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        text = self.edit.text().strip()
        if text and text.split() != self._shown.split():
            self._try(self._by_title(text) or text)

    def _by_title(self, text: str) -> str:
        """Return the version whose title is this, or the only one that contains it."""
        document, low = self._document, text.casefold()
        for offers in (own_offers, turned_offers):
            found = offers(document.case, document.lang)
            titles = {offer.version: offer.title.casefold() for offer in found}
            same = [version for version, title in titles.items() if title == low]
            near = same or [version for version, title in titles.items() if low in title]
            if near:
                return near[0] if len(near) == 1 else ""
        return ""

    def _try(self, text: str) -> None:
        try:
            self._document.set_version(self._side, text)
        except VersionError as error:
            self.failed.emit(str(error))
            return
        self.failed.emit("")
        self.refresh()

    def _leave(self) -> None:
        """Put the version back, and the sentence away."""
        if self.combo.currentText().strip() == self._shown:
            return
        self._restore()
        self.failed.emit("")

    # --- looks -----------------------------------------------------------------------------------
    def restyle(self) -> None:
        """Take fonts, colours and distances from the theme."""
        self.label.setFont(theme.font("small"))
        palette = self.label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("text_muted"))
        self.label.setPalette(palette)
        self.combo.setFont(theme.font("body"))
        self._row.setSpacing(theme.space(1.5))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = max(self.label.sizeHint().height(), self.combo.sizeHint().height())
        return QSize(self.label.sizeHint().width() + theme.space(20), height)
