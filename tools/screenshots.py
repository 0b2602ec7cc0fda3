"""Take the pictures of the documents, or one of every state the window can be in.

    python tools/screenshots.py                      # docs/images: what the documents show
    python tools/screenshots.py FOLDER --states      # every state, light and dark, 100 and 200 %

No font is bundled, so pictures differ with the fonts of a machine; the one that was used is told.
`make shots` calls this with no screen.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QWidget  # noqa: E402

from core.case.library import library  # noqa: E402
from gui import pictures  # noqa: E402
from gui.application import application  # noqa: E402
from gui.library import outcomes  # noqa: E402
from gui.library.browser import LibraryBrowser  # noqa: E402
from gui.pictures import Shot  # noqa: E402
from gui.window.window import MainWindow  # noqa: E402
from tools.training_pictures import take_training  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SMALL = (1280, 800)
OPENING = "an-empty-road"
PARTING = "ca.irpr.159.4(1)(a)"

PROPOSAL = "whole_border_2018"
NORTH, SOUTH = "ca:2023-04-01", "us:2023-04-01"

DOCUMENTS = {
    "window": Shot(case=OPENING, station="crossing"),
    "window-dark": Shot(case=OPENING, station="crossing", dark=True),
    "window-fr": Shot(case=OPENING, station="crossing", lang="fr"),
    "parting": Shot(case=OPENING, station="crossing", right="2023-04-01"),
    "provision": Shot(case=OPENING, provision=PARTING, size=(1920, 1080)),
    "assumption": Shot(case="day-fourteen", station="claim"),
    "directions": Shot(case="six-years-unmarried"),
    "follows": Shot(case="the-formal-crossing", station="claim"),
    "large-text": Shot(case=OPENING, size=SMALL, scale=2.0),
    "timeline": Shot(case=OPENING, right="2023-04-01"),
    "whynot": Shot(case=OPENING, right="2023-04-01", size=(1440, 1500), explore="whynot"),
    "grid": Shot(case=OPENING, right="2023-04-01", explore="grid"),
    "find": Shot(case=OPENING, explore="find"),
    "clauses": Shot(case="a-sister-in-laval", left="2018-05-01", right=PROPOSAL, explore="clauses"),
    "build": Shot(
        case="the-aunts-husband", left="2018-05-01", right="2018-05-01", explore="clauses"
    ),
}
"""What the documents show, by the name of the picture."""

ROOM_ALONE = ("timeline", "whynot", "grid", "clauses", "find")
"""Pictures of nothing but the room below the columns."""

STATES = {
    "heard": Shot(case="a-visa-of-her-own", station="origin"),
    "returned": Shot(case="the-formal-crossing", station="crossing"),
    "parting": Shot(case=OPENING, station="crossing"),
    "undetermined": Shot(case="how-old-is-the-sister", station="family"),
    "reading": Shot(case="the-port-was-closed", station="crossing"),
    "assumptions": Shot(case="day-fourteen", station="claim"),
    "provision": Shot(case=OPENING, provision=PARTING),
    "contradiction": Shot(case=OPENING, station="origin"),
    "empty": Shot(case=OPENING, station="crossing"),
    "questions": Shot(case="an-uncle-past-the-peace-bridge", station="family"),
    "message": Shot(case=OPENING),
    "southbound-heard": Shot(case="twenty-days-in-vermont", station="claim"),
    "southbound-returned": Shot(case="south-over-the-peace-bridge", station="crossing"),
    "both-directions": Shot(case=OPENING, station="crossing", left=NORTH, right=SOUTH),
    "directions-unknown": Shot(case="a-protected-aunt", station="family", left=NORTH, right=SOUTH),
    "what-follows": Shot(case="the-formal-crossing", station="claim"),
    "follows-directions": Shot(
        case="removed-by-way-of-detroit", station="claim", left=NORTH, right=SOUTH
    ),
    "follows-page": Shot(case="the-formal-crossing", provision="ca.irpa.115(3)"),
}
"""One case for each state; `prepare` makes the last steps that no case of the library needs."""


def prepare(state: str, window: MainWindow) -> None:
    """Bring a window into a state that its case alone does not show."""
    document = window.document
    if state == "contradiction":
        document.set_fact("claimant.stateless", True)
    elif state == "empty":
        window.files.may_leave = lambda: True  # type: ignore[method-assign]
        window.files.new()
    elif state == "message":
        window.files.read(Path("a-file-that-is-not-there.yaml"))
    elif state == "timeline":
        line = window.body.explore.page("glance").lines[-1]  # type: ignore[attr-defined]
        line.strip.tags["left"].setFocus()
    elif state in ("follows", "what-follows", "follows-directions"):
        window.body.columns.columns[0].follows.click()
    if state in ("contradiction", "empty", "questions"):
        window.body.show_questions()
    elif state not in ("provision", "follows-page", ""):
        window.body.show_columns()
    pictures.settle()


def build(window: MainWindow) -> QWidget:
    """Fill in the dialog that builds a proposal, as far as the documents show it."""
    page = window.body.explore.page("clauses")
    page.build()  # type: ignore[attr-defined]
    dialog = page.dialog  # type: ignore[attr-defined]
    forms, insert = dialog.forms, dialog.insert_form
    dialog.repeal_form.provision.setCurrentIndex(
        dialog.repeal_form.provision.findData("ca.irpr.159.5(f)")
    )
    dialog.repeal_form.add_button.click()
    insert.of.setCurrentIndex(insert.of.findData("ca.irpa.101(1)(e)"))
    insert.node.setCurrentIndex(insert.node.findData("lone_minor"))
    insert.title.put({"en": "Anyone under 18", "fr": "Toute personne de moins de 18 ans"})
    insert.gist.put({"en": "The young would be heard.", "fr": "Les jeunes seraient entendus."})
    insert.when.setPlainText("claimant.age < 18")
    insert.look()
    forms.setCurrentIndex(2)
    dialog.title.put({"en": "Minors first", "fr": "Les mineurs d'abord"})
    dialog.source.put({"en": "A class in Ottawa", "fr": "Un cours à Ottawa"})
    dialog.title.edited.emit()
    pictures.settle()
    return dialog  # type: ignore[no-any-return]


def variants(shot: Shot) -> Iterator[tuple[str, Shot]]:
    """Yield a shot in light and dark, small and large, and in French."""
    yield "light-100", replace(shot, size=SMALL)
    yield "dark-100", replace(shot, size=SMALL, dark=True)
    yield "light-150-fr", replace(shot, size=SMALL, scale=1.5, lang="fr")
    yield "light-200", replace(shot, size=SMALL, scale=2.0)
    yield "dark-200-fr", replace(shot, size=SMALL, scale=2.0, dark=True, lang="fr")


def take(name: str, state: str, shot: Shot, folder: Path) -> None:
    """Take one picture."""
    window = pictures.stage(shot)
    prepare(state, window)
    if name == "clauses":
        window.body.explore.page("clauses").finish()  # type: ignore[attr-defined]
        pictures.settle()
    if name == "find":
        page = window.body.explore.page("find")
        page.left.choose("heard")  # type: ignore[attr-defined]
        page.right.choose("returned")  # type: ignore[attr-defined]
        page.look()  # type: ignore[attr-defined]
        page.finish()  # type: ignore[attr-defined]
        pictures.settle()
    if name == "build":
        folder.mkdir(parents=True, exist_ok=True)
        build(window).grab().save(str(folder / f"{name}.png"))
    elif name in ROOM_ALONE:
        folder.mkdir(parents=True, exist_ok=True)
        window.body.explore.grab().save(str(folder / f"{name}.png"))
    else:
        pictures.save(window, folder / f"{name}.png")
    window.hide()
    print(f"{name}.png")


def take_library(name: str, shot: Shot, folder: Path) -> None:
    """Take a picture of the browser, with every outcome computed."""
    window = pictures.stage(shot)
    for id_ in library().ids():
        outcomes.pair(id_)
    browser = LibraryBrowser(window.document, window)
    browser.show()
    pictures.settle()
    folder.mkdir(parents=True, exist_ok=True)
    browser.grab().save(str(folder / f"{name}.png"))
    browser.close()
    window.hide()
    print(f"{name}.png")


def document_pictures(folder: Path) -> None:
    """Take what the documents show."""
    for name, shot in DOCUMENTS.items():
        take(name, name if name in ("follows", "timeline") else "", shot, folder)
    take_library("library", Shot(), folder)
    take_training(folder, Shot())


def state_pictures(folder: Path) -> None:
    """Take every state in every variant."""
    for state, shot in STATES.items():
        for variant, shown in variants(shot):
            take(f"{state}-{variant}", state, shown, folder)
    for variant, shown in variants(Shot()):
        take_library(f"library-{variant}", shown, folder)
        take_training(folder, shown, f"-{variant}")


def main() -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Take the pictures of the documents.")
    parser.add_argument("folder", nargs="?", type=Path, default=IMAGES)
    parser.add_argument("--states", action="store_true", help="every state instead")
    options = parser.parse_args()
    application()
    (state_pictures if options.states else document_pictures)(options.folder)
    print(f"The font was {pictures.font_used()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
