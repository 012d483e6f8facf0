"""A paper that is listened to says what it shows: tagged from end to end, as far as PDF/UA asks and a test can tell."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from printed_pages import TODAY, flat, printed, reader, sample_document
from strategies import documents
from tagged_pages import faults, kids_of
from test_scripts import NAMES

from orgmodel.analysis import analyse
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Organization, Raci, Responsibility, RowId, Team, TeamId
from orgmodel.pdf import paper
from orgmodel.pdf.file import embedded, objects, structure
from orgmodel.pdf.file.tags import PageTags
from orgmodel.pdf.order import Order

SMALL = ("ruby_web", "ruby_web_today", "payments_platform", "bt_from_scratch")


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("audience", ["executive", "stakeholder", "full"])
def test_the_samples_keep_the_rules(name, audience):
    assert faults(printed(sample_document(name), audience=audience).data) == []


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_organisation_keeps_the_rules(document):
    assert faults(printed(document, audience="full").data) == []


@pytest.mark.parametrize(
    ("missing", "fault"), [("/Alt", "a figure without words"), ("/Scope", "a head of neither a row nor a column")]
)
def test_a_rule_that_is_broken_is_found(monkeypatch, missing, fault):
    told = structure._attributes
    monkeypatch.setattr(structure, "_attributes", lambda element: "" if missing in told(element) else told(element))
    assert fault in faults(printed(sample_document("ruby_web")).data)


@pytest.mark.parametrize(
    ("kind", "other", "fault"),
    [
        ("LI", "P", "/P in /L"),
        ("TR", "Sect", "a table of something else than rows"),
        ("TD", "P", "a row of something else than cells"),
        ("H1", "H3", "the first heading is none of a section"),
        ("H2", "H3", "a heading skips from 0 to 2"),
        ("Link", "Span", "a link without words"),
        ("P", "L", "text in /L that is part of nothing in it"),
    ],
)
def test_a_piece_of_another_kind_than_its_place_has_is_found(monkeypatch, kind, other, fault):
    opened = PageTags.open

    def renamed(self, element):
        element.kind = other if element.kind == kind else element.kind
        return opened(self, element)

    monkeypatch.setattr(PageTags, "open", renamed)
    assert fault in faults(printed(sample_document("ruby_web")).data)


def test_a_code_that_means_no_character_is_found(monkeypatch):
    told = embedded.character_map
    monkeypatch.setattr(embedded, "character_map", lambda meanings, width: told({**meanings, 0: "\0"}, width))
    assert any("mean no character" in fault for fault in faults(printed(sample_document("ruby_web")).data))


@pytest.mark.parametrize("most", [2, 3, 5])
def test_fonts_are_whole_wherever_objects_are_packed(monkeypatch, most):
    monkeypatch.setattr(objects, "_MOST_PACKED", most)
    assert faults(printed(sample_document("ruby_web"), sections=("summary",)).data) == []


def test_names_in_every_script_keep_the_rules():
    teams = tuple(Team(TeamId(f"t{number}"), name) for number, name in enumerate(NAMES.values()))
    rows = tuple(
        Responsibility(RowId(f"r{number}"), f"{name} \u202e\x07<&>", raci=Raci({TeamId(f"t{number}"): "A"}))
        for number, name in enumerate(NAMES.values())
    )
    hard = Organization("منصة <&> 😀", owner="צוות\x07", description="日本語", teams=teams, responsibilities=rows)
    assert faults(printed(Document(hard), audience="full").data) == []


def test_a_row_of_the_matrix_has_its_name_as_its_head_and_a_cell_for_each_team():
    book = reader(printed(sample_document("ruby_web"), sections=("matrix",)).data)
    document = book.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    section = kids_of(document)[0].get_object()
    assert section["/T"] == "Responsibility matrix"
    kinds = [kid.get_object()["/S"] for kid in kids_of(section)]
    assert kinds[0] == "/H1"
    table = next(kid.get_object() for kid in kids_of(section) if kid.get_object()["/S"] == "/Table")
    head, layer, first = (kid.get_object() for kid in kids_of(table)[:3])
    assert {kid.get_object()["/S"] for kid in kids_of(head)} == {"/TH"}
    assert [kid.get_object()["/S"] for kid in kids_of(layer)] == ["/TH"]
    assert [kid.get_object()["/S"] for kid in kids_of(first)] == ["/TH", *["/TD"] * (len(kids_of(head)) - 1)]


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
def test_another_reader_reads_it_back_in_order(tmp_path):
    out = tmp_path / "paper.pdf"
    document = sample_document("payments_platform")
    out.write_bytes(printed(document).data)
    read = subprocess.run(["pdfinfo", "-struct-text", out], capture_output=True, text=True, check=True)
    assert read.stderr == ""
    text = flat(read.stdout)
    titles = ("Payments Platform: who supports what", "What to put right first", "Support chain", "How to read this")
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    things = (*document.organization.responsibilities, *document.organization.teams, *document.organization.services)
    assert [thing.name for thing in things if flat(thing.name) not in text] == []


def test_the_matrix_says_the_same_whether_the_rules_were_run_or_not():
    document = sample_document("ruby_web_today")
    order = Order(sections=("matrix",))
    assert not order.tells_findings
    unjudged = Report((), (), (), (), date(2026, 11, 22))
    judged = paper(document, analyse(document, TODAY), today=TODAY, order=order)
    assert paper(document, unjudged, today=TODAY, order=order) == judged
