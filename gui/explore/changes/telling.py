"""What a smallest change says on a button, and what looking at it and taking it does to the document."""

from __future__ import annotations

from core.explore.ways import Contrast
from core.law.version import VersionError
from core.report.changing import after_words, class_words, contrast_words
from core.words import LANGUAGES, Words
from gui.document import Document
from gui.explore.changes.chip import ChangeButton


def tell(button: ChangeButton, contrast: Contrast, kind: str, document: Document) -> None:
    """Word a button: with the outcome of the side that turns, else with both."""
    lang = document.lang
    after = after_words(document.comparison, kind, contrast, lang)
    words = contrast_words(document.case, contrast, lang)
    button.show_contrast(contrast, class_words(contrast.cls, lang), words, after)


def look(document: Document, contrast: Contrast | None) -> None:
    """Show what a change would make of the case, or the case again."""
    try:
        document.preview(None if contrast is None else contrast.case(document.case))
    except VersionError:
        document.preview(None)


def take(document: Document, contrast: Contrast | None) -> None:
    """Make a change: one step of undo, named after it."""
    if contrast is None:
        return
    case = document.case
    label = Words({lang: contrast_words(case, contrast, lang) for lang in LANGUAGES})
    document.preview(None)
    document.apply_case(contrast.case(case), label)
