"""A paper as PDF that a screen reader can follow (PDF/UA-1), or no PDF at all.

typst sets the pages. It gets the tree as data, beside a template of the resources, so that no word of a case
can be taken for markup. It is told to keep to PDF/UA-1 and refuses what does not: a heading level left out,
a paper without a title, a letter for which there is no font. Such a refusal becomes a sentence.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import UTC, datetime, time
from typing import Any

from core.report.papers.look import Format, colours, font_folder, resource
from core.report.papers.tree import TICK, Block, Document, PaperError

STANDARD = "ua-1"
FONTS = ("Atkinson Hyperlegible Next", "DejaVu Sans Mono", "Libertinus Serif")
"""The first lies beside the template; the others come with typst and have the signs it lacks."""


def pdf(document: Document, form: Format) -> bytes:
    """The paper as a tagged PDF. Raises PaperError where it would not be accessible."""
    import typst

    look = {
        "paper": "us-letter" if form.sheet == "letter" else form.sheet,
        "size": form.size,
        "margin": form.margin,
        "title": form.title,
        "aside": form.aside,
        "large": form.large,
        "colours": colours(),
        "fonts": FONTS,
        "tick": TICK,
    }
    inputs = {"tree": json.dumps(plain(document)), "look": json.dumps(look)}
    moment = datetime.combine(document.day, time(12), UTC)
    try:
        compiled: Any = typst.compile  # one of its overloads for each kind
        made: bytes = compiled(
            resource("paper.typ").encode(),
            format="pdf",
            font_paths=[str(font_folder())],
            sys_inputs=inputs,
            timestamp=moment,
            pdf_standards=[STANDARD],
        )
    except typst.TypstError as error:
        raise PaperError(_told(document, error)) from None
    return made


def _told(document: Document, error: Any) -> str:
    found = str(error.message).removeprefix("PDF/UA-1 error: ")
    return (
        f"{document.kind}: no PDF was made, since a screen reader could not read all of it: {found}. "
        "Mend that in the pack or the case, or write the paper as .docx or .html."
    )


def plain(document: Document) -> dict[str, Any]:
    """The tree as data for the template; every block says what it ``is``."""
    found = {f.name: getattr(document, f.name) for f in fields(document)}
    day = document.day
    return found | {
        "day": [day.year, day.month, day.day],
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"is": type(block).__name__.lower(), **asdict(block)}
