"""What became of the findings between two reports, and what is said of it."""

from datetime import date

import pytest

from orgmodel.document import Waiver
from orgmodel.finding_changes import change_sentence, changes_between
from orgmodel.findings import Details, Finding, NotAssessed, Report, Source
from orgmodel.model import ORGANIZATION, Subject
from orgmodel.model.value import changed

TEAM = Subject("team:sre")
WAIVER = Waiver("GAP001", (TEAM,), "Two people join.", date(2027, 1, 1))


def found(code, *subjects, severity="error"):
    source = Source("S12", "Trackplus")
    return Finding(code, code, severity, "Nobody does it.", subjects or (TEAM,), source, Details("Assign it."))


def report(open_, waived="", unknown=(), about=TEAM):
    accepted = tuple(changed(found(code), waived=WAIVER) for code in waived.split())
    missed = tuple(NotAssessed(code, (about,), "rotations") for code in unknown)
    return Report(tuple(map(found, open_.split())), accepted, missed, (), date(2026, 11, 2))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (("A",), ("A",), None),
        (("A B",), ("",), "Fixed 2 findings: Nobody does it."),
        (("",), ("A",), "Opened 1 finding: Nobody does it."),
        (("A B C",), ("D",), "Fixed 3 findings, opened 1: Nobody does it."),
        (("A B",), ("B", "A"), "Waived 1 finding"),
        (("A B",), ("", "A B"), "Waived 2 findings"),
        (("B", "A"), ("A B",), "Waiver removed"),
        (("", "A B"), ("A B",), "Waivers of 2 removed"),
        (("A B", "C"), ("C D", "A"), "Fixed 1 finding, opened 1, waived 1, waiver removed"),
        (("", "A"), ("",), None),
        (("",), ("", "A"), None),
    ],
)
def test_an_edit_says_what_it_did_to_the_findings(before, after, said):
    assert change_sentence(report(*before), report(*after)) == said


def test_what_is_waived_is_neither_fixed_nor_new():
    changes = changes_between(report("A B C", "D"), report("B D E", "A"))
    codes = {
        name: "".join(finding.code for finding in getattr(changes, name))
        for name in ("fixed", "remaining", "new", "waived", "reopened")
    }
    assert codes == {"fixed": "C", "remaining": "B", "new": "E", "waived": "A", "reopened": "D"}


@pytest.mark.parametrize("about", [TEAM, ORGANIZATION])
def test_what_cannot_be_assessed_any_more_is_not_fixed(about):
    before, after = report("A B C"), report("B", unknown="A", about=about)
    changes = changes_between(before, after)
    assert [each.code for each in changes.fixed] == ["C"]
    assert [each.code for each in changes.unassessed] == ["A"]
    assert change_sentence(before, after) == "Fixed 1 finding, 1 more finding can no longer be assessed"
    assert change_sentence(report("A"), report("", unknown="A")) == "1 finding can no longer be assessed"


def test_what_another_thing_lacks_does_not_keep_a_finding_from_being_fixed():
    changes = changes_between(report("A"), report("", unknown="AB", about=Subject("team:other")))
    assert [each.code for each in changes.fixed] == ["A"]
    assert changes.unassessed == ()


def test_a_finding_that_names_other_things_besides_is_the_same_and_a_worse_one_is_not():
    before, after = report("A"), report("A")
    further = changed(after, findings=(found("A", TEAM, Subject("team:app")),))
    worse = changed(after, findings=(found("A", severity="warning"),))
    assert change_sentence(before, further) is None
    assert change_sentence(before, worse) == "Fixed 1 finding, opened 1: Nobody does it."
