"""The JSON Schema and the reader are one: what either accepts the other accepts, as far as a schema can see."""

from pathlib import Path

import jsonschema
import pytest
from any_documents import any_documents
from core_schema import plain_data
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.errors import FileRefused
from orgmodel.yaml_file import json_schema, read_text, record_of
from orgmodel.yaml_file.tables import FILE, RECORDS

HERE = Path(__file__).parent
SAMPLES = [HERE / "format_example.yaml", *sorted((HERE.parents[1] / "sample_orgs").glob("ruby_web*.yaml"))]
VALIDATOR = jsonschema.Draft7Validator(json_schema())


def reader_accepts(text):
    try:
        read_text(text, "f.yaml")
    except FileRefused:
        return False
    return True


def test_the_schema_is_a_schema():
    jsonschema.Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_both_accept_the_samples(path):
    text = path.read_text("utf-8")
    assert reader_accepts(text)
    VALIDATOR.validate(plain_data(text))


@settings(deadline=None, max_examples=15)
@given(any_documents())
def test_the_schema_accepts_every_record(document):
    VALIDATOR.validate(record_of(document))


def test_every_key_is_described():
    for record in (FILE, *RECORDS):
        for key, own in record.definition()["properties"].items():
            assert own["description"].endswith("."), f"{record.noun}: {key}"


VALUES = (
    *("8", "-1", "0", "1000001", "8.5", '"8"', "012", "0x1F", "many", "true", "yes", "''", "", "null", "~"),
    *(
        "[]",
        "[8]",
        "[a]",
        "[a, b]",
        "{}",
        "{a: A}",
        "{a: 1}",
        "{a: X}",
        "{rating: 3}",
        "a",
        "A B",
        "alert",
        "a-b",
        "a--b",
    ),
    *("application", "applicaton", "active", "off", "open", "parked", "complex", "inform", "15m", "15", "1h30m", "m"),
    *("2027-03-31", "2027-3-31", "2027-03-31T14:05", "24x7", "business-hours", "[Mon-Fri 07:00-19:00]", "[Mon 7-9]"),
    *('["Sat 09:00-24:00"]', "[Sat 24:00-09:00]", "[Fun 09:00-10:00]", "team:a", "[team:a]", "team", "[team]"),
    *(
        "a/b",
        "[a/b]",
        "[a/b/c]",
        "{team:a: [1, 2]}",
        "{'team:a': [1]}",
        "{'team:a': [x, 2]}",
        "na",
        "unknown",
        "6",
        "3",
    ),
)
RECORDS_AND_KEYS = {
    "teams: [{id: own, name: A, X}]": "kind headcount supports parent sites members status lead",
    "teams: [{id: a, name: A, workload: {X}}]": "operations toil incidents_per_shift",
    "teams: [{id: a, name: A, sites: [{name: a}], members: [{id: a, name: A, X}]}]": "fte role",
    "services: [{id: a, name: A, X}]": "criticality complexity user_facing matrix not_applicable team",
    "responsibilities: [{id: a, name: A, X}]": "criticality paged effort activities raci confirmed state runbook",
    "rotations: [{id: a, team: a, X}]": "level coverage members turn pages_per_day hand_up",
    "escalations: [{from: a, to: b, X}]": "kind after when",
    "assessments: [{id: a, questionnaire: a, date: 2027-01-01, X}]": "ratings printed_totals",
    "X": "format name review_by version settings teams services rotations arrangement",
}
PLACES = (
    *(record.replace("X", f"{key}: VALUE") for record, keys in RECORDS_AND_KEYS.items() for key in keys.split()),
    "assessments: [{id: a, questionnaire: a, date: 2027-01-01, ratings: {a: VALUE}}]",
    "responsibilities: [{id: a, name: A, raci: {b: VALUE}}]",
    "responsibilities: [{id: a, name: A, confirmed: {on: VALUE}}]",
    "teams: [{id: VALUE, name: A}]",
    "teams: [{id: a, name: VALUE}]",
    "teams: [{name: A}, VALUE]",
    "escalations: [{from: alert, to: VALUE}]",
    "settings: {rules: {GAP001: VALUE}}",
    "settings: {limits: {stale_days: VALUE}}",
    "decisions: [{on: VALUE, text: A}]",
    "waivers: [{rule: VALUE, on: [organization], reason: A, until: 2027-01-01}]",
    "waivers: [{rule: GAP001, on: VALUE, reason: A, until: 2027-01-01}]",
    "views: [{name: A, focus: VALUE}]",
    "arrangement: {chain: VALUE}",
)


def file_with(place, value):
    """A file whose only doubtful part is the value; in YAML itself it is right."""
    line = place.replace("VALUE", value)
    start = {"format": "orgmodel/1", "name": "N"}
    start.pop(line.partition(":")[0], None)
    return "".join(f"{key}: {held}\n" for key, held in start.items()) + line + "\n"


@pytest.mark.parametrize("place", PLACES)
def test_both_judge_a_value_alike(place):
    for value in VALUES:
        text = file_with(place, value)
        schema = VALIDATOR.is_valid(plain_data(text))
        assert reader_accepts(text) == schema, f"{place.replace('VALUE', value)}: the schema says {schema}"


def test_a_whole_number_may_be_written_with_a_point():
    text = file_with("teams: [{id: a, name: A, headcount: VALUE}]", "8.0")
    assert reader_accepts(text)
    assert VALIDATOR.is_valid(plain_data(text))


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(PLACES), st.text(st.sampled_from("aA1:-./ mTRC"), max_size=12).map(lambda text: f"'{text}'"))
def test_both_judge_quoted_texts_alike(place, value):
    text = file_with(place, value)
    assert reader_accepts(text) == VALIDATOR.is_valid(plain_data(text))
