"""A proposal of one's own while it is made: plain data that becomes a law file.

A draft begins from any version. It is checked as a whole, by the same loader that reads law files, before
any of it counts; and it is written whole or not at all.

>>> from core.law.version import find_version
>>> draft = begun(find_version("2018-05-01"), "2018-05-01", "mine")
>>> words = {"en": "Mine", "fr": "La mienne"}
>>> draft = draft.with_head(title=words, note=words, source=words)
>>> draft = draft.with_clause({"title": words, "repeal": "ca.irpr.159.9"})
>>> draft.data["amends"][0]["clause"], draft.faults()
('repeal_159_9', ("repeal: the law of 2018-05-01 has no provision 'ca.irpr.159.9'",))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.case.catalogue import catalogue
from core.files.atomic import write_text
from core.files.yamldump import dump_yaml
from core.files.yamlfile import YamlError, parse_yaml
from core.law.load import law, with_proposal
from core.law.provisions import Law, Proposal
from core.law.shape import LawError
from core.law.switch import ASSUME
from core.law.version import Version, VersionError, amended
from core.law.written import proposal_data
from core.words import LANGUAGES

FILE = "draft.yaml"
PLACE = re.compile(r"^(?:proposals/)?[^\s:]+:\d+: ")
"""Where a mistake stands in a file that nobody sees yet."""
Plain = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """The data of a law file; every change gives another draft."""

    data: Plain = field(default_factory=dict)

    def with_head(self, **parts: Any) -> Draft:
        """Another name, title, note or source."""
        return Draft({**self.data, **parts})

    def with_clause(self, clause: Mapping[str, Any]) -> Draft:
        """One clause more; it gets a name of its own if it has none."""
        made = {"clause": self.free_name(clause), **clause}
        return Draft({**self.data, "amends": [*self.data.get("amends", ()), made]})

    def without(self, name: str) -> Draft:
        """Without a clause, or (``assume:NAME``) without an assumption."""
        amends = [row for row in self.data.get("amends", ()) if row["clause"] != name]
        assumes = {
            key: row
            for key, row in self.data.get("assumes", {}).items()
            if f"{ASSUME}{key}" != name
        }
        return Draft({**self.data, "amends": amends, "assumes": assumes})

    def with_assumption(self, name: str, spec: Mapping[str, Any]) -> Draft:
        """An assumption more, or another in place of the one of that name."""
        return Draft({**self.data, "assumes": {**self.data.get("assumes", {}), name: dict(spec)}})

    def free_name(self, clause: Mapping[str, Any]) -> str:
        """A name for a clause that no other one has."""
        verb = next(key for key in ("replace", "gate_of", "repeal", "insert") if key in clause)
        target = clause[verb]["id"] if verb == "insert" else clause[verb]
        pinpoint = re.sub(r"\W+", "_", str(target).split(".", 2)[-1]).strip("_")
        taken = {row["clause"] for row in self.data.get("amends", ())}
        name, number = f"{verb}_{pinpoint}", 2
        while name in taken:
            name, number = f"{verb}_{pinpoint}_{number}", number + 1
        return name

    def text(self) -> str:
        """The law file."""
        return dump_yaml({key: value for key, value in self.data.items() if value not in ({}, [])})

    def read(self) -> tuple[Law, Proposal]:
        """The law with this proposal, as the loader reads the file. Raises LawError, YamlError."""
        return with_proposal(law(), parse_yaml(self.text(), FILE), catalogue())

    def version(self) -> Version:
        """The version that it makes. Raises LawError, YamlError, VersionError."""
        found, proposal = self.read()
        return amended(found, proposal, proposal.country)

    def faults(self) -> tuple[str, ...]:
        """Everything that keeps it from being a law file, in the loader's sentences."""
        try:
            self.version()
        except LawError as error:
            return tuple(PLACE.sub("", problem) for problem in error.problems)
        except (YamlError, VersionError) as error:
            return (PLACE.sub("", str(error)),)
        return ()

    def write(self, path: Path) -> None:
        """Write the law file. Raises LawError for one that is not sound, OSError; then nothing is written."""
        faults = self.faults()
        if faults:
            raise LawError(list(faults))
        write_text(path, self.text())


def begun(version: Version, text: str, name: str) -> Draft:
    """A draft that begins from a version, named ``text``: a proposal with its clauses, or a day.

    Suspension is no part of a proposal: it is switched on beside it.
    """
    proposal = version.proposal
    head: Plain = {"proposal": name, "title": dict.fromkeys(LANGUAGES, "")}
    if proposal is None:
        base = version.moment.isoformat(timespec="minutes") if "T" in version.name else None
        return Draft(
            {
                **head,
                "amends_country": version.country,
                "base": base or version.day.isoformat(),
                "note": dict.fromkeys(LANGUAGES, ""),
                "source": dict.fromkeys(LANGUAGES, ""),
            }
        )
    written = deepcopy(proposal_data(text)) or {}
    kept = Draft({**head, **{k: v for k, v in written.items() if k not in head}})
    for clause in version.off:
        kept = kept.without(clause)
    return Draft({"source": dict.fromkeys(LANGUAGES, ""), **kept.data, **head})
