"""A provision opened: both languages, its texts in time, how sure, and the choices it leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.case.library import library
from core.law.load import law
from gui import theme
from gui.document import Document
from gui.provision.model import consulted, kind_words, provision_view
from gui.provision.panel import ProvisionPanel
from tests.gui.window.fitting import too_large

SCOPE = "ca.irpr.159.4(1)(a)"


@pytest.fixture
def document(qapp) -> Document:
    return Document(library().load("an-empty-road"))


@pytest.fixture
def panel(document, qtbot) -> ProvisionPanel:
    made = ProvisionPanel(document)
    qtbot.addWidget(made)
    made.resize(560, 760)
    document.choose_provision(SCOPE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def view(document, name=SCOPE):
    provision = law().provisions[name]
    return provision_view(provision, document.comparison, document.setup, document.lang)


def test_a_provision_is_told_in_both_languages_the_readers_first(panel, document):
    gist = law().provisions[SCOPE].gist
    assert [label.text() for label in panel.page.gists] == [gist["en"], gist["fr"]]
    document.set_language("fr")
    assert [label.text() for label in panel.page.gists] == [gist["fr"], gist["en"]]
    assert panel.page.languages[0].text() == "Français"


def test_the_texts_say_which_column_reads_them(document):
    texts = view(document).texts
    assert [text.read_by for text in texts] == [
        ("read by the left column",),
        (),
        ("read by the right column",),
    ]
    document.set_version("right", "2018-05-01")
    assert view(document).texts[0].read_by == (
        "read by the left column",
        "read by the right column",
    )


def test_a_proposed_text_is_compared_with_the_one_it_would_replace(document):
    proposed = view(document).texts[-1]
    old = " ".join(piece.text for piece in proposed.gist if piece.kind != "new")
    assert old == law().provisions[SCOPE].texts[0].gist["en"]
    assert any(piece.kind == "new" for piece in proposed.gist)
    assert proposed.changed


def test_changed_words_are_told_to_a_screen_reader(panel):
    entry = panel.page.timeline.entries()[1]
    assert "[new: " in entry.gist.accessibleName()
    assert "[no longer: " in entry.gist.accessibleName()


def test_the_mark_is_told_with_what_it_means(panel):
    mark = law().marks[law().provisions[SCOPE].mark]
    assert panel.page.mark.text() == mark.title["en"]
    assert panel.page.means.text() == mark.means["en"]


def test_sources_are_plain_text_that_can_be_copied_by_keyboard(panel, qtbot):
    label = panel.page.sources
    first = law().sources[law().provisions[SCOPE].sources[0]]
    assert first.address in label.toPlainText()
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert first.address in label.textCursor().selectedText()
    assert label.isReadOnly()


def test_the_choices_a_text_consults_are_switches_here_too(panel, document, qtbot):
    switches = {switch.objectName(): switch for switch in panel.page.switches.switches()}
    assert "assume:waters" in switches
    segment = switches["assume:waters"].segments.segments()[0]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert document.setup.assumptions == {"waters": segment.position}
    assert segment.isChecked()


def test_every_choice_of_the_law_is_consulted_by_some_text():
    found = {key for p in law().provisions.values() for t in p.texts for key in consulted(t)}
    assert found <= {f"reading:{name}" for name in law().readings}
    assert len(found) > len(law().readings) // 3


def test_the_reasons_of_both_columns_are_told(panel, document):
    assert all(widget.accessibleName() for widget in panel.page.reasons)
    before = panel.page.reasons[1].accessibleName()
    [entry] = document.case.items("entries")
    document.set_fact(f"entries[{entry}].place", "coast")
    assert panel.page.reasons[1].accessibleName() != before


def test_an_edit_keeps_the_page_and_its_widgets(panel, document):
    entries = panel.page.timeline.entries()
    document.set_version("right", "2023-04-01")
    assert panel.page.timeline.entries()[0] is entries[0]
    assert len(panel.page.timeline.entries()) == 2


def test_escape_and_the_button_close_it(panel, document, qtbot):
    panel.setFocus()
    with qtbot.waitSignal(document.provision_chosen) as chosen:
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert chosen.args == [""]
    with qtbot.waitSignal(document.provision_chosen) as chosen:
        qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [""]


def test_every_kind_of_rule_has_words_of_its_own():
    kinds = {provision.kind for provision in law().provisions.values()}
    assert len({kind_words(kind, "en") for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", sorted(law().provisions))
def test_every_provision_opens_with_nothing_cut_off(panel, document, scale, name):
    theme.set_text_scale(scale)
    document.set_language("fr")
    document.choose_provision(name)
    QApplication.processEvents()
    width = panel.page.width()
    assert panel.page.heightForWidth(width) <= panel.page.height() + 1
    assert too_large(panel) == []
    assert panel.page.sources.verticalScrollBar().maximum() == 0
    assert panel.page.title.text() == law().provisions[name].title["fr"]
