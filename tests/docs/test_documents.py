"""What the documents say is true today: links, commands with their output, pages that are made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, relative
from tools import doc_output, fact_table, law_refusals

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
BLOCKS = [block for page in doc_output.pages() for block in doc_output.blocks(page)]
EXAMPLES = [example for group in law_refusals.EXAMPLES.values() for example in group]

LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+(?:\([^()]*\)[^()\s]*)*)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
NAMED_FILE = re.compile(r"`((?:core|gui|resources|tests|tools|docs|requirements)/[\w./<>*-]*)`")
MADE_BY_SHOTS = ROOT / "docs" / "images"


def prose(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Return what a link to a heading of the page may say after the #."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    plain = [re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads]
    return set(plain)


def broken_links(page: Path) -> list[str]:
    """Return the links of a page that lead nowhere in the project."""
    found = []
    for link in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        made = target.parent == MADE_BY_SHOTS and target.stem in pictures()
        if not (target.exists() or made) or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


def pictures() -> set[str]:
    """Return the names of the pictures that `make shots` makes."""
    source = (ROOT / "tools" / "screenshots.py").read_text(encoding="utf-8")
    listed = source.partition("DOCUMENTS = {")[2].partition("\n}")[0]
    return {*re.findall(r'^    "([\w-]+)":', listed, re.MULTILINE), "library"}


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_every_link_leads_somewhere(page):
    assert broken_links(page) == []


def test_a_link_that_leads_nowhere_would_be_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# A head\n[a](#a-head) [b](#another) [c](gone.md) [d](x/y.png)\n")
    assert broken_links(page) == ["#another", "gone.md", "x/y.png"]


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_every_file_and_folder_named_is_there(page):
    named = {name for name in NAMED_FILE.findall(prose(page)) if not set(name) & set("<>*")}
    gone = sorted(name for name in named if not (ROOT / name).exists())
    assert gone == []


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: f"{relative(b.page)}:{b.line}")
def test_every_command_shown_answers_as_shown(block):
    told = doc_output.fault(block)
    assert not told, f"{told}\nlook at it, then: python tools/doc_output.py"


def test_a_command_that_answers_otherwise_would_be_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```console lines=1\n$ threshold --version\nthreshold 0.0.0\n```\n")
    [block] = doc_output.blocks(page)
    assert "changed" in doc_output.fault(block)
    assert doc_output.refresh(page) == 1
    assert [doc_output.fault(block) for block in doc_output.blocks(page)] == [""]


def test_the_page_of_facts_is_today_s_catalogue():
    shown = fact_table.PAGE.read_text(encoding="utf-8")
    assert shown == fact_table.page(), "run: python tools/fact_table.py"


def test_the_page_of_refusals_is_what_the_loader_says():
    shown = law_refusals.PAGE.read_text(encoding="utf-8")
    assert shown == law_refusals.page(), "run: python tools/law_refusals.py"


@pytest.mark.parametrize("text", [law_refusals.PROVISION, law_refusals.PROPOSAL])
def test_the_sound_law_file_is_taken(text):
    sound = law_refusals.Example("sound", text[:9], text[:9], text)
    assert law_refusals.message(sound) == ""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule)
def test_every_broken_law_file_is_refused_with_file_and_line(example):
    assert re.match(r"[\w/.]+\.yaml:\d+: .{20,}", law_refusals.message(example))
