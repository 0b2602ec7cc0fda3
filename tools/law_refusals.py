"""Write docs/law-refusals.md: every refusal of the law's loader, with the message it really gives.

    python tools/law_refusals.py

Each example is a small file that is added to the law of the program and breaks one rule. The tests run
the same examples, so that every message on the page is one that the program gives today.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

PAGE = ROOT / "docs" / "law-refusals.md"

PROVISION = """\
country: ca
provisions:
- id: ca.example.1
  kind: exemption
  effect: {outcome: heard, how: exempt}
  exempts: [ca.irpa.101(1)(e)]
  order: 99001
  node: exceptions
  cite: {en: Example 1, fr: Exemple 1}
  title: {en: An example, fr: Un exemple}
  gist: {en: "It only stands here.", fr: "Il ne figure qu'ici."}
  mark: our_reading
  sources: [act]
  texts:
  - from: 2004-12-29
    by: SOR/2004-217
    when: claimant.age < 18
"""

PROPOSAL = """\
proposal: example_2018
title: {en: An example, fr: Un exemple}
amends_country: ca
base: 2018-05-01
note: {en: "It only stands here.", fr: "Il ne figure qu'ici."}
sources: [reuters]
assumes:
  limit:
    question: {en: "Is there a limit?", fr: "Y a-t-il un délai?"}
    choices:
      short: {en: a short one, fr: un délai court}
      long: {en: a long one, fr: un long délai}
    default: short
    note: {en: not specified, fr: non précisé}
amends:
- clause: ages
  title: {en: The age, fr: "L'âge"}
  replace: ca.irpr.159.5(g)
  mark: our_reading
  changed: {en: the age counts, fr: "l'âge compte"}
  gist: {en: "The age counts.", fr: "L'âge compte."}
  when: claimant.age < 18
"""

INSERTING = (
    PROPOSAL[: PROPOSAL.index("  replace:")]
    + """\
  insert:
    id: ca.example.2
    kind: exemption
    effect: {outcome: heard, how: exempt}
    exempts: [ca.irpa.101(1)(e)]
    order: 99002
    node: exceptions
    cite: {en: Example 2, fr: Exemple 2}
    title: {en: An example, fr: Un exemple}
    gist: {en: "It only stands here.", fr: "Il ne figure qu'ici."}
    mark: our_reading
    sources: [reuters]
    when: claimant.age < 18
