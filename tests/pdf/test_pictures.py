"""A chart by itself: all of it is in the picture, once and inside its edges, and names stay names."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest
import uharfbuzz
from any_documents import any_documents as hard_documents
from drawn_pictures import SVG, boxes, colours, group, outside, parsed, pixels, png, svg, texts, titles
from hypothesis import HealthCheck, given, settings
from printed_pages import SAMPLES as FILES
from printed_pages import sample_document
from strategies import documents

from orgmodel.cli.main import main
from orgmodel.document import Document
from orgmodel.errors import ExportFailed
from orgmodel.model import ALERT, Escalation, Organization, Raci, Responsibility, Service, Team
from orgmodel.model.value import changed
from orgmodel.pdf.drawing.raster import MOST_PIXELS
from orgmodel.pdf.drawing.raster import pixels as pixels_of
from orgmodel.pdf.drawing.svg_paths import paths
from orgmodel.pdf.order import Order
from orgmodel.pdf.type.scripts import printable

CHARTS = ("chain", "layout", "matrix")
SAMPLES = ("ruby_web", "ruby_web_today", "payments_platform", "bt_from_scratch")
LAW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
HOSTILE = (
    "</text></svg><script>alert(1)</script>",
    '" onload="alert(1)" x="',
    "&lt;b&gt; &amp; ]]> <!-- -->",
    "two\nlines\tand a tab \x00\x1b \ufffe",
    "קוד (abc) 株式会社 فريق",
    "W" * 200,
    "a name of many words that goes on and on " * 5,
)
EMPTY = Document(Organization(name="Nothing yet"))


def named(name):
    return Document(
        Organization(
            name=name,
            teams=(Team("one", name, "frontline", headcount=1), Team("two", name)),
            escalations=(Escalation(ALERT, "one"), Escalation("one", "two", when=name)),
            responsibilities=(
                Responsibility("code", name, layer="application", raci=Raci({"two": "A", "gone": "C"})),
                Responsibility("none", name, layer="application"),
            ),
        )
    )


def letters(text):
    """What of a text is left however it is broken into lines."""
    return re.sub(r"[\s\u200e\u200f\u2066-\u2069]", "", text)


def as_data(name):
    return "".join("�" if (ord(each) < 0x20 and each not in "\t\n") or each == "\ufffe" else each for each in name)


def says(root, key, name):
    """Whether what is drawn about a thing has its name, or the start of it with the whole as its title."""
    held = group(root, key)
    drawn = letters("".join(texts(held)))
    if letters(printable(name)) in drawn:
        return True
    return "…" in drawn and titles(held)[0] == as_data(name)


@pytest.mark.parametrize("chart", ["chain", "layout"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_team_is_in_the_picture_once(sample, chart):
    organization = sample_document(sample).organization
    root = parsed(svg(sample_document(sample), chart))
    assert all(says(root, f"team:{team.id}", team.name) for team in organization.teams if team.status != "archived")


@pytest.mark.parametrize("sample", [*SAMPLES, "department"])
def test_every_row_is_in_the_picture_of_the_matrix_once(sample):
    document = sample_document(sample)
    root = parsed(svg(document, "matrix"))
    groups = {each.get("id"): each for each in root.iter(f"{SVG}g") if each.get("id", "").startswith("responsibility:")}
    assert list(groups) != []
    assert {str(row.subject) for row in document.organization.responsibilities} == set(groups)
    for row in document.organization.responsibilities:
        held = groups[str(row.subject)]
        assert letters(row.name) in letters("".join(texts(held)))
        assert sorted(row.raci.values()) == sorted(each for each in texts(held) if each in {"A", "AR", "R", "C", "I"})


def test_every_gap_is_in_the_picture_of_the_layout():
    document = sample_document("ruby_web_today")
    root = parsed(svg(document, "layout"))
    gaps = [row for row in document.organization.responsibilities if not row.raci.doers and not row.raci.accountable]
    assert len(gaps) > 5
    assert all(says(root, str(row.subject), row.name) for row in gaps)


def test_beside_a_single_column_there_is_room_for_what_the_lines_say():
    said = texts(parsed(svg(sample_document("ruby_web_today"))))
    assert "it looks like an application fault" in said


def test_what_the_chain_has_no_room_for_is_said_under_it():
    document = sample_document("ruby_web_today")
    long = "the ticket is not solved, and nobody who knows the application can be found in the building or on the phone"
    ways = [changed(way, when=long) if way.target == "infra-sre" else way for way in document.organization.escalations]
    document = Document(document.organization.copy_with(escalations=tuple(ways)))
    said = letters("".join(texts(parsed(svg(document)))))
    assert letters("never gets there.") in said
    assert letters(f"60 min, {long}") in said
    rows = document.organization.responsibilities
    nobody = [row.name for row in rows if not row.raci.doers and not row.raci.accountable]
    assert len(nobody) > 5
    assert all(letters(name) in said for name in nobody)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_picture_is_as_large_as_what_is_on_it(sample, chart):
    root = parsed(svg(sample_document(sample), chart))
    assert outside(root) == []
    wide, high = map(float, root.get("viewBox").split()[2:])
    drawn = [box for box in boxes(root) if (box.right - box.left, box.bottom - box.top) != (wide, high)]
    edges = min(box.left for box in drawn), min(box.top for box in drawn)
    ends = wide - max(box.right for box in drawn), high - max(box.bottom for box in drawn)
    assert all(18 < edge < 32 for edge in (*edges, *ends))


@pytest.mark.parametrize("chart", CHARTS)
def test_head_and_legend_say_what_it_is_and_what_marks_mean(chart):
    said = texts(parsed(svg(sample_document("ruby_web_today"), chart)))
    assert {"Ruby Web Application, today", "As it is today"} <= set(said)
    assert any(each.endswith("given 22 November 2026") for each in said)
    assert {"nobody", "two owners"} <= set(said)


def test_a_picture_says_who_may_see_it():
    document = sample_document("ruby_web")
    marked = document.with_organization(document.organization.copy_with(classification="Internal"))
    assert "Internal, given 22 November 2026" in texts(parsed(svg(marked)))


def test_a_picture_has_words_for_those_who_listen():
    root = parsed(svg(sample_document("ruby_web")))
    assert root.get("role") == "img"
    assert root.get("lang") == "en"
    assert root.find(f"{SVG}title").text == "Ruby Web Application: Support chain"
    assert "4 of 4 teams, 5 of 5 escalations shown" in root.find(f"{SVG}desc").text
    assert {root.find(f"{SVG}{each}").get("id") for each in ("title", "desc")} == {"title", "desc"}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_data(name, chart):
    root = parsed(svg(named(name), chart))
    allowed = {f"{SVG}{each}" for each in ("svg", "title", "desc", "style", "g", "path", "rect", "text")}
    assert {each.tag for each in root.iter()} <= allowed
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on") or "href" in key]
    assert as_data(name) in titles(root)
    assert outside(root) == []
    assert says(root, "team:one" if chart != "matrix" else "responsibility:code", name)
    assert pixels(png(named(name), chart))


def test_the_letters_in_use_go_along_in_the_type_of_the_house():
    root = parsed(svg(sample_document("ruby_web")))
    style = root.find(f"{SVG}style").text
    faces = dict(re.findall(r"font-weight:(\d+);src:url\(data:font/ttf;base64,([\w+/=]+)\)", style))
    used = {each.get("font-weight", "400") for each in root.iter(f"{SVG}text")}
    assert set(faces) == used == {"400", "600"}
    for weight, packed in faces.items():
        drawn = {
            char for each in root.iter(f"{SVG}text") if each.get("font-weight", "400") == weight for char in each.text
        }
        face = uharfbuzz.Face(b64decode(packed))
        assert {ord(char) for char in drawn} <= set(face.unicodes)
        assert len(face.unicodes) < 100
        assert "GPOS" not in face.table_tags  # lines are measured without kerning


@pytest.mark.parametrize(
    ("chart", "said"),
    [("chain", "names no escalation"), ("layout", "names no team"), ("matrix", "names no responsibility")],
)
def test_an_empty_model_says_so(chart, said):
    root = parsed(svg(EMPTY, chart))
    assert any(said in each for each in texts(root))
    assert outside(root) == []
    assert len(colours(pixels(png(EMPTY, chart))[2])) > 1


@pytest.mark.parametrize("chart", CHARTS)
@LAW
@given(document=documents())
def test_any_organisation_makes_a_picture_with_everything_inside(chart, document):
    root = parsed(svg(document, chart))
    assert outside(root) == []
    identifiers = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("chart", CHARTS)
@LAW
@given(document=hard_documents())
def test_any_text_makes_a_picture_with_everything_inside(chart, document):
    assert outside(parsed(svg(document, chart))) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_model_gives_the_same_bytes(chart):
    first, second = (sample_document("ruby_web_today") for _ in range(2))
    assert svg(first, chart) == svg(second, chart)
    assert png(first, chart) == png(second, chart)


def test_no_type_is_too_small_to_read():
    for chart in CHARTS:
        root = parsed(svg(sample_document("payments_platform"), chart))
        small = {each.text for each in root.iter(f"{SVG}text") if float(each.get("font-size")) < 7}
        assert small <= {"AP", "AS", "IS", "FS", "GO", "OT"}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_both_kinds_of_picture_have_the_size_that_was_asked_for(chart, scale):
    document = sample_document("ruby_web")
    wide, high = (float(parsed(svg(document, chart)).get(side)) for side in ("width", "height"))
    scaled = parsed(svg(document, chart, scale=scale))
    assert (float(scaled.get("width")), float(scaled.get("height"))) == (wide * scale, high * scale)
    across, down, lines = pixels(png(document, chart, scale=scale))
    assert (across, down) == (-(-wide * scale // 1), -(-high * scale // 1))
    seen = colours(lines)
    assert bytes.fromhex("FFFFFF") in seen
    assert bytes.fromhex("164796") in seen


def test_what_is_too_large_is_refused_with_a_scale_that_would_do(monkeypatch):
    with pytest.raises(ExportFailed, match=r"a scale of \d") as refusal:
        pixels_of(2000.0, 1500.0, 20.0)
    able = float(re.search(r"a scale of ([\d.]+) would do", str(refusal.value))[1])
    wide, high = pixels_of(2000.0, 1500.0, able)
    assert MOST_PIXELS * 0.9 < wide * high <= MOST_PIXELS
    monkeypatch.setattr("orgmodel.pdf.drawing.raster.MOST_PIXELS", 1000)
    with pytest.raises(ExportFailed, match="pixels"):
        png(sample_document("ruby_web"))


@pytest.mark.parametrize("lens", CHARTS)
def test_what_is_too_large_is_refused_before_any_of_it_is_drawn(lens, monkeypatch):
    monkeypatch.setattr("orgmodel.pdf.drawing.raster.MOST_PIXELS", 100_000)
    monkeypatch.setattr("orgmodel.pdf.pictures.pictures.framed", None)
    with pytest.raises(ExportFailed, match="pixels") as refusal:
        png(sample_document("ruby_web_today"), lens)
    monkeypatch.undo()
    monkeypatch.setattr("orgmodel.pdf.drawing.raster.MOST_PIXELS", 100_000)
    able = float(re.search(r"a scale of ([\d.]+) would do", str(refusal.value))[1])
    wide, high, _ = pixels(png(sample_document("ruby_web_today"), lens, scale=able))
    assert wide * high <= 100_000


def test_a_picture_of_one_service_shows_no_other():
    document = sample_document("payments_platform")
    part = texts(parsed(svg(document, "matrix", order=Order(services=("ledger",)))))
    assert "Ledger" in part
    assert "Merchant Portal" in texts(parsed(svg(document, "matrix")))
    assert "Merchant Portal" not in part


def test_the_name_of_a_service_takes_room_from_what_is_said_beside_it():
    name = "Payments and settlements of the northern region"
    teams = tuple(Team(key, key.upper()) for key in "abcd")
    row = Responsibility("r", "Rows", service="s", raci=Raci({team.id: "R" for team in teams}))
    document = Document(Organization(name="N", teams=teams, services=(Service("s", name),), responsibilities=(row,)))
    assert name in texts(parsed(svg(document, "matrix")))


def test_what_no_picture_is_drawn_with_is_refused():
    with pytest.raises(ValueError, match="“v”"):
        paths("1 2 3 4 v")


@pytest.mark.parametrize("lens", CHARTS)
def test_the_command_writes_pictures(tmp_path, lens):
    words = ["--lens", lens, "--scale", "2", "--today", "2026-11-22"]
    sample = str(FILES / "ruby_web.yaml")
    for suffix in ("svg", "png"):
        assert main(["export", sample, "-o", str(tmp_path / f"out.{suffix}"), *words]) == 0
    document = sample_document("ruby_web")
    assert (tmp_path / "out.svg").read_bytes() == svg(document, lens, scale=2.0)
    assert (tmp_path / "out.png").read_bytes() == png(document, lens, scale=2.0)


def test_without_people_nobody_is_named_in_a_picture(tmp_path):
    out = tmp_path / "out.svg"
    assert main(["export", str(FILES / "payments_platform.yaml"), "-o", str(out), "--without-people"]) == 0
    people = [each.name for team in sample_document("payments_platform").organization.teams for each in team.members]
    assert people != []
    assert not [name for name in people if name in out.read_text("utf-8")]
