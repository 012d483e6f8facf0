"""What is refused, where, and in which words: every case is a file that somebody could write."""

import os
from pathlib import Path

import pytest
from core_schema import plain_data

from orgmodel.errors import FileRefused
from orgmodel.yaml_file import read_file, read_text

HERE = Path(__file__).parent
CASES = plain_data((HERE / "refusals.yaml").read_text("utf-8"))
START = "format: orgmodel/1\nname: N\n"


def sentences(text, name="f.yaml"):
    with pytest.raises(FileRefused) as refusal:
        read_text(text, name)
    return [str(problem) for problem in refusal.value.problems]


def warnings(text):
    return [str(warning) for warning in read_text(START + text, "f.yaml").warnings]


def each(section):
    return pytest.mark.parametrize("case", CASES[section], ids=lambda case: case["text"].split("\n")[0][:40])


@each("syntax")
def test_what_is_no_yaml_is_refused(case):
    assert f"f.yaml:{case['says']}" in sentences(case["text"])


@each("meaning")
def test_what_cannot_be_meant_is_refused(case):
    assert sentences(START + case["text"]) == [f"f.yaml:{case['says']}"]


@each("unknown")
def test_what_is_not_known_is_a_warning(case):
    assert warnings(case["text"]) == [f"f.yaml:{case['says']}"]


@pytest.mark.parametrize("text", ["a: " + "[" * 200, "- " * 200, "{a: " * 200, "[" * 5_000_000])
def test_what_is_nested_too_deep_is_refused_at_once(text):
    assert "nested deeper than 100" in sentences(text)[0]


CHARACTERS = {
    "a: b\0": "1:5: the character U+0000 (NUL) cannot stand in the file as it is: delete it.",
    "a: \ud800": "1:4: the character U+D800 cannot stand in the file as it is: delete it.",
    'a: "\\0"': "1:4: an escape in this text stands for NUL or half a character: delete it.",
    'a: "\\ud800"': "1:7: this escape is no character: write the character itself.",
}


@pytest.mark.parametrize("text", CHARACTERS)
def test_what_is_no_character_is_refused(text):
    assert f"f.yaml:{CHARACTERS[text]}" in sentences(text)


def test_a_bomb_of_aliases_is_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    (sentence,) = sentences("\n".join(lines))
    assert sentence.endswith("the aliases stand for more than 3,000,000 values: write out what is meant.")


def test_a_format_of_a_later_version_is_refused_alone():
    (sentence,) = sentences("format: orgmodel/2\nteams: nonsense\n")
    assert sentence.startswith('f.yaml:1:9: format "orgmodel/2" is newer than this program, which reads orgmodel/1')
    assert sentence.endswith("use orgmodel 2.0 or newer.")


def test_another_format_is_refused_alone():
    assert sentences("format: backstage\n") == [
        'f.yaml:1:9: "backstage" is no format of this program: write "format: orgmodel/1".'
    ]


def test_all_problems_are_named_in_the_order_of_their_lines():
    text = (
        START
        + "services:\n  - {id: s, name: S, depends_on: [t]}\nteams:\n  - {id: a, name: A, headcount: x}\n  - {id: b}\n"
    )
    assert [sentence.split(":")[1] for sentence in sentences(text)] == ["4", "6", "7"]


def test_fifty_problems_are_named_and_the_others_counted():
    teams = "".join(f"  - {{id: t{n}, name: T, headcount: x}}\n" for n in range(60))
    found = sentences(START + "teams:\n" + teams)
    assert len(found) == 51
    assert found[-1] == "f.yaml: and 10 more problems."


def test_one_mistake_does_not_make_others():
    text = START + "services: [{id: Bad Id, name: S}]\nresponsibilities: [{id: d, name: D, service: Bad Id}]\n"
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "responsibilities: [{id: d, name: D, raci: {nobody: A}}]",
        "services: [{id: s, name: S, team: nobody}]",
        "teams: [{id: a, name: A, supports: [nobody], parent: no-one}]",
        "rotations: [{id: r, team: nobody, members: [Kim Lee, 007]}]",
        "escalations: [{from: nobody, to: no-one}]",
        "assessments: [{id: a, questionnaire: one-that-ships, date: 2027-01-01, ratings: {x: 3}}]",
        'waivers: [{rule: GAP001, on: ["team:gone"], reason: R, until: 2027-01-01}]',
        "responsibilities: [{id: d, name: D, depends_on: [e]}, {id: e, name: E, depends_on: [d]}]",
    ],
)
def test_what_rules_will_find_is_no_mistake_of_the_file(text):
    read_text(START + text, "f.yaml")


def test_an_unknown_key_that_stands_often_is_said_once():
    (warning,) = warnings("teams:\n  - {id: a, name: A, x-note: 1}\n  - {id: b, name: B, x-note: 2}")
    assert warning.endswith("It stands in 2 places.")


def refused(path):
    with pytest.raises(FileRefused) as refusal:
        read_file(path)
    (problem,) = refusal.value.problems
    return str(problem).removeprefix(f"{path}:").strip()


def test_a_path_without_a_file_is_refused(tmp_path):
    assert refused(tmp_path / "none.yaml") == "there is no such file: check the name and the folder."
    assert refused(tmp_path) == "this is a folder: name a file in it."
    assert refused(tmp_path / "none" / "f.yaml") == "there is no such file: check the name and the folder."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_or_device_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    sentence = "this is a device or a pipe, not a file: copy what it holds into a file."
    assert refused(tmp_path / "pipe") == sentence
    assert refused(Path("/dev/zero")) == sentence


def test_a_name_that_no_file_can_have_is_refused():
    with pytest.raises(FileRefused, match="no file can have this name"):
        read_file(Path("a\0b"))


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "f.yaml"
    path.write_text(START)

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(path) == "the file may not be read: ask for the right to read it."


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "f.yaml"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert refused(path) == "the file is larger than 64 MiB, the most that is read: split it, or choose another."


ENCODINGS = {
    b"a: \xff": "1:4: byte 3 of the file (0xff) is not UTF-8: save it as UTF-8.",
    b"a: \xc3\xa9\r\nb: \xe9t\xe9": "2:4: byte 10 of the file (0xe9) is not UTF-8: save it as UTF-8.",
    "a: é".encode("utf-16"): "the file is UTF-16 text: save it as UTF-8.",
    "a: 你好你好".encode("utf-16-le"): "1:2: the character U+0000 (NUL) cannot stand in the file as it is: delete it.",
    "a: b".encode("utf-32"): "the file is UTF-32 text: save it as UTF-8.",
}


@pytest.mark.parametrize("data", ENCODINGS)
def test_bytes_that_are_no_utf8_are_refused(tmp_path, data):
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    assert refused(path) == ENCODINGS[data]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + START.encode())
    assert read_file(path).document.organization.name == "N"


def test_reading_stops_where_nearly_everything_is_wrong():
    found = sentences(START + "teams:\n" + "- x\n" * 20_000)
    assert len(found) == 51
    assert found[-1] == "f.yaml: and at least 9,950 more problems."


def test_fifty_warnings_are_named_and_the_others_counted():
    found = warnings("".join(f"unknown{n}: x\n" for n in range(60)))
    assert len(found) == 51
    assert found[-1] == "f.yaml: and 10 more warnings."
