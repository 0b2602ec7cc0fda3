"""The styles of a DOCX paper: type, colours by role, the sheet, and the language of the whole.

The elements that python-docx has no name for are made here by :func:`mark`, the one place that writes them.
"""

from __future__ import annotations

from typing import Any

from core.report.papers.look import SHEETS, Format, colours

FONT = "Arial"
"""A face that every word processor has, or has one as wide as; the fonts of the PDF may be missing."""
KIND, STAMP, ASIDE, STRONG = "Kind", "Stamp", "Aside", "Strong"
NOTE_TITLE, NOTE, RULED = "Note Title", "Note", "Line to Write On"
TERM, DEFINITION, CAPTION = "Term", "Definition", "Caption"
TABLE, TABLE_LINE, TICKED = "Paper Table", "Table Line", "Box to Tick"
HEADINGS = {"Heading 1": 1.32, "Heading 2": 1.1, "Heading 3": 1.0}
"""How large, times the body."""


class _Mark:
    """Adds an element with attributes of the word-processing namespace."""

    def __call__(self, parent: Any, tag: str, **attributes: str) -> Any:
        """Add ``<tag>`` at the end of ``parent``; returns it."""
        from docx.oxml.parser import OxmlElement

        made = OxmlElement(tag)
        for key, value in attributes.items():
            made.set(self.name(f"w:{key}"), value)
        parent.append(made)
        return made

    @staticmethod
    def name(tag: str) -> str:
        """The full name of a tag or an attribute."""
        from docx.oxml.ns import qn

        return str(qn(tag))


mark = _Mark()


def ink(role: str) -> str:
    """The colour of a role, as these files write it."""
    return colours()[role].removeprefix("#").upper()


def without(properties: Any, tag: str) -> None:
    """Take away what the template says of a style."""
    found = properties.find(mark.name(tag))
    if found is not None:
        properties.remove(found)


def language(properties: Any, lang: str) -> None:
    """Say in which language the words of a run or a style are."""
    without(properties, "w:lang")
    mark(properties, "w:lang", val=f"{lang}-CA")


def dress(file: Any, lang: str, form: Format) -> None:
    """Give a new file its sheet, its styles and its language."""
    _sheet(file, form)
    defaults = file.styles.element.find(".//" + mark.name("w:rPrDefault"))
    language(defaults.find(mark.name("w:rPr")), lang)
    _body(file, form)
    _headings(file, form)
    _asides(file, form)
    _blocks(file, form)
    _table(file)


def _sheet(file: Any, form: Format) -> None:
    from docx.shared import Mm

    section = file.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in SHEETS[form.sheet])
    section.left_margin = section.right_margin = section.top_margin = Mm(form.margin)
    section.bottom_margin = Mm(form.margin + 3)


