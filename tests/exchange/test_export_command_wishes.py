"""What can be asked of `orgmodel export`, and what it refuses rather than to pass over it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from orgmodel.cli.main import main

SAMPLES = Path(__file__).parents[2] / "sample_orgs"
RUBY_WEB = SAMPLES / "ruby_web.yaml"
PAYMENTS = SAMPLES / "payments_platform.yaml"

Said = pytest.CaptureFixture[str]


def exported(out: Path, *words: str, model: Path = RUBY_WEB) -> PdfReader:
    assert main(["export", str(model), "-o", str(out), "--today", "2026-11-22", *words]) == 0
    return PdfReader(out)


def titles(book: PdfReader) -> list[str]:
    return [str(entry.title) for entry in book.outline if not isinstance(entry, list)]


def text_of(book: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in book.pages))


def refused(said: Said, *words: str) -> str:
    assert main(["export", *words]) == 2
    told = said.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


@pytest.mark.parametrize("model", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_executive_gets_one_page(tmp_path: Path, model: Path) -> None:
    book = exported(tmp_path / "out.pdf", "--audience", "executive", model=model)
    assert len(book.pages) == 1
    assert titles(book) == ["Summary"]


def test_sections_come_as_they_are_asked_for(tmp_path: Path) -> None:
    book = exported(tmp_path / "out.pdf", "--section", "findings", "--section", "matrix")
    assert titles(book)[:2] == ["Findings", "Responsibility matrix"]
    assert "Summary" not in titles(book)


def test_the_paper_is_the_one_asked_for(tmp_path: Path) -> None:
    page = exported(tmp_path / "out.pdf", "--section", "findings", "--page", "Letter").pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)


def test_one_service_leaves_out_the_rows_of_the_others(tmp_path: Path) -> None:
    whole = text_of(exported(tmp_path / "whole.pdf", "--section", "matrix", model=PAYMENTS))
    part = text_of(exported(tmp_path / "part.pdf", "--section", "matrix", "--service", "ledger", model=PAYMENTS))
    assert "Ledger" in part
    assert "Ledger" in whole
    assert "Merchant Portal" in whole
    assert "Merchant Portal" not in part


def test_what_is_not_there_is_named_with_what_is(tmp_path: Path, capsys: Said) -> None:
    out = str(tmp_path / "out.pdf")
    assert "it has ruby-web, " in refused(capsys, str(RUBY_WEB), "-o", out, "--team", "nobody")
    said = refused(capsys, str(RUBY_WEB), "-o", out, "--team", "web-sr")
    assert "“web-sr” is no team of this model: did you mean “web-sre”?" in said
    assert "did you mean “web-sre”?" in refused(capsys, str(RUBY_WEB), "-o", out, "--team", "Web application SRE")
    assert "“nothing” is no service" in refused(capsys, str(RUBY_WEB), "-o", out, "--service", "nothing")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--audience", "full"], "--audience says nothing about a .csv file: it is for .pdf"),
        (["--attach-model"], "--attach-model says nothing about a .csv file"),
        (["--scale", "2"], "--scale says nothing about a .csv file"),
    ],
)
def test_what_a_format_does_not_heed_is_refused(tmp_path: Path, words: list[str], said: str, capsys: Said) -> None:
    assert said in refused(capsys, str(RUBY_WEB), "-o", str(tmp_path / "out.csv"), *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lens", "org"], "--lens: there is no “org”: write matrix, chain or layout; see"),
        (["--section", "all"], "--section: there is no “all”: write summary, changes, "),
        (["--page", "A5"], "--page: there is no “A5”: write A4, A3 or Letter; see"),
        (["--colour"], "there is no option “--colour”; see “orgmodel export --help”."),
        (["chart"], "“chart” is a word too many; see “orgmodel export --help”."),
    ],
)
def test_what_it_does_not_know_is_a_sentence_with_what_it_does(
    tmp_path: Path, words: list[str], said: str, capsys: Said
) -> None:
    try:
        code = main(["export", str(RUBY_WEB), "-o", str(tmp_path / "out.pdf"), *words])
    except SystemExit as ended:
        code = int(str(ended.code))
    told = capsys.readouterr()
    assert (code, told.out, told.err.count("\n")) == (2, "", 1)
    assert said in told.err
    assert list(tmp_path.iterdir()) == []


def test_the_model_is_not_put_inside_where_nobody_is_to_be_named(tmp_path: Path, capsys: Said) -> None:
    words = ["-o", str(tmp_path / "out.pdf"), "--attach-model", "--without-people"]
    assert "would name the people" in refused(capsys, str(RUBY_WEB), *words)


@pytest.mark.parametrize("part", [["--team", "web-sre"], ["--service", "ruby-web"]])
def test_the_model_is_not_put_inside_a_part_of_it(tmp_path: Path, part: list[str], capsys: Said) -> None:
    words = ["-o", str(tmp_path / "out.pdf"), "--attach-model", *part]
    assert "would hold all of it" in refused(capsys, str(RUBY_WEB), *words)


def test_the_day_of_a_build_is_the_day_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    out = tmp_path / "out.pdf"
    assert main(["export", str(RUBY_WEB), "-o", str(out)]) == 0
    assert "given 21 September 2026" in text_of(PdfReader(out))
    assert "given 22 November 2026" in text_of(exported(out))


def test_a_day_of_a_build_that_is_none_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    for told in ("yesterday", "1_790_000_000", "-1790000000", "+1790000000", "1.79e9", "١٧٩٠٠٠٠٠٠٠", "9" * 5000):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
        assert f"SOURCE_DATE_EPOCH is “{told}”" in refused(capsys, str(RUBY_WEB), "-o", str(tmp_path / "out.md"))


@pytest.mark.parametrize(
    ("based_on", "said"),
    [
        ("gone.yaml", "there is no such file"),
        ("../elsewhere.yaml", "it is not in the folder of this file"),
        ("/etc/passwd", "it is not in the folder of this file"),
        ("broken.yaml", "was not read"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_a_warning(tmp_path: Path, based_on: str, said: str, capsys: Said) -> None:
    (tmp_path / "broken.yaml").write_text("format: [", encoding="utf-8")
    model = tmp_path / "model.yaml"
    model.write_text(f"format: orgmodel/1\nname: Later\nbased_on: {based_on}\n", encoding="utf-8")
    exported(tmp_path / "out.pdf", model=model)
    told = capsys.readouterr().err
    assert f'The baseline "{based_on}" was not read' in told
    assert said in told
