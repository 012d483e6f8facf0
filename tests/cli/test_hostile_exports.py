"""Days, scales and PDFs that nobody would think of: a file that its readers take, or one sentence and nothing left."""

from __future__ import annotations

import subprocess
import sys
import zlib
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from orgmodel.cli.main import main
from orgmodel.pdf.file.attachment import attached_model

MODEL = "format: orgmodel/1\nname: N\nteams:\n  - {id: a, name: A}\nresponsibilities:\n  - {id: r, name: R}\n"
FAR = ("0001-01-01", "0999-12-31", "9999-12-31")
SUFFIXES = ("pdf", "svg", "png", "xlsx", "csv", "md", "json", "mmd", "dot")
NO_MODELS = {
    "no text": (bytes(range(256)), "is not UTF-8"),
    "no model": (b"- a\n", "no model"),
    "an object to build": (b"format: orgmodel/1\nname: !!python/name:os.system x\n", "asks for an object"),
    "half a model": (MODEL.encode()[:-8], "not closed"),
    "far too much": (bytes(65 * 1024 * 1024), "larger than 64 MiB"),
    "nothing": (b"", "(model.yaml)"),
}


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return path


def refused(capsys, words):
    """What was said, by a command that could not run."""
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as ended:
        code = ended.code
    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (2, "", 1)
    return said.err


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_written_as_of_a_day_however_far(model, suffix, day):
    assert main(["export", str(model), "-o", str(model.with_name(f"o.{suffix}")), "--today", day]) == 0


@pytest.mark.parametrize("day", FAR)
def test_years_have_four_digits_wherever_a_program_reads_them(model, day):
    written = model.with_name("o.pdf")
    assert main(["export", str(model), "-o", str(written), "--today", day, "--attach-model"]) == 0
    assert f"/ModDate(D:{day.replace('-', '')}000000Z)>>/Filter".encode() in written.read_bytes()
    sheet = model.with_name("o.xlsx")
    assert main(["export", str(model), "-o", str(sheet), "--today", day]) == 0
    with ZipFile(sheet) as parts:
        assert parts.read("docProps/core.xml").count(f">{day}T00:00:00Z<".encode()) == 2


def test_a_decision_of_long_ago_has_its_year_whole(model):
    model.write_text(f"{MODEL}decisions:\n  - {{on: 0900-01-01, text: Built.}}\n", encoding="utf-8")
    written = model.with_name("o.md")
    assert main(["export", str(model), "-o", str(written), "--today", "2026-11-22"]) == 0
    assert "- 1 January 900, decision: Built." in written.read_text("utf-8")


@pytest.mark.parametrize("scale", ["0", "-1", "1e-300", "0.001", "21", "1e9", "nan", "inf", "", "x"])
@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_scale_of_which_nothing_is_seen_is_refused(capsys, model, suffix, scale):
    said = refused(capsys, ["export", model, "-o", model.with_name(f"o.{suffix}"), "--scale", scale])
    assert "from 0.05 to 20" in said
    assert [each.name for each in model.parent.iterdir()] == ["m.yaml"]


def test_the_smallest_scale_is_a_picture(model):
    written = model.with_name("o.svg")
    assert main(["export", str(model), "-o", str(written), "--scale", "0.05"]) == 0
    assert 'width="0"' not in written.read_text("utf-8")


def pdf_with(held, name="(model.yaml)", packed=None, entries="/Filter/FlateDecode"):
    """A PDF of another program, with a file inside."""
    packed = zlib.compress(held) if packed is None else packed
    bodies = (
        f"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[{name} 4 0 R]>>>>>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        f"<</Type/Filespec/F{name}/UF{name}/EF<</F 5 0 R>>>>".encode(),
        b"<</Type/EmbeddedFile%s/Length %d>>stream\n%s\nendstream" % (entries.encode(), len(packed), packed),
    )
    out = BytesIO(b"%PDF-1.7\n")
    out.seek(0, 2)
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in offsets))
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def test_a_model_comes_out_of_a_pdf_of_another_program(model):
    chart, out = model.with_name("c.pdf"), model.with_name("out.yaml")
    chart.write_bytes(pdf_with(MODEL.encode()))
    assert main(["import", "pdf", str(chart), "-o", str(out)]) == 0
    assert out.read_bytes() == MODEL.encode()


@pytest.mark.parametrize("case", NO_MODELS)
def test_what_is_no_model_does_not_come_out(capsys, model, case):
    held, sentence = NO_MODELS[case]
    chart = model.with_name("c.pdf")
    chart.write_bytes(pdf_with(held))
    assert sentence in refused(capsys, ["import", "pdf", chart, "-o", model.with_name("out.yaml")])
    assert sorted(each.name for each in model.parent.iterdir()) == ["c.pdf", "m.yaml"]


def test_a_model_that_another_program_left_unpacked_comes_out(model):
    chart, out = model.with_name("c.pdf"), model.with_name("out.yaml")
    chart.write_bytes(pdf_with(b"", packed=MODEL.encode(), entries=""))
    assert main(["import", "pdf", str(chart), "-o", str(out)]) == 0
    assert out.read_bytes() == MODEL.encode()


