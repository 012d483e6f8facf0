"""The model goes into the PDF on request, and comes back byte for byte; anything else is refused with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed_pages import SAMPLES, printed, reader, sample_document

from orgmodel.cli.main import main
from orgmodel.document import Document
from orgmodel.errors import FileRefused
from orgmodel.model import Organization
from orgmodel.pdf.file.attachment import attached_model

MODEL = SAMPLES / "ruby_web.yaml"
EMPTY = Document(Organization(name="Empty"))
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(st.binary(min_size=1, max_size=3000))
def test_any_bytes_come_back_as_they_were(model):
    data = printed(EMPTY, sections=("matrix",), attached=model).data
    assert attached_model(data, "chart.pdf") == model
    assert reader(data).attachments["model.yaml"] == [model]
    assert printed(EMPTY, sections=("matrix",), attached=model).data == data


def test_the_file_says_what_the_model_is_to_the_document():
    root = reader(printed(EMPTY, attached=b"x").data).trailer["/Root"]
    assert root["/AF"][0]["/AFRelationship"] == "/Source"
    assert root["/AF"][0]["/EF"]["/F"]["/Subtype"] == "/application/yaml"


def test_it_goes_in_and_comes_out_by_the_commands(tmp_path):
    chart, back = tmp_path / "chart.pdf", tmp_path / "model.yaml"
    assert main(["export", str(MODEL), "-o", str(chart), "--attach-model", "--today", "2026-11-22"]) == 0
    assert main(["import", "pdf", str(chart), "-o", str(back)]) == 0
    assert back.read_bytes() == MODEL.read_bytes()


def test_a_file_that_is_there_stays(tmp_path, capsys):
    chart, back = tmp_path / "chart.pdf", tmp_path / "model.yaml"
    chart.write_bytes(printed(EMPTY, attached=b"new").data)
    back.write_bytes(b"old")
    assert main(["import", "pdf", str(chart), "-o", str(back)]) == 2
    assert back.read_bytes() == b"old"
    assert "is there already and stays as it is" in capsys.readouterr().err


def test_a_chart_without_a_model_says_how_to_make_one_with(tmp_path, capsys):
    chart = tmp_path / "chart.pdf"
    chart.write_bytes(printed(sample_document("ruby_web"), sections=("matrix",)).data)
    assert main(["import", "pdf", str(chart), "-o", str(tmp_path / "out.yaml")]) == 2
    assert "exported with “--attach-model”" in capsys.readouterr().err
    assert not (tmp_path / "out.yaml").exists()


@FEW
@given(st.binary(max_size=600))
def test_any_other_bytes_are_refused(data):
    for tried in (data, b"%PDF-1.7\n" + data):
        with pytest.raises(FileRefused):
            attached_model(tried, "chart.pdf")


@pytest.fixture(scope="module")
def chart():
    return printed(EMPTY, sections=("matrix",), attached=MODEL.read_bytes()).data


@FEW
@given(place=st.floats(0, 1), length=st.integers(1, 400), with_what=st.binary(min_size=1, max_size=4))
def test_a_damaged_chart_gives_bytes_or_a_sentence(chart, place, length, with_what):
    start = int(place * len(chart))
    damaged = chart[:start] + with_what * length + chart[start + length :]
    try:
        assert isinstance(attached_model(damaged, "chart.pdf"), bytes)
    except FileRefused as refusal:
        assert str(refusal).startswith("chart.pdf: ")  # noqa: PT017 (either is right)
