"""A proposal is built in the window, saved as a law file, and compared; nothing typed is lost on the way."""

from __future__ import annotations

import pytest

from core.law.version import find_version


@pytest.fixture
def dialog(page, document):
    document.set_versions("2018-05-01", "2018-05-01")
    page.build()
    yield page.dialog
    page.dialog.close()


def listed(dialog) -> list[str]:
    """The lines of the list on top."""
    return [dialog.changes.item(at).text() for at in range(dialog.changes.count())]


def choose(box, data: str) -> None:
    """Choose an entry of a list."""
    at = box.findData(data)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


def repeal(dialog, name: str) -> None:
    """Repeal a provision."""
    choose(dialog.repeal_form.provision, name)
    dialog.repeal_form.add_button.click()


def insert(dialog, when: str) -> None:
    """Fill in a new exemption."""
    form = dialog.insert_form
    choose(form.of, "ca.irpa.101(1)(e)")
    form.title.put({"en": "Anyone young", "fr": "Les jeunes"})
    form.gist.put({"en": "The young are heard.", "fr": "Les jeunes sont entendus."})
    form.when.setPlainText(when)
    form.add_button.click()


def name_it(dialog, name: str = "Mine 2018") -> None:
    """Give it a name and a source."""
    dialog.title.put({"en": name, "fr": name})
    dialog.source.put({"en": "A class", "fr": "Un cours"})
    dialog.title.edited.emit()


def test_what_it_changes_is_listed_before_anything_else(dialog) -> None:
    assert listed(dialog) == []
    assert dialog.faults.text().startswith("It changes nothing yet.")
    repeal(dialog, "ca.irpr.159.5(a)")
    insert(dialog, "claimant.age < 90")
    first, second = listed(dialog)
    assert "IRPR 159.5(a) repealed" in first
    assert "− A family member in Canada" in first
    assert second.splitlines() == ["Anyone young  ·  clause 1 inserted", "  + The young are heard."]


def test_a_built_proposal_is_saved_and_stands_in_the_right_column(
    dialog, document, tmp_path
) -> None:
    path = tmp_path / "mine.yaml"
    repeal(dialog, "ca.irpr.159.5(a)")
    insert(dialog, "claimant.age < 90")
    name_it(dialog)
    dialog.ask = lambda *_: str(path)
    dialog.save.click()
    assert document.setup.right == str(path)
    version = document.comparison.right.version
    assert version.name == "ca:mine_2018"
    assert version.proposal.source["fr"] == "Un cours"
    assert [a.verb for a in version.proposal.amends] == ["repeal", "insert"]
    assert not dialog.isVisible()
    document.undo.undo()
    assert document.setup.right == "2018-05-01"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("claimant.height < 90", "unknown fact 'claimant.height'"),
        ("{provision: ca.nowhere}", "refers to the provision 'ca.nowhere', which does not exist"),
        ("all: [", "this is not well-formed YAML"),
        ('entry.place == "bridge"', "bridge"),
        ("{assume: nothing, is: so}", "refers to the assume 'nothing', which does not exist"),
    ],
)
def test_a_bad_condition_is_told_in_the_loaders_sentence_and_stays(
    dialog, when: str, told: str
) -> None:
    insert(dialog, when)
    form = dialog.insert_form
    assert told in form.told.text()
    assert listed(dialog) == []
    assert form.when.toPlainText() == when
    assert form.title.words()["fr"] == "Les jeunes"
    form.look()
    assert told in form.state.text()
    form.when.setPlainText("claimant.age < 90")
    form.look()
    assert form.state.text() == "✓ The condition can be read."


def test_the_condition_is_looked_at_while_it_is_typed(qtbot, dialog) -> None:
    form = dialog.insert_form
    with qtbot.waitSignal(form._pause.timeout):
        form.when.setPlainText("claimant.height < 3")
    assert "unknown fact" in form.state.text()