"""
)

SECOND = PROVISION[PROVISION.index("- id:") :]


@dataclass(frozen=True)
class Example:
    """A rule, the words of the file that break it, and those they stand in place of."""

    rule: str
    old: str
    new: str
    base: str = PROVISION

    @property
    def text(self) -> str:
        """The whole broken file."""
        if self.old not in self.base:
            raise ValueError(f"{self.rule}: the example no longer has {self.old!r}")
        return self.base.replace(self.old, self.new, 1)


WHEN = "claimant.age < 18"

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "The file": (
        Example("it is no YAML", "  kind: exemption", "  kind: [exemption"),
        Example(
            "a key stands twice", "  mark: our_reading", "  mark: our_reading\n  mark: derived"
        ),
        Example("an unknown key", "  mark: our_reading", "  marks: our_reading"),
    ),
    "A provision": (
        Example("an unknown kind", "kind: exemption", "kind: exception"),
        Example("no mark, or a mark that does not exist", "mark: our_reading", "mark: certain"),
        Example("no source", "  sources: [act]\n", ""),
        Example("a source that does not exist", "sources: [act]", "sources: [the_act]"),
        Example("a language is missing", "{en: An example, fr: Un exemple}", "{en: An example}"),
        Example("a node that does not exist", "node: exceptions", "node: exception"),
        Example("an id that stands already", "id: ca.example.1", "id: ca.irpr.159.5(a)"),
        Example("a place in the order that is taken", "order: 99001", "order: 100"),
        Example(
            "a ground without an effect",
            "kind: exemption\n  effect: {outcome: heard, how: exempt}\n  exempts: [ca.irpa.101(1)(e)]",
            "kind: ground",
        ),
        Example("an exemption from nothing", "  exempts: [ca.irpa.101(1)(e)]\n", ""),
        Example(
            "an exemption from something that is no ground",
            "[ca.irpa.101(1)(e)]",
            "[ca.irpr.159.5]",
        ),
        Example(
            "an exemption from something that does not exist",
            "[ca.irpa.101(1)(e)]",
            "[ca.irpa.101]",
        ),
        Example(
            "a part of something that has no parts",
            "kind: exemption",
            "kind: part\n  of: ca.irpr.159.4(1)(a)",
        ),
        Example("a term over something that is no list", "order: 99001", "over: claimant.age"),
    ),
    "A text": (
        Example("no text at all", PROVISION[PROVISION.index("  texts:") :], "  texts: []\n"),
        Example("no day", "  - from: 2004-12-29\n    by:", "  - by:"),
        Example("a day that is no day", "from: 2004-12-29", "from: 29 December 2004"),
        Example("an instrument that does not exist", "by: SOR/2004-217", "by: SOR/2004-999"),
        Example(
            "two texts overlap",
            f"    when: {WHEN}\n",
            f"    until: 2010-01-01\n    when: {WHEN}\n"
            "  - {from: 2009-07-23, by: SOR/2009-210, when: claimant.age < 16}\n",
        ),
        Example(
            "a gap between two texts",
            f"    when: {WHEN}\n",
            f"    until: 2009-01-01\n    when: {WHEN}\n"
            "  - {from: 2009-07-23, by: SOR/2009-210, when: claimant.age < 16}\n",
        ),
        Example(
            "a text ends before it begins",
            f"    when: {WHEN}\n",
            f"    until: 2001-01-01\n    when: {WHEN}\n",
        ),
    ),
    "A comparison": (
        Example("an unknown fact", WHEN, "claimant.height < 18"),
        Example("a value outside the choices", WHEN, "'entry.place == \"bridge\"'"),
        Example("values of two types", WHEN, "'claimant.age == \"minor\"'"),
        Example("something that has no order", WHEN, "'entry.place < \"train\"'"),
        Example("a list compared with ==", WHEN, "'claimant.nationalities == \"US\"'"),
        Example("a bare date", WHEN, "entry.date < 2023-03-25"),
        Example("a day that does not exist", WHEN, "'entry.date < D(\"2023-02-30\")'"),
        Example(
            "more than one comparison", WHEN, "claimant.age < 18 and claimant.stateless == true"
        ),
        Example("a function that does not exist", WHEN, "claimant.age < today()"),
        Example("a method that does not exist", WHEN, "entry.date.until(claim.date) < 14"),
        Example("Python that is no part of the language", WHEN, "claimant.age < 6 * 3"),
        Example(
            "a fact that may not apply, unasked",
            WHEN,
            "{some: {d: claimant.documents}, where: ['d.passport_condition == \"chip\"']}",
        ),
    ),
    "A condition": (
        Example("no condition", WHEN, "true"),
        Example("a word that begins no condition", WHEN, "{either: [claimant.age < 18]}"),
        Example("a key that does not belong there", WHEN, "{not: claimant.age < 18, also: 1}"),
        Example("all: without a list", WHEN, "{all: claimant.age < 18}"),
        Example(
            "some: over something that is no list", WHEN, "{some: {r: claimant.age}, where: []}"
        ),
        Example(
            "a variable that is not bound", WHEN, '{term: "ca.irpr.159.1#family_member", of: r}'
        ),
        Example("granted: of a fact that is no favour", WHEN, "{granted: claimant.stateless}"),
        Example(
            "choose: with one position",
            WHEN,
            "{choose: {reading: n.waters}, coastal_too: {all: []}}",
        ),
    ),
    "A reference": (
        Example("a provision that does not exist", WHEN, "{provision: ca.irpr.159.9}"),
        Example("a limb that does not exist", WHEN, "{limb: window}"),
        Example(
            "a term that does not exist",
            WHEN,
            "{some: {r: relatives}, where: [{term: ca.irpr.159.1, of: r}]}",
        ),
        Example(
            "a table that does not exist", WHEN, "{table: moratorium, on: claimant.nationalities}"
        ),
        Example("a reading that does not exist", WHEN, "{reading: n.hours, is: calendar}"),
        Example("a position that does not exist", WHEN, "{reading: n.waters, is: everywhere}"),
        Example(
            "choose: without one of the positions",
            WHEN,
            "{choose: {reading: n.age_moment}, claim: claimant.age < 18, "
            "entry: claimant.age_at_entry < 18}",
        ),
        Example("a provision that refers to itself in a circle", WHEN, "{provision: ca.example.1}"),
    ),
    "A proposal": (
        Example("an unknown key", "amends_country: ca", "country: ca", PROPOSAL),
        Example("no base", "base: 2018-05-01\n", "", PROPOSAL),
        Example(
            "a provision that its base does not have",
            "replace: ca.irpr.159.5(g)",
            "replace: ca.irpr.159.4(1.1)",
            PROPOSAL,
        ),
        Example(
            "a clause that does two things",
            "  replace: ca.irpr.159.5(g)",
            "  replace: ca.irpr.159.5(g)\n  repeal: ca.irpr.159.5(f)",
            PROPOSAL,
        ),
        Example("a default that is no position", "default: short", "default: none", PROPOSAL),
        Example(
            "an assumption that it does not make", WHEN, "{assume: waters, is: covered}", PROPOSAL
        ),
        Example("a source that does not exist", "[reuters]", "[newspaper]", PROPOSAL),
        Example(
            "a name that could not stand in the name of a version",
            "clause: ages",
            "clause: ages and more",
            PROPOSAL,
        ),
        Example(
            "two clauses on one provision",
            f"  when: {WHEN}\n",
            f"  when: {WHEN}\n- clause: gone\n  title: {{en: Gone, fr: Abrogé}}\n"
            "  repeal: ca.irpr.159.5(g)\n",
            PROPOSAL,
        ),
        Example(
            "a circle by way of a clause",
            WHEN,
            "{provision: ca.irpr.159.5(g)}",
            PROPOSAL,
        ),
    ),
    "A provision that a proposal inserts": (
        Example("one that the base has", "id: ca.example.2", "id: ca.irpr.159.5(g)", INSERTING),
        Example(
            "a key of a provision with dated texts",
            f"    when: {WHEN}",
            f"    texts: [{{from: 2018-05-01, when: {WHEN}}}]",
            INSERTING,
        ),
        Example(
            "a condition beside it", "  insert:", "  when: claimant.age < 18\n  insert:", INSERTING
        ),
        Example("a place in the order that is taken", "order: 99002", "order: 100", INSERTING),
        Example(
            "a way to the outcome that nothing brings", "how: exempt", "how: spared", INSERTING
        ),
        Example(
            "a source that does not exist",
            "sources: [reuters]\n    when",
            "sources: [news]\n    when",
            INSERTING,
        ),
        Example("a circle", WHEN, "{provision: ca.example.2}", INSERTING),
    ),
}

HEAD = """\
# What the loader of the law refuses

