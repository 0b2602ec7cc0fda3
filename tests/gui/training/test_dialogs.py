"""The dialogs of the room: papers into a folder, what the pack covers, results that may be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.report.papers.write import PAPERS
from core.training.packfile import PackFile, write_pack
from core.training.votes import Vote
from gui.training.covering import CoverageDialog
from gui.training.printing import PrintDialog
from gui.training.results import ResultsDialog
from gui.window.training import is_pack

ROAD = "empty-road"


def hands(side: str, round_: str, **counts: int) -> tuple[Vote, ...]:
    return tuple(
        Vote(ROAD, side, round_, "hands", "outcome", choice, n)  # type: ignore[arg-type]
        for choice, n in counts.items()
    )


def cells(table) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_all_papers_go_into_a_folder_each_under_a_name_of_its_own(window, tmp_path):
    dialog = PrintDialog(window.training.file, "en", window)
    dialog.kind.setCurrentIndex(dialog.kind.findData(".html"))
    written = dialog.print_into(tmp_path)
    assert [path.name for path in written] == [f"debate-2018-{name}.html" for name in PAPERS]
    assert all(path.stat().st_size > 1000 for path in written)


def test_a_folder_that_cannot_be_written_to_is_told_in_a_sentence(window, tmp_path):
    dialog = PrintDialog(window.training.file, "en", window)
    dialog.what.setCurrentIndex(1)
    dialog.kind.setCurrentIndex(dialog.kind.findData(".html"))
    assert dialog.print_into(tmp_path / "nowhere") == ()
    assert "nowhere" in dialog.told.text()


def test_every_paper_is_offered_by_a_name_in_both_languages(window):
    for lang in ("en", "fr"):
        dialog = PrintDialog(window.training.file, lang, window)
        offered = [dialog.what.itemData(n) for n in range(dialog.what.count())]
        assert offered == ["", *PAPERS]
        names = {dialog.what.itemText(n) for n in range(dialog.what.count())}
        assert names.isdisjoint(PAPERS)


def test_coverage_says_of_each_provision_what_the_pack_makes_of_it(window, pack):
    dialog = CoverageDialog(pack, "en", window)
    rows = {row[0]: row[1:] for row in cells(dialog.table)}
    road = rows["Entered elsewhere than at a port of entry (IRPR 159.4(1)(a))"]
    assert road[0].startswith("✓ decides in an exercise")
    assert "An empty road" in road[1]
    assert any(row[0] == "· is only looked at" for row in rows.values())
    assert "Cases of the library" in dialog.near.text()


def test_results_show_shares_and_withhold_few_hands(window, pack):
    votes = (
        *hands("left", "first", heard=7, returned=9),
        *hands("left", "second", heard=14, returned=2),
        *hands("right", "first", returned=3),
    )
    dialog = ResultsDialog(pack, votes, "en", window)
    left, right = cells(dialog.table)
    assert left[:6] == ["An empty road", "Law of 1 May 2018", "", "7 of 16", "14 of 16", ""]
    assert right[2:6] == ["", "withheld", "", ""]


def test_one_page_of_results_is_written_as_html(window, pack, tmp_path):
    dialog = ResultsDialog(pack, hands("left", "before", heard=7), "en", window)
    assert dialog.save_page(tmp_path / "page.html")
    assert "Summary of results" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert not dialog.save_page(tmp_path / "page.odt")
    assert ".odt" in dialog.failed.text()


@pytest.mark.parametrize("name", ["mine.yaml", "mine.json"])
def test_a_pack_is_told_from_a_case_by_what_stands_in_it(window, pack, tmp_path, name):
    file = write_pack(tmp_path / name, PackFile(pack)).path
    assert file is not None
    assert is_pack(file)
    case = tmp_path / "case.yaml"
    case.write_text("schema: threshold/case/1\n", encoding="utf-8")
    assert not is_pack(case)
    assert not is_pack(tmp_path / "none.yaml")


def test_a_pack_file_opens_in_the_list_beside_the_packs_of_the_program(window, pack, tmp_path):
    file = write_pack(tmp_path / "mine.yaml", PackFile(pack)).path
    assert window.training.open_path(file)
    page = window.training.room.packs
    assert page.list.count() == 6
    assert page.file.path == file
    assert page.name.text() == "The debate of 2018 in ninety minutes"


def test_a_file_that_is_no_pack_is_refused_in_a_sentence_and_the_case_stays(window, tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("schema: threshold/pack/1\ntitle: 3\n", encoding="utf-8")
    assert not window.training.open_path(wrong)
    assert "wrong.yaml:2" in window.message.sentence
    assert window.training.mode == "explore"
    assert not window.training.open_path(Path("/no/such/file.yaml"))


def test_after_another_pack_was_opened_every_use_is_about_it(window):
    window.training.enter("quiz")
    window.training.open_id("change-2023")
    window.training.enter("quiz")
    assert window.training.room.quiz.pack is window.training.file.pack
    assert window.windowTitle().startswith("What 2023 changed")
