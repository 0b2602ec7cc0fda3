"""What follows from the outcomes: a line that opens a list by point of law, level in both columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from core.case.casefile import CaseFile
from core.case.catalogue import catalogue
from core.case.library import library
from core.decision.consequences import consequences
from core.law.load import law
from core.logic.truth import UNKNOWN
from gui import theme
from gui.columns.follows import Follows, follow_reasons
from gui.document import Document
from gui.pictures import settle

OTHER = next(code for code in catalogue().directions if code != catalogue().opening["into"])
ACROSS = f"{OTHER}:2023-04-01"
SHUT = frozenset[str]()


def follows(document, lang="en"):
    return Follows(document.comparison, lang)


def opened(panel, qtbot):
    qtbot.mouseClick(panel.columns[0].follows, Qt.MouseButton.LeftButton)
    settle()
    return panel.follows.rows()


def test_every_consequence_of_either_column_has_its_cell(document):
    views = follows(document).views(SHUT)
    for side, at in ((document.comparison.left, 0), (document.comparison.right, 1)):
        shown = [view.cells[at].provision for view in views if view.cells[at]]
        assert shown == [c.provision.id for c in consequences(side)]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_point_of_law_stands_once_as_a_heading(document, lang):
    document.set_version("right", ACROSS)
    headings = [view.heading for view in follows(document, lang).views(SHUT) if view.heading]
    assert headings
    assert len(set(headings)) == len(headings)
    assert set(headings) <= {node.title[lang] for node in law().nodes.values()}


def test_what_settles_the_same_point_stands_level_also_across_countries(document):
    document.set_version("left", "2023-04-01")
    document.set_version("right", ACROSS)
    for view in follows(document).views(SHUT):
        nodes = {law().provisions[cell.provision].node for cell in view.cells if cell}
        assert len(nodes) == 1


def test_a_consequence_says_its_citation_and_how_sure_it_is(document):
    view = follows(document).views(SHUT)[0]
    cell = view.left or view.right
    provision = law().provisions[cell.provision]
    assert cell.cite == provision.cite["en"]
    assert law().marks[provision.mark].title["en"] in cell.because


def test_nothing_follows_while_the_outcome_is_open(qapp, show):
    panel = show(Document(CaseFile.new()))
    assert not panel.columns[0].follows.isVisible()
    assert not panel.follows.isVisible()


def test_a_possible_consequence_says_on_what_it_hangs(qapp):
    document = Document(library().load("the-boy-and-his-cousin"))
    document.set_version("right", ACROSS)
    possible = [c for c in consequences(document.comparison.right) if c.truth == UNKNOWN]
    assert possible
    cells = {v.right.provision: v.right for v in follows(document).views(SHUT) if v.right}
    said = []
    for found in possible:
        cell = cells[found.provision.id]
        assert cell.truth == "unknown"
        assert "hangs on" in cell.because
        said.append(cell.because)
    assert any("lawful immigration status" in words for words in said)


def test_the_line_names_what_follows_and_opens_the_list(panel, qtbot):
    left, right = panel.columns
    assert "What follows" in left.follows.accessibleName()
    assert not panel.follows.isVisible()
    rows = opened(panel, qtbot)
    assert panel.follows.isVisible()
    assert len(rows) == len(follows(panel._document).views(SHUT))
    qtbot.mouseClick(right.follows, Qt.MouseButton.LeftButton)
    assert not panel.follows.isVisible()


def test_two_clicks_lead_from_an_outcome_to_a_consequence_its_mark_and_its_source(
    document, panel, qtbot
):
    chosen: list[str] = []
    document.provision_chosen.connect(chosen.append)
    row = opened(panel, qtbot)[0]
    qtbot.mouseClick(row.cites[0 if row.view.left else 1], Qt.MouseButton.LeftButton)
    cell = row.view.left or row.view.right
    assert chosen == [cell.provision]


def test_the_list_is_one_stop_of_the_tab_key_and_arrows_move_in_it(document, panel, qtbot):
    rows = opened(panel, qtbot)
    stops = [row for row in rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == rows[:1]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Right)
    assert rows[1].is_spread
    cell = rows[1].view.left or rows[1].view.right
    version = (document.comparison.left if rows[1].view.left else document.comparison.right).version
    gist = version.texts[cell.provision].gist["en"]
    assert rows[1].accessibleDescription().startswith(gist)


def test_the_list_stays_open_over_an_edit_and_shows_what_follows_then(panel, document, qtbot):
    before = [row.view for row in opened(panel, qtbot)]
    document.set_version("right", ACROSS)
    after = [row.view for row in panel.follows.rows()]
    assert panel.follows.isVisible()
    assert after != before


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_provision_page_says_whether_a_consequence_follows_here(document, lang):
    document.set_version("right", ACROSS)
    left, right = document.comparison.left, document.comparison.right
    for decision in (left, right):
        for found in consequences(decision):
            assert follow_reasons(found.provision.id, decision, lang)
    name = consequences(left)[0].provision.id
    assert follow_reasons(name, right, lang) == ()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_line_stays_in_sight_when_it_opens_the_list(show, document, qtbot, scale):
    theme.set_text_scale(scale)
    panel = show(document, 1180, 500)
    row = opened(panel, qtbot)[0]
    for widget in (panel.columns[0].follows, row):
        top = widget.mapTo(panel, QPoint()).y()
        assert widget.visibleRegion().isEmpty() is False
        assert 0 <= top < panel.height()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_cell_of_the_list_has_room_for_its_words(show, document, qtbot, scale):
    theme.set_text_scale(scale)
    document.set_version("right", ACROSS)
    document.set_language("fr")
    panel = show(document, 1180, 600)
    for row in opened(panel, qtbot):
        for plan, rect in zip(row.plans(), row.cell_rects(), strict=True):
            if plan is not None:
                assert plan.height <= rect.height() + 1
                assert all(bounds.right() <= rect.width() + 1 for bounds in plan.bounds())
