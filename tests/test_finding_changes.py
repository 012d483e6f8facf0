"""What became of the findings between two reports, and what is said of it."""

from datetime import date

import pytest

from orgmodel.document import Waiver
from orgmodel.finding_changes import change_sentence, changes_between
from orgmodel.findings import Details, Finding, Report, Source
from orgmodel.model import Subject
from orgmodel.model.value import changed

TEAM = Subject("team:sre")
WAIVER = Waiver("GAP001", (TEAM,), "Two people join.", date(2027, 1, 1))


def found(code, *subjects, severity="error"):
    source = Source("S12", "Trackplus")
    return Finding(code, code, severity, "Nobody does it.", subjects or (TEAM,), source, Details("Assign it."))


def report(open_, waived=""):
    accepted = tuple(changed(found(code), waived=WAIVER) for code in waived.split())
    return Report(tuple(map(found, open_.split())), accepted, (), (), date(2026, 11, 2))


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


def test_a_finding_that_names_other_things_besides_is_the_same_and_a_worse_one_is_not():
    before, after = report("A"), report("A")
    further = changed(after, findings=(found("A", TEAM, Subject("team:app")),))
    worse = changed(after, findings=(found("A", severity="warning"),))
    assert change_sentence(before, further) is None
    assert change_sentence(before, worse) == "Fixed 1 finding, opened 1: Nobody does it."
