"""The editor of a list of records: a card for each member, one of them open at a time.

A closed card is one sentence; an open one asks its questions, lists inside it included. A list of
which there is one member as a rule (the entry) asks that member's questions without a card until a
second one is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.case.catalogue import catalogue
from core.case.facts import Fact
from core.words import say
from gui import theme
from gui.questions.card import RecordCard
from gui.questions.closing import Closing
from gui.questions.editors.base import Editor, Shown
from gui.questions.push import Push
from gui.questions.tabs import follow_with_tab
from gui.questions.wrap import plain

if TYPE_CHECKING:
    from gui.document import Document

GHOST = "+"
"""Stands for the member that the first answer will add."""


class RecordsEditor(Editor):
    """Cards, a button that adds one, and whether anything is missing."""

    def __init__(self, fact: Fact, document: Document, parent: QWidget) -> None:
        super().__init__(fact, parent)
        self._document = document
        self._single = fact.path in catalogue().singles.values()
        self._opened = ""
        self._spelling: tuple[str, frozenset[str]] = ("en", frozenset())
        self._spare: list[RecordCard] = []
        self._last: Shown | None = None
        self.cards: dict[str, RecordCard] = {}
        self.add = Push(self, icon="add")
        self.add.clicked.connect(self.add_member)
        self.closing = Closing(fact, self)
        self.closing.closed.connect(self.list_closed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self.closing)
        self._follow_theme()
        theme.changed.connect(self._follow_theme)

    def present(self, shown: Shown) -> None:
        self._last = shown
        ids = shown.moment.items(self.path)
        grown = self._deal(self._wanted(ids, shown))
        bare = self._single and len(self.cards) == 1
        self.asks_itself = bare
        for member, card in self.cards.items():
            card.set_bare(bare)
            grown |= card.refresh(shown.moment, open_=bare or member == self._opened)
        if grown:
            follow_with_tab([*self.cards.values(), self.add, self.closing])
        item = (self.fact.item or self.fact.label)[shown.lang]
        self.add.reword(plain(say(shown.lang, "Add: {item}", item=item)))
        self.add.setVisible(GHOST not in self.cards)
        self.closing.present(shown.complete, empty=not ids, lang=shown.lang)

    def bind(self, path: str) -> None:
        if path != self.path:
            super().bind(path)
            self._opened = ""
            for member, card in self.cards.items():
                card.bind(f"{path}[{member}]")

    def name(self, question: str, description: str) -> None:
        self.setAccessibleName(question)
        self.add.setAccessibleDescription(question)
        self.closing.name(question)

    def spell(self, lang: str, taken: set[str]) -> None:
        self._spelling = (lang, frozenset(taken))
        for card in (*self.cards.values(), *self._spare):
            card.spell(lang, set(taken))

    def buddy(self) -> QWidget:
        return self.closing.segments

    def forget(self) -> None:
        self.close_list(None)

    def ask(self, path: str) -> bool:
        member = path.removeprefix(f"{self.path}[").partition("]")[0]
        card = self.cards.get(member)
        if card is None:
            return False
        if not card.bare and member != self._opened:
            self.open_card(member)
        return card.body is not None and card.body.ask(path)

    def open_card(self, member: str) -> None:
        """Open one card and close the others; none with an empty id."""
        self._opened = member
        if self._last is not None:
            self.present(self._last)

    def add_member(self) -> None:
        """Add a member, open its card and bring the keyboard to its first question."""
        new = self._document.add_item(self.path, {})
        self.open_card(new)
        self.cards[new].first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self, ids: tuple[str, ...], shown: Shown) -> tuple[str, ...]:
        asks_at_once = self._single and not ids and shown.complete != "all"
        return (GHOST,) if asks_at_once else ids

    def _deal(self, ids: tuple[str, ...]) -> bool:
        """Give each member a card, its own or one that is free; tell whether anything changed."""
        if tuple(self.cards) == ids:
            return False
        before, self.cards = self.cards, {}
        free = [member for member in before if member not in ids]
        for at, member in enumerate(ids):
            card = before.get(member) or (before[free.pop(0)] if free else self._spare_card())
            card.bind(f"{self.path}[{member}]")
            card.setVisible(True)
            self.cards[member] = card
            if self._layout.indexOf(card) != at:
                self._layout.removeWidget(card)
                self._layout.insertWidget(at, card)
        for member in free:
            self._put_away(before[member])
        return True

    def _spare_card(self) -> RecordCard:
        if self._spare:
            return self._spare.pop()
        card = RecordCard(self.fact, self._document, self)
        card.opened.connect(lambda: self._toggle(card))
        card.removed.connect(lambda: self._remove(card))
        lang, taken = self._spelling
        card.spell(lang, set(taken))
        return card

    def _put_away(self, card: RecordCard) -> None:
        card.hide()
        self._layout.removeWidget(card)
        self._spare.append(card)

    def _member_of(self, card: RecordCard) -> str:
        return next(member for member, known in self.cards.items() if known is card)

    def _toggle(self, card: RecordCard) -> None:
        member = self._member_of(card)
        self.open_card("" if member == self._opened else member)

    def _remove(self, card: RecordCard) -> None:
        """Remove a member; the keyboard goes to the next card, or to the button that adds."""
        members = list(self.cards)
        at = members.index(self._member_of(card))
        self._document.remove_item(self.path, members[at])
        rest = list(self.cards.values())
        after = rest[min(at, len(rest) - 1)].head if rest else self.add
        (after if after.isVisible() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_theme(self) -> None:
        self._layout.setSpacing(theme.space(1.5))
