"""One question: its words, its editor, where the value comes from, and why an answer was refused.

    What is this person to the claimant?   stated
    [ mother or father                        v ]
    Where is this person?
    [ Unknown                                 v ]
    ? unknown: can still change the outcome

A row is made once for a fact and bound to a path. After an edit it takes what changed and nothing
else, so cursor and focus stay where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from core.case.facts import Fact, FactError
from core.law.version import VersionError
from gui import theme
from gui.parts.label import RoleLabel
from gui.parts.mark import ShapeMark
from gui.questions import desk, words
from gui.questions.desk import Moment
from gui.questions.editors.base import Shown
from gui.questions.editors.table import editor_for
from gui.questions.mnemonics import with_letter
from gui.questions.warn import Warn

if TYPE_CHECKING:
    from gui.document import Document


class FactRow(QWidget):
    """The question of one fact."""

    def __init__(self, fact: Fact, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact = fact
        self.path = fact.path
        self.settled = False
        self._document = document
        self.question = RoleLabel(self)
        self.help = RoleLabel(self, font="small", colour="text_muted")
        self.editor = editor_for(fact, document, self)
        self.stated = RoleLabel(self, font="small", colour="text_faint")
        self.origin = RoleLabel(self, font="small", colour="text_muted")
        self.open_mark = ShapeMark(self, theme.shapes.paint_truth, "unknown", font="small")
        self.warning = Warn(self)
        self._moment: Moment | None = None
        self.editor.write = self._write
        self.editor.close_list = self._close_list
        self.editor.refuse = self.warning.say
        self.question.setBuddy(self.editor.buddy())
        self._lay_out()
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.question, 1)
        self._head.addWidget(self.stated, 0, Qt.AlignmentFlag.AlignBottom)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.open_mark)
        self._foot.addWidget(self.origin, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(self._head)
        for part in (self.help, self.editor, self.warning):
            self._layout.addWidget(part)
        self._layout.addLayout(self._foot)

    def bind(self, path: str) -> None:
        """Ask about another place in the case."""
        if path != self.path:
            self.path = path
            self.setObjectName(path)
            self.editor.bind(path)
            self.warning.say("")

    def spell(self, lang: str, taken: set[str]) -> None:
        """Take the words of a language, with a letter for the keyboard if one is left."""
        asked = self.fact.ask or self.fact.label
        self.question.say(with_letter(asked[lang], taken))
        help_ = self.fact.help[lang] if self.fact.help else ""
        self.help.say(help_)
        self.editor.name(asked[lang], help_)

    def refresh(self, moment: Moment) -> None:
        """Show what the case says now."""
        self._moment = moment
        source = moment.source(self.path)
        derived = self._document.view.at(self.path) if source == "derived" else None
        self.editor.present(
            Shown(
                moment,
                moment.stated(self.path),
                derived,
                words.derived_words(self._document, self.path) if source == "derived" else "",
                self._completeness(moment),
            )
        )
        self._say_origin(moment, source)
        self.question.setVisible(not self.editor.asks_itself)

    def applies(self, moment: Moment) -> bool:
        """Tell whether the question is asked at all."""
        return moment.applies(self.path)

    def answered(self, moment: Moment) -> bool:
        """Tell whether anything is stated here."""
        if self.fact.is_list:
            return bool(moment.items(self.path)) or bool(self._completeness(moment))
        return moment.stated(self.path) is not None

    def can_settle(self, moment: Moment) -> bool:
        """Tell whether the question may fold away: unanswered, and no answer matters."""
        if self.warning.text():
            return False
        if self.fact.type == "records" and moment.matters_below(self.path):
            return False
        return not self.answered(moment) and not moment.matters(self.path)

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in this row."""
        at = QApplication.focusWidget()
        return at is not None and self.isAncestorOf(at)

    def forget(self) -> None:
        """Make the fact unknown."""
        self.editor.forget()

    def _completeness(self, moment: Moment) -> object:
        if not self.fact.is_list or desk.NEW in self.path:
            return None
        return moment.document.case.complete(self.path)

    def _origin(self, moment: Moment, source: str) -> str:
        open_ = moment.matters(self.path)
        if self.fact.is_list:
            given = self.answered(moment)
            return words.list_origin(given=given, open_=open_, lang=moment.lang)
        if self.fact.cls == "granted" and source == "unknown":
            return ""
        ground = words.derivation(self._document, self.path) if source == "derived" else ""
        return words.origin(source, ground, open_=open_, lang=moment.lang)

    def _say_origin(self, moment: Moment, source: str) -> None:
        """Say "stated" beside the question, and whatever is longer below the editor."""
        words_ = self._origin(moment, source)
        beside = source == "stated" and not self.fact.is_list
        self.stated.say(words_ if beside else "")
        self.origin.say("" if beside else words_)
        self.open_mark.setVisible(not beside and moment.matters(self.path))

    def _write(self, value: object) -> bool:
        try:
            desk.state(self._document, self.path, value)
        except FactError:
            return False
        except VersionError:  # the case's own law is picked by this answer: it goes back
            if self._moment is not None:
                self.refresh(self._moment)
            self.warning.say(words.needed_by_a_version(self._document.lang))
            return True
        self.warning.say("")
        return True

    def _close_list(self, kinds: object) -> None:
        answer = kinds if isinstance(kinds, (str, list)) else None
        self._document.set_complete(self.path, answer)

    def _follow_theme(self) -> None:
        self._layout.setSpacing(theme.space(0.75))
        self._head.setSpacing(theme.space(2))
        self._foot.setSpacing(theme.space(1))
