"""The training room as part of the window: which use holds, which pack is open, and the menu of it all.

While the room is open the window shows nothing of the case: its widgets are taken down, not hidden, so that
no answer stands behind a question. The document keeps case and history; they are put up again afterwards.
What the room needs is loaded when it is first asked for: a window that shows a case starts without it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.law.version import VersionError
from core.places import sessions_folder
from core.words import say
from gui.window.actions import Action, Menu

if TYPE_CHECKING:
    from core.training.packfile import PackFile
    from gui.training.editor.page import EditorPage
    from gui.training.room import Room
    from gui.window.sessions import Sessions
    from gui.window.window import MainWindow

ANYWHERE = frozenset(
    (
        *("quit", "keys", "about"),
        *("light", "dark", "system"),
        *("larger", "smaller", "normal"),
        *("english", "french"),
    )
)
"""What can be done in the training room too, beside its own."""
HEAD = 4096
"""So many bytes of a file are looked at to tell a pack from a case."""


def training_actions() -> tuple[Action, ...]:
    """What the menu of the training room does."""
    has_pack: Callable[[MainWindow], bool] = lambda w: w.training.file is not None  # noqa: E731
    return (
        Action(
            "training_packs",
            lambda lang: say(lang, "Session &packs…"),
            lambda w: w.training.enter("packs"),
            ("F3",),
        ),
        Action(
            "training_open",
            lambda lang: say(lang, "&Open a pack file…"),
            lambda w: w.training.ask_for_file(),
            ("Ctrl+Shift+O",),
        ),
        Action(
            "training_quiz",
            lambda lang: say(lang, "&Quiz alone"),
            lambda w: w.training.enter("quiz"),
            ("F7",),
        ),
        Action(
            "training_present",
            lambda lang: say(lang, "P&resent"),
            lambda w: w.training.present(),
            ("F5",),
        ),
        Action(
            "training_print",
            lambda lang: say(lang, "Pri&nt papers…"),
            lambda w: w.training.print_papers(),
            when=has_pack,
        ),
        Action(
            "training_coverage",
            lambda lang: say(lang, "Cover&age…"),
            lambda w: w.training.show_coverage(),
            when=has_pack,
        ),
        Action(
            "training_results",
            lambda lang: say(lang, "Res&ults…"),
            lambda w: w.training.sessions.show_results(),
        ),
        Action(
            "training_explore",
            lambda lang: say(lang, "Back to the &case"),
            lambda w: w.training.enter("explore"),
            ("F9",),
            when=lambda w: w.aside,
        ),
    )


def training_menu() -> Menu:
    """The menu of them."""
    words = lambda lang: say(lang, "&Training")  # noqa: E731
    first = ("training_packs", "training_open", "-", "training_quiz", "training_present", "-")
    then = ("training_print", "training_coverage", "training_results", "-", "training_explore")
    return Menu("training", words, (*first, *then))


class Training(QObject):
    """Carries the room in and out of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._room: Room | None = None
        self.editor: EditorPage | None = None
        self._sessions: Sessions | None = None
        self.mode = "explore"
        self.file: PackFile | None = None

    @property
    def room(self) -> Room:
        """The room, made when it is first asked for."""
        if self._room is None:
            from gui.training.room import Room

            window = self._window
            self._room = Room(window.document.lang, window)
            self._room.mode_asked.connect(self.enter)
            self._room.packs.chosen.connect(self._choose)
            self._room.packs.asked.connect(self._do)
            self._room.quiz.finished.connect(lambda: self.enter("packs"))
            self._room.quiz.provision_asked.connect(self._show_provision)
            window.put_room(self._room)
        return self._room

    @property
    def sessions(self) -> Sessions:
        """The sessions of the window, made when they are first asked for."""
        if self._sessions is None:
            from gui.window.sessions import Sessions

            self._sessions = Sessions(self._window, self)
        return self._sessions

    def offer_unfinished(self) -> None:
        """Offer a session that was cut off, if there is one."""
        if any(sessions_folder().glob("*")):
            self.sessions.offer_unfinished()

    # --- which use holds ----------------------------------------------------------------------------
    def enter(self, mode: str) -> None:
        """Use the window for something: explore, packs, quiz, and what else the room has."""
        if mode == "explore":
            self._leave()
            return
        from core.training.work import ExerciseError

        if self.file is None and mode != "packs":
            mode = "packs"
        begin = {
            "quiz": self._start_quiz,
            "present": self._start_show,
            "edit": self._start_editing,
        }.get(mode)
        try:
            if begin is not None and not begin():
                return
        except (ExerciseError, VersionError) as error:
            self._window.message.warn(str(error))
            return
        self._window.set_case_aside()
        room = self.room
        if mode == "packs":
            room.packs.show_file(self.file)
        self.mode = mode
        room.show_mode(mode, self.file)
        room.show()
        self._window.refresh()

    def _leave(self) -> None:
        if self.mode != "explore":
            self.mode = "explore"
            self.room.hide()
            self._window.bring_case_back()

    def may_end(self) -> bool:
        """Whether the window may close: a session that runs is ended first, and its results kept or not."""
        return self._may_leave_pack(None) and (self._sessions is None or self._sessions.may_end())

    def retranslate(self, lang: str) -> None:
        """Speak another language."""
        if self._room is not None and lang != self._room.lang:
            self._room.retranslate(lang)

    def title(self) -> str:
        """What the window is called while the room is open: the pack, and nothing of an exercise."""
        lang = self._window.document.lang
        return self.file.pack.title[lang] if self.file else say(lang, "Session packs")

    # --- packs --------------------------------------------------------------------------------------
    def open_path(self, path: Path) -> bool:
        """Open a pack file that was named or dropped; False, with a sentence, where it is none."""
        from core.training.packfile import PackError, read_pack

        try:
            self.file = read_pack(path)
        except PackError as error:
            self._window.message.warn(_first(error.problems, self._window.document.lang))
            return False
        self._window.message.clear()
        self.enter("packs")
        return True

    def open_id(self, name: str) -> None:
        """Open a pack of the program. Raises KeyError."""
        from core.training.packfile import packs

        self.file = packs()[name]

    def ask_for_file(self) -> None:
        """Let a person choose a pack file."""
        lang = self._window.document.lang
        near = self.file.path if self.file else None
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            say(lang, "Open a session pack"),
            str(near.parent if near else Path.home()),
            f"{say(lang, 'Session packs')} (*.yaml *.yml *.json);;{say(lang, 'All files')} (*)",
        )
        if name:
            self.open_path(Path(name))

    def _choose(self, file: PackFile) -> None:
        if file is not self.file:
            self.file = file
            self._window.refresh()

    def _do(self, what: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "open": self.ask_for_file,
            "print": self.print_papers,
            "coverage": self.show_coverage,
            "present": self.present,
        }
        deeds.get(what, lambda: self.enter(what))()

    def print_papers(self) -> None:
        """Let a person choose papers of the pack, and where they go."""
        if self.file is not None:
            from gui.training.printing import PrintDialog

            PrintDialog(self.file, self._window.document.lang, self._window).exec()

    def show_coverage(self) -> None:
        """Show what law the pack touches."""
        if self.file is not None:
            from gui.training.covering import CoverageDialog

            CoverageDialog(self.file.pack, self._window.document.lang, self._window).exec()

    # --- the quiz, and the show ---------------------------------------------------------------------
    def _start_quiz(self) -> bool:
        """Go on with the quiz of this pack, or begin one. Raises ExerciseError, VersionError."""
        from core.training.quiz import Quiz

        assert self.file is not None
        page = self.room.quiz
        if page.quiz is None or page.pack is not self.file.pack or page.quiz.stage == "done":
            page.start(Quiz(self.file.pack), self.file.pack)
        return True

    def present(self) -> None:
        """Present the pack; where it is being presented, bring up the window of the audience."""
        if self.mode == "present":
            self.sessions.desk.show_audience()
        else:
            self.enter("present")

    def _start_show(self) -> bool:
        assert self.file is not None
        return self.sessions.begin(self.file)

    def _start_editing(self) -> bool:
        """Edit the pack; a pack that is being edited already stays as it is."""
        assert self.file is not None
        page = self.editor
        if page is None:
            from gui.training.editor.page import EditorPage

            page = self.editor = EditorPage(self._window.document.lang, self.room)
            self.room.add_page("edit", page)
            page.saved.connect(self._choose)
            page.failed.connect(self._window.message.warn)
            page.done.connect(self._window.message.inform)
            page.case_asked = self._ask_for_case
        if not self._may_leave_pack(self.file):
            return False
        page.open(self.file)
        return True

    def _may_leave_pack(self, other: PackFile | None) -> bool:
        """Whether the pack that is edited may be put away for another; asks where it is not saved."""
        page = self.editor
        if page is None or page.pack is None or not page.pack.dirty or page.pack.file is other:
            return True
        lang = self._window.document.lang
        answer = self._window.files.dialogs.leave(lang, page.pack.pack.title[lang])
        return answer == "discard" or (answer == "save" and page.save())

    def _ask_for_case(self) -> str | None:
        from gui.library.browser import LibraryBrowser

        found: list[str] = []
        browser = LibraryBrowser(self._window.document, self._window)
        browser.chosen.connect(found.append)
        browser.exec()
        return found[0] if found else None

    def _show_provision(self, provision: str) -> None:
        from gui.training.quiz.provision import ProvisionNote

        reveal = self.room.quiz.reveal
        if reveal is not None and provision:
            lang = self._window.document.lang
            ProvisionNote(provision, reveal.comparison, lang, self._window).exec()


def is_pack(path: Path) -> bool:
    """Whether a file says of itself that it is a session pack."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    from core.training.model import SCHEMA

    return SCHEMA.rpartition("/")[0].encode() in head


def _first(problems: list[str], lang: str) -> str:
    """The first problem, and how many more there are."""
    more = len(problems) - 1
    if not more:
        return problems[0]
    return say(lang, "{problem} ({n} more like it)", problem=problems[0], n=more)
