"""Three writers put one tree on paper: for screen readers, with every word as it stands, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from core.report.papers.as_docx import docx
from core.report.papers.as_html import html
from core.report.papers.as_pdf import pdf
from core.report.papers.large import enlarged
from core.report.papers.look import Format
from core.report.papers.tree import (
    BLANK,
    Block,
    Break,
    Definitions,
    Document,
    Heading,
    Items,
    Note,
    PaperError,
    Paragraph,
    Ruled,
    Table,
    aside,
    cell,
    line,
    strong,
    tick,
)
from core.report.papers.write import WRITERS, printed
from tests.house.sources import ROOT
from tests.report.papers.reading import (
    WORDS,
    Page,
    W,
    docx_part,
    pdf_about,
    pdf_pages,
    squeezed,
    tags,
)

NASTY = (
    "#panic() #let x = 1 *b* _i_ $x$ `r` = h - + ~ -- ... // c /* @ref <lab> [x] {y} \\u{41} \\",
    "<script>alert(1)</script> &amp; <b>&lt;</b> \"q\" 'a' --> ]]> <!-- <?xml?>",
    "=1+1 {title} %s %n ☐ ✓ ✕ – ◆ ↩ ✔ ▬ Îles « d’été » œuvre № 5",
)


def made(*blocks: Block, **changes: str) -> Document:
    """A paper with these blocks."""
    kept = {
        "kind": "Answer key",
        "title": "A session",
        "lang": "en",
        "program": "Threshold 9.9.9",
        "caution": "A teaching tool.",
        "stamp": "Stamped so.",
        "page_word": "page",
    } | changes
    return Document(day=date(2026, 11, 24), blocks=blocks, **kept)


def everything(text: str) -> Document:
    """A paper with every kind of block, each of which says ``text``."""
    row = (cell(text), (*cell(text), *BLANK), (tick(text), line(aside(text))))
    head = (line(text), line(text), line(text))
    return made(
        Heading(1, line(text)),
        Paragraph(line(text, strong(text))),
        Heading(2, line("below")),
        Paragraph(line(text), aside=True),
        Items((cell(text, text), cell(text))),
        Items((cell(text), cell(text)), "number"),
        Items((cell(text), cell(text)), "number"),
        Items((cell(text),), "box"),
        Table(line(text), head, (row, row), (1, 2, 2)),
        Definitions(((line(text, aside(text, "fr")), cell(text)),)),
        Note(line(text), cell(text)),
        Ruled(2),
        Break(),
        Heading(1, line(text)),
        title=text,
    )


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("text", NASTY)
def test_no_word_of_a_case_is_taken_for_markup(ending, text):
    content = printed(everything(text), ending, Format())
    assert WORDS[ending](content).count(squeezed(text)) >= 20


@pytest.mark.parametrize("ending", WRITERS)
def test_what_cannot_stand_on_paper_is_left_out(ending):
    content = printed(
        made(Paragraph(line("a\x00b\x07c\u202ed\ud800e\nf\u2028g"))), ending, Format()
    )
    assert "abcdefg" in WORDS[ending](content)


@pytest.mark.parametrize("ending", WRITERS)
def test_large_print_says_the_same_words(ending):
    content = printed(everything("Same words."), ending, Format(large=True))
    assert WORDS[ending](content).count("Samewords.") >= 20


# --- PDF ---------------------------------------------------------------------------------------------
def test_a_pdf_declares_that_a_screen_reader_can_follow_it():
    content = pdf(everything("Words"), Format())
    about = pdf_about(content)
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "Answer key: Words" in about


def test_a_pdf_has_headings_lists_and_header_cells_for_a_screen_reader():
    found = tags(pdf(everything("Words"), Format()))
    assert [tag for tag in found if tag in ("H1", "H2", "H3")] == ["H1", "H2", "H1"]
    assert found.count("TH") == 3
    assert {"Title", "P", "L", "LI", "Table", "TR", "TD", "Caption"} <= set(found)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_pdf_says_its_language_and_marks_the_other(lang):
    content = pdf(made(Paragraph(line("x", aside("mot", "fr"))), lang=lang), Format())
    assert f"<dc:language><rdf:Bag><rdf:li>{lang}" in pdf_about(content).replace("\n", "")


def test_a_heading_that_skips_a_level_is_refused_with_a_sentence():
    with pytest.raises(PaperError, match=r"Answer key: no PDF was made.*heading.*\.docx or \.html"):
        pdf(made(Heading(1, line("one")), Heading(3, line("three"))), Format())


def test_a_letter_without_a_font_is_refused_with_a_sentence():
    with pytest.raises(PaperError, match="could not be displayed"):
        pdf(made(Paragraph(line("a \U0010fffd"))), Format())


@pytest.mark.parametrize(
    ("form", "size"), [(Format("a4"), (595, 842)), (Format("letter"), (612, 792))]
)
def test_a_sheet_has_the_size_that_was_asked_for(form, size):
    box = PdfReader(BytesIO(pdf(made(), form))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_each_page_of_a_pdf_is_stamped_and_counted():
    pages = pdf_pages(pdf(made(*(Paragraph(line("word " * 450)) for _ in range(3))), Format()))
    assert len(pages) > 1
    for number, words in enumerate(pages, 1):
        assert "Ateachingtool.Stampedso." in words
        assert f"page{number}/{len(pages)}" in words


def test_the_same_paper_is_the_same_file():
    assert pdf(everything("x"), Format()) == pdf(everything("x"), Format())


def test_all_but_the_foot_of_the_page_has_eighteen_points_in_large_print():
    reader = PdfReader(BytesIO(pdf(enlarged(everything("Words.")), Format(large=True))))
    sizes = set()
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: (
                sizes.add(round(abs(size * tm[0] * cm[0]), 1)) if text.strip() else None
            )
        )
    assert min(sizes - {14.0}) >= 18.0, "the foot, which repeats what stands above, has 14"


def test_a_wide_table_is_told_row_by_row_in_large_print():
    wide = Table(line("t"), (line("a"),) * 3, ((cell("x"), cell("y"), cell("z")),))
    small, large = made(wide), enlarged(made(wide))
    assert isinstance(small.blocks[0], Table)
    assert not any(isinstance(block, Table) for block in large.blocks)


# --- DOCX --------------------------------------------------------------------------------------------
def styles(content: bytes) -> list[str]:
    """The styles of the paragraphs of a DOCX file, in order."""
    return [e.get(f"{W}val", "") for e in docx_part(content).iter(f"{W}pStyle")]


def test_a_docx_has_real_headings_and_lists():
    content = docx(everything("Words"), Format())
    found = styles(content)
    assert [s for s in found if s.startswith(("Title", "Heading"))] == [
        "Title",
        "Heading1",
        "Heading2",
        "Heading1",
    ]
    numbers = [e.get(f"{W}val") for e in docx_part(content).iter(f"{W}numId")]
    assert len(numbers) == 7
    assert numbers[2] == numbers[3] != numbers[4] == numbers[5]
    kept = docx_part(content, "word/numbering.xml").iter(f"{W}num")
    begun = {n.get(f"{W}numId"): n.find(f".//{W}startOverride") for n in kept}
    assert begun[numbers[2]].get(f"{W}val") == begun[numbers[4]].get(f"{W}val") == "1"


def test_a_docx_marks_the_header_row_of_a_table():
    table = next(docx_part(docx(everything("Words"), Format())).iter(f"{W}tbl"))
    first, *others = table.iter(f"{W}tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
    assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Words"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_docx_says_its_language_and_marks_the_other(lang):
    content = docx(made(Paragraph(line("x", aside("mot", "fr"))), lang=lang), Format())
    defaults = docx_part(content, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert defaults.get(f"{W}val") == f"{lang}-CA"
    marked = [
        run for run in docx_part(content).iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None
    ]
    assert [run.findtext(f"{W}t") for run in marked] == ["mot"]
    assert marked[0].find(f"{W}rPr/{W}lang").get(f"{W}val") == "fr-CA"


def test_a_docx_says_what_it_is():
    about = docx_part(docx(made(lang="fr"), Format()), "docProps/core.xml")
    told = {element.tag.rpartition("}")[2]: element.text for element in about}
    assert told["title"] == "Answer key: A session"
    assert told["language"] == "fr-CA"
    assert told["creator"] == "Threshold 9.9.9"
    assert told["subject"] == "A teaching tool."


def test_a_docx_has_the_stamp_at_the_foot_of_each_page():
    footer = docx_part(docx(made(), Format()), "word/footer1.xml")
    assert "Stamped so." in "".join(footer.itertext())


# --- HTML --------------------------------------------------------------------------------------------
def test_a_page_needs_nothing_else_and_runs_nothing():
    page = Page(html(everything(NASTY[1]), Format()))
    assert not {"script", "img", "link", "iframe", "object"} & set(page.elements)
    assert not {"src", "href", "onload", "onclick"} & {key for key, _ in page.attributes}
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_a_page_has_headings_header_cells_and_languages():
    page = Page(html(everything("Words"), Format("letter")))
    assert [e for e in page.elements if e in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h2"]
    scopes = [value for key, value in page.attributes if key == "scope"]
    assert (scopes.count("col"), scopes.count("row")) == (3, 2)
    assert [value for key, value in page.attributes if key == "lang"] == ["en", "fr"]
    assert "size: letter" in page.style
    assert {"caption", "dl", "dt", "dd", "ol", "ul", "main", "title"} <= set(page.elements)


# --- loading -----------------------------------------------------------------------------------------
def test_no_writer_is_loaded_before_something_is_written():
    script = (
        "import sys, core.report.papers.write, core.terminal.printing\n"
        "print([m for m in ('typst', 'docx', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