def _set(
    file: Any, name: str, size: float, *, colour: str = "text", bold: bool | None = None,
    before: float = 0, after: float = 0,
) -> Any:  # fmt: skip
    """A style, new or of the template, with size in points, colour by role and space around it."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles = file.styles
    known = {style.name for style in styles}
    style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in known:
        style.base_style = styles["Normal"]
    _face(style)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(ink(colour))
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    return style


def _face(style: Any) -> None:
    """The type face, in place of the one that the template takes from its theme."""
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().find(mark.name("w:rFonts"))
    for key in [key for key in fonts.keys() if key.endswith("Theme")]:  # noqa: SIM118
        del fonts.attrib[key]
    for script in ("cs", "eastAsia", "hAnsi"):
        fonts.set(mark.name(f"w:{script}"), FONT)


def _body(file: Any, form: Format) -> None:
    from docx.shared import Pt

    size = form.size
    normal = _set(file, "Normal", size, after=size * 0.6)
    normal.paragraph_format.line_spacing = 1.2
    _set(file, "List Paragraph", size, after=size * 0.3).paragraph_format.left_indent = 425 * 635
    _set(file, TABLE_LINE, size, before=size * 0.15, after=size * 0.15)
    ticked = _set(file, TICKED, size, before=size * 0.15, after=size * 0.15).paragraph_format
    ticked.left_indent, ticked.first_line_indent = Pt(size * 1.6), Pt(size * -1.6)
    ticked.tab_stops.add_tab_stop(Pt(size * 1.6))
    _set(file, "Footer", max(size * 0.78, 8), colour="text_muted")


def _headings(file: Any, form: Format) -> None:
    for name, times in {"Title": form.title, **HEADINGS}.items():
        size = form.size * times
        style = _set(file, name, size, bold=True, before=size * 1.1, after=size * 0.45)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.line_spacing = 1.1
    title = file.styles["Title"]
    title.paragraph_format.space_before = 0
    without(title.element.pPr, "w:pBdr")
    subtitle = _set(file, "Subtitle", form.size * 1.08, after=form.size * 0.4)
    without(subtitle.element.rPr, "w:spacing")


def _asides(file: Any, form: Format) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    small = form.size * form.aside
    _set(file, KIND, small, colour="text_muted", bold=True).paragraph_format.keep_with_next = True
    _set(file, STAMP, small, colour="text_muted", after=form.size * 1.2)
    _set(file, ASIDE, small, colour="text_muted", after=form.size * 0.4)
    caption = _set(file, CAPTION, small, colour="text_muted", bold=False, before=form.size * 0.6)
    caption.paragraph_format.keep_with_next = True
    quiet = file.styles.add_style(f"{ASIDE} Words", WD_STYLE_TYPE.CHARACTER)
    quiet.font.size = Pt(small)
    quiet.font.bold = False
    quiet.font.color.rgb = RGBColor.from_string(ink("text_muted"))
    known = {style.name for style in file.styles}
    bold = file.styles[STRONG] if STRONG in known else file.styles.add_style(STRONG, 2)
    bold.font.bold = True


def _blocks(file: Any, form: Format) -> None:
    from docx.shared import Mm

    size = form.size
    term = _set(file, TERM, size, bold=True, before=size * 0.5)
    term.paragraph_format.keep_with_next = True
    _set(file, DEFINITION, size, after=size * 0.3).paragraph_format.left_indent = Mm(5)
    for name, bold in ((NOTE_TITLE, True), (NOTE, None)):
        style = _set(file, name, size, bold=bold, after=size * 0.3)
        style.paragraph_format.left_indent = Mm(4)
        style.paragraph_format.keep_with_next = bold
        _border(style, "left", "line_strong", 18)
    ruled = _set(file, RULED, size * 1.7)
    _border(ruled, "bottom", "line_strong", 4)
    _border(ruled, "between", "line_strong", 4)


def _border(style: Any, side: str, role: str, eighths: int) -> None:
    """A line at one side of a paragraph, ``eighths`` of a point thick."""
    properties = style.element.get_or_add_pPr()
    around = properties.find(mark.name("w:pBdr"))
    if around is None:
        around = mark(properties, "w:pBdr")
        # Borders stand before spacing and indents, or Word calls the file damaged.
        properties.remove(around)
        places = [properties.find(mark.name(f"w:{tag}")) for tag in ("spacing", "ind")]
        first = next((place for place in places if place is not None), None)
        properties.append(around) if first is None else first.addprevious(around)
    mark(around, f"w:{side}", val="single", sz=str(eighths), space="6", color=ink(role))


def _table(file: Any) -> None:
    """Tables have thin lines between rows, a strong one below the header, and none at the sides."""
    from docx.enum.style import WD_STYLE_TYPE

    style = file.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    properties = mark(style.element, "w:tblPr")
    borders = mark(properties, "w:tblBorders")
    for side in ("bottom", "insideH"):
        mark(borders, f"w:{side}", val="single", sz="4", space="0", color=ink("line"))
    around = mark(properties, "w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        mark(around, f"w:{side}", w="80", type="dxa")
    for part, bottom in (("firstRow", True), ("firstCol", False)):
        special = mark(style.element, "w:tblStylePr", type=part)
        mark(mark(special, "w:rPr"), "w:b")
        if bottom:
            lines = mark(mark(special, "w:tcPr"), "w:tcBorders")
            mark(lines, "w:bottom", val="single", sz="8", space="0", color=ink("text"))
