"""The window under bad luck: full disks, spoilt settings, markup in every text, random hands."""

from __future__ import annotations

import errno
import json
import os
import random
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core.case.casefile import CaseFile, Story, read_case, write_case
from core.case.catalogue import catalogue
from core.case.facts import CODE_LISTS, Fact, FactError
from core.case.library import library
from core.cli import main
from core.law.load import law
from core.law.version import VersionError
from gui import theme
from gui.application import make_window
from gui.document import Document
from gui.explore.pages import PAGES
from gui.window.dialogs import unsaved_box
from gui.window.language import speak
from gui.window.settings import Settings, load_settings, settings_file
from gui.window.window import MainWindow
from tests.robustness.drawing import draw_value

MOVES = int(os.environ.get("THRESHOLD_HANDS", "40"))
"""So many things random hands do; the whole hour is asked for by the environment."""
MARKUP = "<b>bold</b><img src='file:///nowhere.png'>&amp; {0} %s"


class Person:
    """Answers what the window asks."""

    leaves = "discard"
    path: Path | None = None
    asked = 0

    def leave(self, lang: str, title: str) -> str:
        self.asked += 1
        return self.leaves

    def open_path(self, lang: str, near: Path | None) -> Path | None:
        return self.path

    def save_path(self, lang: str, suggested: Path) -> Path | None:
        return self.path


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def window(qtbot: Any, person: Person) -> Iterator[MainWindow]:
    made = MainWindow(Document(library().load("an-empty-road")), Settings())
    made.files.dialogs = person  # type: ignore[assignment]
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QApplication.processEvents()
    yield made
    person.leaves = "discard"
    theme.configure("light", 1.0)
    speak("en")


def drop(window: MainWindow, *urls: QUrl) -> None:
    """Let go of files over the window."""
    data = QMimeData()
    data.setUrls(list(urls))
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(
        QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    )


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("step", ["mkstemp", "fsync"])
def test_a_save_that_fails_leaves_the_old_file_and_the_unsaved_work(
    step: str, number: int, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.yaml"
    write_case(path, library().load("a-sister-in-laval"))
    before = path.read_bytes()
    assert window.files.read(path)
    window.document.set_fact("claimant.age", 77)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(
        f"core.files.atomic.{'os.fsync' if step == 'fsync' else 'tempfile.mkstemp'}", fail
    )
    assert not window.files.save()
    assert window.document.dirty
    assert os.strerror(number) in window.message.sentence
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if "case" in p.name] == ["case.yaml"]
    monkeypatch.undo()
    assert window.files.save()
    assert read_case(path).case.get("claimant.age") == 77


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_half_a_character_is_all_that_is_lost_of_a_broken_paste(
    suffix: str, window: MainWindow, person: Person, tmp_path: Path
) -> None:
    person.path = tmp_path / f"case{suffix}"
    window.document.set_story(title={"en": "half \ud83d and whole \U0001f600"})
    assert window.files.save()
    assert read_case(person.path).story.title["en"] == "half \ufffd and whole \U0001f600"


