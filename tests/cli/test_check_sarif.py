"""`check --format sarif`: the structure that the standard asks for, and what its readers need of it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from any_documents import texts
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from orgmodel.analysis import analyse
from orgmodel.cli.check_sarif import as_sarif
from orgmodel.cli.checked import Checked
from orgmodel.cli.main import main
from orgmodel.findings import Failure
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE
from orgmodel.yaml_file import ModelFile, read_text

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
MODEL = """format: orgmodel/1
name: Shop
teams:
  - {id: web, name: Web, kind: application}
  - {id: sre, name: "Web [SRE](https://sre.example)", kind: application-sre}
responsibilities:
  - {id: scaling, name: Scaling}
  - {id: tuning, name: "Tuning\\e[2J", raci: {web: A, sre: A}}
  - {id: code, name: Code, raci: {web: R}}
waivers:
  - {rule: GAP002, on: ["responsibility:code"], reason: Agreed., until: 2026-12-31, by: Kim Lee}
"""


def exactly(required, **optional):
    """An object with these properties and no other; the names are the standard's."""
    properties = required | optional
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def every(items, least=0):
    return {"type": "array", "items": items, "minItems": least}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = exactly({"text": TEXT}, markdown=TEXT)
BAG = {"type": "object"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ARTIFACT_LOCATION = exactly({"uri": {"type": "string", "format": "uri-reference", "minLength": 1}}, uriBaseId=TEXT)
LINE = {"type": "integer", "minimum": 1}
PHYSICAL = exactly({"artifactLocation": ARTIFACT_LOCATION}, region=exactly({"startLine": LINE}))
LOGICAL = exactly({"name": {"type": "string"}, "fullyQualifiedName": TEXT, "kind": TEXT})
LOCATION = exactly(
    {"physicalLocation": PHYSICAL},
    logicalLocations=every(LOGICAL, 1),
    message=exactly({"text": {"type": "string"}}),
)
SUPPRESSION = exactly(
    {"kind": {"enum": ["inSource", "external"]}},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT,
    properties=BAG,
)
INDEX = {"type": "integer", "minimum": 0}
RULE = exactly(
    {
        "id": TEXT,
        "name": TEXT,
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": exactly({"level": LEVEL}),
    },
    properties=BAG,
)
RESULT = exactly(
    {
        "ruleId": TEXT,
        "ruleIndex": INDEX,
        "level": LEVEL,
        "message": MESSAGE,
        "locations": every(LOCATION, 1) | {"maxItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
        "suppressions": every(SUPPRESSION),
    },
    relatedLocations=every(LOCATION, 1),
)
NOTIFICATION = exactly(
    {"level": LEVEL, "message": MESSAGE, "associatedRule": exactly({"id": TEXT, "index": INDEX})},
    locations=every(LOCATION, 1),
)
INVOCATION = exactly({"executionSuccessful": {"type": "boolean"}}, toolExecutionNotifications=every(NOTIFICATION))
DRIVER = exactly({"name": TEXT, "version": TEXT, "rules": every(RULE, 1)})
RUN = exactly(
    {
        "tool": exactly({"driver": DRIVER}),
        "invocations": every(INVOCATION, 1),
        "originalUriBaseIds": {"type": "object", "additionalProperties": exactly({"description": MESSAGE})},
        "artifacts": every(exactly({"location": ARTIFACT_LOCATION, "roles": every({"const": "analysisTarget"})}), 1),
        "results": every(RESULT),
    },
    properties=BAG,
)
LOG = exactly({"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": every(RUN, 1)})


def checked(text=MODEL, name="shop.yaml"):
    file = read_text(text, name)
    return Checked(name, file, analyse(file.document, TODAY))


def run_of(*files):
    log = json.loads(as_sarif(files))
    jsonschema.Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    return run


def first_thing(result):
    return result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]


def place(result):
    physical = result["locations"][0]["physicalLocation"]
    return physical["artifactLocation"]["uri"], physical["region"]["startLine"]


@pytest.mark.parametrize("sample", sorted(ROOT.glob("sample_orgs/*.yaml")), ids=lambda path: path.stem)
def test_a_sample_gives_what_the_standard_asks_for(sample):
    each = checked(sample.read_text("utf-8"), sample.name)
    run = run_of(each)
    assert len(run["results"]) == len(each.report.findings) + len(each.report.waived)
    for said in (
        *run["results"],
        *(note["associatedRule"] for note in run["invocations"][0]["toolExecutionNotifications"]),
    ):
        index, code = said.get("ruleIndex", said.get("index")), said.get("ruleId", said.get("id"))
        assert run["tool"]["driver"]["rules"][index]["id"] == code


def test_every_rule_is_described_by_its_manual_page():
    described = run_of(checked())["tool"]["driver"]["rules"]
    assert [each["id"] for each in described] == [rule.code for rule in CATALOGUE]
    for each, rule in zip(described, CATALOGUE, strict=True):
        assert each["name"] == rule.name
        assert each["help"]["text"] == rule.page
        assert each["defaultConfiguration"]["level"] == {"info": "note"}.get(rule.severity, rule.severity)
        assert each["properties"]["source"].startswith(f"{rule.source.key}: ")
        assert each["fullDescription"]["text"] in " ".join(rule.page.split())
        assert each["help"]["markdown"].count("```yaml\n") == each["help"]["markdown"].count("\n```\n") == 2
        assert "## How to put it right\n\n" in each["help"]["markdown"]
    assert described[0]["shortDescription"]["text"] == "Nobody does it."
    assert described[0]["fullDescription"]["text"].startswith("A responsibility that no team does")


def test_a_finding_stands_at_its_line_with_its_things():
    result = run_of(checked())["results"][0]
    assert (result["ruleId"], result["level"], place(result)) == ("GAP001", "error", ("shop.yaml", 7))
    assert result["locations"][0]["logicalLocations"] == [
        {"name": "Scaling", "fullyQualifiedName": "responsibility:scaling", "kind": "responsibility"}
    ]
    assert result["message"]["text"].startswith("Nobody does “Scaling”. ")


def test_the_other_things_of_a_finding_are_related_places():
    (result,) = (each for each in run_of(checked())["results"] if each["ruleId"] == "OVR001")
    named = [each["fullyQualifiedName"] for each in result["locations"][0]["logicalLocations"]]
    assert named == ["responsibility:tuning", "team:web", "team:sre"]
    related = {
        each["message"]["text"]: each["physicalLocation"]["region"]["startLine"] for each in result["relatedLocations"]
    }
    assert list(related.values()) == [4, 5]


def test_info_is_a_note_and_the_severity_of_the_file_counts():
    text = MODEL.replace("waivers:", "settings: {rules: {GAP001: warning}}\nwaivers:")
    levels = {(each["ruleId"], each["level"]) for each in run_of(checked(text))["results"]}
    assert {("GAP001", "warning"), ("GAP002", "note"), ("OVR001", "error")} <= levels


def test_a_waived_finding_is_suppressed_with_its_reason_and_no_other_is():
    results = run_of(checked())["results"]
    suppressed = {first_thing(each): each["suppressions"] for each in results if each["suppressions"]}
    assert suppressed == {
        "responsibility:code": [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "Agreed.",
                "properties": {"until": "2026-12-31", "by": "Kim Lee"},
            }
        ]
    }
    assert all(each["suppressions"] == [] for each in results if first_thing(each) != "responsibility:code")


