"""The arguments of every command, and how the words given become cases and setups."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.case.casefile import CaseFile, CaseFileError, read_case
from core.case.library import library
from core.case.setup import Setup
from core.files.kinds import is_there
from core.law.load import law
from core.law.version import Version, find_version, is_own
from core.report.papers import NAMES
from core.words import LANGUAGES


class InputError(ValueError):
    """Bad input: one clear line for standard error, exit code 2."""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the words")
    setup = argparse.ArgumentParser(add_help=False)
    setup.add_argument("--left", metavar="VERSION", help="version on the left")
    setup.add_argument("--right", metavar="VERSION", help="version on the right")
    chosen = argparse.ArgumentParser(add_help=False)
    for parent in (setup, chosen):
        parent.add_argument("--assume", action="append", default=[], metavar="NAME=VALUE")
        parent.add_argument("--reading", action="append", default=[], metavar="ID=POSITION")
    root = argparse.ArgumentParser(
        prog="threshold",
        description="Explore hypothetical cases under two versions of the Agreement. "
        "Without a command it opens the window. A teaching tool, not legal advice.",
    )
    root.add_argument("--version", action="store_true", help="print the program's version")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    add = commands.add_parser
    made = add("compare", parents=[common, setup], help="two versions over one case")
    made.add_argument("case", metavar="CASE", help="a case file or a library id")
    made = add("timeline", parents=[common, setup], help="one journey through the law's history")
    made.add_argument("case", metavar="CASE", help="a case file or a library id")
    made.add_argument("--into", metavar="COUNTRY", help="the law of this country alone")
    made = add("grid", parents=[common, setup], help="two facts of a case against each other")
    made.add_argument("case", metavar="CASE", help="a case file or a library id")
    made.add_argument("--across", metavar="FACT[=V,…]", help="the fact from left to right")
    made.add_argument("--down", metavar="FACT[=V,…]", help="the fact from above down")
    made.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    made = add("next", parents=[common, setup], help="what is open, and which answer settles it")
    made.add_argument("case", metavar="CASE", help="a case file or a library id")
    made = add("whynot", parents=[common, setup], help="why each ground and exception is not met")
    made.add_argument("case", metavar="CASE", help="a case file or a library id")
    made.add_argument("--exceptions", action="store_true", help="the exceptions alone")
    made = add("whatif", parents=[common, setup], help="the smallest changes that turn an outcome")
    made.add_argument("case", metavar="CASE", help="a case file or a library id")
    made.add_argument("--version", dest="only", metavar="VERSION", help="this version alone")
    made.add_argument(
        "--goal",
        choices=["turn", "left", "right", "agree", "differ"],
        help="what the changes shall bring about (default: turn, of the right version)",
    )
    made.add_argument(
        "--lock", nargs="+", action="extend", default=[], metavar="FACT", help="stays as it is"
    )
    made.add_argument("--most", type=int, default=4, metavar="N", help="up to N changes (1 to 4)")
    made = add("clauses", parents=[common, chosen], help="which clause changes whose outcome")
    made.add_argument("proposal", metavar="PROPOSAL", help="a proposal or a law file")
    shown = made.add_mutually_exclusive_group()
    shown.add_argument("--case", metavar="CASE", help="a case file or a library id")
    shown.add_argument("--library", action="store_true", help="every case of the library")
    made = add("find", parents=[common, setup], help="a case with the outcomes you ask for")
    made.add_argument("--outcomes", metavar="L,R", help="heard, returned, barred or any, twice")
    made.add_argument("--deciding", metavar="PROVISION", help="which alone must carry an outcome")
    made.add_argument("--near", metavar="CASE", help="only by changing facts of this case")
    made.add_argument("--into", metavar="COUNTRY", help="where the journey goes")
    made.add_argument("--pair", metavar="PROVISION", help="two cases on either side of it")
    made.add_argument(
        "--version", dest="version_of_pair", metavar="VERSION", help="the version of a pair"
    )
    made.add_argument("-o", "--output", metavar="FILE", help="save the first found, .yaml or .json")
    made = add("list", parents=[common], help="what there is")
    made.add_argument("what", choices=["versions", "cases", "provisions", "packs"])
    made = add("show", parents=[common], help="a provision with its texts, mark and sources")
    made.add_argument("provision", metavar="PROVISION", help="an id, or the end of one")
    made = add("check", parents=[common], help="look for faults in case files, law files and packs")
    made.add_argument("paths", nargs="+", metavar="PATH")
    made = add("schema", parents=[common], help="the JSON Schema of a file")
    made.add_argument("what", choices=["case", "law", "pack"])
    made = add("quiz", parents=[common], help="predict, commit, reveal: the exercises of a pack")
    made.add_argument("pack", metavar="PACK", help="a session pack: a file or an id")
    made.add_argument("--exercise", action="append", default=[], metavar="ID", help="only this one")
    made.add_argument("--seed", type=int, help="mix the order; the same number, the same order")
    made = add("coverage", parents=[common], help="which law a session pack touches")
    made.add_argument("pack", metavar="PACK", help="a session pack: a file or an id")
    made = add("print", parents=[common, setup], help="a paper of a session pack or of one case")
    made.add_argument("source", metavar="PACK", help="a session pack or a case: a file or an id")
    made.add_argument("--what", choices=NAMES, required=True, help="which paper")
    made.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="a file .pdf, .docx or .html"
    )
    made.add_argument("--paper", choices=("a4", "letter"), default="a4", help="size of the sheet")
    made.add_argument("--results", metavar="SESSION", help="a saved session, for the summary")
    made.add_argument("--large", action="store_true", help="large print, 18 points")
    add(
        "verify", parents=[common], help="prove what can be proved of the law, and test the library"
    )
    add("screenshot", add_help=False, help="a picture of the window (see threshold screenshot -h)")
    return root


def find_case(name: str) -> CaseFile:
    """The case named by a file or a library id. Raises InputError."""
    if name in library().ids():
        return library().load(name)
    path = Path(name)
    if not is_there(path) and not path.suffix:
        raise InputError(
            f"{name}: there is no such file, and no case of that id in the library; "
            "see: threshold list cases"
        )
    try:
        return read_case(path)
    except CaseFileError as error:
        raise InputError(str(error)) from None


def chosen_setup(base: Setup, given: argparse.Namespace, into: str | None) -> Setup:
    """The setup of a case file with what the command line says. Raises InputError, VersionError."""
    setup = base
    for side in ("left", "right"):
        if text := getattr(given, side):
            setup = setup.with_version(side, text)
    versions = [find_version(text, into) for text in (setup.left, setup.right) if not is_own(text)]
    return chosen_positions(setup, given, versions)


def chosen_positions(setup: Setup, given: argparse.Namespace, versions: list[Version]) -> Setup:
    """A setup with the readings and assumptions that the command line takes. Raises InputError."""
    for name, position in _pairs(given.reading, "--reading"):
        known = {key: tuple(r.positions) for key, r in law().readings.items()}
        setup = setup.with_choice("reading", name, _position(name, position, known, "reading"))
    for name, position in _pairs(given.assume, "--assume"):
        known = {key: tuple(a.positions) for v in versions for key, a in v.assumes.items()}
        setup = setup.with_choice("assume", name, _position(name, position, known, "assumption"))
    check_choices(setup)
    return setup


def check_choices(setup: Setup) -> None:
    """Raise InputError for a reading of a setup that does not exist or has no such position."""
    known = {key: tuple(r.positions) for key, r in law().readings.items()}
    for name, position in setup.readings.items():
        _position(name, position, known, "reading")
    assumed = {
        key: tuple(a.positions) for p in law().proposals.values() for key, a in p.assumes.items()
    }
    for name, position in setup.assumptions.items():
        if name in assumed:
            _position(name, position, assumed, "assumption")


def _pairs(given: list[str], option: str) -> list[tuple[str, str]]:
    pairs = []
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise InputError(f"{option} {text}: expected NAME=VALUE")
        pairs.append((name, value))
    return pairs


def _position(name: str, position: str, known: dict[str, tuple[str, ...]], kind: str) -> str:
    if name not in known:
        there = ", ".join(sorted(known)) or "none in these versions"
        raise InputError(f"{name}: there is no such {kind}; there are: {there}")
    if position not in known[name]:
        raise InputError(f"{name}={position}: expected one of {', '.join(known[name])}")
    return position
