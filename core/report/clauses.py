"""What a clause changes in the outcome of a case, in words; and a matrix of many cases as lines.

>>> effect_words("alone", "en")
'changes the outcome by itself'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.decision.settle import Settled
from core.explore.clauses import ALONE, TOGETHER, WAY, CaseEffects, Effect, MatrixRow
from core.law.switch import ASSUME
from core.law.version import Version
from core.report.changes import Change, changes_of
from core.report.facts import capital, join
from core.report.outcome import outcome_name
from core.report.sentences import version_title
from core.words import many, say

MARKS = {ALONE: "●", TOGETHER: "◐", WAY: "◇"}
"""The shape of an effect; a point stands for none."""
POINT = "·"

SCHEMA = "threshold/clauses/1"


def effect_words(kind: str, lang: str) -> str:
    """What an effect is, in a few words."""
    match kind:
        case "alone":
            return say(lang, "changes the outcome by itself")
        case "together":
            return say(lang, "changes the outcome only together with others")
        case "way":
            return say(lang, "changes only the way to the outcome")
        case _:
            return say(lang, "changes nothing")


def settled_words(settled: Settled, country: str, lang: str) -> str:
    """An outcome in words, or those that are possible."""
    names = [outcome_name(name, country, lang) for name in settled.possible]
    return join(names, say(lang, "or"))


def switch_words(name: str, changes: dict[str, Change], lang: str) -> str:
    """A switch that is thrown: the title of a clause; of an assumption, that it is not made."""
    title = say(lang, "“{title}”", title=changes[name].title)
    return say(lang, "without assuming {question}", question=title) if _assumed(name) else title


def partner_words(effect: Effect, changes: dict[str, Change], lang: str) -> str:
    """With what a clause changes something; empty where it needs nothing else."""
    return _sets_words(effect.partners, changes, lang)


def _sets_words(sets: Sequence[Sequence[str]], changes: dict[str, Change], lang: str) -> str:
    """Sets of switches, any one of which will do."""
    words = (
        join([switch_words(name, changes, lang) for name in names], say(lang, "and"))
        for names in sets
    )
    return say(lang, "; or ").join(words)


def effect_sentences(
    effect: Effect, found: CaseEffects, version: Version, changes: dict[str, Change], lang: str
) -> list[str]:
    """All there is to say of one clause and one case, a sentence each."""
    country = version.country
    kind = capital(effect_words(effect.kind, lang))
    partners = partner_words(effect, changes, lang)
    lines = [say(lang, "{what}: {name}.", what=kind, name=partners)]
    if effect.kind == ALONE or not partners:
        lines = [f"{kind}."]
    if not _assumed(effect.clause):
        lines.append(
            say(
                lang,
                "The base: {base}. With this clause alone: {alone}.",
                base=settled_words(found.base, country, lang),
                alone=settled_words(effect.alone, country, lang),
            )
        )
    lines.append(
        say(
            lang,
            "The whole proposal: {whole}. Without this: {without}.",
            whole=settled_words(found.whole, country, lang),
            without=settled_words(effect.without, country, lang),
        )
    )
    return lines


def _assumed(name: str) -> bool:
    return name.startswith(ASSUME)


def changing_words(found: CaseEffects, changes: dict[str, Change], lang: str) -> str:
    """The smallest sets of clauses that change the outcome of the base."""
    if not found.exact:
        return say(lang, "Too many settings would have to be tried; not all were.")
    if not found.changing:
        return say(lang, "No clause changes the outcome of the base, whichever are on.")
    return say(
        lang,
        "Smallest change of the outcome of the base: {sets}.",
        sets=_sets_words(found.changing, changes, lang),
    )


# --- the terminal ----------------------------------------------------------------------------------
def change_lines(version: Version, chosen: dict[str, str], lang: str) -> list[str]:
    """What a proposal changes, as a list."""
    lines = [version_title(version, lang), "", say(lang, "What it changes")]
    for at, change in enumerate(changes_of(version, chosen, lang)):
        off = "" if change.on else f" ({say(lang, 'switched off')})"
        where = f"{change.cite} " if change.cite else ""
        head = f"{letter(at)}  {change.title} [{change.name}]{off}"
        lines.append(f"{head}: {where}{change.did}" if where else f"{head}: {change.after}")
        if where:
            lines += [f"     - {change.before}"] if change.before else []
            lines += [f"     + {change.after}"] if change.after else []
    return lines


def letter(at: int) -> str:
    """A short name for the clause at a place: a to z, then a1, b1 …"""
    return f"{chr(ord('a') + at % 26)}{at // 26 or ''}"


def matrix_lines(
    rows: Sequence[MatrixRow],
    titles: dict[str, str],
    version: Version,
    names: Sequence[str],
    lang: str,
) -> list[str]:
    """A line for each case in which some clause changes something, and how many others there are."""
    wide = [max(2, len(letter(at)) + 1) for at in range(len(names))]
    lines = ["".join(f"{letter(at):<{wide[at]}}" for at in range(len(names)))]
    idle = 0
    for row in rows:
        kinds = {effect.clause: effect.kind for effect in row.found.effects}
        marks = [MARKS.get(kinds.get(name, ""), POINT) for name in names]
        if row.found.exact and set(marks) == {POINT}:
            idle += 1
            continue
        cells = "".join(f"{mark:<{wide[at]}}" for at, mark in enumerate(marks))
        base, whole = (
            settled_words(s, version.country, lang) for s in (row.found.base, row.found.whole)
        )
        lines.append(f"{cells} {titles.get(row.id, row.id)}: {base} → {whole}")
    if idle:
        lines += [
            "",
            many(
                lang,
                "{n} case more: no clause changes anything.",
                "{n} cases more: no clause changes anything.",
                idle,
            ),
        ]
    return lines


def clauses_data(
    rows: Sequence[MatrixRow], version: Version, chosen: dict[str, str], lang: str
) -> dict[str, Any]:
    """The same as plain data. An assumption in ``partners`` or ``changing`` is not made."""
    return {
        "schema": SCHEMA,
        "version": version.name,
        "title": version_title(version, lang),
        "changes": [
            {
                "clause": change.name,
                "verb": change.verb,
                "title": change.title,
                "cite": change.cite,
                "before": change.before,
                "after": change.after,
                "on": change.on,
            }
            for change in changes_of(version, chosen, lang)
        ],
        "cases": [
            {
                "id": row.id,
                "base": _settled(row.found.base),
                "whole": _settled(row.found.whole),
                "exact": row.found.exact,
                "changing": [list(names) for names in row.found.changing],
                "effects": [
                    {
                        "clause": effect.clause,
                        "kind": effect.kind,
                        "alone": _settled(effect.alone),
                        "without": _settled(effect.without),
                        "partners": [list(names) for names in effect.partners],
                    }
                    for effect in row.found.effects
                ],
            }
            for row in rows
        ],
    }


def _settled(settled: Settled) -> dict[str, Any]:
    return {"outcome": settled.outcome, "how": settled.how, "possible": list(settled.possible)}
