"""The samples on paper: every name can be found, every page is whole, and nothing depends on the day's luck."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from printed_pages import SAMPLES, flat, outside, printed, reader, sample_document, text_of, watched
from pypdf.generic import IndirectObject

NAMES = sorted(path.stem for path in SAMPLES.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_team_and_service_is_found_in_the_text(name):
    document = sample_document(name)
    organization = document.organization
    text = text_of(printed(document).data)
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
    made = printed(sample_document(name))
    pages = reader(made.data).pages
    assert len(pages) == made.pages
    for number, page in enumerate(pages, start=1):
        text = flat(page.extract_text())
        assert f"Page {number} of {made.pages}" in text
        assert len(text) > 150


def test_every_page_says_whose_it_is_and_how_fresh():
    for page in reader(printed(sample_document("payments_platform")).data).pages:
        text = flat(page.extract_text())
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
    book = reader(printed(document).data)
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
    book = reader(printed(document).data)
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
    book = reader(printed(sample_document("ruby_web")).data)
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
    document = sample_document("payments_platform")
    assert printed(document) == printed(document)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["A4", "A3", "Letter"])
def test_how_to_read_this_has_no_page_of_its_own(name, page):
    pages = (printed_page.extract_text() for printed_page in reader(printed(sample_document(name), page).data).pages)
    before = next(text.partition("How to read this")[0] for text in pages if "How to read this" in text)
    assert re.search(r"[A-Z]{3,4}\d{3}", before)


@pytest.mark.parametrize("name", ["ruby_web_today", "ruby_web", "payments_platform", "bt_from_scratch"])
def test_the_findings_of_the_samples_fit_two_pages_and_no_page_is_nearly_empty(name):
    texts = (page.extract_text() for page in reader(printed(sample_document(name)).data).pages)
    findings = [text for text in texts if text.partition("\n")[0].endswith("Findings")]
    assert len(findings) in (1, 2)
    assert all("continued" in text for text in findings[1:])
    assert min(map(len, findings)) > 600
