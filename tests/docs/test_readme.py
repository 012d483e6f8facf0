"""What the README and the guide print is what there is: models, commands, links and pictures."""

import argparse
import re
import shlex
from datetime import date

import pytest
import yaml
from written_pages import PAGES, ROOT, TEXTS, blocks, code_spans, prose, shell_lines

from orgmodel.analysis import analyse
from orgmodel.cli.main import COMMANDS, command_module, main
from orgmodel.yaml_file import read_text

SAMPLES = ROOT / "sample_orgs"


@pytest.mark.parametrize(("page", "code"), blocks("yaml"))
def test_a_model_on_a_page_is_read_without_a_warning(page, code):
    head = "" if code.startswith("format:") else "format: orgmodel/1\nname: Example\n"
    assert read_text(head + code, page).warnings == ()


def test_the_example_has_the_gap_that_it_speaks_of():
    page, code = next(each for each in blocks("yaml") if each[1].startswith("format:"))
    assert page == "README.md"
    found = analyse(read_text(code, page).document, date(2026, 11, 23)).findings
    assert [finding.subjects for finding in found if finding.code == "GAP001"] == [("responsibility:backups",)]


def test_the_workflow_is_yaml_and_its_last_step_a_command():
    ((_, code),) = blocks("yml")
    steps = yaml.safe_load(code)["jobs"]["check"]["steps"]
    assert parsed(shlex.split(steps[-1]["run"])[1:]).format == "github"


def parsed(words):
    """The arguments of one command; a word that it does not know ends the test."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    command_module(words[0]).add_arguments(parser)
    return parser.parse_args(words[1:])


def commands_in_prose():
    spans = [span for page in TEXTS for span in code_spans(page)]
    return sorted({span for span in spans if re.match(r"(orgmodel|python3? run\.py|py run\.py)( |$)", span)})


@pytest.mark.parametrize("command", commands_in_prose())
def test_a_command_in_a_sentence_exists(command):
    words = shlex.split(command.partition(" > ")[0])
    words = words[1:] if words[0] == "orgmodel" else words[2:]
    if words in ([], ["test"]) or words[0] == "FILE" or words[0].endswith(".yaml"):
        return
    if words == ["COMMAND", "--help"]:
        return
    assert words[0] in COMMANDS
    if len(words) > 1:
        parsed(words)


@pytest.fixture
def with_samples(tmp_path, monkeypatch):
    for sample in SAMPLES.glob("*.yaml"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("line", [line for line in shell_lines() if line.startswith("orgmodel ")])
def test_a_command_to_type_runs(with_samples, capsys, line):
    code = main(shlex.split(line)[1:])
    assert code in (0, 1), capsys.readouterr().err


def test_every_other_line_to_type_names_a_file_that_is_there():
    for line in shell_lines():
        if not line.startswith("orgmodel "):
            assert re.match(r"python3? (run|sample_orgs/generate)\.py\b", line), line
            assert (ROOT / line.split()[1]).is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXTS[page.name]):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.is_relative_to(ROOT), target
        assert there.exists(), target
        assert not anchor or anchor in anchors(there.name), target


def anchors(page):
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_picture_is_shown_and_small():
    pictures = {path.name: path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir()}
    shown = {target for text in TEXTS.values() for target in re.findall(r"!\[[^\]]+\]\([^)]*?([\w-]+\.png)\)", text)}
    assert set(pictures) == shown
    assert max(pictures.values()) < 300_000


def test_every_folder_on_the_map_is_there():
    rows = TEXTS["README.md"].partition("| Folder |")[2].partition("\n\n")[0].splitlines()[2:]
    named = [path for row in rows for path in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(named) > 10
    for path in named:
        assert (ROOT / path).exists() or (ROOT / "orgmodel" / path).exists(), path


def test_no_page_knows_the_machine_it_was_written_on():
    for name, text in TEXTS.items():
        assert not re.search(r"/(home|root|tmp|work|Users)/|localhost", text), name
