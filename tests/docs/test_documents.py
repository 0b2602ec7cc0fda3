"""What the documents say is true today: links, commands with their output, pages that are made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.law.load import law
from core.law.provisions import KINDS
from core.law.shape import AMENDMENT_KEYS, PROPOSAL_KEYS, PROVISION_KEYS, TEXT_KEYS
from core.logic.leaf import FUNCTIONS, METHODS, PERIODS, PICKS
from core.logic.parse import _READERS
from core.report.contract import comparison_data
from tests.house.sources import ROOT, relative
from tools import doc_output, fact_table, law_refusals, setup

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


# --- what must be named ------------------------------------------------------------------------
LAW_PAGE = (ROOT / "docs" / "law-files.md").read_text(encoding="utf-8")
NOT_BUILT = {"insert"}
"""Keys that the loader lets through for what cannot be done yet."""


@pytest.mark.parametrize(
    "name",
    sorted({*KINDS, *PROVISION_KEYS, *TEXT_KEYS, *PROPOSAL_KEYS, *AMENDMENT_KEYS} - NOT_BUILT),
)
def test_every_key_and_kind_of_a_law_file_is_explained(name):
    assert re.search(rf"`{name}[`:]", LAW_PAGE)


@pytest.mark.parametrize("name", sorted({*_READERS, *METHODS, *PICKS, *PERIODS, *FUNCTIONS}))
def test_every_form_of_a_condition_is_explained(name):
    if name in ("born_by", "or_older", "or_younger", "last"):
        return  # recipes of derived facts use them; the law has no need of them so far
    assert re.search(rf"\b{name}\b", LAW_PAGE)


def test_every_mark_is_explained_in_its_own_words():
    for mark in law().marks.values():
        means = mark.means["en"].rstrip(".")
        assert f"| `{mark.key}` | {means[0].lower()}{means[1:]} |" in LAW_PAGE


def test_every_key_of_the_json_is_explained():
    from core.case.library import library
    from core.decision.compare import compare

    file = library().load("an-empty-road")
    data = comparison_data(file, file.setup, compare(file.case, file.setup), "en")
    page = (ROOT / "docs" / "terminal.md").read_text(encoding="utf-8")
    keys = {*data, *data["left"], *data["rows"][0], *data["rows"][0]["left"], *data["case"]}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def test_the_readme_says_what_is_not_examined():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [row.words["en"] for row in law().not_examined if row.words["en"] not in page] == []


# --- what the guide says of the screen ---------------------------------------------------------
GUIDE = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")


def words_on_the_screen() -> str:
    """Return every English sentence that the program or its data can say."""
    sources = [ROOT / "resources" / "words" / "fr" / "LC_MESSAGES" / "threshold.po"]
    sources += sorted((ROOT / "resources" / "law").rglob("*.yaml"))
    return "\n".join(path.read_text(encoding="utf-8") for path in sources).replace("&", "")


def test_what_the_guide_quotes_stands_on_the_screen():
    said = words_on_the_screen().lower()
    quoted = [" ".join(text.split()).lower() for text in re.findall(r"“([^”]+)”", GUIDE)]
    assert len(quoted) > 10
    assert [text for text in quoted if text not in said] == []


def test_every_key_of_the_guide_is_one_that_the_window_has():
    table = pytest.importorskip("gui.window.help", exc_type=ImportError)
    known = {keys for action in table.ACTIONS for keys in table.keys_of(action)}
    known |= {f"Alt+{n}" for n in range(1, 7)} | {"Ctrl+U", "Tab", "Return", "Esc"}
    known |= {
        "Alt+G",
        "Ctrl",
    }  # the strip of the law's history: its letter, and the key for single days
    named = set(re.findall(r"`((?:Ctrl|Alt|Shift|F\d|Tab|Return|Esc)[^`]*)`", GUIDE))
    assert named - known == set()


# --- the set-up --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([], [setup.OPENING_CASE]),
        (["day-fourteen"], ["day-fourteen"]),
        (["--lang", "fr"], [setup.OPENING_CASE, "--lang", "fr"]),
        (["day-fourteen", "--lang", "fr"], ["day-fourteen", "--lang", "fr"]),
    ],
)
def test_make_run_without_a_screen_compares_the_case_it_is_given(given, wanted):
    assert setup.compared(given) == ["compare", *wanted]
