"""New, open, save: how cases come into the window and go out of it.

Whatever fails leaves the work as it was and becomes one sentence in the message bar: that of core
for a file that cannot be read, that of the system for a folder that cannot be written to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.case.casefile import CaseFile, CaseFileError, read_case, write_case
from core.case.library import library
from core.law.version import VersionError
from core.words import say
from gui.document import Document
from gui.window.dialogs import SUFFIX, Dialogs
from gui.window.message import MessageBar
from gui.window.settings import Settings, save_settings

REFUSED = (CaseFileError, VersionError)


class Files:
    """Moves cases between the document and the disk, and asks before work is lost."""

    def __init__(
        self, document: Document, dialogs: Dialogs, message: MessageBar, settings: Settings
    ) -> None:
        self._document = document
        self.dialogs = dialogs
        self._message = message
        self._settings = settings
        self.remembered: Callable[[], None] = lambda: None

    def title(self) -> str:
        """Return the title of the case, or of a case without one."""
        lang, here = self._document.lang, replace(self._document.file, path=self._document.path)
        return here.title(lang) or say(lang, "Untitled case")

    def new(self) -> None:
        """Begin an empty case."""
        if self.may_leave():
            self._put(CaseFile.new())

    def open(self) -> None:
        """Ask for a file and open it."""
        near = self._document.path or self._latest()
        if self.may_leave() and (path := self.dialogs.open_path(self._document.lang, near)):
            self.read(path)

    def open_path(self, path: Path) -> None:
        """Open a file that was named: a recent one, or one dropped on the window."""
        if self.may_leave():
            self.read(path)

    def open_entry(self, entry_id: str) -> None:
        """Open a case of the library."""
        if self.may_leave():
            self.show_entry(entry_id)

    def show_entry(self, entry_id: str) -> bool:
        """Put a case of the library in place without asking; False when it cannot be read."""
        try:
            self._put(library().load(entry_id))
        except REFUSED as error:
            self._message.warn(str(error))
            return False
        return True

    def step(self, by: int) -> None:
        """Open the next or the previous case of the library."""
        ids = library().ids()
        here = self._document.library_id
        at = ids.index(here) + by if here in ids else (0 if by > 0 else len(ids) - 1)
        self.open_entry(ids[at % len(ids)])

    def read(self, path: Path) -> bool:
        """Open a file without asking; on failure say why and keep what was open."""
        try:
            self._put(read_case(path))
        except REFUSED as error:
            self._message.warn(str(error))
            self._settings.forget(path)
            self._keep()
            return False
        self._settings.remember(path)
        self._keep()
        return True

    def save(self) -> bool:
        """Save where the case came from, or ask where."""
        return self._write(self._document.path) if self._document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save there."""
        path = self.dialogs.save_path(self._document.lang, self._suggested())
        return bool(path and self._write(path))

    def may_leave(self) -> bool:
        """Ask what should happen to unsaved changes; False when the person wants to stay."""
        if not self._document.dirty:
            return True
        answer = self.dialogs.leave(self._document.lang, self.title())
        return answer == "discard" or (answer == "save" and self.save())

    def suggested_picture(self) -> Path:
        """Return where a picture of this case might go."""
        return self._suggested().with_suffix(".png")

    def _write(self, path: Path) -> bool:
        try:
            write_case(path, self._document.file)
        except (OSError, ValueError) as error:
            self._message.warn(
                say(
                    self._document.lang,
                    "{file} could not be saved: {why}. Your changes are still here.",
                    file=path.name,
                    why=getattr(error, "strerror", None) or str(error),
                )
            )
            return False
        self._document.mark_saved(path)
        self._message.clear()
        self._settings.remember(path)
        self._keep()
        return True

    def _put(self, file: CaseFile) -> None:
        self._document.open(file)
        self._message.clear()
        if self._document.mended:
            self._message.warn(self._document.mended)

    def _keep(self) -> None:
        save_settings(self._settings)
        self.remembered()

    def _suggested(self) -> Path:
        if self._document.path:
            return self._document.path
        plain = "".join(letter if letter.isalnum() else "-" for letter in self.title().lower())
        name = "-".join(part for part in plain.split("-") if part) + SUFFIX
        latest = self._latest()
        return (latest.parent if latest else Path.home()) / name

    def _latest(self) -> Path | None:
        return Path(self._settings.recent[0]) if self._settings.recent else None
