"""The program's own files are parsed once and kept; what is kept is never stale and never in the way."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from core.files.resources import load_file, load_folder, resource_root, walk_yaml
from core.files.yamlfile import Document, YamlError
from core.places import cache_folder


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `box` of resources of its own, with two files."""
    package = tmp_path / "resources"
    (package / "box" / "deep").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "box" / "b.yaml").write_text("b: [1, no]\n")
    (package / "box" / "deep" / "a.yaml").write_text("a:\n  day: 2018-05-01\n")
    (package / "box" / "note.txt").write_text("no YAML: [")
    spec = importlib.util.spec_from_file_location(
        "resources", package / "__init__.py", submodule_search_locations=[str(package)]
    )
    assert spec is not None
    monkeypatch.setitem(sys.modules, "resources", importlib.util.module_from_spec(spec))
    return package / "box"


def kept() -> list[Path]:
    """The files of the cache."""
    return sorted(cache_folder().glob("*"))


@pytest.mark.usefixtures("box")
def test_every_yaml_file_below_a_folder_is_found_in_order_of_name() -> None:
    found = [name for name, _ in walk_yaml(resource_root().joinpath("box"), "box")]
    assert found == ["box/b.yaml", "box/deep/a.yaml"]


@pytest.mark.usefixtures("box")
def test_a_folder_is_read_with_the_lines_of_its_values() -> None:
    first, second = load_folder("box")
    assert (first.name, first.data) == ("box/b.yaml", {"b": [1, "no"]})
    assert second.data == {"a": {"day": "2018-05-01"}}
    assert second.line("a", "day") == 2


@pytest.mark.usefixtures("box")
def test_the_second_reading_is_the_same_as_the_first_and_comes_from_the_cache() -> None:
    first = load_folder("box")
    (file,) = kept()
    told = json.loads(file.read_text())
    told[0]["data"] = {"b": "kept"}
    file.write_text(json.dumps(told))
    assert load_folder("box") == [Document("box/b.yaml", {"b": "kept"}, first[0].lines), first[1]]


def test_the_files_of_the_program_are_the_same_from_the_cache() -> None:
    for folder in ("law", "facts", "cases", "data"):
        fresh = load_folder(folder)
        again = load_folder(folder)
        assert again == fresh


def test_changed_content_is_read_at_once(box: Path) -> None:
    load_folder("box")
    (box / "b.yaml").write_text("b: [2, no]\n")
    assert load_folder("box")[0].data == {"b": [2, "no"]}
    (box / "b.yaml").write_text("b: [1, no]\n")
    assert load_folder("box")[0].data == {"b": [1, "no"]}


def test_a_file_that_came_or_went_or_has_another_name_is_noticed(box: Path) -> None:
    load_folder("box")
    (box / "c.yaml").write_text("c: 3\n")
    assert [d.name for d in load_folder("box")] == ["box/b.yaml", "box/c.yaml", "box/deep/a.yaml"]
    (box / "c.yaml").rename(box / "d.yaml")
    assert [d.name for d in load_folder("box")] == ["box/b.yaml", "box/d.yaml", "box/deep/a.yaml"]
    (box / "d.yaml").unlink()
    assert [d.name for d in load_folder("box")] == ["box/b.yaml", "box/deep/a.yaml"]


def test_only_what_was_kept_last_stays_in_the_cache(box: Path) -> None:
    for number in range(3):
        (box / "b.yaml").write_text(f"b: {number}\n")
        load_folder("box")
    assert len(kept()) == 1


@pytest.mark.usefixtures("box")
@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[" * 100_000,
        b"5",
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b'[{"name": "box/b.yaml"}]',
        b'[{"name": "box/b.yaml", "data": {}, "lines": {}}]',
        b'[{"name": "box/b.yaml", "data": 1, "lines": 5}, '
        b'{"name": "box/deep/a.yaml", "data": 1, "lines": 5}]',
        b'[{"name": "x", "data": 1, "lines": {}}, {"name": "y", "data": 1, "lines": {}}]',
    ],
    ids=range(13),
)
def test_a_broken_file_in_the_cache_is_ignored_and_made_anew(broken: bytes) -> None:
    fresh = load_folder("box")
    (file,) = kept()
    whole = file.read_bytes()
    file.write_bytes(broken)
    assert load_folder("box") == fresh
    assert [path.read_bytes() for path in kept()] == [whole]


@pytest.mark.usefixtures("box")
def test_a_folder_in_the_place_of_the_kept_file_is_no_hindrance() -> None:
    fresh = load_folder("box")
    (file,) = kept()
    file.unlink()
    file.mkdir()
    assert load_folder("box") == fresh


@pytest.mark.usefixtures("box")
def test_a_cache_that_cannot_be_written_is_no_hindrance(home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file where the folder should be")
    assert load_folder("box")[0].data == {"b": [1, "no"]}
    assert (home / "cache").read_text() == "a file where the folder should be"


def test_a_file_that_is_no_yaml_is_refused_and_nothing_is_kept(box: Path) -> None:
    (box / "b.yaml").write_text("b: [1\n")
    with pytest.raises(YamlError, match=r"^box/b\.yaml:2: this is not well-formed YAML"):
        load_folder("box")
    assert kept() == []


def test_one_file_is_read_afresh_every_time(box: Path) -> None:
    assert load_file("box", "b.yaml").data == {"b": [1, "no"]}
    (box / "b.yaml").write_text("b: 5\n")
    assert load_file("box", "b.yaml").data == {"b": 5}
    assert kept() == []
