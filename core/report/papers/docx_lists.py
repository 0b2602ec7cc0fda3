"""Lists of a DOCX file: bullets, boxes to tick, and numbers that begin at one in each list."""

from __future__ import annotations

from typing import Any

MARKS = {"bullet": ("bullet", "•"), "box": ("bullet", "☐"), "number": ("decimal", "%1.")}
FIRST = 900
"""The numbers of our definitions begin here, above those of the template."""


class Lists:
    """The lists of one file."""

    def __init__(self, file: Any) -> None:
        self._numbering = file.part.numbering_part.element
        self._abstract: dict[str, int] = {}

    def begin(self, mark: str) -> int:
        """A new list; returns its number, for :meth:`enter`."""
        from docx.oxml.ns import qn

        if mark not in self._abstract:
            self._define(mark)
        number = self._numbering.add_num(self._abstract[mark])
        if mark == "number":
            number.add_lvlOverride(0).add_startOverride(1)
        return int(number.get(qn("w:numId")))

    @staticmethod
    def enter(paragraph: Any, number: int) -> None:
        """Make a paragraph an item of a list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number

    def _define(self, mark: str) -> None:
        from docx.oxml.parser import parse_xml

        kind, sign = MARKS[mark]
        name = FIRST + len(self._abstract)
        made = parse_xml(
            '<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            f'w:abstractNumId="{name}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>'
            "</w:abstractNum>"
        )
        # Definitions stand before the lists that use them.
        self._numbering.insert(0, made)
        self._abstract[mark] = name
