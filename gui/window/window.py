"""The window: header, journey, body and status line around one document.

It owns no rule and no words of law. Panels speak to the document; the window speaks to files, to
settings and to the theme, and carries what spans several panels: actions, focus, messages.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFontMetrics,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import delete

from core.case.catalogue import catalogue
from core.files.kinds import is_file
from core.words import say
from gui import theme
from gui.document import Document
from gui.journey.panel import JourneyPanel
from gui.window.actions import make_actions, make_groups, refresh_actions, word_actions
from gui.window.body import Body
from gui.window.dialogs import Dialogs
from gui.window.files import Files
from gui.window.focus import focus_into, holds
from gui.window.header import Header
from gui.window.language import speak
from gui.window.menus import Menus
from gui.window.message import MessageBar
from gui.window.settings import Settings, save_settings
from gui.window.table import ACTIONS, GROUPS, MENUS
from gui.window.training import ANYWHERE, Training, is_pack
from gui.window.undokeys import UndoKeys

USUAL_SIZE = QSize(1440, 960)
SMALLEST_SIZE = QSize(960, 600)
LINES_TO_SPARE = 36
"""A window lower than this many lines of text folds the journey, so that the body keeps room."""


class MainWindow(QMainWindow):
    """Everything on the screen, around one document."""

    document: Document
    files: Files
    body: Body
    header: Header

    def __init__(self, document: Document, settings: Settings | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.document = document
        self.settings = settings or Settings()
        self.aside = False
        self.training = Training(self)
        self.message = MessageBar(document.lang)
        self.files = Files(document, Dialogs(self), self.message, self.settings)
        self.actions_by_id = make_actions(self, ACTIONS)
        self._groups = make_groups(self, self.actions_by_id, GROUPS)
        self.menus = Menus(self.menuBar(), MENUS, self.actions_by_id, self.files.open_path)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(QSize(*self.settings.size) if self.settings.size else USUAL_SIZE)
        self.restyle()
        self.retranslate()

    # Building

    def _build(self) -> None:
        self._centre = QWidget(self)
        self._column = QVBoxLayout(self._centre)
        self._column.addWidget(self.message)
        self.setCentralWidget(self._centre)
        self._put_case_up()
        self._advice = QLabel(self)
        self._advice.setObjectName("advice")
        self.statusBar().addWidget(self._advice)
        self.statusBar().setSizeGripEnabled(False)

    def _put_case_up(self) -> None:
        """Make what shows the case: its head, the journey, and the body under them."""
        centre = self._centre
        self.header = Header(self.document, self.actions_by_id, centre)
        self.journey = JourneyPanel(self.document)
        self.body = Body(self.document, centre, self.settings.left)
        self._column.insertWidget(0, self.header)
        self._column.insertWidget(2, self.journey)
        self._column.insertWidget(3, self.body, 1)
        self.header.line.asked.connect(self.toggle_story)
        # A use of the window takes the header away: after the click that asks for it has ended.
        self.header.modes.picked.connect(self.training.enter, Qt.ConnectionType.QueuedConnection)

    def set_case_aside(self) -> None:
        """Unmake everything that shows the case; the document keeps it, with its history."""
        if self.aside:
            return
        self.aside = True
        self.settings.left = self.body.left
        for widget in (self.header, self.journey, self.body):
            widget.hide()
            widget.setParent(None)
            delete(widget)
        self.document.choose_provision("")

    def bring_case_back(self) -> None:
        """Put up again what shows the case, as it was left."""
        self.aside = False
        self._put_case_up()
        self.restyle()
        self.retranslate()

    def put_room(self, room: QWidget) -> None:
        """Take in the room that stands in the place of the case."""
        self._column.addWidget(room, 1)

    def may(self, action: str) -> bool:
        """Whether something can be done at all in the use that the window is in."""
        return not self.aside or action in ANYWHERE or action.startswith("training_")

    def _connect(self) -> None:
        document = self.document
        document.changed.connect(self.refresh)
        document.station_chosen.connect(self._station_chosen)
        document.provision_chosen.connect(self._refresh_actions)
        document.language_changed.connect(self.retranslate)
        theme.changed.connect(self.restyle)
        self.files.remembered = self._show_recent
        self._undo_keys = UndoKeys(self)

    # Showing

    def refresh(self) -> None:
        """Say what the document is now: title, saved or not, what can be done."""
        title = self.training.title() if self.aside else self.files.title()
        self.setWindowTitle(f"{title}[*] – Threshold")
        self.setWindowModified(self.document.dirty and not self.aside)
        if not self.aside:
            self.header.refresh()
        word_actions(self, self.actions_by_id, ACTIONS, self.document.lang)
        self._refresh_actions()

    def retranslate(self) -> None:
        """Speak the document's language everywhere; the case stays as it is."""
        lang = self.document.lang
        speak(lang)
        self._advice.setText(say(lang, "Teaching tool, not legal advice"))
        self.menus.retranslate(lang)
        self.message.retranslate(lang)
        self.training.retranslate(lang)
        self._show_recent()
        self.refresh()
        if not self.aside:
            self.body.retranslate()
            self.header.name_buttons()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        space = theme.space
        self._column.setContentsMargins(space(3), space(2), space(3), space(2))
        self._column.setSpacing(space(2))
        self._advice.setFont(theme.font("small"))
        self._advice.setContentsMargins(space(2), 0, space(2), 0)
        self._refresh_actions()

        self._fold_journey()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keys at no control: Tab leads to the first, and no ring draws the eye."""
        super().showEvent(event)
        centre = self.centralWidget()
        if self.focusWidget() is None and centre is not None:
            centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_journey()

    def _fold_journey(self) -> None:
        if self.aside:
            return
        lines = self.height() / QFontMetrics(theme.font("body")).height()
        tight = lines < LINES_TO_SPARE
        self.journey.set_tight(tight)
        self.header.line.setVisible(not tight)

    def _refresh_actions(self) -> None:
        refresh_actions(self, self.actions_by_id, ACTIONS)

    def _show_recent(self) -> None:
        self.menus.show_recent(self.settings.recent, self.document.lang)

    # Stations and parts

    @property
    def stations(self) -> int:
        """How many stations there are."""
        return len(catalogue().stations)

    @property
    def station_at(self) -> int:
        """Which station is chosen, from 0."""
        ids = [station.id for station in catalogue().stations]
        return ids.index(self.document.station)

    def step_station(self, by: int) -> None:
        """Choose the station before or after."""
        at = self.station_at + by
        if 0 <= at < self.stations:
            self.document.choose_station(catalogue().stations[at].id)

    def state_the_rest(self) -> None:
        """Answer what is left at this station with "no", where it can be seen."""
        self.body.show_questions()
        self.body.questions.rest.click()

    def step_part(self, by: int) -> None:
        """Move the focus to the next or the previous part of the window."""
        parts = [part for part in self._parts() if part.isVisible()]
        focus = QApplication.focusWidget()
        here = next((at for at, part in enumerate(parts) if holds(part, focus)), -by)
        focus_into(parts[(here + by) % len(parts)])

    def _parts(self) -> list[QWidget]:
        if self.aside:
            return [self.training.room]
        body = self.body
        return [self.journey, body.questions, body.story, body.provision, body.columns, self.header]

    def toggle_story(self) -> None:
        """Open the story beside the columns, or put it away."""
        if self.body.story_open:
            self.body.close_story()
        else:
            self.body.show_story()
        self._refresh_actions()

    def close_provision(self) -> None:
        """Put an opened provision away."""
        self.document.choose_provision("")
        self._refresh_actions()

    def _station_chosen(self) -> None:
        self.body.show_questions()
        self._refresh_actions()

    # What the menus do

    def choose_language(self, lang: str) -> None:
        """Speak a language from now on."""
        self.settings.lang = lang
        self.document.set_language(lang)
        save_settings(self.settings)

    def choose_scheme(self, wish: str) -> None:
        """Be light, dark, or as the desktop is."""
        self.settings.scheme = wish
        theme.set_scheme(wish)
        save_settings(self.settings)

    def choose_scale(self, scale: float) -> None:
        """Show text larger or smaller."""
        theme.set_text_scale(scale)
        self.settings.scale = theme.text_scale()
        save_settings(self.settings)

    def show_library(self) -> None:
        """Let the person choose a case of the library."""
        from gui.library.browser import LibraryBrowser

        browser = LibraryBrowser(self.document, self)
        browser.chosen.connect(self.files.open_entry)
        browser.exec()

    def show_keys(self) -> None:
        """List every key."""
        from gui.window.help import KeysDialog

        KeysDialog(self).exec()

    def show_about(self) -> None:
        """Say what this is, and what it is not."""
        from gui.window.help import AboutDialog

        AboutDialog(self).exec()

    def rename(self) -> None:
        """Let the person give the case another title."""
        from gui.window.rename import ask_title

        ask_title(self, self.document, self.files.title())

    def save_picture(self) -> None:
        """Save the window as it looks now as a picture."""
        path = self.files.dialogs.picture_path(self.document.lang, self.files.suggested_picture())
        if path is None:
            return
        if self.grab().save(str(path), "PNG"):
            self.message.inform(say(self.document.lang, "Saved as {file}.", file=path.name))
        else:
            self.message.warn(
                say(self.document.lang, "{file} could not be written.", file=path.name)
            )

    def confess(self) -> None:
        """Say that the program made a mistake; the case is as it was before it."""
        self.message.warn(
            say(
                self.document.lang,
                "The program made a mistake and left that step out. Your case is still here; "
                "save it, then tell us what you did.",
            )
        )

    # Files dropped, windows closed

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            open_path = self.training.open_path if is_pack(path) else self.files.open_path
            open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.training.may_end():
            event.ignore()
            return
        self.training.enter("explore")
        if not self.files.may_leave():
            event.ignore()
            return
        if not self.isMaximized():
            self.settings.size = [self.width(), self.height()]
        self.settings.left = self.body.left
        save_settings(self.settings)
        event.accept()


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, if it is one and lies on this machine."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if is_file(path) else None
