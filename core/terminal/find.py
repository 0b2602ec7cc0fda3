"""``threshold find``: a case with the outcomes somebody asks for, or a pair of cases around a provision.

>>> from core.terminal.options import parser
>>> told = ["find", "--outcomes", "heard,returned", "--json"]
>>> code, text, data = find_of(parser().parse_args(told))
>>> code, data["found"][0]["case"]["id"], data["found"][0]["outcomes"]
(0, 'an-empty-road', ['heard', 'returned'])
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from core.case.casefile import CaseFile, write_case
from core.case.catalogue import catalogue
from core.case.setup import Setup
from core.decision.settle import HEARD, ORDER
from core.explore.contrast import Contrast, contrasts
from core.explore.find import Found, find
from core.explore.steps import finish
from core.explore.wanted import Wanted, can_decide
from core.files.kinds import is_there
from core.law.load import law
from core.law.provisions import Provision
from core.law.version import Version, find_version, is_own
from core.report.contract import case_data
from core.report.differs import change_words, changes_words, fact_lines
from core.report.found import case_title, found_file, found_title, none_words, pair_files
from core.report.outcome import outcome_name, version_title
from core.report.sidebyside import GAP, OUTCOMES
from core.terminal.options import InputError, chosen_setup, find_case
from core.words import many, say

SCHEMA = "threshold/find/1"
ANY = "any"
KINDS = (".yaml", ".yml", ".json")
Answer = tuple[int, str, Any]


def find_of(given: argparse.Namespace) -> Answer:
    """What was found as lines and as data; with ``-o`` it is written, too. Raises InputError."""
    near = find_case(given.near) if given.near else None
    targets = _targets(given)
    if given.pair:
        return _pairs_of(given, near, targets)
    if given.version_of_pair:
        raise InputError("--version: this is the version of a pair; give --pair PROVISION, too")
    into = _into(given, near)
    setup = chosen_setup(near.setup if near else Setup(), given, into)
    wanted = Wanted(_outcomes(given), _deciding(given.deciding, setup, into))
    if wanted == Wanted((None, None)):
        raise InputError("say what to look for: --outcomes L,R, --deciding PROVISION or --pair")
    found = finish(find(setup, wanted, into, near.case if near else None))
    names = tuple(_version_words(name, into, given.lang) for name in (setup.left, setup.right))
    written = _write(targets, [found_file(found[0])] if found else [], given.lang)
    lines = [GAP.join(names), *_asked(wanted, given.lang), ""]
    for number, one in enumerate(found, 1):
        lines += _found_lines(number, one, near, into, given.lang)
    data = {
        "schema": SCHEMA,
        "into": into,
        "setup": asdict(setup),
        "outcomes": list(wanted.outcomes),
        "deciding": wanted.deciding,
        "near": case_data(near, given.lang) if near else None,
        "found": [_found_data(one, near, given.lang) for one in found],
        "note": "" if found else none_words(given.lang),
    }
    return 0, _text(lines, written, bool(found), given.lang), data


def _pairs_of(
    given: argparse.Namespace, near: CaseFile | None, targets: tuple[Path, ...]
) -> Answer:
    """Pairs around a provision under one version."""
    if given.outcomes or given.deciding:
        raise InputError("--pair: a pair brings its outcomes; leave out --outcomes and --deciding")
    provision = _provision(given.pair)
    into = _into(given, near, provision.country)
    setup = chosen_setup(near.setup if near else Setup(), given, into)
    setup = setup.with_version("left", given.version_of_pair or setup.left)
    _check_stands(provision, [_version(setup.left, into)], "--pair")
    pairs = finish(contrasts(provision.id, setup, into, near.case if near else None))
    written = _write(targets, list(pair_files(pairs[0])) if pairs else [], given.lang)
    title = _version_words(setup.left, into, given.lang)
    lines = [title, f"{provision.title[given.lang]} ({provision.cite[given.lang]})", ""]
    for number, pair in enumerate(pairs, 1):
        lines += _pair_lines(number, pair, near, into, given.lang)
    data = {
        "schema": SCHEMA,
        "into": into,
        "version": setup.left,
        "provision": provision.id,
        "pairs": [_pair_data(pair, near, given.lang) for pair in pairs],
        "note": "" if pairs else none_words(given.lang),
    }
    return 0, _text(lines, written, bool(pairs), given.lang), data


# --- what is asked ----------------------------------------------------------------------------------
def _into(given: argparse.Namespace, near: CaseFile | None, usual: str | None = None) -> str:
    known = catalogue().directions
    if given.into is not None and given.into not in known:
        raise InputError(f"--into {given.into}: expected one of {', '.join(known)}")
    own = near.case.get("journey.into") if near else None
    if own is not None and given.into not in (None, own):
        raise InputError(f"--into {given.into}: the case named by --near goes into {own}")
    return str(given.into or own or usual or catalogue().opening["into"])


def _outcomes(given: argparse.Namespace) -> tuple[str | None, str | None]:
    if not given.outcomes:
        return None, None
    known = (HEARD, *ORDER, ANY)
    told = [word.strip() for word in given.outcomes.split(",")]
    if len(told) != 2 or any(word not in known for word in told):
        raise InputError(
            f"--outcomes {given.outcomes}: expected two of {', '.join(known)} "
            "with a comma between them, left and right"
        )
    left, right = (None if word == ANY else word for word in told)
    return left, right


def _deciding(name: str | None, setup: Setup, into: str) -> str | None:
    if not name:
        return None
    provision = _provision(name)
    _check_stands(provision, [_version(v, into) for v in (setup.left, setup.right)], "--deciding")
    return provision.id


def _provision(name: str) -> Provision:
    provision = law().find(name)
    if provision is None:
        near = [key for key in law().provisions if name in key][:8]
        hint = f"; near it: {', '.join(near)}" if near else "; see: threshold list provisions"
        raise InputError(f"{name}: no single provision has this name{hint}")
    return provision


def _check_stands(provision: Provision, versions: list[Version | None], option: str) -> None:
    """Refuse a provision that can decide nothing under these versions."""
    if any(version is None or provision in can_decide(version) for version in versions):
        return
    there = [version for version in versions if version and provision.id in version.texts]
    if there:
        raise InputError(
            f"{option} {provision.id}: it carries no outcome by itself; "
            "name a ground, an exception or a part of one (see: threshold list provisions)"
        )
    names = " or ".join(dict.fromkeys(version.name for version in versions if version))
    raise InputError(f"{option} {provision.id}: it does not stand in {names}")


def _version(name: str, into: str) -> Version | None:
    """A version; None for the law of a case's own days, which an empty question has not."""
    return None if is_own(name) else find_version(name, into)


