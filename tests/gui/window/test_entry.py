"""The `threshold` command: Qt only where a window or a picture is asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from core.case.library import library
from core.law.load import law
from gui import application, entry, pictures
from gui.window.settings import Settings
from tests.house.sources import ROOT
from tools import screenshots

WITHOUT_QT = """
import importlib.abc, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("no Qt here")

sys.meta_path.insert(0, Refuse())
from gui.entry import main
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_needs_no_qt():
    done = run("list", "versions")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("arguments", [[], ["an-empty-road"], ["screenshot", "-o", "x.png"]])
def test_a_window_without_qt_is_refused_in_a_sentence(arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert "The window needs Qt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other desktops always have a screen")
def test_a_window_without_a_screen_is_refused_in_a_sentence():
    done = run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert "There is no screen here" in done.stderr


@pytest.mark.parametrize(
    ("argument", "is_case"),
    [
        ("an-empty-road", True),
        ("mine.yaml", True),
        ("a.JSON", True),
        ("list", False),
        ("-h", False),
    ],
)
def test_a_case_is_told_from_a_command(argument, is_case):
    assert entry._names_a_case(argument) is is_case


def test_a_picture_shows_the_real_window(qapp, tmp_path):
    path = tmp_path / "new" / "shot.png"
    arguments = ["an-empty-road", "-o", str(path), "--size", "1000x700", "--dark", "--lang", "fr"]
    assert pictures.main(arguments) == 0
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1000, 700)
    assert image.pixelColor(2, 690).lightness() < 60


def test_a_picture_is_told_as_json_with_its_font(qapp, tmp_path, capsys):
    path = tmp_path / "shot.png"
    assert pictures.main(["-o", str(path), "--json", "--size", "1000x700"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == str(path)
    assert told["size"] == [1000, 700]
    assert told["font"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--size", "wide"], "--size wide"),
        (["--scale", "3"], "--scale 3.0"),
        (["--station", "moon"], "'moon' is not one of: origin"),
        (["--provision", "none"], "'none' is not one of"),
        (["--explore", "cellar"], "'cellar' is not one of: glance"),
        (["--left", "no such law"], "no such law"),
        (["--assume", "x"], "--assume x: expected NAME=VALUE"),
        (["absent.yaml"], "absent.yaml"),
    ],
)
def test_a_picture_that_cannot_be_taken_is_refused_in_a_line(
    qapp, tmp_path, capsys, options, words
):
    assert pictures.main([*options, "-o", str(tmp_path / "x.png")]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_a_picture_leaves_the_settings_of_the_user_alone(qapp, tmp_path, home):
    pictures.main(["-o", str(tmp_path / "x.png"), "--lang", "fr", "--size", "1000x700"])
    assert not (home / "config").exists()


def test_the_window_opens_with_the_opening_case(qtbot):
    window = application.make_window(Settings(lang="fr", scheme="dark", scale=1.25))
    qtbot.addWidget(window)
    assert window.document.library_id == application.OPENING_CASE
    assert window.document.lang == "fr"


def test_the_opening_case_is_one_of_the_library():
    assert application.OPENING_CASE in library().ids()


@pytest.mark.parametrize("case", ["day-thirteen", "absent.yaml"])
def test_a_case_named_on_the_command_line_is_opened_or_told(qtbot, case):
    window = application.make_window(Settings(lang="en"))
    qtbot.addWidget(window)
    assert application.open_named(window, case) is (case == "day-thirteen")
    assert (
        window.message.sentence == "" if case == "day-thirteen" else case in window.message.sentence
    )


def test_the_pictures_of_the_documents_show_what_there_is():
    shots = [*screenshots.DOCUMENTS.values(), *screenshots.STATES.values()]
    assert {shot.case for shot in shots} <= set(library().ids())
    assert {shot.provision for shot in shots if shot.provision} <= set(law().provisions)


def test_a_mistake_of_the_program_becomes_a_sentence_and_is_logged(
    qtbot, monkeypatch, expected_log
):
    expected_log.append("a mistake of the program")
    window = application.make_window(Settings(lang="en"))
    qtbot.addWidget(window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    application.install_hook(window)
    sys.excepthook(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: "The program made a mistake" in window.message.sentence)
