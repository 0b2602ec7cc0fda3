"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.files.atomic import write_bytes, write_text

posix = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX knows them")


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden files too."""
    return sorted(entry.name for entry in folder.iterdir())


def mode(path: Path) -> int:
    """The permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Iterator[None]:
    """A mask of a user who lets the group read, whatever the machine's is."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_new_file_holds_the_text_in_utf_8(tmp_path: Path) -> None:
    write_text(tmp_path / "cas.yaml", "œuvre 😀\n")
    assert (tmp_path / "cas.yaml").read_bytes() == "œuvre 😀\n".encode()
    assert names(tmp_path) == ["cas.yaml"]


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "one\ntwo\r\n")
    assert (tmp_path / "a").read_bytes() == b"one\ntwo\r\n"


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"the old one, which is longer")
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_a_disk_that_is_full_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_an_interrupt_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "a"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_place_that_cannot_be_taken_leaves_no_part_behind(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    with pytest.raises(OSError):
        write_text(folder, "a folder is no file")
    assert names(tmp_path) == ["a"]
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_an_error_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_text(tmp_path / "missing" / "a", "text")
    assert names(tmp_path) == []


def test_text_that_is_no_unicode_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with pytest.raises(UnicodeEncodeError):
        write_text(target, "half a character: \ud800")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@posix
def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.touch()
    for permissions in (0o600, 0o664, 0o640):
        target.chmod(permissions)
        write_text(target, "text")
        assert mode(target) == permissions


@posix
@pytest.mark.usefixtures("umask")
def test_a_new_file_gets_what_the_mask_of_the_user_leaves(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "text")
    assert mode(tmp_path / "a") == 0o640


@posix
@pytest.mark.usefixtures("umask")
def test_the_mask_of_the_user_is_as_it_was_afterwards(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "text")
    now = os.umask(0)
    os.umask(now)
    assert now == 0o027


@posix
def test_where_permissions_cannot_be_kept_the_text_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    target = tmp_path / "a"
    target.write_text("old")
    monkeypatch.setattr(Path, "chmod", refused)
    write_text(target, "new")
    assert target.read_text() == "new"


@posix
def test_a_link_stays_a_link_and_the_file_behind_it_is_replaced(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "real").write_text("old")
    link = tmp_path / "link"
    link.symlink_to(elsewhere / "real")
    write_text(link, "new")
    assert link.is_symlink()
    assert (elsewhere / "real").read_text() == "new"
    assert names(elsewhere) == ["real"]


@posix
def test_a_link_to_nothing_makes_the_file_it_names(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    write_text(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("é" * 125 + ".yaml")
    write_text(target, "text")
    assert target.read_text() == "text"


def test_a_relative_path_is_written_where_the_program_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_text(Path("a"), "text")
    assert names(tmp_path) == ["a"]
