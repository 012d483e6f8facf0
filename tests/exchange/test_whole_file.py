"""Exports are whole or not there."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from orgmodel.errors import ExportFailed
from orgmodel.exchange.whole_file import replacing, write_whole


def test_it_writes_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_failure_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_bytes(b"old")

    def fail() -> None:
        with replacing(out) as part:
            part.write_bytes(b"half")
            raise OSError(28, "No space left on device")

    with pytest.raises(ExportFailed, match="No space left"):
        fail()
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_it_keeps_the_mode_and_the_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize("out", ["missing/a.csv", "."])
def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path, out: str) -> None:
    with pytest.raises(ExportFailed, match="writ"):
        write_whole(tmp_path / out, b"x")