def test_a_fingerprint_stays_where_lines_move_and_is_a_findings_own():
    before = run_of(checked())["results"]
    after = run_of(checked("# A remark.\n\n" + MODEL))["results"]
    assert [each["partialFingerprints"] for each in after] == [each["partialFingerprints"] for each in before]
    assert [place(each)[1] for each in after] == [place(each)[1] + 2 for each in before]
    assert len({json.dumps(each["partialFingerprints"]) for each in before}) == len(before)


def test_what_was_not_assessed_is_a_notification_and_no_result():
    run = run_of(checked())
    said = {
        (note["level"], note["associatedRule"]["id"], note["message"]["text"])
        for note in run["invocations"][0]["toolExecutionNotifications"]
    }
    assert ("note", "ESC001", "Not assessed, for want of: paged (yes or no) of 2 of 3 rows.") in said
    assert run["invocations"][0]["executionSuccessful"] is True
    assert "ESC001" not in {each["ruleId"] for each in run["results"]}


def test_a_rule_that_failed_is_said_and_the_run_was_no_success():
    each = checked()
    report = changed(each.report, failures=(Failure("OVR003", "KeyError: 'lost'"),))
    (invocation,) = run_of(each, each._replace(report=report))["invocations"]
    assert invocation["executionSuccessful"] is False
    errors = [note for note in invocation["toolExecutionNotifications"] if note["level"] == "error"]
    assert [(note["associatedRule"]["id"], note["message"]["text"]) for note in errors] == [
        ("OVR003", "The rule stopped with a fault of its own: KeyError: 'lost'.")
    ]


def test_several_files_are_one_run():
    run = run_of(checked(), checked(name="till.yaml"))
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["shop.yaml", "till.yaml"]
    assert {place(each)[0] for each in run["results"]} == {"shop.yaml", "till.yaml"}


def test_names_are_data_neither_obeyed_nor_made_links():
    said = as_sarif([checked()])
    assert said.isascii()
    assert "\\u001b" not in said
    assert "\\u241b[2J" in said
    assert "](http" not in said
    assert "Web [SRE] (https://sre.example)" in said


@given(documents(), st.lists(texts, min_size=5, max_size=5))
def test_any_names_give_what_the_standard_asks_for(document, names):
    organization = document.organization
    teams = tuple(changed(team, name=name) for team, name in zip(organization.teams, names, strict=True))
    rows = tuple(changed(row, name=name) for row, name in zip(organization.responsibilities, names[1:], strict=True))
    drawn = changed(document, organization=changed(organization, teams=teams, responsibilities=rows))
    run = run_of(Checked("drawn.yaml", ModelFile("drawn.yaml", "", drawn), analyse(drawn, TODAY)))
    said = json.dumps(run["results"], ensure_ascii=False)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", said)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("./teams/shop.yaml", "teams/shop.yaml"),
        ("a b/50%/é.yaml", "a%20b/50%25/%C3%A9.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("../shop.yaml", "../shop.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_a_file_is_named_from_the_folder_of_the_command(name, uri):
    (artifact,) = run_of(checked(name=name))["artifacts"]
    assert artifact["location"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_whole_path_within_the_folder_is_made_relative_and_one_outside_is_kept(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    within, outside = tmp_path / "here" / "shop.yaml", tmp_path / "shop.yaml"
    run = run_of(checked(name=str(within)), checked(name=str(outside)))
    assert [each["location"] for each in run["artifacts"]] == [
        {"uri": "shop.yaml", "uriBaseId": "%SRCROOT%"},
        {"uri": outside.as_uri()},
    ]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_it_exits_as_the_other_formats_do(capsys, sample, fail_on, code):
    words = ["check", str(sample), "--format", "sarif", "--today", "2026-11-22", "--fail-on", fail_on]
    assert main(words) == code
    first = capsys.readouterr().out
    main(words)
    assert capsys.readouterr().out == first
    assert json.loads(first)["runs"][0]["properties"] == {"as_of": "2026-11-22"}
