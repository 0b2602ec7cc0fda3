"""Which papers there are, and the file that one is written to: the ending of its name says how.

>>> sorted(WRITERS), "key" in PAPERS
(['.docx', '.html', '.pdf'], True)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.files.atomic import write_bytes
from core.report.papers.as_docx import docx
from core.report.papers.as_html import html
from core.report.papers.as_pdf import pdf
from core.report.papers.comparison import comparison_paper
from core.report.papers.forms import evaluation
from core.report.papers.glossary import glossary
from core.report.papers.handout import handout
from core.report.papers.key import answer_key
from core.report.papers.large import enlarged
from core.report.papers.look import Format
from core.report.papers.notes import trainers_notes
from core.report.papers.plan import map_of_session
from core.report.papers.referral import referral
from core.report.papers.session import Press, Session
from core.report.papers.summary import summary
from core.report.papers.tree import Document, PaperError

PAPERS: dict[str, Callable[[Session, Press], Document]] = {
    "handout": handout,
    "notes": trainers_notes,
    "key": answer_key,
    "plan": map_of_session,
    "evaluation": evaluation,
    "glossary": glossary,
    "referral": referral,
    "summary": summary,
    "comparison": comparison_paper,
}
"""Every paper by the name it is asked for."""
FOR_PARTICIPANTS = ("handout", "evaluation", "glossary", "referral")
"""Those that hold nothing of the answers."""

WRITERS: dict[str, Callable[[Document, Format], bytes]] = {
    ".pdf": pdf,
    ".docx": docx,
    ".html": html,
}


def printed(document: Document, ending: str, form: Format) -> bytes:
    """The paper as the content of a file. Raises PaperError for an ending that means nothing here."""
    writer = WRITERS.get(ending.lower())
    if writer is None:
        found = f"a file ending in {ending}" if ending else "a file without an ending"
        raise PaperError(f"{found} cannot be printed to; expected one of {', '.join(WRITERS)}")
    return writer(enlarged(document) if form.large else document, form)


def print_to(path: Path, document: Document, form: Format) -> None:
    """Write the paper to a file, whole or not at all. Raises PaperError."""
    content = printed(document, path.suffix, form)
    try:
        write_bytes(path, content)
    except OSError as error:
        raise PaperError(f"{path}: {error.strerror or 'it cannot be written'}") from None
