"""What a file means: the format's own example, plain scalars where texts or numbers are meant, lines, hostile bytes."""

import gc
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.errors import FileRefused
from orgmodel.model import ALWAYS, REFERENCE_LAYERS, Coverage, Duration, Raci, Window
from orgmodel.yaml_file import read_file, read_text
from orgmodel.yaml_file.file_bytes import text_from
from orgmodel.yaml_file.parse import parse
from orgmodel.yaml_file.tables import FILE, ORGANIZATION, RECORDS

EXAMPLE = Path(__file__).parent / "format_example.yaml"
START = "format: orgmodel/1\nname: N\n"


def organization(text):
    return read_text(START + text, "f.yaml").document.organization


@pytest.fixture(scope="module")
def example():
    return read_file(EXAMPLE)


def test_the_formats_example_is_read_without_a_warning(example):
    assert example.warnings == ()
    assert example.text == EXAMPLE.read_text("utf-8")
    assert example.name == str(EXAMPLE)


def test_the_formats_example_means_what_it_says(example):
    held = example.document.organization
    assert held.version == "1.0"
    assert held.effective == date(2027, 1, 11)
    assert held.settings.severity_of("ESC010") == "off"
    assert held.settings.limit("stale_days") == 90
    assert held.layers == REFERENCE_LAYERS
    sre = held.team_by_id["web-sre"]
    assert (sre.supports, sre.parent, sre.sites[1].timezone) == (("ruby-web",), "reliability", "America/Denver")
    assert sre.workload.incidents_per_shift == 1.4
    row = held.row_by_id["database"]
    assert row.raci == Raci({"web-sre": "AR", "ruby-web": "C", "infra-sre": "C", "frontline": "I"})
    assert row.effort == Duration(6, "h")
    assert row.confirmed.on == date(2026, 11, 2)
    primary, days = held.rotations
    assert (primary.coverage, primary.members, primary.hand_up) == (ALWAYS, 8, Duration(5, "m"))
    assert (days.coverage, days.members) == (Coverage(None, (Window(0, 4, 420, 1140),)), ("kim", "lee"))
    assert held.escalations[2].layers == ("infrastructure",)
    (assessment,) = held.assessments
    rated = dict(assessment.ratings)
    assert rated["1"].rating == 1
    assert rated["2"].due == date(2027, 2, 1)
    assert assessment.printed_totals == (("bt-specific", 16),)
    document = example.document
    assert document.decisions[0].on == datetime(2026, 11, 2, 14, 5)  # noqa: DTZ001 (the file's times have no zone)
    assert document.waivers[0].on == ("team:web-sre",)
    assert document.views[0].focus == "team:frontline"
    assert (document.arrangement.chain[0].x, document.arrangement.chain[0].y) == (420, 180)


def test_an_area_of_the_reference_is_there_when_a_row_names_it(example):
    assert [area.id for area in example.document.organization.areas] == ["monitoring", "core-infrastructure"]


def test_every_thing_has_its_line(example):
    lines = example.text.split("\n")
    for subject, word in {
        "organization": "name: Ruby Web Application",
        "layer:infrastructure": "infrastructure",
        "area:monitoring": "monitoring",
        "team:web-sre": "id: web-sre",
        "person:web-sre/ana": "Ana Sousa",
        "person:frontline/lee": "kim, lee",
        "service:postgres": "PostgreSQL",
        "responsibility:capacity-on-hand": "Capacity on Hand",
        "rotation:noc-days": "noc-days",
        "escalation:web-sre->reliability": "to: reliability",
        "assessment:bt-2020": "id: bt-2020",
        "waiver:ONC001/1": "rule: ONC001",
    }.items():
        assert word in lines[example.line_of(subject) - 1], subject
    assert example.line_of("team:nobody") is None
    assert example.line_of("area:core-infrastructure") is None


def test_waivers_are_counted_by_rule():
    waiver = '{{rule: {}, on: ["team:a"], reason: R, until: 2027-01-01}}'
    text = START + "waivers:\n" + "".join(f"  - {waiver.format(rule)}\n" for rule in ("GAP001", "GAP002", "GAP001"))
    held = read_text(text, "f.yaml")
    assert [held.line_of(f"waiver:{name}") for name in ("GAP001/1", "GAP002/1", "GAP001/2")] == [4, 5, 6]


@pytest.mark.parametrize("text", ["no", "on", "012", "12:30", "1.0", "true", "0x1F", "Null", "2027-03-31", "1_000"])
def test_a_plain_scalar_is_text_where_text_is_meant(text):
    assert organization(f"version: {text}\n").version == text


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_without_a_value_is_absent(nothing):
    held = organization(f"owner: {nothing}\nteams: {nothing}\nlayers: {nothing}\n")
    assert (held.owner, held.teams, held.layers) == (None, (), REFERENCE_LAYERS)


def test_what_stands_in_quotes_is_text():
    held = organization("owner: ''\nversion: '~'\nclassification: \"null\"\n")
    assert (held.owner, held.version, held.classification) == ("", "~", "null")


