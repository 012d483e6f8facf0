"""Whatever bytes, words and places the commands are given: an exit code, one sentence a problem, and nothing broken."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from orgmodel.cli.main import main
from orgmodel.yaml_file import read_file, record_of

ROOT = Path(__file__).parents[2]
START = "format: orgmodel/1\nname: N\n"
MODEL = START + "teams:\n  - {id: a, name: A}\nresponsibilities:\n  - {id: r, name: R, raci: {a: A}}\n"
TODAY = ("--today", "2026-11-22")

NO_FILE_OF_OURS = {
    "random bytes": (bytes(range(256)), "is not UTF-8"),
    "Latin-1": (MODEL.replace("A}", "Ä}").encode("latin-1"), "is not UTF-8"),
    "UTF-16": (MODEL.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": (MODEL.encode("utf-16-le"), "NUL"),
    "UTF-32": (MODEL.encode("utf-32"), "UTF-32"),
    "an overlong slash": (MODEL.encode() + b"x: \xe0\x80\xaf\n", "is not UTF-8"),
    "half a character": (MODEL.encode() + b"x: \xed\xa0\x80\n", "is not UTF-8"),
    "two byte order marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + MODEL.encode(), "byte order mark"),
    "a raw NUL": (MODEL + "x: a\0b\n", "NUL"),
    "a raw escape": (MODEL + "x: a\x1bb\n", "U+001B"),
    "an escaped NUL": (MODEL + 'x: "\\0"\n', "NUL"),
    "nothing": ("", "is empty"),
    "only comments": ("# a\n# b\n", "is empty"),
    "only a mark": ("---\n", "is empty"),
    "two documents": (MODEL + "---\n" + MODEL, "a second document"),
    "tabs": (MODEL.replace("  - ", "\t- "), "a tab"),
    "lists in lists": (START + "x: " + "[" * 1_000_000, "deeper than 100"),
    "braces in braces": (START + "x: " + "{a: " * 100_000, "deeper than 100"),
    "dashes in dashes": (START + "x:\n  " + "- " * 100_000, "deeper than 100"),
    "an alias of itself": (START + "x: &x [*x]\n", "inside the very thing"),
    "an alias of nothing": (START + "x: *y\n", "stands for nothing"),
    "an object to build": (START + "x: !!python/object/apply:os.system ['true']\n", "asks for an object"),
    "a binary": (START + "x: !!binary aGk=\n", "asks for an object"),
    "a key twice": (START + "name: M\n", "stands twice"),
    "a list as a key": (START + "? [a]\n: b\n", "a key must be a text"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is not UTF-8"),
    "a page": ("<html></html>\n", "no model"),
    "a list": ("- a\n", "no model"),
    "a newer format": (MODEL.replace("orgmodel/1", "orgmodel/2"), "is newer than this program"),
    "another format": (MODEL.replace("orgmodel/1", "backstage/1"), "is no format of this program"),
    "no format": ("format:\nname: N\n", "format"),
    "another program's file": ("services:\n    web:\n        image: x\n", "format"),
}
NO_MEANING = {
    "an id twice": (START + "teams: [{id: a, name: A}, {id: a, name: B}]\n", "stands twice"),
    "an id too long": (START + f"teams: [{{id: {'a' * 65}, name: A}}]\n", "an id is a to z"),
    "an upper-case id": (START + "teams: [{id: Web, name: A}]\n", "an id is a to z"),
    "a team called alert": (START + "teams: [{id: alert, name: A}]\n", "where every page enters"),
    "its own parent": (START + "teams: [{id: a, name: A, parent: a}]\n", "its own parent"),
    "parents in a circle": (
        START + "teams:\n" + "".join(f"  - {{id: t{n}, name: T, parent: t{(n + 1) % 2000}}}\n" for n in range(2000)),
        "belongs to itself",
    ),
    "a merge key": (START + "teams: [&t {id: a, name: A}, {<<: *t, id: b}]\n", "merges nothing"),
    "a service of nothing": (MODEL.replace("name: R,", "name: R, service: s,"), "is not defined"),
    "an hour too many": (START + "rotations: [{id: r, team: a, coverage: ['Mon 09:00-25:00']}]\n", "write days"),
    "two units": (START + "rotations: [{id: r, team: a, turn: 1h30m}]\n", "one whole number"),
    "a letter that is none": (MODEL.replace("{a: A}", "{a: Q}"), "write A, AR, R, C or I"),
    "a day that is none": (START + "review_by: 2026-02-30\n", "which no calendar has"),
    "ten thousand wrong things": (
        START + "teams:\n" + "".join(f"  - {{id: t{n}, name: T, headcount: x}}\n" for n in range(10_500)),
        "more problems",
    ),
}
ODD_BUT_FINE = {
    "a byte order mark": b"\xef\xbb\xbf" + MODEL.encode(),
    "CRLF": MODEL.replace("\n", "\r\n"),
    "CR": MODEL.replace("\n", "\r"),
    "no last line break": MODEL.rstrip("\n"),
    "marks around": "%YAML 1.2\n---\n" + MODEL + "...\n",
    "JSON": json.dumps({"name": "N", "format": "orgmodel/1"}),
    "nothing in it": START + "teams:\nservices: ~\nresponsibilities: []\n",
    "99 levels": START + "x: " + "[" * 98 + "]" * 98 + "\n",
    "controls": MODEL.replace("name: A", 'name: "\\e[2J\\a\\r\\n\\x85\\u2028"'),
    "right to left": MODEL.replace("name: A", "name: שלום עולם"),
    "emoji": MODEL.replace("name: A", "name: 👩‍👩‍👧‍👦🏳️‍🌈"),
    "combining": MODEL.replace("name: A", "name: e" + "\u0301" * 300),
    "zero width": MODEL.replace("name: A", "name: '\u200b\u200d'"),
    "long": MODEL.replace("name: A", "name: " + "x" * 10_000),
    "markup": MODEL.replace("name: A", "name: '<b>&amp;<img src=\"file:///etc/passwd\">'"),
    "formula": MODEL.replace("name: A", "name: '=cmd|x'"),
    "percent": MODEL.replace("name: A", "name: '%s {0} %(a)s'"),
    "1 row, 500 teams": START
    + "teams:\n"
    + "".join(f"  - {{id: t{n}, name: T {n}}}\n" for n in range(500))
    + "responsibilities: [{id: r, name: R, raci: {"
    + ", ".join(f"t{n}: {'ARCI'[n % 4]}" for n in range(500))
    + "}}]\n",
    "a circle of 400": START
    + "teams:\n"
    + "".join(f"  - {{id: t{n}, name: T {n}}}\n" for n in range(400))
    + "responsibilities: [{id: r, name: R, raci: {t9: A}}]\nescalations:\n  - {from: alert, to: t0}\n"
    + "".join(f"  - {{from: t{n}, to: t{(n + 1) % 400}}}\n" for n in range(400)),
    "aliases everywhere": START
    + "teams: [{id: &i a, name: *i}]\nrotations:\n"
    + "  - {id: r, team: a, coverage: &c 24x7, members: &m [x, y], turn: &t 7d}\n"
    + "  - {id: s, team: a, level: 2, coverage: *c, members: *m, turn: *t}\nx: &n\nowner: *n\nservices: *n\n",
}
SENTENCE = re.compile(r"[^\x00-\x1f]+[.?]”?\n")


def run(capsys, *words):
    try:
        code = main([str(word) for word in words])
    except SystemExit as ended:
        code = ended.code
    said = capsys.readouterr()
    return code, said.out, said.err


def assert_refused(code, out, err):
    assert (code, out) == (2, "")
    assert err
    for line in err.splitlines(keepends=True):
        assert SENTENCE.fullmatch(line), line


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return path


def put(path, held):
    path.write_bytes(held.encode() if isinstance(held, str) else held)


def names_in(folder):
    return sorted(each.name for each in folder.iterdir())


def commands_on(path):
    return {
        "check": ("check", path, *TODAY),
        "csv": ("export", path, "-o", path.with_name("o.csv")),
        "pdf": ("export", path, "-o", path.with_name("o.pdf"), *TODAY),
        "diff": ("diff", path, path, *TODAY),
        "fmt --check": ("fmt", "--check", path),
        "fmt": ("fmt", path),
    }


@pytest.mark.parametrize("case", NO_FILE_OF_OURS)
def test_what_is_no_file_of_ours_is_refused_by_every_command(capsys, model, case):
    held, sentence = NO_FILE_OF_OURS[case]
    put(model, held)
    before = model.read_bytes()
    for words in commands_on(model).values():
        code, out, err = run(capsys, *words)
        assert_refused(code, out, err)
        assert err.startswith(f"{model}:")
        assert sentence in err
    assert model.read_bytes() == before
    assert names_in(model.parent) == ["m.yaml"]


@pytest.mark.parametrize("case", NO_MEANING)
def test_what_means_nothing_is_refused_with_its_place(capsys, model, case):
    held, sentence = NO_MEANING[case]
    put(model, held)
    for command in ("check", "csv"):
        code, out, err = run(capsys, *commands_on(model)[command])
        assert_refused(code, out, err)
        assert re.match(re.escape(str(model)) + r":\d+:\d+: ", err)
        assert sentence in err
        assert err.count("\n") <= 51
    assert names_in(model.parent) == ["m.yaml"]


@pytest.mark.parametrize("case", ODD_BUT_FINE)
def test_what_is_odd_is_read_exported_and_laid_out(capsys, model, case):
    put(model, ODD_BUT_FINE[case])
    code, out, err = run(capsys, *commands_on(model)["check"])
    assert code in (0, 1)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", out + err)
    for suffix in ("csv", "md", "json"):
        assert run(capsys, "export", model, "-o", model.with_name(f"o.{suffix}"), *TODAY)[0] == 0
    before = read_file(model).document
    assert run(capsys, "fmt", model)[0] == 0
    assert read_file(model).document == before
    assert run(capsys, "fmt", "--check", model)[0] == 0
    assert run(capsys, *commands_on(model)["check"])[:2] == (code, moved(out, capsys, model))


def moved(out, capsys, model):
    """What was said, with the lines at which things stand now; the numbers are all that laying out may change."""
    _, now, _ = run(capsys, *commands_on(model)["check"])
    assert re.sub(r"m\.yaml:\d+", "", now) == re.sub(r"m\.yaml:\d+", "", out)
    return now


@pytest.mark.parametrize("value", ["[[x]]", "{a: [b]}", "-5", "1e400", "2026-02-30", '"\\e[2J"'])
def test_every_field_takes_or_refuses_whatever_stands_in_it(capsys, model, value):
    record = record_of(read_file(ROOT / "tests" / "yaml_file" / "format_example.yaml").document)
    seen = set()
    for path in paths(record):
        kind = tuple("*" if isinstance(step, int) else step for step in path)
        if kind in seen:
            continue
        seen.add(kind)
        put(model, json.dumps(replaced(record, path, "@"), ensure_ascii=False, indent=1).replace('"@"', value))
        code, out, err = run(capsys, *commands_on(model)["check"])
        assert code in (0, 1, 2), path
        if code == 2:
            assert_refused(code, out, err)
            assert all(re.match(r".*m\.yaml:\d+:\d+: ", line) for line in err.splitlines()), path
        else:
            assert run(capsys, *commands_on(model)["csv"])[0] == 0, path
    assert len(seen) > 120


def paths(node, at=()):
    if at:
        yield at
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, inner in items:
        yield from paths(inner, (*at, step))


def replaced(node, path, value):
    if not path:
        return value
    made = dict(node) if isinstance(node, dict) else list(node)
    made[path[0]] = replaced(node[path[0]], path[1:], value)
    return made


LONG = "a" * 300
WORDS = """
check
export
fmt
new
rule
frobnicate
-
--nope
check .
check none.yaml
check m.yaml none.yaml
check m.yaml/x
check pipe.csv
check /dev/zero
check m.yaml --today soon
check m.yaml --today 2026-02-30
check m.yaml --format nonsense
check m.yaml --fail-on nonsense
check m.yaml --nope
export none.yaml -o o.csv
export pipe.csv -o o.csv
export m.yaml -o x.zzz
export m.yaml -o m.yaml
export m.yaml -o model.json
export m.yaml -o none/o.csv
export m.yaml -o m.yaml/o.csv
export m.yaml -o dir.csv
export m.yaml -o loop.csv
export m.yaml -o pipe.csv
export m.yaml -o /dev/full
export m.yaml -o o.pdf --page A0
export m.yaml -o o.pdf --today soon
fmt m.yaml none.yaml
fmt loop.csv
fmt pipe.csv
new m.yaml
new dir.csv
new loop.csv
new none/n.yaml
new n.yaml --from nope
new n.yaml --from ../x
rule GAP001 GAP002
rule GAP
catalogue ../four-teams
schema x
doctor x
"""
ODD_WORDS = [
    ("a" * 300,),
    ("a\nb",),
    ("\x1b[2J",),
    ("\udcff",),
    ("check", ""),
    ("check", "a" * 300),
    ("check", "a\nb"),
    ("check", "\x1b[2J"),
    ("check", "m.yaml", "--today", "\n"),
    ("check", "m.yaml", "--fail-on", ""),
    ("check", "m.yaml", "--no\npe"),
    ("export", "m.yaml", "-o", ""),
    ("export", "m.yaml", "-o", f"{'a' * 300}.csv"),
    ("new", "a" * 300),
    ("rule", ""),
    ("rule", "\x1b"),
    ("catalogue", "\n"),
]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
@pytest.mark.parametrize(
    "words", WORDS, ids=lambda words: " ".join(word[:20] for word in words).encode("unicode_escape")
)
def test_words_and_places_that_make_no_sense_are_refused(capsys, model, monkeypatch, words):
    monkeypatch.chdir(model.parent)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    Path("dir.csv").mkdir()
    os.mkfifo("pipe.csv")
    Path("loop.csv").symlink_to("loop.csv")
    os.link("m.yaml", "model.json")
    there = names_in(Path())
    code, out, err = run(capsys, *words)
    assert_refused(code, out, err)
    assert err.count("\n") == 1
    assert names_in(Path()) == there
    assert Path("m.yaml").read_text("utf-8") == MODEL


def test_a_folder_that_may_not_be_looked_into_is_a_sentence(capsys, model, monkeypatch):
    """Modes do not stop the system's administrator, who may run this."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", str(model))

    monkeypatch.setattr(os, "stat", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    for words in (("check", model), ("fmt", model), ("export", model, "-o", model.with_name("o.csv")), (model,)):
        assert_refused(*run(capsys, *words))


def ran(shell, folder):
    """Exit code, output and errors of a shell line, in which `orgmodel` is the command."""
    environment = {name: held for name, held in os.environ.items() if name != "PYTHONUNBUFFERED"}
    line = shell.replace("orgmodel ", f"{sys.executable} -m orgmodel.cli ")
    ended = subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=30,
        check=False,
    )
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


FULL = (
    "orgmodel: the system refused (no space left on device): check this folder, and the disk that the output goes to.\n"
)
STREAMS = {
    "orgmodel check m.yaml >/dev/full": (2, FULL),
    "orgmodel schema >/dev/full": (2, FULL),
    "orgmodel --help >/dev/full": (2, FULL),
    "orgmodel schema | true; exit ${PIPESTATUS[0]}": (2, ""),
    "orgmodel doctor >&-": (0, ""),
    "orgmodel check none.yaml 2>&-": (2, ""),
    "orgmodel check none.yaml 2>/dev/full": (2, ""),
    "mkdir gone; cd gone; rmdir ../gone; orgmodel check m.yaml": (
        2,
        "m.yaml: there is no such file: check the name and the folder.\n",
    ),
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("line", STREAMS)
def test_streams_that_are_full_closed_or_gone(model, line):
    code, err = STREAMS[line]
    assert ran(line, model.parent) == (code, "", err)
