"""What there is to know about one provision, as plain data in one language, before any widget.

Everything comes from the law and from the comparison that is on the screen: the texts in the
order of time with what each changed, which of them each column reads, how sure we are, where it
was read, which choices it consults, and the whole reasoning of both columns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.law.cut import reading_moment
from core.law.load import law
from core.law.provisions import CONSEQUENCE
from core.logic.tree import Choose, Chosen, walk
from core.report.dates import moment_words
from core.report.sentences import reason_lines
from core.report.worddiff import Piece, alike, word_diff
from core.words import say
from gui.columns.choices import SwitchView, switch_view
from gui.columns.follows import follow_reasons
from gui.columns.rows import Reason, missing_words
from gui.columns.truths import line_truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.case.setup import Setup
    from core.decision.model import Comparison, Decision, Row, Verdict
    from core.law.provisions import Provision, Text

LANGUAGES = {"en": "English", "fr": "Français"}
"""Each language is named in itself."""


@dataclass(frozen=True, slots=True)
class TextView:
    """One text of the provision in time."""

    period: str
    by: str
    read_by: tuple[str, ...]
    gist: tuple[Piece, ...]
    changed: str
    mark: str


@dataclass(frozen=True, slots=True)
class SideView:
    """What one column makes of the provision, or of what stands level with it in another law."""

    title: str
    reasons: tuple[Reason, ...]
    missing: str


NOTHING = SideView("", (), "")


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """One provision, opened."""

    id: str
    kind: str
    title: str
    cite: str
    gists: tuple[tuple[str, str], ...]
    texts: tuple[TextView, ...]
    mark: str
    means: str
    sources: str
    switches: tuple[SwitchView, ...]
    sides: tuple[SideView, SideView]


def provision_view(
    provision: Provision, comparison: Comparison, setup: Setup, lang: str
) -> ProvisionView:
    """Gather what there is to know about a provision."""
    mark = law().marks[provision.mark]
    other = next(code for code in LANGUAGES if code != lang)
    return ProvisionView(
        id=provision.id,
        kind=kind_words(provision.kind, lang),
        title=provision.title[lang],
        cite=provision.cite[lang],
        gists=tuple((LANGUAGES[code], provision.gist[code]) for code in (lang, other)),
        texts=tuple(_text_views(provision, comparison, lang)),
        mark=mark.title[lang],
        means=mark.means[lang],
        sources=source_words(provision.sources),
        switches=_switches(provision, comparison, setup, lang),
        sides=_sides(provision, comparison, lang),
    )


def kind_words(kind: str, lang: str) -> str:
    """Say what a kind of rule does, in plain words."""
    match kind:
        case "ground":
            return say(lang, "A ground: where it is met, the claim is not heard here")
        case "exemption":
            return say(lang, "An exemption: where it is met, a ground does not apply")
        case "scope":
            return say(lang, "A rule of scope: it says whom or what another rule reaches")
        case "part":
            return say(lang, "One of the parts of a longer provision")
        case "term":
            return say(lang, "A term: it says what a word of the law means")
        case "consequence":
            return say(lang, "A consequence: what follows from the outcome")
        case _:
            return say(lang, "A policy: a favour that officials may grant")


def source_words(keys: tuple[str, ...]) -> str:
    """Return the sources, each with its title and address, as text to be copied."""
    found = (law().sources[key] for key in keys if key in law().sources)
    return "\n".join(f"{source.title}\n{source.address}" for source in found)


def _text_views(provision: Provision, comparison: Comparison, lang: str) -> Iterator[TextView]:
    texts = list(provision.texts)
    for side in (comparison.left, comparison.right):
        read = side.version.texts.get(provision.id)
        if read is not None and not any(text is read for text in texts):
            texts.append(read)
    for text in texts:
        yield TextView(
            period=_period(text, lang),
            by=_instrument(text, lang),
            read_by=tuple(_readers(text, provision, comparison, lang)),
            gist=_gist(text, _before(text, provision), lang),
            changed=text.changed[lang] if text.changed is not None else "",
            mark="" if text.mark == provision.mark else law().marks[text.mark].title[lang],
        )


def _period(text: Text, lang: str) -> str:
    if text.clause is not None:
        return say(lang, "As proposed; never in force")
    start = moment_words(text.start, lang)
    if text.until is None:
        return say(lang, "Since {start}", start=start)
    return say(lang, "From {start} until {end}", start=start, end=moment_words(text.until, lang))


def _instrument(text: Text, lang: str) -> str:
    if text.clause is not None:
        return say(lang, "clause “{clause}”", clause=text.clause)
    return text.by[lang]


def _readers(text: Text, provision: Provision, comparison: Comparison, lang: str) -> Iterator[str]:
    if comparison.left.version.texts.get(provision.id) is text:
        yield say(lang, "read by the left column")
    if comparison.right.version.texts.get(provision.id) is text:
        yield say(lang, "read by the right column")


def _before(text: Text, provision: Provision) -> Text | None:
    """Return the text that this one replaced."""
    if text.clause is not None:
        base = reading_moment(text.start)
        return next((old for old in provision.texts if old.in_force(base)), None)
    at = next(n for n, one in enumerate(provision.texts) if one is text)
    return provision.texts[at - 1] if at else None


def _gist(text: Text, before: Text | None, lang: str) -> tuple[Piece, ...]:
    if before is None:
        return (Piece("same", text.gist[lang]),)
    pieces = word_diff(before.gist[lang], text.gist[lang])
    return (Piece("same", text.gist[lang]),) if alike(pieces) else pieces


def _switches(
    provision: Provision, comparison: Comparison, setup: Setup, lang: str
) -> tuple[SwitchView, ...]:
    """Return the choices that either column's text consults, each once."""
    found: dict[str, SwitchView] = {}
    for side in (comparison.left, comparison.right):
        text = side.version.texts.get(provision.id)
        for key in consulted(text) if text is not None else ():
            view = switch_view(key, side, setup, lang)
            if view is not None:
                found.setdefault(view.key, view)
    return tuple(found.values())


