"""Sessions in the window: begun, cut off and taken up again, ended with their results kept or wiped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from core.law.version import VersionError
from core.training.packfile import PackError, PackFile, packs
from core.training.store import About, SessionStore, StoreError, sessions, unfinished
from core.training.votes import standing
from core.training.work import ExerciseError
from core.words import say

if TYPE_CHECKING:
    from gui.training.presenter.desk import Desk
    from gui.training.votes.session import Session
    from gui.window.training import Training
    from gui.window.window import MainWindow

Ask = Callable[[QMessageBox], str]
FAILED = (StoreError, PackError, ExerciseError, VersionError)


def ask(box: QMessageBox) -> str:
    """Show a question and return the name of the button that was used."""
    from gui.training.presenter.ending import chosen

    box.exec()
    return chosen(box)


class Sessions(QObject):
    """The one session that may run in this window. ``ask`` puts its questions; tests answer them."""

    def __init__(self, window: MainWindow, training: Training) -> None:
        super().__init__(window)
        self._window = window
        self._training = training
        self._desk: Desk | None = None
        self.ask: Ask = ask

    @property
    def desk(self) -> Desk:
        """The trainer's desk, made when it is first asked for."""
        if self._desk is None:
            from gui.training.presenter.desk import Desk

            room = self._training.room
            self._desk = Desk(self._window.document.lang, room)
            self._desk.asked.connect(self._do)
            self._desk.failed.connect(self._window.message.warn)
            room.add_page("present", self._desk)
        return self._desk

    @property
    def running(self) -> Session | None:
        """The session that is under way."""
        return self._desk.session if self._desk is not None else None

    # --- beginning ----------------------------------------------------------------------------------
    def begin(self, file: PackFile) -> bool:
        """Begin a session on a pack, or go on with the one that runs. Raises ExerciseError, VersionError."""
        from gui.training.votes.session import Session

        running = self.desk.session
        if running is not None and running.pack is file.pack:
            return True
        if not self.may_end():
            return False
        try:
            session = Session.start(file)
        except StoreError as error:
            self._window.message.warn(str(error))
            return False
        return self._show(session)

    def _show(self, session: Session) -> bool:
        try:
            self.desk.begin(session)
        except (ExerciseError, VersionError):
            session.store.release()
            self.desk.put_away()
            raise
        return True

    def offer_unfinished(self) -> None:
        """Offer the last session that ended without a close, and do what is answered."""
        found = unfinished()
        if not found:
            return
        from gui.training.presenter.ending import again_box

        about = found[-1]
        lang = self._window.document.lang
        known = packs().get(about.pack)
        title = known.pack.title[lang] if known else about.pack
        answer = self.ask(again_box(self._window, about, title, lang))
        if answer == "go_on":
            self.take_up(about)
        elif answer == "wipe":
            try:
                SessionStore.reopen(about.path).close()
            except StoreError as error:
                self._window.message.warn(str(error))

    def take_up(self, about: About) -> bool:
        """Go on with a session that was cut off, at the stop it came to, with all its votes."""
        from gui.training.votes.session import Session

        try:
            session = Session.reopen(about)
            self._training.file = session.file
            self._show(session)
        except KeyError:
            lang = self._window.document.lang
            words = say(
                lang, "{pack}: there is no such pack any more; its votes are kept.", pack=about.pack
            )
            self._window.message.warn(words)
            return False
        except FAILED as error:
            self._window.message.warn(str(error))
            return False
        self._training.enter("present")
        return True

    # --- ending -------------------------------------------------------------------------------------
    def may_end(self) -> bool:
        """End the session that runs, if one does; False when the person wants to go on with it."""
        session = self.running
        if session is None:
            return True
        from gui.training.presenter.ending import end_box

        try:
            votes = len(standing(session.votes))
            answer = "wipe"
            if votes:
                answer = self.ask(end_box(self._window, votes, self._window.document.lang))
            if answer not in ("keep", "wipe"):
                return False
            session.end(keep=answer == "keep")
        except StoreError as error:
            self._window.message.warn(str(error))
            return False
        self.desk.put_away()
        return True

    def _do(self, what: str) -> None:
        if what == "results":
            self.show_results()
        elif what == "end" and self.may_end():
            self._training.enter("packs")

    # --- results ------------------------------------------------------------------------------------
    def show_results(self) -> None:
        """Show the results of the session that runs, or of the last one that was kept."""
        from gui.training.results import ResultsDialog
        from gui.training.votes.session import Session

        window, lang = self._window, self._window.document.lang
        running = self.running
        kept = [about for about in sessions() if about.saved]
        if running is None and not kept:
            window.message.inform(
                say(lang, "No results are kept. A session keeps them when it ends.")
            )
            return
        try:
            session = running or Session.reopen(kept[-1])
            try:
                dialog = ResultsDialog(session.pack, session.votes, lang, window)
            finally:
                if running is None:
                    session.store.release()
        except (KeyError, *FAILED) as error:
            window.message.warn(str(error))
            return
        dialog.exec()
