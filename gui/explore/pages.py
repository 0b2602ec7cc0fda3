"""Which pages the room has, in the order of their tabs; each is made when it is first looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.words import say
from gui.document import Document
from gui.explore.page import Page, PageKind


def _glance(document: Document, parent: QWidget) -> Page:
    from gui.explore.glance.page import GlancePage

    return GlancePage(document, parent)


def _clauses(document: Document, parent: QWidget) -> Page:
    from gui.explore.clauses.page import ClausesPage

    return ClausesPage(document, parent)


def _grid(document: Document, parent: QWidget) -> Page:
    from gui.explore.grid.page import GridPage

    return GridPage(document, parent)


def _whynot(document: Document, parent: QWidget) -> Page:
    from gui.explore.whynot.page import WhyNotPage

    return WhyNotPage(document, parent)


def _next(document: Document, parent: QWidget) -> Page:
    from gui.explore.next.page import NextPage

    return NextPage(document, parent)


def _find(document: Document, parent: QWidget) -> Page:
    from gui.explore.find.page import FindPage

    return FindPage(document, parent)


def _changes(document: Document, parent: QWidget) -> Page:
    from gui.explore.changes.page import ChangesPage

    return ChangesPage(document, parent)


PAGES: tuple[PageKind, ...] = (
    PageKind("glance", lambda lang: say(lang, "At a glance"), _glance, share=0.0),
    PageKind("next", lambda lang: say(lang, "Open questions"), _next, share=0.45),
    PageKind("whynot", lambda lang: say(lang, "Why not"), _whynot, share=0.55),
    PageKind("changes", lambda lang: say(lang, "Smallest changes"), _changes, share=0.45),
    PageKind("clauses", lambda lang: say(lang, "Clauses"), _clauses, share=0.6),
    PageKind("grid", lambda lang: say(lang, "Grid"), _grid, share=0.65),
    PageKind("find", lambda lang: say(lang, "Find a case"), _find, share=0.45),
)
