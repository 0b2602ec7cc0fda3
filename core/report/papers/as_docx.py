"""A paper as DOCX: real headings, lists and table headers, each language marked, for Word and its kin.

What a paper looks like stands in styles (:mod:`core.report.papers.docx_styles`), so that whoever opens the
file can change it in one place. python-docx is imported when a paper is written and not before.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from core.report.dates import FIRM
from core.report.papers.docx_lists import Lists
from core.report.papers.docx_styles import (
    ASIDE,
    CAPTION,
    DEFINITION,
    KIND,
    NOTE,
    NOTE_TITLE,
    RULED,
    STAMP,
    STRONG,
    TABLE,
    TABLE_LINE,
    TERM,
    TICKED,
    dress,
    language,
    mark,
    without,
)
from core.report.papers.look import SHEETS, Format
from core.report.papers.tree import (
    TICK,
    Block,
    Break,
    Cell,
    Definitions,
    Document,
    Heading,
    Items,
    Line,
    Note,
    Paragraph,
    Ruled,
    Table,
    is_tick,
    words,
)


def docx(document: Document, form: Format) -> bytes:
    """The paper as a DOCX file."""
    from docx import Document as new_file

    file = new_file()
    dress(file, document.lang, form)
    _properties(file, document)
    writer = Writer(file, document.lang, SHEETS[form.sheet][0] - 2 * form.margin)
    writer.title(document)
    for block in document.blocks:
        writer.write(block)
    _footer(file, document)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


class Writer:
    """Writes blocks at the end of one file; ``breadth`` is that of its lines, in millimetres."""

    def __init__(self, file: Any, lang: str, breadth: float) -> None:
        self._file = file
        self._lang = lang
        self._breadth = breadth
        self._lists = Lists(file)
        self._fresh = False
        # python-docx looks every style up among all of them; a long table then takes seconds.
        self._ids = {style.name: style.style_id for style in file.styles}

    def title(self, document: Document) -> None:
        """What paper it is, its title, and below it the caution and the stamp."""
        self._file.add_paragraph(document.kind, style=KIND)
        self._file.add_paragraph(document.title, style="Title")
        if document.subtitle:
            self._file.add_paragraph(document.subtitle, style="Subtitle")
        stamp = self._file.add_paragraph(style=STAMP)
        stamp.add_run(document.caution, style=STRONG)
        stamp.add_run(f" {document.stamp}")

    def write(self, block: Block) -> None:
        """Put one block at the end of the file."""
        match block:
            case Heading():
                self._put(self._paragraph(f"Heading {block.level}"), block.line)
            case Paragraph():
                self._put(self._paragraph(ASIDE if block.aside else "Normal"), block.line)
            case Items():
                self._items(block)
            case Table():
                self._table(block)
            case Definitions():
                self._definitions(block)
            case Note():
                self._put(self._paragraph(NOTE_TITLE), block.title)
                for line in block.lines:
                    self._put(self._paragraph(NOTE), line)
            case Ruled():
                for _ in range(block.count):
                    self._paragraph(RULED)
            case Break():
                self._fresh = True

    def _paragraph(self, style: str) -> Any:
        made = self._file.add_paragraph()
        made._p.style = self._ids[style]
        if self._fresh:
            made.paragraph_format.page_break_before = True
            self._fresh = False
        return made

    def _put(self, paragraph: Any, line: Line) -> None:
        if is_tick(line):
            paragraph.add_run(f"{TICK}\t")
            line = line[1:]
        for run in line:
            text = run.text.replace(" ", FIRM) if run.firm else run.text
            made = paragraph.add_run(text)
            if run.strong or run.aside:
                made._r.style = self._ids[STRONG if run.strong else f"{ASIDE} Words"]
            if run.lang:
                language(made._element.get_or_add_rPr(), run.lang)

    def _items(self, block: Items) -> None:
        number = self._lists.begin(block.mark)
        for item in block.items:
            for n, line in enumerate(item):
                paragraph = self._paragraph("List Paragraph")
                if n == 0:
                    self._lists.enter(paragraph, number)
                self._put(paragraph, line)

    def _definitions(self, block: Definitions) -> None:
        for word, said in block.pairs:
            self._put(self._paragraph(TERM), word)
            for line in said:
                self._put(self._paragraph(DEFINITION if line else RULED), line)

    # --- tables --------------------------------------------------------------------------------------
    def _table(self, block: Table) -> None:
        from docx.shared import Mm

        if block.caption:
            self._put(self._paragraph(CAPTION), block.caption)
        made = self._file.add_table(rows=0, cols=len(block.head), style=TABLE)
        made.autofit = False
        self._describe(made, words(block.caption))
        widths = block.widths or (1,) * len(block.head)
        breadths = [Mm(self._breadth * width / sum(widths)) for width in widths]
        head = made.add_row()
        mark(head._tr.get_or_add_trPr(), "w:cantSplit")
        mark(head._tr.get_or_add_trPr(), "w:tblHeader")
        self._row(head, tuple((line,) for line in block.head), breadths, keep=True)
        for cells in block.rows:
            row = made.add_row()
            mark(row._tr.get_or_add_trPr(), "w:cantSplit")
            self._row(row, cells, breadths)
        for column, breadth in zip(made.columns, breadths, strict=True):
            column.width = breadth
        self._file.add_paragraph(style=ASIDE)  # a table that follows would else grow onto this one

    def _describe(self, made: Any, caption: str) -> None:
        properties = made._tbl.tblPr
        without(properties, "w:tblLook")
        mark(properties, "w:tblLook", val="04A0", firstRow="1", firstColumn="1", noVBand="1")
        if caption:
            mark(properties, "w:tblCaption", val=caption)

    def _row(
        self, row: Any, cells: tuple[Cell, ...], breadths: list[Any], *, keep: bool = False
    ) -> None:
        for place, cell, breadth in zip(row.cells, cells, breadths, strict=True):
            place.width = breadth
            first = place.paragraphs[0]
            for n, line in enumerate(cell):
                paragraph = first if n == 0 else place.add_paragraph()
                style = (TICKED if is_tick(line) else TABLE_LINE) if line else RULED
                paragraph._p.style = self._ids[style]
                paragraph.paragraph_format.keep_with_next = keep or None
                self._put(paragraph, line)


def _properties(file: Any, document: Document) -> None:
    moment = datetime.combine(document.day, time(12), UTC)
    kept = file.core_properties
    kept.title = f"{document.kind}: {document.title}"
    kept.author = kept.last_modified_by = document.program
    kept.language = f"{document.lang}-CA"
    kept.subject = document.caution
    kept.comments = document.stamp
    kept.created = kept.modified = moment
    kept.revision = 1


def _footer(file: Any, document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.style = "Footer"
    paragraph.add_run(f"{document.caution} {document.stamp} · {document.page_word}{FIRM}")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    said = OxmlElement("w:t")
    said.text = "1"
    run.append(said)
    field.append(run)
    paragraph._p.append(field)