def test_numbers_are_whole_where_they_were_written_whole():
    team = organization("teams: [{id: a, name: A, headcount: 012, workload: {toil: 20, operations: 4.5e1}}]").teams[0]
    assert (team.headcount, team.workload.toil, team.workload.operations) == (12, 20, 45.0)
    assert isinstance(team.workload.toil, int)


@pytest.mark.parametrize("cell", ["AR", "ra", "A/R", "R, A", "a + r", "A&R", "ARCI"])
def test_letters_are_read_in_any_order_case_and_separator(cell):
    row = organization(f"responsibilities: [{{id: r, name: R, raci: {{a: '{cell}', b: ~}}}}]").responsibilities[0]
    assert row.raci == Raci({"a": "AR"})


def test_an_alias_stands_for_what_it_names():
    text = "teams:\n  - {id: a, name: &n A, sites: &s [{name: L}]}\n  - {id: b, name: *n, sites: *s}\n"
    first, second = organization(text).teams
    assert (first.name, first.sites) == (second.name, second.sites)


def test_an_alias_is_read_wherever_a_value_is():
    head = "x: [&day 'Sat 09:00-17:00', &all 24x7, &count 8, &team a, &cell AR]\n"
    text = (
        "rotations: [{id: r, team: *team, coverage: *all, members: *count}, {id: s, team: *team, coverage: [*day]}]\n"
    )
    rows = "responsibilities: [{id: r, name: R, raci: {a: *cell}}]\n"
    held = organization(head + text + rows)
    first, second = held.rotations
    assert (first.team, first.coverage, first.members) == ("a", ALWAYS, 8)
    assert second.coverage.windows == (Window(5, 5, 540, 1020),)
    assert held.responsibilities[0].raci == Raci({"a": "AR"})


@pytest.mark.parametrize(("text", "number"), [(".5", 0.5), ("5.", 5.0), ("+5", 5), ("5e-1", 0.5), ("0", 0), ("-0", 0)])
def test_numbers_are_read_as_yaml_writes_them(text, number):
    assert organization(f"teams: [{{id: a, name: A, workload: {{toil: {text}}}}}]").teams[0].workload.toil == number


def test_line_breaks_of_any_system_are_read_alike():
    text = START + "teams:\n  - id: a\n    name: A\n"
    assert read_text(text.replace("\n", "\r\n"), "f").document == read_text(text, "f").document


def test_what_a_table_takes_as_default_is_the_models_default():
    made = {record.make: record for record in RECORDS}
    for make, record in made.items():
        required = {field.attribute: "x" for field in record.fields if field.required}
        for field in record.fields:
            assert field.required or getattr(make(**required), field.attribute) == field.default, field.key
    held = organization("")
    for field in ORGANIZATION:
        assert field.required or getattr(held, field.attribute) == field.default, field.key


def test_the_parser_in_python_reads_the_same(monkeypatch):
    """Where PyYAML comes without libyaml; it knows no `?` within braces without quotes, which the example has not."""
    fast = read_file(EXAMPLE)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert read_file(EXAMPLE) == fast


def test_collecting_garbage_goes_on_after_reading():
    with pytest.raises(FileRefused):
        parse("a: [", "f")
    assert gc.isenabled()


def reads_or_refuses(text):
    """Anything else than a refusal in whole sentences, each on one line, fails the test."""
    try:
        read_text(text, "f.yaml")
    except FileRefused as refusal:
        problems = refusal.problems
    else:
        return
    assert problems
    for problem in problems:
        assert problem.sentence.endswith((".", "?"))
        assert "\n" not in str(problem)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(data):
    try:
        text = text_from(data, "f.yaml")
    except FileRefused:
        return
    reads_or_refuses(text)


WORDS = st.sampled_from(
    [
        "~",
        "[]",
        "{}",
        "[~]",
        "- ",
        ": ",
        "&a ",
        "*a",
        "!!int ",
        "|",
        "\n",
        "  ",
        "\t",
        "'",
        '"',
        "#",
        "\\",
        "9" * 30,
        "<<: ",
        "é",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_any_change_of_a_file_is_read_or_refused(data):
    text = EXAMPLE.read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 30))
        text = text[:start] + data.draw(WORDS | st.text(max_size=8)) + text[end:]
    reads_or_refuses(text)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([field.key for field in FILE.fields]),
    st.sampled_from(["~", "x", "[x]", "[[x]]", "{x: y}", "[{id: x}]"]),
)
def test_any_shape_under_any_key_is_read_or_refused(key, value):
    reads_or_refuses(START + f"{key}: {value}\n" if key not in START else f"{key}: {value}\n")


def test_importing_the_package_loads_nothing_that_only_some_files_need():
    late = (
        "yaml",
        "difflib",
        "zoneinfo",
        "json",
        "tempfile",
        "dataclasses",
        "orgmodel.yaml_file.schema",
        "orgmodel.yaml_file.syntax",
    )
    asked = f"import sys, orgmodel.yaml_file; print([name for name in {late} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"