def _version_words(name: str, into: str, lang: str) -> str:
    version = _version(name, into)
    return say(lang, "The case's own law") if version is None else version_title(version, lang)


def _targets(given: argparse.Namespace) -> tuple[Path, ...]:
    """The files to write: one, or of a pair two. Raises InputError before anything is looked for."""
    if not given.output:
        return ()
    target = Path(given.output)
    if target.suffix.lower() not in KINDS:
        raise InputError(f"{target}: expected a file ending in one of {', '.join(KINDS)}")
    targets: tuple[Path, ...] = (target,)
    if given.pair:
        targets = tuple(target.with_stem(f"{target.stem}-{n}") for n in (1, 2))
    for path in targets:
        if is_there(path):
            raise InputError(f"{path}: there is a file of this name already; name another")
    return targets


def _write(targets: tuple[Path, ...], files: list[CaseFile], lang: str) -> list[str]:
    """Write what was found; returns a line for each file. Raises InputError."""
    told = []
    for path, file in zip(targets, files, strict=False):
        try:
            write_case(path, replace(file, id=None))
        except OSError as error:
            why = error.strerror or str(error)
            raise InputError(f"{path}: it cannot be written: {why}") from None
        told.append(say(lang, "Saved as {file}.", file=str(path)))
    return told


