"""A paper as one HTML file that needs nothing else: no script, no picture, nothing from a network.

The page is built as a tree of elements and serialised by the standard library, which escapes every word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from core.report.papers.look import Format, colours, resource
from core.report.papers.tree import (
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
    Run,
    Table,
    is_tick,
)

ALONE = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but the style that stands in it."""
ON_SCREEN = 12.0
"""Points of the body's type on a screen, where it is read from further away than paper."""


def html(document: Document, form: Format) -> bytes:
    """The paper as a whole HTML page, in UTF-8."""
    page = Element("html", {"lang": document.lang})
    _head(SubElement(page, "head"), document, form)
    body = SubElement(SubElement(page, "body"), "main")
    _title(SubElement(body, "header"), document)
    fresh = False
    for block in document.blocks:
        if isinstance(block, Break):
            fresh = True
            continue
        made = _WRITERS[type(block)](body, block)
        if fresh:
            made.set("class", f"{made.get('class', '')} break".strip())
        fresh = False
    _caution(SubElement(SubElement(page[1], "footer"), "p", {"class": "aside"}), document)
    told: bytes = tostring(page, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + told + b"\n"


def _head(head: Element, document: Document, form: Format) -> None:
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": ALONE})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    SubElement(head, "meta", {"name": "generator", "content": document.program})
    SubElement(head, "meta", {"name": "description", "content": document.caution})
    SubElement(head, "title").text = f"{document.kind}: {document.title}"
    roles = "".join(f"--{role}: {value}; " for role, value in colours().items())
    size = f"--size: {max(form.size, ON_SCREEN):g}pt; --print_size: {form.size:g}pt; "
    size += f"--aside: {form.aside:g}em; "
    sheet = f"@page {{ size: {form.sheet}; margin: {form.margin:g}mm; }}"
    SubElement(head, "style").text = f":root {{ {roles}{size}}}\n{sheet}\n{resource('paper.css')}"


def _title(header: Element, document: Document) -> None:
    SubElement(header, "p", {"class": "kind"}).text = document.kind
    SubElement(header, "h1").text = document.title
    if document.subtitle:
        SubElement(header, "p", {"class": "subtitle"}).text = document.subtitle
    _caution(SubElement(header, "p", {"class": "stamp"}), document)


def _caution(parent: Element, document: Document) -> None:
    told = SubElement(parent, "strong")
    told.text, told.tail = document.caution, f" {document.stamp}"


def _line(parent: Element, line: Line) -> Element:
    for run in line:
        _run(parent, run)
    return parent


def _run(parent: Element, run: Run) -> None:
    classes = [name for name in ("aside", "firm") if getattr(run, name)]
    marks = {"class": " ".join(classes)} if classes else {}
    if run.lang:
        marks["lang"] = run.lang
    if marks or run.strong:
        SubElement(parent, "strong" if run.strong else "span", marks).text = run.text
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + run.text
    else:
        parent.text = (parent.text or "") + run.text


def _cell(parent: Element, cell: Cell) -> Element:
    if len(cell) == 1 and cell[0] and not is_tick(cell[0]):
        return _line(parent, cell[0])
    for line in cell:
        if is_tick(line):
            _line(SubElement(parent, "div", {"class": "tick"}), line)
        elif line:
            _line(SubElement(parent, "div"), line)
        else:
            _rule(parent)
    return parent


def _rule(parent: Element) -> None:
    SubElement(parent, "div", {"class": "ruled", "aria-hidden": "true"})


# --- one writer for each kind of block ---------------------------------------------------------------
def _heading(parent: Element, block: Heading) -> Element:
    return _line(SubElement(parent, f"h{block.level + 1}"), block.line)


def _paragraph(parent: Element, block: Paragraph) -> Element:
    return _line(SubElement(parent, "p", {"class": "aside"} if block.aside else {}), block.line)


def _items(parent: Element, block: Items) -> Element:
    kind = {"class": "box"} if block.mark == "box" else {}
    made = SubElement(parent, "ol" if block.mark == "number" else "ul", kind)
    for item in block.items:
        _cell(SubElement(made, "li"), item)
    return made


def _table(parent: Element, block: Table) -> Element:
    made = SubElement(parent, "table")
    if block.caption:
        _line(SubElement(made, "caption"), block.caption)
    if block.widths:
        columns = SubElement(made, "colgroup")
        for width in block.widths:
            share = f"width: {100 * width / sum(block.widths):.1f}%"
            SubElement(columns, "col", {"style": share})
    row = SubElement(SubElement(made, "thead"), "tr")
    for line in block.head:
        _line(SubElement(row, "th", {"scope": "col"}), line)
    body = SubElement(made, "tbody")
    for cells in block.rows:
        row = SubElement(body, "tr")
        for n, cell in enumerate(cells):
            named = n == 0 and bool(cell)
            _cell(SubElement(row, "th", {"scope": "row"}) if named else SubElement(row, "td"), cell)
    return made


def _definitions(parent: Element, block: Definitions) -> Element:
    made = SubElement(parent, "dl")
    for word, said in block.pairs:
        pair = SubElement(made, "div")
        _line(SubElement(pair, "dt"), word)
        _cell(SubElement(pair, "dd"), said)
    return made


def _note(parent: Element, block: Note) -> Element:
    made = SubElement(parent, "div", {"class": "note", "role": "note"})
    _line(SubElement(SubElement(made, "p"), "strong"), block.title)
    for line in block.lines:
        _line(SubElement(made, "p"), line)
    return made


def _ruled(parent: Element, block: Ruled) -> Element:
    made = SubElement(parent, "div", {"class": "lines"})
    for _ in range(block.count):
        _rule(made)
    return made


_WRITERS: dict[type, Callable[[Element, Any], Element]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
    Definitions: _definitions,
    Note: _note,
    Ruled: _ruled,
}
