"""Two forms: a provision reads as it does in another version; a provision is gone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from core.law.load import law
from core.law.provisions import CONSEQUENCE, Provision
from core.law.version import Version, find_version
from core.law.written import inserted_data, text_data
from core.report.dates import moment_words
from core.words import LANGUAGES, say
from gui import theme
from gui.explore.clauses.builder.fields import narrow, provision_rows, refill
from gui.parts.label import RoleLabel

RULES = ("ground", "exemption", "part", "scope", "policy")


class ClauseForm(QWidget):
    """A form that makes one clause; ``added`` gives it."""

    added = Signal(dict)

    def __init__(self, parent: QWidget, lang: str) -> None:
        super().__init__(parent)
        self.lang = lang
        self.base: Version | None = None
        self.base_text = ""
        self.form = QFormLayout(self)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setVerticalSpacing(theme.space(1.5))
        self.told = RoleLabel(self, font="small", colour="warning")
        self.add_button = QPushButton(say(lang, "&Add this change"), self)
        self.add_button.clicked.connect(self._add)

    def row(self, words: str, field: QWidget) -> None:
        """A line of the form."""
        label = RoleLabel(self, font="body")
        label.say(words)
        label.setContentsMargins(0, theme.space(1), 0, 0)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.form.addRow(label, field)

    def close_form(self) -> None:
        """The last lines: what is wrong, and the button."""
        self.form.addRow(self.told)
        self.form.addRow("", self.add_button)
        self.form.setAlignment(self.add_button, Qt.AlignmentFlag.AlignRight)

    def tell(self, problems: tuple[str, ...]) -> None:
        """Say what is wrong; everything stays as it was typed."""
        self.told.say("\n".join(problems))

    def begin(self, base: Version, text: str) -> None:
        """The draft begins from a version."""
        self.base, self.base_text = base, text

    def clause(self) -> dict[str, Any] | None:
        """The clause as it stands in the form."""
        raise NotImplementedError

    def _add(self) -> None:
        made = self.clause()
        if made is not None:
            self.added.emit(made)


class RepealForm(ClauseForm):
    """Which provision is gone."""

    def __init__(self, parent: QWidget, lang: str) -> None:
        super().__init__(parent, lang)
        self.provision = narrow(QComboBox(self))
        self.row(say(lang, "Provision"), self.provision)
        self.close_form()

    def begin(self, base: Version, text: str) -> None:
        super().begin(base, text)
        rules = (p for p in base.ordered if p.kind in RULES)
        refill(self.provision, provision_rows(rules, self.lang))

    def clause(self) -> dict[str, Any] | None:
        found = _found(self.base, self.provision)
        if found is None:
            return None
        return {"title": dict(found.title), "repeal": found.id}


class ReplaceForm(ClauseForm):
    """Which provision reads as in which other version; one the base lacks is brought in."""

    def __init__(self, parent: QWidget, lang: str) -> None:
        super().__init__(parent, lang)
        self.provision, self.text = narrow(QComboBox(self)), narrow(QComboBox(self))
        self.gist = RoleLabel(self, font="small", colour="text_muted")
        self.row(say(lang, "Provision"), self.provision)
        self.row(say(lang, "reads as in"), self.text)
        self.form.addRow(self.gist)
        self.close_form()
        self.provision.currentIndexChanged.connect(lambda _: self._offer())
        self.text.currentIndexChanged.connect(lambda _: self._told_gist())

    def begin(self, base: Version, text: str) -> None:
        super().begin(base, text)
        rows = [p for p in law().provisions.values() if p.country == base.country]
        other = [
            provision
            for provision in sorted(rows, key=lambda p: (p.kind == "term", p.order, p.id))
            if provision.kind != CONSEQUENCE
            and not provision.suspends
            and self._sources_of(provision)
        ]
        refill(self.provision, provision_rows(other, self.lang))
        self._offer()

    def _sources_of(self, provision: Provision) -> list[tuple[str, str]]:
        """Versions in which it has another text than in the base: their titles and names."""
        if self.base is None:
            return []
        own = self.base.texts.get(provision.id)
        found = [
            (
                say(self.lang, "the law from {day}", day=moment_words(text.start, self.lang)),
                text.start,
            )
            for text in provision.texts
            if text is not own and text.when is not getattr(own, "when", None)
        ]
        for proposal in law().proposals.values():
            changed = any(a.target == provision.id and a.text is not None for a in proposal.amends)
            if changed and (self.base.proposal is None or self.base.proposal.id != proposal.id):
                assumed = proposal.assumes
                if not assumed or all(name in self.base.assumes for name in assumed):
                    found.append((proposal.title[self.lang], proposal.id))
        return found

    def _offer(self) -> None:
        provision = law().provisions.get(self.provision.currentData() or "")
        self.text.clear()
        for title, name in self._sources_of(provision) if provision else ():
            self.text.addItem(title, name)
        self._told_gist()

    def _told_gist(self) -> None:
        version, name = self._other(), self.provision.currentData()
        text = version.texts.get(name) if version else None
        self.gist.say(f"+ {text.gist[self.lang]}" if text else "")

    def _other(self) -> Version | None:
        name = self.text.currentData()
        return find_version(f"{self.base.country}:{name}") if name and self.base else None

    def clause(self) -> dict[str, Any] | None:
        other, name = self._other(), self.provision.currentData()
        if other is None or self.base is None or name not in other.texts:
            return None
        provision, text = law().provisions[name], other.texts[name]
        said = {lang: _as_in(provision, other, lang) for lang in LANGUAGES}
        if name not in self.base.texts:
            return {"title": said, "insert": inserted_data(other, name)}
        written = text_data(other, name)
        return {
            "title": said,
            "replace": name,
            "mark": text.mark,
            "changed": dict(text.changed or said),
            "gist": dict(text.gist),
            **written,
        }


def _as_in(provision: Provision, version: Version, lang: str) -> str:
    if version.proposal is not None:
        where = version.proposal.title[lang]
    else:
        start = version.texts[provision.id].start
        where = say(lang, "the law from {day}", day=moment_words(start, lang))
    return say(lang, "{title} ({version})", title=provision.title[lang], version=where)


def _found(base: Version | None, box: QComboBox) -> Provision | None:
    return base.law.provisions.get(box.currentData() or "") if base else None