def test_a_provision_can_read_as_in_another_version(dialog) -> None:
    form = dialog.replace_form
    choose(form.provision, "ca.irpr.159.5")
    choose(form.text, "2023-03-25T00:01-04:00")
    assert form.gist.text().startswith("+ ")
    form.add_button.click()
    assert form.told.text() == ""
    version = dialog.draft.with_head(
        title={"en": "M", "fr": "M"}, source={"en": "s", "fr": "s"}, note={"en": "n", "fr": "n"}
    ).version()
    later = find_version("2023-04-01")
    assert version.texts["ca.irpr.159.5"].gate == later.texts["ca.irpr.159.5"].gate


def test_what_the_base_lacks_is_brought_in_as_a_new_provision(dialog) -> None:
    form = dialog.replace_form
    choose(form.provision, "ca.irpr.159.4(1.1)")
    form.add_button.click()
    (only,) = listed(dialog)
    assert "IRPR 159.4(1.1) inserted" in only


def test_a_change_can_be_taken_out_again(dialog) -> None:
    repeal(dialog, "ca.irpr.159.5(a)")
    repeal(dialog, "ca.irpr.159.5(c)")
    dialog.changes.setCurrentRow(0)
    dialog.remove.click()
    (only,) = listed(dialog)
    assert "159.5(c)" in only


def test_the_same_provision_cannot_be_changed_twice(dialog) -> None:
    repeal(dialog, "ca.irpr.159.5(a)")
    repeal(dialog, "ca.irpr.159.5(a)")
    assert "amends ca.irpr.159.5(a) already" in dialog.repeal_form.told.text()
    assert len(listed(dialog)) == 1


def test_begun_from_a_proposal_it_has_its_clauses_and_keeps_what_was_added(page, dialog) -> None:
    repeal(dialog, "ca.irpr.159.5(c)")
    choose(dialog.from_box, "whole_border_2018")
    assert len(listed(dialog)) == 3 + 1 + 5
    assert "159.5(c) repealed" in listed(dialog)[3]
    choose(dialog.assume_form.boxes["waters"], "covered")
    assert dialog.draft.data["assumes"]["waters"]["default"] == "covered"
    assert "covered" in listed(dialog)[5]


def test_an_assumption_of_ones_own_can_be_asked_by_a_condition(dialog) -> None:
    form = dialog.assume_form
    form.question.put({"en": "Also the old?", "fr": "Aussi les vieux?"})
    form.positions[0].put({"en": "yes", "fr": "oui"})
    form.add_button.click()
    assert "both positions are needed" in form.told.text()
    form.positions[1].put({"en": "no", "fr": "non"})
    form.add_button.click()
    assert dialog.draft.data["assumes"]["also_the_old"]["default"] == "yes"
    insert(dialog, "{assume: also_the_old, is: yes}")
    assert dialog.insert_form.told.text() == ""
    assert len(listed(dialog)) == 2


def test_a_file_that_cannot_be_written_leaves_everything_in_the_dialog(
    dialog, document, tmp_path
) -> None:
    repeal(dialog, "ca.irpr.159.5(a)")
    name_it(dialog)
    dialog.ask = lambda *_: str(tmp_path / "nowhere" / "mine.yaml")
    dialog.save.click()
    assert "could not be saved" in dialog.faults.text()
    assert dialog.isVisible()
    assert len(listed(dialog)) == 1
    assert document.setup.right == "2018-05-01"


def test_closing_the_dialog_keeps_what_stands_in_it(page, dialog) -> None:
    repeal(dialog, "ca.irpr.159.5(a)")
    dialog.insert_form.when.setPlainText("claimant.a")
    dialog.close_button.click()
    assert not dialog.isVisible()
    page.build()
    assert page.dialog is dialog
    assert dialog.isVisible()
    assert len(listed(dialog)) == 1
    assert dialog.insert_form.when.toPlainText() == "claimant.a"


def test_it_cannot_be_saved_without_a_name_and_a_source(dialog) -> None:
    repeal(dialog, "ca.irpr.159.5(a)")
    assert not dialog.save.isEnabled()
    assert "The name is missing" in dialog.faults.text()
    name_it(dialog)
    assert dialog.save.isEnabled()
    name_it(dialog, "")
    assert not dialog.save.isEnabled()
