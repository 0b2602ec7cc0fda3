"""The form of a new provision; its condition is checked as it is typed, by the loader of the law."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from core.files.yamlfile import YamlError, parse_yaml
from core.law.provisions import Provision
from core.law.version import Version
from core.words import LANGUAGES, say
from gui import theme
from gui.explore.clauses.builder.amend import ClauseForm
from gui.explore.clauses.builder.fields import TwoTongues, narrow, provision_rows, refill
from gui.parts.label import RoleLabel

PAUSE = 250
"""Milliseconds without a key before a condition is looked at."""
KINDS = ("exemption", "part", "ground", "scope")
OWN = "own"


class InsertForm(ClauseForm):
    """What it does, to which provision, at which point of the law, in which words, and what it needs."""

    def __init__(self, parent: QWidget, lang: str) -> None:
        super().__init__(parent, lang)
        self.trial: Callable[[dict[str, Any]], tuple[str, ...]] = lambda _: ()
        self.kind, self.of, self.node = (narrow(QComboBox(self)) for _ in range(3))
        self.title, self.gist = TwoTongues(self, lang), TwoTongues(self, lang)
        self.when = QPlainTextEdit(self)
        self.when.setTabChangesFocus(True)
        self.when.setPlaceholderText("claimant.age < 18")
        self.when.setFixedHeight(theme.space(22))
        self.state = RoleLabel(self, font="small", colour="text_muted")
        for kind in KINDS:
            self.kind.addItem(_kind_words(kind, lang), kind)
        self.row(say(lang, "What it does"), self.kind)
        self.row(say(lang, "To which provision"), self.of)
        self.row(say(lang, "Point of the law"), self.node)
        self.row(say(lang, "Title"), self.title)
        self.row(say(lang, "In plain words"), self.gist)
        self.row(say(lang, "Condition"), self.when)
        self.title.name(say(lang, "Title"))
        self.gist.name(say(lang, "In plain words"))
        self.form.addRow("", self.state)
        self.close_form()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.look)
        self.when.textChanged.connect(self._pause.start)
        self.kind.currentIndexChanged.connect(lambda _: self._offer())
        self.number = 1

    def begin(self, base: Version, text: str) -> None:
        super().begin(base, text)
        refill(self.node, ((node.title[self.lang], node.id) for node in base.law.nodes.values()))
        self._offer()

    def clear(self) -> None:
        """Make room for another one."""
        self.number += 1
        self.title.put({})
        self.gist.put({})
        self.when.clear()
        self.state.say("")

    def look(self) -> None:
        """Say whether the condition can be read, or why not."""
        self._pause.stop()
        if not self.when.toPlainText().strip():
            self.state.say("")
            return
        problems = self._read()[1] or self.trial(self._made(whole=False))
        self.state.set_colour("warning" if problems else "text_muted")
        words = say(self.lang, "The condition can be read.")
        self.state.say("\n".join(problems) if problems else f"✓ {words}")

    def clause(self) -> dict[str, Any] | None:
        problems = self._read()[1]
        if problems:
            self.tell(problems)
            return None
        return self._made(whole=True)

    def _read(self) -> tuple[Any, tuple[str, ...]]:
        """The condition as data, or what is wrong with its YAML."""
        try:
            return parse_yaml(self.when.toPlainText(), say(self.lang, "Condition")).data, ()
        except YamlError as error:
            return None, (str(error),)

    def _made(self, *, whole: bool) -> dict[str, Any]:
        """The clause; while only the condition is looked at, words that are missing do not count."""
        kind, target = self.kind.currentData(), self.of.currentData()
        blank = "" if whole else "–"
        said = {
            key: {lang: words or blank for lang, words in field.words().items()}
            for key, field in (("title", self.title), ("gist", self.gist))
        }
        number = self.number
        made: dict[str, Any] = {
            "id": f"{self.base.country if self.base else ''}.{OWN}.{number}",
            "kind": kind,
            "order": self._order(),
            "node": self.node.currentData(),
            "cite": {lang: say(lang, "clause {number}", number=number) for lang in LANGUAGES},
            **said,
            "mark": "our_reading",
            "when": self._read()[0],
        }
        if kind == "exemption":
            made |= {"exempts": [target], "effect": self._effect(kind, exempt=True)}
        elif kind == "part":
            made["of"] = target
        elif kind == "ground":
            made["effect"] = self._effect(kind)
        return {"title": said["title"], "insert": made}

    def _order(self) -> int:
        """After everything else that the officer looks at."""
        rows = self.base.law.provisions.values() if self.base else ()
        last = max((p.order for p in rows if p.is_row), default=0)
        return last + 10 * self.number

    def _effect(self, kind: str, *, exempt: bool = False) -> dict[str, str]:
        """The effect of the nearest provision of its kind: the chosen one, or the last that the law has."""
        if self.base is None:
            return {}
        like = [p for p in self.base.ordered if p.kind == kind]
        if exempt:
            like = [p for p in like if self.of.currentData() in p.exempts] or like
        else:
            like = [p for p in like if p.id == self.of.currentData()] or like
        return {"outcome": like[-1].outcome, "how": like[-1].how}

    def _offer(self) -> None:
        """The provisions that a new one of this kind can belong to."""
        kind, base = self.kind.currentData(), self.base
        if base is None or kind is None:
            self.of.clear()
            return
        fitting: dict[str, list[Provision]] = {
            "exemption": list(base.grounds),
            "part": [p for p in base.ordered if p.parts],
            "ground": list(base.grounds),
        }
        refill(self.of, provision_rows(fitting.get(kind, []), self.lang))
        self.of.setEnabled(self.of.count() > 0)


def _kind_words(kind: str, lang: str) -> str:
    match kind:
        case "exemption":
            return say(lang, "An exemption: where it is met, a ground does not apply")
        case "part":
            return say(lang, "One more of the exceptions of a longer provision")
        case "ground":
            return say(lang, "A ground, with the effect of another ground")
        case _:
            return say(lang, "A rule to which other clauses refer")
