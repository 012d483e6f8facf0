"""The samples on paper: every name can be found, every page is whole, and nothing depends on the day's luck."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from printed_pages import (
    SAMPLES,
    flat,
    outside,
    printed,
    printed_sample,
    reader,
    sample_document,
    texts_of_sample,
    watched,
)
from pypdf.generic import IndirectObject

NAMES = sorted(path.stem for path in SAMPLES.glob("*.yaml"))
PAGES = [*((name, "A4") for name in NAMES), *(("payments_platform", page) for page in ("A3", "Letter"))]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_team_and_service_is_found_in_the_text(name):
    organization = sample_document(name).organization
    text = flat(" ".join(texts_of_sample(name)))
    things = (*organization.responsibilities, *organization.teams, *organization.services)
    assert [thing.name for thing in things if flat(thing.name) not in text] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
def test_nothing_is_drawn_outside_the_margins(name, page):
    with watched() as drawn:
        printed(sample_document(name), page)
    assert outside(drawn) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_and_each_says_its_number(name):
    texts = texts_of_sample(name)
    assert len(texts) == printed_sample(name).pages
    for number, text in enumerate(map(flat, texts), start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert len(text) > 150


def test_every_page_says_whose_it_is_and_how_fresh():
    for text in map(flat, texts_of_sample("payments_platform")):
        for said in (
            "Payments Platform",
            "Internal",
            "Version 2.3, given 22 November 2026",
            "Review by 31 March 2027",
            "Owner: Payments Engineering",
        ):
            assert said in text


def test_bookmarks_lead_to_each_section_and_each_service():
    document = sample_document("payments_platform")
    book = reader(printed_sample("payments_platform").data)
    outline = book.outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    sections = (
        "Summary",
        "Organisation layout",
        "Support chain",
        "Responsibility matrix",
        "Findings",
    )
    assert [title for title in titles if title in sections] == list(sections)
    services = [entry for part in outline if isinstance(part, list) for entry in part]
    assert {service.name for service in document.organization.services} <= {entry.title for entry in services}
    for entry in services:
        page = book.pages[book.get_destination_page_number(entry)]
        assert flat(entry.title) in flat(page.extract_text())


def test_metadata_language_and_links():
    document = sample_document("payments_platform")
    book = reader(printed_sample("payments_platform").data)
    assert book.metadata.title == "Payments Platform: who supports what"
    assert book.metadata.author == "Payments Engineering"
    assert book.metadata.subject == document.organization.description
    assert book.metadata.creator == "orgmodel"
    assert book.trailer["/Root"]["/Lang"] == "en"
    links = [note.get_object()["/Dest"] for note in book.pages[0]["/Annots"]]
    assert len(links) >= 5
    led_to = {place[0].idnum for place in links}
    findings = next(page for page in book.pages if "To put right" in page.extract_text())
    assert findings.indirect_reference.idnum in led_to


def test_every_font_is_embedded():
    book = reader(printed_sample("ruby_web").data)
    fonts = {}
    for page in book.pages:
        for font in page["/Resources"]["/Font"].values():
            held = font.get_object() if isinstance(font, IndirectObject) else font
            fonts[str(held["/BaseFont"])] = held
    assert fonts
    for name, font in fonts.items():
        assert "IBMPlexSans" in name
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font


def test_same_input_same_bytes_in_any_process():
    program = (
        "import hashlib, sys; from datetime import date; from pathlib import Path;"
        "from orgmodel.analysis import analyse; from orgmodel.pdf import paper;"
        "from orgmodel.yaml_file import read_file;"
        "d = read_file(Path(sys.argv[1])).document;"
        "print(hashlib.sha256(paper(d, analyse(d, date(2026, 11, 22)), today=date(2026, 11, 22)).data).hexdigest())"
    )
    path = str(SAMPLES / "payments_platform.yaml")
    sums = {
        subprocess.run(
            [sys.executable, "-c", program, path],
            check=True,
            capture_output=True,
            text=True,
            cwd=SAMPLES.parent,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1
    assert printed(sample_document("payments_platform")) == printed_sample("payments_platform")


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_how_to_read_this_stands_once_and_has_no_page_of_its_own(name, page):
    texts = [text for text in texts_of_sample(name, page) if "How to read this" in text]
    assert len(texts) == 1
    assert texts[0].split("\n", 1)[0].endswith(("Findings", "Who do I call"))
    assert re.search(r"Fresh. [A-Z0-9]", texts[0])


@pytest.mark.parametrize("name", ["ruby_web_today", "ruby_web", "payments_platform", "bt_from_scratch"])
def test_the_findings_of_the_samples_fit_two_pages_and_no_page_is_nearly_empty(name):
    findings = [text for text in texts_of_sample(name) if text.partition("\n")[0].endswith("Findings")]
    assert len(findings) in (1, 2)
    assert all("continued" in text for text in findings[1:])
    assert min(map(len, findings)) > 600


def test_a_service_that_fits_below_a_wide_head_breaks_no_name_of_a_team_within_a_word():
    made = printed(sample_document("payments_platform"), page="Letter", sections=("matrix",))
    words = reader(made.data).pages[-1].extract_text().split()
    assert {"Operations", "Storefront"} <= {*words}
