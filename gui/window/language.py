"""Qt's own words ("Save", "Cancel", "Open") in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_translator = QTranslator()


def speak(lang: str) -> None:
    """Let Qt's dialogs and standard buttons speak a language; English needs no catalogue."""
    QCoreApplication.removeTranslator(_translator)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if lang != "en" and _translator.load(f"qtbase_{lang}", folder):
        QCoreApplication.installTranslator(_translator)


def usual_language() -> str:
    """Return the language of the desktop, as far as the program speaks it."""
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
