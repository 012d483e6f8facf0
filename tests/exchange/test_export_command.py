"""`orgmodel export`, `new` and `catalogue` as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmodel.cli.main import main
from orgmodel.exporting import FORMATS
from orgmodel.yaml_file import read_file

RUBY_WEB = Path(__file__).parents[2] / "sample_orgs" / "ruby_web.yaml"


@pytest.mark.parametrize("suffix", [each.suffix for each in FORMATS])
def test_the_suffix_says_which(tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / f"out{suffix}"
    assert main(["export", str(RUBY_WEB), "-o", str(out), "--today", "2026-11-22"]) == 0
    assert out.stat().st_size > 500
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["out.xls", "out", "out.PDFX"])
def test_another_suffix_is_refused_with_what_is_possible(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(RUBY_WEB), "-o", str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    *most, last = (each.suffix for each in FORMATS)
    assert f"{', '.join(most)} or {last}" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "chart.pdf"
    out.write_bytes(b"old")
    assert main(["export", str(RUBY_WEB), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("place", ["nowhere/chart.pdf", "folder.pdf"])
def test_what_cannot_be_written_is_said_in_a_sentence_and_leaves_nothing(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    assert main(["export", str(RUBY_WEB), "-o", str(tmp_path / place)]) == 2
    said = capsys.readouterr().err
    assert "was not written" in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == [folder]
    assert list(folder.iterdir()) == []


def test_a_folder_is_named_with_a_file_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(RUBY_WEB), "-o", str(tmp_path)]) == 2
    assert f"is a folder: name a file in it, such as “{tmp_path / 'ruby_web.pdf'}”" in capsys.readouterr().err


def test_a_place_that_is_not_there_is_said_before_anything_is_made(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr("orgmodel.cli.export.read_file", None)
    assert main(["export", str(RUBY_WEB), "-o", str(tmp_path / "nowhere" / "chart.pdf")]) == 2
    assert "the folder does not exist: make it" in capsys.readouterr().err


def test_it_never_writes_over_the_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = tmp_path / "model.json"
    model.write_bytes(RUBY_WEB.read_bytes())
    assert main(["export", str(model), "-o", str(model)]) == 2
    assert model.read_bytes() == RUBY_WEB.read_bytes()
    assert "model itself" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_leaves_no_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: [", encoding="utf-8")
    assert main(["export", str(broken), "-o", str(tmp_path / "out.csv")]) == 2
    assert "broken.yaml:" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_a_day_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(RUBY_WEB), "-o", str(tmp_path / "out.md"), "--today", "soon"])
    assert "2026-11-22" in capsys.readouterr().err


def test_new_gives_the_reference_with_placeholders(tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    assert main(["new", str(out)]) == 0
    made = read_file(out)
    assert made.warnings == ()
    assert len(made.document.organization.responsibilities) == 43


def test_new_does_not_write_over_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine.yaml"
    out.write_text("mine", encoding="utf-8")
    assert main(["new", str(out), "--from", "empty"]) == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert "there already" in capsys.readouterr().err


def test_new_from_nothing_known_names_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "mine.yaml"), "--from", "embeded-sre"]) == 2
    assert "“embedded-sre”" in capsys.readouterr().err


def test_the_catalogue_lists_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue"]) == 0
    said = capsys.readouterr().out
    for name in ("support-chain", "bt-sre-maturity", "engineering-principles", "four-teams", "empty"):
        assert f"\n  {name}" in said


@pytest.mark.parametrize("name", ["support-chain", "bt-sre-maturity", "four-teams"])
def test_the_catalogue_shows_one_whole(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", name]) == 0
    assert "format: orgmodel/1" in capsys.readouterr().out
