"""`threshold screenshot`: the real window, drawn where there is no screen, saved as a PNG.

    threshold screenshot an-empty-road -o road.png --size 1440x960 --dark --scale 1.5 --lang fr

The user's own settings are neither read nor written.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from core.case.casefile import CaseFile, CaseFileError, read_case
from core.case.catalogue import catalogue
from core.case.library import library
from core.law.load import law
from core.law.version import VersionError
from core.words import LANGUAGES
from gui import theme
from gui.application import application, opening_case
from gui.document import Document
from gui.explore.pages import PAGES
from gui.explore.slices import Slices
from gui.window.settings import Settings
from gui.window.window import MainWindow

SIZE = "1440x960"
BAD_INPUT = 2


class PictureError(ValueError):
    """A picture that cannot be taken; the message is the user's sentence."""


@dataclass(frozen=True)
class Shot:
    """What the picture shows."""

    case: str | None = None
    size: tuple[int, int] = (1440, 960)
    dark: bool = False
    scale: float = 1.0
    lang: str = "en"
    left: str | None = None
    right: str | None = None
    station: str | None = None
    provision: str | None = None
    explore: str | None = None
    assume: dict[str, str] = field(default_factory=dict)
    reading: dict[str, str] = field(default_factory=dict)


def main(arguments: list[str]) -> int:
    """Take the picture that the command line asks for."""
    options = _parser().parse_args(arguments)
    try:
        shot = _shot(options)
        take(shot, options.output)
    except (PictureError, CaseFileError, VersionError, OSError) as error:
        sys.stderr.write((json.dumps({"error": str(error)}) if options.json else str(error)) + "\n")
        return BAD_INPUT
    if options.json:
        told = {"file": str(options.output), "size": list(shot.size), "font": font_used()}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


def take(shot: Shot, output: Path) -> None:
    """Draw the window as the shot says and save it. Raises OSError when it cannot be written."""
    application()
    window = stage(shot)
    try:
        save(window, output)
    finally:
        window.hide()
        window.deleteLater()


def stage(shot: Shot) -> MainWindow:
    """Return the window, shown and ready to be drawn."""
    theme.configure("dark" if shot.dark else "light", shot.scale)
    document = Document(_file(shot), shot.lang)
    if document.mended:
        raise PictureError(document.mended)
    window = MainWindow(document, Settings(lang=shot.lang))
    window.resize(QSize(*shot.size))
    window.show()
    if shot.station:
        document.choose_station(_known(shot.station, [s.id for s in catalogue().stations]))
    if shot.provision:
        document.choose_provision(_known(shot.provision, list(law().provisions)))
    if shot.explore:
        window.body.show_explore(_known(shot.explore, [kind.id for kind in PAGES]))
    settle()
    for search in window.findChildren(Slices):
        search.finish()
    settle()
    return window


def settle() -> None:
    """Let layouts come to rest: what wraps is laid out in more than one turn."""
    for _ in range(5):
        QApplication.processEvents()


def save(window: MainWindow, output: Path) -> None:
    """Save the window as it looks now. Raises OSError when it cannot be written."""
    output.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(output), "PNG"):
        raise OSError(f"{output}: this picture could not be written.")


def font_used() -> str:
    """Return the family that Qt found for the window's text."""
    return QFontInfo(theme.font("body")).family()


def _file(shot: Shot) -> CaseFile:
    file = _case(shot.case)
    setup = file.setup
    for side, version in (("left", shot.left), ("right", shot.right)):
        setup = setup.with_version(side, version) if version else setup
    for kind, chosen in (("assumption", shot.assume), ("reading", shot.reading)):
        for name, position in chosen.items():
            setup = setup.with_choice(kind, name, position)
    return replace(file, setup=setup)


def _case(case: str | None) -> CaseFile:
    if case is None:
        return opening_case()
    if case in library().ids() and not Path(case).is_file():
        return library().load(case)
    return read_case(Path(case))


def _known(name: str, names: list[str]) -> str:
    if name not in names:
        raise PictureError(f"{name!r} is not one of: {', '.join(names)}.")
    return name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="threshold screenshot", description="Save a picture of the window."
    )
    parser.add_argument("case", nargs="?", help="a file, or the id of a case of the library")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the PNG to write")
    parser.add_argument("--size", default=SIZE, help="width x height in pixels")
    parser.add_argument("--dark", action="store_true", help="the dark scheme")
    parser.add_argument("--scale", type=float, default=1.0, help="size of text, 1.0 to 2.0")
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--left", help="version of the left column")
    parser.add_argument("--right", help="version of the right column")
    parser.add_argument("--station", help="id of the station whose questions are shown")
    parser.add_argument("--provision", help="id of a provision to open")
    parser.add_argument("--explore", metavar="PAGE", help="a page of the room below the columns")
    parser.add_argument("--assume", action="extend", nargs="+", default=[], metavar="NAME=VALUE")
    parser.add_argument("--reading", action="extend", nargs="+", default=[], metavar="ID=POSITION")
    parser.add_argument("--json", action="store_true", help="say as JSON what was done")
    return parser


def _shot(options: argparse.Namespace) -> Shot:
    if not 1 <= options.scale <= theme.LARGEST_SCALE:
        raise PictureError(f"--scale {options.scale}: expected a number from 1.0 to 2.0.")
    return Shot(
        case=options.case,
        size=_size(options.size),
        dark=options.dark,
        scale=options.scale,
        lang=options.lang,
        left=options.left,
        right=options.right,
        station=options.station,
        provision=options.provision,
        explore=options.explore,
        assume=_pairs(options.assume, "--assume"),
        reading=_pairs(options.reading, "--reading"),
    )


def _size(text: str) -> tuple[int, int]:
    sides = text.lower().split("x")
    if len(sides) != 2 or not all(side.isdecimal() and int(side) > 0 for side in sides):
        raise PictureError(f"--size {text}: expected width x height, such as {SIZE}.")
    return int(sides[0]), int(sides[1])


def _pairs(given: list[str], option: str) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    for text, (name, _, value) in zip(given, pairs, strict=True):
        if not name or not value:
            raise PictureError(f"{option} {text}: expected NAME=VALUE.")
    return {name: value for name, _, value in pairs}