def test_an_open_file_that_was_deleted_is_written_again(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    write_case(path, library().load("a-sister-in-laval"))
    assert window.files.read(path)
    path.unlink()
    window.document.set_fact("claimant.age", 33)
    assert window.files.save()
    assert read_case(path).case == window.document.case


def test_a_case_without_a_title_goes_by_the_name_it_was_saved_under(
    window: MainWindow, person: Person, tmp_path: Path
) -> None:
    window.files.new()
    person.path = tmp_path / "first.yaml"
    assert window.files.save()
    assert window.files.title() == "first"
    person.path = tmp_path / "second.yaml"
    assert window.files.save_as()
    assert window.windowTitle() == "second[*] – Threshold"


def test_closing_stays_open_when_saving_on_the_way_fails(
    window: MainWindow, person: Person, tmp_path: Path
) -> None:
    window.document.set_fact("claimant.age", 33)
    person.leaves, person.path = "save", tmp_path / "no" / "folder" / "case.yaml"
    assert not window.close()
    assert window.isVisible()
    assert window.document.dirty
    person.path = None
    assert not window.close()


def test_what_is_no_single_ordinary_file_is_not_dropped_into_the_window(
    window: MainWindow, person: Person, tmp_path: Path
) -> None:
    window.document.set_fact("claimant.age", 33)
    before = window.document.file
    for urls in (
        [QUrl.fromLocalFile(str(tmp_path))],
        [QUrl("https://example.org/case.yaml")],
        [QUrl.fromLocalFile("/dev/zero")],
        [QUrl.fromLocalFile(str(tmp_path / "gone.yaml"))],
        [QUrl("")],
        [],
    ):
        drop(window, *urls)
    assert window.document.file is before
    assert person.asked == 0


SPOILT = (
    *(
        "",
        "[]",
        "null",
        "[" * 100_000,
        '{"size": [1]}',
        '{"size": [1, 2, 3]}',
        '{"size": [1e9, 2]}',
    ),
    *(
        '{"size": [100000000000, 700]}',
        '{"size": [-5, -5]}',
        '{"scale": NaN}',
        '{"scale": Infinity}',
    ),
    *('{"left": -5}', '{"left": 100000000000}', '{"lang": ["en"]}', '{"scheme": []}'),
    *('{"recent": ["a\\u0000b", "\\ud800", 5, null]}', '{"recent": {"a": 1}}'),
)


@pytest.mark.parametrize("spoilt", SPOILT, ids=[text[:30] for text in SPOILT])
def test_spoilt_settings_become_settings_that_fit(spoilt: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(spoilt, encoding="utf-8")
    assert load_settings() == Settings()


@pytest.mark.parametrize("spoilt", ['{"size": [1]}', '{"left": 100000000000, "scale": NaN}'])
def test_spoilt_settings_never_keep_the_window_shut(spoilt: str, qtbot: Any) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(spoilt, encoding="utf-8")
    made = make_window(load_settings())
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    assert made.isVisible()
    assert made.settings.recent == []
    made.close()
    assert isinstance(json.loads(settings_file().read_text(encoding="utf-8")), dict)
    theme.configure("light", 1.0)


def test_a_file_with_a_name_in_no_encoding_is_remembered(
    window: MainWindow, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.yaml"))
    try:
        write_case(path, library().load("a-sister-in-laval"))
    except OSError:
        pytest.skip("this file system takes no such name")
    assert window.files.read(path)
    assert load_settings().recent == [str(path)]


def marked_up(settings_title: str = MARKUP) -> CaseFile:
    """A case whose every free text looks like HTML."""
    file = library().load("a-sister-in-laval")
    case = file.case
    for fact in catalogue().facts.values():
        if fact.type == "text" and "[]" not in fact.path:
            case = case.replace(fact.path, MARKUP)
        if fact.type == "records":
            for member in case.items(fact.path) if "[]" not in fact.path else ():
                for inner in fact.fields:
                    if inner.type == "text" and not inner.computed:
                        case = case.replace(f"{fact.path}[{member}].{inner.name}", MARKUP)
    story = Story(
        title={"en": settings_title, "fr": settings_title}, text={"en": MARKUP, "fr": MARKUP}
    )
    return CaseFile(case=case, story=story, setup=file.setup)


def rich_places(root: QWidget) -> list[str]:
    """Where words of the case would be read as HTML."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        words = widget.text() if isinstance(widget, QLabel) else ""
        if "<b>" in words and widget.property("textFormat") != Qt.TextFormat.PlainText:
            found.append(f"label {widget.objectName() or type(widget).__name__}")
        for name, tip in (("tip", widget.toolTip()), ("status", widget.statusTip())):
            if "<b>" in tip:
                found.append(
                    f"{name} of {widget.objectName() or type(widget).__name__}: {tip[:50]}"
                )
    found += [
        f"action {a.objectName()}" for a in root.findChildren(QAction) if "<b>" in a.toolTip()
    ]
    return found


@pytest.mark.parametrize("scale", [2.0])
def test_markup_in_a_case_stays_text_everywhere(
    scale: float, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "<b>name&.yaml"
    write_case(path, marked_up(MARKUP * 20))
    assert window.files.read(path)
    theme.configure("light", scale)
    for station in catalogue().stations:
        window.document.choose_station(station.id)
        QApplication.processEvents()
        assert rich_places(window) == []
    assert MARKUP in window.windowTitle()
    window.message.warn(MARKUP)
    assert rich_places(window) == []


def test_the_question_about_unsaved_changes_shows_a_title_as_it_is(window: MainWindow) -> None:
    box = unsaved_box(window, "en", MARKUP)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert MARKUP in box.text()
    box.deleteLater()


def test_nothing_here_asks_the_network(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for entry in library().ids()[:3]:
        window.files.show_entry(entry)
        QApplication.processEvents()
    for command in (["compare", library().ids()[0]], ["list", "versions"], ["schema", "law"]):
        assert main(command) == 0
    assert "QtNetwork" not in {name.rpartition(".")[2] for name in sys.modules}


class Hands:
    """Does anything that a person can do, at random."""

    def __init__(self, window: MainWindow, rng: random.Random) -> None:
        self.window, self.document, self.rng = window, window.document, rng
        self.facts = [
            f for f in catalogue().facts.values() if "[]" not in f.path and not f.computed
        ]
        self.start = window.document.file

    def move(self) -> None:
        """One thing."""
        document, rng = self.document, self.rng
        chosen = rng.choices(
            (
                self.fact,
                document.undo.undo,
                document.undo.redo,
                lambda: document.choose_station(rng.choice(catalogue().stations).id),
                self.version,
                self.choice,
                lambda: self.window.choose_language(rng.choice(["en", "fr"])),
                lambda: self.window.choose_scale(rng.choice([1.0, 1.5, 2.0])),
                lambda: document.choose_provision(rng.choice(["", *law().provisions])),
                lambda: document.none_of_the_rest(rng.choice(catalogue().stations).id),
                self.library,
                lambda: self.window.body.show_explore(rng.choice(PAGES).id),
                lambda: self.window.body.explore.fold(not self.window.body.explore.folded),
                self.window.header.direction.turn,
            ),
            (40, 12, 8, 8, 5, 6, 2, 1, 5, 4, 1, 5, 2, 1),
        )[0]
        try:
            chosen()
        except (FactError, VersionError) as error:
            assert str(error)

    def fact(self) -> None:
        """State, forget, add, take away or close something."""
        fact = self.rng.choice(self.facts)
        if fact.type != "records":
            self._state(fact, fact.path)
            return
        members = self.document.case.items(fact.path)
        if not members or (len(members) < 4 and self.rng.random() < 0.3):
            self.document.add_item(fact.path)
        elif self.rng.random() < 0.15:
            self.document.remove_item(fact.path, self.rng.choice(members))
        elif self.rng.random() < 0.3:
            self.document.set_complete(fact.path, self.rng.choice([None, "all"]))
        else:
            inner = self.rng.choice([f for f in fact.fields if not f.computed])
            if inner.type != "records":
                self._state(inner, f"{fact.path}[{self.rng.choice(members)}].{inner.name}")

    def _state(self, fact: Fact, path: str) -> None:
        if fact.type in CODE_LISTS and self.rng.random() < 0.3:
            self.document.set_complete(path, self.rng.choice([None, "all"]))
        else:
            unknown = self.rng.random() < 0.2
            self.document.set_fact(path, None if unknown else draw_value(fact, self.rng))

    def version(self) -> None:
        names = ["2005-01-01", "2018-05-01", "2018-05-01+suspended", "whole_border_2018", "no", ""]
        names += ["2026-04-01", "own", "us:2024-09-01", "ca:2023-04-01"]
        self.document.set_version(self.rng.choice(["left", "right"]), self.rng.choice(names))

    def choice(self) -> None:
        name = self.rng.choice(list(law().readings))
        self.document.set_reading(name, self.rng.choice([None, *law().readings[name].positions]))

    def library(self) -> None:
        self.window.files.show_entry(self.rng.choice(library().ids()))
        self.start = self.document.file


@pytest.mark.parametrize("seed", range(2))
def test_whatever_random_hands_do_can_be_undone_and_done_again(
    seed: int, window: MainWindow
) -> None:
    hands = Hands(window, random.Random(seed))
    most = 0
    for _ in range(MOVES):
        hands.move()
        QApplication.processEvents()
        most = max(most, len(window.findChildren(QWidget)))
    document, end = window.document, window.document.file
    at = document.undo.index()
    while document.undo.canUndo():
        document.undo.undo()
    assert document.file == hands.start
    for _ in range(at):
        document.undo.redo()
    assert document.file == end
    assert most < 3000


def test_random_edits_of_the_document_alone_can_be_undone_and_done_again(qapp: object) -> None:
    rng = random.Random(7)
    document = Document(library().load("a-sister-in-laval"))

    class NoWindow:
        files = None

    stand_in: Any = NoWindow()
    stand_in.document = document
    hands = Hands(stand_in, rng)
    start, seen = document.file, [document.file]
    for _ in range(150):
        try:
            hands.fact()
        except (FactError, VersionError) as error:
            assert str(error)
        if document.file != seen[-1]:
            seen.append(document.file)
    end = document.file
    while document.undo.canUndo():
        document.undo.undo()
    assert document.file == start
    while document.undo.canRedo():
        document.undo.redo()
    assert document.file == end
    assert len(seen) > 100
