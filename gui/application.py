"""The application around the window: its name, its look, and what it does with a mistake."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from core.case.casefile import CaseFile
from core.case.library import library
from core.files.kinds import is_there
from gui import theme
from gui.document import Document
from gui.window.language import usual_language
from gui.window.settings import Settings, load_settings
from gui.window.training import is_pack
from gui.window.window import MainWindow

OPENING_CASE = "an-empty-road"
log = logging.getLogger(__name__)


def application() -> QApplication:
    """Return the one application, named and with its icon."""
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Threshold")
    app.setApplicationDisplayName("Threshold")
    app.setDesktopFileName("threshold")
    app.setWindowIcon(theme.icon("threshold", "accent"))
    return app


def opening_case() -> CaseFile:
    """Return the case that the window opens with when it is given none."""
    ids = library().ids()
    return library().load(OPENING_CASE if OPENING_CASE in ids else ids[0]) if ids else CaseFile()


def make_window(settings: Settings) -> MainWindow:
    """Make the window as the person left it, around the opening case."""
    theme.configure(settings.scheme, settings.scale)
    document = Document(opening_case(), settings.lang or usual_language())
    return MainWindow(document, settings)


def run_window(case: str | None) -> int:
    """Open the window and stay until it is closed."""
    app = application()
    window = make_window(load_settings())
    if case is not None:
        open_named(window, case)
    install_hook(window)
    window.show()
    QTimer.singleShot(0, window.training.offer_unfinished)
    return app.exec()


def open_named(window: MainWindow, case: str) -> bool:
    """Open what the command line names: a file, or a case of the library."""
    path = Path(case)
    if is_pack(path):
        return window.training.open_path(path)
    if path.suffix or is_there(path) or case not in library().ids():
        return window.files.read(path)
    return window.files.show_entry(case)


def install_hook(window: MainWindow) -> None:
    """Turn a mistake of the program into a sentence; the window and the case stay."""

    def confess(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("a mistake of the program", exc_info=(kind, error, trace))
        QTimer.singleShot(0, window.confess)

    sys.excepthook = confess
