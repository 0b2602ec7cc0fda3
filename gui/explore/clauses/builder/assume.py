"""Assumptions: which position each of them has, and a form for one more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from core.law.provisions import OPEN
from core.words import LANGUAGES, say
from gui import theme
from gui.explore.clauses.builder.fields import TwoTongues, narrow, slug
from gui.parts.label import RoleLabel


class AssumeForm(QWidget):
    """A list of positions for each assumption of the draft; below, a new one with two positions."""

    assumed = Signal(str, dict)

    def __init__(self, parent: QWidget, lang: str) -> None:
        super().__init__(parent)
        self.lang = lang
        self.boxes: dict[str, QComboBox] = {}
        self._specs: dict[str, dict[str, Any]] = {}
        self.form = QFormLayout(self)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setVerticalSpacing(theme.space(1.5))
        self.question = TwoTongues(self, lang)
        self.positions = (TwoTongues(self, lang), TwoTongues(self, lang))
        self.told = RoleLabel(self, font="small", colour="warning")
        self.add_button = QPushButton(say(lang, "&Add this assumption"), self)
        self.add_button.clicked.connect(self._add)
        for words, field in (
            (say(lang, "Question"), self.question),
            (say(lang, "It is assumed that"), self.positions[0]),
            (say(lang, "It could also be that"), self.positions[1]),
        ):
            label = RoleLabel(self)
            label.say(words)
            label.setContentsMargins(0, theme.space(1), 0, 0)
            field.name(words)
            self.form.addRow(label, field)
        self.form.addRow(self.told)
        self.form.addRow("", self.add_button)
        self.form.setAlignment(self.add_button, Qt.AlignmentFlag.AlignRight)

    def show_assumptions(self, specs: dict[str, dict[str, Any]]) -> None:
        """Show the assumptions of the draft, in the lists that are there."""
        self._specs = dict(specs)
        for name in [name for name in self.boxes if name not in specs]:
            self.form.removeRow(self.boxes.pop(name))
        for at, (name, spec) in enumerate(specs.items()):
            if name not in self.boxes:
                self._list(at, name, spec)
            box = self.boxes[name]
            box.setCurrentIndex(max(box.findData(spec["default"]), 0))

    def _list(self, at: int, name: str, spec: dict[str, Any]) -> None:
        box = self.boxes[name] = narrow(QComboBox(self))
        box.addItem(say(self.lang, "left open"), OPEN)
        for position, words in spec["choices"].items():
            box.addItem(words[self.lang], position)
        label = RoleLabel(self)
        label.say(f"{spec['question'][self.lang]}  [{name}]")
        box.setAccessibleName(spec["question"][self.lang])
        box.activated.connect(
            lambda _: self.assumed.emit(name, {**self._specs[name], "default": box.currentData()})
        )
        self.form.insertRow(at, label, box)

    def _add(self) -> None:
        question = self.question.words()
        said = [field.words() for field in self.positions]
        name = slug(question["en"])[:24].strip("_")
        keys = [slug(words["en"])[:24].strip("_") for words in said]
        if not all(words[lang] for words in (question, *said) for lang in LANGUAGES) or not all(
            keys
        ):
            self.told.say(
                say(self.lang, "The question and both positions are needed, in both languages.")
            )
            return
        if name in self._specs or keys[0] == keys[1] or not name:
            self.told.say(
                say(
                    self.lang,
                    "There is such an assumption already, or both positions are the same.",
                )
            )
            return
        self.told.say("")
        spec = {
            "question": question,
            "choices": dict(zip(keys, said, strict=True)),
            "default": keys[0],
            "note": {lang: say(lang, "assumed by the author") for lang in LANGUAGES},
        }
        self.assumed.emit(name, spec)
        for field in (self.question, *self.positions):
            field.put({})