def consulted(text: Text) -> Iterator[str]:
    """Yield the `assume:NAME` and `reading:ID` that a text looks at itself."""
    limbs = (limb.condition for limb in text.limbs.values())
    for condition in (text.when, text.gate, text.applies, *limbs):
        for node in walk(condition):
            if isinstance(node, Chosen | Choose):
                yield f"{node.kind}:{node.id}"


def _sides(provision: Provision, comparison: Comparison, lang: str) -> tuple[SideView, SideView]:
    """What each column makes of the provision; nothing where neither has anything to say."""
    row = next((row for row in comparison.rows if _stands_in(provision, row)), None)
    left, right = (row.left, row.right) if row is not None else (None, None)
    made = (
        _side(provision, left, comparison.left, say(lang, "Left column"), lang),
        _side(provision, right, comparison.right, say(lang, "Right column"), lang),
    )
    if not any(side.reasons for side in made):
        return NOTHING, NOTHING
    missing = missing_words(provision, comparison, lang)
    first, second = (side if side.reasons else replace(side, missing=missing) for side in made)
    return first, second


def _stands_in(provision: Provision, row: Row) -> bool:
    verdicts = (row.left, row.right)
    return any(verdict and verdict.provision.id == provision.id for verdict in verdicts)


def _side(
    provision: Provision, verdict: Verdict | None, side: Decision, title: str, lang: str
) -> SideView:
    if provision.kind == CONSEQUENCE:
        return SideView(title, follow_reasons(provision.id, side, lang), "")
    if verdict is None:
        return SideView(title, (), "")
    if verdict.provision.id != provision.id:
        cite = verdict.provision.cite[lang]
        title = say(lang, "{label}: {value}", label=title, value=cite)
    lines = reason_lines(verdict, lang)
    reasons = tuple(Reason(line.depth, line_truth(line.truth), line.text) for line in lines)
    return SideView(title, reasons, "")