def flood(size):
    """What unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    full = bytes(1 << 20)
    return b"".join((*(packer.compress(full) for _ in range(size >> 20)), packer.flush()))


PEAK = (
    "import os, subprocess, sys; "
    "process = subprocess.Popen(sys.argv[1:]); "
    "_, status, used = os.wait4(process.pid, 0); "
    "print(used.ru_maxrss >> 10); "
    "os._exit(os.waitstatus_to_exitcode(status))"
)
"""Prints the most memory that a process takes, in MB; run by a small one, for a child begins with its parent's."""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units elsewhere")
def test_a_small_file_takes_no_more_memory_than_a_model_may(model):
    """There is far too much inside, and as much in what lists the objects, which a reader of the whole would unpack."""
    packed = flood(768 << 20)
    listed = b"9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    chart = model.with_name("c.pdf")
    chart.write_bytes(pdf_with(b"", packed=packed) + listed + packed + b"\nendstream\nendobj\n")
    command = [sys.executable, "-m", "orgmodel.cli", "import", "pdf", chart, "-o", model.with_name("out.yaml")]
    ran = subprocess.run([sys.executable, "-c", PEAK, *command], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 2
    assert "the model inside is larger than 64 MiB" in ran.stderr
    assert int(ran.stdout) < 400


OTHER_PDFS = {
    "no PDF": (lambda whole: b"Dear all,\n", "this is no PDF"),
    "nothing": (lambda whole: b"", "this is no PDF"),
    "half of it": (lambda whole: whole[:40], "its end is missing"),
    "half of the model": (lambda whole: whole[: whole.index(b"/EmbeddedFile/") + 120], "the model inside is damaged"),
    "locked": (lambda whole: whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 7 0 R"), "this PDF is locked"),
    "another file": (lambda whole: pdf_with(b"Pay us.", "(invoice.txt)"), "there is no model inside"),
    "packed as a picture": (lambda whole: pdf_with(b"x", entries="/Filter/DCTDecode"), "the model inside is damaged"),
}


@pytest.mark.parametrize("case", OTHER_PDFS)
def test_a_pdf_out_of_which_no_model_comes_is_refused_in_a_sentence(capsys, model, case):
    made, sentence = OTHER_PDFS[case]
    chart = model.with_name("c.pdf")
    chart.write_bytes(made(pdf_with(bytes(range(256)) * 9)))
    assert sentence in refused(capsys, ["import", "pdf", chart, "-o", model.with_name("out.yaml")])
    assert sorted(each.name for each in model.parent.iterdir()) == ["c.pdf", "m.yaml"]


def test_a_name_inside_that_is_no_text_is_no_model(capsys, model):
    chart = model.with_name("c.pdf")
    chart.write_bytes(pdf_with(MODEL.encode(), "<FEFFD800>"))
    refused(capsys, ["import", "pdf", chart, "-o", model.with_name("out.yaml")])


def test_no_single_bit_of_the_model_inside_changes_unseen(capsys, model):
    chart, out = model.with_name("c.pdf"), model.with_name("out.yaml")
    assert main(["export", str(model), "-o", str(chart), "--section", "matrix", "--attach-model"]) == 0
    whole = chart.read_bytes()
    start = whole.index(b"stream\n", whole.index(b"/EmbeddedFile")) + len(b"stream\n")
    assert attached_model(whole, "c.pdf") == MODEL.encode()
    for place in range(start, whole.index(b"\nendstream", start)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        chart.write_bytes(damaged)
        code = main(["import", "pdf", str(chart), "-o", str(out)])
        assert code == 2 or out.read_bytes() == MODEL.encode()
        out.unlink(missing_ok=True)


@pytest.mark.parametrize("blank", [" ", "\\u200b", "\\u202e", "\\u00ad"])
def test_names_in_which_nothing_is_seen_are_printed_as_any(model, blank):
    """What two teams answer for says so behind its name, where there is one."""
    held = MODEL.replace("name: R}", "name: N, raci: {a: A, b: A}}").replace("A}\n", "A}\n  - {id: b, name: N}\n", 1)
    model.write_text(held.replace("name: N", f'name: "{blank}"'), encoding="utf-8")
    for suffix in ("pdf", "svg", "xlsx"):
        words = ["export", str(model), "-o", str(model.with_name(f"o.{suffix}"))]
        assert main([*words, *(["--audience", "full"] if suffix == "pdf" else [])]) == 0


def test_what_xml_cannot_hold_is_shown_as_a_symbol(capsys, model):
    """A service names a sheet."""
    model.write_text(f'{MODEL}services:\n  - {{id: s, name: "\\ufffe\\uffff"}}\n', encoding="utf-8")
    held = model.read_text("utf-8").replace("name: R}", 'name: "R\\uffff", service: s}')
    model.write_text(held, encoding="utf-8")
    sheet = model.with_name("o.xlsx")
    assert main(["export", str(model), "-o", str(sheet), "--today", "2026-11-22"]) == 0
    with ZipFile(sheet) as parts:
        for name in parts.namelist():
            ET.fromstring(parts.read(name))
    for suffix in ("svg", "pdf"):
        assert main(["export", str(model), "-o", str(model.with_name(f"o.{suffix}"))]) == 0
    ET.parse(model.with_name("o.svg"))
    capsys.readouterr()
    assert main(["check", str(model), "--format", "junit"]) == 1
    ET.fromstring(capsys.readouterr().out)


def test_mermaid_gets_no_empty_label(model):
    model.write_text(MODEL.replace("{id: a, name: A}", '{id: a, name: " "}'), encoding="utf-8")
    written = model.with_name("o.mmd")
    assert main(["export", str(model), "-o", str(written)]) == 0
    assert 't_a["#160;<br/>' in written.read_text("utf-8")
    layered = f'layers:\n  - {{id: l, name: " "}}\n{MODEL}'.replace("name: R}", "name: R, layer: l}")
    model.write_text(f"{layered}services: []\n", encoding="utf-8")
    assert main(["export", str(model), "-o", str(written)]) == 0
    assert '[""]' not in written.read_text("utf-8")