This page is made by `tools/law_refusals.py`, which adds each broken file to the law of the program and
copies the message; do not edit it by hand. A law with any of these mistakes does not load at all: the
program, its tests and `threshold check` name every mistake with file, line and a sentence.

The examples break one of three small files. In each, the words on the left stand in place of those the
sound file has (or are added to it).

The sound provision:

```yaml
{provision}```

The sound proposal:

```yaml
{proposal}```

The sound proposal that inserts a provision ends otherwise:

```yaml
{inserting}```
"""


@cache
def message(example: Example) -> str:
    """What the loader says to an example; empty if it takes it."""
    from core.case.catalogue import catalogue
    from core.files.resources import load_folder
    from core.files.yamlfile import YamlError, parse_yaml
    from core.law.load import build_law, law, with_proposal
    from core.law.shape import LawError

    try:
        if example.base in (PROPOSAL, INSERTING):
            with_proposal(law(), parse_yaml(example.text, "example.yaml"), catalogue())
        else:
            document = parse_yaml(example.text, "law/ca/example.yaml")
            build_law([*load_folder("law"), document], catalogue())
    except (LawError, YamlError) as error:
        return str(error)
    return ""


def page() -> str:
    """The whole page."""
    parts = [
        HEAD.format(
            provision=PROVISION,
            proposal=PROPOSAL,
            inserting=INSERTING[INSERTING.index("amends:") :],
        )
    ]
    for title, examples in EXAMPLES.items():
        parts.append(f"## {title}\n")
        for example in examples:
            parts.append(f"**{example.rule[0].upper()}{example.rule[1:]}**\n")
            parts.append(f"```yaml\n{_written(example)}\n```\n")
            parts.append(f"```text\n{message(example)}\n```\n")
    return "\n".join(parts).rstrip("\n") + "\n"


def _written(example: Example) -> str:
    """The lines of the broken file that differ from the sound one."""
    sound = example.base.splitlines()
    broken = [line for line in example.text.splitlines() if line not in sound]
    if broken:
        return "\n".join(broken)
    gone = [line for line in sound if line not in example.text.splitlines()]
    return "\n".join(f"# left out: {line.strip()}" for line in gone)


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
