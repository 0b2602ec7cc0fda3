"""Reading papers back: every word of a file, wherever it stands, and the structure of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """Text without any space: a writer may break lines wherever it likes."""
    return re.sub(r"\s+", "", text)


# --- PDF ---------------------------------------------------------------------------------------------
def pdf_pages(content: bytes) -> list[str]:
    """The words of each page, without spaces."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(content)).pages]


def pdf_words(content: bytes) -> str:
    """Every word of a PDF: pages, what is said of the whole, bookmarks, texts for screen readers."""
    reader = PdfReader(BytesIO(content))
    hidden = [str(value) for value in (reader.metadata or {}).values()]
    for thing in objects(reader):
        if isinstance(thing, dict):
            hidden += [str(thing[key]) for key in ("/Alt", "/ActualText", "/Title") if key in thing]
    return squeezed("".join([*pdf_pages(content), *hidden, pdf_about(content)]))


def pdf_about(content: bytes) -> str:
    """What a PDF says of itself for other programs."""
    told: Any = PdfReader(BytesIO(content)).root_object["/Metadata"].get_object()
    return bytes(told.get_data()).decode("utf-8")


def objects(reader: PdfReader) -> Iterator[Any]:
    """Every object of a PDF."""
    size: Any = reader.trailer["/Size"]
    for number in range(1, int(size)):
        try:
            yield reader.get_object(number)
        except Exception:  # a number that is not used
            continue


def tags(content: bytes) -> list[str]:
    """The kinds of the elements of a PDF's structure, in reading order."""
    root: Any = PdfReader(BytesIO(content)).root_object["/StructTreeRoot"].get_object()
    return list(_tags(root.get("/K")))


def _tags(node: Any) -> Iterator[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for inner in node:
            yield from _tags(inner)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]).removeprefix("/")
        if "/K" in node:
            yield from _tags(node["/K"])


# --- DOCX --------------------------------------------------------------------------------------------
def docx_part(content: bytes, name: str = "word/document.xml") -> Any:
    """One part of a DOCX file."""
    with ZipFile(BytesIO(content)) as file:
        return ElementTree.fromstring(file.read(name))


def docx_words(content: bytes) -> str:
    """Every word of every part of a DOCX file, attributes included."""
    found = []
    with ZipFile(BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                for element in ElementTree.fromstring(file.read(name)).iter():
                    found += [element.text or "", *element.attrib.values()]
    return squeezed("".join(found))


# --- HTML --------------------------------------------------------------------------------------------
class Page(HTMLParser):
    """The elements of a page, its attributes, and its words without the style."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.style = ""
        self._in_style = False
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(key, value or "") for key, value in attrs]
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.style += data
        else:
            self.said.append(data)


def html_words(content: bytes) -> str:
    """Every word of a page, attributes included."""
    page = Page(content)
    return squeezed("".join([*page.said, *(value for _, value in page.attributes)]))


WORDS = {".pdf": pdf_words, ".docx": docx_words, ".html": html_words}