# --- for people -------------------------------------------------------------------------------------
def _text(lines: list[str], written: list[str], found: bool, lang: str) -> str:
    if not found:
        lines = [*lines, none_words(lang), ""]
    lines = [*lines, *written, *([""] if written else [])]
    return "\n".join((*lines, say(lang, "Teaching tool, not legal advice."))) + "\n"


def _asked(wanted: Wanted, lang: str) -> Iterator[str]:
    if wanted.deciding is not None:
        provision = law().provisions[wanted.deciding]
        what = f"{provision.title[lang]} ({provision.cite[lang]})"
        yield say(lang, "Decided by: {what}", what=what)


def _found_lines(
    number: int, found: Found, near: CaseFile | None, into: str, lang: str
) -> Iterator[str]:
    yield f"{number}  {_named(found_title(found, lang), found.source)}"
    countries = (_country(found.setup.left, into), _country(found.setup.right, into))
    words = [_outcome(*pair, lang) for pair in zip(found.outcomes, countries, strict=True)]
    yield f"   {GAP.join(words)}"
    yield from _made_lines(found, near, lang)
    yield ""


def _made_lines(found: Found, near: CaseFile | None, lang: str) -> Iterator[str]:
    if found.source:
        return
    if found.changes:
        base = near.case if near else found.base()
        yield "   " + many(lang, "{n} fact differs:", "{n} facts differ:", len(found.changes))
        yield from (f"     {words}" for words in changes_words(base, found.changes, lang))
        return
    yield "   " + say(lang, "Its facts:")
    yield from (f"     {words}" for words in fact_lines(found.case, lang))


def _pair_lines(
    number: int, pair: Contrast, near: CaseFile | None, into: str, lang: str
) -> Iterator[str]:
    title = case_title(pair.source, pair.near, lang)
    if near is not None:
        title = near.title(lang) or title
    country = _country(pair.setup.left, into)
    yield f"{number}  {_named(title, pair.source)}"
    yield f"   {_outcome(pair.outcomes[0], country, lang)}"
    yield "   " + say(lang, "With one fact changed:")
    yield from (f"     {words}" for words in changes_words(pair.first, pair.change, lang))
    yield f"   {_outcome(pair.outcomes[1], country, lang)}"
    yield ""


def _named(title: str, source: str) -> str:
    return f"{title} ({source})" if source else title


def _outcome(outcome: str, country: str, lang: str) -> str:
    return f"{OUTCOMES[outcome]} {outcome_name(outcome, country, lang)}"


def _country(name: str, into: str) -> str:
    version = _version(name, into)
    return into if version is None else version.country


# --- data -------------------------------------------------------------------------------------------
def _found_data(found: Found, near: CaseFile | None, lang: str) -> dict[str, Any]:
    base = near.case if near else found.base()
    file = found_file(found)
    return {
        "case": case_data(file, lang),
        "source": found.source or None,
        "outcomes": list(found.outcomes),
        "near": found.near or None,
        "changes": [
            {"path": path, "value": value, "words": change_words(base, path, value, lang)}
            for path, value in found.changes.items()
        ],
        "file": None if found.source else file.plain(),
    }


def _pair_data(pair: Contrast, near: CaseFile | None, lang: str) -> dict[str, Any]:
    first, second = pair_files(pair)
    return {
        "first": case_data(first, lang),
        "second": case_data(second, lang),
        "source": pair.source or None,
        "outcomes": list(pair.outcomes),
        "changes": [
            {"path": path, "value": value, "words": change_words(pair.first, path, value, lang)}
            for path, value in pair.change.items()
        ],
        "files": [None if pair.source else first.plain(), second.plain()],
    }
