"""`orgmodel fmt`: exit codes, and what is said where."""

import pytest

from orgmodel.cli.main import main

ROUGH = "name: A\nformat: orgmodel/1\n"
CANONICAL = "format: orgmodel/1\nname: A\n"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "model.yaml"
    made.write_text(ROUGH)
    return made


def test_a_file_is_rewritten_once(path, capsys):
    assert main(["fmt", str(path)]) == 0
    assert path.read_text() == CANONICAL
    assert capsys.readouterr().out == f"{path}: rewritten\n"
    before = path.stat()
    assert main(["fmt", str(path)]) == 0
    assert path.stat() == before
    assert capsys.readouterr().out == ""


def test_check_changes_nothing_and_says_what_would_change(path, capsys):
    assert main(["fmt", "--check", str(path)]) == 1
    assert path.read_text() == ROUGH
    assert capsys.readouterr().out == f"{path}: would change\n"
    path.write_text(CANONICAL)
    assert main(["fmt", "--check", str(path)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", ["a: [", "", "\0"])
def test_a_file_that_cannot_be_read_is_a_sentence_and_no_file_is_touched(path, tmp_path, capsys, text):
    bad = tmp_path / "bad.yaml"
    bad.write_text(text)
    assert main(["fmt", str(path), str(bad)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert str(bad) in said.err
    assert path.read_text() == ROUGH
    assert bad.read_text() == text


def test_a_file_that_is_not_there_is_a_sentence(tmp_path, capsys):
    assert main(["fmt", str(tmp_path / "none.yaml")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "there is no such file" in said.err


def test_a_file_that_cannot_be_written_is_a_sentence(path, capsys, monkeypatch):
    from orgmodel import whole_file

    monkeypatch.setattr(whole_file.os, "access", lambda *_: False)
    assert main(["fmt", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "may only be read" in said.err
